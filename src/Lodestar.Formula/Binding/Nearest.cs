// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Units;

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

        return b.Length > LongestName
            ? limit + 1
            : Spelling.Distance(a.ToLowerInvariant(), b.ToLowerInvariant(), limit);
    }
}
