// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace Lodestar.Testing;

/// <summary>
/// A worksheet read straight from its XML, cell by cell, with no code of the product: slow, plain, and the oracle of the
/// importers' tests. Cells by name ("BD14"), as they stand.
/// </summary>
public sealed class PlainSheet
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    private PlainSheet(Dictionary<(int Row, string Column), string> cells, int rows, IReadOnlyList<string> columns) =>
        (Cells, Rows, Columns) = (cells, rows, columns);

    public Dictionary<(int Row, string Column), string> Cells { get; }

    /// <summary>The last row that has a cell.</summary>
    public int Rows { get; }

    /// <summary>Letters of all columns met, in order.</summary>
    public IReadOnlyList<string> Columns { get; }

    public string this[int row, string column] => Cells.GetValueOrDefault((row, column), "");

    public double? Number(int row, string column) =>
        double.TryParse(this[row, column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>Columns whose cell in a row is a year.</summary>
    public IReadOnlyList<(int Year, string Column)> Years(int row) =>
        [
            .. Columns
                .Where(c => this[row, c].Length == 4 && int.TryParse(this[row, c], out _))
                .Select(c => (int.Parse(this[row, c], CultureInfo.InvariantCulture), c)),
        ];

    public static PlainSheet Read(string path, string name)
    {
        using var zip = ZipFile.OpenRead(path);
        var book = Load(zip, "xl/workbook.xml");
        var id = (string)
            book.Descendants(Main + "sheet").Single(s => (string?)s.Attribute("name") == name).Attribute(Rel + "id")!;
        var target = (string)
            Load(zip, "xl/_rels/workbook.xml.rels")
                .Descendants(Package + "Relationship")
                .Single(r => (string?)r.Attribute("Id") == id)
                .Attribute("Target")!;
        var shared = zip.GetEntry("xl/sharedStrings.xml") is null
            ? []
            : Load(zip, "xl/sharedStrings.xml")
                .Root!.Elements(Main + "si")
                .Select(s => string.Concat(s.Descendants(Main + "t").Select(t => t.Value)))
                .ToList();
        var cells = new Dictionary<(int, string), string>();
        foreach (var cell in Load(zip, "xl/" + target.Replace("/xl/", "")).Descendants(Main + "c"))
        {
            var at = (string)cell.Attribute("r")!;
            var letters = string.Concat(at.TakeWhile(char.IsAsciiLetter));
            var text =
                (string?)cell.Element(Main + "v") ?? string.Concat(cell.Descendants(Main + "t").Select(t => t.Value));
            if ((string?)cell.Attribute("t") == "s" && text.Length > 0)
            {
                text = shared[int.Parse(text, CultureInfo.InvariantCulture)];
            }

            if (text.Length > 0)
            {
                cells[(int.Parse(at[letters.Length..], CultureInfo.InvariantCulture), letters)] = text;
            }
        }

        var columns = cells
            .Keys.Select(k => k.Item2)
            .Distinct()
            .OrderBy(c => c.Length)
            .ThenBy(c => c, StringComparer.Ordinal);
        return new PlainSheet(cells, cells.Keys.Select(k => k.Item1).DefaultIfEmpty().Max(), [.. columns]);
    }

    private static XDocument Load(ZipArchive zip, string entry)
    {
        using var stream = zip.GetEntry(entry)!.Open();
        return XDocument.Load(stream);
    }
}
