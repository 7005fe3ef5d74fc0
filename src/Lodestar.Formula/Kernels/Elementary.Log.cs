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
    public static double Log(double x) => Log(Vector512.Create(x)).ToScalar();

    /// <inheritdoc cref="Log(double)"/>
    public static Vector512<double> Log(Vector512<double> x)
    {
        var log = LogPair(x, out _);
        var zero = Vector512<double>.Zero;
        var infinity = Vector512.Create(double.PositiveInfinity);

        // What is neither above 0 nor 0 is negative or NaN.
        var below = Vector512.ConditionalSelect(Vector512.Equals(x, zero), -infinity, Vector512.Create(double.NaN));
        var result = Vector512.ConditionalSelect(Vector512.GreaterThan(x, zero), log, below);
        return Vector512.ConditionalSelect(Vector512.Equals(x, infinity), infinity, result);
    }

    /// <summary>The logarithm of a finite number above 0 as a sum; of others it is some number.</summary>
    /// <param name="x">The number.</param>
    /// <param name="rest">What the logarithm is above the result: at most half a unit in its last place.</param>
    /// <returns>The logarithm, correctly rounded but in rare cases.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> LogPair(Vector512<double> x, out Vector512<double> rest)
    {
        var one = Vector512<double>.One;
        var isTiny = Vector512.LessThan(x, Vector512.Create(SmallestNormal));
        x = Vector512.ConditionalSelect(isTiny, x * Vector512.Create(TwoTo54), x);

        // The exponent put into the last bits of 2⁵² becomes a number without a conversion.
        var bits = x.AsInt64();
        var k =
            (Vector512.ShiftRightLogical(bits, 52) | Vector512.Create(0x4330_0000_0000_0000)).AsDouble()
            - Vector512.Create(4503599627370496.0 + 1023);
        k -= isTiny & Vector512.Create(54.0);
        var m = ((bits & Vector512.Create(0x000F_FFFF_FFFF_FFFF)) | one.AsInt64()).AsDouble();
        var isAbove = Vector512.GreaterThan(m, Vector512.Create(SquareRootOfTwo));
        m = Vector512.ConditionalSelect(isAbove, m * Vector512.Create(0.5), m);
        k += isAbove & one;

        var f = m - one;
        var d = m + one;
        var dRest = m - (d - one);
        var perD = one / d;
        var s = f * perD;
        var sRest = (Fused(-s, d, f) - (s * dRest)) * perD;

        var z = s * s;
        var zRest = Fused(s, s, -z) + ((s + s) * sRest);
        var z2 = z * z;
        var low = Fused(Line(A3, A2, z), z2, Line(A1, A0, z));
        var high = Fused(Line(A7, A6, z), z2, Line(A5, A4, z));
        var w = Fused(high, z2 * z2, low) * z;
        var c = Vector512.Create(TwoThirds) + w;
        var cRest = Vector512.Create(TwoThirds) - c + w + Vector512.Create(TwoThirdsRest);

        var t = z * c;
        var tRest = Fused(z, c, -t) + Fused(z, cRest, zRest * c);
        var u = s * t;
        var uRest = Fused(s, t, -u) + Fused(s, tRest, sRest * t);

        var whole = k * Vector512.Create(LogOfTwo);
        var twice = s + s;
        var first = whole + twice;
        var firstRest = twice - (first - whole);
        var second = first + u;
        var secondRest = u - (second - first);
        var small = firstRest + secondRest + Fused(k, Vector512.Create(LogOfTwoRest), sRest + sRest + uRest);
        var log = second + small;
        rest = second - log + small;
        return log;
    }
}
