// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formula.Kernels;

/// <summary>
/// Numbers side by side, as many as one register of the machine holds: the longer functions are written once over it and
/// run at the width at hand. A condition is a number whose bits are all set or none.
/// </summary>
/// <typeparam name="T">The type itself.</typeparam>
internal interface IRegister<T>
    where T : struct, IRegister<T>
{
    static abstract T operator +(T a, T b);

    static abstract T operator -(T a, T b);

    static abstract T operator *(T a, T b);

    static abstract T operator /(T a, T b);

    static abstract T operator -(T a);

    static abstract T operator &(T a, T b);

    static abstract T operator |(T a, T b);

    static abstract T operator >(T a, T b);

    static abstract T operator <(T a, T b);

    /// <summary>The same number in every lane.</summary>
    static abstract T Of(double value);

    /// <summary>a · b + c, rounded once.</summary>
    static abstract T Fused(T a, T b, T c);

    /// <summary>Where they are equal.</summary>
    static abstract T Same(T a, T b);

    /// <summary>The bits of the first that the second lacks.</summary>
    static abstract T Without(T a, T b);

    /// <summary>The second where the condition holds, the third elsewhere.</summary>
    static abstract T Select(T condition, T then, T otherwise);

    static abstract T Abs(T a);

    static abstract T Floor(T a);

    /// <summary>The lowest twelve bits moved to the place of the sign and the exponent.</summary>
    static abstract T ToExponent(T bits);

    /// <summary>The sign and the exponent moved to the lowest twelve bits.</summary>
    static abstract T FromExponent(T bits);
}
