// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formats.Imports;

namespace Lodestar.Formats.OwnTable;

/// <summary>Reads a workbook's sheets (xlsx, xls) as tables of cells.</summary>
internal static class WorkbookTable
{
    private const int SheetsLookedAt = 50;

    /// <summary>The asked-for sheet, or all that hold cells, in order; none when the workbook could not be read.</summary>
    public static List<TableGrid> Read(
        Stream bytes,
        BoundedStream input,
        string file,
        string? wanted,
        DiagnosticBag faults
    )
    {
        using var reader = new SheetRows(bytes, input, file, faults);
        var sheets = new List<TableGrid>();
        while (reader.Sheets.Count < SheetsLookedAt && reader.NextSheet())
        {
            if (wanted is not null && NameMatch.Fold(reader.Sheet) != NameMatch.Fold(wanted))
            {
                continue;
            }

            var sheet = ReadSheet(reader, file);
            if (sheet.Rows.Count > 0)
            {
                sheets.Add(sheet);
            }
        }

        if (reader.Failed)
        {
            return [];
        }

        if (sheets.Count == 0)
        {
            faults.Add(
                wanted is null
                    ? ImportFaults.Empty(file)
                    : ImportFaults.SheetUnknown(file, wanted, NameMatch.Nearest(wanted, reader.Sheets), reader.Sheets)
            );
        }

        return sheets;
    }

    private static TableGrid ReadSheet(SheetRows reader, string file)
    {
        var rows = new List<GridRow>();
        while (reader.NextRow())
        {
            if (reader.Width > 0)
            {
                rows.Add(new GridRow(reader.Line, [.. Enumerable.Range(0, reader.Width).Select(c => Cell(reader[c]))]));
            }
        }

        return new TableGrid(file, rows) { Sheet = reader.Sheet };
    }

    private static GridCell Cell(SheetCell cell) =>
        cell.Number is { } number
            ? new GridCell(number.ToString("R", CultureInfo.InvariantCulture), number)
            : new GridCell(cell.Text);
}
