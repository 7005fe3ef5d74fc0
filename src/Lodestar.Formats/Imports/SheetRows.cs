// SPDX-License-Identifier: Apache-2.0
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.Imports;

/// <summary>
/// Goes through a workbook (xlsx, xls) sheet by sheet and row by row, holding one row at a time. The zip of an xlsx has
/// been checked before. Damage, passwords and boundless sheets are reported and end the reading.
/// </summary>
internal sealed class SheetRows : IDisposable
{
    public const int MaxCells = 2_000_000;

    // A stray format far out makes a sheet look huge: cells passed over are bounded too.
    private const long MaxCellsPassed = 20_000_000;

    private readonly BoundedStream _input;
    private readonly string _file;
    private readonly DiagnosticBag _faults;
    private IExcelDataReader? _reader;
    private object?[] _cells = [];
    private bool _begun;
    private long _filled;
    private long _passed;

    static SheetRows() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="bytes">The workbook, at its start; it is left open.</param>
    /// <param name="input">For counting rows and giving up.</param>
    /// <param name="file">The file's own name.</param>
    /// <param name="faults">Takes what is wrong with the workbook as a whole.</param>
    public SheetRows(Stream bytes, BoundedStream input, string file, DiagnosticBag faults)
    {
        (_input, _file, _faults) = (input, file, faults);
        var settings = new ExcelReaderConfiguration { LeaveOpen = true };
        Guard(() => _reader = ExcelReaderFactory.CreateReader(bytes, settings));
    }

    /// <summary>True when the workbook could not be read to its end; a diagnostic says why.</summary>
    public bool Failed { get; private set; }

    /// <summary>Name of the sheet at hand.</summary>
    public string Sheet { get; private set; } = "";

    /// <summary>Names of all sheets come to so far.</summary>
    public List<string> Sheets { get; } = [];

    /// <summary>The row at hand, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Cells of the row at hand, without the blank ones at its end.</summary>
    public int Width { get; private set; }

    /// <summary>A cell of the row at hand, from 0; blank beyond its end.</summary>
    public SheetCell this[int column] => new(column >= 0 && column < Width ? _cells[column] : null);

    /// <summary>Goes to the next sheet; false after the last.</summary>
    public bool NextSheet()
    {
        if (Failed || !Guard(() => !_begun || _reader!.NextResult()))
        {
            return false;
        }

        _begun = true;
        (Line, Width, _filled, _passed) = (0, 0, 0, 0);
        Sheet = _reader!.Name ?? "";
        Sheets.Add(Sheet);
        return true;
    }

    /// <summary>Goes to the next row of the sheet, which may be blank; false after the last.</summary>
    public bool NextRow()
    {
        if (Failed || !Guard(_reader!.Read))
        {
            return false;
        }

        _input.CountRow();
        Line++;
        Fill(_reader);
        if (_filled <= MaxCells && _passed <= MaxCellsPassed)
        {
            return true;
        }

        _faults.Add(ImportFaults.TooManyCells(_file, MaxCells));
        Failed = true;
        return false;
    }

    /// <summary>Where a cell of the row at hand stands; below zero the row itself.</summary>
    public Place PlaceOf(int column) => PlaceOf(Line, column);

    public Place PlaceOf(int line, int column) =>
        new(_file, line, 0, column < 0 ? null : $"{Sheet}!{CellName.Of(column, line)}");

    public void Dispose() => _reader?.Dispose();

    private void Fill(IExcelDataReader reader)
    {
        var count = reader.FieldCount;
        if (_cells.Length < count)
        {
            _cells = new object?[count];
        }

        Width = 0;
        _passed += count;
        for (var column = 0; column < count; column++)
        {
            _cells[column] = reader.GetValue(column);
            if (!new SheetCell(_cells[column]).IsBlank)
            {
                Width = column + 1;
                _filled++;
            }
        }
    }

    private void Guard(Action step) =>
        Guard(() =>
        {
            step();
            return true;
        });

    private bool Guard(Func<bool> step)
    {
        try
        {
            return step();
        }
        catch (InvalidPasswordException)
        {
            _faults.Add(
                ImportFaults.Unreadable(
                    _file,
                    Message.Of("import.workbook.password"),
                    Message.Of("import.workbook.password.fix")
                )
            );
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            // The reader meets a damaged workbook with exceptions of many kinds; to the person it is one thing.
            _faults.Add(
                ImportFaults.Unreadable(
                    _file,
                    Message.Of("import.workbook.damaged"),
                    Message.Of("import.workbook.damaged.fix")
                )
            );
        }

        Failed = true;
        return false;
    }
}
