// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lodestar.Web.Features.Inventory;

internal static class InventoryEndpoints
{
    private const string Boundaries = "basic, basic-plus, territorial, national, national-with-land";

    public static void MapInventory(this IEndpointRouteBuilder api)
    {
        api.MapGet("/plans/{id}/inventories", ListAsync)
            .WithName("compareInventories")
            .WithTags("Inventory")
            .WithSummary("All inventories of a plan side by side, and how each differs from the first and why")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/plans/{id}/inventory", GetAsync)
            .WithName("getInventory")
            .WithTags("Inventory")
            .WithSummary("An inventory's rows, and its totals by year, sector, sub-sector, gas and fuel")
            .WithDescription(
                $"boundary: {Boundaries}; the inventory's own if left out. inventory: its id; the plan's first if left out."
            )
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<InventoriesContract>, ProblemHttpResult>> ListAsync(
        string id,
        string? revision,
        PlanOpener plans,
        HttpResponse response,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        var opened = await plans.OpenAsync(id, revision, null, cancellation);
        return opened.Answer<Ok<InventoriesContract>>(open =>
        {
            response.Tag(open.Revision.Id);
            return TypedResults.Ok(InventoriesContract.From(open.Reading.Plan, texts));
        });
    }

    private static async Task<Results<Ok<InventoryContract>, ProblemHttpResult>> GetAsync(
        string id,
        string? boundary,
        string? inventory,
        string? revision,
        PlanOpener plans,
        Problems problems,
        HttpResponse response,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        var opened = await plans.OpenAsync(id, revision, null, cancellation);
        return opened.Answer<Ok<InventoryContract>>(open =>
        {
            var plan = open.Reading.Plan;
            if (plan.Inventories.FirstOrDefault(i => inventory is null || i.Id == inventory) is not { } found)
            {
                return problems.NoInventory(id);
            }

            if (BoundaryOf(boundary, found) is not { } chosen)
            {
                return problems.BadValue("boundary", boundary!, Boundaries);
            }

            response.Tag(open.Revision.Id);
            return TypedResults.Ok(InventoryContract.From(plan, found, chosen, texts));
        });
    }

    private static Boundary? BoundaryOf(string? text, InventoryRecord inventory) =>
        text switch
        {
            null or "" => inventory.Boundary,
            "basic" => Boundary.Basic,
            "basic-plus" => Boundary.BasicPlus,
            "territorial" => Boundary.Territorial,
            "national" => Boundary.National,
            "national-with-land" => Boundary.NationalWithLand,
            "not-stated" => Boundary.NotStated,
            _ => null,
        };
}
