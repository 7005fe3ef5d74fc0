// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lodestar.Formula.Kernels;

/// <content>
/// The logarithm: ln x = k ln 2 + 2 artanh s with x = 2ᵏ m, √½ &lt; m ≤ √2 and s = (m − 1) / (m + 1), in pairs of
/// numbers (a sum and what its rounding lost) to about 65 bits, as powers need it. Pairs: Dekker 1971.
/// </content>
public static partial class Elementary
{
    private const double SmallestNormal = 2.2250738585072014e-308;
    private const double TwoTo52 = 4503599627370496.0;
    private const double TwoTo54 = 18014398509481984.0;
    private const double SquareRootOfTwo = 1.4142135623730951;

    private const double TwoThirds = 0.6666666666666666;
    private const double TwoThirdsRest = 3.700743415417188e-17;

    // (2 artanh(s) / s − 2) / s² − ⅔, over z = s², interpolated at the 8 Chebyshev nodes of 0 … 0.0295; its error moves the
    // logarithm by 2⁻⁶⁶ of itself.
    private const double A0 = 0.4;
    private const double A1 = 0.28571428571429364;
    private const double A2 = 0.22222222221655885;
    private const double A3 = 0.18181818335392858;
    private const double A4 = 0.1538459496251375;
    private const double A5 = 0.13334804694055566;
    private const double A6 = 0.11706236334772822;
    private const double A7 = 0.11723178666634661;

    /// <summary>The natural logarithm, within one unit in the last place; −∞ of 0, NaN below.</summary>
    public static double Log(double x) => Run<LogText>(x, x);

    /// <inheritdoc cref="Log(double)"/>
    public static Vector512<double> Log(Vector512<double> x) => Run<LogText>(x, x);

    internal readonly struct LogText : IText
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y)
            where T : struct, IRegister<T>
        {
            var log = LogPair(x, out _);
            var zero = T.Of(0);
            var infinity = T.Of(double.PositiveInfinity);

            // What is neither above 0 nor 0 is negative or NaN.
            var below = T.Select(T.Same(x, zero), -infinity, T.Of(double.NaN));
            return T.Select(T.Same(x, infinity), infinity, T.Select(x > zero, log, below));
        }
    }

    /// <summary>The logarithm of a finite number above 0 as a sum; of others it is some number.</summary>
    /// <param name="x">The number.</param>
    /// <param name="rest">What the logarithm is above the result: at most half a unit in its last place.</param>
    /// <returns>The logarithm, correctly rounded but in rare cases.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T LogPair<T>(T x, out T rest)
        where T : struct, IRegister<T>
    {
        var isTiny = x < T.Of(SmallestNormal);
        x = T.Select(isTiny, x * T.Of(TwoTo54), x);

        // The exponent put into the last bits of 2⁵² becomes a number without a conversion.
        var k = (T.FromExponent(x) | T.Of(TwoTo52)) - T.Of(TwoTo52 + 1023);
        k -= isTiny & T.Of(54);
        var one = T.Of(1);
        var m = T.Without(x, T.Of(double.NegativeInfinity)) | one;
        var isAbove = m > T.Of(SquareRootOfTwo);
        m = T.Select(isAbove, m * T.Of(0.5), m);
        k += isAbove & one;

        var f = m - one;
        var d = m + one;
        var dRest = m - (d - one);
        var perD = one / d;
        var s = f * perD;
        var sRest = (T.Fused(-s, d, f) - (s * dRest)) * perD;

        var u = Series(s, sRest, out var uRest);
        var whole = k * T.Of(LogOfTwo);
        var twice = s + s;
        var first = whole + twice;
        var firstRest = twice - (first - whole);
        var second = first + u;
        var secondRest = u - (second - first);
        var small = firstRest + secondRest + T.Fused(k, T.Of(LogOfTwoRest), sRest + sRest + uRest);
        var log = second + small;
        rest = second - log + small;
        return log;
    }

    /// <summary>2 artanh s − 2 s of a pair as a pair. A method of its own: the compiler inlines about a hundred calls in one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T Series<T>(T s, T sRest, out T rest)
        where T : struct, IRegister<T>
    {
        var z = s * s;
        var zRest = T.Fused(s, s, -z) + ((s + s) * sRest);
        var z2 = z * z;
        var low = T.Fused(Line(A3, A2, z), z2, Line(A1, A0, z));
        var high = T.Fused(Line(A7, A6, z), z2, Line(A5, A4, z));
        var w = T.Fused(high, z2 * z2, low) * z;
        var c = T.Of(TwoThirds) + w;
        var cRest = T.Of(TwoThirds) - c + w + T.Of(TwoThirdsRest);

        var t = z * c;
        var tRest = T.Fused(z, c, -t) + T.Fused(z, cRest, zRest * c);
        var u = s * t;
        rest = T.Fused(s, t, -u) + T.Fused(s, tRest, sRest * t);
        return u;
    }
}
