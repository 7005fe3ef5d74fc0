// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Chance;

namespace Lodestar.Domain.Tests.Formula.Chance;

public sealed class DistributionTests
{
    public static TheoryData<string> Names => new(All.Keys);

    private static readonly Dictionary<string, Distribution> All = new()
    {
        ["normal"] = Normal.Create(112, 8, out _)!,
        ["lognormal"] = Lognormal.Create(3, 1.6, out _)!,
        ["narrow lognormal"] = Lognormal.Create(3, 1.0001, out _)!,
        ["interval"] = Interval.Create(0.28, 0.42, out _)!,
        ["interval across zero"] = Interval.Create(-2, 5, out _)!,
        ["triangular"] = Triangular.Create(900, 1135, 1400, out _)!,
        ["triangular from its mode"] = Triangular.Create(0, 0, 6, out _)!,
        ["uniform"] = Uniform.Create(-3, 9, out _)!,
        ["beta"] = Beta.Create(2, 5, 10, 30, out _)!,
        ["beta with poles"] = Beta.Create(0.5, 0.6, 0, 1, out _)!,
        ["empirical"] = Empirical.Create([5, 1, 2, 2, 9], out _)!,
        ["discrete"] = Discrete.Create([3, 1, 10], [1, 2, 1], out _)!,
    };

