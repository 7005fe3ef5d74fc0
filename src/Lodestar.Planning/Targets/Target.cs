// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Series;
using Lodestar.Units;

namespace Lodestar.Planning.Targets;

/// <summary>A goal with its history: every version ever stated, the newest one in force unless it says otherwise.</summary>
public sealed record Target(string Id, EquatableList<TargetVersion> Versions)
{
    public string? Title { get; init; }

    /// <summary>The version in force on a date: the latest stated on or before it; null when none was.</summary>
    public TargetVersion? InForce(DateOnly date) =>
        Versions
            .Where(v => v.Stated is null || v.Stated <= date)
            .OrderBy(v => v.Stated ?? DateOnly.MinValue)
            .LastOrDefault();
}

/// <summary>How firmly a target is stated, weak to strong (Net Zero Tracker's ladder).</summary>
public enum LegalForm
{
    NotStated = 0,
    Proposed,
    Pledge,
    PolicyDocument,
    Law,
}

/// <summary>How a target's numbers are written.</summary>
public enum TargetKind
{
    /// <summary>A cut against the emissions of a base year.</summary>
    BaseYear,

    /// <summary>A level in tonnes.</summary>
    FixedLevel,
}

/// <summary>Yes, no, in part, or nothing said; never a boolean, since silence is not a no.</summary>
public enum Stated
{
    NotStated = 0,
    Yes,
    Partly,
    No,
}

/// <summary>One dated statement of a target. It is never overwritten: a change is a new version with its reason.</summary>
public sealed record TargetVersion(string Id, TargetKind Kind, Place Place)
{
    public string? Title { get; init; }

    /// <summary>The day it was adopted or announced; the last day of the year where only the year is known.</summary>
    public DateOnly? Stated { get; init; }

    /// <summary>True when only the year of <see cref="Stated"/> is known, and only the year may be shown.</summary>
    public bool StatedYearOnly { get; init; }

    /// <summary>The date as far as it is known: a <see cref="DateOnly"/>, or the year; null when not stated.</summary>
    public object? StatedAs => Stated is { } date ? (StatedYearOnly ? date.Year : date) : null;

    /// <summary>The same as data files write it: "2021-06-15" or "2021".</summary>
    public string? StatedText => Stated?.ToString(StatedYearOnly ? "yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public LegalForm Form { get; init; }

    /// <summary>Base year of a <see cref="TargetKind.BaseYear"/> target; falls back to the plan's.</summary>
    public int? BaseYear { get; init; }

    /// <summary>The base-year emissions as the target's own document states them; else the inventory's.</summary>
    public Quantity? BaseLevel { get; init; }

    /// <summary>Id of the inventory it is read against; null means the plan's first.</summary>
    public string? Inventory { get; init; }

    public TargetScope Scope { get; init; } = new();

    /// <summary>In ascending order of year.</summary>
    public EquatableList<Milestone> Milestones { get; init; } = EquatableList<Milestone>.Empty;

    public int? NetZeroYear { get; init; }

    /// <summary>What may still be emitted in the net-zero year and be balanced by removals or credits; null when not stated.</summary>
    public Level? Residual { get; init; }

    /// <summary>The published yearly long-term path in mass; null when none is published.</summary>
    public YearSeries? Path { get; init; }

    /// <summary>Stated review cycle in years; null when not stated.</summary>
    public double? ReviewYears { get; init; }

    public Stated IndependentOversight { get; init; }

    /// <summary>Why this version replaced the one before.</summary>
    public string? Reason { get; init; }

    public string? Source { get; init; }
}

/// <summary>What a target covers, each part stated or not.</summary>
public sealed record TargetScope
{
    /// <summary>Sectors and sub-sectors covered ("I", "II.1"); null when not stated; "all" reads as every sector.</summary>
    public EquatableList<string>? Sectors { get; init; }

    /// <summary>Gases covered; null when not stated.</summary>
    public EquatableList<string>? Gases { get; init; }

    /// <summary>Scopes covered (1, 2, 3); null when not stated.</summary>
    public EquatableList<int>? Scopes { get; init; }

    public Stated InternationalTransport { get; init; }

    /// <summary>Whether credits from elsewhere may count.</summary>
    public Stated Credits { get; init; }

    /// <summary>Whether removals are a target of their own.</summary>
    public Stated SeparateRemovals { get; init; }
}

/// <summary>A stated stop on the way: in this year, this level.</summary>
public sealed record Milestone(string Id, int Year, Level Level, Place Place)
{
    public string? Source { get; init; }
}

/// <summary>An amount of yearly emissions, either in mass or as a cut against the base year.</summary>
public abstract record Level
{
    private Level() { }

    /// <summary>So many tonnes.</summary>
    public sealed record Fixed(Quantity Amount) : Level;

    /// <summary>The base year less this share of it: 0.3 is "30 % below". May exceed 1 where removals outweigh emissions.</summary>
    public sealed record Cut(double Share) : Level;
}
