// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Web.Charts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lodestar.Web.Features.Charts;

internal static class ChartsEndpoints
{
    private const string Svg = "image/svg+xml; charset=utf-8";

    private delegate string? Draw(OpenPlan plan, MessageCatalog texts);

    public static void MapCharts(this IEndpointRouteBuilder api)
    {
        var charts = api.MapGroup("/plans/{id}/charts").WithTags("Charts");
        Map(charts, "trajectory", "drawTrajectory", "Inventory, promises, pace and gap as a picture", Trajectory);
        Map(charts, "sectors", "drawSectors", "Emissions by sub-sector as a picture", Sectors);
    }

    private static void Map(RouteGroupBuilder charts, string name, string operation, string summary, Draw draw) =>
        charts
            .MapGet(
                $"/{name}.svg",
                (
                    string id,
                    string? date,
                    string? revision,
                    PlanOpener plans,
                    Problems problems,
                    HttpResponse response,
                    MessageCatalog texts,
                    CancellationToken cancellation
                ) => DrawAsync(id, date, revision, draw, plans, problems, response, texts, cancellation)
            )
            .WithName(operation)
            .WithSummary(summary)
            .Produces<string>(StatusCodes.Status200OK, "image/svg+xml")
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static string? Trajectory(OpenPlan plan, MessageCatalog texts) =>
        ChartFile.Trajectory(plan.Assessment, texts, plan.Reading.Plan);

    private static string? Sectors(OpenPlan plan, MessageCatalog texts) =>
        plan.Assessment.Totals is { } totals ? ChartFile.Sectors(totals, texts, plan.Reading.Plan) : null;

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> DrawAsync(
        string id,
        string? date,
        string? revision,
        Draw draw,
        PlanOpener plans,
        Problems problems,
        HttpResponse response,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        var opened = await plans.OpenAsync(id, revision, date, cancellation);
        return opened.Answer<ContentHttpResult>(open =>
        {
            response.Tag(open.Revision.Id, open.Assessment.Date);
            return draw(open, texts) is { } svg ? TypedResults.Text(svg, Svg) : problems.NoInventory(id);
        });
    }
}
