// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace Lodestar.Domain.Tests.Budgets;

/// <summary>Reads a sheet of a workbook from its XML, slowly and plainly: an oracle apart from the product's readers.</summary>
internal static class PlainWorkbook
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Relations =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Rows of a sheet: cells by column, 0 for A, as text.</summary>
    public static List<Dictionary<int, string>> Read(string path, string sheet)
    {
        using var zip = ZipFile.OpenRead(path);
        XElement Part(string name)
        {
            using var stream = zip.GetEntry(name)!.Open();
            return XDocument.Load(stream).Root!;
        }

        var shared = Part("xl/sharedStrings.xml")
            .Elements(Main + "si")
            .Select(s => string.Concat(s.Descendants(Main + "t").Select(t => t.Value)))
            .ToList();
        var id = Part("xl/workbook.xml")
            .Descendants(Main + "sheet")
            .Single(s => s.Attribute("name")!.Value == sheet)
            .Attribute(Relations + "id")!
            .Value;
        var target = Part("xl/_rels/workbook.xml.rels")
            .Elements()
            .Single(r => r.Attribute("Id")!.Value == id)
            .Attribute("Target")!
            .Value.TrimStart('/');
        return
        [
            .. Part(target.StartsWith("xl/", StringComparison.Ordinal) ? target : "xl/" + target)
                .Descendants(Main + "row")
                .Select(row =>
                    row.Elements(Main + "c")
                        .Where(c => c.Element(Main + "v") is not null)
                        .ToDictionary(
                            c => Column(c.Attribute("r")!.Value),
                            c =>
                                c.Attribute("t")?.Value == "s"
                                    ? shared[int.Parse(c.Element(Main + "v")!.Value, CultureInfo.InvariantCulture)]
                                    : c.Element(Main + "v")!.Value
                        )
                )
                .Where(cells => cells.Count > 0),
        ];
    }

    private static int Column(string reference) =>
        reference.TakeWhile(char.IsAsciiLetter).Aggregate(0, (sum, letter) => sum * 26 + letter - 'A' + 1) - 1;
}
