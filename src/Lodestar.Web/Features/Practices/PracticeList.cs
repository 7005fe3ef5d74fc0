// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Practices;

namespace Lodestar.Web.Features.Practices;

/// <summary>What the page of practices shows: what was asked, what answers, one page of it, and what to loosen.</summary>
/// <param name="Places">How many places the practices that answer are of.</param>
/// <param name="Total">How many practices there are.</param>
public sealed record PracticeList(
    PracticeWish Wish,
    PracticeAnswer Answer,
    IReadOnlyList<GoodPractice> Shown,
    int Pages,
    int Places,
    int Total
)
{
    private const int OnAPage = 60;

    /// <summary>Every part of the wish, with the address without it and how many would answer then.</summary>
    public required IReadOnlyList<Loosened> Chosen { get; init; }

    internal static PracticeList Of(PlaceCatalog catalog, PracticeSearch search, PracticeWish wish)
    {
        var answer = search.Find(wish.Query);
        var pages = Math.Max(1, (answer.Practices.Count + OnAPage - 1) / OnAPage);
        wish = wish with { Page = Math.Min(wish.Page, pages) };
        return new PracticeList(
            wish,
            answer,
            [.. answer.Practices.Skip((wish.Page - 1) * OnAPage).Take(OnAPage)],
            pages,
            answer.Practices.SelectMany(p => PracticePlaces.IdsOf(p, catalog.Gazetteer)).Distinct().Count(),
            search.Count
        )
        {
            Chosen = [.. Without(wish.Query).Select(w => Loosen(search, w.Name, w.Value, w.Query))],
        };
    }

    private static Loosened Loosen(PracticeSearch search, string name, string value, PracticeQuery query) =>
        new(name, value, new PracticeWish(query).Address, search.Find(query).Practices.Count);

    private static IEnumerable<(string Name, string Value, PracticeQuery Query)> Without(PracticeQuery query)
    {
        if (query.Text is { } text)
        {
            yield return ("q", text, query with { Text = null });
        }

        foreach (var facet in PracticeWords.Facets)
        {
            if (query.Of(facet) is { } value)
            {
                yield return (PracticeWish.Name(facet), value, query.With(facet, null));
            }
        }

        if (query.From is { } from)
        {
            yield return ("from", FormattableString.Invariant($"{from}"), query with { From = null });
        }

        if (query.To is { } to)
        {
            yield return ("to", FormattableString.Invariant($"{to}"), query with { To = null });
        }
    }
}

/// <summary>A part of a wish, and what leaving it out would give.</summary>
public sealed record Loosened(string Name, string Value, string Address, int Count);
