// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Binding;
using Lodestar.Formula.Problems;

namespace Lodestar.Domain.Tests.Formula.Semantics;

/// <summary>What measures do to variables, and to one another.</summary>
public sealed class MeasureTests
{
    private const string Heat = """
        axis fuel = gas oil electricity
        share[fuel] : 1 = {gas: 0.5, oil: 0.3, electricity: 0.2} | sums_to_one: fuel
        need : GWh/yr = 100
        use[fuel] : GWh/yr = need * share

        """;

    [Fact]
    public void Shift_MovesAShareOnce_AndConserves()
    {
        var model = ShortModel.Bind(
            Heat + "measure pumps = shift share from gas oil to electricity by 80 % in 2020..2030"
        );
        var run = model.Run();

        Assert.Equal([50, 30, 20], run.In(model, "use", 2020));
        AssertNear([50 * 0.6, 30 * 0.6, 20 + (80 * 0.4)], run.In(model, "use", 2025));
        AssertNear([10, 6, 84], run.In(model, "use", 2030));
    }

    /// <summary>
    /// A ramp from 2020 to 2030 that cuts 100 by 50 %. Four tenths are known to have come by 2024; then it stands still for
    /// three years, and half of what is left comes: in 2028 0.4 + 0.5 · 0.1, in 2030 0.4 + 0.5 · 0.3. A year later than
    /// stated, 0.3 are known; it stands still in 2026 and in 2030 is at 0.3 + 0.5 · 0.3.
    /// </summary>
    [Theory]
    [InlineData(2022, 0.2, 0.1)]
    [InlineData(2024, 0.4, 0.3)]
    [InlineData(2026, 0.4, 0.3)]
    [InlineData(2028, 0.45, 0.35)]
    [InlineData(2030, 0.55, 0.45)]
    public void Delivery_LeavesWhatIsKnown_AndHoldsUpTheRest(int year, double strength, double aYearLater)
    {
        var model = ShortModel.Bind("use : GWh/yr = 100\nmeasure less = scale use by 50 % in 2020..2030");
        double Use(double delay) =>
            model
                .Run(
                    ("present year", 2024),
                    ("measures.less.late", 3),
                    ("measures.less.delivered", 0.5),
                    ("measures.less.delay", delay)
                )
                .In(model, "use", year)
                .Single();

        AssertNear([100 - (50 * strength), 100 - (50 * aYearLater)], [Use(0), Use(1)]);
    }

    /// <summary>Two years earlier than stated six tenths stand in 2024, of which four were stated; the rest stays uncertain.</summary>
    [Fact]
    public void Delivery_OfAStartMovedBack_IsKnownAsStatedAlone()
    {
        var model = ShortModel.Bind("use : GWh/yr = 100\nmeasure less = scale use by 50 % in 2020..2030");
        double Use(double delivered) =>
            model
                .Run(("present year", 2024), ("measures.less.delivered", delivered), ("measures.less.delay", -2))
                .In(model, "use", 2024)
                .Single();

        AssertNear([100 - (50 * 0.6), 100 - (50 * 0.4)], [Use(1), Use(0)]);
    }

    [Fact]
    public void Delivery_WithoutARamp_IsOfTheWhole()
    {
        var model = ShortModel.Bind("use : GWh/yr = 100\nmeasure less = scale use by 50 %");

        AssertNear([80], model.Run(("measures.less.delivered", 0.4)).In(model, "use", 2020));
    }

    [Fact]
    public void TwoShiftsOfTheSamePool_AskingForMoreThanTheWhole_ShareIt()
    {
        var model = ShortModel.Bind(
            Heat
                + "measure a = shift share from gas to electricity by 80 %\n"
                + "measure b = shift share from gas to oil by 40 %"
        );
        var run = model.Run();

        // 120 % of gas is asked for: two thirds of it go to electricity, one third to oil, and none is left.
        AssertNear([0, 30 + (50 / 3.0), 20 + (100 / 3.0)], run.In(model, "use", 2025));
        AssertNear([100], [run.In(model, "use", 2025).Sum()]);
    }

    [Fact]
    public void Shares_StayClosed_HoweverManyShifts()
    {
        var model = ShortModel.Bind(
            Heat
                + "measure a = shift share from gas oil to electricity by 70 %\n"
                + "measure b = shift share from oil electricity to gas by 60 %\n"
                + "measure c = shift share from gas to oil by 90 %"
        );

        AssertNear([1], [model.Run().In(model, "share", 2025).Sum()]);
        AssertNear([1], [model.Run(("measures.b", 0.5)).In(model, "share", 2025).Sum()]);
    }

