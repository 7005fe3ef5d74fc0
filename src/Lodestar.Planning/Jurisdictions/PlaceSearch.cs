// SPDX-License-Identifier: Apache-2.0
using System.Buffers;
using System.Collections.Frozen;
using Lodestar.Planning.Plans;

namespace Lodestar.Planning.Jurisdictions;

/// <summary>How a place answers a search, best first.</summary>
public enum MatchKind
{
    /// <summary>One of its names or codes, case and accents aside.</summary>
    Exact,

    /// <summary>One of its names begins so.</summary>
    Prefix,

    /// <summary>The words, or their beginnings, stand in one of its names, in any order.</summary>
    Words,

    /// <summary>The same with letters wrong, lacking, too many or swapped.</summary>
    Near,

    /// <summary>All words but one.</summary>
    Partly,
}

/// <summary>A place found, and by which of its names.</summary>
public sealed record PlaceMatch(Jurisdiction Place, string By, MatchKind Kind);

/// <summary>
/// Finds places by any of their names and codes as people type them. Built once; safe for many threads. Ranked: exact
/// before prefix before words before near; places with plans first; the place's own name before its others; countries
/// before cities; then by population.
/// </summary>
public sealed class PlaceSearch
{
    private const int LongestQuery = 200;
    private const int ShortestAlone = 3;
    private const int RoomPerHit = 8;

    private readonly Jurisdiction[] _places;
    private readonly SearchNames _names;
    private readonly FrozenDictionary<string, int[]> _codes;

    public PlaceSearch(IEnumerable<Jurisdiction> places)
    {
        // In the order of merit among equals, so that a place's index is its rank.
        _places =
        [
            .. places
                .OrderBy(p => p.PlanId is null)
                .ThenBy(p => p.Kind != JurisdictionKind.Country)
                .ThenByDescending(p => p.Population?.People ?? 0)
                .ThenBy(p => p.Name, StringComparer.Ordinal)
                .ThenBy(p => p.Id, StringComparer.Ordinal),
        ];
        _names = new SearchNames(_places);
        _codes = _places
            .SelectMany((p, i) => p.Codes.Select(c => c.Code).Append(p.Id).Select(c => (Code: Squeeze(c), Place: i)))
            .Where(c => c.Code.Length > 0)
            .GroupBy(c => c.Code)
            .ToFrozenDictionary(g => g.Key, g => g.Select(c => c.Place).Distinct().ToArray());
    }

    /// <summary>Number of places.</summary>
    public int Count => _places.Length;

    /// <summary>The best matches, at most <paramref name="limit"/>; none for an empty query.</summary>
    public IReadOnlyList<PlaceMatch> Find(string query, int limit = 10)
    {
        var text = NameFold.Fold(query.Length > LongestQuery ? query[..LongestQuery] : query);
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || limit < 1)
        {
            return [];
        }

        var hits = new Hits(limit * RoomPerHit);
        foreach (var place in _codes.GetValueOrDefault(string.Concat(words)) ?? [])
        {
            hits.Add(Key(Grade.Code, place), -1);
        }

        words = words.Length > SearchNames.MostWords ? words[..SearchNames.MostWords] : words;
        Look(words, 0, 0, hits);
        if (hits.Count < limit)
        {
            Look(words, 1, 0, hits);
        }

        if (hits.Count == 0)
        {
            Look(words, 2, 0, hits);
        }

        // A word may be too much ("glasgow scotland"), but a short one is no name to go by.
        if (hits.Count == 0 && words.Length > 1)
        {
            Look([.. words.Where(w => w.Length >= ShortestAlone)], 1, 1, hits);
        }

