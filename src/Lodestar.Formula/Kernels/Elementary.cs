// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lodestar.Formula.Kernels;

/// <summary>
/// The functions of the language, for one number and for eight lanes. Both give the same bits in every lane, with or
/// without vector instructions: the sequence of operations is the same, each is rounded as IEEE 754 has it, and fused
/// multiplications stand only where they are written. Of NaN only that it is NaN is promised, not its payload.
/// </summary>
public static partial class Elementary
{
    private static Vector512<double> One => Vector512<double>.One;

    /// <summary>−x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Negate(double x) => -x;

    /// <inheritdoc cref="Negate(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Negate(Vector512<double> x) => -x;

    /// <summary>|x|.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Abs(double x) => Math.Abs(x);

    /// <inheritdoc cref="Abs(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Abs(Vector512<double> x) => Vector512.Abs(x);

    /// <summary>The square root, correctly rounded; NaN below 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sqrt(double x) => Math.Sqrt(x);

    /// <inheritdoc cref="Sqrt(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sqrt(Vector512<double> x) => Vector512.Sqrt(x);

    /// <summary>The greatest whole number not above x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Floor(double x) => Math.Floor(x);

    /// <inheritdoc cref="Floor(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Floor(Vector512<double> x) => Vector512.Floor(x);

    /// <summary>The lesser; NaN when either is; −0 is less than 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Min(double a, double b) => Math.Min(a, b);

    /// <inheritdoc cref="Min(double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Min(Vector512<double> a, Vector512<double> b) => Vector512.Min(a, b);

    /// <summary>The greater; NaN when either is; −0 is less than 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Max(double a, double b) => Math.Max(a, b);

    /// <inheritdoc cref="Max(double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Max(Vector512<double> a, Vector512<double> b) => Vector512.Max(a, b);

    /// <summary>
    /// Eight numbers added up as ((p0+p4)+(p2+p6))+((p1+p5)+(p3+p7)), the order of every sum over the lane axis.
    /// </summary>
    /// <param name="p">The eight partial sums.</param>
    /// <returns>Their sum.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SumOfEight(Vector512<double> p)
    {
        var four = p.GetLower() + p.GetUpper();
        var two = four.GetLower() + four.GetUpper();
        return two.GetElement(0) + two.GetElement(1);
    }
}
