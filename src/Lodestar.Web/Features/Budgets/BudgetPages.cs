// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Web.Components.Budgets;
using Lodestar.Web.Hosting;

namespace Lodestar.Web.Features.Budgets;

/// <summary>The page of a plan's carbon budget.</summary>
internal static class BudgetPages
{
    public static void MapBudgetPages(this IEndpointRouteBuilder app) => app.MapGet("/plans/{id}/budget", PageAsync);

    private static async Task<IResult> PageAsync(
        string id,
        string? revision,
        DateOnly? date,
        string? limit,
        string? likelihood,
        HttpContext context,
        PlanLibrary library,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        if (await library.OpenAsync(id, revision, date, cancellation) is not { } open)
        {
            return await PlanPages.MissingAsync(id, library, cancellation);
        }

        var parameters = new
        {
            Open = open,
            World = BudgetQuery.Find(limit, likelihood),
            Address = Address(id, revision, date),
        };
        var key = $"{open.Revision.Id} {open.Assessment.Date:O} {texts.Language}";
        return PageResults.Cached<BudgetPage>(context, key, parameters);
    }

    // Links of the switch keep what the reader pinned.
    private static string Address(string id, string? revision, DateOnly? date)
    {
        var pinned = string.Concat(
            revision is null ? "" : $"revision={Uri.EscapeDataString(revision)}&",
            date is { } day ? $"date={day:yyyy-MM-dd}&" : ""
        );
        return $"/plans/{id}/budget?{pinned}";
    }
}
