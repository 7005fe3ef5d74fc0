// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Control;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Series;

namespace Lodestar.Planning.Measures;

/// <summary>How far a measure has come, weak to strong, as the UNFCCC's tables name it.</summary>
public enum MeasureStatus
{
    NotStated = 0,
    Planned,
    Adopted,
    Implemented,
    Ended,
}

/// <summary>A policy or measure with the effect that its publisher reports for it: nothing of it is computed here.</summary>
public sealed record ReportedMeasure(string Id, string Title, Place Place)
{
    public MeasureStatus Status { get; init; }

    /// <summary>Categories it acts on ("II.1", "crt:1.A.3"); empty when not stated.</summary>
    public EquatableList<string> Sectors { get; init; } = EquatableList<string>.Empty;

    public EquatableList<string> Gases { get; init; } = EquatableList<string>.Empty;

    /// <summary>Regulation, tax, information, …, as the publisher names it.</summary>
    public string? Instrument { get; init; }

    /// <summary>Who decides on it.</summary>
    public string? Controller { get; init; }

    /// <summary>Powers it needs; empty when not stated.</summary>
    public EquatableList<PowerRequirement> Requires { get; init; } = EquatableList<PowerRequirement>.Empty;

    public int? StartYear { get; init; }
    public int? EndYear { get; init; }

    /// <summary>Emissions avoided by year against <see cref="Against"/>, in mass; positive is a cut. Null when not stated.</summary>
    public YearSeries? Effect { get; init; }

    /// <summary>Whether the effect is the plan's own model's: a share of what all measures do together, so that effects add up.</summary>
    public bool IsComputed { get; init; }

    /// <summary>The scenario that the effect is counted against: "WOM", "WEM"; null when not stated.</summary>
    public string? Against { get; init; }

    public string? Description { get; init; }
    public string? Source { get; init; }

    /// <summary>Where it was taken over from; null for one of the plan's own.</summary>
    public AdoptedFrom? AdoptedFrom { get; init; }
}

/// <summary>That a measure of a plan was taken over from the library.</summary>
/// <param name="Measure">Id of the measure of the library.</param>
/// <param name="Practice">Id of the good practice it came by; null where it came by none.</param>
public sealed record AdoptedFrom(string Measure, string? Practice)
{
    /// <summary>Share that it was taken to cut of what it targets; null where the model alone says.</summary>
    public double? Effect { get; init; }

    /// <summary>Share of the variables it acts on that it was taken to reach.</summary>
    public double? Reach { get; init; }
}