    /// <summary>The mean is ∫ Q(u) du and the variance ∫ (Q(u) − mean)² du.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Moments_OfEachDistribution_AreTheIntegralsOfItsQuantiles(string name)
    {
        var distribution = All[name];
        var mean = OverShares(distribution.Quantile);
        var variance = OverShares(u => Math.Pow(distribution.Quantile(u) - mean, 2));

        Assert.Equal(mean, distribution.Mean, 1e-4 * Math.Abs(mean));
        Assert.Equal(Math.Sqrt(variance), distribution.StandardDeviation, 1e-3 * Math.Sqrt(variance));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Quantile_OfGrowingShares_DoesNotFallNorLeaveItsBounds(string name)
    {
        var distribution = All[name];
        var before = distribution.Low;
        foreach (var u in Shares())
        {
            var quantile = distribution.Quantile(u);
            Assert.InRange(quantile, before, distribution.High);
            before = quantile;
        }

        Assert.Equal(distribution.Quantile(0.5), distribution.Median);
    }

    [Fact]
    public void Interval_OfTwoNumbers_HoldsNineTenths()
    {
        var above = Assert.IsType<Lognormal>(Interval.Create(0.28, 0.42, out _));
        Assert.Equal(0.28, above.Quantile(0.05), 1e-15);
        Assert.Equal(0.42, above.Quantile(0.95), 1e-15);
        Assert.Equal(Math.Sqrt(0.28 * 0.42), above.Median, 1e-15);

        var across = Assert.IsType<Normal>(Interval.Create(-2, 5, out _));
        Assert.Equal(-2, across.Quantile(0.05), 1e-14);
        Assert.Equal(5, across.Quantile(0.95), 1e-14);
    }

    /// <summary>By hand: median 3, ln 1.6 = 0.4700; mean 3 e^(0.4700²/2) = 3 · 1.11680.</summary>
    [Fact]
    public void Lognormal_ByMedianAndFactor_HasThemAsQuantiles()
    {
        var distribution = Lognormal.Create(3, 1.6, out _)!;
        const double OneDeviation = 0.8413447460685429;
        Assert.Equal(3, distribution.Median, 1e-14);
        Assert.Equal(4.8, distribution.Quantile(OneDeviation), 1e-13);
        Assert.Equal(3 / 1.6, distribution.Quantile(1 - OneDeviation), 1e-13);
        Assert.Equal(3.3504, distribution.Mean, 1e-4);
        Assert.Equal(1.6, distribution.GeometricDeviation, 1e-14);
    }

    /// <summary>By hand: the share below the mode is 2/5; √(0.1 · 5 · 2) = 1 above the least, √(0.1 · 5 · 3) below the greatest.</summary>
    [Fact]
    public void Triangular_OnBothSidesOfItsMode_FollowsItsSquareRoots()
    {
        var distribution = Triangular.Create(1, 3, 6, out _)!;
        Assert.Equal(2, distribution.Quantile(0.1), 1e-14);
        Assert.Equal(3, distribution.Quantile(0.4), 1e-14);
        Assert.Equal(6 - Math.Sqrt(1.5), distribution.Quantile(0.9), 1e-14);
        Assert.Equal(10 / 3.0, distribution.Mean, 1e-14);
    }

    [Fact]
    public void Discrete_WithValuesInAnyOrder_SortsAndJoinsThem()
    {
        var distribution = Discrete.Create([10, 1, 3, 1, 7], [1, 1, 1, 1, 0], out _)!;
        Assert.Equal([1.0, 3, 10], distribution.Values);
        Assert.Equal([0.5, 0.25, 0.25], distribution.Shares);
        Assert.Equal(1, distribution.Quantile(0.5));
        Assert.Equal(3, distribution.Quantile(0.51));
        Assert.Equal(3, distribution.Quantile(0.75));
        Assert.Equal(10, distribution.Quantile(0.76));
        Assert.Equal(3.75, distribution.Mean);
    }

    [Fact]
    public void Empirical_OfASample_RunsInLinesBetweenItsPoints()
    {
        var distribution = Empirical.Create([9, 1, 2, 5, 2], out _)!;
        Assert.Equal(2, distribution.Median);
        Assert.Equal(1.5, distribution.Quantile(0.125));
        Assert.Equal(7, distribution.Quantile(0.875));

        // Lines 1–2, 2–2, 2–5, 5–9: their middles are 1.5, 2, 3.5 and 7.
        Assert.Equal(3.5, distribution.Mean);
    }

    [Fact]
    public void Equality_OfDistributions_IsByValue()
    {
        Assert.Equal(Normal.Create(1, 2, out _), Normal.Create(1, 2, out _));
        Assert.NotEqual(Normal.Create(1, 2, out _), Normal.Create(1, 3, out _));
        Assert.Equal(Discrete.Create([1, 2], [1, 1], out _), Discrete.Create([2, 1], [3, 3], out _));
        Assert.NotEqual(Discrete.Create([1, 2], [1, 1], out _), Discrete.Create([1, 2], [1, 2], out _));
        Assert.Equal(Empirical.Create([1, 2], out _), Empirical.Create([2, 1], out _));
        Assert.Equal(Empirical.Create([1, 2], out _)!.GetHashCode(), Empirical.Create([2, 1], out _)!.GetHashCode());
        Assert.NotEqual(Beta.Create(1, 2, 0, 1, out _), Beta.Create(1, 2, 0, 2, out _));
    }

    [Fact]
    public void Create_WithNumbersThatMakeNone_SaysWhy()
    {
        Assert.Null(Normal.Create(double.NaN, 1, out var fault));
        Assert.Equal(DistributionFault.NotFinite, fault);
        Assert.Null(Normal.Create(1, 0, out fault));
        Assert.Equal(DistributionFault.NoSpread, fault);
        Assert.Null(Lognormal.Create(0, 2, out fault));
        Assert.Equal(DistributionFault.NotAboveZero, fault);
        Assert.Null(Lognormal.Create(1, 1, out fault));
        Assert.Equal(DistributionFault.NoSpread, fault);
        Assert.Null(Lognormal.FromInterval(-1, 1, out fault));
        Assert.Equal(DistributionFault.NotAboveZero, fault);
        Assert.Null(Interval.Create(3, 3, out fault));
        Assert.Equal(DistributionFault.BoundsOutOfOrder, fault);
        Assert.Null(Interval.Create(-1, -2, out fault));
        Assert.Equal(DistributionFault.BoundsOutOfOrder, fault);
        Assert.Null(Interval.Create(double.NegativeInfinity, 2, out fault));
        Assert.Equal(DistributionFault.NotFinite, fault);
        Assert.Null(Triangular.Create(0, 3, 2, out fault));
        Assert.Equal(DistributionFault.BoundsOutOfOrder, fault);
        Assert.Null(Triangular.Create(0, double.NaN, 2, out fault));
        Assert.Equal(DistributionFault.NotFinite, fault);
        Assert.Null(Uniform.Create(2, 2, out fault));
        Assert.Equal(DistributionFault.BoundsOutOfOrder, fault);
        Assert.Null(Uniform.Create(-1e308, 1e308, out fault));
        Assert.Equal(DistributionFault.NotFinite, fault);
        Assert.Null(Beta.Create(0, 1, 0, 1, out fault));
        Assert.Equal(DistributionFault.NoSpread, fault);
        Assert.Null(Beta.Create(1, 2e6, 0, 1, out fault));
        Assert.Equal(DistributionFault.ShapeTooLarge, fault);
        Assert.Null(Discrete.Create([], [], out fault));
        Assert.Equal(DistributionFault.ValuesMissing, fault);
        Assert.Null(Discrete.Create([1], [1, 2], out fault));
        Assert.Equal(DistributionFault.ValuesMissing, fault);
        Assert.Null(Discrete.Create([1, 2], [1, -1], out fault));
        Assert.Equal(DistributionFault.BadWeights, fault);
        Assert.Null(Discrete.Create([1, 2], [0, 0], out fault));
        Assert.Equal(DistributionFault.BadWeights, fault);
        Assert.Null(Empirical.Create([1], out fault));
        Assert.Equal(DistributionFault.ValuesMissing, fault);
        Assert.Null(Empirical.Create([1, 1], out fault));
        Assert.Equal(DistributionFault.NoSpread, fault);
        Assert.Null(Empirical.Create([1, double.PositiveInfinity], out fault));
        Assert.Equal(DistributionFault.NotFinite, fault);
    }

    private static IEnumerable<double> Shares() =>
        Enumerable.Range(1, 999).Select(n => n / 1000.0).Prepend(1e-12).Append(1 - 1e-12);

    /// <summary>
    /// Middles of 20,000 pieces of ∫ f(u) du with u = t² (3 − 2t), whose density 6t (1 − t) tames the poles at both ends.
    /// </summary>
    private static double OverShares(Func<double, double> f)
    {
        const int Pieces = 20_000;
        var sum = 0.0;
        for (var n = 0; n < Pieces; n++)
        {
            var t = (n + 0.5) / Pieces;
            sum += f(t * t * (3 - (2 * t))) * 6 * t * (1 - t);
        }

        return sum / Pieces;
    }
}
