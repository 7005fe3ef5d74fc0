// SPDX-License-Identifier: Apache-2.0
using FsCheck;
using FsCheck.Fluent;
using Lodestar.Planning.Attribution;

namespace Lodestar.Domain.Tests.Attribution;

public sealed class LmdiTests
{
    /// <summary>
    /// A case of two terms and three factors over four years, and its results to nine digits: the tests of the R package
    /// LMDIR (github.com/MatthewHeun/LMDIR, tests/testthat/test_lmdi.R), after Ang 2005.
    /// </summary>
    private static readonly double[][][] Published =
    [
        [
            [1, 10, 2],
            [4, 5, 3],
        ],
        [
            [4, 5, 3],
            [5, 6, 4],
        ],
        [
            [8, 2, 4],
            [5, 7, 5],
        ],
        [
            [10, 1, 5],
            [6, 8, 6],
        ],
    ];

    private static readonly Arbitrary<(double[][] Before, double[][] After)> Changes = Arb.From(
        from terms in Gen.Choose(1, 6)
        from factors in Gen.Choose(1, 6)
        from seed in Gen.Choose(1, 1_000_000)
        select (Terms(terms, factors, seed), Terms(terms, factors, seed + 1_000_000))
    );

    [Theory]
    [InlineData(0, 69.79006598, -9.455125793, 39.66505981)]
    [InlineData(1, 42.96021467, -34.31902656, 50.3588119)]
    [InlineData(2, 54.01064234, -9.021284671, 54.01064234)]
    public void Additive_PublishedCase_GivesItsResults(int step, double first, double second, double third)
    {
        var parts = Lmdi.Additive(Published[step], Published[step + 1]);

        Assert.Equal(first, parts[0], 1e-8);
        Assert.Equal(second, parts[1], 1e-8);
        Assert.Equal(third, parts[2], 1e-8);
    }

    [Fact]
    public void Chained_PublishedCase_AddsUpItsSteps()
    {
        var parts = Lmdi.Chained(Published);

        // 69.79006598 + 42.96021467 + 54.01064234; the whole change is 258.
        Assert.Equal(166.76092299, parts[0], 1e-7);
        Assert.Equal(258, parts.Sum(), 1e-10);
    }

    [Fact]
    public void Additive_PublishedCasesWithZeros_GiveTheirLimits()
    {
        Assert.Equal([60, 0, 0], Lmdi.Additive([0, 10, 2], [4, 5, 3]));
        Assert.Equal([0, 0, -60], Lmdi.Additive([4, 5, 3], [5, 6, 0]));
    }

    [Fact]
    public void Additive_AnyChange_LeavesNoResidual() =>
        Prop.ForAll(
                Changes,
                c =>
                {
                    var change = c.After.Sum(Product) - c.Before.Sum(Product);
                    var size = c.After.Concat(c.Before).Sum(t => Math.Abs(Product(t))) + 1;
                    return Math.Abs(Lmdi.Additive(c.Before, c.After).Sum() - change) <= 1e-11 * size;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Additive_ThereAndBack_IsOpposite() =>
        Prop.ForAll(
                Changes,
                c =>
                {
                    var size = c.After.Concat(c.Before).Sum(t => Math.Abs(Product(t))) + 1;
                    return Lmdi.Additive(c.Before, c.After)
                        .Zip(Lmdi.Additive(c.After, c.Before))
                        .All(p => Math.Abs(p.First + p.Second) <= 1e-11 * size);
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1e-6)]
    [InlineData(1e-12)]
    public void Additive_FactorNearZero_ApproachesTheLimit(double nearly)
    {
        // Off by a share of 1 ÷ ln(1 ÷ δ), which falls slowly: the reason why limits are taken.
        var limit = Lmdi.Additive([0, 3, 2], [5, 4, 1]);
        var near = Lmdi.Additive([nearly, 3, 2], [5, 4, 1]);

        Assert.Equal([20, 0, 0], limit);
        Assert.All(limit.Zip(near), p => Assert.Equal(p.First, p.Second, 20 / Math.Log(1 / nearly)));
    }

    [Fact]
    public void Additive_SeveralZeros_ShareTheChange()
    {
        Assert.Equal([12, 0, 12], Lmdi.Additive([0, 3, 0], [3, 2, 4]));
        // Zero before by one, after by another: nothing there, nothing changed.
        Assert.Equal([0, 0], Lmdi.Additive([0, 3], [3, 0]));
        Assert.Equal([0, 0], Lmdi.Additive([0, 3], [0, 7]));
    }

    [Fact]
    public void Additive_FactorThatIsNegativeThroughout_IsAsWithTheOtherSign() =>
        Assert.Equal(Lmdi.Additive([2, 3], [4, 5]).Select(x => -x), Lmdi.Additive([2, -3], [4, -5]));

    [Fact]
    public void Additive_FactorThatChangesItsSign_IsSharedOutOverFactors() =>
        // From 2 · 3 to 4 · (−5): the first ½ · (12 − 6) + ½ · (−20 + 10) = −2, the second ½ · (−10 − 6) + ½ · (−20 − 12) = −24.
        Assert.Equal([-2, -24], Lmdi.Additive([2, 3], [4, -5]));

    [Theory]
    [InlineData(5, 5, 5)]
    [InlineData(1, Math.E, 1.718281828459045)]
    [InlineData(-1, -Math.E, -1.718281828459045)]
    [InlineData(1.000001, 1, 1.0000004999999167)]
    public void LogarithmicMean_OfTwo_IsBetweenThem(double a, double b, double expected)
    {
        // Near 1: 1 + x/2 − x²/12 with x = 10⁻⁶.
        Assert.Equal(expected, Lmdi.LogarithmicMean(a, b), 1e-15);
        Assert.Equal(expected, Lmdi.LogarithmicMean(b, a), 1e-15);
    }

    [Fact]
    public void Additive_FactorsThatDoNotMatch_AreRefused() =>
        Assert.Throws<ArgumentException>(() => Lmdi.Additive([1, 2], [1]));

    private static double Product(double[] term) => term.Aggregate(1.0, (p, x) => p * x);

    /// <summary>Mostly ordinary numbers; zeros, negatives and neighbours among them.</summary>
    private static double[][] Terms(int terms, int factors, int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable
                .Range(0, terms)
                .Select(_ =>
                    Enumerable
                        .Range(0, factors)
                        .Select(_ =>
                            random.Next(12) switch
                            {
                                0 => 0,
                                1 => -random.NextDouble() * 3,
                                2 => 1 + (random.NextDouble() * 1e-9),
                                _ => random.NextDouble() * 10,
                            }
                        )
                        .ToArray()
                ),
        ];
    }
}
