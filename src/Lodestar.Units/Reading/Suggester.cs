// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Units;

/// <summary>"Did you mean": the spellings nearest to a misspelt word by Damerau-Levenshtein distance, case aside.</summary>
internal sealed class Suggester
{
    private const int LongestWord = 32;
    private const int Most = 3;
    private readonly (string Spelling, string Lower, string Meaning)[] units;
    private readonly (string Spelling, string Lower, string Meaning)[] gases;

    internal Suggester(UnitLexicon lexicon, SubstanceLexicon substances)
    {
        units = lexicon
            .Vocabulary.Select(entry => (entry.Key, entry.Key.ToLowerInvariant(), entry.Value.Symbol))
            .ToArray();
        gases = substances
            .Gases.SelectMany(gas =>
                new[] { gas.Id, gas.Display, gas.Name }.Distinct().Select(s => (s, s.ToLowerInvariant(), gas.Id))
            )
            .Prepend(("CO2e", "co2e", "CO2e"))
            .ToArray();
    }

    internal IReadOnlyList<string> Units(string word) => Nearest(word, units, out _);

    internal IReadOnlyList<string> Gases(string word) => Nearest(word, gases, out _);

    internal static IReadOnlyList<string> Sets(string word, IReadOnlyList<GwpSet> sets) =>
        Nearest(word, sets.Select(set => (set.Symbol, set.Symbol.ToLowerInvariant(), set.Id)).ToArray(), out _);

    /// <summary>Whether a gas is as near as any unit; both lists are given.</summary>
    internal bool LooksLikeGas(string word, out IReadOnlyList<string> unitWords, out IReadOnlyList<string> gasWords)
    {
        unitWords = Nearest(word, units, out var unitDistance);
        gasWords = Nearest(word, gases, out var gasDistance);
        return gasDistance != int.MaxValue && gasDistance <= unitDistance;
    }

    private static List<string> Nearest(
        string word,
        (string Spelling, string Lower, string Meaning)[] vocabulary,
        out int best
    )
    {
        best = int.MaxValue;
        var result = new List<string>();
        if (word.Length is 0 or > LongestWord)
        {
            return result;
        }
        var lower = word.ToLowerInvariant();
        var limit = word.Length switch
        {
            <= 2 => 0,
            <= 5 => 1,
            <= 9 => 2,
            _ => 3,
        };
        var found = new List<(int Distance, int Length, int Case, int Index)>();
        for (var i = 0; i < vocabulary.Length; i++)
        {
            var distance = Distance(lower, vocabulary[i].Lower, limit);
            if (distance <= limit)
            {
                var length = Math.Abs(word.Length - vocabulary[i].Spelling.Length);
                found.Add((distance, length, CaseDifferences(word, vocabulary[i].Spelling), i));
                best = Math.Min(best, distance);
            }
        }
        found.Sort();
        var meanings = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, _, _, index) in found)
        {
            if (result.Count < Most && meanings.Add(vocabulary[index].Meaning))
            {
                result.Add(vocabulary[index].Spelling);
            }
        }
        return result;
    }

    private static int CaseDifferences(string word, string spelling)
    {
        var count = 0;
        for (var i = 0; i < Math.Min(word.Length, spelling.Length); i++)
        {
            count +=
                word[i] != spelling[i] && char.ToLowerInvariant(word[i]) == char.ToLowerInvariant(spelling[i]) ? 1 : 0;
        }
        return count;
    }

    /// <summary>Edits of one character and swaps of two neighbours; anything above the limit counts as limit + 1.</summary>
    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
        {
            return limit + 1;
        }
        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> previous = stackalloc int[b.Length + 1];
        Span<int> current = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var least = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
                var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                current[j] = swapped ? Math.Min(least, before[j - 2] + 1) : least;
            }
            previous.CopyTo(before);
            current.CopyTo(previous);
        }
        return previous[b.Length];
    }
}
