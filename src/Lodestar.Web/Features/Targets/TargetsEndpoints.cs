// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Planning.Targets;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lodestar.Web.Features.Targets;

internal static class TargetsEndpoints
{
    public static void MapTargets(this IEndpointRouteBuilder api) =>
        api.MapGet("/plans/{id}/targets", GetAsync)
            .WithName("getTargets")
            .WithTags("Targets")
            .WithSummary("Every target with every version ever stated")
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<TargetListContract>, ProblemHttpResult>> GetAsync(
        string id,
        string? date,
        string? revision,
        PlanOpener plans,
        MessageCatalog texts,
        HttpResponse response,
        CancellationToken cancellation
    )
    {
        var opened = await plans.OpenAsync(id, revision, date, cancellation);
        return opened.Answer<Ok<TargetListContract>>(open =>
        {
            var (plan, day) = (open.Reading.Plan, open.Assessment.Date);
            response.Tag(open.Revision.Id, day);
            return TypedResults.Ok(
                new TargetListContract(
                    [.. plan.Targets.Select(t => TargetContract.From(plan, t, day, texts))],
                    [.. TargetConflicts.Of(plan, day).Select(c => TargetConflictContract.From(c, texts))]
                )
            );
        });
    }
}
