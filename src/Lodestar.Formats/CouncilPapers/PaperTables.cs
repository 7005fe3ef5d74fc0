// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Reports;

namespace Lodestar.Formats.CouncilPapers;

/// <summary>Tables of a Word document, each under its caption, with a heading row that repeats on every page.</summary>
internal static class PaperTables
{
    public static IEnumerable<OpenXmlElement> Of(PaperTable table, MessageCatalog texts)
    {
        var caption = texts.Say(table.Caption);
        yield return PaperParagraphs.Of("Caption", caption);
        var widths = Widths(table);
        var grid = new TableGrid(widths.Select(w => new GridColumn { Width = Twips(w) }));
        var whole = new Table(
            new TableProperties(
                new TableStyle { Val = "TableGrid" },
                new TableWidth { Width = Twips(widths.Sum()), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook
                {
                    Val = "0420",
                    FirstRow = true,
                    LastRow = false,
                    FirstColumn = false,
                    LastColumn = false,
                    NoHorizontalBand = false,
                    NoVerticalBand = true,
                },
                new TableDescription { Val = PaperDocument.Clean(caption) }
            ),
            grid,
            Row([.. table.Columns.Select(c => texts.Say(c.Head))], table, widths, isHead: true, isBold: true)
        );
        foreach (var row in table.Rows)
        {
            whole.Append(Row([.. row.Cells.Select(texts.Say)], table, widths, isHead: false, row.IsTotal));
        }

        yield return whole;
        // A paragraph parts a table from one that follows at once, which Word would join to it.
        yield return PaperParagraphs.Of("Note", "");
    }

    private static int[] Widths(PaperTable table)
    {
        var all = table.Columns.Sum(c => c.Width);
        return [.. table.Columns.Select(c => PaperStyles.TextWidth * c.Width / all)];
    }

    private static TableRow Row(string[] cells, PaperTable table, int[] widths, bool isHead, bool isBold)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (isHead)
        {
            properties.Append(new TableHeader());
        }

        var row = new TableRow(properties);
        for (var i = 0; i < cells.Length; i++)
        {
            var paragraph = new ParagraphProperties(new ParagraphStyleId { Val = "TableText" });
            if (table.Columns[i].IsNumber)
            {
                paragraph.Append(new Justification { Val = JustificationValues.Right });
            }

            row.Append(
                new TableCell(
                    new TableCellProperties(
                        new TableCellWidth { Width = Twips(widths[i]), Type = TableWidthUnitValues.Dxa }
                    ),
                    new Paragraph(paragraph, PaperParagraphs.Run(cells[i], isBold))
                )
            );
        }

        return row;
    }

    private static string Twips(int width) => width.ToString(CultureInfo.InvariantCulture);
}
