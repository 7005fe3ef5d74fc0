// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lodestar.Planning.Messages;
using Lodestar.Web.Components.Scenarios;
using Lodestar.Web.Texts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lodestar.Web.Features.Scenarios;

internal static class ScenariosEndpoints
{
    private const string Pins =
        "date: the day to assess on, as 2026-11-22. revision: a revision's id or its first six or more characters.";

    private const string Compared =
        "a, b: ids of scenarios; what is decided and what is planned if left out. year: a year of the model; the next that something is promised for if left out.";

    private const string Changed =
        "scenario: the id of one; what is planned if left out. from, to: two years of the model; from the last inventory to the next year that something is promised for if left out.";

    public static void MapScenarios(this IEndpointRouteBuilder api)
    {
        api.MapGet("/plans/{id}/scenarios", PlanAsync)
            .WithName("scenariosOfPlan")
            .WithTags("Scenarios")
            .WithSummary(
                "Where a plan's scenarios lead, what each measure takes away, and the odds of what was promised"
            )
            .WithDescription(Pins)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/plans/{id}/scenarios.csv", PlanCsvAsync)
            .WithName("scenariosOfPlanTable")
            .WithTags("Scenarios")
            .WithSummary("Emissions by scenario and year as a table")
            .WithDescription(Pins)
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/plans/{id}/scenarios/compare", CompareAsync)
            .WithName("scenariosCompared")
            .WithTags("Scenarios")
            .WithSummary("Two scenarios of a plan by sector and gas, in a year and from today to that year")
            .WithDescription($"{Compared} {Pins}")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/plans/{id}/scenarios/compare.csv", CompareCsvAsync)
            .WithName("scenariosComparedTable")
            .WithTags("Scenarios")
            .WithSummary("The same as a table")
            .WithDescription($"{Compared} {Pins}")
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/plans/{id}/scenarios/change", ChangeAsync)
            .WithName("scenarioChange")
            .WithTags("Scenarios")
            .WithSummary(
                "Why a scenario's emissions change from one year to another: activity, mix and intensity by sector"
            )
            .WithDescription($"{Changed} {Pins}")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/plans/{id}/scenarios/change.csv", ChangeCsvAsync)
            .WithName("scenarioChangeTable")
            .WithTags("Scenarios")
            .WithSummary("The same as a table")
            .WithDescription($"{Changed} {Pins}")
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<ScenariosContract>, ProblemHttpResult>> PlanAsync(
        string id,
        string? date,
        string? revision,
        PlanOpener plans,
        ScenarioShelf shelf,
        HttpResponse response,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        var (open, problem) = await plans.OpenAsync(id, revision, date, cancellation);
        if (open is null)
        {
            return problem!;
        }

        response.Tag($"{open.Revision.Id}-scenarios", open.Assessment.Date);
        return TypedResults.Ok(await Task.Run(() => Told(open, shelf, texts), cancellation));
    }

    private static ScenariosContract Told(OpenPlan open, ScenarioShelf shelf, MessageCatalog texts)
    {
        var (view, state) = ScenarioView.Of(open.Reading, open.Assessment);
        var byController = view is null ? null : shelf.Wedges(open, view.Outlook.Set.Planned, byController: true);
        return ScenariosContract.From(open.Revision.PlanId, open.Revision.Id, view, state, byController, texts);
    }

    private static async Task<IResult> PlanCsvAsync(
        string id,
        string? date,
        string? revision,
        PlanOpener plans,
        HttpResponse response,
        CancellationToken cancellation
    )
    {
        var (open, problem) = await plans.OpenAsync(id, revision, date, cancellation);
        if (open is null)
        {
            return problem!;
        }

        response.Tag($"{open.Revision.Id}-scenarios-csv", open.Assessment.Date);
        var view = await Task.Run(() => ScenarioView.Of(open.Reading, open.Assessment).View, cancellation);
        return CsvLines.File($"{open.Revision.PlanId}-scenarios.csv", ScenariosCsv.Head, ScenariosCsv.Rows(view));
    }

    private static async Task<Results<Ok<ScenarioComparisonContract>, ProblemHttpResult>> CompareAsync(
        string id,
        string? a,
        string? b,
        string? year,
        string? date,
        string? revision,
        PlanOpener plans,
        Problems problems,
        HttpResponse response,
        CancellationToken cancellation
    )
    {
        var (compared, open, problem) = await AskAsync(
            plans.OpenAsync(id, revision, date, cancellation),
            open => Of(open, a, b, year, problems),
            Asked,
            response,
            cancellation
        );
        if (compared is null || open is null)
        {
            return problem!;
        }

        return TypedResults.Ok(compared);
    }

    private static async Task<IResult> CompareCsvAsync(
        string id,
        string? a,
        string? b,
        string? year,
        string? date,
        string? revision,
        PlanOpener plans,
        Problems problems,
        HttpResponse response,
        CancellationToken cancellation
    )
    {
        var (compared, open, problem) = await AskAsync(
            plans.OpenAsync(id, revision, date, cancellation),
            open => Of(open, a, b, year, problems),
            told => Asked(told) + "-csv",
            response,
            cancellation
        );
        if (compared is null || open is null)
        {
            return problem!;
        }

        return CsvLines.File(
            $"{open.Revision.PlanId}-compared.csv",
            ScenariosCsv.ComparedHead,
            ScenariosCsv.Rows(compared)
        );
    }

    private static async Task<Results<Ok<ScenarioChangeContract>, ProblemHttpResult>> ChangeAsync(
        string id,
        string? scenario,
        string? from,
        string? to,
        string? date,
        string? revision,
        PlanOpener plans,
        Problems problems,
        HttpResponse response,
        CancellationToken cancellation
    )
    {
        var (change, open, problem) = await AskAsync(
            plans.OpenAsync(id, revision, date, cancellation),
            open => Of(open, scenario, (from, to), problems),
            Asked,
            response,
            cancellation
        );
        if (change is null || open is null)
        {
            return problem!;
        }

        return TypedResults.Ok(change);
    }

    private static async Task<IResult> ChangeCsvAsync(
        string id,
        string? scenario,
        string? from,
        string? to,
        string? date,
        string? revision,
        PlanOpener plans,
        Problems problems,
        HttpResponse response,
        CancellationToken cancellation
    )
    {
        var (change, open, problem) = await AskAsync(
            plans.OpenAsync(id, revision, date, cancellation),
            open => Of(open, scenario, (from, to), problems),
            told => Asked(told) + "-csv",
            response,
            cancellation
        );
        if (change is null || open is null)
        {
            return problem!;
        }

        return CsvLines.File($"{open.Revision.PlanId}-change.csv", ScenariosCsv.ChangeHead, ScenariosCsv.Rows(change));
    }

    /// <summary>Asks of a plan what takes a while; the answer stands under its own tag. Without one there is a problem.</summary>
    private static async Task<(T? Told, OpenPlan? Open, ProblemHttpResult? Problem)> AskAsync<T>(
        Task<OpenedPlan> opening,
        Func<OpenPlan, (T?, ProblemHttpResult?)> ask,
        Func<T, string> tag,
        HttpResponse response,
        CancellationToken cancellation
    )
        where T : class
    {
        var (open, problem) = await opening;
        if (open is null)
        {
            return (null, null, problem);
        }

        var (told, refused) = await Task.Run(() => ask(open), cancellation);
        if (told is not null)
        {
            response.Tag($"{open.Revision.Id}-{tag(told)}", open.Assessment.Date);
        }

        return (told, open, refused);
    }

    private static string Asked(ScenarioChangeContract change) =>
        "change-" + Hashed(FormattableString.Invariant($"{change.Scenario}\n{change.From}\n{change.To}"));

    private static (ScenarioChangeContract? Change, ProblemHttpResult? Problem) Of(
        OpenPlan open,
        string? scenario,
        (string? From, string? To) asked,
        Problems problems
    )
    {
        var (view, state) = ScenarioView.Of(open.Reading, open.Assessment);
        if (view is not null)
        {
            if (!string.IsNullOrEmpty(scenario) && view.Find(scenario) is null)
            {
                var ids = string.Join(", ", view.Outlook.Runs.Select(r => r.Case.Id));
                return (null, problems.BadValue("scenario", scenario, ids));
            }

            foreach (var (name, value) in new[] { ("from", asked.From), ("to", asked.To) })
            {
                if (!string.IsNullOrEmpty(value) && view.YearOf(value) is null)
                {
                    var years = string.Create(CultureInfo.InvariantCulture, $"{view.FirstYear}–{view.LastYear}");
                    return (null, problems.BadValue(name, value, years));
                }
            }

            if (!view.IsSpan(asked.From, asked.To))
            {
                var (first, last) = (asked.From ?? "", view.LastYear);
                var before = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{view.FirstYear}–{(view.YearOf(asked.To) ?? last) - 1}"
                );
                return (null, problems.BadValue("from", first, before));
            }
        }

        return (
            ScenarioChangeContract.Of(
                open.Revision.PlanId,
                open.Revision.Id,
                view,
                state,
                view?.Find(scenario),
                view?.Span(asked.From, asked.To) ?? (0, 0)
            ),
            null
        );
    }

