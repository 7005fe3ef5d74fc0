// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>What somebody most likely meant, among what there is.</summary>
internal static class DidYouMean
{
    private const int Longest = 64;
    private const int Most = 3;

    /// <summary>Up to three candidates within a third of the word's length in edits, nearest first.</summary>
    public static IReadOnlyList<string> Find(string word, IEnumerable<string> candidates)
    {
        var wanted = Plain(word);
        if (wanted.Length is 0 or > Longest)
        {
            return [];
        }

        var reach = Math.Max(1, wanted.Length / 3);
        return
        [
            .. candidates
                .Where(c => c.Length is > 0 and <= Longest)
                .Distinct(StringComparer.Ordinal)
                .Select(c => (Candidate: c, Distance: Distance(wanted, Plain(c))))
                .Where(c => c.Distance <= reach && c.Distance < c.Candidate.Length)
                .OrderBy(c => c.Distance)
                .ThenBy(c => c.Candidate, StringComparer.Ordinal)
                .Take(Most)
                .Select(c => c.Candidate),
        ];
    }

    private static string Plain(string word) => word.Trim().ToLowerInvariant().Replace('_', '-').Replace(' ', '-');

    /// <summary>Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
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
