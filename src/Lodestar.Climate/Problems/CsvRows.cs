// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Lodestar.Climate.Problems;

/// <summary>
/// The rows of a comma-separated text as RFC 4180 writes it: cells may stand in quotes, a quote in a cell is doubled,
/// lines end with or without a carriage return, a byte order mark is passed over and so are blank lines.
/// </summary>
public sealed class CsvRows
{
    /// <summary>Texts longer than this are refused, in characters.</summary>
    public const int MostCharacters = 64 << 20;

    /// <summary>Tables with more cells than this are refused.</summary>
    public const int MostCells = 1_000_000;

    private readonly List<CellSpan> _cells = [];
    private readonly List<RowStart> _rows = [];

    private CsvRows(string file, string text) => (File, Text) = (file, text);

    /// <summary>The file as the caller named it.</summary>
    public string File { get; }

    /// <summary>Rows that are not blank.</summary>
    public int Count => _rows.Count;

    /// <summary>A row by its place among those that are not blank.</summary>
    public CsvRow this[int row] => new(this, row);

    internal string Text { get; }

    /// <summary>Reads a whole text.</summary>
    /// <param name="reader">Null when there is no such file.</param>
    /// <param name="problems">Receives why nothing could be read.</param>
    /// <returns>Null when the text is missing, empty, too large or has a quote that is never closed.</returns>
    public static CsvRows? Read(string file, TextReader? reader, ICollection<Problem> problems)
    {
        if (reader is null)
        {
            problems.Add(new Problem(Fault.FileMissing, file));
            return null;
        }

        var text = BoundedText.Read(reader, MostCharacters);
        if (text is null)
        {
            problems.Add(TooLarge(file, "megabytes", MostCharacters >> 20));
            return null;
        }

        return Of(file, text, problems);
    }

    /// <summary>Reads a text that is at hand; null and a problem under the same conditions.</summary>
    public static CsvRows? Of(string file, string text, ICollection<Problem> problems)
    {
        var rows = new CsvRows(file, text);
        var problem = rows.Split();
        if (problem is null && rows.Count == 0)
        {
            problem = new Problem(Fault.FileEmpty, file);
        }

        if (problem is not null)
        {
            problems.Add(problem);
            return null;
        }

        return rows;
    }

    internal int Line(int row) => _rows[row].Line;

    internal int CellsOf(int row) => (row + 1 < _rows.Count ? _rows[row + 1].Cell : _cells.Count) - _rows[row].Cell;

    internal CellSpan Cell(int row, int cell) => _cells[_rows[row].Cell + cell];

    private Problem? Split()
    {
        var (at, line) = (Text.StartsWith('\uFEFF') ? 1 : 0, 1);
        while (at < Text.Length)
        {
            var (firstCell, firstLine, blank) = (_cells.Count, line, true);
            while (true)
            {
                var open = at;
                var cell = at < Text.Length && Text[at] == '"' ? Quoted(ref at, ref line) : Plain(ref at);
                if (cell is not { } read)
                {
                    return new Problem(Fault.RowRagged, File, line, _cells.Count - firstCell + 1)
                    {
                        Text = Text[open..Math.Min(Text.Length, open + 40)],
                    };
                }

                _cells.Add(read);
                blank &= read.Length == 0;
                if (_cells.Count > MostCells)
                {
                    return TooLarge(File, "cells", MostCells);
                }

                if (at >= Text.Length || Text[at] != ',')
                {
                    break;
                }

                at++;
            }

            if (blank && _cells.Count == firstCell + 1)
            {
                _cells.RemoveAt(firstCell);
            }
            else
            {
                _rows.Add(new RowStart(firstCell, firstLine));
            }

            at += at + 1 < Text.Length && Text[at] == '\r' && Text[at + 1] == '\n' ? 2 : 1;
            line++;
        }

        return null;
    }

    private CellSpan? Plain(ref int at)
    {
        var start = at;
        var length = Text.AsSpan(at).IndexOfAny(',', '\n', '\r');
        at = length < 0 ? Text.Length : at + length;
        return new CellSpan(start, at - start, false);
    }

    private CellSpan? Quoted(ref int at, ref int line)
    {
        var (start, doubled, from) = (at + 1, false, line);
        for (var i = start; i < Text.Length; i++)
        {
            if (Text[i] == '\n')
            {
                line++;
            }

            if (Text[i] != '"')
            {
                continue;
            }

            if (i + 1 < Text.Length && Text[i + 1] == '"')
            {
                doubled = true;
                i++;
                continue;
            }

            at = i + 1;
            return at >= Text.Length || Text[at] is ',' or '\n' or '\r'
                ? new CellSpan(start, i - start, doubled)
                : null;
        }

        line = from;
        return null;
    }

    private static Problem TooLarge(string file, string unit, int most) =>
        new(Fault.TooLarge, file)
        {
            Values = new Dictionary<string, object> { ["unit"] = unit, ["most"] = most },
        };

    internal readonly record struct CellSpan(int Start, int Length, bool Doubled);

    private readonly record struct RowStart(int Cell, int Line);
}

/// <summary>One row of a table. Cells beyond its end read as blank.</summary>
public readonly struct CsvRow
{
    private readonly CsvRows _rows;
    private readonly int _row;

    internal CsvRow(CsvRows rows, int row) => (_rows, _row) = (rows, row);

    /// <summary>The line on which the row starts, from 1.</summary>
    public int Line => _rows.Line(_row);

    /// <summary>How many cells the row has.</summary>
    public int Count => _rows.CellsOf(_row);

    /// <summary>A cell without the blanks around it.</summary>
    public ReadOnlySpan<char> this[int cell]
    {
        get
        {
            if (cell < 0 || cell >= Count)
            {
                return [];
            }

            var span = _rows.Cell(_row, cell);
            var text = _rows.Text.AsSpan(span.Start, span.Length);
            return (span.Doubled ? text.ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : text).Trim();
        }
    }

    /// <summary>A cell as text.</summary>
    public string Text(int cell) => this[cell].ToString();

    public bool IsBlank(int cell) => this[cell].IsEmpty;

    /// <summary>A cell as a number with a decimal point; NaN and infinities count as read.</summary>
    public bool TryNumber(int cell, out double value) =>
        double.TryParse(this[cell], NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    /// <summary>A problem at a cell, with what stands there; columns of a problem count the cells from 1.</summary>
    public Problem At(int cell, Fault fault, params ReadOnlySpan<(string Name, object Value)> values) =>
        new(fault, _rows.File, Line, cell + 1) { Text = IsBlank(cell) ? null : Text(cell), Values = Named(values) };

    /// <summary>A problem with the row as a whole.</summary>
    public Problem Whole(Fault fault, params ReadOnlySpan<(string Name, object Value)> values) =>
        new(fault, _rows.File, Line) { Values = Named(values) };

    private static Dictionary<string, object> Named(ReadOnlySpan<(string Name, object Value)> values)
    {
        var named = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            named[name] = value;
        }

        return named;
    }
}
