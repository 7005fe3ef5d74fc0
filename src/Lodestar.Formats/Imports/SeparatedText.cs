// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Lodestar.Formats.Imports;

/// <summary>
/// Reads delimited text record by record, with any separator, holding one record at a time. Quotes count only at the
/// start of a field; a stray one inside a field is a character like others.
/// </summary>
internal sealed class SeparatedText(TextReader text, char separator, int longestField, int mostFields = 20_000)
    : IDisposable
{
    private readonly char[] _buffer = new char[16 << 10];
    private readonly StringBuilder _field = new();
    private int _at;
    private int _filled;
    private int _line = 1;

    public List<string> Record { get; } = [];

    /// <summary>The line the record starts on, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>True when a field or record went beyond all measure, most likely for want of a closing quote; reading ends there.</summary>
    public bool Overlong { get; private set; }

    public bool Read()
    {
        Record.Clear();
        Line = _line;
        if (Overlong || Peek() < 0)
        {
            return false;
        }

        while (true)
        {
            ReadField();
            if (Overlong)
            {
                return false;
            }

            var end = Next();
            if (end == '\r' && Peek() == '\n')
            {
                Next();
            }

            if (end != separator)
            {
                _line += end < 0 ? 0 : 1;
                return true;
            }
        }
    }

    public void Dispose() => text.Dispose();

    private void ReadField()
    {
        _field.Clear();
        if (Peek() == '"' && separator != '"')
        {
            Next();
            ReadQuoted();
        }

        while (Peek() is var c and >= 0 && c != separator && c is not ('\r' or '\n') && !Overlong)
        {
            Append((char)Next());
        }

        Record.Add(_field.ToString());
        Overlong |= Record.Count > mostFields;
    }

    private void ReadQuoted()
    {
        while (Peek() >= 0 && !Overlong)
        {
            var c = (char)Next();
            if (c == '"')
            {
                if (Peek() != '"')
                {
                    return;
                }

                Next();
            }

            _line += c == '\n' ? 1 : 0;
            Append(c);
        }
    }

    private void Append(char c)
    {
        _field.Append(c);
        Overlong |= _field.Length > longestField;
    }

    private int Peek()
    {
        if (_at == _filled)
        {
            _at = 0;
            _filled = text.Read(_buffer, 0, _buffer.Length);
        }

        return _filled > 0 ? _buffer[_at] : -1;
    }

    private int Next()
    {
        var c = Peek();
        _at += c < 0 ? 0 : 1;
        return c;
    }
}
