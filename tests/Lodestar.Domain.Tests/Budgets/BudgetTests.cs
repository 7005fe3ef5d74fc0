// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Domain.Tests.Planning;
using Lodestar.Planning.Budgets;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Testing;
using Lodestar.Units;

namespace Lodestar.Domain.Tests.Budgets;

public sealed class BudgetTests
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    // 700,000 of 8.1 bn people, 130 Gt: 130e9·0.7e6 ÷ 8.1e9 = 11.2346 Mt.
    private static CarbonDioxide City
    {
        get
        {
            var world = new PartyWorld(
                [Three.Of("city", 0, 2, 0.7, 0.7, null), Three.Of("rest", 0, 98, 8099.3, 8099.3, null)],
                2001,
                2001
            );
            return FairShares.EqualPerCapita(world, Three.Mt(130_000))["city"]!.Value;
        }
    }

    [Fact]
    public void EqualPerCapita_ACityOf700000_Gets11Point23Mt() => Assert.Equal(11.23, City.Tonnes / 1e6, 0.005);

    // 2025.0 + 2·11.2346 ÷ 2.0 = 2036.23.
    [Fact]
    public void LinearToZero_From2Mt_EndsIn2036()
    {
        var end = RunsOut.LinearToZero(2025, City, Three.Mt(2));
        Assert.Equal(2036.2, end.At!.Value, 0.05);
        Assert.Equal(2036, end.Year);
    }

    // 1 − e^(−2.0 ÷ 11.2346) = 16.3 %.
    [Fact]
    public void ConstantRate_From2Mt_Is16Point3Percent() =>
        Assert.Equal(0.163, RunsOut.ConstantRate(City, Three.Mt(2))!.Value, 0.0005);

    [Fact]
    public void ConstantRate_KeptUp_NeverSpendsMoreThanTheBudget()
    {
        var rate = RunsOut.ConstantRate(Three.Mt(100), Three.Mt(7))!.Value;
        Assert.Null(RunsOut.AtRate(2025, Three.Mt(100.001), Three.Mt(7), rate).At);
        Assert.NotNull(RunsOut.AtRate(2025, Three.Mt(99.9), Three.Mt(7), rate).At);
    }

    // Half of 40 Mt a year for a quarter of a year leaves 10 of 20; the rest is spent by 2026.0 + 10 ÷ 40·1.
    [Fact]
    public void OnPath_CountsTheYearsLeftAndEndsWithinAYear()
    {
        var at = RunsOut.OnPath(new DateOnly(2025, 10, 1), Three.Mt(20), y => y <= 2030 ? Three.Mt(40) : null);
        Assert.Equal(2025 + 273 / 365.0 + 0.5, at.At!.Value, 1e-9);
        Assert.Null(RunsOut.OnPath(new DateOnly(2025, 1, 1), Three.Mt(241), y => y <= 2030 ? Three.Mt(40) : null).At);
    }

    [Fact]
    public void Held_OfANegativeBudget_IsUsedUpAtOnce() =>
        Assert.Equal(2025.5, RunsOut.Held(2025.5, Three.Mt(-3), Three.Mt(1)).At);

    // IGCC 2024 publishes to the nearest 10 Gt; its file without the zero-emission commitment ("zecsd_0.0", MAGICC for
    // non-CO2) at 0.5, 0.66 and 0.83 gives the published figures at 50, 67 and 83 %.
    [Fact]
    public void WorldBudgets_OfIgcc_AreThePublishersFileRounded()
    {
        var file = PublisherData.RequireFile(
            "igcc-2024/carbon_budget/budget_normal_magicc_True_fair_False_esf_7.1pm26.7_likeli_0.6827_nonCO2pc50.0_GtCO2_permaf_False_zecsd_0.0_asym_False_hdT_1.24NonlinNonCO2_all_None_recEm204.csv"
        );
        Compare("igcc-2024", File.ReadAllLines(file), 10);
    }

    // The Summary for Policymakers rounds to the nearest 50 Gt.
    [Fact]
    public void WorldBudgets_OfAr6_AreThePublishersFileRounded() =>
        Compare("ar6", File.ReadAllLines(PublisherData.RequireFile("climate/budgets/ar6wg1_rcb_from2020.csv")), 50);

    // Columns of the publisher's choice without a zero-emission commitment, to the nearest Gt.
    [Fact]
    public void WorldBudgets_OfIgcc2025_AreThePublishersFileRounded()
    {
        var lines = File.ReadAllLines(PublisherData.RequireFile("climate/budgets/igcc2025a_rcb_GtCO2.csv"));
        var rows = lines.Select(l => l.Split(',')).Where(f => f[0] == "magicc_hdT1.24_zec0").ToList();
        var budgets = WorldBudgets.All.Where(b => b.Set == "igcc-2025a").ToList();
        Assert.Equal(9, budgets.Count);
        foreach (var budget in budgets)
        {
            var row = rows.Single(f => Math.Abs(double.Parse(f[1], Plain) - budget.Limit) < 1e-9);
            var exact = double.Parse(row[lines[0].Split(',').ToList().IndexOf($"p{budget.Likelihood * 100:0}")], Plain);
            Assert.Equal(exact, budget.Amount.Tonnes / 1e9, 0.5);
        }
    }

    [Fact]
    public void WorldBudgets_OfOtherEditions_LeaveTheLatestAsItIs()
    {
        Assert.Equal(
            ["ar6", "igcc-2022", "igcc-2023", "igcc-2024", "igcc-2025a"],
            WorldBudgets.All.Select(b => b.Set).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.Equal(("igcc-2024", 6), (WorldBudgets.Latest, WorldBudgets.Limits.Count));
        // From a year later a world that goes on emitting has less left.
        Assert.True(
            WorldBudgets.Find(1.5, 0.5, "igcc-2022")!.Amount > WorldBudgets.Find(1.5, 0.5, "igcc-2023")!.Amount
        );
    }

    private static void Compare(string set, string[] lines, double step)
    {
        var head = lines[0].Split(',').ToList();
        var budgets = WorldBudgets.All.Where(b => b.Set == set).ToList();
        Assert.True(budgets.Count >= 9);
        foreach (var budget in budgets)
        {
            var row = lines
                .Skip(1)
                .Select(l => l.Split(','))
                .Single(f => Math.Abs(double.Parse(f[1], Plain) - budget.Limit) < 0.01);
            var column = budget.Likelihood switch
            {
                0.5 => "0.5",
                0.67 => "0.66",
                _ => "0.83",
            };
            var exact = double.Parse(row[head.IndexOf(column)], Plain);
            Assert.Equal(Math.Round(exact / step) * step, budget.Amount.Tonnes / 1e9, 1e-6);
        }
    }

    [Fact]
    public void WorldEmissions_OfReportedYears_AreThePublishersFile()
    {
        var lines = File.ReadAllLines(
            PublisherData.RequireFile("igcc-2024/greenhouse_gas_emissions/greehouse_gas_emissions_co2eq.csv")
        );
        for (var year = 2020; year <= 2023; year++)
        {
            var row = lines.Single(l => l.StartsWith($"{year}.5,", StringComparison.Ordinal)).Split(',');
            Assert.Equal(
                double.Parse(row[^1], Plain) + double.Parse(row[^2], Plain),
                WorldEmissions.Of(year).Amount.Tonnes / 1e9,
                0.005
            );
        }
    }

    // From 1 January 2025 on: 41.6 for 2025, 325 of 365 days of 2026 (1 January to 21 November): 37.041. 130 − 78.641 = 51.359.
    [Fact]
    public void RollForward_ToADay_TakesYearsAndDays()
    {
        var rolled = RolledBudget.At(WorldBudgets.Find(1.5, 0.5)!, Some.Today);
        Assert.Equal([2025, 2026], rolled.Deductions.Select(d => d.Year.Year));
        Assert.Equal(325, rolled.Deductions[1].Days);
        Assert.All(rolled.Deductions, d => Assert.Equal(2024, d.Year.HeldFrom));
        Assert.Equal(130 - 41.6 - 41.6 * 325 / 365, rolled.Left.Tonnes / 1e9, 1e-6);
    }

    [Fact]
    public void RollForward_FromAr6_TellsReportedYearsFromEstimates()
    {
        var rolled = RolledBudget.At(WorldBudgets.Find(1.5, 0.5, "ar6")!, new DateOnly(2025, 1, 1));
        Assert.Equal(
            [(2020, false), (2021, false), (2022, false), (2023, false), (2024, true)],
            rolled.Deductions.Select(d => (d.Year.Year, d.Year.IsEstimate))
        );
        Assert.Equal(500 - 38.57 - 40.54 - 40.83 - 41.42 - 41.6, rolled.Left.Tonnes / 1e9, 1e-6);
    }

    [Fact]
    public void RollForward_ToItsOwnFirstDay_TakesNothing()
    {
        var rolled = RolledBudget.At(WorldBudgets.Find(1.7, 0.67)!, new DateOnly(2025, 1, 1));
        Assert.Empty(rolled.Deductions);
        Assert.Equal(390, rolled.Left.Tonnes / 1e9, 1e-9);
    }

    // 30 Gt at 41.6 a year are gone by late September 2025.
    [Fact]
    public void RollForward_PastTheEnd_IsExhaustedAndNeverNegativeToShare()
    {
        var rolled = RolledBudget.At(WorldBudgets.Find(1.5, 0.83)!, Some.Today);
        Assert.True(rolled.IsExhausted);
        Assert.True(rolled.Balance < CarbonDioxide.Zero);
        Assert.Equal(CarbonDioxide.Zero, rolled.Left);
    }

    [Theory]
    [InlineData("kt CO2e")]
    [InlineData("kt CO2e_AR5")]
    [InlineData("kt CH4")]
    [InlineData("kt")]
    [InlineData("kt CO2/yr")]
    public void CarbonDioxide_OfAnythingElse_IsRefusedWithTheReason(string unit)
    {
        var stated = Some.Quantity(12, unit);
        Assert.False(CarbonDioxide.TryOf(stated, new Place("inventory/a.csv", 2), out _, out var refusal));
        Assert.Equal("LS3300", refusal.Id);
        Assert.Contains("in CO₂ alone", MessageCatalog.English.Render(refusal.Reason), StringComparison.Ordinal);
        Assert.Throws<UnitMismatchException>(() => CarbonDioxide.Of(stated));
    }

    [Fact]
    public void CarbonDioxide_OfCO2_IsTaken()
    {
        Assert.True(CarbonDioxide.TryOf(Some.Quantity(1.5, "Mt CO2"), Place.Folder, out var amount, out _));
        Assert.Equal(1.5e6, amount.Tonnes, 1e-6);
        Assert.Equal("1.5 Mt CO2", amount.ToQuantity().ToString());
    }

    // 37.1239 fossil and 4.5354 land use: 41.6593; 4.5354 ÷ 41.6593 of 130 is 14.153.
    [Fact]
    public void Split_SetsLandUseAndBunkersAside()
    {
        var split = BudgetSplit.Of(Three.Mt(130_000), PartyWorld.Shipped);
        Assert.Equal(["land-use", "bunkers", "elsewhere"], split.Aside.Select(a => a.Item.Id));
        Assert.Equal(14.153, split.Aside[0].Part.Tonnes / 1e9, 0.001);
        Assert.Equal(130, (CarbonDioxide.Sum(split.Aside.Select(a => a.Part)) + split.ForParties).Tonnes / 1e9, 1e-9);
        Assert.InRange(split.Aside[2].Share, 0, 0.02);
    }
}
