// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Jurisdictions;

namespace Lodestar.Formats.Imports;

/// <summary>Compares names as people type them: case, accents, hyphens and punctuation make no difference.</summary>
internal static class NameMatch
{
    /// <summary>"Kings Lynn &amp; West-Norfolk" → "kings lynn and west norfolk".</summary>
    public static string Fold(string text) => NameFold.Fold(text);

    /// <summary>True when all words of <paramref name="part"/> stand in <paramref name="whole"/> in a row; both folded.</summary>
    public static bool ContainsWords(string whole, string part) =>
        part.Length > 0 && $" {whole} ".Contains($" {part} ", StringComparison.Ordinal);

    /// <summary>The known names that come closest to what was written, best first; none when nothing is near.</summary>
    public static IEnumerable<string> Nearest(string wanted, IEnumerable<string> known, int count = 3)
    {
        var folded = Fold(wanted);
        var limit = Math.Max(2, folded.Length / 3);
        return known
            .Select(name => (Name: name, Far: Distance(folded, Fold(name), limit)))
            .Where(k => k.Far <= limit)
            .OrderBy(k => k.Far)
            .ThenBy(k => k.Name, StringComparer.Ordinal)
            .Take(count)
            .Select(k => k.Name);
    }

    /// <summary>Edits between two names, or between the shorter and the start of the longer; above the limit it is only "too far".</summary>
    private static int Distance(string a, string b, int limit)
    {
        if (a.Length is 0 or > 100)
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, Math.Min(b.Length, a.Length + limit) + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row.Min();
    }
}
