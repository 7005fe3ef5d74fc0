// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Kernels;

namespace Lodestar.Domain.Tests.Formula.Kernels;

public sealed class ElementaryCaseTests
{
    private const double Infinity = double.PositiveInfinity;

    private static readonly double[] Turns =
    [
        0,
        -0.0,
        1,
        -1,
        0.5,
        -0.5,
        2,
        -2,
        3,
        -3,
        1e300,
        -1e300,
        1e-300,
        5e-324,
        -5e-324,
        9007199254740991,
        9007199254740992,
        Infinity,
        -Infinity,
        double.NaN,
    ];

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-0.0, 1)]
    [InlineData(709.782712893384, 1.7976931348622732e308)]
    [InlineData(709.7827128933841, Infinity)]
    [InlineData(-745.2, 0)]
    [InlineData(1e300, Infinity)]
    [InlineData(-1e300, 0)]
    [InlineData(Infinity, Infinity)]
    [InlineData(-Infinity, 0)]
    [InlineData(double.NaN, double.NaN)]
    public void Exp_AtItsEnds_IsAsIeeeHasIt(double x, double expected) => Bits(expected, Elementary.Exp(x));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, -Infinity)]
    [InlineData(-0.0, -Infinity)]
    [InlineData(-1, double.NaN)]
    [InlineData(-Infinity, double.NaN)]
    [InlineData(Infinity, Infinity)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.MaxValue, 709.782712893384)]
    [InlineData(double.Epsilon, -744.4400719213812)]
    public void Log_AtItsEnds_IsAsIeeeHasIt(double x, double expected) => Bits(expected, Elementary.Log(x));

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(-0.0, 0.5)]
    [InlineData(Infinity, 1)]
    [InlineData(-Infinity, 0)]
    [InlineData(9, 1)]
    [InlineData(-1e10, 0)]
    [InlineData(double.NaN, double.NaN)]
    public void NormalShare_AtItsEnds_IsItsLimit(double x, double expected) =>
        Bits(expected, Elementary.NormalShare(x));

    [Fact]
    public void Power_OfEveryPairOfTurningPoints_IsAsThePlatformHasIt()
    {
        foreach (var x in Turns)
        {
            foreach (var y in Turns)
            {
                var expected = Math.Pow(x, y);
                var actual = Elementary.Power(x, y);
                if (double.IsFinite(expected) && expected != 0)
                {
                    Assert.Equal(expected, actual, Math.Abs(expected) * 1e-15);
                }
                else
                {
                    Bits(expected, actual);
                }
            }
        }
    }

    [Fact]
    public void Power_WhereThePowerIsANumber_IsExact()
    {
        for (var x = -40; x <= 40; x++)
        {
            double expected = 1;
            for (var y = 0; Math.Abs(expected) < 9e15 && y < 12; y++)
            {
                Assert.Equal(expected, Elementary.Power(x, y));
                expected *= x;
            }
        }

        for (var exponent = -1074; exponent <= 1023; exponent++)
        {
            Assert.Equal(Math.ScaleB(1, exponent), Elementary.Power(2, exponent));
        }

        Assert.Equal(1.5, Elementary.Power(2.25, 0.5));
    }

    [Fact]
    public void NormalShare_OfGrowingNumbers_DoesNotFall()
    {
        var before = 0.0;
        for (var n = -4000; n <= 1000; n++)
        {
            var share = Elementary.NormalShare(n * 0.01);
            Assert.True(share >= before, $"at {n * 0.01}");
            before = share;
        }
    }

    [Fact]
    public void Truth_OfNaN_IsTrueAndNothingEqualsIt()
    {
        Assert.Equal(0, Elementary.Not(double.NaN));
        Assert.Equal(1, Elementary.And(double.NaN, 1));
        Assert.Equal(1, Elementary.Or(0, double.NaN));
        Assert.Equal(0, Elementary.Equal(double.NaN, double.NaN));
        Assert.Equal(1, Elementary.NotEqual(double.NaN, double.NaN));
        Assert.Equal(0, Elementary.Less(double.NaN, 1));
        Assert.Equal(0, Elementary.LessOrEqual(1, double.NaN));
        Assert.Equal(4, Elementary.Choose(double.NaN, 4, 5));
        Assert.Equal(5, Elementary.Choose(-0.0, 4, 5));
    }

    [Theory]
    [InlineData(0, 0, 1, 0, 0)]
    [InlineData(0, 2, 1, 0, 1)]
    [InlineData(-3, 0, 0, 0, 1)]
    [InlineData(1, 1, 0, 1, 1)]
    public void Logic_OfTwoTruths_IsItsTable(double a, double b, double notA, double both, double either)
    {
        Assert.Equal(notA, Elementary.Not(a));
        Assert.Equal(both, Elementary.And(a, b));
        Assert.Equal(either, Elementary.Or(a, b));
    }

    [Fact]
    public void Least_OfZerosAndNaN_FollowsTheSign()
    {
        Bits(-0.0, Elementary.Min(0.0, -0.0));
        Bits(0.0, Elementary.Max(-0.0, 0.0));
        Assert.Equal(double.NaN, Elementary.Min(1, double.NaN));
        Assert.Equal(double.NaN, Elementary.Max(double.NaN, 1));
    }

    private static void Bits(double expected, double actual) =>
        Assert.True(
            double.IsNaN(expected)
                ? double.IsNaN(actual)
                : BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual),
            $"{expected:R} expected, {actual:R} found"
        );
}
