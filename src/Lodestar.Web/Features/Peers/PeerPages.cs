// SPDX-License-Identifier: Apache-2.0
using Lodestar.Web.Hosting;

namespace Lodestar.Web.Features.Peers;

/// <summary>The page of places like one.</summary>
internal static class PeerPages
{
    public static void MapPeerPages(this IEndpointRouteBuilder app) => app.MapGet("/plans/{id}/peers", PageAsync);

    private static async Task<IResult> PageAsync(
        string id,
        HttpContext context,
        PlaceCatalogs catalogs,
        PlanLibrary library,
        CancellationToken cancellation
    )
    {
        var catalog = await catalogs.OpenAsync(cancellation);
        var wish = PeerWish.Of(context.Request.Query);
        return catalog.ByPlan.TryGetValue(id, out var place)
            ? PageResults.Cached<PeerPage>(context, catalog.Key, () => Parameters(catalog, place, wish))
            : await PlanPages.MissingAsync(id, library, cancellation);
    }

    private static object Parameters(PlaceCatalog catalog, PlannedPlace place, PeerWish wish)
    {
        var (mine, like) = Peers.Of(catalog, place, wish);
        return new
        {
            Place = place,
            Mine = mine,
            Like = like,
            Wish = wish,
            Day = catalog.Day,
        };
    }
}
