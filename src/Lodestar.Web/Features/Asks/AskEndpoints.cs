// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Lodestar.Planning.Control;
using Lodestar.Planning.Messages;
using Lodestar.Web.Texts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lodestar.Web.Features.Asks;

internal static class AskEndpoints
{
    private const string PinnedBy =
        "date: the day to assess on, as 2026-11-22. revision: a revision's id or its first six or more characters.";

    private static readonly string[] PlanHead =
    [
        "id",
        "title",
        "addressee",
        "level",
        "place",
        "instrument",
        "status",
        "since",
        "measures",
        "sectors",
        "year",
        "unlocks",
        "unit",
        "kind",
        "allies",
        "source",
    ];

    private static readonly string[] AllianceHead =
    [
        "addressee",
        "level",
        "place",
        "instrument",
        "plan",
        "ask",
        "title",
        "status",
        "year",
        "tonnes",
        "kind",
        "added_to_row",
        "entry",
    ];

    public static void MapAsks(this IEndpointRouteBuilder api)
    {
        var asks = api.MapGroup("").WithTags("Asks");
        asks.MapGet("/plans/{id}/asks", PlanAsync)
            .WithName("asksOfPlan")
            .WithSummary("What a plan needs others to decide")
            .WithDescription(PinnedBy)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        asks.MapGet("/plans/{id}/asks.csv", PlanCsvAsync)
            .WithName("asksOfPlanTable")
            .WithSummary("The same as a table, a row an ask and a year")
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .ProducesProblem(StatusCodes.Status404NotFound);
        asks.MapGet("/plans/{id}/control", ControlAsync)
            .WithName("controlOfPlan")
            .WithSummary("Who controls each measure of a plan: its powers against what the measure needs")
            .WithDescription(PinnedBy)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        asks.MapGet("/alliances/{id}/asks", AllianceAsync)
            .WithName("asksOfAlliance")
            .WithSummary("The asks of an alliance's members, summed by addressee and instrument with overlap removed")
            .WithDescription(
                "status, instrument, level: the words of asks.yaml, or not-stated. year: the year whose tonnes are added; the one that most asks state if left out."
            )
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        asks.MapGet("/alliances/{id}/asks.csv", AllianceCsvAsync)
            .WithName("asksOfAllianceTable")
            .WithSummary("The same as a table, a row an ask")
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        asks.MapGet("/asks/example.yaml", Example)
            .WithName("exampleAsks")
            .WithSummary("An asks.yaml to begin with")
            .Produces<string>(StatusCodes.Status200OK, "application/yaml");
    }

