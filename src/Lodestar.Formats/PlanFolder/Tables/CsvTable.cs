// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.PlanFolder.Tables;

/// <summary>One field: its text, and where it stands with its quotes.</summary>
internal readonly record struct CsvField(string Text, int Start, int End, bool IsQuoted);

/// <summary>One record. <paramref name="Number"/> is its row in a spreadsheet, from 1; <paramref name="End"/> is after its line break.</summary>
internal sealed record CsvRecord(int Number, int Start, int End, IReadOnlyList<CsvField> Fields)
{
    public bool IsBlank => Fields.All(f => string.IsNullOrWhiteSpace(f.Text));
}

/// <summary>The records of a comma-separated file (RFC 4180) with the place of each field.</summary>
internal sealed class CsvTable
{
    public const int MostRows = 100_000;
    public const int MostColumns = 2_000;

    private CsvTable(TextFile text, IReadOnlyList<CsvRecord> records) => (Text, Records) = (text, records);

    public TextFile Text { get; }

    /// <summary>All records, blank ones too: the first is the header.</summary>
    public IReadOnlyList<CsvRecord> Records { get; }

    /// <summary>Null when there is nothing to read as a table; the reason is reported.</summary>
    public static CsvTable? Read(TextFile text, FaultLog log)
    {
        if (string.IsNullOrWhiteSpace(text.Text))
        {
            if (text.IsExact)
            {
                log.Add(Faults.EmptyTable, new Place(text.Path));
            }

            return null;
        }

        var header = text.Text[..text.LineEnd(0)];
        if (!header.Contains(',', StringComparison.Ordinal) && header.AsSpan().IndexOfAny(';', '\t') is var at and >= 0)
        {
            var separator = Message.Of(header[at] == ';' ? "plan-part.semicolons" : "plan-part.tabs");
            log.Add(Faults.WrongSeparator, new Place(text.Path, 1), header, values: [("separator", separator)]);
            return null;
        }

        return new CsvTable(text, Split(text, log));
    }

    public Place PlaceOf(CsvRecord record, int column)
    {
        var offset = column < record.Fields.Count ? record.Fields[column].Start : record.Start;
        return new Place(Text.Path, Text.LineAt(offset) + 1, 0, Address(column, record.Number));
    }

    public Place PlaceOf(CsvRecord record) => new(Text.Path, Text.LineAt(record.Start) + 1);

    /// <summary>"D14": columns in letters, rows from 1.</summary>
    public static string Address(int column, int row)
    {
        var letters = "";
        for (var c = column + 1; c > 0; c = (c - 1) / 26)
        {
            letters = (char)('A' + (c - 1) % 26) + letters;
        }

        return letters + row.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The text as a field: quoted where it has to be, or where it was before.</summary>
    public static string Written(string text, bool quoted = false) =>
        quoted
        || text.AsSpan().IndexOfAny(",\"\r\n") >= 0
        || (text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])))
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;

    private static List<CsvRecord> Split(TextFile file, FaultLog log)
    {
        var text = file.Text;
        var records = new List<CsvRecord>();
        var at = 0;
        while (at < text.Length)
        {
            if (records.Count >= MostRows)
            {
                log.Add(Faults.TableTooLarge, file.PlaceAt(at), values: [("rows", MostRows), ("columns", MostColumns)]);
                break;
            }

            var (start, fields) = (at, new List<CsvField>());
            while (true)
            {
                at = ReadField(file, at, fields, records.Count + 1, log);
                if (at >= text.Length || text[at] != ',' || fields.Count >= MostColumns)
                {
                    break;
                }

                at++;
            }

            if (fields.Count >= MostColumns && at < text.Length && text[at] == ',')
            {
                log.Add(Faults.TableTooLarge, file.PlaceAt(at), values: [("rows", MostRows), ("columns", MostColumns)]);
                break;
            }

            at = AfterBreak(text, at);
            records.Add(new CsvRecord(records.Count + 1, start, at, fields));
        }

        return records;
    }

    private static int ReadField(TextFile file, int start, List<CsvField> fields, int row, FaultLog log)
    {
        var text = file.Text;
        if (start >= text.Length || text[start] != '"')
        {
            var length = text.AsSpan(start).IndexOfAny(',', '\r', '\n');
            var end = length < 0 ? text.Length : start + length;
            fields.Add(new CsvField(text[start..end].Trim(), start, end, false));
            return end;
        }

        var value = new System.Text.StringBuilder();
        var at = start + 1;
        while (true)
        {
            var quote = text.IndexOf('"', at);
            if (quote < 0)
            {
                // Without its closing quote a field would swallow the rest of the file: take it to the line's end instead.
                var lineEnd = file.LineEnd(file.LineAt(start));
                Report(Faults.OpenQuote, text[start..lineEnd]);
                fields.Add(new CsvField(text[(start + 1)..lineEnd].Trim(), start, lineEnd, true));
                return lineEnd;
            }

            value.Append(text, at, quote - at);
            if (quote + 1 < text.Length && text[quote + 1] == '"')
            {
                value.Append('"');
                at = quote + 2;
                continue;
            }

            at = quote + 1;
            break;
        }

        var rest = text.AsSpan(at).IndexOfAny(',', '\r', '\n');
        var stop = rest < 0 ? text.Length : at + rest;
        if (!string.IsNullOrWhiteSpace(text[at..stop]))
        {
            Report(Faults.TextAfterQuote, text[start..stop]);
            value.Append(text, at, stop - at);
        }

        fields.Add(new CsvField(value.ToString(), start, stop, true));
        return stop;

        void Report(FaultKind kind, string quoted) =>
            log.Add(kind, new Place(file.Path, file.LineAt(start) + 1, 0, Address(fields.Count, row)), quoted);
    }

    private static int AfterBreak(string text, int at)
    {
        if (at < text.Length && text[at] == '\r')
        {
            at++;
            return at < text.Length && text[at] == '\n' ? at + 1 : at;
        }

        return at < text.Length && text[at] == '\n' ? at + 1 : at;
    }
}
