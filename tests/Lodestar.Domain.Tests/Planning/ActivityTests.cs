// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Inventory;
using Lodestar.Units;

namespace Lodestar.Domain.Tests.Planning;

/// <summary>Rows that state what was done enter nothing that counts emissions, and give implied factors.</summary>
public sealed class ActivityTests
{
    private static readonly InventoryRow Carbon = Some.Row(
        "co2",
        "I.1.1",
        "kt CO2",
        (2019, "54"),
        (2020, "36"),
        (2021, "NE")
    );
    private static readonly InventoryRow Methane = Some.Row(
        "ch4",
        "I.1.1",
        "t CH4",
        (2019, "100"),
        (2020, "NO"),
        (2021, "1")
    );

    [Fact]
    public void Activity_EntersNoTotal()
    {
        var without = Some.Inventory(Carbon, Methane);
        var with = Some.Inventory(Carbon, Methane, Activity("GWh", (2019, "300"), (2020, "200"), (2022, "7")));

        foreach (var boundary in Enum.GetValues<Boundary>())
        {
            Assert.Equal(
                InventoryTotaller.Total(Some.Plan(without), without, boundary),
                InventoryTotaller.Total(Some.Plan(with), with, boundary)
            );
        }

        Assert.Equal(Boundaries.Of(without), Boundaries.Of(with));
        Assert.Equal(Doubts(without), Doubts(with));
    }

    /// <summary>54 kt and 100 t CH4 · 28 = 2.8 kt over 300 GWh: 56.8/300 kg/kWh. 36/200 in 2020; no figure for 2021.</summary>
    [Fact]
    public void ImpliedFactor_OfTwoGases_IsBothOverTheActivity()
    {
        var activity = Activity("GWh", (2019, "300"), (2020, "200"), (2021, "100"), (2022, "100"));

        var implied = ActivityRows.ImpliedFactors([Carbon, Methane, activity], activity, GwpSet.AR5)!.Value;

        Assert.Equal("kg CO2e_AR5/kWh", implied.Unit.Symbol);
        Assert.Equal([2019, 2020], implied.Years.Select(y => y.Year));
        Assert.Equal(56.8 / 300, implied.Years[0].Value, 1e-12);
        Assert.Equal(0.18, implied.Years[1].Value, 1e-12);
    }

    [Theory]
    [InlineData("km", "300000000", "kg CO2/km", 0.18)]
    [InlineData("Mvkm", "300", "kg CO2/vkm", 0.18)]
    [InlineData("vkm", "300000000", "kg CO2/vkm", 0.18)]
    [InlineData("kt", "27", "kg CO2/t", 2000)]
    [InlineData("TJ", "1080", "kg CO2/kWh", 0.18)] // 1 GWh is 3.6 TJ
    [InlineData("person", "54000", "kg CO2/person", 1000)]
    public void ImpliedFactor_ComesInTheUnitThatFactorsArePublishedIn(
        string unit,
        string cell,
        string symbol,
        double value
    )
    {
        var activity = Activity(unit, (2019, cell));

        var implied = ActivityRows.ImpliedFactors([Carbon, activity], activity, GwpSet.AR5)!.Value;

        Assert.Equal(symbol, implied.Unit.Symbol);
        Assert.Equal(value, implied.Years.Single().Value, 1e-9 * value);
    }

    [Theory]
    [InlineData("67", false)] // 36/67 over 54/300 is 2.985
    [InlineData("66", true)] // 3.03
    public void Check_AJumpOfTheImpliedFactor_IsDoubted(string energy, bool isDoubted)
    {
        var inventory = Some.Inventory(Carbon, Activity("GWh", (2019, "300"), (2020, energy)));

        Assert.Equal(isDoubted, Doubts(inventory).Contains("LS3012"));
    }

    private static InventoryRow Activity(string unit, params ReadOnlySpan<(int Year, string Cell)> cells) =>
        Some.Row("done", "I.1.1", unit, cells) with
        {
            Role = RowRole.Activity,
        };

    private static List<string> Doubts(InventoryRecord inventory)
    {
        var plan = Some.Plan(inventory);
        var totals = InventoryTotaller.Total(plan, inventory, inventory.Boundary);
        return [.. Plausibility.Check(plan, inventory, totals, RuleSet.Current).Select(d => d.Id)];
    }
}
