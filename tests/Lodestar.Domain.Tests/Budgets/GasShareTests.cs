// SPDX-License-Identifier: Apache-2.0
using Lodestar.Domain.Tests.Planning;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;

namespace Lodestar.Domain.Tests.Budgets;

public sealed class GasShareTests
{
    // 90 kt CO2, 1 kt CH4 (28 in AR5) and 12 kt CO2e of N2O: 130 kt CO2e; 90 ÷ 130 = 69.2 %.
    [Fact]
    public void Of_AnInventoryByGas_IsItsSplit()
    {
        var (totals, inventory) = Totals(
            Some.Row("co2", "I", "kt CO2", (2020, "90")),
            Some.Row("ch4", "I", "kt CH4", (2020, "1")),
            Some.Row("n2o", "I", "kt CO2e_AR5", (2020, "12")) with
            {
                Gas = "N2O",
            }
        );
        Assert.True(GasShares.TryOf(totals, inventory, out var shares, out _));
        Assert.Equal(2020, shares.Year);
        Assert.Equal(["CO2", "CH4", "N2O"], shares.Shares.Select(s => s.Gas));
        Assert.Equal(90 / 130.0, shares.OfCO2, 1e-12);
        Assert.Equal(1, shares.Shares.Sum(s => s.Share), 1e-12);
        Assert.Equal(90_000, shares.CO2In(130).Tonnes, 1e-6);
        Assert.Equal(45_000, shares.CO2In(65).Tonnes, 1e-6);
        Assert.False(shares.IsCO2Only);
    }

    [Fact]
    public void Of_CO2Alone_PassesThrough()
    {
        var (totals, inventory) = Totals(Some.Row("all", "I", "kt CO2", (2020, "12")));
        Assert.True(GasShares.TryOf(totals, inventory, out var shares, out _));
        Assert.True(shares.IsCO2Only);
        Assert.Equal(12_000, shares.CO2In(12).Tonnes, 1e-9);
    }

    [Fact]
    public void Of_CO2eStatedToCountCO2Alone_PassesThrough()
    {
        var (totals, inventory) = Totals(Some.Row("all", "I", "kt CO2e_AR5", (2020, "12")));
        Assert.True(GasShares.TryOf(totals, inventory with { Gases = EquatableList.Of("CO2") }, out var shares, out _));
        Assert.Equal(12_000, shares.CO2In(12).Tonnes, 1e-9);
    }

    [Fact]
    public void Of_MethaneAlone_HoldsNoCO2()
    {
        var (totals, inventory) = Totals(Some.Row("ch4", "I", "kt CO2e_AR5", (2020, "12")) with { Gas = "CH4" });
        Assert.True(GasShares.TryOf(totals, inventory, out var shares, out _));
        Assert.Equal(0, shares.CO2In(12).Tonnes);
    }

    [Fact]
    public void Of_CO2eWithoutGases_IsRefusedWithTheReason()
    {
        var (totals, inventory) = Totals(Some.Row("all", "I", "kt CO2e_AR5", (2020, "12")));
        Assert.False(GasShares.TryOf(totals, inventory, out _, out var refusal));
        Assert.Equal("LS3301", refusal.Id);
        Assert.Equal("inventory/a.csv", refusal.Place.File);
        Assert.Contains("names no gases", MessageCatalog.English.Render(refusal.Reason), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AnInventoryThatNamesSomeGases_IsRefusedWithTheOpenShare()
    {
        var (totals, inventory) = Totals(
            Some.Row("co2", "I", "kt CO2", (2020, "75")),
            Some.Row("rest", "I", "kt CO2e_AR5", (2020, "25"))
        );
        Assert.False(GasShares.TryOf(totals, inventory, out _, out var refusal));
        Assert.Equal("LS3302", refusal.Id);
        Assert.Contains("25", MessageCatalog.English.Render(refusal.Reason), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AnotherYear_TakesThatYears()
    {
        var (totals, inventory) = Totals(
            Some.Row("co2", "I", "kt CO2", (2010, "50"), (2020, "90")),
            Some.Row("n2o", "I", "kt CO2e_AR5", (2010, "50"), (2020, "10")) with
            {
                Gas = "N2O",
            }
        );
        Assert.True(GasShares.TryOf(totals, inventory, out var shares, out _, 2010));
        Assert.Equal(0.5, shares.OfCO2, 1e-12);
    }

    private static (InventoryTotals, InventoryRecord) Totals(params InventoryRow[] rows)
    {
        var inventory = Some.Inventory(rows);
        return (InventoryTotaller.Total(Some.Plan(inventory), inventory, Boundary.BasicPlus), inventory);
    }
}
