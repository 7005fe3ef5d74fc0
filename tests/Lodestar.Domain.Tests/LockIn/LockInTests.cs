// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Domain.Tests.Formula;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Execute;
using Lodestar.Planning.LockIn;

namespace Lodestar.Domain.Tests.LockIn;

public sealed class LockInTests
{
    private static readonly EngineOptions Interpreted = new() { Mode = EngineMode.Interpreted };

    /// <summary>
    /// Forty cars, ten more each year, each standing for four years; the first forty are of even ages. By vintage (a row)
    /// and year 2020 to 2026 there stand:
    /// 2020: 40 30 20 10  0  0  0 · 2021: – 10 10 10 10 0 0 · 2022: – – 10 10 10 10 0 · 2023: – – – 10 10 10 10 · …
    /// Each emits 2 t in 2020, and a tenth of a tonne less each year.
    /// </summary>
    private const string Cars = """
        cars : vehicle = stock initial: 40 vehicle; inflow: 10 vehicle/yr; life: fixed(4 yr)
        factor : t CO2e/(vehicle yr) = (2 - 0.1 * (year - 2020)) * 1 t CO2e/(vehicle yr)
        emissions : t CO2e/yr = cars * factor | category: II.1; outcome
        """;

    [Fact]
    public void Standing_OfEveryVintage_IsTheTableByHand()
    {
        var stock = Report(Cars).Stocks[0];
        string[] table =
        [
            "40 30 20 10 0 0 0",
            "0 10 10 10 10 0 0",
            "0 0 10 10 10 10 0",
            "0 0 0 10 10 10 10",
            "0 0 0 0 10 10 10",
            "0 0 0 0 0 10 10",
            "0 0 0 0 0 0 10",
        ];

        for (var vintage = 0; vintage < table.Length; vintage++)
        {
            var row = Enumerable
                .Range(2020, 7)
                .Select(y =>
                    stock.Standing(0, y, 2020 + vintage, 2020 + vintage).ToString(CultureInfo.InvariantCulture)
                );
            Assert.Equal(table[vintage], string.Join(' ', row));
        }
    }

    [Fact]
    public void Committed_ByWhatStandsAndWhatIsPlanned_IsTheSumByHand()
    {
        var report = Report(Cars);

        // After 2021, of 2020: 20 · 1.8 + 10 · 1.7 = 53; of 2021: 10 · (1.8 + 1.7 + 1.6) = 51. Planned, of 2022: 10 ·
        // (1.8 + 1.7 + 1.6 + 1.5) = 66, of 2023: 10 · (1.7 + 1.6 + 1.5 + 1.4) = 62. All: 40 · (1.8 + … + 1.4) = 320.
        var line = Assert.Single(report.Committed(2021, 2021, 2023));
        Assert.Equal("II.1", line.Category);
        Assert.Equal("cars", line.Stock!.Name);
        Assert.Equal(104, line.Standing, 1e-10);
        Assert.Equal(128, line.Planned, 1e-10);
        Assert.Equal(320, line.Emissions, 1e-10);
        // Nothing built after the first year: what stood then alone, 53 after 2021.
        Assert.Equal(53, Assert.Single(report.Committed(2021, 2020, 2020)).Committed, 1e-10);
        Assert.Equal(30 * 1.8, report.Stocks[0].In(0, 2022, 2020, 2021), 1e-10);
    }

    [Fact]
    public void Committed_WithoutFeedback_IsWhatARunWithoutInflowAfterwardsEmits()
    {
        var report = Report(Cars);
        for (var until = 2020; until <= 2026; until++)
        {
            var cut = ShortModel.Bind(
                Cars.Replace(
                    "10 vehicle/yr",
                    $"if year <= {until} then 10 vehicle/yr else 0 vehicle/yr",
                    StringComparison.Ordinal
                ),
                2020,
                2026
            );
            var run = cut.Run();
            for (var year = 2020; year <= 2026; year++)
            {
                Assert.Equal(run.In(cut, "emissions", year)[0], report.Stocks[0].In(0, year, 2020, until), 1e-10);
            }
        }
    }

