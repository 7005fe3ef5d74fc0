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
            var distance = Spelling.Distance(lower, vocabulary[i].Lower, limit);
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
}
