// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lodestar.Climate.Relations;

/// <summary>
/// What a relation computes with: one number (<see cref="Scalar"/>), or eight members side by side
/// (<see cref="Lanes"/>). One text of each formula serves both.
/// </summary>
public interface ILane<T>
    where T : struct, ILane<T>
{
    /// <summary>How many members stand side by side.</summary>
    static abstract int Width { get; }

    /// <summary>The same number in every lane.</summary>
    static abstract T Of(double value);
    static abstract T Load(ReadOnlySpan<double> values, int at);
    static abstract void Store(T value, Span<double> into, int at);

    static abstract T operator +(T a, T b);

    static abstract T operator -(T a, T b);

    static abstract T operator -(T a);

    static abstract T operator *(T a, T b);

    static abstract T operator /(T a, T b);

    static abstract T Exp(T value);
    static abstract T Log(T value);
    static abstract T Sqrt(T value);
    static abstract T Min(T a, T b);
    static abstract T Max(T a, T b);

    /// <summary><paramref name="then"/> where a &lt; b, <paramref name="otherwise"/> elsewhere.</summary>
    static abstract T WhereLess(T a, T b, T then, T otherwise);

    /// <summary>True when a &lt; b in every lane.</summary>
    static abstract bool AllLess(T a, T b);
}

/// <summary>One number as a lane.</summary>
public readonly record struct Scalar(double Value) : ILane<Scalar>
{
    public static int Width => 1;

    public static Scalar Of(double value) => new(value);

    public static Scalar Load(ReadOnlySpan<double> values, int at) => new(values[at]);

    public static void Store(Scalar value, Span<double> into, int at) => into[at] = value.Value;

    public static Scalar operator +(Scalar a, Scalar b) => new(a.Value + b.Value);

    public static Scalar operator -(Scalar a, Scalar b) => new(a.Value - b.Value);

    public static Scalar operator -(Scalar a) => new(-a.Value);

    public static Scalar operator *(Scalar a, Scalar b) => new(a.Value * b.Value);

    public static Scalar operator /(Scalar a, Scalar b) => new(a.Value / b.Value);

    public static Scalar Exp(Scalar value) => new(Math.Exp(value.Value));

    public static Scalar Log(Scalar value) => new(Math.Log(value.Value));

    public static Scalar Sqrt(Scalar value) => new(Math.Sqrt(value.Value));

    public static Scalar Min(Scalar a, Scalar b) => new(Math.Min(a.Value, b.Value));

    public static Scalar Max(Scalar a, Scalar b) => new(Math.Max(a.Value, b.Value));

    public static Scalar WhereLess(Scalar a, Scalar b, Scalar then, Scalar otherwise) =>
        a.Value < b.Value ? then : otherwise;

    public static bool AllLess(Scalar a, Scalar b) => a.Value < b.Value;

    public static implicit operator Scalar(double value) => new(value);

    public static implicit operator double(Scalar value) => value.Value;

    public static Scalar FromDouble(double value) => new(value);

    public double ToDouble() => Value;
}

/// <summary>Eight numbers side by side.</summary>
public readonly struct Lanes(Vector512<double> values) : ILane<Lanes>
{
    private readonly Vector512<double> _values = values;

    public static int Width => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Of(double value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Load(ReadOnlySpan<double> values, int at) =>
        new(Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(values.Slice(at, 8))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes value, Span<double> into, int at) =>
        value._values.StoreUnsafe(ref MemoryMarshal.GetReference(into.Slice(at, 8)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator +(Lanes a, Lanes b) => new(a._values + b._values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator -(Lanes a, Lanes b) => new(a._values - b._values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator -(Lanes a) => new(-a._values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator *(Lanes a, Lanes b) => new(a._values * b._values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator /(Lanes a, Lanes b) => new(a._values / b._values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Exp(Lanes value) => new(Vector512.Exp(value._values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Log(Lanes value) => new(Vector512.Log(value._values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Sqrt(Lanes value) => new(Vector512.Sqrt(value._values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Min(Lanes a, Lanes b) => new(Vector512.Min(a._values, b._values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Max(Lanes a, Lanes b) => new(Vector512.Max(a._values, b._values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes WhereLess(Lanes a, Lanes b, Lanes then, Lanes otherwise) =>
        new(Vector512.ConditionalSelect(Vector512.LessThan(a._values, b._values), then._values, otherwise._values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllLess(Lanes a, Lanes b) => Vector512.LessThanAll(a._values, b._values);
}
