// SPDX-License-Identifier: Apache-2.0
using FsCheck;
using FsCheck.Fluent;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Series;

namespace Lodestar.Domain.Tests.Planning;

public sealed class InventoryTotalTests
{
    [Fact]
    public void GpcTable_Holds53ReferencesInItsOrder()
    {
        Assert.Equal(53, GpcTable.All.Count);
        Assert.Equal(["I", "II", "III", "IV", "V", "VI"], GpcTable.Sectors);
        Assert.Equal(GpcTable.SubSectors, GpcTable.SubSectors.OrderBy(GpcTable.RankOf));
        Assert.Equal(3, GpcTable.Find("III.1.2")!.Scope);
        Assert.Equal(GpcLevel.Basic, GpcTable.Find("III.1.2")!.Level);
        Assert.Null(GpcTable.Find("I.9.1"));
    }

    [Theory]
    // Every reference holds 2^n so that each sum names exactly its parts.
    [InlineData(Boundary.Basic, 1 + 2 + 32)]
    [InlineData(Boundary.BasicPlus, 1 + 2 + 4 + 32 + 128)]
    [InlineData(Boundary.Territorial, 1 + 8 + 16 + 64 + 128)]
    public void Total_OnEachBoundary_TakesItsReferencesOnly(Boundary boundary, double expected)
    {
        var plan = Some.Plan(
            Some.Inventory(
                Some.Row("r0", "I.1.1", "kt CO2", (2020, "1")),
                Some.Row("r1", "I.1.2", "kt CO2", (2020, "2")),
                Some.Row("r2", "I.1.3", "kt CO2", (2020, "4")),
                Some.Row("r3", "I.4.4", "kt CO2", (2020, "8")),
                Some.Row("r4", "III.1.3", "kt CO2", (2020, "16")),
                Some.Row("r5", "III.1.2", "kt CO2", (2020, "32")),
                Some.Row("r6", "III.2.3", "kt CO2", (2020, "64")),
                Some.Row("r7", "V.2", "kt CO2", (2020, "128")),
                Some.Row("r8", "VI.1", "kt CO2", (2020, "256"))
            )
        );
        var total = InventoryTotaller.Total(plan, plan.Inventories[0], boundary)[2020];
        Assert.Equal(expected, total.Amount);
        Assert.True(total.IsComplete);
    }

    [Fact]
    public void Total_NotationKeys_AreNeitherZeroNorLost()
    {
        var plan = Some.Plan(
            Some.Inventory(
                Some.Row("a", "I.1.1", "kt CO2", (2020, "5"), (2021, "5")),
                Some.Row("b", "I.2.1", "kt CO2", (2020, "NE"), (2021, "NO")),
                Some.Row("c", "I.3.1", "kt CO2", (2020, "C"), (2021, "IE:I.2.1")),
                Some.Row("d", "II.1.1", "kt CO2", (2021, "2"))
            )
        );
        var totals = InventoryTotaller.Total(plan, plan.Inventories[0], Boundary.Basic);
        Assert.Equal(new Total(5, 1, 3), totals[2020]);
        Assert.Equal(new Total(7, 2, 0), totals[2021]);
        Assert.Equal([2021], totals.Comparable.Select(y => y.Year));
        Assert.Null(totals.Sectors.First(s => s.Code == "II")[2020].Amount);
    }

    [Fact]
    public void Total_OnlyKeys_IsNoNumber()
    {
        var plan = Some.Plan(Some.Inventory(Some.Row("a", "I.1.1", "kt CO2", (2020, "NE"))));
        var totals = InventoryTotaller.Total(plan, plan.Inventories[0], Boundary.Basic);
        Assert.Null(totals[2020].Amount);
        Assert.Null(totals.LastYear);
    }

    [Fact]
    public void Total_SeveralGases_AreJoinedByThePlansSet()
    {
        // AR5, 100 years: CH4 28, N2O 265 (IPCC AR5 WG1, table 8.A.1).
        var plan = Some.Plan(
            Some.Inventory(
                Some.Row("a", "I.1.1", "kt CO2", (2020, "100")),
                Some.Row("b", "III.1.1", "t CH4", (2020, "1000")),
                Some.Row("c", "III.4.1", "t N2O", (2020, "10"))
            )
        );
        var totals = InventoryTotaller.Total(plan, plan.Inventories[0], Boundary.Basic);
        Assert.Equal(100 + 28 + 2.65, totals[2020].Amount!.Value, 1e-9);
        Assert.True(totals.Unit.Dimension.IsCO2eMass(out var set));
        Assert.Equal("AR5", set!.Report);
    }