    private static async Task<Results<Ok<AsksContract>, ProblemHttpResult>> PlanAsync(
        string id,
        string? revision,
        string? date,
        PlanOpener plans,
        HttpResponse response,
        CancellationToken cancellation
    )
    {
        var opened = await plans.OpenAsync(id, revision, date, cancellation);
        return opened.Answer<Ok<AsksContract>>(open =>
        {
            response.Tag(open.Revision.Id, open.Assessment.Date);
            return TypedResults.Ok(
                new AsksContract(
                    open.Revision.PlanId,
                    open.Revision.Id,
                    [.. open.Reading.Plan.Asks.Select(AskContract.From)]
                )
            );
        });
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> PlanCsvAsync(
        string id,
        string? revision,
        string? date,
        PlanOpener plans,
        CancellationToken cancellation
    )
    {
        var opened = await plans.OpenAsync(id, revision, date, cancellation);
        return opened.Answer<FileContentHttpResult>(open =>
            CsvLines.File(
                $"{id}-asks.csv",
                PlanHead,
                open.Reading.Plan.Asks.Select(AskContract.From).SelectMany(PlanRows)
            )
        );
    }

    private static async Task<Results<Ok<ControlContract>, ProblemHttpResult>> ControlAsync(
        string id,
        string? revision,
        string? date,
        PlanOpener plans,
        PlaceCatalogs catalogs,
        MessageCatalog texts,
        HttpResponse response,
        CancellationToken cancellation
    )
    {
        var opened = await plans.OpenAsync(id, revision, date, cancellation);
        var catalog = await catalogs.OpenAsync(cancellation);
        return opened.Answer<Ok<ControlContract>>(open =>
        {
            response.Headers.CacheControl = "no-cache";
            return TypedResults.Ok(ControlContract.From(PlaceControl.Of(open, catalog.Library.Powers), texts));
        });
    }

    private static async Task<Results<Ok<AllianceAsksContract>, ProblemHttpResult>> AllianceAsync(
        string id,
        [AsParameters] AskParameters parameters,
        HttpContext context,
        PlaceCatalogs catalogs,
        Problems problems,
        CancellationToken cancellation
    )
    {
        // A page can say what it left out; a program would take the answer for what it asked.
        if (AskWish.NotUnderstood(context.Request.Query) is var (name, value, allowed))
        {
            return problems.BadValue(name, value, allowed);
        }

        var catalog = await catalogs.OpenAsync(cancellation);
        context.Response.Headers.CacheControl = "no-cache";
        return catalog.Library.FindAlliance(id) is { } alliance
            ? TypedResults.Ok(
                AllianceAsksContract.From(AllianceAsks.Of(catalog, alliance, AskWish.Of(context.Request.Query)))
            )
            : problems.NoAlliance(id);
    }

    private static async Task<IResult> AllianceCsvAsync(
        string id,
        [AsParameters] AskParameters parameters,
        HttpContext context,
        PlaceCatalogs catalogs,
        Problems problems,
        CancellationToken cancellation
    )
    {
        // A page can say what it left out; a program would take the answer for what it asked.
        if (AskWish.NotUnderstood(context.Request.Query) is var (name, value, allowed))
        {
            return problems.BadValue(name, value, allowed);
        }

        var catalog = await catalogs.OpenAsync(cancellation);
        return catalog.Library.FindAlliance(id) is { } alliance
            ? CsvLines.File(
                $"{id}-asks.csv",
                AllianceHead,
                AllianceRows(AllianceAsks.Of(catalog, alliance, AskWish.Of(context.Request.Query)))
            )
            : problems.NoAlliance(id);
    }

    private static FileContentHttpResult Example() =>
        TypedResults.File(Encoding.UTF8.GetBytes(ExampleAsks.Text), "application/yaml; charset=utf-8", "asks.yaml");

    private static IEnumerable<object?[]> PlanRows(AskContract ask)
    {
        var years =
            ask.Unlocks.Count == 0
                ? [((int?)null, (double?)null)]
                : ask.Unlocks.Select(u => ((int?)u.Key, (double?)u.Value));
        foreach (var (year, amount) in years)
        {
            yield return
            [
                ask.Id,
                ask.Title,
                ask.Addressee,
                ControlWords.Word(ask.Level),
                ask.Place,
                ControlWords.Word(ask.Instrument),
                ControlWords.Word(ask.Status),
                ask.Since,
                string.Join(' ', ask.Measures),
                string.Join(' ', ask.Sectors),
                year,
                amount,
                ask.Unit,
                ControlWords.Word(ask.Kind),
                string.Join(' ', ask.Allies),
                ask.Source,
            ];
        }
    }

    private static IEnumerable<object?[]> AllianceRows(AllianceAsks asks)
    {
        var year = asks.Total.Year;
        foreach (var row in asks.Total.Rows)
        {
            foreach (var ask in row.Asks)
            {
                yield return Row(ask.Ask, row.Addressee, year, ask.Tonnes, ask.Added, ask.Entry);
            }
        }

        foreach (var ask in asks.Total.Fallen)
        {
            yield return Row(ask, ask.Addressee, year, year is { } y ? ask.In(y) : null, 0, AskEntry.Fallen);
        }
    }

    private static object?[] Row(
        AskInput ask,
        string? addressee,
        int? year,
        double? tonnes,
        double added,
        AskEntry entry
    ) =>
        [
            addressee,
            ControlWords.Word(ask.Level),
            ask.AddresseePlace,
            ControlWords.Word(ask.Instrument),
            ask.PlaceId,
            ask.Id,
            ask.Title,
            ControlWords.Word(ask.Status),
            year,
            tonnes,
            ControlWords.Word(ask.Kind),
            added,
            ControlWords.Word(entry),
        ];
}

/// <summary>What the asks of an alliance are narrowed down by; the same names as in the address of its page.</summary>
/// <param name="Status">A status of asks.yaml, or "not-stated".</param>
/// <param name="Instrument">An instrument of asks.yaml, or "not-stated".</param>
/// <param name="Level">A level of those asked, or "not-stated".</param>
/// <param name="Year">The year whose tonnes are added.</param>
public sealed record AskParameters(
    [FromQuery(Name = "status")] string? Status,
    [FromQuery(Name = "instrument")] string? Instrument,
    [FromQuery(Name = "level")] string? Level,
    [FromQuery(Name = "year")] string? Year
);
