// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Answers;

namespace Lodestar.Domain.Tests.Formula.Answers;

public sealed class OddsTests
{
    [Theory]
    [InlineData(Relation.Below, 1)]
    [InlineData(Relation.AtMost, 3)]
    [InlineData(Relation.AtLeast, 4)]
    [InlineData(Relation.Above, 2)]
    public void Of_EachRelation_CountsWhereItHolds(Relation relation, int hits)
    {
        var odds = Odds.Of([1, 2, 2, double.NaN, 3, double.PositiveInfinity], relation, 2);
        Assert.Equal(hits, odds.Hits);
        Assert.Equal(5, odds.Count);
        Assert.Equal(1, odds.Unknown);
        Assert.Equal(hits / 5.0, odds.Share);
    }

    [Fact]
    public void OfTruth_OfAJointCondition_CountsWhatIsNotZero() =>
        Assert.Equal(new Odds(2, 4, 1), Odds.OfTruth([1, 0, -2, 0, double.NaN]));

    /// <summary>
    /// By hand for 81 of 263 with z = 1.96, the example of Newcombe 1998 (Statistics in Medicine 17, 857–872, table I):
    /// Wilson's interval 0.2553 to 0.3662. Likewise 15 of 148: 0.0624 to 0.1605; 0 of 20: 0 to 0.1611; 1 of 29: 0.0061 to
    /// 0.1718.
    /// </summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Interval_OfPublishedCounts_IsWilsons(int hits, int count, double low, double high)
    {
        var interval = new Odds(hits, count, 0).Interval();
        Assert.Equal(low, interval.Low, 0.5e-4);
        Assert.Equal(high, interval.High, 0.5e-4);

        // What holds in all but these draws has the mirrored interval.
        var (otherLow, otherHigh) = new Odds(count - hits, count, 0).Interval();
        Assert.Equal(1 - high, otherLow, 0.5e-4);
        Assert.Equal(1 - low, otherHigh, 0.5e-4);
    }

    [Fact]
    public void StandardError_OfAQuarter_IsTheBinomialOne() =>
        Assert.Equal(Math.Sqrt(0.25 * 0.75 / 400), new Odds(100, 400, 0).StandardError, 1e-16);

    [Fact]
    public void Interval_OfNoDraws_IsEverything() => Assert.Equal((0, 1), new Odds(0, 0, 3).Interval());
}
