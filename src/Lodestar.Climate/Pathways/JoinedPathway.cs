// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Problems;

namespace Lodestar.Climate.Pathways;

/// <summary>A pathway that follows a calibration's history without a step, with every species that it needs.</summary>
/// <param name="Whole">History and future in one, from the first historical year to the last year asked for.</param>
/// <param name="Joins">One a species, in the order of the calibration.</param>
public sealed record JoinedPathway(Pathway Whole, IReadOnlyList<SpeciesJoin> Joins)
{
    /// <summary>Species that came from the background.</summary>
    public IEnumerable<SpeciesJoin> Filled => Joins.Where(j => j.Source == JoinSource.Background);

    /// <summary>Species of the pathway that were moved to meet history.</summary>
    public IEnumerable<SpeciesJoin> Harmonised =>
        Joins.Where(j => j.Source == JoinSource.Own && j.Method.Kind != HarmonisationKind.None);
}

/// <summary>Where a species' emissions after history come from.</summary>
public enum JoinSource
{
    Own,
    Background,
}

/// <summary>How one species went on from history.</summary>
/// <param name="Historical">Emissions in the last historical year, in <paramref name="Unit"/>.</param>
/// <param name="Own">What the pathway, or the background, says of that year; NaN when it starts later.</param>
/// <param name="HeldFrom">The year whose value holds to the end, where the pathway ends early; null otherwise.</param>
public sealed record SpeciesJoin(
    string Species,
    string Unit,
    JoinSource Source,
    Harmonisation Method,
    double Historical,
    double Own,
    int? HeldFrom
)
{
    /// <summary>The factor of the first year after history; NaN without one.</summary>
    public double Ratio =>
        Method.Kind is HarmonisationKind.ConstantRatio or HarmonisationKind.ReduceRatio ? Historical / Own : double.NaN;

    /// <summary>What is added in the last historical year; NaN when the method is no offset.</summary>
    public double Offset => Method.Kind == HarmonisationKind.ReduceOffset ? Historical - Own : double.NaN;
}

/// <summary>What to do when a pathway ends before the year that is asked for.</summary>
public enum PastTheEnd
{
    Refuse,

    /// <summary>The last value holds.</summary>
    Hold,
}

/// <summary>How to join a pathway to history.</summary>
public sealed record JoinOptions
{
    /// <summary>The last calendar year of emissions.</summary>
    public int LastYear { get; init; } = 2100;

    public PastTheEnd PastTheEnd { get; init; }

    /// <summary>Name of the pathway for problems.</summary>
    public string File { get; init; } = "";
}

/// <summary>What came of joining.</summary>
/// <param name="Joined">Null when a problem is an error.</param>
public sealed record JoinReading(JoinedPathway? Joined, IReadOnlyList<Problem> Problems);
