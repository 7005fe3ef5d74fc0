// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Lodestar.Formats.Imports;
using Lodestar.Planning.Series;

namespace Lodestar.Formats.OwnTable;

/// <summary>Turns a table's cells into cells of a plan: numbers, notation keys, missing.</summary>
internal sealed partial class CellReader(NumberFormat format, DiagnosticBag faults)
{
    private static readonly HashSet<string> Nothing = new(StringComparer.OrdinalIgnoreCase)
    {
        "-",
        "–",
        "—",
        ".",
        "..",
        "...",
        "…",
        ":",
        "x",
        "na",
        "n/a",
        "n.a.",
        "k.a.",
        "k. a.",
        "nd",
        "n.d.",
        "n.c.",
        "nc",
        "no data",
        "not available",
        "unknown",
        "?",
        "#n/a",
        "null",
        "none",
    };

    /// <summary>Words that stand for "no figure", with how often each was met.</summary>
    public SortedDictionary<string, int> Absent { get; } = new(StringComparer.Ordinal);

    public Cell Read(TableCell cell)
    {
        if (cell.Cell.Number is { } known)
        {
            return Cell.Of(known);
        }

        var text = cell.Cell.Text.Trim();
        if (text.Length == 0)
        {
            return Cell.Missing;
        }

        if (Key(text) is { } key)
        {
            return key;
        }

        if (Nothing.Contains(text))
        {
            Absent[text] = Absent.GetValueOrDefault(text) + 1;
            return Cell.Missing;
        }

        if (NumberText.TryRead(text, format, out var number))
        {
            return Cell.Of(number);
        }

        faults.Add(ImportFaults.NotANumber(cell.Place, text));
        return Cell.Missing;
    }

    /// <summary>False for words that are no value: the second half of a note that a comma has cut in two.</summary>
    public static bool MayBeValue(GridCell cell) =>
        TableLayout.LooksNumeric(cell) || Nothing.Contains(cell.Text.Trim()) || Key(cell.Text.Trim()) is not null;

    private static Cell? Key(string text)
    {
        if (text is "NO" or "NE" or "C" or "IE")
        {
            return Cell.TryRead(text, out var key) ? key : null;
        }

        var elsewhere = Elsewhere().Match(text);
        return elsewhere.Success ? Cell.IncludedElsewhere(elsewhere.Groups["where"].Value) : null;
    }

    [GeneratedRegex(@"^IE\s*[:(\[]\s*(?<where>[IV]{1,3}(\.\d){0,2})\s*[)\]]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Elsewhere();
}
