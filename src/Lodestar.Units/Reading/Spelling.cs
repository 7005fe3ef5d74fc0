// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Units;

/// <summary>How far two spellings are apart, for "did you mean".</summary>
public static class Spelling
{
    /// <summary>Characters to insert, remove or replace, and neighbours to swap (optimal string alignment).</summary>
    /// <param name="a">A word; its case counts.</param>
    /// <param name="b">Another.</param>
    /// <param name="limit">Words further apart than this are not told apart.</param>
    /// <returns>The distance; <paramref name="limit"/> + 1 where the lengths alone show it to be greater.</returns>
    public static int Distance(string a, string b, int limit = int.MaxValue - 1)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (Math.Abs(a.Length - b.Length) > limit)
        {
            return limit + 1;
        }

        var (before, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last, row) = (last, row, before);
        }

        return last[b.Length];
    }
}
