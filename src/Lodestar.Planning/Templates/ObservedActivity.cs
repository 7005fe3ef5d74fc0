// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Units;

namespace Lodestar.Planning.Templates;

/// <summary>Finds what an inventory states of the activity of a group.</summary>
internal static class ObservedActivity
{
    private static readonly Unit Vehicle = Unit.Parse("vehicle");

    /// <summary>The group with the rows that state its activity, and the base year's amount where it can be said.</summary>
    public static ObservedGroup In(InventoryRecord inventory, ObservedGroup group, int baseYear)
    {
        var stated = group
            .Rows.Select(r => ActivityRows.Of(inventory.Rows, r))
            .OfType<InventoryRow>()
            .Distinct()
            .ToList();
        return stated.Count == 0
            ? group
            : group with
            {
                ActivityRows = stated.ToEquatableList(),
                Activity = Amount(inventory, group, stated, baseYear),
            };
    }

    private static double? Amount(
        InventoryRecord inventory,
        ObservedGroup group,
        List<InventoryRow> stated,
        int baseYear
    )
    {
        bool Emits(InventoryRow row) => row.Series[baseYear].TryGetNumber(out var number) && number != 0;
        if (group.Lines.Count != 1 || group.Lines[0].Activity is not { } activity)
        {
            return null;
        }

        // An activity of other lines' rows too, or of a part of these, is none of this line.
        var isOfOthers = stated.Exists(a =>
            ActivityRows
                .EmissionsOf(inventory.Rows, a)
                .Any(r => !group.Rows.Contains(r) && (Emits(r) || r.Series[baseYear].IsGap))
        );
        if (isOfOthers || group.Rows.Any(r => Emits(r) && ActivityRows.Of(inventory.Rows, r) is null))
        {
            return null;
        }

        var sum = 0.0;
        foreach (var row in stated)
        {
            if (
                !row.Series[baseYear].TryGetNumber(out var number)
                || FactorTo(row.Series.Unit, activity.Unit) is not { } factor
            )
            {
                return null;
            }

            sum += number * factor;
        }

        return sum > 0 ? sum : null;
    }

    /// <summary>A kilometre of a vehicle is a kilometre driven.</summary>
    private static double? FactorTo(Unit unit, Unit wanted) =>
        unit.TryFactorTo(wanted, out var factor) || (unit / Vehicle).TryFactorTo(wanted, out factor) ? factor : null;
}
