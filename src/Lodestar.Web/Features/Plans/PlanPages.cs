// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Library;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Storage.Index;
using Lodestar.Storage.Revisions;
using Lodestar.Web.Components.Model;
using Lodestar.Web.Components.Scenarios;
using Lodestar.Web.Components.Warming;
using Lodestar.Web.Hosting;
using Lodestar.Web.Layout;

namespace Lodestar.Web.Features.Plans;

/// <summary>The start page, the page of a plan, and the page that explains the findings.</summary>
internal static class PlanPages
{
    private const int Suggested = 3;

    public static void MapPlanPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", StartAsync);
        app.MapGet("/plans", () => Results.Redirect("/places", permanent: true));
        app.MapGet("/plans/{id}", PlanAsync);
        app.MapGet(
            "/findings",
            (HttpContext context) => PageResults.Cached<FindingsPage>(context, "findings", new { })
        );
    }

    private static async Task<IResult> StartAsync(
        HttpContext context,
        PlaceCatalogs catalogs,
        CancellationToken cancellation
    )
    {
        var catalog = await catalogs.OpenAsync(cancellation);
        return PageResults.Cached<StartPage>(
            context,
            catalog.Key,
            () => new { Telling = TellingPlaces.Of(catalog), catalog.Planned.Count }
        );
    }

    private static Task<IResult> PlanAsync(
        [AsParameters] PlanVisit visit,
        string? boundary,
        string? inventory,
        RevisionStore revisions,
        LibraryReading shared
    ) =>
        visit.ShowAsync(async open =>
        {
            var history = await revisions.HistoryAsync(visit.Id, visit.Cancellation);
            var parameters = new
            {
                Open = open,
                Sectors = TotalsOn(open, inventory, BoundaryOf(boundary)),
                History = history,
            };
            // The lines to embed it by name this server as the reader knows it.
            var host = $"{visit.Context.Request.Scheme}://{visit.Context.Request.Host}";
            var key =
                $"{open.Revision.Id} {history.Count} {open.Assessment.Date:O} {shared.Stamp} {host} {WarmingShelf.Stamp} {ModelShelf.Stamp} {ScenarioShelf.Stamp}";
            return PageResults.Cached<PlanPage>(visit.Context, key, parameters);
        });

    internal static async Task<IResult> MissingAsync(string id, PlanLibrary library, CancellationToken cancellation)
    {
        var plans = await library.ListAsync(cancellation);
        var near = plans
            .OrderBy(p => Math.Min(Distance(id, p.PlanId), Distance(id, p.Name.ToLowerInvariant())))
            .Take(Suggested)
            .ToEquatableList();
        return PageResults.Page<FailurePage>(
            new { Status = StatusCodes.Status404NotFound, Suggestions = (IReadOnlyList<PlanSummary>)near },
            StatusCodes.Status404NotFound
        );
    }

    /// <summary>The inventory and boundary asked for; the leading ones where none or an unknown one is asked for.</summary>
    private static InventoryTotals? TotalsOn(OpenPlan open, string? inventory, Boundary? boundary)
    {
        var plan = open.Reading.Plan;
        if (open.Assessment.Totals is not { } leading)
        {
            return null;
        }

        var record =
            plan.Inventories.FirstOrDefault(i => i.Id == inventory)
            ?? plan.Inventories.First(i => i.Id == leading.InventoryId);
        if (record.Id == leading.InventoryId && (boundary is null || boundary == leading.Boundary))
        {
            return leading;
        }

        var totals = InventoryTotaller.Total(plan, record, boundary ?? record.Boundary);
        return totals.LastYear is null ? leading : totals;
    }

    private static Boundary? BoundaryOf(string? name) =>
        name switch
        {
            "basic" => Boundary.Basic,
            "basic-plus" => Boundary.BasicPlus,
            "territorial" => Boundary.Territorial,
            "national" => Boundary.National,
            "national-with-land" => Boundary.NationalWithLand,
            "not-stated" => Boundary.NotStated,
            _ => null,
        };

    /// <summary>Insertions, removals and replacements between two short texts.</summary>
    private static int Distance(string from, string to)
    {
        if (from.Length > 200)
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, replaced);
            }
        }

        return row[^1];
    }
}
