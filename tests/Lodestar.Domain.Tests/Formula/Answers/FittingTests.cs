// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formula.Answers;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;

namespace Lodestar.Domain.Tests.Formula.Answers;

/// <summary>Fits of models whose numbers are known, because the observations were made from them.</summary>
public sealed class FittingTests
{
    private const double Level = 7.25;
    private const double Rate = -0.031;

    /// <summary>Level · e^(rate · t), from 2000 on.</summary>
    private static double Made(int year) => Level * Math.Exp(Rate * (year - 2000));

    private static BoundModel Model(
        Func<int, double> observed,
        string level = "3 t/yr | range: 0.5..20; fitted",
        string rate = "0 1/yr | range: -0.2..0.2; fitted",
        string fit = "fit emitted to observed in 2000..2009 test 2012"
    ) =>
        ShortModel.Bind(
            $$"""
            level : t/yr = {{level}}
            rate : 1/yr = {{rate}}
            emitted : t/yr = level * exp(rate * (year - 2000) * 1 yr)
            observed : t/yr = {{{string.Join(", ", Enumerable.Range(2000, 13).Select(y => Entry(y, observed(y))))}}}
            {{fit}}
            """,
            2000,
            2012
        );

    private static string Entry(int year, double value) =>
        FormattableString.Invariant($"{year}: {value.ToString("R", CultureInfo.InvariantCulture)}");

    private static double Value(FittingResult result, string name) =>
        result.Values.Single(v => v.Parameter.Name == name).Value;

    [Theory]
    [InlineData("3 t/yr", "0 1/yr")]
    [InlineData("20 t/yr", "0.2 1/yr")]
    [InlineData("0.5 t/yr", "-0.2 1/yr")]
    public void Fit_OfWhatTheModelMadeItself_FindsItsNumbers(string level, string rate)
    {
        var model = Model(Made, $"{level} | range: 0.5..20; fitted", $"{rate} | range: -0.2..0.2; fitted");

        var result = Fitting.Of(model, Settings.None, TestContext.Current.CancellationToken);

        Assert.True(result.HasConverged);
        Assert.Equal(Level, Value(result, "level"), 1e-7);
        Assert.Equal(Rate, Value(result, "rate"), 1e-8);
        Assert.Equal(0, result.Misfit, 1e-14);
        Assert.All(result.Values, v => Assert.True(v is { IsFelt: true, IsAtEnd: false }));
        Assert.Equal(0, result.Reports[0].HeldOut!.Rmse, 1e-6);
    }

    /// <summary>A level alone against o: Σ (a − oᵢ)²/oᵢ² is least at a = Σ 1/oᵢ ÷ Σ 1/oᵢ².</summary>
    [Fact]
    public void Fit_OfALevelAlone_IsTheLeastSquaresOfRelativeErrors()
    {
        static double Observed(int year) => 5 + (year % 3);
        var model = Model(Observed, rate: "0 1/yr");

        var result = Fitting.Of(model, Settings.None, TestContext.Current.CancellationToken);

        var inverse = Enumerable.Range(2000, 10).Select(y => 1 / Observed(y)).ToList();
        Assert.Equal(inverse.Sum() / inverse.Sum(i => i * i), Value(result, "level"), 1e-7);
    }

