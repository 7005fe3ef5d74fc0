// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lodestar.Formula.Kernels;

/// <content>Powers: xʸ = e^(y ln |x|) with the product carried as a pair, and the sign and the special cases of IEEE 754.</content>
public static partial class Elementary
{
    /// <summary>
    /// xʸ within two units in the last place; exact where the power is a number. Special cases as IEEE 754 pow: x⁰ and
    /// 1ʸ are 1, even of NaN; a negative x wants a whole y and gives NaN otherwise.
    /// </summary>
    /// <param name="x">The base.</param>
    /// <param name="y">The exponent.</param>
    /// <returns>The power.</returns>
    public static double Power(double x, double y) => Run<PowerText>(x, y);

    /// <inheritdoc cref="Power(double, double)"/>
    public static Vector512<double> Power(Vector512<double> x, Vector512<double> y) => Run<PowerText>(x, y);

    internal readonly struct PowerText : IText
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y)
            where T : struct, IRegister<T>
        {
            var zero = T.Of(0);
            var one = T.Of(1);
            var infinity = T.Of(double.PositiveInfinity);
            var size = T.Abs(x);

            var log = LogPair(size, out var rest);
            var isZero = T.Same(x, zero);
            log = T.Select(isZero, -infinity, log);
            log = T.Select(T.Same(size, infinity), infinity, log);

            // Beyond 800 the power is 0 or infinite and the rest of the product need not be a number.
            var product = y * log;
            var isOrdinary = T.Abs(product) < T.Of(800.0);
            var power = ExpOfPair(product, (T.Fused(y, log, -product) + (y * rest)) & isOrdinary);
            power = T.Select(T.Same(size, one) | T.Same(y, zero), one, power);

            var isWhole = T.Same(T.Floor(y), y);
            var halfOfY = y * T.Of(0.5);
            var isEven = T.Same(T.Floor(halfOfY), halfOfY);
            var sign = T.Without(isWhole, isEven) & x & T.Of(-0.0);
            power |= sign;

            var isNumber = T.Same(x, x) & T.Same(y, y);
            var isReal = isNumber & ((x > zero) | isZero | isWhole | T.Same(size, infinity));
            power = T.Select(isReal, power, T.Of(double.NaN));
            return T.Select(T.Same(x, one) | T.Same(y, zero), one, power);
        }
    }
}
