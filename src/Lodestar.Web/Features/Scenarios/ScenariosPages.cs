// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Library;
using Lodestar.Planning.Messages;
using Lodestar.Web.Components.Scenarios;
using Lodestar.Web.Hosting;

namespace Lodestar.Web.Features.Scenarios;

/// <summary>Where a plan's scenarios lead, and any two of them beside each other.</summary>
internal static class ScenariosPages
{
    public static void MapScenariosPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/plans/{id}/scenarios", PlaceAsync);
        app.MapGet("/plans/{id}/scenarios/compare", CompareAsync);
    }

    private static Task<IResult> PlaceAsync(
        [AsParameters] PlanVisit visit,
        string? scenario,
        string? year,
        LibraryReading shared,
        MessageCatalog texts
    ) =>
        visit.ShowAsync(open =>
            PageResults.Cached<ScenariosPage>(
                visit.Context,
                $"{open.Revision.Id} {open.Assessment.Date:O} {shared.Stamp} {texts.Language} {ScenarioShelf.Stamp}",
                new
                {
                    Open = open,
                    Revision = visit.PinnedRevision,
                    visit.Date,
                    Scenario = scenario,
                    Year = year,
                }
            )
        );

    private static Task<IResult> CompareAsync(
        [AsParameters] PlanVisit visit,
        string? a,
        string? b,
        string? year,
        string? scenario,
        string? from,
        string? to,
        LibraryReading shared,
        MessageCatalog texts
    ) =>
        visit.ShowAsync(open =>
            PageResults.Cached<ScenariosComparePage>(
                visit.Context,
                $"{open.Revision.Id} {open.Assessment.Date:O} {shared.Stamp} {texts.Language} {ScenarioShelf.Stamp}",
                new
                {
                    Open = open,
                    Revision = visit.PinnedRevision,
                    visit.Date,
                    A = a,
                    B = b,
                    Year = year,
                    Scenario = scenario,
                    From = from,
                    To = to,
                }
            )
        );
}
