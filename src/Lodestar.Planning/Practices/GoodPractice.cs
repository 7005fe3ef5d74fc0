// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Library;
using Lodestar.Planning.Measures;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Practices;

/// <summary>What became of a practice since.</summary>
public enum PracticeStatus
{
    NotStated = 0,
    InForce,
    Changed,
    Ended,
}

/// <summary>Something that a place did and that others may learn from.</summary>
public sealed record GoodPractice(string Id, LocalText Title)
{
    /// <summary>What was done, in a few sentences of the project's own.</summary>
    public required LocalText What { get; init; }

    /// <summary>
    /// The places that did it: ISO 3166-1 alpha-2 codes for countries ("CL"), ids of the gazetteer for others
    /// ("copenhagen"); empty for a practice of no one place.
    /// </summary>
    public EquatableList<string> Places { get; init; } = EquatableList<string>.Empty;

    /// <summary>Areas of the Coalition's framework, by id.</summary>
    public EquatableList<string> Areas { get; init; } = EquatableList<string>.Empty;

    /// <summary>Actions of that framework it is an example of, by id.</summary>
    public EquatableList<string> Actions { get; init; } = EquatableList<string>.Empty;

    /// <summary>Sectors of emissions ("I", "II"), of the GPC; empty for a practice across all.</summary>
    public EquatableList<string> Sectors { get; init; } = EquatableList<string>.Empty;

    public int? FromYear { get; init; }
    public int? ToYear { get; init; }

    /// <summary>As of <see cref="Citation.AsOf"/>.</summary>
    public PracticeStatus Status { get; init; }

    /// <summary>What changed, or why it ended.</summary>
    public LocalText? StatusNote { get; init; }

    public EquatableList<PracticeNumber> Numbers { get; init; } = EquatableList<PracticeNumber>.Empty;

    /// <summary>The measure of the library that it is an example of; null where it is of none.</summary>
    public CarriedMeasure? Measure { get; init; }

    public EquatableList<Evidence> Evidence { get; init; } = EquatableList<Evidence>.Empty;

    public required Citation Citation { get; init; }
}

/// <summary>A number that a practice is known by.</summary>
/// <param name="What">What is counted: "Gas use against the forecast".</param>
/// <param name="Unit">As a reader reads it: "%", "GWh", "organisations".</param>
public sealed record PracticeNumber(LocalText What, double Value, LocalText Unit)
{
    /// <summary>The upper end, where a range is stated.</summary>
    public double? UpTo { get; init; }
    public int? Year { get; init; }

    /// <summary>True when only "at least" is stated.</summary>
    public bool AtLeast { get; init; }

    /// <summary>Observed, or expected by those who did it.</summary>
    public NumberKind Kind { get; init; }

    public required Citation Citation { get; init; }
}

public enum NumberKind
{
    NotStated = 0,
    Observed,
    Expected,
    Goal,
}
