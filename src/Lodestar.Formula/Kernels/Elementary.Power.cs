// SPDX-License-Identifier: Apache-2.0
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
    public static double Power(double x, double y) => Power(Vector512.Create(x), Vector512.Create(y)).ToScalar();

    /// <inheritdoc cref="Power(double, double)"/>
    public static Vector512<double> Power(Vector512<double> x, Vector512<double> y)
    {
        var zero = Vector512<double>.Zero;
        var one = Vector512<double>.One;
        var infinity = Vector512.Create(double.PositiveInfinity);
        var size = Vector512.Abs(x);

        var log = LogPair(size, out var rest);
        var isZero = Vector512.Equals(x, zero);
        log = Vector512.ConditionalSelect(isZero, -infinity, log);
        log = Vector512.ConditionalSelect(Vector512.Equals(size, infinity), infinity, log);

        // Beyond 800 the power is 0 or infinite and the rest of the product need not be a number.
        var product = y * log;
        var isOrdinary = Vector512.LessThan(Vector512.Abs(product), Vector512.Create(800.0));
        var power = ExpOfSum(product, (Fused(y, log, -product) + (y * rest)) & isOrdinary);
        power = Vector512.ConditionalSelect(Vector512.Equals(size, one) | Vector512.Equals(y, zero), one, power);

        var isWhole = Vector512.Equals(Vector512.Floor(y), y);
        var halfOfY = y * Vector512.Create(0.5);
        var isEven = Vector512.Equals(Vector512.Floor(halfOfY), halfOfY);
        var sign = Vector512.AndNot(isWhole, isEven) & x & Vector512.Create(-0.0);
        power |= sign;

        var isNumber = Vector512.Equals(x, x) & Vector512.Equals(y, y);
        var isReal = isNumber & (Vector512.GreaterThanOrEqual(x, zero) | isWhole | Vector512.Equals(size, infinity));
        power = Vector512.ConditionalSelect(isReal, power, Vector512.Create(double.NaN));
        return Vector512.ConditionalSelect(Vector512.Equals(x, one) | Vector512.Equals(y, zero), one, power);
    }
}
