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

    private static async Task<IResult> PlaceAsync(
        string id,
        string? revision,
        DateOnly? date,
        string? scenario,
        string? year,
        HttpContext context,
        PlanLibrary library,
        LibraryReading shared,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        if (await library.OpenAsync(id, revision, date, cancellation) is not { } open)
        {
            return await PlanPages.MissingAsync(id, library, cancellation);
        }

        return PageResults.Cached<ScenariosPage>(
            context,
            $"{open.Revision.Id} {open.Assessment.Date:O} {shared.Stamp} {texts.Language} {ScenarioShelf.Stamp}",
            new
            {
                Open = open,
                Revision = string.IsNullOrEmpty(revision) ? null : revision,
                Date = date,
                Scenario = scenario,
                Year = year,
            }
        );
    }

    private static async Task<IResult> CompareAsync(
        string id,
        string? revision,
        DateOnly? date,
        string? a,
        string? b,
        string? year,
        string? scenario,
        string? from,
        string? to,
        HttpContext context,
        PlanLibrary library,
        LibraryReading shared,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        if (await library.OpenAsync(id, revision, date, cancellation) is not { } open)
        {
            return await PlanPages.MissingAsync(id, library, cancellation);
        }

        return PageResults.Cached<ScenariosComparePage>(
            context,
            $"{open.Revision.Id} {open.Assessment.Date:O} {shared.Stamp} {texts.Language} {ScenarioShelf.Stamp}",
            new
            {
                Open = open,
                Revision = string.IsNullOrEmpty(revision) ? null : revision,
                Date = date,
                A = a,
                B = b,
                Year = year,
                Scenario = scenario,
                From = from,
                To = to,
            }
        );
    }
}
