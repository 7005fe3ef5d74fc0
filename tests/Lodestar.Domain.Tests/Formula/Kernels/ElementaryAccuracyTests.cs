// SPDX-License-Identifier: Apache-2.0
using System.Numerics;
using Lodestar.Formula.Kernels;

namespace Lodestar.Domain.Tests.Formula.Kernels;

/// <summary>Errors in units of the last place, against <see cref="Exact"/>.</summary>
public sealed class ElementaryAccuracyTests
{
    private const int Points = 1000;

    [Fact]
    public void Exact_OfKnownNumbers_IsWhatIsPrinted()
    {
        // e, ln 10: any table; Φ(1.96) and Φ(−5): Abramowitz and Stegun 1964, table 26.1, here with 17 digits.
        Assert.InRange(Exact.Error(2.718281828459045, Exact.Exp(Exact.Of(1))), -0.5, 0.5);
        Assert.InRange(Exact.Error(2.302585092994046, Exact.Log(10)), -0.5, 0.5);
        Assert.InRange(Exact.Error(0.9750021048517795, Exact.NormalShare(1.96)), -0.5, 0.5);
        Assert.InRange(Exact.Error(2.8665157187919391e-7, Exact.NormalShare(-5)), -0.5, 0.5);
        Assert.InRange(Exact.Error(1.4142135623730951, Exact.Power(2, 0.5)), -0.5, 0.5);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(-700, 709)]
    [InlineData(-1e-8, 1e-8)]
    public void Exp_WithinItsRange_IsWithinOneUnit(double low, double high) =>
        Assert.InRange(Worst(low, high, Elementary.Exp, x => Exact.Exp(Exact.Of(x))), 0, 0.7);

    [Fact]
    public void Exp_WhereTheResultIsSubnormal_IsWithinOneUnit() =>
        Assert.InRange(Worst(-745, -708.4, Elementary.Exp, x => Exact.Exp(Exact.Of(x))), 0, 1);

    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(0.999, 1.001)]
    [InlineData(1e-300, 1e-290)]
    [InlineData(1, 1e12)]
    [InlineData(5e-324, 1e-310)]
    public void Log_OfNumbersAboveZero_IsWithinOneUnit(double low, double high) =>
        Assert.InRange(Worst(low, high, Elementary.Log, Exact.Log), 0, 0.6);

    [Theory]
    [InlineData(0.5, 2, 3)]
    [InlineData(0.5, 2, -30)]
    [InlineData(1, 1e9, 0.3)]
    [InlineData(1e-5, 1e5, 50)]
    [InlineData(0.9, 1.1, 6000)]
    [InlineData(1, 1e300, -0.97)]
    public void Power_WithinItsRange_IsWithinTwoUnits(double low, double high, double exponent) =>
        Assert.InRange(Worst(low, high, x => Elementary.Power(x, exponent), x => Exact.Power(x, exponent)), 0, 0.8);

    [Theory]
    [InlineData(-30, -1)]
    [InlineData(-1, 1)]
    [InlineData(1, 8)]
    public void NormalShare_FromThirtyDeviationsBelow_IsWithinFourUnits(double low, double high) =>
        Assert.InRange(Worst(low, high, Elementary.NormalShare, Exact.NormalShare, 300), 0, 4);

    /// <summary>The greatest error at evenly spread numbers, those at both ends among them.</summary>
    private static double Worst(
        double low,
        double high,
        Func<double, double> function,
        Func<double, BigInteger> truth,
        int points = Points
    )
    {
        var worst = 0.0;
        for (var n = 0; n <= points; n++)
        {
            var x = Math.Min(high, low + ((high - low) * n / points));
            var result = function(x);
            Assert.True(double.IsFinite(result), $"{x} gives {result}");
            worst = Math.Max(worst, Math.Abs(Exact.Error(result, truth(x))));
        }

        return worst;
    }
}
