// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Lodestar.Data.Tests.Imports;

/// <summary>The smallest workbook that a spreadsheet would open, written by hand so that tests can also write bad ones.</summary>
internal static class Workbook
{
    public static byte[] Of(params (string Name, object?[][] Rows)[] sheets) =>
        Zip([
            ("[Content_Types].xml", Types(sheets.Length)),
            (
                "_rels/.rels",
                """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
            ),
            ("xl/workbook.xml", Book(sheets.Select(s => s.Name))),
            ("xl/_rels/workbook.xml.rels", Relations(sheets.Length)),
            .. sheets.Select((s, i) => ($"xl/worksheets/sheet{i + 1}.xml", Sheet(s.Rows))),
        ]);

    public static byte[] Zip(IEnumerable<(string Name, string Text)> entries) =>
        Zip(entries.Select(e => (e.Name, Encoding.UTF8.GetBytes(e.Text))));

    public static byte[] Zip(IEnumerable<(string Name, byte[] Bytes)> entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static string Types(int sheets) =>
        """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>"""
        + string.Concat(
            Enumerable
                .Range(1, sheets)
                .Select(i =>
                    $"""<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"""
                )
        )
        + "</Types>";

    private static string Book(IEnumerable<string> names) =>
        """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>"""
        + string.Concat(
            names.Select(
                (n, i) => $"""<sheet name="{SecurityElement.Escape(n)}" sheetId="{i + 1}" r:id="rId{i + 1}"/>"""
            )
        )
        + "</sheets></workbook>";

    private static string Relations(int sheets) =>
        """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"""
        + string.Concat(
            Enumerable
                .Range(1, sheets)
                .Select(i =>
                    $"""<Relationship Id="rId{i}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{i}.xml"/>"""
                )
        )
        + "</Relationships>";

    private static string Sheet(object?[][] rows)
    {
        var text = new StringBuilder(
            """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"""
        );
        for (var r = 0; r < rows.Length; r++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<row r=\"{r + 1}\">");
            for (var c = 0; c < rows[r].Length; c++)
            {
                var at = Formats.Imports.CellName.Of(c, r + 1);
                text.Append(
                    rows[r][c] switch
                    {
                        null => "",
                        string s => $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(s)}</t></is></c>",
                        var n => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\"><v>{n}</v></c>"),
                    }
                );
            }

            text.Append("</row>");
        }

        return text.Append("</sheetData></worksheet>").ToString();
    }
}
