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

    private static async Task<IResult> PlaceAsync(
        string id,
        string? revision,
        DateOnly? date,
        HttpContext context,
        PlanLibrary library,
        PlaceCatalogs catalogs,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        if (await library.OpenAsync(id, revision, date, cancellation) is not { } open)
        {
            return await PlanPages.MissingAsync(id, library, cancellation);
        }

        var catalog = await catalogs.OpenAsync(cancellation);
        var key = $"{open.Revision.Id} {open.Assessment.Date:O} {texts.Language} {catalog.Key}";
        return PageResults.Cached<PlaceAsksPage>(
            context,
            key,
            () =>
                new
                {
                    Place = PlaceControl.Of(open, catalog.Library.Powers),
                    Catalog = catalog,
                    Query = Pinned(revision, date),
                }
        );
    }

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

    // Links keep what the reader pinned.
    private static string Pinned(string? revision, DateOnly? date)
    {
        var parts = new[]
        {
            string.IsNullOrEmpty(revision) ? null : $"revision={Uri.EscapeDataString(revision)}",
            date is { } day ? FormattableString.Invariant($"date={day:yyyy-MM-dd}") : null,
        }.OfType<string>();
        var query = string.Join('&', parts);
        return query.Length == 0 ? "" : $"?{query}";
    }
}
