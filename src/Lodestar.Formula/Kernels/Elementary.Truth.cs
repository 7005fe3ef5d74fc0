// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lodestar.Formula.Kernels;

/// <content>Comparisons and logic: truth is 1 and falsehood 0; whatever is not 0 counts as true, NaN too.</content>
public static partial class Elementary
{
    /// <summary>1 where x is 0, else 0: NaN is not 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Not(double x) => Truth(x == 0);

    /// <inheritdoc cref="Not(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Not(Vector512<double> x) => Vector512.Equals(x, Vector512<double>.Zero) & One;

    /// <summary>1 where a &lt; b, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Less(double a, double b) => Truth(a < b);

    /// <inheritdoc cref="Less(double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Less(Vector512<double> a, Vector512<double> b) => Vector512.LessThan(a, b) & One;

    /// <summary>1 where a ≤ b, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double LessOrEqual(double a, double b) => Truth(a <= b);

    /// <inheritdoc cref="LessOrEqual(double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LessOrEqual(Vector512<double> a, Vector512<double> b) =>
        Vector512.LessThanOrEqual(a, b) & One;

    /// <summary>1 where a = b, else 0; NaN equals nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Equal(double a, double b) => Truth(a == b);

    /// <inheritdoc cref="Equal(double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Equal(Vector512<double> a, Vector512<double> b) => Vector512.Equals(a, b) & One;

    /// <summary>1 where a ≠ b, else 0; NaN differs from everything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double NotEqual(double a, double b) => Truth(a != b);

    /// <inheritdoc cref="NotEqual(double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> NotEqual(Vector512<double> a, Vector512<double> b) =>
        Vector512.AndNot(One, Vector512.Equals(a, b));

    /// <summary>1 where neither is 0, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double And(double a, double b) => Truth(a != 0 && b != 0);

    /// <inheritdoc cref="And(double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> And(Vector512<double> a, Vector512<double> b) =>
        Vector512.AndNot(
            One,
            Vector512.Equals(a, Vector512<double>.Zero) | Vector512.Equals(b, Vector512<double>.Zero)
        );

    /// <summary>0 where both are 0, else 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Or(double a, double b) => Truth(a != 0 || b != 0);

    /// <inheritdoc cref="Or(double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Or(Vector512<double> a, Vector512<double> b) =>
        Vector512.AndNot(
            One,
            Vector512.Equals(a, Vector512<double>.Zero) & Vector512.Equals(b, Vector512<double>.Zero)
        );

    /// <summary>The second where the condition is not 0, the third elsewhere; NaN counts as true.</summary>
    /// <param name="condition">What decides.</param>
    /// <param name="then">Taken where it holds.</param>
    /// <param name="otherwise">Taken where it does not.</param>
    /// <returns>One of the two, bit for bit.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Choose(double condition, double then, double otherwise) => condition != 0 ? then : otherwise;

    /// <inheritdoc cref="Choose(double, double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Choose(
        Vector512<double> condition,
        Vector512<double> then,
        Vector512<double> otherwise
    ) => Vector512.ConditionalSelect(Vector512.Equals(condition, Vector512<double>.Zero), otherwise, then);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Truth(bool holds) => holds ? 1 : 0;
}
