// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Writing;
using Lodestar.Formats.PlanFolder.Yaml;

namespace Lodestar.Formats.PlanFolder.Editing;

/// <summary>Finds where in a YAML file an edit goes and what to write there, in the notation that stands around it.</summary>
internal sealed class YamlSplicer(YamlFile file)
{
    private readonly string _text = file.Text.Text;
    private readonly string _break = file.Text.NewLine;

    /// <summary>The value in place of another, quoted as that one was.</summary>
    public Splice Replace(YamlEntry entry, YamlScalar old, string value, bool inFlow)
    {
        if (old.Start == old.End)
        {
            return Splice.Insert(AfterColon(entry), " " + YamlWriter.Scalar(value, inFlow));
        }

        var written = old.Style switch
        {
            YamlStyle.DoubleQuoted => YamlWriter.DoubleQuoted(value),
            YamlStyle.SingleQuoted when !value.Any(char.IsControl) =>
                $"'{value.Replace("'", "''", StringComparison.Ordinal)}'",
            _ => YamlWriter.Scalar(value, inFlow),
        };
        return new Splice(old.Start, old.End, written);
    }

    /// <summary>A new entry at the end of a mapping; <paramref name="lines"/> are written for block notation.</summary>
    public Splice AddEntry(YamlMap map, IReadOnlyList<string> lines, string flow)
    {
        if (!map.IsFlow)
        {
            return Below(EndOf(map), ColumnOf(map.Start), lines);
        }

        return map.Entries.Count == 0
            ? Splice.Insert(map.Start + 1, flow)
            : Splice.Insert(EndOf(map.Entries[^1]), ", " + flow);
    }

    /// <summary>New lines under a key behind which nothing stands, one level in.</summary>
    public IEnumerable<Splice> Fill(YamlEntry entry, IReadOnlyList<string> lines, string flow, bool inFlow)
    {
        var colon = AfterColon(entry);
        if (entry.Value.End > colon)
        {
            yield return new Splice(colon, entry.Value.End, "");
        }

        yield return inFlow
            ? Splice.Insert(Math.Max(colon, entry.Value.End), " " + flow)
            : Below(Math.Max(colon, entry.Value.End), ColumnOf(entry.Key.Start) + 2, lines);
    }

    /// <summary>An item at the end of a list that has items already.</summary>
    public Splice AddItem(YamlList list, IReadOnlyList<string> lines, string flow) =>
        list.IsFlow ? Splice.Insert(list.Items[^1].End, ", " + flow) : Below(EndOf(list), ColumnOf(list.Start), lines);

    /// <summary>Lines at the end of the file.</summary>
    public Splice Append(IReadOnlyList<string> lines)
    {
        var open = _text.Length > 0 && _text[^1] is not ('\n' or '\r');
        return Splice.Insert(_text.Length, (open ? _break : "") + string.Join(_break, lines) + _break);
    }

    public Splice Remove(YamlMap map, YamlEntry entry)
    {
        if (map.IsFlow)
        {
            var index = IndexOf(map.Entries, entry);
            return RemoveFlow(
                entry.Key.Start,
                EndOf(entry),
                index > 0 ? EndOf(map.Entries[index - 1]) : null,
                index + 1 < map.Entries.Count ? map.Entries[index + 1].Key.Start : null
            );
        }

        var line = file.Text.LineAt(entry.Key.Start);
        var end = file.Text.LineAt(EndOf(entry));
        if (IsIndent(line, entry.Key.Start))
        {
            return WholeLines(line, end);
        }

        // The first key of a list's item: the dash stays, and with it what follows.
        var start = entry.Key.Start;
        while (start > 0 && _text[start - 1] == ' ')
        {
            start--;
        }

        return new Splice(start, file.Text.LineEnd(end), "");
    }

    /// <summary>Null where the item does not begin its line.</summary>
    public Splice? Remove(YamlList list, int index)
    {
        var item = list.Items[index];
        if (list.IsFlow)
        {
            return RemoveFlow(
                item.Start,
                item.End,
                index > 0 ? list.Items[index - 1].End : null,
                index + 1 < list.Items.Count ? list.Items[index + 1].Start : null
            );
        }

        var dash = index == 0 ? list.Start : DashAfter(EndOf(list.Items[index - 1]));
        if (dash is not { } at)
        {
            return null;
        }

        var line = file.Text.LineAt(at);
        return IsIndent(line, at) ? WholeLines(line, file.Text.LineAt(Math.Max(at, EndOf(item)))) : null;
    }

    private Splice RemoveFlow(int start, int end, int? before, int? next)
    {
        if (next is { } following && IsSeparator(end, following))
        {
            return new Splice(start, following, "");
        }

        // A comma may stay behind the last item, so a comment between the two is no trouble.
        return before is { } previous && IsSeparator(previous, start)
            ? new Splice(previous, end, "")
            : new Splice(start, end, "");
    }

    private bool IsSeparator(int start, int end) => _text[start..end].Trim() == ",";

    private Splice Below(int end, int indent, IReadOnlyList<string> lines)
    {
        var spaces = new string(' ', indent);
        var at = file.Text.LineEnd(file.Text.LineAt(end));
        return Splice.Insert(at, string.Concat(lines.Select(l => _break + spaces + l)));
    }

    private Splice WholeLines(int first, int last) =>
        new(
            file.Text.LineStart(first),
            last + 1 < file.Text.LineCount ? file.Text.LineStart(last + 1) : _text.Length,
            ""
        );

    private int EndOf(YamlEntry entry) =>
        entry.Value is YamlScalar { IsNothing: true } empty && empty.Start == empty.End
            ? AfterColon(entry)
            : EndOf(entry.Value);

    private int EndOf(YamlNode node) =>
        node switch
        {
            YamlMap { IsFlow: false, Entries: [.., var last] } => EndOf(last),
            YamlList { IsFlow: false, Items: [.., var last] } => EndOf(last),
            _ => node.End,
        };

    /// <summary>Where a value would begin: behind the key's colon, or behind a key in braces that has none.</summary>
    private int AfterColon(YamlEntry entry)
    {
        var at = entry.Key.End;
        while (at < _text.Length && _text[at] == ' ')
        {
            at++;
        }

        return at < _text.Length && _text[at] == ':' ? at + 1 : entry.Key.End;
    }

    private int? DashAfter(int end)
    {
        for (var line = file.Text.LineAt(end) + 1; line < file.Text.LineCount; line++)
        {
            var (start, stop) = (file.Text.LineStart(line), file.Text.LineEnd(line));
            var dash = start + _text.AsSpan(start, stop - start).IndexOfAnyExcept(' ');
            if (dash >= start && _text[dash] == '-')
            {
                return dash;
            }
        }

        return null;
    }

    private bool IsIndent(int line, int end) => _text[file.Text.LineStart(line)..end].All(c => c == ' ');

    private int ColumnOf(int offset) => offset - file.Text.LineStart(file.Text.LineAt(offset));

    private static int IndexOf(IReadOnlyList<YamlEntry> entries, YamlEntry entry)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            if (ReferenceEquals(entries[i], entry))
            {
                return i;
            }
        }

        return -1;
    }
}
