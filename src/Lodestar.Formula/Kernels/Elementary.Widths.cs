// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lodestar.Formula.Kernels;

/// <content>The longer functions, each written once, at the widths the machine has.</content>
public static partial class Elementary
{
    /// <summary>The text of a function of one or two numbers.</summary>
    internal interface IText
    {
        static abstract T Of<T>(T x, T y)
            where T : struct, IRegister<T>;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Run<TText>(double x, double y)
        where TText : IText => Narrow<TText>(Vector128.Create(x), Vector128.Create(y)).ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Run<TText>(Vector512<double> x, Vector512<double> y)
        where TText : IText
    {
        if (Vector512.IsHardwareAccelerated)
        {
            return TText.Of(new Eight(x), new Eight(y)).Value;
        }

        return Vector512.Create(Half<TText>(x.GetLower(), y.GetLower()), Half<TText>(x.GetUpper(), y.GetUpper()));
    }

    /// <summary>As a machine without registers of 512 bits runs it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static Vector256<double> Half<TText>(Vector256<double> x, Vector256<double> y)
        where TText : IText
    {
        if (Vector256.IsHardwareAccelerated)
        {
            return TText.Of(new Four(x), new Four(y)).Value;
        }

        return Vector256.Create(Narrow<TText>(x.GetLower(), y.GetLower()), Narrow<TText>(x.GetUpper(), y.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<double> Narrow<TText>(Vector128<double> x, Vector128<double> y)
        where TText : IText => TText.Of(new Two(x), new Two(y)).Value;
}
