// SPDX-License-Identifier: Apache-2.0
using FsCheck;
using FsCheck.Fluent;
using Lodestar.Planning.Series;

namespace Lodestar.Domain.Tests.Attribution;

public sealed class RoundingTests
{
    private static readonly Arbitrary<(double[] Parts, int Decimals)> Sums = Arb.From(
        from count in Gen.Choose(1, 20)
        from seed in Gen.Choose(1, 1_000_000)
        from decimals in Gen.Choose(0, 6)
        select (Numbers(count, seed), decimals)
    );

    [Fact]
    public void Sum_AnyParts_AddUpToTheTotalThatIsShown() =>
        Prop.ForAll(Sums, c => Rounding.Sum(c.Parts, c.Decimals) is { } shown && shown.Parts.Sum() == shown.Total)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Sum_AnyParts_EachIsLessThanALastDigitFromItsValue() =>
        Prop.ForAll(
                Sums,
                c =>
                {
                    var unit = (decimal)Math.Pow(10, -c.Decimals);
                    return Rounding
                        .Sum(c.Parts, c.Decimals)!
                        .Parts.Zip(c.Parts)
                        .All(p =>
                            Math.Abs(p.First - (decimal)p.Second) < unit
                            && p.First == decimal.Round(p.First, c.Decimals)
                            && (p.Second != 0 || p.First == 0)
                        );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Change_AnyParts_BalancesToTheLastDigit() =>
        Prop.ForAll(
                Sums,
                c =>
                {
                    var before = 1000 * c.Parts[0];
                    var shown = Rounding.Change(before, c.Parts, before - c.Parts.Sum(), c.Decimals)!;
                    return shown.Before - shown.Parts.Sum() == shown.After
                        && shown.Before == Rounding.Of(before, c.Decimals);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Sum_ThreeThirds_TheFirstTakesTheLastDigit()
    {
        // A third is 33 each time, together 99; the total is 100. All miss the same, so the first takes the one.
        var shown = Rounding.Sum([100.0 / 3, 100.0 / 3, 100.0 / 3], 0)!;

        Assert.Equal(100, shown.Total);
        Assert.Equal([34, 33, 33], shown.Parts);
    }

    [Fact]
    public void Sum_WithNegativeParts_KeepsTheirSigns()
    {
        // 2.6 − 1.3 + 0.4 = 1.7 → 2; to the nearest 3 − 1 + 0 = 2: nothing to move.
        Assert.Equal([3, -1, 0], Rounding.Sum([2.6, -1.3, 0.4], 0)!.Parts);

        // −0.4 − 0.4 − 0.4 = −1.2 → −1; to the nearest all are 0, so the first takes −1.
        Assert.Equal([-1, 0, 0], Rounding.Sum([-0.4, -0.4, -0.4], 0)!.Parts);
    }

    [Fact]
    public void Change_RoundedEndsDifferFromTheSum_PartsFollowTheEnds()
    {
        // 10.4 − 0.9 = 9.5: the ends show 10 and 10 (halves go away from zero), so the part shows 0, not 1.
        var shown = Rounding.Change(10.4, [0.9], 9.5, 0)!;

        Assert.Equal((10m, 0m, 10m), (shown.Before, shown.Parts[0], shown.After));
    }

    [Fact]
    public void Sum_WithoutParts_IsNothing() => Assert.Equal(0, Rounding.Sum([], 2)!.Total);

    [Fact]
    public void Parts_NothingToShareAmongNone_HasNoAnswer() => Assert.Null(Rounding.Parts([], 1, 0));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e16)]
    public void Sum_WhatCannotBeShown_HasNoAnswer(double part) => Assert.Null(Rounding.Sum([1, part], 0));

    /// <summary>Numbers of all sizes, zeros and exact halves among them.</summary>
    private static double[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ =>
                    random.Next(6) switch
                    {
                        0 => 0,
                        1 => random.Next(-20, 20) / 2.0,
                        2 => (random.NextDouble() - 0.5) * 1e-3,
                        3 => (random.NextDouble() - 0.5) * 1e7,
                        _ => (random.NextDouble() - 0.5) * 20,
                    }
                ),
        ];
    }
}
