// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Web.Components.Budgets;
using Lodestar.Web.Hosting;

namespace Lodestar.Web.Features.Budgets;

/// <summary>The page of a plan's carbon budget.</summary>
internal static class BudgetPages
{
    public static void MapBudgetPages(this IEndpointRouteBuilder app) => app.MapGet("/plans/{id}/budget", PageAsync);

    private static Task<IResult> PageAsync(
        [AsParameters] PlanVisit visit,
        string? limit,
        string? likelihood,
        MessageCatalog texts
    ) =>
        visit.ShowAsync(open =>
        {
            var parameters = new
            {
                Open = open,
                World = BudgetQuery.Find(limit, likelihood),
                // Links of the switch keep what the reader pinned.
                Address = $"/plans/{visit.Id}/budget?{visit.PinnedFirst}",
            };
            var key = $"{open.Revision.Id} {open.Assessment.Date:O} {texts.Language}";
            return PageResults.Cached<BudgetPage>(visit.Context, key, parameters);
        });
}
