// SPDX-License-Identifier: Apache-2.0
using System.Runtime.Intrinsics;
using Lodestar.Formula.Kernels;

namespace Lodestar.Domain.Tests.Formula.Kernels;

/// <summary>One number and eight lanes give the same bits.</summary>
public sealed class ElementaryLaneTests
{
    private const int Rounds = 25_000;

    public static TheoryData<string> UnaryNames => new(Unary.Keys);

    public static TheoryData<string> BinaryNames => new(Binary.Keys);

    private static readonly Dictionary<
        string,
        (Func<double, double> One, Func<Vector512<double>, Vector512<double>> Eight)
    > Unary = new()
    {
        ["negate"] = (Elementary.Negate, Elementary.Negate),
        ["not"] = (Elementary.Not, Elementary.Not),
        ["abs"] = (Elementary.Abs, Elementary.Abs),
        ["exp"] = (Elementary.Exp, Elementary.Exp),
        ["log"] = (Elementary.Log, Elementary.Log),
        ["sqrt"] = (Elementary.Sqrt, Elementary.Sqrt),
        ["floor"] = (Elementary.Floor, Elementary.Floor),
        ["normal share"] = (Elementary.NormalShare, Elementary.NormalShare),
    };

    private static readonly Dictionary<
        string,
        (Func<double, double, double> One, Func<Vector512<double>, Vector512<double>, Vector512<double>> Eight)
    > Binary = new()
    {
        ["power"] = (Elementary.Power, Elementary.Power),
        ["min"] = (Elementary.Min, Elementary.Min),
        ["max"] = (Elementary.Max, Elementary.Max),
        ["less"] = (Elementary.Less, Elementary.Less),
        ["less or equal"] = (Elementary.LessOrEqual, Elementary.LessOrEqual),
        ["equal"] = (Elementary.Equal, Elementary.Equal),
        ["not equal"] = (Elementary.NotEqual, Elementary.NotEqual),
        ["and"] = (Elementary.And, Elementary.And),
        ["or"] = (Elementary.Or, Elementary.Or),
    };

    [Theory]
    [MemberData(nameof(UnaryNames))]
    public void Unary_OfAnyBits_IsTheSameInEveryLane(string name)
    {
        var (one, eight) = Unary[name];
        var random = new Random(20261);
        for (var round = 0; round < Rounds; round++)
        {
            var x = Any(random);
            var lanes = eight(x);
            for (var lane = 0; lane < 8; lane++)
            {
                Same(one(x[lane]), lanes[lane], $"{name} of {x[lane]:R}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(BinaryNames))]
    public void Binary_OfAnyBits_IsTheSameInEveryLane(string name)
    {
        var (one, eight) = Binary[name];
        var random = new Random(20262);
        for (var round = 0; round < Rounds; round++)
        {
            var (a, b) = (Any(random), Any(random));
            var lanes = eight(a, b);
            for (var lane = 0; lane < 8; lane++)
            {
                Same(one(a[lane], b[lane]), lanes[lane], $"{name} of {a[lane]:R} and {b[lane]:R}");
            }
        }
    }

    /// <summary>Wherever the tests run: what eight lanes give, two times four give too.</summary>
    [Fact]
    public void Functions_InRegistersOfAnyWidth_GiveTheSameBits()
    {
        var random = new Random(20265);
        for (var round = 0; round < Rounds; round++)
        {
            var (a, b) = (Any(random), Any(random));
            var (low, also) = (a.GetLower(), b.GetLower());
            Same(Elementary.Exp(a), Elementary.Half<Elementary.ExpText>(low, low));
            Same(Elementary.Log(a), Elementary.Half<Elementary.LogText>(low, low));
            Same(Elementary.NormalShare(a), Elementary.Half<Elementary.NormalShareText>(low, low));
            Same(Elementary.Power(a, b), Elementary.Half<Elementary.PowerText>(low, also));
        }

        static void Same(Vector512<double> eight, Vector256<double> four)
        {
            for (var lane = 0; lane < 4; lane++)
            {
                ElementaryLaneTests.Same(eight[lane], four[lane], $"lane {lane}");
            }
        }
    }

    [Fact]
    public void Choose_OfAnyBits_IsTheSameInEveryLane()
    {
        var random = new Random(20263);
        for (var round = 0; round < Rounds; round++)
        {
            var (condition, a, b) = (Any(random), Any(random), Any(random));
            var lanes = Elementary.Choose(condition, a, b);
            for (var lane = 0; lane < 8; lane++)
            {
                Same(Elementary.Choose(condition[lane], a[lane], b[lane]), lanes[lane], $"{condition[lane]:R}");
            }
        }
    }

    [Fact]
    public void SumOfEight_OfNumbersThatRound_AddsInTheStatedOrder()
    {
        var random = new Random(20264);
        for (var round = 0; round < Rounds; round++)
        {
            var p = new double[8];
            for (var i = 0; i < p.Length; i++)
            {
                p[i] = random.NextDouble() * Math.Pow(10, random.Next(0, 20));
            }

            var expected = ((p[0] + p[4]) + (p[2] + p[6])) + ((p[1] + p[5]) + (p[3] + p[7]));
            Assert.Equal(expected, Elementary.SumOfEight(Vector512.Create(p)));
        }
    }

    /// <summary>Half of the lanes hold any bits at all, the others ordinary numbers and those where functions turn.</summary>
    private static Vector512<double> Any(Random random)
    {
        double[] turns = [0, -0.0, 1, -1, 2, 0.5, -3, 1e300, double.NaN, double.Epsilon, 1 / 0.0, -1 / 0.0];
        var lanes = new double[8];
        for (var i = 0; i < lanes.Length; i++)
        {
            lanes[i] = random.Next(4) switch
            {
                0 => turns[random.Next(turns.Length)],
                1 => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-3, 4)),
                _ => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)),
            };
        }

        return Vector512.Create(lanes);
    }

    private static void Same(double expected, double actual, string of) =>
        Assert.True(
            (double.IsNaN(expected) && double.IsNaN(actual))
                || BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual),
            $"{of}: {expected:R} alone, {actual:R} in a lane"
        );
}
