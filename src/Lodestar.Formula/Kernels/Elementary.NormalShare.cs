// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lodestar.Formula.Kernels;

/// <content>
/// The normal distribution function: Φ(−a) = e^(−a²/2) · g(u) / (1 + 1.25 a) for a ≥ 0, where
/// g(u) = ½ + (1 + u) · h(u) is smooth over u = (a − 4) / (a + 4); the device is that of Shepherd and Laframboise 1981 (Math. Comp. 36, 249–253).
/// </content>
public static partial class Elementary
{
    /// <summary>Beyond it Φ(−a) is below every number.</summary>
    private const double NormalTail = 39;

    // h interpolated at the 23 Chebyshev nodes of u for a from 0 to 39; its error is 7e-17 of g.
    private const double M0 = 0.06646384781181361;
    private const double M1 = -0.14474376408285677;
    private const double M2 = 0.13114849365357412;
    private const double M3 = -0.07747118675222747;
    private const double M4 = 0.029507688940455933;
    private const double M5 = -0.004964543219542972;
    private const double M6 = -0.0014153205360472349;
    private const double M7 = 0.0008985881897115085;
    private const double M8 = 1.6829234398182814e-05;
    private const double M9 = -0.00012347824630226848;
    private const double M10 = 6.499852054063534e-06;
    private const double M11 = 1.8904459693676957e-05;
    private const double M12 = -7.95752938220216e-07;
    private const double M13 = -3.2861913252341984e-06;
    private const double M14 = -1.4310150317764595e-07;
    private const double M15 = 5.957683892765712e-07;
    private const double M16 = 1.1367465444031341e-07;
    private const double M17 = -9.768093670212015e-08;
    private const double M18 = -3.871738866336467e-08;
    private const double M19 = 1.1173275920113008e-08;
    private const double M20 = 7.811264007653936e-09;
    private const double M21 = -3.8759380430830593e-10;
    private const double M22 = -6.429172615522874e-10;

    /// <summary>
    /// The share of a standard normal distribution that lies below x, within four units in the last place from −37 on;
    /// below that the shares are smaller than the smallest number with all its digits.
    /// </summary>
    /// <param name="x">In standard deviations from the mean.</param>
    /// <returns>From 0 to 1.</returns>
    public static double NormalShare(double x) => Run<NormalShareText>(x, x);

    /// <inheritdoc cref="NormalShare(double)"/>
    public static Vector512<double> NormalShare(Vector512<double> x) => Run<NormalShareText>(x, x);

    internal readonly struct NormalShareText : IText
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y)
            where T : struct, IRegister<T>
        {
            var a = T.Abs(x);
            a = T.Select((a > T.Of(NormalTail)), T.Of(NormalTail), a);

            var one = T.Of(1);
            var four = T.Of(4.0);
            var perSum = one / (a + four);
            var u = (a - four) * perSum;
            var u2 = u * u;
            var u4 = u2 * u2;
            var h = T.Of(M22);
            h = T.Fused(h, u2, Line(M21, M20, u));
            h = T.Fused(h, u4, T.Fused(Line(M19, M18, u), u2, Line(M17, M16, u)));
            h = T.Fused(h, u4, T.Fused(Line(M15, M14, u), u2, Line(M13, M12, u)));
            h = T.Fused(h, u4, T.Fused(Line(M11, M10, u), u2, Line(M9, M8, u)));
            h = T.Fused(h, u4, T.Fused(Line(M7, M6, u), u2, Line(M5, M4, u)));
            h = T.Fused(h, u4, T.Fused(Line(M3, M2, u), u2, Line(M1, M0, u)));

            var g = T.Fused((a + a) * perSum, h, T.Of(0.5));

            // The square as a pair: at a = 30 its rounding would cost 50 units in the last place.
            var minusHalf = T.Of(-0.5);
            var square = a * a;
            var bell = ExpOfPair(square * minusHalf, T.Fused(a, a, -square) * minusHalf);
            var tail = bell * (g / Line(1.25, 1, a));
            return T.Select((x > T.Of(0)), one - tail, tail);
        }
    }
}
