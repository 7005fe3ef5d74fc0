// SPDX-License-Identifier: Apache-2.0
using Lodestar.Units;

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
                .Select(c => (Candidate: c, Distance: Spelling.Distance(wanted, Plain(c))))
                .Where(c => c.Distance <= reach && c.Distance < c.Candidate.Length)
                .OrderBy(c => c.Distance)
                .ThenBy(c => c.Candidate, StringComparer.Ordinal)
                .Take(Most)
                .Select(c => c.Candidate),
        ];
    }

    private static string Plain(string word) => word.Trim().ToLowerInvariant().Replace('_', '-').Replace(' ', '-');
}
