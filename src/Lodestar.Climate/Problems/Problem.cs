// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Lodestar.Climate.Problems;

/// <summary>What can be wrong with a calibration folder or an emissions file.</summary>
public enum Fault
{
    FileMissing,
    FileEmpty,
    ColumnMissing,
    NotANumber,
    NotFinite,
    SpeciesUnknown,
    SpeciesTwice,
    SpeciesMissing,
    UnitUnknown,
    UnitOfCarbon,
    UnitOfNitrogen,
    UnitOfOtherSubstance,
    YearGap,
    YearsOutside,
    YearTwice,
    ConcentrationNotPositive,
    MembersDiffer,
    ParameterUnknown,
    ParameterOutOfRange,
    MixedSet,
    ScenarioUnclear,
    RegionUnclear,
    TooLarge,

    /// <summary>The substance of a unit may be weighed in two ways, such as "Mt NOx".</summary>
    UnitAmbiguous,

    /// <summary>Several gases weighed as one by a metric: no emulator can take them apart.</summary>
    UnitOfEquivalents,
    EmissionsNegative,

    /// <summary>The file names a substance that the calibration does not have.</summary>
    SpeciesNotModelled,

    /// <summary>Total CO2 without fossil or land-use CO2 beside it.</summary>
    CarbonDioxideNotSplit,

    /// <summary>A species covers fewer years than the others.</summary>
    YearsDiffer,

    /// <summary>No year, or not every year, of those that are asked for.</summary>
    YearsNotCovered,

    /// <summary>A row has more or fewer cells than the heading, or a quote is never closed.</summary>
    RowRagged,

    /// <summary>A file of a kind of which another was read; a warning.</summary>
    FilePassedOver,
    ColumnTwice,
    MemberTwice,

    /// <summary>No kind of species, or nothing that can drive one.</summary>
    KindUnknown,

    /// <summary>A history lacks a year.</summary>
    YearMissing,

    /// <summary>Natural forcing does not cover the history.</summary>
    ForcingTooShort,

    /// <summary>The scenarios of an emissions file do not share a past.</summary>
    NoCommonPast,

    /// <summary>Natural forcing differs between the scenarios of a file.</summary>
    ForcingDiffers,
}

/// <summary>
/// Something wrong in an input, with its place. <see cref="Values"/> fills the sentence of <see cref="Fault"/>.
/// </summary>
/// <param name="File">The file as the caller named it.</param>
/// <param name="Line">From 1; 0 when it concerns the file as a whole.</param>
/// <param name="Column">Of the table, counted in cells from 1; 0 when it concerns the line as a whole.</param>
public sealed record Problem(Fault Fault, string File, int Line = 0, int Column = 0)
{
    /// <summary>False for what is passed over with a warning.</summary>
    public bool IsError { get; init; } = true;

    /// <summary>The offending text; null when nothing stands there.</summary>
    public string? Text { get; init; }

    /// <summary>What the sentence needs: "species", "unit", "expected", "year", "first", "last", …</summary>
    public IReadOnlyDictionary<string, object> Values { get; init; } = new Dictionary<string, object>();

    /// <summary>What was meant most likely, best first.</summary>
    public IReadOnlyList<string> DidYouMean { get; init; } = [];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column} {Fault}");
}
