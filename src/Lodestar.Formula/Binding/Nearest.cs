// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Lodestar.Formula.Binding;

/// <summary>"Did you mean": names near a misspelt one.</summary>
internal static class Nearest
{
    private const int Most = 3;
    private const int LongestName = 64;
    private const int MostNames = 5000;

    /// <summary>Up to three, the nearest first; those that fit the place come before those that don't.</summary>
    public static ImmutableArray<string> To(string name, IEnumerable<string> names, Func<string, bool>? fits = null)
    {
        if (name.Length is 0 or > LongestName)
        {
            return [];
        }

        var limit = name.Length switch
        {
            <= 2 => 1,
            <= 6 => 2,
            _ => 3,
        };
        return
        [
            .. names
                .Take(MostNames)
                .Select(n => (Name: n, Distance: Distance(name, n, limit)))
                .Where(n => n.Distance <= limit)
                .OrderByDescending(n => fits?.Invoke(n.Name) ?? true)
                .ThenBy(n => n.Distance)
                .ThenBy(n => n.Name, StringComparer.Ordinal)
                .Select(n => n.Name)
                .Distinct(StringComparer.Ordinal)
                .Take(Most),
        ];
    }

    /// <summary>Edits of one character and swaps of neighbours, case aside; a whole last part of a dotted name counts as one.</summary>
    private static int Distance(string a, string b, int limit)
    {
        if (b.EndsWith("." + a, StringComparison.OrdinalIgnoreCase))
        {
            return 1;
        }

        if (Math.Abs(a.Length - b.Length) > limit || b.Length > LongestName)
        {
            return limit + 1;
        }

        var rows = new int[3][];
        for (var i = 0; i < 3; i++)
        {
            rows[i] = new int[b.Length + 1];
        }

        for (var j = 0; j <= b.Length; j++)
        {
            rows[0][j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var (row, above, before) = (rows[i % 3], rows[(i + 2) % 3], rows[(i + 1) % 3]);
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                row[j] = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }
        }

        return rows[a.Length % 3][b.Length];
    }
}
