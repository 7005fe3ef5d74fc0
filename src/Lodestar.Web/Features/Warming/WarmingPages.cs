// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Web.Components.Warming;
using Lodestar.Web.Hosting;
using Lodestar.Web.Layout;

namespace Lodestar.Web.Features.Warming;

/// <summary>The pages of what the paths of a place and of an alliance mean for the climate.</summary>
internal static class WarmingPages
{
    public static void MapWarmingPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/plans/{id}/warming", PlaceAsync);
        app.MapGet("/alliances/{id}/warming", AllianceAsync);
    }

    private static Task<IResult> PlaceAsync(
        [AsParameters] PlanVisit visit,
        string? background,
        string? until,
        WarmingShelf shelf,
        MessageCatalog texts
    ) =>
        visit.ShowAsync(open =>
        {
            var wish = WarmingWish.Find(background, until);
            return PageResults.Cached<WarmingPage>(
                visit.Context,
                $"{open.Revision.Id} {open.Assessment.Date:O} {texts.Language} {WarmingShelf.Stamp}",
                new
                {
                    Ask = (Func<Task<WarmingCase>>)(
                        () => Task.Run(() => shelf.OfPlan(open, wish ?? WarmingWish.Default), visit.Cancellation)
                    ),
                    Name = open.Reading.Plan.NameIn(texts.Language),
                    Home = $"/plans/{open.Revision.PlanId}",
                    visit.Pinned,
                    IsBadWish = wish is null,
                }
            );
        });

    private static async Task<IResult> AllianceAsync(
        string id,
        string? background,
        string? until,
        HttpContext context,
        PlaceCatalogs catalogs,
        WarmingShelf shelf,
        MessageCatalog texts,
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

        var wish = WarmingWish.Find(background, until);
        return PageResults.Cached<WarmingPage>(
            context,
            $"{catalog.Key} {texts.Language} {WarmingShelf.Stamp}",
            new
            {
                Ask = (Func<Task<WarmingCase>>)(
                    () => Task.Run(() => shelf.OfAlliance(catalog, alliance, wish ?? WarmingWish.Default), cancellation)
                ),
                Name = alliance.Name.In(texts.Language),
                Home = $"/alliances/{alliance.Id}",
                IsAlliance = true,
                IsBadWish = wish is null,
            }
        );
    }
}
