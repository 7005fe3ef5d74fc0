// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Web.Hosting;
using Lodestar.Web.Layout;

namespace Lodestar.Web.Features.Asks;

/// <summary>The pages of what a place and an alliance ask of others.</summary>
internal static class AskPages
{
    public static void MapAskPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/plans/{id}/asks", PlaceAsync);
        app.MapGet("/alliances/{id}/asks", AllianceAsync);
    }

    private static Task<IResult> PlaceAsync(
        [AsParameters] PlanVisit visit,
        PlaceCatalogs catalogs,
        MessageCatalog texts
    ) =>
        visit.ShowAsync(async open =>
        {
            var catalog = await catalogs.OpenAsync(visit.Cancellation);
            var key = $"{open.Revision.Id} {open.Assessment.Date:O} {texts.Language} {catalog.Key}";
            return PageResults.Cached<PlaceAsksPage>(
                visit.Context,
                key,
                () =>
                    new
                    {
                        Place = PlaceControl.Of(open, catalog.Library.Powers),
                        Catalog = catalog,
                        Query = visit.Pinned,
                    }
            );
        });

    private static async Task<IResult> AllianceAsync(
        string id,
        HttpContext context,
        PlaceCatalogs catalogs,
        CancellationToken cancellation
    )
    {
        var catalog = await catalogs.OpenAsync(cancellation);
        return catalog.Library.FindAlliance(id) is { } alliance
            ? PageResults.Cached<AllianceAsksPage>(
                context,
                catalog.Key,
                () =>
                    new
                    {
                        Asks = AllianceAsks.Of(catalog, alliance, AskWish.Of(context.Request.Query)),
                        Catalog = catalog,
                    }
            )
            : PageResults.Page<FailurePage>(
                new { Status = StatusCodes.Status404NotFound },
                StatusCodes.Status404NotFound
            );
    }
}
