// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Planning.Jurisdictions;

/// <summary>
/// The names that a search looks through, as lists of word numbers: every name and alias of every place, and names of
/// several words once more written together ("newyork").
/// </summary>
internal sealed class SearchNames
{
    /// <summary>Words of a name that count; later ones are not looked at.</summary>
    public const int MostWords = 12;

    private const int MostJoined = 4;

    private readonly int[] _placeOf;
    private readonly Flag[] _flags;
    private readonly int[] _wordStarts;
    private readonly int[] _wordsOf;
    private readonly int[] _nameStarts;
    private readonly int[] _namesWith;
    private readonly int[] _contextOf;
    private readonly int[][] _contexts;

    [Flags]
    private enum Flag : byte
    {
        None = 0,
        Own = 1,
        Joined = 2,
    }

    public SearchNames(IReadOnlyList<Jurisdiction> places)
    {
        var names = places.SelectMany(NamesOf).ToList();
        // Names of countries help to tell places apart: "Paris France".
        var countries = places.Select(p => p.Country).OfType<Country>().Distinct().ToList();
        var contexts = countries.Select(ContextOf).ToList();
        Words = new WordList(names.SelectMany(n => n.Words).Concat(contexts.SelectMany(c => c)).ToHashSet());

        _placeOf = [.. names.Select(n => n.Place)];
        _flags = [.. names.Select(n => n.Flags)];
        (_wordStarts, _wordsOf) = Lists(names.Select(n => n.Words.Select(w => Words.IndexOf(w))), names.Count);
        (_nameStarts, _namesWith) = Lists(Invert(), Words.Count);
        var byCountry = countries.Index().ToDictionary(c => c.Item, c => c.Index);
        _contexts = [.. contexts.Select(c => c.Select(w => Words.IndexOf(w)).ToArray())];
        _contextOf =
        [
            .. places.Select(p => p.Country is { } c && p.Kind != Plans.JurisdictionKind.Country ? byCountry[c] : -1),
        ];
    }

    public WordList Words { get; }

    public int Count => _placeOf.Length;

    public int PlaceOf(int name) => _placeOf[name];

    /// <summary>True for the name the place goes by, false for its other ones.</summary>
    public bool IsOwn(int name) => _flags[name].HasFlag(Flag.Own);

    public bool IsJoined(int name) => _flags[name].HasFlag(Flag.Joined);

    /// <summary>Word numbers of a name, in its order.</summary>
    public ReadOnlySpan<int> WordsOf(int name) =>
        _wordsOf.AsSpan(_wordStarts[name], _wordStarts[name + 1] - _wordStarts[name]);

    /// <summary>Names that hold a word.</summary>
    public ReadOnlySpan<int> With(int word) =>
        _namesWith.AsSpan(_nameStarts[word], _nameStarts[word + 1] - _nameStarts[word]);

    /// <summary>Word numbers of the country that the name's place lies in.</summary>
    public ReadOnlySpan<int> ContextOf(int name) =>
        _contextOf[_placeOf[name]] is >= 0 and var context ? _contexts[context] : [];

    /// <summary>The name as it is written.</summary>
    public string TextOf(int name, Jurisdiction place)
    {
        var joined = IsJoined(name);
        foreach (var text in Gazetteer.NamesOf(place))
        {
            var words = Split(text);
            if (
                joined
                    ? Words.IndexOf(string.Concat(words)) == WordsOf(name)[0]
                    : words.Select(w => Words.IndexOf(w)).SequenceEqual(WordsOf(name).ToArray())
            )
            {
                return text;
            }
        }

        return place.Name;
    }

    private static IEnumerable<(int Place, string[] Words, Flag Flags)> NamesOf(Jurisdiction place, int index)
    {
        var seen = new HashSet<string>();
        foreach (var text in Gazetteer.NamesOf(place))
        {
            var own = text == place.Name ? Flag.Own : Flag.None;
            var words = Split(text);
            if (words.Length == 0 || !seen.Add(string.Join(' ', words)))
            {
                continue;
            }

            yield return (index, words, own);
            if (words.Length is > 1 and <= MostJoined)
            {
                yield return (index, [string.Concat(words)], own | Flag.Joined);
            }
        }
    }

    private static string[] Split(string text)
    {
        var words = NameFold.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > MostWords ? words[..MostWords] : words;
    }

    private static string[] ContextOf(Country country) =>
        [
            .. country
                .Names.Values.Concat(country.Aliases)
                .Append(country.Alpha2)
                .Append(country.Alpha3)
                .SelectMany(Split)
                .Distinct(),
        ];

    private IEnumerable<IEnumerable<int>> Invert()
    {
        var names = new List<int>?[Words.Count];
        for (var name = 0; name < _placeOf.Length; name++)
        {
            foreach (var word in WordsOf(name))
            {
                var list = names[word] ??= [];
                if (list.Count == 0 || list[^1] != name)
                {
                    list.Add(name);
                }
            }
        }

        return names.Select(n => (IEnumerable<int>?)n ?? []);
    }

    private static (int[] Starts, int[] Items) Lists(IEnumerable<IEnumerable<int>> lists, int count)
    {
        var starts = new int[count + 1];
        var items = new List<int>();
        var at = 0;
        foreach (var list in lists)
        {
            items.AddRange(list);
            starts[++at] = items.Count;
        }

        return (starts, [.. items]);
    }
}
