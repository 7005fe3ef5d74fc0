// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Lodestar.Units;

/// <summary>The substances and CO2e, found at a place in a text by the longest spelling.</summary>
internal sealed class SubstanceLexicon
{
    // "carbon dioxide equivalents" is the longest spelling people use; names of rare species are longer but not written in units.
    private const int LongestSpelling = 34;
    private readonly Dictionary<string, Substance> bySpelling = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Gas> byId = new(StringComparer.Ordinal);

    internal SubstanceLexicon(Csv table)
    {
        var gases = new List<Gas>();
        foreach (var row in table.Rows)
        {
            var gas = new Gas(
                row["id"],
                row["family"],
                row["name"],
                row["display"],
                row.List("aliases"),
                row["source"]
            );
            var isCO2e = gas.Family == "equivalent";
            if (!isCO2e)
            {
                gases.Add(gas);
                byId.Add(gas.Id, gas);
            }
            var substance = new Substance(isCO2e ? null : gas);
            foreach (var spelling in (string[])[gas.Id, gas.Display, gas.Name, .. gas.Aliases])
            {
                Add(SourceText.Of(spelling).Text, substance);
            }
        }
        Gases = gases;
    }

    internal IReadOnlyList<Gas> Gases { get; }

    internal Gas? ById(string id) => byId.GetValueOrDefault(id);

    internal Gas? Find(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length > 0 && bySpelling.TryGetValue(Key(trimmed), out var substance) ? substance.Gas : null;
    }

    /// <summary>The longest spelling that starts at a place and ends where a word ends; <paramref name="end"/> is the place after it.</summary>
    internal Substance? LongestAt(string text, int start, out int end)
    {
        var stop = start;
        while (
            stop < text.Length
            && stop - start < LongestSpelling
            && (char.IsLetterOrDigit(text[stop]) || text[stop] is '-' or ' ' or '.')
        )
        {
            stop++;
        }
        for (end = stop; end > start; end--)
        {
            var last = text[end - 1];
            var endsWord = end == text.Length || !char.IsLetterOrDigit(text[end]);
            if (
                endsWord
                && last is not ('-' or ' ')
                && bySpelling.TryGetValue(Key(text.AsSpan(start, end - start)), out var substance)
            )
            {
                return substance;
            }
        }
        return null;
    }

    private void Add(string spelling, Substance substance)
    {
        var key = Key(spelling);
        if (!bySpelling.TryAdd(key, substance) && bySpelling[key] != substance)
        {
            throw new FormatException("gases.csv: two meanings of " + spelling);
        }
    }

    /// <summary>One-letter ids keep their case: <c>c</c> is not carbon.</summary>
    private static string Key(ReadOnlySpan<char> spelling)
    {
        if (spelling.Length == 1)
        {
            return spelling.ToString();
        }
        var key = new StringBuilder(spelling.Length);
        foreach (var c in spelling)
        {
            if (c is not ('-' or ' ' or '.'))
            {
                key.Append(char.ToLowerInvariant(c));
            }
        }
        return key.Length == 1 ? "" : key.ToString();
    }
}

/// <summary>A gas, or CO2e when <paramref name="Gas"/> is null.</summary>
internal sealed record Substance(Gas? Gas);