    [Fact]
    public void Order_OfFilesMakesNoDifference_ToTheBit()
    {
        string[] measures =
        [
            "measure d = add need by 10 GWh/yr in 2020..2025",
            "measure a = scale need by 90 % in 2022..2028",
            "measure c = scale need by 70 %",
            "measure b = cap need by 60 GWh/yr",
            "measure e = shift share from gas to electricity by 33 % in 2021..2029",
            "measure f = shift share from gas to oil by 81 %",
        ];
        var model = ShortModel.Bind(Heat + string.Join('\n', measures));
        var expected = model.Run().Values(model.Find("use")!).ToArray();
        foreach (var turn in Enumerable.Range(1, measures.Length - 1))
        {
            var other = ShortModel.Bind(
                Heat + string.Join('\n', measures.Skip(turn).Concat(measures.Take(turn)).Reverse())
            );
            Assert.Equal(expected, other.Run().Values(other.Find("use")!).ToArray());
        }
    }

    [Fact]
    public void Stages_FollowOneAnother()
    {
        var model = ShortModel.Bind(
            "x : GWh/yr = 100\nmeasure a = cap x by 70 GWh/yr\nmeasure b = scale x by 50 %\nmeasure c = add x by 20 GWh/yr\nmeasure d = replace x by 200 GWh/yr"
        );

        // Replaced by 200, 20 added, halved: 110; capped at 70.
        Assert.Equal(70, model.Run().In(model, "x", 2025)[0]);
        Assert.Equal(110, model.Run(("measures.a", 0)).In(model, "x", 2025)[0]);
        Assert.Equal(60, model.Run(("measures.a", 0), ("measures.d", 0)).In(model, "x", 2025)[0]);
        Assert.Equal(
            100,
            model.Run(("measures.a", 0), ("measures.b", 0), ("measures.c", 0), ("measures.d", 0)).In(model, "x", 2025)[
                0
            ]
        );
    }

    [Fact]
    public void TwoReplacements_OfOneCell_AreRefused()
    {
        var result = Binder.Bind(
            ShortModel.Text("x : GWh/yr = 100\nmeasure a = replace x by 1 GWh/yr\nmeasure b = replace x by 2 GWh/yr")
        );

        Assert.Equal(Fault.ReplacedTwice, Assert.Single(result.Problems).Fault);
    }

    [Fact]
    public void TwoReplacements_OfDifferentCells_BothHold()
    {
        var model = ShortModel.Bind(
            Heat
                + "eff[fuel] : 1 = 1\nout[fuel] : 1 = eff\n"
                + "measure a = replace eff where fuel == gas by 2\nmeasure b = replace eff where fuel in (oil, electricity) by 3"
        );
        var refused = Binder.Bind(
            ShortModel.Text(
                Heat
                    + "eff[fuel] : 1 = 1\nmeasure a = replace eff where fuel == gas by 2\nmeasure b = replace eff where fuel in (gas, oil) by 3"
            )
        );

        AssertNear([2, 3, 3], model.Run().In(model, "out", 2025));
        Assert.Equal(Fault.ReplacedTwice, Assert.Single(refused.Problems).Fault);
    }

    [Fact]
    public void ClaimOnEmissions_IsWarnedOf()
    {
        var result = Binder.Bind(ShortModel.Text("x : kt CO2e/yr = 100\nmeasure a = scale x by 50 %"));

        var warning = Assert.Single(result.Problems);
        Assert.Equal((Fault.ChangesEmissions, true, "x"), (warning.Fault, warning.IsWarning, warning.Span.Text));
        Assert.NotNull(result.Model);
    }

    [Fact]
    public void Condition_LimitsAMeasureToItsLabels()
    {
        var model = ShortModel.Bind(
            Heat
                + "eff[fuel] : 1 = 1\nout[fuel] : GWh/yr = use / eff\nmeasure a = scale eff where fuel in (gas, oil) by 200 %"
        );

        AssertNear([25, 15, 20], model.Run().In(model, "out", 2025));
    }

    private static void AssertNear(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(Math.Abs(expected[i] - actual[i]) <= 1e-12 * 100, $"{actual[i]:R}, not {expected[i]:R}");
        }
    }
}