    [Fact]
    public void LastInstallations_OfAFixedLife_IsThatLifeBeforeTheZeroYear()
    {
        var stock = Report(Cars).Stocks[0];
        var last = Assert.Single(stock.LastInstallations(2026));

        // What is installed in 2022 is gone in 2026, what in 2023 is not.
        Assert.Equal(2022, last.Year);
        Assert.Equal(1, last.StandingOfNextYear);
        Assert.Equal((4, 4), (last.MedianLife, last.LongestLife));
        Assert.Equal(40, last.Survivors, 1e-10);
        // For 2023 it would be 2019, before the model.
        Assert.Null(Assert.Single(stock.LastInstallations(2023)).Year);
        Assert.Empty(stock.LastInstallations(2050));
    }

    [Fact]
    public void LastInstallations_OfAWeibullLife_FollowTheCurve()
    {
        var stock = Report(Cars.Replace("fixed(4 yr)", "weibull(15 yr, 3)", StringComparison.Ordinal), 2060).Stocks[0];
        var last = Assert.Single(stock.LastInstallations(2050, 0.01));

        // exp(−(a ÷ 15)³) < 0.01 from a > 15 · (ln 100)^⅓ = 24.95, so at 25 years; ≤ ½ from 15 · (ln 2)^⅓ = 13.27.
        Assert.Equal((2025, 25, 14), (last.Year, last.LongestLife, last.MedianLife));
        Assert.Equal(Math.Exp(-Math.Pow(24.0 / 15, 3)), last.StandingOfNextYear, 1e-12);
    }

    [Fact]
    public void LastInstallations_LabelByLabel_NameTheirLabels()
    {
        var stock = Report(Boilers).Stocks[0];
        var last = stock.LastInstallations(2026);

        Assert.Equal(
            [
                ["gas"],
                ["pump"],
            ],
            last.Select(l => l.Labels.ToArray())
        );
    }

    /// <summary>What is retired is replaced, ever more by heat pumps; the need for heat is shared out by what stands.</summary>
    private const string Boilers = """
        axis source = gas pump
        wanted : vehicle = 100
        new_share[source] : 1 = {gas 2020: 1, gas 2026: 0, pump 2020: 0, pump 2026: 1} | between: linear; sums_to_one: source
        start[source] : vehicle = {gas: 90, pump: 10}
        bought[source] : vehicle/yr = max(0, wanted - sum(boilers.standing over source)) * new_share / 1 yr
        boilers[source] : vehicle = stock initial: start; inflow: bought; life: fixed(5 yr)
        share[source] : 1 = boilers / sum(boilers over source)
        need : GWh/yr = 50
        factor[source] : kt CO2e/GWh = {gas: 0.2, pump: 0.05}
        emissions[source] : kt CO2e/yr = need * share * factor | category: I.1; kind: total; outcome
        making : kt CO2e/yr = sum(bought over source) * 0.1 kt CO2e/vehicle | category: II.3; outcome
        """;

    [Fact]
    public void Carried_WhereStockIsReplacedAndShared_IsTheSurvivorsPartOfTheLine()
    {
        var report = Report(Boilers);
        var stock = Assert.Single(report.Stocks);
        var model = ShortModel.Bind(Boilers, 2020, 2026);
        var run = model.Run();

        // Replacing is not carried on by what is replaced, so that making boilers is no line of theirs.
        Assert.Equal(["emissions"], stock.Lines.Select(l => l.Name));
        for (var year = 2020; year <= 2026; year++)
        {
            var emissions = run.In(model, "emissions", year);
            var boilers = run.In(model, "boilers", year);
            // All vintages together emit the line; those until 2022 the part of each label that is theirs.
            Assert.Equal(emissions.Sum(), stock.In(0, year, 2020, 2026), 1e-10);
            var expected = emissions.Select(
                (e, cell) => boilers[cell] == 0 ? 0 : e * stock.Standing(cell, year, 2020, 2022) / boilers[cell]
            );
            Assert.Equal(expected.Sum(), stock.In(0, year, 2020, 2022), 1e-10);
        }

        Assert.Null(report.Committed(2022, 2022, 2022).Single(l => l.Category == "II.3").Stock);
    }

