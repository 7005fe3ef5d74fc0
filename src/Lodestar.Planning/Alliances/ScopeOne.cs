// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Plans;

namespace Lodestar.Planning.Alliances;

/// <summary>Why an inventory can, or cannot, be added to those of other places.</summary>
public enum ScopeOneState
{
    /// <summary>There is no inventory.</summary>
    None = 0,

    /// <summary>All of it is emitted inside the place.</summary>
    Comparable,

    /// <summary>Rows do not say their scope, so what is emitted inside is not known.</summary>
    ScopeOpen,

    /// <summary>Nobody states what the inventory holds.</summary>
    BoundaryNotStated,
}

/// <summary>Yearly tonnes of one gas; NaN marks years without a number.</summary>
/// <param name="Gas">
/// "CO2" in t CO2; "CO2e" (all gases counted) in t CO2e; any other ("CH4", "F-gases") in t CO2e.
/// </param>
public sealed record GasSeries(string Gas, int FirstYear, EquatableList<double> Tonnes)
{
    public int LastYear => FirstYear + Tonnes.Count - 1;

    /// <summary>Null outside the series and in years without a number.</summary>
    public double? this[int year] =>
        year >= FirstYear && year <= LastYear && Tonnes[year - FirstYear] is var t && !double.IsNaN(t) ? t : null;

    public int? LastNumberYear =>
        Enumerable
            .Range(0, Tonnes.Count)
            .Select(i => (int?)(LastYear - i))
            .FirstOrDefault(y => this[y!.Value] is not null);
}

/// <summary>
/// What is emitted inside a place, by gas: the part of its leading inventory that may be added to other places'. Energy
/// bought from outside (scope 2) and what is caused elsewhere (scope 3) is inside some other place and left out.
/// </summary>
/// <param name="GwpSet">The metric behind amounts in CO2e; null where nothing was joined.</param>
public sealed record ScopeOne(ScopeOneState State, string? GwpSet, EquatableList<GasSeries> Gases)
{
    public static ScopeOne None { get; } = new(ScopeOneState.None, null, EquatableList<GasSeries>.Empty);

    public GasSeries? Find(string gas) => Gases.FirstOrDefault(g => g.Gas == gas);

    /// <summary>True when only carbon dioxide is counted.</summary>
    public bool IsCO2Only => Gases.Count > 0 && Gases.All(g => g.Gas == "CO2");

    public static ScopeOne Of(Plan plan, InventoryRecord? inventory)
    {
        if (inventory is null || inventory.Rows.Count == 0)
        {
            return None;
        }

        if (inventory.Boundary == Boundary.NotStated)
        {
            return None with { State = ScopeOneState.BoundaryNotStated };
        }

        var boundary = inventory.Boundary is Boundary.National or Boundary.NationalWithLand
            ? Boundary.National
            : Boundary.Territorial;
        var totals = InventoryTotaller.Total(plan, inventory, boundary);
        if (totals.LeftOut.Count > 0 || totals.LastYear is null)
        {
            return None with { State = ScopeOneState.ScopeOpen };
        }

        var toTonnes = totals.Unit.FactorTo(CommonUnit.TonnesOf(totals.Unit));
        var years = totals.Comparable.Select(y => y.Year).ToList();
        var gases = new List<GasSeries>();
        string? metric = null;
        if (totals.Unit.Dimension.IsCO2eMass(out var set))
        {
            metric = (set ?? plan.GwpSet).Id;
            gases.Add(Series("CO2e", years, y => totals[y].Amount * toTonnes));
            gases.AddRange(
                totals
                    .Gases.Where(g => g.Code.Length > 0)
                    .Select(g => Series(g.Code, years, y => g[y].Amount * toTonnes))
            );
        }
        else if (totals.Unit.Dimension.TryGetGasMass(out var gas))
        {
            gases.Add(Series(gas.Id, years, y => totals[y].Amount * toTonnes));
        }

        return new ScopeOne(ScopeOneState.Comparable, metric, gases.ToEquatableList());
    }

    private static GasSeries Series(string gas, List<int> years, Func<int, double?> tonnes)
    {
        var first = years[0];
        var values = Enumerable.Repeat(double.NaN, years[^1] - first + 1).ToArray();
        foreach (var year in years)
        {
            values[year - first] = tonnes(year) is { } t && double.IsFinite(t) ? t : double.NaN;
        }

        return new GasSeries(gas, first, new EquatableList<double>(values));
    }
}
