// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Units;

/// <summary>What a word means: an atom, a whole unit, a power of ten, or several things at once.</summary>
internal sealed class UnitLexicon
{
    private readonly Dictionary<string, UnitAtom> symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UnitAtom> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UnitAtom?> anyCase = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Unit> phrases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> ambiguous = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Prefix> prefixes = new(StringComparer.Ordinal);

    internal UnitLexicon(IReadOnlyList<UnitDefinition> units, Csv prefixTable, Csv ambiguousTable)
    {
        foreach (var row in prefixTable.Rows)
        {
            var power = int.Parse(row["power"], System.Globalization.CultureInfo.InvariantCulture);
            if (row["kind"] == "number")
            {
                numbers.Add(row["word"], power);
            }
            else
            {
                prefixes.Add(row["symbol"], new(row["symbol"], row["word"], power));
            }
        }
        foreach (var row in ambiguousTable.Rows)
        {
            ambiguous.Add(row["spelling"], row.List("suggestions"));
        }
        foreach (var unit in units)
        {
            Add(unit, null);
            foreach (var prefix in unit.Prefixes)
            {
                Add(unit, prefixes[prefix]);
            }
        }
    }

    /// <summary>Every spelling with what it stands for, for suggestions.</summary>
    internal IEnumerable<KeyValuePair<string, UnitAtom>> Vocabulary => symbols.Concat(names);

    /// <summary>Adds a way of writing; several words are matched without regard to case, one word with it.</summary>
    internal void AddPhrase(string spelling, Unit unit)
    {
        if (symbols.ContainsKey(spelling) || !phrases.TryAdd(spelling, unit))
        {
            throw new FormatException("phrases.csv: two meanings of " + spelling);
        }
    }

    internal bool TryPhrase(string words, out Unit? unit)
    {
        if (phrases.TryGetValue(words, out unit))
        {
            return true;
        }
        unit = names.TryGetValue(words.ToLowerInvariant(), out var atom) ? Unit.Of(atom) : null;
        return unit is not null || phrases.TryGetValue(words.ToLowerInvariant(), out unit);
    }

    internal bool TryNumber(string word, out int power) => numbers.TryGetValue(word.ToLowerInvariant(), out power);

    internal string[]? Ambiguous(string word) => ambiguous.GetValueOrDefault(word);

    /// <summary>One word: by symbol, by name, then by symbol without regard to case where that leaves one meaning.</summary>
    internal UnitAtom? Find(string word)
    {
        if (symbols.TryGetValue(word, out var atom) || names.TryGetValue(word.ToLowerInvariant(), out atom))
        {
            return atom;
        }
        return
            word.Length > 1
            && anyCase.TryGetValue(word.ToLowerInvariant(), out atom)
            && atom is not null
            && CaseIsForgiven(word, atom)
            ? atom
            : null;
    }

    /// <summary>The atom with a power of ten taken into its prefix; null when the field has no such prefix.</summary>
    internal UnitAtom? WithPower(UnitAtom atom, int power)
    {
        var wanted = (atom.Prefix?.Power ?? 0) + power;
        if (wanted == 0)
        {
            return atom.WithPrefix(null);
        }
        foreach (var symbol in atom.Definition.Prefixes)
        {
            if (prefixes[symbol].Power == wanted)
            {
                return atom.WithPrefix(prefixes[symbol]);
            }
        }
        return null;
    }

    /// <summary>
    /// <c>mwh</c>, <c>MWH</c> and <c>KWh</c> leave no doubt. <c>mWh</c> does: its writer used case, and it says milli where the
    /// table has mega only. So does <c>MM</c>, which is not read as millimetre.
    /// </summary>
    private static bool CaseIsForgiven(string word, UnitAtom atom)
    {
        if (atom.Prefix is { Power: < 0 })
        {
            return false;
        }
        var oneCase = !word.Any(char.IsUpper) || !word.Any(char.IsLower);
        return oneCase || word[0] == atom.Symbol[0] || word[0] is 'k' or 'K' or 'g' or 'G' or 't' or 'T';
    }

    private void Add(UnitDefinition unit, Prefix? prefix)
    {
        var atom = UnitAtom.Plain(unit, prefix);
        AddTo(symbols, atom.Symbol, atom);
        foreach (var other in unit.OtherSymbols)
        {
            // "ton" alone is ambiguous, "kton" is not.
            if (prefix is not null || !ambiguous.ContainsKey(other))
            {
                AddTo(symbols, prefix?.Symbol + other, atom);
            }
        }
        foreach (var name in unit.Names)
        {
            AddTo(names, (prefix?.Word + name).ToLowerInvariant(), atom);
        }
    }

    private void AddTo(Dictionary<string, UnitAtom> map, string spelling, UnitAtom atom)
    {
        if (!map.TryAdd(spelling, atom))
        {
            throw new FormatException("units.csv: two meanings of " + spelling);
        }
        if (map == symbols)
        {
            var key = spelling.ToLowerInvariant();
            anyCase[key] = anyCase.TryGetValue(key, out var known) && known != atom ? null : atom;
        }
    }
}
