// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Interpret;

namespace Lodestar.Domain.Tests.Formula.Semantics;

/// <summary>Stocks against closed forms.</summary>
public sealed class StockTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void PlainStock_IsWhatStandsOnTheFirstOfJanuary()
    {
        var model = ShortModel.Bind("x : ha = stock initial: 100 ha; inflow: 5 ha/yr; outflow: 0.1 1/yr * x");
        var run = model.Run();

        // x(t) = 50 + 50 · 0.9^t: the fixed point of x = 0.9 x + 5, approached from 100.
        for (var t = 0; t <= 10; t++)
        {
            Equal(50 + (50 * Math.Pow(0.9, t)), run.In(model, "x", 2020 + t)[0]);
        }

        Equal(10, run.In(model, "x.outflow", 2020)[0]);
    }

    [Fact]
    public void Decay_IsFirstOrder_AsTheGuidelinesForWasteHaveIt()
    {
        // IPCC 2006, vol. 5, ch. 3: DDOCma(T) = DDOCmd(T) + DDOCma(T−1)·e^−k and DDOCm decomp(T) = DDOCma(T−1)·(1 − e^−k).
        var model = ShortModel.Bind("x : t = stock initial: 1000 t; inflow: 80 t/yr; decay: 0.09 1/yr");
        var run = model.Run();

        var stock = 1000.0;
        for (var t = 0; t <= 10; t++)
        {
            Equal(stock, run.In(model, "x", 2020 + t)[0]);
            Equal(stock * (1 - Math.Exp(-0.09)), run.In(model, "x.outflow", 2020 + t)[0]);
            stock = (stock * Math.Exp(-0.09)) + 80;
        }

        // Without inflow the closed form is x₀·e^−kt.
        var alone = ShortModel.Bind("x : t = stock initial: 1000 t; decay: 9 %/yr");
        Equal(1000 * Math.Exp(-0.9), alone.Run().In(alone, "x", 2030)[0]);
    }

    [Theory]
    [InlineData("fixed(5 yr)")]
    [InlineData("weibull(15 yr, 3.2)")]
    [InlineData("exponential(12 yr)")]
    [InlineData("normal(10 yr, 2 yr)")]
    public void Vintages_StandAsTheirCurveSays(string life)
    {
        var model = ShortModel.Bind(
            $"x : vehicle = stock initial: 0 vehicle; inflow: sales; life: {life}\nsales : vehicle/yr = 7 vehicle/yr * (year - 2019)"
        );
        var run = model.Run();

        for (var t = 1; t <= 10; t++)
        {
            var expected = 0.0;
            for (var bought = 1; bought <= t; bought++)
            {
                expected += 7.0 * (bought + 1) * Standing(life, t - bought);
            }

            Equal(expected, run.In(model, "x", 2020 + t)[0]);
        }
    }

    [Fact]
    public void SteadyStock_ReplacedEvenly_StaysAsItIs()
    {
        // With a fixed life L and even ages, a share t/L of the first stock has gone after t years; sales of x₀/L hold it.
        var model = ShortModel.Bind(
            "x : vehicle = stock initial: 300 vehicle; inflow: 20 vehicle/yr; life: fixed(15 yr)"
        );
        var run = model.Run();

        for (var t = 0; t <= 10; t++)
        {
            Equal(300, run.In(model, "x", 2020 + t)[0]);
        }

        Equal(20, run.In(model, "x.outflow", 2025)[0]);
    }

    [Fact]
    public void UncertainLife_GivesWhatTheSameCertainLifeGives()
    {
        const string certain =
            "x : vehicle = stock initial: 300 vehicle; inflow: 9 vehicle/yr; life: weibull(12 yr, 3)";
        const string uncertain =
            "x : vehicle = stock initial: 300 vehicle; inflow: 9 vehicle/yr; life: weibull(scale, 3)\nscale : yr = normal(12, 1)";
        var (a, b) = (ShortModel.Bind(certain), ShortModel.Bind(uncertain));

        for (var year = 2020; year <= 2030; year++)
        {
            Equal(a.Run().In(a, "x", year)[0], b.Run(("scale", 12)).In(b, "x", year)[0]);
        }
    }

    [Fact]
    public void InflowMayFillWhatIsMissing_WithoutACircle()
    {
        var model = ShortModel.Bind(
            """
            wanted : vehicle = 100 vehicle + 3 vehicle * (year - 2020)
            x : vehicle = stock initial: 100 vehicle; inflow: max(0, wanted - x.standing) / 1 yr; life: exponential(10 yr)
            """
        );
        var run = model.Run();

        for (var year = 2020; year <= 2030; year++)
        {
            Equal(run.In(model, "wanted", year)[0], run.In(model, "x", year)[0]);
        }
    }

    [Fact]
    public void LongLife_GoesEvenly()
    {
        var model = ShortModel.Bind(
            "x : km = stock initial: 1000 km; inflow: 0 km/yr; life: fixed(250 yr)",
            2000,
            2100
        );

        Equal(1000 * (1 - (80 / 250.0)), model.Run().In(model, "x", 2080)[0]);
    }

    [Fact]
    public void MeasureOnALifetime_ReachesTheStock()
    {
        // Twice the life of ten years: of an evenly aged stock a share t/20 has gone after t years.
        var model = ShortModel.Bind(
            """
            life : yr = 10
            x : vehicle = stock initial: 100 vehicle; inflow: 0 vehicle/yr; life: fixed(life)
            measure m = scale life by 200 %
            """
        );

        Equal(75, model.Run().In(model, "x", 2025)[0]);
        Equal(50, model.Run(("measures.m", 0)).In(model, "x", 2025)[0]);
    }

    /// <summary>Every unit that came in is standing or gone.</summary>
    [Fact]
    public void Vintages_LoseNothing()
    {
        var model = ShortModel.Bind(
            "x : vehicle = stock initial: 50 vehicle; inflow: 6 vehicle/yr; life: weibull(7 yr, 2.5)\ngone : vehicle = cumulate(x.outflow)"
        );
        var run = model.Run();

        Equal(50 + (6 * 10), run.In(model, "x", 2030)[0] + run.In(model, "gone", 2030)[0]);
    }

    private static double Standing(string life, int age) =>
        age == 0
            ? 1
            : life[..3] switch
            {
                "fix" => age < 5 ? 1 : 0,
                "wei" => Math.Exp(-Math.Pow(age / 15.0, 3.2)),
                "exp" => Math.Exp(-age / 12.0),
                _ => StandardNormalShare((10.0 - age) / 2.0),
            };

    private static double StandardNormalShare(double x)
    {
        // Simpson's rule on the density from −12 to x, in 20,000 steps.
        const int steps = 20_000;
        var (from, sum) = (-12.0, 0.0);
        var h = (x - from) / steps;
        for (var i = 0; i <= steps; i++)
        {
            var at = from + (i * h);
            var weight =
                i is 0 or steps ? 1
                : i % 2 == 1 ? 4
                : 2;
            sum += weight * Math.Exp(-at * at / 2);
        }

        return sum * h / 3 / Math.Sqrt(2 * Math.PI);
    }

    private static void Equal(double expected, double actual) =>
        Assert.True(
            Math.Abs(expected - actual) <= Tolerance * Math.Max(1, Math.Abs(expected)) * 10,
            $"{actual:R}, not {expected:R}"
        );
}
