// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Web.Components.Warming;
using Lodestar.Web.Hosting;
using Lodestar.Web.Layout;

namespace Lodestar.Web.Features.Alliances;

/// <summary>The alliances, and a page for each.</summary>
internal static class AlliancePages
{
    public static void MapAlliancePages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/alliances", ListAsync);
        app.MapGet("/alliances/{id}", OneAsync);
    }

    private static async Task<IResult> ListAsync(
        HttpContext context,
        PlaceCatalogs catalogs,
        CancellationToken cancellation
    )
    {
        var catalog = await catalogs.OpenAsync(cancellation);
        return PageResults.Cached<AllianceListPage>(
            context,
            catalog.Key,
            () =>
                new
                {
                    Cards = (IReadOnlyList<AllianceCard>)
                        [.. catalog.Library.Alliances.Select(a => AllianceCard.Of(catalog, a, catalog.Day))],
                }
        );
    }

    private static async Task<IResult> OneAsync(
        string id,
        string? on,
        string? show,
        HttpContext context,
        PlaceCatalogs catalogs,
        WarmingShelf shelf,
        CancellationToken cancellation
    )
    {
        var catalog = await catalogs.OpenAsync(cancellation);
        if (catalog.Library.FindAlliance(id) is not { } alliance)
        {
            return PageResults.Page<FailurePage>(
                new { Status = StatusCodes.Status404NotFound },
                StatusCodes.Status404NotFound
            );
        }

        var day = DayOf(on) ?? catalog.Day;
        var ask = () => shelf.OfAlliance(catalog, alliance, WarmingWish.Default);
        return PageResults.Cached<AlliancePage>(
            context,
            $"{catalog.Key} {WarmingShelf.Stamp}",
            () =>
                new
                {
                    View = AllianceView.Of(catalog, alliance, day) with
                    {
                        All = show == "all",
                    },
                    Today = catalog.Day,
                    Find = (Func<string, Jurisdiction?>)catalog.Gazetteer.Find,
                    AskWarming = day == catalog.Day ? ask : null,
                }
        );
    }

    /// <summary>Null for what is no day.</summary>
    internal static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
