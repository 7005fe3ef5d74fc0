// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lodestar.Formula.Kernels;

/// <content>
/// The exponential: eˣ = 2ᵏ · e^r with k the whole number next to x / ln 2 and |r| ≤ ½ ln 2, where
/// e^r = 1 + r + r² · q(r). What 1 + r loses in rounding is added back, so that the error stays near half a unit in
/// the last place.
/// </content>
public static partial class Elementary
{
    /// <summary>Added and taken away again it leaves the next whole number: 1.5 · 2⁵².</summary>
    private const double Rounder = 6755399441055744.0;

    /// <summary>As <see cref="Rounder"/>, and its last bits are the exponent of a power of two.</summary>
    private const double ExponentRounder = Rounder + 1023;

    private const double PerLogOfTwo = 1.4426950408889634;

    /// <summary>The first 42 bits of ln 2 after the point: times a whole number below 2¹¹ it is exact.</summary>
    private const double LogOfTwo = 0.6931471805598903;

    private const double LogOfTwoRest = 5.497923018708371e-14;

    /// <summary>From here on eˣ is above every number.</summary>
    private const double ExpCeiling = 710;

    /// <summary>Up to here eˣ is below every number.</summary>
    private const double ExpFloor = -746;

    // q(r) = (e^r − 1 − r) / r² interpolated at the 11 Chebyshev nodes of ±½ ln 2; its error moves e^r by 3.4e-19.
    private const double Q0 = 0.5;
    private const double Q1 = 0.1666666666666667;
    private const double Q2 = 0.04166666666666667;
    private const double Q3 = 0.008333333333326136;
    private const double Q4 = 0.0013888888888883748;
    private const double Q5 = 0.00019841269874820627;
    private const double Q6 = 2.4801587325547743e-05;
    private const double Q7 = 2.7557255400206422e-06;
    private const double Q8 = 2.75572736431103e-07;
    private const double Q9 = 2.5105217004720745e-08;
    private const double Q10 = 2.0914686968086876e-09;

    /// <summary>eˣ, within one unit in the last place.</summary>
    public static double Exp(double x) => Run<ExpText>(x, x);

    /// <inheritdoc cref="Exp(double)"/>
    public static Vector512<double> Exp(Vector512<double> x) => Run<ExpText>(x, x);

    internal readonly struct ExpText : IText
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y)
            where T : struct, IRegister<T> => ExpOfSum(x, T.Of(0));
    }

    /// <summary>e^(x + rest) where the rest is small beside x, or lost in it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ExpOfSum<T>(T x, T rest)
        where T : struct, IRegister<T>
    {
        x = T.Select((x > T.Of(ExpCeiling)), T.Of(ExpCeiling), x);
        x = T.Select((x < T.Of(ExpFloor)), T.Of(ExpFloor), x);

        var rounder = T.Of(Rounder);
        var k = T.Fused(x, T.Of(PerLogOfTwo), rounder) - rounder;
        var coarse = T.Fused(k, T.Of(-LogOfTwo), x);
        var fine = T.Fused(k, T.Of(-LogOfTwoRest), rest);
        var r = coarse + fine;
        var lost = coarse - r + fine;

        var r2 = r * r;
        var r4 = r2 * r2;
        var low = T.Fused(Line(Q3, Q2, r), r2, Line(Q1, Q0, r));
        var high = T.Fused(Line(Q7, Q6, r), r2, Line(Q5, Q4, r));
        var top = T.Fused(T.Of(Q10), r2, Line(Q9, Q8, r));
        var q = T.Fused(T.Fused(top, r4, high), r4, low);

        var one = T.Of(1);
        var sum = one + r;
        var small = r - (sum - one) + T.Fused(r2, q, T.Fused(lost, r, lost));
        var power = sum + small;

        // In two halves, so that neither leaves the range of exponents.
        var half = T.Fused(k, T.Of(0.5), T.Of(ExponentRounder));
        var other = k - (half - T.Of(ExponentRounder)) + T.Of(ExponentRounder);
        return power * T.ToExponent(half) * T.ToExponent(other);
    }

    /// <summary>The same as a method of its own: the compiler inlines about a hundred calls in one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T ExpOfPair<T>(T x, T rest)
        where T : struct, IRegister<T> => ExpOfSum(x, rest);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Line<T>(double slope, double start, T x)
        where T : struct, IRegister<T> => T.Fused(T.Of(slope), x, T.Of(start));
}
