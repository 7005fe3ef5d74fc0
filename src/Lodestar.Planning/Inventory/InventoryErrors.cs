// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Plans;

namespace Lodestar.Planning.Inventory;

/// <summary>How well the total of an inventory is known, from what its rows state.</summary>
public static class InventoryErrors
{
    /// <summary>Half of a 95 % interval in standard errors.</summary>
    private const double HalfWidth = 1.96;

    /// <summary>
    /// The standard error of the total in its last year as a share of what is emitted and removed together, errors of rows
    /// taken as independent (IPCC 2006 guidelines, volume 1, equation 3.2).
    /// </summary>
    /// <returns>Null where the rows that state an error are less than half of that.</returns>
    public static double? Of(Plan plan, InventoryRecord? inventory)
    {
        if (inventory is null)
        {
            return null;
        }

        var totals = InventoryTotaller.Total(plan, inventory, inventory.Boundary);
        if (totals.LastYear is not { } year)
        {
            return null;
        }

        double whole = 0,
            stated = 0,
            squares = 0;
        foreach (var row in inventory.Rows)
        {
            if (
                row.Role != RowRole.Part
                || BoundaryRules.Enters(row, inventory.Boundary) != Entry.In
                || !row.Series[year].TryGetNumber(out var number)
                || CommonUnit.Factor(row.Series.Unit, totals.Unit, plan.GwpSet) is not { } factor
            )
            {
                continue;
            }

            whole += Math.Abs(number * factor);
            if (row.Series.ProvenanceOf(year).Uncertainty is { } width)
            {
                stated += Math.Abs(number * factor);
                squares += Math.Pow(number * factor * width / HalfWidth, 2);
            }
        }

        return whole > 0 && stated >= whole / 2 ? Math.Sqrt(squares) / whole : null;
    }
}