        return Best(hits, limit);
    }

    private static string Squeeze(string code) => NameFold.Fold(code).Replace(" ", "", StringComparison.Ordinal);

    // Short words have too many neighbours for two errors, the shortest even for one.
    private static int EditsFor(string word, int most) =>
        Math.Min(
            most,
            word.Length switch
            {
                < 3 => 0,
                < 6 => 1,
                _ => 2,
            }
        );

    private void Look(string[] words, int edits, int misses, Hits hits)
    {
        if (edits > 0 && misses == 0 && words.All(w => EditsFor(w, edits) < edits))
        {
            return;
        }

        var count = _names.Words.Count;
        var marks = new byte[words.Length][];
        var marked = new List<int>[words.Length];
        try
        {
            for (var i = 0; i < words.Length; i++)
            {
                marks[i] = ArrayPool<byte>.Shared.Rent(count);
                marked[i] = [];
                Mark(words[i], EditsFor(words[i], edits), i == words.Length - 1, marks[i].AsSpan(0, count), marked[i]);
            }

            Gather(words, marks, marked, misses, hits);
        }
        finally
        {
            foreach (var rented in marks.OfType<byte[]>())
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    private void Mark(string word, int edits, bool isLast, Span<byte> marks, List<int> marked)
    {
        marks.Fill(WordList.None);
        var (low, high) = _names.Words.Below(word);
        for (var i = low; i < high; i++)
        {
            marks[i] = Grade.PrefixMark;
            marked.Add(i);
        }

        if (_names.Words.IndexOf(word) is >= 0 and var exact)
        {
            marks[exact] = 0;
        }

        if (edits > 0)
        {
            _names.Words.Near(word, edits, isLast && word.Length > 3, marks, marked);
        }
    }

    private void Gather(string[] words, byte[][] marks, List<int>[] marked, int misses, Hits hits)
    {
        var seen = words.Length > 1 ? new HashSet<int>() : null;
        Span<bool> used = stackalloc bool[SearchNames.MostWords];
        foreach (var list in marked)
        {
            foreach (var word in list)
            {
                foreach (var name in _names.With(word))
                {
                    if (seen?.Add(name) == false)
                    {
                        continue;
                    }

                    var grade = Grade.Of(_names, name, marks, misses, used);
                    if (grade != Grade.NoMatch)
                    {
                        hits.Add(Key(grade, _names.PlaceOf(name), _names.IsOwn(name)), name);
                    }
                }
            }
        }
    }

    // Grade, plan, own name, then the place's rank among equals, so that one comparison ranks a hit.
    private ulong Key(byte grade, int place, bool isOwn = true) =>
        ((ulong)grade << 40)
        | ((_places[place].PlanId is null ? 1UL : 0) << 33)
        | ((isOwn ? 0UL : 1) << 32)
        | (uint)place;

    private List<PlaceMatch> Best(Hits hits, int limit)
    {
        var found = new List<PlaceMatch>(limit);
        var places = new HashSet<int>();
        foreach (var (key, name) in hits.Ordered())
        {
            var place = (int)(uint)key;
            if (places.Add(place))
            {
                var by = name < 0 ? _places[place].Name : _names.TextOf(name, _places[place]);
                found.Add(new PlaceMatch(_places[place], by, Grade.KindOf((byte)(key >> 40))));
                if (found.Count == limit)
                {
                    break;
                }
            }
        }

        return found;
    }

    /// <summary>The best hits so far; the worst one leaves when there is no room.</summary>
    private sealed class Hits(int room)
    {
        private readonly PriorityQueue<(ulong Key, int Name), ulong> _worstFirst = new();
        private ulong _worst = ulong.MaxValue;

        public int Count => _worstFirst.Count;

        public void Add(ulong key, int name)
        {
            if (_worstFirst.Count < room)
            {
                _worstFirst.Enqueue((key, name), ~key);
            }
            else if (key < _worst)
            {
                _worstFirst.EnqueueDequeue((key, name), ~key);
            }

            _worst = _worstFirst.Count < room ? ulong.MaxValue : _worstFirst.Peek().Key;
        }

        public IEnumerable<(ulong Key, int Name)> Ordered() =>
            _worstFirst.UnorderedItems.Select(i => i.Element).OrderBy(e => e.Key).ThenBy(e => e.Name);
    }
}
