// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.Templates;
using Lodestar.Planning.Templates;

namespace Lodestar.Data.Tests.Templates;

public sealed class CalibrationTests
{
    private static readonly ModelTemplate City = TemplateReader.Find("city")!;

    /// <summary>What the template gives by its defaults, taken for an inventory, is found again.</summary>
    [Theory]
    [InlineData("city")]
    [InlineData("country")]
    public void Calibrate_TheTemplatesOwnNumbers_FindsThemAgain(string id)
    {
        var template = TemplateReader.Find(id)!;
        var first = Make(template, Place.Rows(template, l => l.Id == "land" ? -10 : 20)).Report!;
        var own = first.Lines.ToDictionary(l => l.Group.Lines[0].Id, l => l.BottomUp);

        var report = Make(template, Place.Rows(template, l => own[l.Id])).Report!;

        Assert.Equal(template.Lines.Count, report.Lines.Count);
        Assert.All(report.Lines, l => Assert.Equal(1, l.Ratio, 1e-9));
        Assert.All(report.Lines, l => Assert.Equal(0, l.Residual));
        Assert.All(report.Lines, l => Assert.False(l.IsFlagged));
        Assert.All(report.Lines, l => Assert.Null(l.Share));
    }

    /// <summary>Roads by the defaults: 0.7 · 7500 km / 1.5 in cars and so on, times what a kilometre emits (worked below).</summary>
    [Fact]
    public void BottomUp_Roads_IsWhatTheDefaultsGiveByHand()
    {
        // car: 3500 km of petrol 58 %, diesel 39 %; van 650 km, petrol and diesel 99 %; lorry 220 km; bus 7500 · 0.2 · 0.5 / 14 km, diesel 97 %.
        const double Car = 3500 * ((0.58 * 0.16204) + (0.39 * 0.17136));
        const double Van = 650 * 0.99 * 0.25395;
        const double Lorry = 220 * 0.8791;
        const double Bus = 7500 * 0.2 * 0.5 / 14 * 0.97 * 0.8791;

        var report = Make(City, [("II.1.1", 100)], "CO2").Report!;

        // kg by person times 100,000 people are 0.1 kt.
        Assert.Equal((Car + Van + Lorry + Bus) / 10, report.Lines.Single().BottomUp, 1e-6);
    }

    [Fact]
    public void Calibrate_HalfAsMuch_IsActivity()
    {
        var defaults = Make(City, [("II.1.1", 100)]).Report!.Lines.Single().BottomUp;

        var made = Make(City, [("II.1.1", defaults / 2)]);

        var line = made.Report!.Lines.Single();
        Assert.Equal(0.5, line.Ratio, 1e-9);
        Assert.Equal(-defaults / 2, line.ActivityGap, 1e-9);
        Assert.Equal(0, line.Residual);
        Assert.Null(line.FactorGap);
    }

    [Fact]
    public void Calibrate_TenTimesAsMuch_LeavesAFlaggedResidual_AndTheSumIsTheInventory()
    {
        var defaults = Make(City, [("II.1.1", 100)]).Report!.Lines.Single().BottomUp;

        var made = Make(City, [("II.1.1", 10 * defaults), ("I.3.1", 70)]);

        var road = made.Report!.Lines.Single(l => l.Group.Id == "road");
        Assert.Equal(2.5, road.Ratio, 1e-12);
        // 10 − 2.5 of the default, of 10.
        Assert.Equal(7.5 * defaults, road.Residual, 1e-6);
        Assert.Equal(0.75, road.ResidualShare, 1e-9);
        Assert.True(road.IsFlagged);
        Assert.Contains(made.Diagnostics, d => d.Id == "LS3901");
        Assert.Equal(
            (10 * defaults) + 70,
            Place.Value(Place.Model(made), "emissions.total", Place.BaseYear),
            1e-9 * defaults
        );
    }

    /// <summary>A city without gas: the share moves, so that no measure acts on boilers that are not there.</summary>
    [Fact]
    public void Calibrate_HardlyAnyFuelInHomes_MovesTheShareAndNotTheHeat()
    {
        var defaults = Make(City, [("I.1.1", 100)]).Report!.Lines.Single().BottomUp;

        var made = Make(City, [("I.1.1", defaults / 100)]);

        var line = made.Report!.Lines.Single();
        Assert.Equal((0.75, 0.0075), (line.Share!.Value.From, Math.Round(line.Share.Value.To, 9)));
        Assert.Equal(1, line.Ratio, 1e-9);
        Assert.Equal(0, line.Residual);
        Assert.Contains(made.Diagnostics, d => d.Id == "LS3907");
    }

