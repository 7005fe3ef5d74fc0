// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Chance;
using Lodestar.Formula.Kernels;

namespace Lodestar.Domain.Tests.Formula.Chance;

public sealed class QuantileTests
{
    /// <summary>Bisection of mpmath 1.3's ncdf with 40 digits.</summary>
    [Theory]
    [InlineData(1e-300, -37.0470962993612)]
    [InlineData(1e-12, -7.034483825301132)]
    [InlineData(0.0001, -3.7190164854556804)]
    [InlineData(0.02, -2.053748910631823)]
    [InlineData(0.2, -0.8416212335729142)]
    [InlineData(0.4999, -0.00025066283008800747)]
    [InlineData(0.5, 0)]
    [InlineData(0.7, 0.5244005127080407)]
    [InlineData(0.975, 1.9599639845400538)]
    [InlineData(0.9999999, 5.199337582290661)]
    public void StandardNormal_AtAShare_IsTheTabulatedNumber(double share, double expected) =>
        Assert.Equal(expected, StandardNormal.Quantile(share), 1e-15 * Math.Abs(expected));

    [Fact]
    public void StandardNormal_OfTheShareBelowANumber_IsTheNumber()
    {
        for (var x = -30.0; x <= 0; x += 0.01)
        {
            Assert.Equal(x, StandardNormal.Quantile(Elementary.NormalShare(x)), 1e-14 * Math.Max(1, -x));
        }
    }

    /// <summary>Bisection of mpmath 1.3's betainc(a, b, 0, x, regularized=True) with 40 digits.</summary>
    [Theory]
    [InlineData(0.1, 40, 1e-06, 1.5354963914996465e-62)]
    [InlineData(0.1, 40, 0.05, 1.4995081948239459e-15)]
    [InlineData(0.1, 40, 0.5, 1.5003059374453738e-05)]
    [InlineData(0.1, 40, 0.9, 0.006706759765457146)]
    [InlineData(0.1, 40, 0.999, 0.08152411133162597)]
    [InlineData(0.5, 3, 1e-06, 2.844444444445523e-13)]
    [InlineData(0.5, 3, 0.05, 0.0007117863263558018)]
    [InlineData(0.5, 3, 0.5, 0.079032767076173)]
    [InlineData(0.5, 3, 0.9, 0.3862488818053692)]
    [InlineData(0.5, 3, 0.999, 0.855447776691985)]
    [InlineData(2, 3, 1e-06, 0.0004083594602042573)]
    [InlineData(2, 3, 0.05, 0.09761146288641434)]
    [InlineData(2, 3, 0.5, 0.38572756813238956)]
    [InlineData(2, 3, 0.9, 0.6795394162781817)]
    [InlineData(2, 3, 0.999, 0.9359618608971666)]
    [InlineData(8, 1.5, 1e-06, 0.15437069969869524)]
    [InlineData(8, 1.5, 0.05, 0.6221658751941443)]
    [InlineData(8, 1.5, 0.5, 0.8662739426892122)]
    [InlineData(8, 1.5, 0.9, 0.9651739745209436)]
    [InlineData(8, 1.5, 0.999, 0.9985273717503496)]
    [InlineData(30, 900, 1e-06, 0.011644632814967552)]
    [InlineData(30, 900, 0.05, 0.023338030566042785)]
    [InlineData(30, 900, 0.5, 0.03192322932577731)]
    [InlineData(30, 900, 0.9, 0.03986399987059544)]
    [InlineData(30, 900, 0.999, 0.05300957892520849)]
    [InlineData(2000, 3000, 1e-06, 0.36738996507633037)]
    [InlineData(2000, 3000, 0.05, 0.3886278799673958)]
    [InlineData(2000, 3000, 0.5, 0.39998666562641755)]
    [InlineData(2000, 3000, 0.9, 0.4088870878657319)]
    [InlineData(2000, 3000, 0.999, 0.42151461065883167)]
    [InlineData(0.3, 0.2, 1e-06, 1.6638959443497043e-19)]
    [InlineData(0.3, 0.2, 0.05, 0.0007658694758192059)]
    [InlineData(0.3, 0.2, 0.5, 0.760864963852018)]
    [InlineData(0.3, 0.2, 0.9, 0.9999106261828868)]
    [InlineData(0.3, 0.2, 0.999, 0.999999999999991)]
    public void Beta_AtAShare_IsTheTabulatedNumber(double a, double b, double share, double expected) =>
        Assert.Equal(expected, Beta.Create(a, b, 0, 1, out _)!.Quantile(share), 1e-12 * expected);

    /// <summary>I_x(a, 1) = xᵃ, I_x(1, b) = 1 − (1 − x)ᵇ, and for a = b = ½ the arcsine law x = sin²(πu / 2).</summary>
    [Theory]
    [InlineData(0.001)]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.97)]
    public void Beta_OfSimpleShapes_IsItsClosedForm(double share)
    {
        Assert.Equal(Math.Pow(share, 1 / 3.5), Of(3.5, 1), 1e-13);
        Assert.Equal(1 - Math.Pow(1 - share, 1 / 7.0), Of(1, 7), 1e-13);
        Assert.Equal(Math.Pow(Math.Sin(Math.PI * share / 2), 2), Of(0.5, 0.5), 1e-13);
        Assert.Equal(10 + (4 * share), Beta.Create(1, 1, 10, 14, out _)!.Quantile(share), 1e-12);

        double Of(double a, double b) => Beta.Create(a, b, 0, 1, out _)!.Quantile(share);
    }

    /// <summary>By symmetry; and close to normal, whose quantile a Cornish–Fisher step (skewness 0) leaves within 1e-5 deviations.</summary>
    [Fact]
    public void Beta_OfVeryLargeShapes_IsNearlyNormal()
    {
        var distribution = Beta.Create(1e6, 1e6, 0, 1, out _)!;
        Assert.Equal(0.5, distribution.Median, 1e-12);
        foreach (var share in new[] { 0.001, 0.05, 0.7, 0.99 })
        {
            var normal = 0.5 + (distribution.StandardDeviation * StandardNormal.Quantile(share));
            Assert.Equal(normal, distribution.Quantile(share), 1e-5 * distribution.StandardDeviation);
        }
    }

    /// <summary>Γ(½) = √π, Γ(1) = Γ(2) = 1, Γ(11) = 10!, Γ(101) = 100! = 9.332621544394415e157.</summary>
    [Theory]
    [InlineData(0.5, 0.5723649429247001)]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(11, 15.104412573075516)]
    [InlineData(101, 363.73937555556349)]
    public void LogGamma_OfKnownArguments_IsTheLogarithmOfTheFactorial(double x, double expected) =>
        Assert.Equal(expected, IncompleteBeta.LogGamma(x), 1e-14 * Math.Max(1, expected));

    /// <summary>B(a, b) = (a − 1)! (b − 1)! / (a + b − 1)!; B(2, 5) = 1/30, B(3, 20) = 2 / (20 · 21 · 22), B(1, b) = 1/b.</summary>
    [Theory]
    [InlineData(2, 5, 1 / 30.0)]
    [InlineData(20, 3, 2 / 9240.0)]
    [InlineData(1, 123456, 1 / 123456.0)]
    public void LogBeta_OfWholeShapes_IsTheLogarithmOfTheFraction(double a, double b, double expected) =>
        Assert.Equal(Math.Log(expected), IncompleteBeta.LogBeta(a, b), 1e-13 * -Math.Log(expected));
}
