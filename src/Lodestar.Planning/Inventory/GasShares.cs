// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics.CodeAnalysis;
using Lodestar.Planning.Budgets;
using Lodestar.Planning.Diagnostics;
using Lodestar.Units;

namespace Lodestar.Planning.Inventory;

/// <summary>One gas's part of a CO2e total.</summary>
public sealed record GasShare(string Gas, double Share);

/// <summary>
/// How an inventory's total divides into gases in one year, so that an amount in CO2e can be split the same way: an
/// assumption wherever the amount is of another year, and said with every result that rests on it.
/// </summary>
/// <param name="Year">The year the shares are of.</param>
/// <param name="Unit">The unit of the totals that the shares apply to.</param>
/// <param name="Shares">Largest first; they add up to one.</param>
public sealed record GasShares(int Year, Unit Unit, EquatableList<GasShare> Shares)
{
    private const string CO2 = "CO2";

    /// <summary>True when the inventory counts CO2 alone, so that nothing was split.</summary>
    public bool IsCO2Only => Shares.Count == 1 && Shares[0].Gas == CO2;

    /// <summary>The part of CO2; 0 when there is none.</summary>
    public double OfCO2 => Shares.Where(s => s.Gas == CO2).Sum(s => s.Share);

    /// <summary>The CO2 in an amount of the totals' unit: CO2 counts one to one in CO2e.</summary>
    public CarbonDioxide CO2In(double amount)
    {
        var tonnes = amount * Unit.FactorTo(CommonUnit.TonnesOf(Unit)) * OfCO2;
        return CarbonDioxide.Of(new Quantity(tonnes, Unit.Parse("t CO2")));
    }

    /// <summary>
    /// Shares of a year, by default the last comparable one. False, with the reason, when the inventory is in CO2e and names
    /// no gases, or names them for a part only: a split of the rest would be a guess.
    /// </summary>
    public static bool TryOf(
        InventoryTotals totals,
        InventoryRecord inventory,
        [NotNullWhen(true)] out GasShares? shares,
        [NotNullWhen(false)] out Diagnostic? refusal,
        int? year = null
    )
    {
        (shares, refusal) = (null, null);
        var at = year ?? totals.LastYear;
        if (totals.Unit.Dimension.TryGetGasMass(out var gas))
        {
            shares = Only(gas.Id, at ?? 0, totals.Unit);
            return true;
        }

        if (!totals.Unit.Dimension.IsCO2eMass(out _))
        {
            refusal = BudgetDiagnostics.GasUnitDiffers(inventory.File, totals.Unit);
            return false;
        }

        // "CO2e" is the unit of account and no gas: such an inventory names none.
        if (inventory.Gases is [not "CO2e"])
        {
            shares = Only(inventory.Gases[0], at ?? 0, totals.Unit);
            return true;
        }

        return at is { } known
            ? TryOfRows(totals, inventory, known, out shares, out refusal)
            : Refuse(totals, inventory, out refusal);
    }

    private static bool TryOfRows(
        InventoryTotals totals,
        InventoryRecord inventory,
        int year,
        [NotNullWhen(true)] out GasShares? shares,
        [NotNullWhen(false)] out Diagnostic? refusal
    )
    {
        (shares, refusal) = (null, null);
        var parts = totals
            .Gases.Select(g => (Gas: g.Code, Amount: g[year].Amount ?? 0))
            .Where(g => g.Amount != 0)
            .ToList();
        var whole = parts.Sum(p => p.Amount);
        if (parts.TrueForAll(p => p.Gas.Length == 0) || whole <= 0)
        {
            return Refuse(totals, inventory, out refusal);
        }

        var unnamed = parts.Where(p => p.Gas.Length == 0).Sum(p => Math.Abs(p.Amount)) / whole;
        if (unnamed > 0)
        {
            refusal = BudgetDiagnostics.GasesIncomplete(inventory.File, year, unnamed);
            return false;
        }

        shares = new GasShares(
            year,
            totals.Unit,
            parts
                .Select(p => new GasShare(p.Gas, p.Amount / whole))
                .OrderByDescending(s => s.Share)
                .ThenBy(s => s.Gas, StringComparer.Ordinal)
                .ToEquatableList()
        );
        return true;
    }

    private static bool Refuse(
        InventoryTotals totals,
        InventoryRecord inventory,
        [NotNullWhen(false)] out Diagnostic? refusal
    )
    {
        refusal = BudgetDiagnostics.NoGases(totals, inventory.File);
        return false;
    }

    private static GasShares Only(string gas, int year, Unit unit) =>
        new(year, unit, EquatableList.Of(new GasShare(gas, 1)));
}
