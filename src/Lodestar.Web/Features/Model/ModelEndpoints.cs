// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Web.Components.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lodestar.Web.Features.Model;

internal static class ModelEndpoints
{
    private const string Pins =
        "date: the day to assess on, as 2026-11-22. revision: a revision's id or its first six or more characters.";

    public static void MapModel(this IEndpointRouteBuilder api)
    {
        api.MapGet("/plans/{id}/model", PlanAsync)
            .WithName("modelOfPlan")
            .WithTags("Model")
            .WithSummary("What a plan's model says: answers by year with their ranges, and errors against observations")
            .WithDescription(Pins)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/plans/{id}/model/{variable}/{year}", FactAsync)
            .WithName("modelValueExplained")
            .WithTags("Model")
            .WithSummary("Why a value of a plan's model is what it is")
            .WithDescription(
                $"at: a label for each axis of the variable, with commas; the first ones if left out. {Pins}"
            )
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<PlanModelContract>, ProblemHttpResult>> PlanAsync(
        string id,
        string? date,
        string? revision,
        PlanOpener plans,
        ModelShelf shelf,
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

        response.Tag($"{open.Revision.Id}-model", open.Assessment.Date);
        var asked = await Task.Run(() => shelf.Of(open), cancellation);
        var name = open.Reading.Plan.NameIn(texts.Language);
        return TypedResults.Ok(PlanModelContract.From(open.Revision.PlanId, open.Revision.Id, name, asked, texts));
    }

    private static async Task<Results<Ok<ModelFactContract>, ProblemHttpResult>> FactAsync(
        string id,
        string variable,
        string year,
        string? at,
        string? date,
        string? revision,
        PlanOpener plans,
        ModelShelf shelf,
        Problems problems,
        HttpResponse response,
        CancellationToken cancellation
    )
    {
        var (open, problem) = await plans.OpenAsync(id, revision, date, cancellation);
        if (open is null)
        {
            return problem!;
        }

        var asked = await Task.Run(() => shelf.Of(open), cancellation);
        if (asked.Shown is not { } outlook || ModelQuestion.Find(outlook, variable, null, null) is null)
        {
            return problems.NoVariable(open.Revision.PlanId, variable);
        }

        if (ModelQuestion.Find(outlook, variable, year, at) is not { } question)
        {
            var (first, last) = (outlook.Model.FirstYear, outlook.Model.FirstYear + outlook.Model.YearCount - 1);
            return problems.BadValue("year", year, FormattableString.Invariant($"{first}–{last}"));
        }

        // Names and labels may hold letters that a header can't.
        var asks = Uri.EscapeDataString(FormattableString.Invariant($"{variable}-{question.Year}-{question.At}"));
        response.Tag($"{open.Revision.Id}-{asks}", open.Assessment.Date);
        return TypedResults.Ok(
            ModelFactContract.From(question.Explain(outlook, asked.Checked.Text!), asked.Checked.Sources)
        );
    }
}
