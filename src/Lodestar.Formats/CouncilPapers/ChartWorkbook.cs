// SPDX-License-Identifier: Apache-2.0
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Reports;

namespace Lodestar.Formats.CouncilPapers;

/// <summary>The numbers of a chart as a workbook: categories down the first column, a series in each further one.</summary>
internal static class ChartWorkbook
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public const string SheetName = "Sheet1";

    public static byte[] Of(PaperChart chart, MessageCatalog texts)
    {
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var main = document.AddWorkbookPart();
            document.ChangeIdOfPart(main, "rId1");
            var sheet = main.AddNewPart<WorksheetPart>("rId1");
            var data = new SheetData(
                new Row(chart.Series.Select(s => Word(texts.Say(s.Name))).Prepend(Word("")).Cast<OpenXmlElement>())
            );
            for (var i = 0; i < chart.Categories.Length; i++)
            {
                var at = i;
                data.Append(
                    new Row(
                        chart
                            .Series.Select(s => Number(s.Values[at]))
                            .Prepend(Word(texts.Say(chart.Categories[at])))
                            .Cast<OpenXmlElement>()
                    )
                );
            }

            sheet.Worksheet = new Worksheet(data);
            main.Workbook = new Workbook(
                new Sheets(
                    new Sheet
                    {
                        Name = SheetName,
                        SheetId = 1,
                        Id = "rId1",
                    }
                )
            );
        }

        return FixedZip.Of(package);
    }

    /// <summary>"B" of 1: the column of a series, from 0.</summary>
    public static string Column(int series)
    {
        var (name, at) = ("", series + 1);
        for (; at >= 0; at = (at / 26) - 1)
        {
            name = (char)('A' + (at % 26)) + name;
        }

        return name;
    }

    private static Cell Word(string text) =>
        new(new InlineString(new Text(PaperDocument.Clean(text)))) { DataType = CellValues.InlineString };

    private static Cell Number(double? value) => value is { } number ? new Cell(new CellValue(number)) : new Cell();
}