    [Theory]
    [InlineData("cars * 2 t CO2e/(vehicle yr) + 5 t CO2e/yr", 80.0)]
    [InlineData("5 t CO2e/yr + 2 t CO2e/(vehicle yr) * cars", 80.0)]
    [InlineData("max(0, cars - 10 vehicle) * 2 t CO2e/(vehicle yr)", 80.0)]
    [InlineData("min(cars * 2 t CO2e/(vehicle yr), 50 t CO2e/yr)", 0.0)]
    [InlineData("-(-cars) / 2 yr * 4 t CO2e/vehicle", 80.0)]
    [InlineData("100 t CO2e/yr - cars * 2 t CO2e/(vehicle yr)", double.NaN)]
    [InlineData("exp(cars / 40 vehicle) * 1 t CO2e/yr", double.NaN)]
    [InlineData("1 t CO2e/yr * year / 2020", double.NaN)]
    [InlineData("if year < 2021 then cars * 2 t CO2e/(vehicle yr) else 0 t CO2e/yr", 80.0)]
    public void Carried_ByAnyFormula_IsWhatIsInProportion(string formula, double carried)
    {
        var source =
            Cars[..Cars.IndexOf("emissions", StringComparison.Ordinal)]
            + $"emissions : t CO2e/yr = {formula} | category: II.1; outcome";
        var stocks = Report(source).Stocks;

        // A stock that carries no line is none that commits anything.
        Assert.Equal(double.IsNaN(carried) ? 0 : 1, stocks.Length);
        if (!double.IsNaN(carried))
        {
            Assert.Single(stocks[0].Lines);
            Assert.Equal(carried, stocks[0].In(0, 2020, 2020, 2020), 1e-10);
        }
    }

    [Fact]
    public void OfCell_OfEachLabel_IsItsPartAndAddsUpToAllVintages()
    {
        var stock = Assert.Single(Report(Boilers).Stocks);
        var model = ShortModel.Bind(Boilers, 2020, 2026);
        var run = model.Run();
        for (var year = 2020; year <= 2026; year++)
        {
            // The line's labels are the stock's: what each emits is the line's own cell.
            var emissions = run.In(model, "emissions", year);
            Assert.Equal(emissions[0], stock.OfCell(0, year, 0), 1e-10);
            Assert.Equal(emissions[1], stock.OfCell(0, year, 1), 1e-10);
            Assert.Equal(
                stock.In(0, year, 2020, 2026),
                Enumerable.Range(0, 2).Sum(cell => stock.OfCell(0, year, cell)),
                1e-10
            );
        }
    }

    [Fact]
    public void Of_ModelWithoutVintages_HasNoStocks()
    {
        var report = Report("e : t CO2e/yr = 5 | category: I.1; outcome");

        Assert.Empty(report.Stocks);
        var line = Assert.Single(report.Committed(2020, 2020, 2020));
        Assert.Equal((30.0, 0.0), (line.Emissions, line.Committed));
    }

    [Fact]
    public void Of_TooLargeForTheLimits_HasNoAnswer() =>
        Assert.Null(LockInReport.Of(ShortModel.Bind(Cars), Settings.None, Interpreted with { MostWork = 10 }));

    [Fact]
    public void Of_CompiledOrInterpreted_GivesTheSameBits()
    {
        var model = ShortModel.Bind(Boilers, 2020, 2026);
        var one = LockInReport.Of(model, Settings.None, Interpreted)!.Stocks[0];
        var other = LockInReport.Of(model, Settings.None, new EngineOptions { Mode = EngineMode.Compiled }, 2)!.Stocks[
            0
        ];

        Assert.All(Enumerable.Range(2020, 7), y => Assert.Equal(one.In(0, y, 2020, y), other.In(0, y, 2020, y)));
    }

    private static LockInReport Report(string source, int to = 2026) =>
        LockInReport.Of(ShortModel.Bind(source, 2020, to), Settings.None, Interpreted)!;
}
