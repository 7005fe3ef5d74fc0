// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Projections;
using Lodestar.Planning.Series;

namespace Lodestar.Planning.Targets;

/// <summary>
/// The emissions without measures (WOM) that a plan's projections state for a year, over what a target covers and on the
/// boundary its inventory is read on.
/// </summary>
internal static class WithoutMeasures
{
    /// <summary>
    /// From the first projection that has the year: its stated total where the target covers every sector, gas and
    /// scope, else the sum of the parts covered. Null when no projection has it, or a part that counts is a gap.
    /// </summary>
    public static (double Amount, ProjectionRecord Projection)? Of(
        Plan plan,
        TargetScope scope,
        InventoryTotals covered,
        int year
    )
    {
        foreach (var projection in plan.Projections)
        {
            var rows = projection
                .Rows.Where(r => r.Scenario == ProjectionScenario.WOM && r.Series[year].Kind != CellKind.Missing)
                .ToList();
            var totals = rows.FindAll(r => r.Category is null or "total");
            var parts = rows.FindAll(r => r.Category is not (null or "total"));
            var whole = totals.Count > 0 && (parts.Count == 0 || CoversAll(scope)) ? totals : parts;
            if (Sum(plan, scope, covered, whole, year) is { } amount)
            {
                return (amount, projection);
            }
        }

        return null;
    }

    private static bool CoversAll(TargetScope scope) =>
        (scope.Sectors is null || scope.Sectors.Contains("all") || GpcTable.Sectors.All(scope.Sectors.Contains))
        && scope.Gases is null
        && scope.Scopes is null;

    private static double? Sum(
        Plan plan,
        TargetScope scope,
        InventoryTotals covered,
        List<ProjectionRow> rows,
        int year
    )
    {
        var coverage = Coverage.Of(scope);
        double? sum = null;
        foreach (var row in rows)
        {
            var asInventory = new InventoryRow(row.Id, row.Category, row.Series, row.Place) { Gas = row.Gas };
            if (
                !coverage.Covers(asInventory)
                || BoundaryRules.Enters(asInventory, covered.Boundary) == Entry.Out
                || row.Series[year].Kind is CellKind.NotOccurring or CellKind.IncludedElsewhere
            )
            {
                continue;
            }

            if (
                !row.Series[year].TryGetNumber(out var number)
                || CommonUnit.Factor(row.Series.Unit, covered.Unit, plan.GwpSet) is not { } factor
            )
            {
                return null;
            }

            sum = (sum ?? 0) + number * factor;
        }

        return sum;
    }
}
