// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.OwnTable;

/// <summary>Reads delimited text, guessing its encoding and separator.</summary>
internal static class TextTable
{
    public const int MaxCells = 2_000_000;
    private const int LongestField = 32_768;
    private const int RowsToGuessFrom = 60;

    // Where two separators fit equally well the comma loses, since it is also a decimal mark.
    private static readonly char[] Separators = ['\t', ';', '|', ','];

    /// <summary>Null when it could not be read; the faults say why.</summary>
    public static TableGrid? Read(BoundedStream input, string file, DiagnosticBag faults, List<Message> understood)
    {
        using var bytes = input.ToMemory();
        if (input.Exceeded)
        {
            return null;
        }

        var all = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        var encoding = TextSniff.UnmarkedUtf16(all) ?? TextSniff.EncodingOf(all, cutOff: false);
        var text = encoding.GetString(all).TrimStart('\uFEFF');
        understood.Add(Message.Of("import.table.encoding", ("encoding", encoding.WebName)));

        var separator = StatedSeparator(ref text) ?? GuessSeparator(text);
        if (separator is not { } mark)
        {
            faults.Add(text.All(char.IsWhiteSpace) ? ImportFaults.Empty(file) : ImportFaults.NoSeparator(file));
            return null;
        }

        understood.Add(Message.Of("import.table.separator", ("separator", NameOf(mark))));
        return Parse(text, mark, file, input, faults);
    }

    private static TableGrid? Parse(string text, char separator, string file, BoundedStream input, DiagnosticBag faults)
    {
        using var csv = Parser(text, separator);
        var rows = new List<GridRow>();
        var cells = 0;
        while (csv.Read())
        {
            input.CountRow();
            cells += csv.Record.Count;
            if (cells > MaxCells)
            {
                faults.Add(ImportFaults.TooManyCells(file, MaxCells));
                return null;
            }

            var row = new GridRow(csv.Line, [.. csv.Record.Select(f => new GridCell(f.Trim()))]);
            if (!row.IsBlank)
            {
                rows.Add(row);
            }
        }

        if (csv.Overlong)
        {
            faults.Add(ImportFaults.FieldTooLong(file, csv.Line, LongestField));
            return null;
        }

        return new TableGrid(file, rows) { CommaLikely = separator == ';' };
    }

    private static SeparatedText Parser(string text, char separator) =>
        new(new StringReader(text), separator, LongestField);

    // Excel's own mark: a first line "sep=;".
    private static char? StatedSeparator(ref string text)
    {
        if (
            !text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)
            || text.Length < 6
            || text[5] is not ('\r' or '\n')
        )
        {
            return null;
        }

        var stated = text[4];
        text = text[text.IndexOf('\n', StringComparison.Ordinal)..];
        return stated;
    }

    private static char? GuessSeparator(string text)
    {
        var best = (Score: 1L, Mark: (char?)null);
        foreach (var separator in Separators.Where(s => text.Contains(s, StringComparison.Ordinal)))
        {
            var widths = new List<int>();
            using var csv = Parser(text, separator);
            while (widths.Count < RowsToGuessFrom && csv.Read())
            {
                widths.Add(csv.Record.Count);
            }

            var score = widths.Where(w => w > 1).GroupBy(w => w).Select(g => (long)g.Count()).DefaultIfEmpty().Max();
            if (score > best.Score)
            {
                best = (score, separator);
            }
        }

        return best.Mark;
    }

    private static Message NameOf(char separator) =>
        separator switch
        {
            '\t' => Message.Of("import.separator.tab"),
            ';' => Message.Of("import.separator.semicolon"),
            '|' => Message.Of("import.separator.pipe"),
            ',' => Message.Of("import.separator.comma"),
            _ => Message.Of("import.separator.other", ("mark", separator.ToString())),
        };
}
