// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Planning.Alliances;

/// <summary>Why a place adds nothing to what is counted in a year.</summary>
public enum MissingReason
{
    NoInventory = 0,
    BoundaryNotStated,
    ScopeOpen,

    /// <summary>It is known for other years.</summary>
    OtherYears,

    /// <summary>Only carbon dioxide is counted.</summary>
    CO2Only,

    /// <summary>Gases were joined by another metric.</summary>
    OtherGwpSet,

    /// <summary>The inventory does not tell this gas from others.</summary>
    GasNotStated,

    /// <summary>No target with a path is stated.</summary>
    NoPath,

    /// <summary>The path is stated in the other of CO2 and CO2e.</summary>
    OtherUnit,
}

/// <summary>A place whose figure of a year is not known.</summary>
/// <param name="AtMost">What it adds to the upper end, in tonnes; null when nothing is known of it.</param>
public sealed record MissingPlace(string Code, MissingReason Reason, double? AtMost)
{
    /// <summary>What it takes from the lower end, in tonnes, zero or below: land that takes up more than is emitted.</summary>
    public double AtLeast { get; init; }
}

/// <summary>A year of a sum over places, in tonnes.</summary>
/// <param name="Counted">The sum of what is known; null when nothing is.</param>
/// <param name="Low">With every missing place at its least: zero unless its land may take up more than is emitted.</param>
/// <param name="High">With every missing place at its most; null when that is not known of one of them.</param>
/// <param name="Places">How many places are counted.</param>
/// <param name="Missing">By code.</param>
public sealed record WholeYear(
    int Year,
    double? Counted,
    double Low,
    double? High,
    int Places,
    EquatableList<MissingPlace> Missing
);

/// <summary>A sum over places of one gas.</summary>
/// <param name="Gas">"CO2e" in t CO2e, "CO2" in t CO2, "CH4", "N2O" and "F-gases" in t CO2e.</param>
public sealed record WholeGas(string Gas, EquatableList<WholeYear> Years)
{
    public WholeYear? this[int year] =>
        Years.Count > 0 && year >= Years[0].Year && year <= Years[^1].Year ? Years[year - Years[0].Year] : null;

    /// <summary>The last year in which as many places are counted as in any; null without years.</summary>
    public WholeYear? Fullest => Years.Where(y => y.Counted is not null).MaxBy(y => (y.Places, y.Year));
}

/// <summary>What is emitted inside a set of places, overlap removed.</summary>
/// <param name="GwpSet">The one metric that amounts in CO2e are in; null when no place joined gases.</param>
/// <param name="Places">The places summed, each once, by code.</param>
/// <param name="Inside">Those that lie wholly inside others of them in the last year, and so add nothing.</param>
public sealed record WholeTotals(
    string? GwpSet,
    EquatableList<PlaceFacts> Places,
    EquatableList<string> Inside,
    EquatableList<WholeGas> Gases
)
{
    /// <summary>As totals are listed: everything, then each gas.</summary>
    public static IReadOnlyList<string> GasNames { get; } = ["CO2e", "CO2", "CH4", "N2O", "F-gases"];

    public WholeGas? Find(string gas) => Gases.FirstOrDefault(g => g.Gas == gas);

    /// <summary>
    /// What headlines are about: all gases where four of five places counted in CO2 are counted in CO2e too, else CO2; null
    /// when nothing is counted.
    /// </summary>
    public WholeGas? Main =>
        (Find("CO2e"), Find("CO2")) is var (all, co2)
        && all?.Fullest is { } full
        && full.Places >= MostInAll * (co2?.Fullest?.Places ?? 0)
            ? all
        : co2?.Fullest is null ? null
        : co2;

    private const double MostInAll = 0.8;
}