    private static string Asked(ScenarioComparisonContract compared) =>
        "compared-"
        + Hashed(
            FormattableString.Invariant(
                $"{compared.A}\n{compared.B}\n{compared.Years.Select(y => y.To).FirstOrDefault()}"
            )
        );

    /// <summary>What is asked, in letters that a header can carry: a plan's ids may have any.</summary>
    private static string Hashed(string asked) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked)))[..16];

    private static (ScenarioComparisonContract? Compared, ProblemHttpResult? Problem) Of(
        OpenPlan open,
        string? a,
        string? b,
        string? year,
        Problems problems
    )
    {
        var (view, state) = ScenarioView.Of(open.Reading, open.Assessment);
        if (view is not null)
        {
            var ids = string.Join(", ", view.Outlook.Runs.Select(r => r.Case.Id));
            foreach (var (name, value) in new[] { ("a", a), ("b", b) })
            {
                if (!string.IsNullOrEmpty(value) && view.Find(value) is null)
                {
                    return (null, problems.BadValue(name, value, ids));
                }
            }

            if (!string.IsNullOrEmpty(year) && view.YearOf(year) is null)
            {
                var years = string.Create(CultureInfo.InvariantCulture, $"{view.FirstYear}–{view.LastYear}");
                return (null, problems.BadValue("year", year, years));
            }
        }

        return (
            ScenarioComparisonContract.From(
                open.Revision.PlanId,
                open.Revision.Id,
                view,
                state,
                (a, b),
                view?.YearOf(year)
            ),
            null
        );
    }
}
