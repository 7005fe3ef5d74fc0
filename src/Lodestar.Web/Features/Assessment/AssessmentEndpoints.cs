// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lodestar.Web.Features.Assessment;

internal static class AssessmentEndpoints
{
    public static void MapAssessment(this IEndpointRouteBuilder api) =>
        api.MapGet("/plans/{id}/assessment", AssessAsync)
            .WithName("assessPlan")
            .WithTags("Assessment")
            .WithSummary("The lodestar test of a plan")
            .WithDescription(
                "date: the day to assess on, as 2026-11-22 (today in UTC if left out). revision: a revision's id or its first six or more characters (the current one if left out)."
            )
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<AssessmentContract>, ProblemHttpResult>> AssessAsync(
        string id,
        string? date,
        string? revision,
        PlanOpener plans,
        HttpResponse response,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        var opened = await plans.OpenAsync(id, revision, date, cancellation);
        return opened.Answer<Ok<AssessmentContract>>(open =>
        {
            response.Tag(open.Revision.Id, open.Assessment.Date);
            return TypedResults.Ok(
                AssessmentContract.From(open.Assessment, texts) with
                {
                    Revision = open.Revision.Id,
                }
            );
        });
    }
}
