// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;

namespace Lodestar.Web.Features.Places;

/// <summary>The places an overview shows: filtered, sorted, and one page of them.</summary>
public sealed record Overview(OverviewWish Wish, IReadOnlyList<PlannedPlace> All, IReadOnlyList<PlannedPlace> Shown)
{
    // Cards are pictures; rows of a table are light.
    private const int CardsOnAPage = 60;
    private const int RowsOnAPage = 200;

    public int Total { get; private init; }

    public int Pages { get; private init; }

    internal static Overview Of(PlaceCatalog catalog, OverviewWish wish)
    {
        var all = Sorted(catalog.Planned.Where(p => Matches(p, wish)), wish).ToList();
        var size = wish.View == "table" ? RowsOnAPage : CardsOnAPage;
        var pages = Math.Max(1, (all.Count + size - 1) / size);
        var page = Math.Min(wish.Page, pages);
        return new Overview(wish with { Page = page }, all, [.. all.Skip((page - 1) * size).Take(size)])
        {
            Total = catalog.Planned.Count,
            Pages = pages,
        };
    }

    private static bool Matches(PlannedPlace place, OverviewWish wish) =>
        (wish.Kind is null || place.Plan.Kind == wish.Kind)
        && (wish.Group is null || place.Listing?.Group == wish.Group)
        && (wish.Region is null || place.Place.Country?.Region == wish.Region)
        && (wish.Gas is null || place.Plan.Gas == wish.Gas)
        && (wish.Target is null || place.Plan.HasTarget == (wish.Target == "yes"))
        && (wish.Verdict is null || Verdicts.Word(place.Plan.Holds) == wish.Verdict);

    private static IEnumerable<PlannedPlace> Sorted(IEnumerable<PlannedPlace> places, OverviewWish wish) =>
        wish.Sort switch
        {
            "emissions" => By(places, p => p.Plan.Tonnes, wish.IsDescending),
            "person" => By(places, p => p.Plan.TonnesPerPerson, wish.IsDescending),
            "change" => By(places, p => p.Change, wish.IsDescending),
            "zero" => By(places, p => p.Plan.NetZeroYear, wish.IsDescending),
            "verdict" => By(places, p => Rank(p.Plan.Holds), wish.IsDescending),
            _ => wish.IsDescending ? places.Reverse() : places,
        };

    private static int? Rank(Verdict verdict) => verdict == Verdict.NotStated ? null : (int)verdict;

    // What is not known comes last whichever way the rest is sorted.
    private static IEnumerable<PlannedPlace> By(
        IEnumerable<PlannedPlace> places,
        Func<PlannedPlace, double?> value,
        bool descending
    ) => places.OrderBy(p => value(p) is null).ThenBy(p => descending ? -value(p) : value(p));
}
