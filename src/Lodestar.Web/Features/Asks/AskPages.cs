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
        var parameters = new
        {
            Place = PlaceControl.Of(open, catalog.Library.Powers),
            Catalog = catalog,
            Query = Pinned(revision, date),
        };
        var key = $"{open.Revision.Id} {open.Assessment.Date:O} {texts.Language} {catalog.Key}";
        return PageResults.Cached<PlaceAsksPage>(context, key, parameters);
    }

    private static async Task<IResult> AllianceAsync(
        string id,
        HttpContext context,
        PlaceCatalogs catalogs,
        CancellationToken cancellation
    )
    {
        var catalog = await catalogs.OpenAsync(cancellation);
        return AllianceAsks.Of(catalog, id, AskWish.Of(context.Request.Query)) is { } asks
            ? PageResults.Cached<AllianceAsksPage>(context, catalog.Key, new { Asks = asks, Catalog = catalog })
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
