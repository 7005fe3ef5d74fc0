// SPDX-License-Identifier: Apache-2.0
using Lodestar.Units;

namespace Lodestar.Planning.Inventory;

/// <summary>The unit in which rows of several gases can be added: their own when they agree, else CO2e of one GWP set.</summary>
public static class CommonUnit
{
    public static Unit Of(IReadOnlyList<InventoryRow> rows, GwpSet set)
    {
        if (rows.Count == 0)
        {
            return Unit.Parse($"t {CO2e(set)}");
        }

        var first = rows[0].Series.Unit;
        var alike = rows.All(r => r.Series.Unit.CompatibleWith(first));
        if (alike && (first.Dimension.IsCO2eMass(out _) || IsCO2(first)))
        {
            return Readable(first, rows);
        }

        // A country's rows in megatonnes are not turned into long numbers of kilotonnes.
        var isLarge = rows.All(r => r.Series.Unit.Symbol is ['M' or 'G', 't', ' ', ..]);
        return Unit.Parse($"{(isLarge ? "Mt" : "kt")} {CO2e(set)}");
    }

    /// <summary>Kilotonnes for a place of millions of tonnes, so that nobody has to count digits.</summary>
    private static Unit Readable(Unit unit, IReadOnlyList<InventoryRow> rows)
    {
        const double Many = 1_000_000;
        const string Tonnes = "t ";
        if (!unit.Symbol.StartsWith(Tonnes, StringComparison.Ordinal))
        {
            return unit;
        }

        var largest = rows.Sum(r =>
            r.Series.Cells.Max(c => c.Cell.TryGetNumber(out var number) ? (double?)number : null) is { } most
                ? most * r.Series.Unit.FactorTo(unit)
                : 0
        );
        return largest >= Many ? Unit.Parse($"kt {unit.Symbol[Tonnes.Length..]}") : unit;
    }

    /// <summary>
    /// Factor from a row's unit to the common one. CO2 counts as CO2e one to one, other gases by the set's GWP; null
    /// when there is none, or the row is CO2e of another set.
    /// </summary>
    public static double? Factor(Unit from, Unit to, GwpSet set)
    {
        if (from.TryFactorTo(to, out var factor))
        {
            return factor;
        }

        if (
            !to.Dimension.IsCO2eMass(out var of)
            || !from.Dimension.TryGetGasMass(out var gas)
            || (of ?? set).Gwp(gas) is not { } gwp
        )
        {
            return null;
        }

        return from.FactorTo(Unit.Parse($"t {gas.Id}")) * gwp * TonnesOf(to).FactorTo(to);
    }

    /// <summary>Tonnes of what a unit of mass measures: t CO2 or t CO2e of its set.</summary>
    public static Unit TonnesOf(Unit unit)
    {
        if (unit.Dimension.TryGetGasMass(out var gas))
        {
            return Unit.Parse($"t {gas.Id}");
        }

        return unit.Dimension.IsCO2eMass(out var set)
            ? Unit.Parse(set is null ? "t CO2e" : $"t {CO2e(set)}")
            : Unit.Parse("t");
    }

    private static bool IsCO2(Unit unit) => unit.Dimension.TryGetGasMass(out var gas) && gas.Id == Gas.CO2.Id;

    private static string CO2e(GwpSet set) =>
        set.HorizonYears == 100 ? $"CO2e_{set.Report}" : $"CO2e_{set.Report}_{set.HorizonYears}";
}
