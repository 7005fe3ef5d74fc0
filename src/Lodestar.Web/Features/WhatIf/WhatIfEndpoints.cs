// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lodestar.Web.Features.WhatIf;

internal static class WhatIfEndpoints
{
    public static void MapWhatIf(this IEndpointRouteBuilder api) =>
        api.MapGet("/plans/{id}/what-if", AskAsync)
            .RequireRateLimiting(WorkLine.Limit)
            .WithName("whatIf")
            .WithTags("Scenarios")
            .WithSummary("Where a plan leads when its levers are moved: path, gap, odds, wedges and warming")
            .WithDescription(
                "from: the scenario to start from. m.ID: the strength of a measure in percent. y.ID: the year it begins in. "
                    + "s.NAME: the value of a number of the model, in its own unit. part=quick: without odds and wedges. "
                    + "date: the day to assess on, as 2026-11-22. revision: a revision's id or its first six or more characters."
            )
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<Results<Ok<WhatIfContract>, ProblemHttpResult>> AskAsync(
        string id,
        string? date,
        string? revision,
        string? part,
        PlanOpener plans,
        WhatIfShelf shelf,
        Problems problems,
        HttpContext context,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        var (open, problem) = await plans.OpenAsync(id, revision, date, cancellation);
        if (open is null)
        {
            return problem!;
        }

        var parts = WhatIfPages.Parts(context.Request.Query);
        return await shelf.AnswerAsync(open, parts, part != "quick", cancellation) is { } answer
            ? TypedResults.Ok(WhatIfContract.Of(open, answer, texts))
            : problems.NoScenarios(open.Revision.PlanId);
    }
}
