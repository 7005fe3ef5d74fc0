// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Planning.Diagnostics;
using Lodestar.Units;

namespace Lodestar.Planning.Budgets;

/// <summary>
/// What of a world budget the parties share. World budgets pay for all CO2, the parties' figures are fossil: so a part in
/// proportion to current emissions is set aside first for land use, for bunkers (ships and aircraft between countries)
/// and for places that are no party.
/// </summary>
/// <param name="Aside">Each with its share of the world's emissions and its part of the budget.</param>
/// <param name="ForParties">What is left to share.</param>
public sealed record BudgetSplit(CarbonDioxide World, EquatableList<AsidePart> Aside, CarbonDioxide ForParties)
{
    private static readonly FrozenItems Items = FrozenItems.Read();

    public static BudgetSplit Of(CarbonDioxide budget, PartyWorld world)
    {
        var whole = Items.Fossil.Emissions + Items.LandUse.Emissions;
        var elsewhere = new AsideItem(
            "elsewhere",
            Items.Fossil.Emissions - Items.Bunkers.Emissions - world.Co2,
            Items.Fossil.Years,
            Items.Fossil.Publisher,
            Items.Fossil.Edition,
            Items.Fossil.Licence
        );
        var aside = new[] { Items.LandUse, Items.Bunkers, elsewhere }
            .Select(i => new AsidePart(i, i.Emissions / whole, budget * (i.Emissions / whole)))
            .ToEquatableList();
        return new BudgetSplit(budget, aside, budget - CarbonDioxide.Sum(aside.Select(a => a.Part)));
    }

    private sealed record FrozenItems(AsideItem Fossil, AsideItem Bunkers, AsideItem LandUse)
    {
        public static FrozenItems Read()
        {
            var rows = EmbeddedTable.Read("Budgets.Tables.world-split.csv").ToDictionary(r => r["item"], Item);
            return new FrozenItems(rows["fossil"], rows["bunkers"], rows["land-use"]);
        }

        private static AsideItem Item(IReadOnlyDictionary<string, string> row) =>
            new(
                row["item"],
                CarbonDioxide.Of(
                    new Quantity(double.Parse(row["gt_co2"], CultureInfo.InvariantCulture), Unit.Parse("Gt CO2"))
                ),
                row["years"],
                row["publisher"],
                row["edition"],
                row["licence"]
            );
    }
}

/// <summary>Emissions that no party answers for.</summary>
/// <param name="Id">"land-use", "bunkers", "elsewhere".</param>
/// <param name="Emissions">A year's emissions; the mean where <paramref name="Years"/> are several.</param>
public sealed record AsideItem(
    string Id,
    CarbonDioxide Emissions,
    string Years,
    string Publisher,
    string Edition,
    string Licence
);

/// <summary>One item with its share of world emissions and what that sets aside of the budget.</summary>
public sealed record AsidePart(AsideItem Item, double Share, CarbonDioxide Part);
