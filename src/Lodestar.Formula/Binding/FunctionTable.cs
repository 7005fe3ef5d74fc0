// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Lodestar.Formula.Binding;

/// <summary>The functions of the language. The binder, the suggestions and the reference page read this one table.</summary>
public static class FunctionTable
{
    /// <summary>Every function, by kind and then by name.</summary>
    public static ImmutableArray<FunctionEntry> All { get; } =
    [
        new("abs", "abs(x)", 1, 1, FunctionKind.Arithmetic, "The value without its sign."),
        new(
            "clamp",
            "clamp(x, low, high)",
            3,
            3,
            FunctionKind.Arithmetic,
            "x, but no less than low and no more than high."
        ),
        new("exp", "exp(x)", 1, 1, FunctionKind.Arithmetic, "e to the power of a pure number."),
        new("floor", "floor(x)", 1, 1, FunctionKind.Arithmetic, "The greatest whole number not above a pure number."),
        new("log", "log(x)", 1, 1, FunctionKind.Arithmetic, "The natural logarithm of a pure number."),
        new("logistic", "logistic(x)", 1, 1, FunctionKind.Arithmetic, "1 / (1 + exp(-x)) of a pure number."),
        new(
            "max",
            "max(a, b, …) or max(x over axis)",
            1,
            16,
            FunctionKind.Arithmetic,
            "The greatest of several values, or over an axis or over all years.",
            true
        ),
        new(
            "min",
            "min(a, b, …) or min(x over axis)",
            1,
            16,
            FunctionKind.Arithmetic,
            "The least of several values, or over an axis or over all years.",
            true
        ),
        new("pow", "pow(x, y)", 2, 2, FunctionKind.Arithmetic, "x to the power of y; the same as x ^ y."),
        new("sqrt", "sqrt(x)", 1, 1, FunctionKind.Arithmetic, "The square root of a pure number."),
        new(
            "all",
            "all(condition over axis)",
            1,
            1,
            FunctionKind.Axes,
            "1 where the condition holds for every label.",
            true
        ),
        new(
            "allocate",
            "allocate(x over axis by weights)",
            1,
            1,
            FunctionKind.Axes,
            "A total shared out over an axis in proportion to weights.",
            true
        ),
        new(
            "any",
            "any(condition over axis)",
            1,
            1,
            FunctionKind.Axes,
            "1 where the condition holds for some label.",
            true
        ),
        new(
            "mean",
            "mean(x over axis by weights)",
            1,
            1,
            FunctionKind.Axes,
            "The mean over an axis, weighted; without weights every label counts alike.",
            true
        ),
        new(
            "share",
            "share(x over axis)",
            1,
            1,
            FunctionKind.Axes,
            "Each value as a share of their sum over an axis; shares close to one.",
            true
        ),
        new(
            "sum",
            "sum(x over axis where condition)",
            1,
            1,
            FunctionKind.Axes,
            "The sum over axes, or over all years.",
            true
        ),
        new("at", "at(x, year)", 2, 2, FunctionKind.Time, "The value in one year; x[2030] is the same."),
        new(
            "cumulate",
            "cumulate(x)",
            1,
            1,
            FunctionKind.Time,
            "The sum of a yearly flow from the first year to this one."
        ),
        new(
            "discount",
            "discount(rate, year)",
            1,
            2,
            FunctionKind.Time,
            "(1 + rate) to the power of the years from this one to a base year, the first year if none is given."
        ),
        new(
            "grow",
            "grow(rate, year)",
            1,
            2,
            FunctionKind.Time,
            "(1 + rate) to the power of the years since a base year, the first year if none is given."
        ),
        new(
            "npv",
            "npv(x, rate, year)",
            2,
            3,
            FunctionKind.Time,
            "The sum over all years of a yearly flow, discounted to a base year."
        ),
        new(
            "previous",
            "previous(x, before)",
            1,
            2,
            FunctionKind.Time,
            "The value of the year before; in the first year what is given as before."
        ),
        new(
            "ramp",
            "ramp(from, to)",
            2,
            2,
            FunctionKind.Time,
            "0 until a year, 1 from another on, a straight line between."
        ),
        new(
            "s_curve",
            "s_curve(from, to)",
            2,
            2,
            FunctionKind.Time,
            "0 until a year, 1 from another on, 3 u² − 2 u³ between."
        ),
        new("step", "step(year)", 1, 1, FunctionKind.Time, "0 before a year, 1 from it on."),
        new(
            "co2e",
            "co2e(x, AR5)",
            2,
            2,
            FunctionKind.Gases,
            "A mass of gas as CO2 equivalent, by the potentials of a set: SAR, AR4, AR5, AR6."
        ),
    ];

    private static readonly FrozenDictionary<string, FunctionEntry> ByName = All.ToFrozenDictionary(
        f => f.Name,
        StringComparer.Ordinal
    );

    /// <summary>Finds a function.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Null when there is none.</returns>
    public static FunctionEntry? Find(string name) => ByName.GetValueOrDefault(name);
}

/// <summary>What a function is about.</summary>
public enum FunctionKind
{
    /// <summary>Values cell by cell.</summary>
    Arithmetic,

    /// <summary>Values over axes.</summary>
    Axes,

    /// <summary>Values over years.</summary>
    Time,

    /// <summary>Masses of gases.</summary>
    Gases,
}

/// <summary>One function of the language.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Least">The fewest values it takes.</param>
/// <param name="Most">The most values it takes.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Meaning">What it gives.</param>
/// <param name="TakesOver">Whether axes may follow "over".</param>
public sealed record FunctionEntry(
    string Name,
    string Form,
    int Least,
    int Most,
    FunctionKind Kind,
    string Meaning,
    bool TakesOver = false
);
