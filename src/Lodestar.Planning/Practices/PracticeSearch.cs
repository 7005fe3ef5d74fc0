// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Library;

namespace Lodestar.Planning.Practices;

/// <summary>A choice of a facet, and how many practices there would be if it were made and all else kept.</summary>
public sealed record FacetCount(string Value, int Count);

/// <summary>The practices that answer a query, best first, and what could be chosen next.</summary>
public sealed record PracticeAnswer(
    IReadOnlyList<GoodPractice> Practices,
    IReadOnlyDictionary<PracticeFacet, IReadOnlyList<FacetCount>> Facets
);

/// <summary>
/// Finds practices by words and by facets, in one language. Built once from a library, a gazetteer and the day whose
/// memberships count; safe for many threads; the same query has the same answer whatever order it was put together in.
/// </summary>
public sealed class PracticeSearch
{
    private const string NotNamed = "";

    private readonly GoodPractice[] _practices;
    private readonly PracticeText _text;
    private readonly FrozenDictionary<PracticeFacet, FacetValues> _facets;

    public PracticeSearch(SharedLibrary library, Gazetteer places, DateOnly day, string language)
    {
        _practices = [.. library.Practices];
        _text = new PracticeText(_practices, library, places, language);
        var placesOf = _practices.Select(p => PracticePlaces.IdsOf(p, places)).ToArray();
        var members = library
            .Alliances.SelectMany(a => a.CountingOn(day, places).Select(m => (Place: m, a.Id)))
            .ToLookup(m => m.Place, m => m.Id);
        _facets = new Dictionary<PracticeFacet, FacetValues>
        {
            [PracticeFacet.Area] = new(library.MainFramework?.Areas.Select(a => a.Id) ?? [], Each(p => p.Areas)),
            [PracticeFacet.Sector] = new(
                [.. PracticeWords.Sectors, PracticeWords.AcrossSectors],
                Each(p => p.Sectors.Count > 0 ? p.Sectors : [PracticeWords.AcrossSectors])
            ),
            [PracticeFacet.Place] = new([], placesOf),
            [PracticeFacet.Alliance] = new(
                library.Alliances.Select(a => a.Id),
                placesOf.Select(ids => ids.SelectMany(id => members[id]))
            ),
            [PracticeFacet.Status] = new(PracticeWords.Statuses, Each(p => [PracticeWords.Word(p.Status)])),
            [PracticeFacet.Mark] = new(PracticeWords.Marks, Each(p => [PracticeWords.Word(p.Citation.Mark)])),
        }.ToFrozenDictionary();
    }

    /// <summary>Number of practices.</summary>
    public int Count => _practices.Length;

    /// <summary>Whether a choice exists at all, chosen by any practice or not.</summary>
    public bool Knows(PracticeFacet facet, string value) => _facets[facet].Has(value);

    /// <summary>All choices of a facet, in the order of the framework, the library or the list they come from.</summary>
    public IReadOnlyList<string> ChoicesOf(PracticeFacet facet) => _facets[facet].Values;

    public PracticeAnswer Find(PracticeQuery query)
    {
        var scores = string.IsNullOrWhiteSpace(query.Text) ? null : _text.Scores(query.Text);
        var chosen = PracticeWords.Facets.Select(f => (Facet: f, Value: query.Of(f))).ToArray();
        var values = chosen.Select(c => _facets[c.Facet]).ToArray();
        var wanted = chosen.Zip(values, (c, v) => c.Value is null ? -1 : v.IndexOf(c.Value)).ToArray();
        var counts = values.Select(v => new int[v.Count]).ToArray();
        var found = new List<int>();
        for (var i = 0; i < _practices.Length; i++)
        {
            if (scores?[i] == PracticeText.NoMatch || !BeganIn(_practices[i], query))
            {
                continue;
            }

            // A practice that fails one facet alone still counts among the other choices of that one.
            var (failed, at) = (0, -1);
            for (var f = 0; f < chosen.Length && failed < 2; f++)
            {
                if (chosen[f].Value is not null && Array.IndexOf(values[f].Of(i), wanted[f]) < 0)
                {
                    failed++;
                    at = f;
                }
            }

            for (var f = 0; f < chosen.Length; f++)
            {
                if (failed == 0 || (failed == 1 && f == at))
                {
                    foreach (var value in values[f].Of(i))
                    {
                        counts[f][value]++;
                    }
                }
            }

            if (failed == 0)
            {
                found.Add(i);
            }
        }

        IEnumerable<int> order = scores is null ? found : found.OrderBy(i => scores[i]);
        return new PracticeAnswer(
            [.. order.Select(i => _practices[i])],
            chosen.Index().ToDictionary(c => c.Item.Facet, c => values[c.Index].Counted(counts[c.Index]))
        );
    }

    private static bool BeganIn(GoodPractice practice, PracticeQuery query) =>
        (query.From is null || practice.FromYear >= query.From) && (query.To is null || practice.FromYear <= query.To);

    private IEnumerable<IEnumerable<string>> Each(Func<GoodPractice, IEnumerable<string>> values) =>
        _practices.Select(values);

    /// <summary>The choices of a facet, numbered, and those of each practice.</summary>
    private sealed class FacetValues
    {
        private readonly string[] _values;
        private readonly FrozenDictionary<string, int> _indexes;
        private readonly int[][] _of;

        public FacetValues(IEnumerable<string> known, IEnumerable<IEnumerable<string>> ofEach)
        {
            var each = ofEach.Select(v => v.Where(n => n != NotNamed).Distinct().ToArray()).ToArray();
            _values = [.. known.Concat(each.SelectMany(v => v)).Distinct()];
            _indexes = _values.Index().ToFrozenDictionary(v => v.Item, v => v.Index, StringComparer.OrdinalIgnoreCase);
            _of = [.. each.Select(v => v.Select(n => _indexes[n]).ToArray())];
        }

        public IReadOnlyList<string> Values => _values;

        public int Count => _values.Length;

        public bool Has(string value) => _indexes.ContainsKey(value);

        public int IndexOf(string value) => _indexes.GetValueOrDefault(value, -1);

        public int[] Of(int practice) => _of[practice];

        public IReadOnlyList<FacetCount> Counted(int[] counts) =>
            [.. _values.Zip(counts, (value, count) => new FacetCount(value, count))];
    }
}
