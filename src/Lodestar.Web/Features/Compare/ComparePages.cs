// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Messages;
using Lodestar.Web.Hosting;

namespace Lodestar.Web.Features.Compare;

/// <summary>Two to six places side by side.</summary>
internal static class ComparePages
{
    private const int Meant = 8;

    public static void MapComparePages(this IEndpointRouteBuilder app) => app.MapGet("/compare", CompareAsync);

    private static async Task<IResult> CompareAsync(
        string? add,
        HttpContext context,
        PlaceCatalogs catalogs,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        var catalog = await catalogs.OpenAsync(cancellation);
        var wish = CompareWish.Of(context.Request.Query);
        var (places, unplanned) = Resolve(catalog, wish);
        wish = wish with { Places = [.. places.Select(p => p.Plan.PlanId)] };
        IReadOnlyList<PlaceMatch> meant = [];
        if (!string.IsNullOrWhiteSpace(add) && places.Count < Comparison.Most)
        {
            meant = [.. catalog.Search.Find(add, Meant).Where(m => !wish.Places.Contains(m.Place.PlanId ?? ""))];
            // One answer, or a name typed in full, needs no asking back.
            if (
                meant.Count > 0
                && meant[0].Place.PlanId is { } only
                && (meant.Count == 1 || meant[0].Kind == MatchKind.Exact)
            )
            {
                return Results.LocalRedirect($"~{wish.With(only).Address}");
            }
        }

        var comparison = Comparison.Of(places, wish.Measure, wish.Year);
        return PageResults.Cached<ComparePage>(
            context,
            catalog.Key,
            new
            {
                Wish = wish with
                {
                    Year = comparison.Year,
                },
                Comparison = comparison,
                Caveats = Compare.Caveats.Of(comparison, texts),
                Unplanned = unplanned,
                Asked = add?.Trim(),
                Meant = meant,
                Suggested = places.Count > 0 ? [] : Suggest(catalog),
            }
        );
    }

    /// <summary>The places with figures that an address names, and those that have none (or are not known).</summary>
    internal static (IReadOnlyList<PlannedPlace> Places, IReadOnlyList<string> Unplanned) Resolve(
        PlaceCatalog catalog,
        CompareWish wish
    )
    {
        var places = new List<PlannedPlace>();
        var unplanned = new List<string>();
        foreach (var id in wish.Places)
        {
            var plan = catalog.ByPlan.ContainsKey(id) ? id : catalog.Gazetteer.Find(id)?.PlanId;
            if (plan is null)
            {
                unplanned.Add(id);
            }
            else if (catalog.ByPlan[plan] is var place && !places.Contains(place))
            {
                places.Add(place);
            }
        }

        return (places, unplanned);
    }

    // Those with the longest records show most.
    private static IReadOnlyList<PlannedPlace> Suggest(PlaceCatalog catalog) =>
        [
            .. catalog
                .Planned.Where(p => p.Plan.Years.Count > 1)
                .OrderByDescending(p => p.Plan.Years.Count)
                .ThenBy(p => p.Plan.Name, StringComparer.InvariantCultureIgnoreCase)
                .Take(Comparison.Most),
        ];
}