    [Fact]
    public void Total_CO2eOfAnotherSet_IsLeftOutAndCountsAsAGap()
    {
        var plan = Some.Plan(
            Some.Inventory(
                Some.Row("a", "I.1.1", "kt CO2e_AR5", (2020, "100")),
                Some.Row("b", "II.1.1", "kt CO2e_AR4", (2020, "50"))
            )
        );
        var totals = InventoryTotaller.Total(plan, plan.Inventories[0], Boundary.Basic);
        Assert.Equal(new Total(100, 1, 1), totals[2020]);
        Assert.Equal("LS3001", Assert.Single(totals.LeftOut).Id);
    }

    [Fact]
    public void Total_RowsWithoutScope_LeaveTheTerritorialTotalOpen()
    {
        var plan = Some.Plan(
            Some.Inventory(Some.Row("a", "I.1", "kt CO2", (2020, "3")), Some.Row("b", "II.1.1", "kt CO2", (2020, "4")))
        );
        Assert.Equal(7, InventoryTotaller.Total(plan, plan.Inventories[0], Boundary.Basic)[2020].Amount);
        var territorial = InventoryTotaller.Total(plan, plan.Inventories[0], Boundary.Territorial);
        Assert.Equal(new Total(4, 1, 1), territorial[2020]);
        Assert.Equal("LS3002", Assert.Single(territorial.LeftOut).Id);
    }

    [Fact]
    public void Coverage_OfARowCoarserThanTheTarget_CountsItAsCovered()
    {
        var scope = new Lodestar.Planning.Targets.TargetScope { Sectors = EquatableList.Of("I.1") };
        Assert.True(Coverage.Of(scope).Covers(Some.Row("a", "I", "kt CO2")));
        Assert.False(Coverage.Of(scope).Covers(Some.Row("a", "II", "kt CO2")));
        Assert.False(Coverage.Of(scope).Covers(Some.Row("a", "I.2.1", "kt CO2")));
    }

    [Fact]
    public void Total_PerPerson_IsInTonnes()
    {
        var plan = Some.Plan(Some.Inventory(Some.Row("a", "I.1.1", "kt CO2", (2020, "1838.838")))) with
        {
            Population = Some.Series("person", (2020, "635640")),
        };
        var totals = InventoryTotaller.Total(plan, plan.Inventories[0], Boundary.Basic);
        Assert.Equal(1838838 / 635640.0, totals.PerPerson[0].Total.Amount!.Value, 1e-12);
    }

    [Fact]
    public void Total_OfTheParts_IsTheSumOverSectorsSubSectorsAndFuels()
    {
        var categories = GpcTable
            .All.Select(r => r.Code)
            .Concat(GpcTable.SubSectors)
            .Concat(GpcTable.Sectors)
            .ToArray();
        var row =
            from category in Gen.Elements(categories)
            from fuel in Gen.Elements("gas", "electricity", "oil")
            from amount in Gen.Choose(-1000, 100000)
            select (category, fuel, amount / 8.0);
        Prop.ForAll(
                row.ListOf().ToArbitrary(),
                rows =>
                {
                    var made = rows.Select(
                            (r, i) =>
                                Some.Row($"r{i}", r.category, "kt CO2", (2020, Cell.Of(r.Item3).ToString())) with
                                {
                                    Fuel = r.fuel,
                                }
                        )
                        .ToArray();
                    var plan = Some.Plan(Some.Inventory(made));
                    return Enum.GetValues<Boundary>()
                        .All(boundary =>
                        {
                            var totals = InventoryTotaller.Total(plan, plan.Inventories[0], boundary);
                            var whole = totals[2020].Amount ?? 0;
                            return Same(whole, totals.Sectors)
                                && Same(whole, totals.SubSectors)
                                && Same(whole, totals.Fuels);
                        });
                }
            )
            .QuickCheckThrowOnFailure();

        static bool Same(double whole, EquatableList<CategoryTotals> parts) =>
            Math.Abs(whole - parts.Sum(p => p[2020].Amount ?? 0)) < 1e-6;
    }
}
