// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Web.Components.Warming;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lodestar.Web.Features.Warming;

internal static class WarmingEndpoints
{
    private const string Parameters =
        "background: what the world follows otherwise: verylow, verylow-overshoot, low, medium-extension (if left out) or high-extension. until: the last year: 2100 (if left out), 2150, 2200 or 2300.";

    public static void MapWarming(this IEndpointRouteBuilder api)
    {
        api.MapGet("/plans/{id}/warming", PlanAsync)
            .WithName("warmingOfPlan")
            .WithTags("Warming")
            .WithSummary("The warming that a plan's path causes, and where the world would go if all followed it")
            .WithDescription(
                $"{Parameters} date: the day to assess on, as 2026-11-22. revision: a revision's id or its first six or more characters."
            )
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/plans/{id}/warming.csv", PlanCsvAsync)
            .WithName("warmingOfPlanTable")
            .WithTags("Warming")
            .WithSummary("The same as a table, a row a year, in °C")
            .WithDescription(
                $"{Parameters} date: the day to assess on, as 2026-11-22. revision: a revision's id or its first six or more characters."
            )
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/alliances/{id}/warming", AllianceAsync)
            .WithName("warmingOfAlliance")
            .WithTags("Warming")
            .WithSummary("The warming that members' paths cause together, and where the world would go if all followed")
            .WithDescription(Parameters)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/alliances/{id}/warming.csv", AllianceCsvAsync)
            .WithName("warmingOfAllianceTable")
            .WithTags("Warming")
            .WithSummary("The same as a table, a row a year, in °C")
            .WithDescription(Parameters)
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<WarmingContract>, ProblemHttpResult>> PlanAsync(
        string id,
        string? background,
        string? until,
        string? date,
        string? revision,
        PlanOpener plans,
        WarmingShelf shelf,
        Problems problems,
        HttpResponse response,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        if (WarmingWish.Find(background, until) is not { } wish)
        {
            return Refused(problems, background, until);
        }

        var (open, problem) = await plans.OpenAsync(id, revision, date, cancellation);
        if (open is null)
        {
            return problem!;
        }

        response.Tag($"{open.Revision.Id}-{wish.Background}-{wish.Until}", open.Assessment.Date);
        var asked = await Task.Run(() => shelf.OfPlan(open, wish), cancellation);
        var name = open.Reading.Plan.NameIn(texts.Language);
        return TypedResults.Ok(
            WarmingContract.From(
                open.Revision.PlanId,
                asked,
                WarmingWords.Sentence(asked, name, false, texts),
                texts
            ) with
            {
                Revision = open.Revision.Id,
            }
        );
    }

    private static async Task<IResult> PlanCsvAsync(
        string id,
        string? background,
        string? until,
        string? date,
        string? revision,
        PlanOpener plans,
        WarmingShelf shelf,
        Problems problems,
        HttpResponse response,
        CancellationToken cancellation
    )
    {
        if (WarmingWish.Find(background, until) is not { } wish)
        {
            return Refused(problems, background, until);
        }

        var (open, problem) = await plans.OpenAsync(id, revision, date, cancellation);
        if (open is null)
        {
            return problem!;
        }

        response.Tag($"{open.Revision.Id}-{wish.Background}-{wish.Until}-csv", open.Assessment.Date);
        var asked = await Task.Run(() => shelf.OfPlan(open, wish), cancellation);
        return WarmingCsv.File($"{open.Revision.PlanId}-warming.csv", asked.Warming);
    }

    private static async Task<Results<Ok<WarmingContract>, ProblemHttpResult>> AllianceAsync(
        string id,
        string? background,
        string? until,
        PlaceCatalogs catalogs,
        WarmingShelf shelf,
        Problems problems,
        HttpResponse response,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        if (WarmingWish.Find(background, until) is not { } wish)
        {
            return Refused(problems, background, until);
        }

        var catalog = await catalogs.OpenAsync(cancellation);
        if (catalog.Library.FindAlliance(id) is not { } alliance)
        {
            return problems.NoAlliance(id);
        }

        response.Headers.CacheControl = "no-cache";
        var asked = await Task.Run(() => shelf.OfAlliance(catalog, alliance, wish), cancellation);
        var sentence = WarmingWords.Sentence(asked, alliance.Name.In(texts.Language), true, texts);
        return TypedResults.Ok(WarmingContract.From(alliance.Id, asked, sentence, texts));
    }

    private static async Task<IResult> AllianceCsvAsync(
        string id,
        string? background,
        string? until,
        PlaceCatalogs catalogs,
        WarmingShelf shelf,
        Problems problems,
        HttpResponse response,
        CancellationToken cancellation
    )
    {
        if (WarmingWish.Find(background, until) is not { } wish)
        {
            return Refused(problems, background, until);
        }

        var catalog = await catalogs.OpenAsync(cancellation);
        if (catalog.Library.FindAlliance(id) is not { } alliance)
        {
            return problems.NoAlliance(id);
        }

        response.Headers.CacheControl = "no-cache";
        var asked = await Task.Run(() => shelf.OfAlliance(catalog, alliance, wish), cancellation);
        return WarmingCsv.File($"{alliance.Id}-warming.csv", asked.Warming);
    }

    // Of two values at fault the first is told.
    private static ProblemHttpResult Refused(Problems problems, string? background, string? until) =>
        WarmingWish.Find(background, null) is null
            ? problems.BadValue("background", background!, WarmingWish.Backgrounds)
            : problems.BadValue("until", until!, string.Join(", ", WarmingWish.Horizons));
}
