// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Lodestar.Formats.Imports;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.OwnTable;

/// <summary>Reads a workbook's sheets (xlsx, xls); the zip of an xlsx has been checked before.</summary>
internal static class WorkbookTable
{
    // A stray format far out makes a sheet look huge: cells passed over are bounded too.
    private const long MaxCellsPassed = 20_000_000;
    private const int SheetsLookedAt = 50;

    static WorkbookTable() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The asked-for sheet, or all that hold cells, in order; none when the workbook could not be read.</summary>
    public static List<TableGrid> Read(
        Stream bytes,
        BoundedStream input,
        string file,
        string? wanted,
        DiagnosticBag faults
    )
    {
        try
        {
            return ReadSheets(bytes, input, file, wanted, faults);
        }
        catch (InvalidPasswordException)
        {
            faults.Add(
                ImportFaults.Unreadable(
                    file,
                    Message.Of("import.workbook.password"),
                    Message.Of("import.workbook.password.fix")
                )
            );
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            // The reader meets a damaged workbook with exceptions of many kinds; to the person it is one thing.
            faults.Add(
                ImportFaults.Unreadable(
                    file,
                    Message.Of("import.workbook.damaged"),
                    Message.Of("import.workbook.damaged.fix")
                )
            );
        }

        return [];
    }

    private static List<TableGrid> ReadSheets(
        Stream bytes,
        BoundedStream input,
        string file,
        string? wanted,
        DiagnosticBag faults
    )
    {
        using var reader = ExcelReaderFactory.CreateReader(bytes);
        var sheets = new List<TableGrid>();
        var names = new List<string>();
        do
        {
            var name = reader.Name ?? "";
            names.Add(name);
            if (wanted is not null && NameMatch.Fold(name) != NameMatch.Fold(wanted))
            {
                continue;
            }

            if (ReadSheet(reader, input, file, name) is not { } sheet)
            {
                faults.Add(ImportFaults.TooManyCells(file, TextTable.MaxCells));
                return [];
            }

            if (sheet.Rows.Count > 0)
            {
                sheets.Add(sheet);
            }
        } while (names.Count < SheetsLookedAt && reader.NextResult());

        if (sheets.Count == 0)
        {
            faults.Add(
                wanted is null
                    ? ImportFaults.Empty(file)
                    : ImportFaults.SheetUnknown(file, wanted, NameMatch.Nearest(wanted, names), names)
            );
        }

        return sheets;
    }

    private static TableGrid? ReadSheet(IExcelDataReader reader, BoundedStream input, string file, string name)
    {
        var rows = new List<GridRow>();
        long passed = 0;
        var filled = 0;
        for (var line = 1; reader.Read(); line++)
        {
            input.CountRow();
            passed += reader.FieldCount;
            var cells = new GridCell[reader.FieldCount];
            var last = -1;
            for (var column = 0; column < cells.Length; column++)
            {
                cells[column] = CellOf(reader.GetValue(column));
                if (!cells[column].IsBlank)
                {
                    last = column;
                    filled++;
                }
            }

            if (filled > TextTable.MaxCells || passed > MaxCellsPassed)
            {
                return null;
            }

            if (last >= 0)
            {
                rows.Add(new GridRow(line, cells[..(last + 1)]));
            }
        }

        return new TableGrid(file, rows) { Sheet = name };
    }

    private static GridCell CellOf(object? value) =>
        value switch
        {
            null => GridCell.Blank,
            double number => OfNumber(number),
            int number => OfNumber(number),
            DateTime date => new GridCell(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            string text => new GridCell(text.Trim()),
            _ => new GridCell(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
        };

    private static GridCell OfNumber(double number) =>
        double.IsFinite(number)
            ? new GridCell(number.ToString("R", CultureInfo.InvariantCulture), number)
            : GridCell.Blank;
}
