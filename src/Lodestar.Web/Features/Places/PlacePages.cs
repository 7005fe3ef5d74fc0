// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Jurisdictions;
using Lodestar.Web.Hosting;
using Lodestar.Web.Layout;

namespace Lodestar.Web.Features.Places;

/// <summary>The overview of all places, the search, and a page for every place.</summary>
internal static class PlacePages
{
    private const int Hits = 30;
    private const int Suggested = 5;

    public static void MapPlacePages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/places", OverviewAsync);
        app.MapGet("/places/{code}", PlaceAsync);
    }

    private static async Task<IResult> OverviewAsync(
        string? q,
        HttpContext context,
        PlaceCatalogs catalogs,
        CancellationToken cancellation
    )
    {
        var catalog = await catalogs.OpenAsync(cancellation);
        if (!string.IsNullOrWhiteSpace(q))
        {
            return PageResults.Cached<SearchPage>(
                context,
                catalog.Key,
                () => new { Query = q.Trim(), Matches = catalog.Search.Find(q, Hits) }
            );
        }

        var wish = OverviewWish.Of(context.Request.Query);
        return PageResults.Cached<OverviewPage>(
            context,
            catalog.Key,
            () => new { Overview = Overview.Of(catalog, wish) }
        );
    }

    private static async Task<IResult> PlaceAsync(
        string code,
        HttpContext context,
        PlaceCatalogs catalogs,
        CancellationToken cancellation
    )
    {
        var catalog = await catalogs.OpenAsync(cancellation);
        if (catalog.Gazetteer.Find(code) is not { } place)
        {
            return Missing(catalog, code);
        }

        if (place.PlanId is not null || place.Id != code)
        {
            return Results.LocalRedirect($"~{place.Href()}");
        }

        return PageResults.Cached<PlacePage>(
            context,
            $"{place.Id} {catalog.Key}",
            () =>
                new
                {
                    Place = place,
                    Inside = place.Kind == Planning.Plans.JurisdictionKind.Country
                        ? catalog.Gazetteer.Inside(place.Country!)
                        : [],
                    Near = place.Country is { } country ? NearOf(catalog, place, country) : [],
                }
        );
    }

    /// <summary>The page that says there is nothing at an address, with the places it may have meant.</summary>
    public static IResult Missing(PlaceCatalog catalog, string asked) =>
        PageResults.Page<FailurePage>(
            new
            {
                Status = StatusCodes.Status404NotFound,
                Places = (IReadOnlyList<Jurisdiction>)
                    [.. catalog.Search.Find(asked.Replace('-', ' '), Suggested).Select(m => m.Place)],
            },
            StatusCodes.Status404NotFound
        );

    // A country has its neighbours; a city has its country and the other places there.
    private static IReadOnlyList<Jurisdiction> NearOf(PlaceCatalog catalog, Jurisdiction place, Country country) =>
        place.Kind == Planning.Plans.JurisdictionKind.Country
            ? catalog.Gazetteer.Neighbours(country)
            :
            [
                catalog.Gazetteer.Of(country),
                .. catalog.Gazetteer.Inside(country).Where(p => p.PlanId is not null && p != place),
            ];
}
