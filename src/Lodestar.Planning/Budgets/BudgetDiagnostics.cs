// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Units;

namespace Lodestar.Planning.Budgets;

/// <summary>Everything that keeps a place from being held against a carbon budget, one method each.</summary>
public static class BudgetDiagnostics
{
    internal static Diagnostic NotCarbonDioxide(Quantity mass, Place place) =>
        Warning("LS3300", place, ("amount", mass), ("unit", mass.Unit));

    internal static Diagnostic NoGases(InventoryTotals totals, string file) =>
        Warning("LS3301", new Place(file), ("unit", totals.Unit));

    internal static Diagnostic GasesIncomplete(string file, int year, double unnamed) =>
        Warning("LS3302", new Place(file), ("year", year), ("share", new Share(unnamed)));

    internal static Diagnostic NoCountry(string place) => Warning("LS3303", new Place("plan.yaml"), ("place", place));

    internal static Diagnostic NoParty(string country) =>
        Warning("LS3304", new Place("plan.yaml"), ("country", country));

    internal static Diagnostic NoPopulation(string place) =>
        Warning("LS3305", new Place("data/population.csv"), ("place", place));

    internal static Diagnostic NoGdp(string country) => Warning("LS3306", new Place("plan.yaml"), ("country", country));

    /// <summary>A limit and likelihood that the world budgets do not have.</summary>
    public static Diagnostic NoSuchBudget(string asked, Place place) =>
        Warning(
            "LS3307",
            place,
            ("asked", asked),
            ("limits", WorldBudgets.Limits.Select(l => (object)l).ToEquatableList()),
            ("likelihoods", WorldBudgets.Likelihoods.Select(l => (object)new Share(l)).ToEquatableList())
        ) with
        {
            Severity = Severity.Error,
        };

    internal static Diagnostic GasUnitDiffers(string file, Unit unit) =>
        Warning("LS3308", new Place(file), ("unit", unit));

    private static Diagnostic Warning(string id, Place place, params ReadOnlySpan<(string, object)> values) =>
        new(id, Severity.Warning, place, Message.Of($"{id}.reason", values), Message.Of($"{id}.fix", values));
}
