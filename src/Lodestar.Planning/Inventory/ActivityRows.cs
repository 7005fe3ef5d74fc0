// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Units;

namespace Lodestar.Planning.Inventory;

/// <summary>An implied emission factor: what a row emits in a year over the activity that the inventory states for it.</summary>
public sealed record ImpliedFactor(int Year, double Value);

/// <summary>
/// Rows that state the activity of others: of the rows of their category, and of these the ones of their fuel and their
/// label where they name one.
/// </summary>
public static class ActivityRows
{
    // What factors are published by.
    private static readonly Unit[] Plain = [Unit.Parse("kWh"), Unit.Parse("km"), Unit.Parse("vkm"), Unit.Parse("t")];

    /// <summary>The emission rows whose activity a row states.</summary>
    /// <param name="rows">All rows of an inventory.</param>
    /// <param name="activity">One of its rows, of role activity.</param>
    public static IEnumerable<InventoryRow> EmissionsOf(IReadOnlyList<InventoryRow> rows, InventoryRow activity) =>
        rows.Where(r => r.Role == RowRole.Part && IsOf(activity, r));

    /// <summary>The row that states the activity of an emission row; null where none does, or several do.</summary>
    /// <param name="rows">All rows of an inventory.</param>
    /// <param name="row">One of its rows that is counted.</param>
    public static InventoryRow? Of(IReadOnlyList<InventoryRow> rows, InventoryRow row)
    {
        var stated = rows.Where(r => r.Role == RowRole.Activity && IsOf(r, row)).Take(2).ToList();
        return stated.Count == 1 ? stated[0] : null;
    }

    /// <summary>The unit of an implied factor: kilograms by the activity's unit (kg CO2/kWh for energy).</summary>
    /// <param name="unit">The unit of the emissions.</param>
    /// <param name="activity">The unit of the activity.</param>
    /// <returns>The unit, and what emissions over activity are multiplied by.</returns>
    public static (Unit Unit, double Scale) FactorUnit(Unit unit, Unit activity)
    {
        var gas = unit.Symbol[(unit.Symbol.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        var per = Plain.FirstOrDefault(p => p.CompatibleWith(activity)) ?? activity;
        var factor = Unit.Parse($"kg {gas}") / per;
        return (unit / activity).TryFactorTo(factor, out var scale) ? (factor, scale) : (unit / activity, 1);
    }

    /// <summary>What the emissions of an activity are in each year in which all of them and the activity are known and above zero.</summary>
    /// <param name="rows">All rows of an inventory.</param>
    /// <param name="activity">A row of role activity.</param>
    /// <param name="set">The plan's GWP set, which joins gases.</param>
    /// <returns>The unit and the years, ascending; null where no year has one.</returns>
    public static (Unit Unit, EquatableList<ImpliedFactor> Years)? ImpliedFactors(
        IReadOnlyList<InventoryRow> rows,
        InventoryRow activity,
        GwpSet set
    )
    {
        var own = EmissionsOf(rows, activity).ToList();
        if (own.Count == 0)
        {
            return null;
        }

        var common = CommonUnit.Of(own, set);
        var into = own.Select(r => CommonUnit.Factor(r.Series.Unit, common, set)).ToList();
        var (unit, scale) = FactorUnit(common, activity.Series.Unit);
        var years = new List<ImpliedFactor>();
        foreach (var year in activity.Series.NumberYears)
        {
            activity.Series[year].TryGetNumber(out var amount);
            if (amount > 0 && !own.Exists(r => r.Series[year].IsGap) && !into.Contains(null))
            {
                var emitted = own.Select((r, i) => r.Series[year].TryGetNumber(out var n) ? n * into[i]!.Value : 0)
                    .Sum();
                if (emitted > 0)
                {
                    years.Add(new ImpliedFactor(year, emitted / amount * scale));
                }
            }
        }

        return years.Count > 0 ? (unit, years.ToEquatableList()) : null;
    }

    private static bool IsOf(InventoryRow activity, InventoryRow row) =>
        row.Category is not null
        && row.Category == activity.Category
        && (activity.Fuel is null || activity.Fuel == row.Fuel)
        && (activity.Label is null || activity.Label == row.Label);
}
