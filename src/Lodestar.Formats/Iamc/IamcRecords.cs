// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.OwnTable;

namespace Lodestar.Formats.Iamc;

/// <summary>Records of a table one after another, from text or a worksheet.</summary>
internal interface IIamcRecords : IDisposable
{
    /// <summary>The line or row of the sheet that the record starts on, from 1.</summary>
    int Line { get; }

    int Count { get; }

    /// <summary>A field without the blanks around it; empty beyond the last one.</summary>
    ReadOnlySpan<char> this[int field] { get; }

    /// <summary>True when a record went beyond all measure, most likely for want of a closing quote; reading ends there.</summary>
    bool Overlong { get; }

    bool Read();
}

/// <summary>
/// Delimited text, one record held at a time. Fields are parts of the buffer, so that a million values cost no million
/// strings.
/// </summary>
internal sealed class IamcTextRecords(TextReader text, char separator) : IIamcRecords
{
    private const int LongestRecord = 1 << 20;
    private const int MostFields = 20_000;

    private readonly List<(int Start, int Length, bool Doubled)> _fields = [];
    private char[] _buffer = new char[64 << 10];
    private int _start;
    private int _filled;
    private int _nextLine = 1;
    private bool _atEnd;

    public int Line { get; private set; }

    public int Count => _fields.Count;

    public bool Overlong { get; private set; }

    public ReadOnlySpan<char> this[int field]
    {
        get
        {
            if (field < 0 || field >= _fields.Count)
            {
                return [];
            }

            var (start, length, doubled) = _fields[field];
            ReadOnlySpan<char> span = _buffer.AsSpan(start, length);
            return doubled
                ? span.ToString().Replace("\"\"", "\"", StringComparison.Ordinal).AsSpan().Trim()
                : span.Trim();
        }
    }

    public bool Read()
    {
        while (!Overlong)
        {
            if (_start == _filled && !Fill())
            {
                return false;
            }

            var (end, next, lines) = Scan();
            if (end >= 0)
            {
                Line = _nextLine;
                _nextLine += lines;
                _start = next;
                return true;
            }

            if (!Fill())
            {
                Overlong = true;
            }
        }

        _fields.Clear();
        return false;
    }

    public void Dispose() => text.Dispose();

    /// <summary>Splits the record that starts here; end is -1 when the buffer does not hold all of it yet.</summary>
    private (int End, int Next, int Lines) Scan()
    {
        _fields.Clear();
        var at = _start;
        var lines = 0;
        while (true)
        {
            var doubled = false;
            int start,
                length;
            if (at < _filled && _buffer[at] == '"')
            {
                var close = Close(at + 1, ref doubled);
                if (close < 0)
                {
                    return (-1, 0, 0);
                }

                (start, length) = (at + 1, close - at - 1);
                lines += _buffer.AsSpan(start, length).Count('\n');
                // What stands between the closing quote and the separator belongs to no field.
                var rest = _buffer
                    .AsSpan(close + 1, Math.Max(0, _filled - close - 1))
                    .IndexOfAny(separator, '\r', '\n');
                at = rest < 0 ? _filled : close + 1 + rest;
            }
            else
            {
                var found = _buffer.AsSpan(at, _filled - at).IndexOfAny(separator, '\r', '\n');
                (start, length) = (at, found < 0 ? _filled - at : found);
                at = start + length;
            }

            if (at == _filled && !_atEnd)
            {
                return (-1, 0, 0);
            }

            _fields.Add((start, length, doubled));
            if (at == _filled)
            {
                return (at, at, lines + 1);
            }

            if (_buffer[at] != separator || _fields.Count > MostFields)
            {
                Overlong |= _fields.Count > MostFields;
                if (_buffer[at] == '\r' && at + 1 == _filled && !_atEnd)
                {
                    return (-1, 0, 0);
                }

                var pair = _buffer[at] == '\r' && at + 1 < _filled && _buffer[at + 1] == '\n';
                return (at, at + (pair ? 2 : 1), lines + 1);
            }

            at++;
        }
    }

    private int Close(int from, ref bool doubled)
    {
        for (var at = from; at < _filled; at++)
        {
            if (_buffer[at] != '"')
            {
                continue;
            }

            if (at + 1 == _filled && !_atEnd)
            {
                return -1;
            }

            if (at + 1 == _filled || _buffer[at + 1] != '"')
            {
                return at;
            }

            doubled = true;
            at++;
        }

        return _atEnd ? _filled : -1;
    }

    /// <summary>Reads on behind what is held, which moves to the front. False when the record would be too long.</summary>
    private bool Fill()
    {
        if (_atEnd)
        {
            return false;
        }

        var held = _filled - _start;
        if (held >= LongestRecord)
        {
            return false;
        }

        if (held * 2 > _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        Array.Copy(_buffer, _start, _buffer, 0, held);
        (_start, _filled) = (0, held);
        var got = text.Read(_buffer, held, _buffer.Length - held);
        _atEnd = got == 0;
        _filled += got;
        return got > 0 || held > 0;
    }
}

/// <summary>Rows of a worksheet.</summary>
internal sealed class IamcSheetRecords(TableGrid grid) : IIamcRecords
{
    private int _row = -1;

    public int Line => grid.Rows[_row].Line;

    public int Count => grid.Rows[_row].Cells.Length;

    public bool Overlong => false;

    public ReadOnlySpan<char> this[int field] => grid.Rows[_row][field].Text.AsSpan().Trim();

    public bool Read() => ++_row < grid.Rows.Count;

    public void Dispose() { }
}