    [Fact]
    public void Calibrate_WhatTheInventoryLacks_IsLeftOutAndNamed()
    {
        var made = Make(City, [("II.1.1", 100), ("III.3.1", 0), ("III.1.1", 5)], "CO2");

        var reasons = made.Report!.Observed.LeftOut.ToDictionary(l => l.Line.Id, l => l.Reason);
        Assert.Equal(LeftOutReason.Absent, reasons["homes_fuel"]);
        Assert.Equal(LeftOutReason.Zero, reasons["burning"]);
        Assert.Equal(LeftOutReason.OtherGases, reasons["landfill"]);
        Assert.Null(Place.Model(made).Find("emissions.homes_fuel"));
        // A row that no line answers for is not lost.
        Assert.Contains(made.Diagnostics, d => d.Id == "LS3902");
        Assert.Equal(105, Place.Value(Place.Model(made), "emissions.total", Place.BaseYear), 1e-9);
    }

    [Fact]
    public void Calibrate_ACoarseRow_JoinsItsLines()
    {
        var made = Make(City, [("I.1", 300), ("II.1.1", 100)]);

        var homes = made.Report!.Lines[0];
        Assert.Equal(["homes_grid", "homes_fuel"], homes.Group.Lines.Select(l => l.Id));
        Assert.Equal(400, Place.Value(Place.Model(made), "emissions.total", Place.BaseYear), 1e-9);
    }

    /// <summary>1 % less a year for eight years, then 20 % less than that in the three held out: the error is 25 %.</summary>
    [Fact]
    public void History_IsFittedWithoutTheLastThreeYears()
    {
        int[] years = [.. Enumerable.Range(2014, 11)];
        double[] amounts = [.. years.Select(y => 100 * Math.Exp(-0.01 * (y - 2014)) * (y > 2021 ? 0.8 : 1))];

        var made = TemplatePlan.Make(
            Place.Plan(City, "CO2", years, ("II.1.1", amounts)),
            City,
            Place.Wishes,
            TestContext.Current.CancellationToken
        );

        var history = made.Report!.Lines.Single().History!;
        Assert.Equal([2022, 2023, 2024], history.HeldOutYears);
        Assert.Equal(-0.01, history.Trend, 1e-7);
        Assert.Equal(0, history.Fitted!.RelativeRmse, 1e-7);
        // Modelled over observed is 1 / 0.8 in each of the three.
        Assert.Equal(0.25, history.HeldOut!.RelativeBias, 1e-6);
        var model = Place.Model(made);
        Assert.Equal(amounts[0], Place.Value(model, "emissions.road", 2014), 1e-4);
        Assert.Equal(amounts[^1], Place.Value(model, "emissions.road", 2024), 1e-9);
        var fit = Assert.Single(model.Fits);
        Assert.Equal((2014, 2021, 2024), (fit.From + 2014, fit.Until + 2014, fit.Test + 2014));
    }

    [Fact]
    public void History_YearsThatAreMissing_AreNotMadeUp()
    {
        int[] years = [2000, 2005, 2010, .. Enumerable.Range(2015, 8)];
        double[] amounts = [.. years.Select(y => 50 * Math.Exp(0.02 * (y - 2000)))];

        var made = TemplatePlan.Make(
            Place.Plan(City, "CO2", years, ("II.1.1", amounts)),
            City,
            Place.Wishes,
            TestContext.Current.CancellationToken
        );

        var spans = Place.Model(made).Fits.Select(f => (f.From + 2000, f.Until + 2000, f.Test + 2000));
        Assert.Equal([(2000, 2000, 2000), (2005, 2005, 2005), (2010, 2010, 2010), (2015, 2019, 2022)], spans);
    }

    [Fact]
    public void Make_WithoutPeople_SaysSo()
    {
        var made = TemplatePlan.Make(
            Place.Plan(City, "CO2", ("II.1.1", 5)),
            City,
            Place.Wishes with
            {
                Population = null,
            },
            TestContext.Current.CancellationToken
        );

        Assert.Null(made.Report);
        Assert.Equal(["LS3909"], made.Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void Make_SomethingThatNoLineAnswersFor_SaysSo()
    {
        var made = Make(City, [("crt:5.A", 5)]);

        Assert.Null(made.Report);
        Assert.Equal(["LS3913"], made.Diagnostics.Select(d => d.Id));
    }

    private static TemplatedPlan Make(ModelTemplate template, (string, double)[] rows, string gas = "CO2e_AR5") =>
        TemplatePlan.Make(
            Place.Plan(template, gas, rows),
            template,
            Place.Wishes,
            TestContext.Current.CancellationToken
        );
}
