// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Problems;

namespace Lodestar.Climate.Pathways;

/// <summary>What to take from an emissions file.</summary>
public sealed record EmissionsOptions
{
    /// <summary>
    /// The scenario to take, by its name or as "model/scenario"; null when the file has one alone.
    /// </summary>
    public string? Scenario { get; init; }

    /// <summary>The region that is the world.</summary>
    public string Region { get; init; } = "World";

    /// <summary>Calendar years of which at least one must be there; null for any.</summary>
    public (int First, int Last)? Asked { get; init; }
}

/// <summary>What was read from an emissions file.</summary>
/// <param name="Pathway">Null when there is an error.</param>
/// <param name="Problems">Errors and warnings in the order of the file.</param>
/// <param name="Rows">How each species was read, in the order of the file.</param>
/// <param name="PassedOver">Rows that are no species of their own.</param>
/// <param name="Scenarios">Names of all scenarios of the file, with the model where that is needed to tell them apart.</param>
public sealed record PathwayReading(
    Pathway? Pathway,
    IReadOnlyList<Problem> Problems,
    IReadOnlyList<SpeciesReading> Rows,
    IReadOnlyList<RowPassedOver> PassedOver,
    IReadOnlyList<string> Scenarios
);

/// <summary>How one species was read.</summary>
/// <param name="Species">Name in the calibration.</param>
/// <param name="Variable">Name in the file.</param>
/// <param name="Unit">Unit in the file.</param>
/// <param name="EmissionUnit">Unit of the species, into which values were multiplied by <paramref name="Factor"/>.</param>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="FirstYear">First calendar year with a value.</param>
/// <param name="LastYear">Last calendar year with a value.</param>
/// <param name="Given">How many years have a value; years between them were drawn on straight lines.</param>
public sealed record SpeciesReading(
    string Species,
    string Variable,
    string Unit,
    string EmissionUnit,
    double Factor,
    UnitStep Step,
    int Line,
    int FirstYear,
    int LastYear,
    int Given
)
{
    /// <summary>True for fossil or land-use CO2 that is the total less the other.</summary>
    public bool IsDerived { get; init; }
}

/// <summary>Why a row of an emissions file is no species of its own.</summary>
public enum PassedOverAs
{
    /// <summary>A sector of a species, or a total of species that have rows.</summary>
    Part,

    /// <summary>Several gases together, such as all HFCs in CO2-equivalents.</summary>
    Basket,

    /// <summary>Something other than emissions.</summary>
    Other,
}

/// <summary>A row that is no species of its own.</summary>
public sealed record RowPassedOver(string Variable, int Line, PassedOverAs As);
