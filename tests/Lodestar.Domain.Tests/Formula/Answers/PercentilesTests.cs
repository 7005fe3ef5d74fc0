// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Answers;

namespace Lodestar.Domain.Tests.Formula.Answers;

public sealed class PercentilesTests
{
    /// <summary>By hand, type 7: of 1, 2, 4, 8, 16 the quarter stands at place 1, nine tenths at 3.6: 8 + 0.6 · 8.</summary>
    [Fact]
    public void Of_ASample_LiesOnTheLineBetweenNeighbours() =>
        Assert.Equal([1, 2, 4, 12.8, 16], Percentiles.Of([16, 1, 4, 8, 2], [0, 0.25, 0.5, 0.9, 1]));

    [Fact]
    public void Of_OneDraw_IsThatDraw() => Assert.Equal([7, 7], Percentiles.Of([7], [0.05, 0.95]));

    [Fact]
    public void Of_NothingOrAFailedDraw_IsNoNumber()
    {
        Assert.Equal([double.NaN], Percentiles.Of([], [0.5]));
        Assert.Equal([double.NaN], Percentiles.Of([1, double.NaN, 2], [0.5]));
    }

    [Fact]
    public void Of_ASample_LeavesItAsItWas()
    {
        double[] sample = [3, 1, 2];
        Percentiles.Of(sample, [0.5]);
        Assert.Equal([3, 1, 2], sample);
    }

    /// <summary>By hand: mean 5, squares 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32, over 7.</summary>
    [Fact]
    public void Moments_OfASample_AreThoseByHand()
    {
        var moments = Moments.Of([2, 4, 4, 4, 5, 5, 7, 9]);
        Assert.Equal(5, moments.Mean);
        Assert.Equal(Math.Sqrt(32 / 7.0), moments.Deviation, 1e-15);
        Assert.Equal(Math.Sqrt(32 / 56.0), moments.StandardError, 1e-15);
        Assert.Equal(double.NaN, Moments.Of([1]).Deviation);
    }
}
