// SPDX-License-Identifier: Apache-2.0
using Lodestar.Storage.Index;
using Lodestar.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Lodestar.Web.Features.Embeds;

/// <summary>Small pages for the frames of other sites (docs/embedding.md). Nothing else here may be framed.</summary>
internal static class EmbedPages
{
    public const string Root = "/embed";

    private static readonly string[] Themes = ["light", "dark"];

    public static void MapEmbedPages(this IEndpointRouteBuilder app)
    {
        app.MapGet($"{Root}/plans/{{id}}/card", PlanAsync<CardPage>);
        app.MapGet($"{Root}/plans/{{id}}/chart", PlanAsync<ChartPage>);
        app.MapGet($"{Root}/alliances/{{id}}/card", AllianceAsync);
    }

    private static async Task<IResult> PlanAsync<TPage>(
        string id,
        string? theme,
        HttpContext context,
        PlanLibrary library,
        CancellationToken cancellation
    )
        where TPage : IComponent
    {
        SecurityHeaders.AllowFraming(context);
        var shown = ThemeOf(theme);
        if (await library.OpenAsync(id, cancellation: cancellation) is not { } open)
        {
            return Nothing(shown);
        }

        var key = $"{open.Revision.Id} {open.Assessment.Date:O}";
        return PageResults.Cached<TPage>(context, key, new { Open = open, Theme = shown });
    }

    private static async Task<IResult> AllianceAsync(
        string id,
        string? theme,
        HttpContext context,
        PlaceCatalogs catalogs,
        PlanLibrary library,
        CancellationToken cancellation
    )
    {
        SecurityHeaders.AllowFraming(context);
        var shown = ThemeOf(theme);
        var catalog = await catalogs.OpenAsync(cancellation);
        if (catalog.Library.FindAlliance(id) is not { } alliance)
        {
            return Nothing(shown);
        }

        return PageResults.Cached<AllianceCardPage>(
            context,
            catalog.Key,
            () =>
            {
                var members = alliance.CountingOn(library.Today, catalog.Gazetteer);
                var plans = members
                    .Select(m => catalog.Gazetteer.Find(m)?.PlanId)
                    .OfType<string>()
                    .Distinct()
                    .Select(p => catalog.ByPlan[p].Plan);
                return new
                {
                    Alliance = alliance,
                    Members = members.Count,
                    Plans = (IReadOnlyList<PlanSummary>)[.. plans],
                    Date = library.Today,
                    Theme = shown,
                };
            }
        );
    }

    private static IResult Nothing(string? theme) =>
        PageResults.Page<NothingPage>(new { Theme = theme }, StatusCodes.Status404NotFound);

    private static string? ThemeOf(string? asked) => Themes.FirstOrDefault(t => t == asked);
}
