// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Budgets;
using Lodestar.Planning.Messages;
using Lodestar.Web.Components.Budgets;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lodestar.Web.Features.Budgets;

internal static class BudgetEndpoints
{
    public static void MapBudgets(this IEndpointRouteBuilder api) =>
        api.MapGet("/plans/{id}/budget", BudgetAsync)
            .WithName("budgetOfPlan")
            .WithTags("Budgets")
            .WithSummary("A plan's path against fair shares of what the world may still emit")
            .WithDescription(
                "limit: °C of warming, 1.5 to 2.0 (1.5 if left out). likelihood: per cent, 50, 67 or 83 (50 if left out). date: the day to roll the budget forward to, as 2026-11-22. revision: a revision's id or its first six or more characters."
            )
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<BudgetContract>, ProblemHttpResult>> BudgetAsync(
        string id,
        string? limit,
        string? likelihood,
        string? date,
        string? revision,
        PlanOpener plans,
        Problems problems,
        HttpResponse response,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        if (BudgetQuery.Find(limit, likelihood) is not { } world)
        {
            return problems.BadValue("limit, likelihood", $"{limit}, {likelihood}", "1.7, 67");
        }

        var opened = await plans.OpenAsync(id, revision, date, cancellation);
        return opened.Answer<Ok<BudgetContract>>(open =>
        {
            response.Tag($"{open.Revision.Id}-{world.Limit:0.0}-{world.Likelihood:0.00}", open.Assessment.Date);
            var budget = BudgetCase.Of(open.Assessment.Budget!, world);
            return TypedResults.Ok(
                BudgetContract.From(open.Assessment, budget, texts) with
                {
                    Revision = open.Revision.Id,
                }
            );
        });
    }
}