    [Fact]
    public void HeldOutYears_AreNeverRead()
    {
        var one = Fitting.Of(Model(Made), Settings.None, TestContext.Current.CancellationToken);
        var other = Fitting.Of(
            Model(y => y > 2009 ? 1000 * y : Made(y)),
            Settings.None,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(one.Values.Select(v => v.Value), other.Values.Select(v => v.Value));
        Assert.Equal(one.Misfit, other.Misfit);
        Assert.NotEqual(one.Reports[0].HeldOut, other.Reports[0].HeldOut);
        Assert.Equal([2010, 2011, 2012], one.Reports[0].Years.Where(y => y.IsHeldOut).Select(y => y.Year));
    }

    [Fact]
    public void Range_HoldsWhatWouldLeaveIt()
    {
        var model = Model(Made, "3 t/yr | range: 0.5..6; fitted");

        var result = Fitting.Of(model, Settings.None, TestContext.Current.CancellationToken);

        var level = result.Values.Single(v => v.Parameter.Name == "level");
        Assert.Equal(6, level.Value);
        Assert.True(level.IsAtEnd);
        // With the level held, the rate is the best one for it: its neighbours are worse.
        var rate = Value(result, "rate");
        double Misfit(double r) =>
            Enumerable.Range(2000, 10).Sum(y => Math.Pow((6 * Math.Exp(r * (y - 2000)) / Made(y)) - 1, 2));
        Assert.Equal(result.Misfit, Misfit(rate), 1e-12);
        Assert.True(Misfit(rate) < Misfit(rate + 1e-5));
        Assert.True(Misfit(rate) < Misfit(rate - 1e-5));
    }

    [Fact]
    public void NumbersThatNothingFeels_StayAsTheyStand()
    {
        var model = ShortModel.Bind(
            """
            felt : t/yr = 1 | range: 0..10; fitted
            unfelt : t/yr = 4 | range: 0..10; fitted
            emitted : t/yr = felt
            other : t/yr = unfelt
            observed : t/yr = 3
            fit emitted to observed
            """
        );

        var result = Fitting.Of(model, Settings.None, TestContext.Current.CancellationToken);

        Assert.Equal(3, Value(result, "felt"), 1e-7);
        Assert.Equal(4, Value(result, "unfelt"));
        Assert.Equal([true, false], result.Values.Select(v => v.IsFelt));
    }

    [Fact]
    public void WeightOfZero_ComparesAlone()
    {
        var model = ShortModel.Bind(
            """
            level : t/yr = 1 | range: 0..10; fitted
            emitted : t/yr = level
            observed : t/yr = 3
            elsewhere : kg/yr = 8000
            fit emitted to observed
            fit emitted to elsewhere weight 0
            """
        );

        var result = Fitting.Of(model, Settings.None, TestContext.Current.CancellationToken);

        Assert.Equal(3, Value(result, "level"), 1e-7);
        // 3 t against 8,000 kg.
        Assert.Equal(-5, result.Reports[1].Fitted.Bias, 1e-6);
        Assert.Equal(8, result.Reports[1].Fitted.MeanObserved, 1e-12);
    }

    /// <summary>Errors 1, −2 and 2 t on 10, 20 and 30 t: mean 1/3, root mean square √3, a twentieth of the mean of 20.</summary>
    [Fact]
    public void Report_OfAModelAsItStands_HasItsErrors()
    {
        var model = ShortModel.Bind(
            """
            emitted : t/yr = {2020: 11, 2021: 18, 2022: 32, 2023: 50}
            observed : t/yr = {2020: 10, 2021: 20, 2022: 30, 2023: 40}
            fit emitted to observed in 2020..2022 test 2023
            """,
            2020,
            2023
        );

        var report = Assert.Single(FitReport.Of(model, TestContext.Current.CancellationToken));

        Assert.Equal(1 / 3.0, report.Fitted.Bias, 1e-12);
        Assert.Equal(Math.Sqrt(3), report.Fitted.Rmse, 1e-12);
        Assert.Equal(Math.Sqrt(3) / 20, report.Fitted.RelativeRmse, 1e-12);
        Assert.Equal(new FitError(1, 10, 10, 40), report.HeldOut);
        Assert.Equal(0.25, report.HeldOut!.RelativeBias);
    }

    [Fact]
    public void Fit_OfAModelWithoutFiniteValues_DoesNotConverge()
    {
        var model = ShortModel.Bind(
            """
            level : t/yr = 1 | range: 0..10; fitted
            emitted : t/yr = level / (year - 2020)
            observed : t/yr = 3
            fit emitted to observed
            """
        );

        Assert.False(Fitting.Of(model, Settings.None, TestContext.Current.CancellationToken).HasConverged);
    }
}
