// SPDX-License-Identifier: Apache-2.0
using System.Buffers;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Library;

namespace Lodestar.Planning.Practices;

/// <summary>
/// The words of practices in one language, each with the practices it stands in and where: in the title, among the names
/// of places and areas, in what was done, or in its id, its evidence and its sources. Queries are forgiven unfinished and, where nothing else answers, wrong words.
/// </summary>
internal sealed class PracticeText
{
    public const int NoMatch = int.MaxValue;

    private const int MostWords = 12;
    private const int LongestQuery = 200;
    private const int MostEdits = 2;
    private const int PerMark = 4;

    private readonly WordList _words;
    private readonly int[][] _standsIn;
    private readonly int _count;

    private enum Field
    {
        Title = 0,
        Names,
        What,
        Cited,
    }

    public PracticeText(IReadOnlyList<GoodPractice> practices, SharedLibrary library, Gazetteer places, string language)
    {
        _count = practices.Count;
        string AreaOf(string id) => library.MainFramework?.FindArea(id)?.Name.In(language) ?? id;
        var stands = new Dictionary<string, Dictionary<int, Field>>(StringComparer.Ordinal);
        var names = practices
            .SelectMany(p => p.Places)
            .Distinct()
            .ToDictionary(p => p, p => NamesOf(p, places).SelectMany(WordsOf).Distinct().ToArray());
        var titles = library.Sources.DistinctBy(s => s.Id).ToDictionary(s => s.Id, s => s.Title);
        foreach (var (index, practice) in practices.Index())
        {
            Add(index, Field.Title, WordsOf(practice.Title.In(language)));
            Add(index, Field.Names, practice.Places.SelectMany(p => names[p]));
            Add(index, Field.Names, practice.Areas.SelectMany(a => WordsOf(AreaOf(a))));
            Add(index, Field.What, WordsOf(practice.What.In(language)));
            Add(index, Field.Cited, CitedBy(practice, titles).Prepend(practice.Id).SelectMany(WordsOf));
        }

        _words = new WordList(stands.Keys);
        _standsIn = new int[_words.Count][];
        foreach (var (word, where) in stands)
        {
            _standsIn[_words.IndexOf(word)] = [.. where.Select(w => (w.Key << 2) | (int)w.Value).Order()];
        }

        void Add(int practice, Field field, IEnumerable<string> words)
        {
            foreach (var word in words)
            {
                if (!stands.TryGetValue(word, out var where))
                {
                    stands[word] = where = [];
                }

                where.TryAdd(practice, field);
            }
        }
    }

    /// <summary>By practice: how well it answers, the lower the better, or <see cref="NoMatch"/>. All words must be answered.</summary>
    public int[] Scores(string query)
    {
        var text = NameFold.Fold(query.Length > LongestQuery ? query[..LongestQuery] : query);
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).ToArray();
        var scores = new int[_count];
        for (var edits = 0; edits <= MostEdits; edits++)
        {
            Array.Clear(scores);
            foreach (var (index, word) in words.Index())
            {
                Score(word, Math.Min(edits, EditsFor(word)), index == words.Length - 1, scores);
            }

            if (Array.Exists(scores, s => s != NoMatch))
            {
                break;
            }
        }

        return scores;
    }

    // "d'énergie" is looked for as "énergie", and "king's" as "kings".
    private static IEnumerable<string> WordsOf(string text)
    {
        var words = Split(text);
        return text.AsSpan().IndexOfAny('\'', '’') < 0
            ? words
            : words.Concat(Split(text.Replace('\'', ' ').Replace('’', ' ')));
    }

    private static string[] Split(string text) => NameFold.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> NamesOf(string code, Gazetteer places)
    {
        if (places.Find(code) is not { } place)
        {
            return [code];
        }

        var country =
            place.Kind == Plans.JurisdictionKind.Country
                ? []
                : place.Country?.Names.Values ?? Enumerable.Empty<string>();
        return Gazetteer.NamesOf(place).Concat(country);
    }

    /// <summary>Titles of the evidence and of every source that it or one of its numbers rests on.</summary>
    private static IEnumerable<string> CitedBy(GoodPractice practice, IReadOnlyDictionary<string, string> titles) =>
        practice
            .Citation.Sources.Concat(practice.Numbers.SelectMany(n => n.Citation.Sources))
            .Concat(practice.Evidence.Select(e => e.Source).OfType<string>())
            .Distinct()
            .Select(titles.GetValueOrDefault)
            .OfType<string>()
            .Concat(practice.Evidence.Select(e => e.Title));

    // As for names of places: short words have too many neighbours.
    private static int EditsFor(string word) =>
        word.Length switch
        {
            < 4 => 0,
            < 7 => 1,
            _ => MostEdits,
        };

    private void Score(string word, int edits, bool isLast, int[] scores)
    {
        var best = ArrayPool<int>.Shared.Rent(_count);
        var marks = ArrayPool<byte>.Shared.Rent(_words.Count);
        try
        {
            best.AsSpan(0, _count).Fill(NoMatch);
            var marked = Mark(word, edits, isLast, marks.AsSpan(0, _words.Count));
            foreach (var index in marked)
            {
                foreach (var place in _standsIn[index])
                {
                    var practice = place >> 2;
                    best[practice] = Math.Min(best[practice], marks[index] * PerMark + (place & 3));
                }
            }

            for (var i = 0; i < _count; i++)
            {
                scores[i] = scores[i] == NoMatch || best[i] == NoMatch ? NoMatch : scores[i] + best[i];
            }
        }
        finally
        {
            ArrayPool<int>.Shared.Return(best);
            ArrayPool<byte>.Shared.Return(marks);
        }
    }

    private List<int> Mark(string word, int edits, bool isLast, Span<byte> marks)
    {
        marks.Fill(WordList.None);
        var marked = new List<int>();
        var (low, high) = _words.Below(word);
        for (var i = low; i < high; i++)
        {
            marks[i] = 1;
            marked.Add(i);
        }

        if (_words.IndexOf(word) is >= 0 and var exact)
        {
            marks[exact] = 0;
        }

        if (edits > 0 && _words.Count > 0)
        {
            _words.Near(word, edits, isLast, marks, marked);
        }

        return marked;
    }
}
