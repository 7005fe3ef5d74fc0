// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Plans;
using Lodestar.Units;

namespace Lodestar.Planning.Control;

/// <summary>What an ask says it unlocks, held against what its measures are reported to cut.</summary>
public static class UnlockedCuts
{
    private const double Rounding = 1e-9;

    /// <summary>
    /// The first year in which more is unlocked than all of the ask's measures cut together; null when there is none, or
    /// when a measure reports nothing for the year, so that nothing can be said.
    /// </summary>
    public static (int Year, Quantity Unlocked, Quantity Reported)? Above(Plan plan, Ask ask)
    {
        if (ask.Unlocks is not { } unlocks || ask.Measures.Count == 0)
        {
            return null;
        }

        foreach (var year in unlocks.NumberYears)
        {
            if (
                unlocks[year].TryGetNumber(out var unlocked)
                && Reported(plan, ask, year, unlocks.Unit) is { } reported
                && unlocked > reported + Rounding * Math.Abs(reported)
            )
            {
                return (year, new Quantity(unlocked, unlocks.Unit), new Quantity(reported, unlocks.Unit));
            }
        }

        return null;
    }

    /// <summary>
    /// What an ask unlocks in tonnes of CO2e, by year: CO2 counts one to one, CO2e of whatever set as it stands, another
    /// gas by the plan's set. Empty when nothing is stated, or nothing that could be added.
    /// </summary>
    public static EquatableList<(int Year, double Tonnes)> Tonnes(Plan plan, Ask ask)
    {
        if (ask.Unlocks is not { } unlocks)
        {
            return EquatableList<(int, double)>.Empty;
        }

        var unit = unlocks.Unit.Dimension.IsCO2eMass(out _) ? CommonUnit.TonnesOf(unlocks.Unit) : Unit.Parse("t CO2e");
        var factor = CommonUnit.Factor(unlocks.Unit, unit, plan.GwpSet);
        return unlocks
            .NumberYears.Select(y => (Year: y, Tonnes: unlocks[y].TryGetNumber(out var n) ? n * factor : null))
            .Where(y => y.Tonnes is { } tonnes && double.IsFinite(tonnes))
            .Select(y => (y.Year, y.Tonnes!.Value))
            .ToEquatableList();
    }

    private static double? Reported(Plan plan, Ask ask, int year, Unit unit)
    {
        double sum = 0;
        foreach (var id in ask.Measures)
        {
            if (
                plan.Measures.FirstOrDefault(m => m.Id == id)?.Effect is not { } effect
                || !effect[year].TryGetNumber(out var number)
                || CommonUnit.Factor(effect.Unit, unit, plan.GwpSet) is not { } factor
            )
            {
                return null;
            }

            sum += number * factor;
        }

        return sum;
    }
}
