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

    /// <summary>
    /// Id of the target that this one is another source's account of; the two stand side by side and are never merged.
    /// Null for a goal of its own.
    /// </summary>
    public string? AccountOf { get; init; }

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

    /// <summary>Reached, by the place's own word.</summary>
    Achieved,

    /// <summary>Reached, and confirmed by somebody independent.</summary>
    AchievedValidated,
}

/// <summary>How a target's numbers are written.</summary>
public enum TargetKind
{
    /// <summary>A cut against the emissions of a base year.</summary>
    BaseYear,

    /// <summary>A level in tonnes.</summary>
    FixedLevel,

    /// <summary>Emissions per real GDP or per person: cuts are against the base year's intensity.</summary>
    Intensity,

    /// <summary>A cut below the baseline (business as usual) of the same year.</summary>
    BelowBaseline,

    /// <summary>A cumulative amount over a period, with its account.</summary>
    Budget,
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

    /// <summary>For <see cref="TargetKind.Intensity"/>: what emissions are divided by; null when not stated.</summary>
    public IntensityBasis? IntensityBasis { get; init; }

    /// <summary>For <see cref="TargetKind.Intensity"/>: the base year's intensity as its document has it; else worked out.</summary>
    public Quantity? BaseIntensity { get; init; }

    /// <summary>For <see cref="TargetKind.BelowBaseline"/>: stated business-as-usual emissions by year, in mass.</summary>
    public YearSeries? Baseline { get; init; }

    /// <summary>For <see cref="TargetKind.Budget"/>; null for the other kinds.</summary>
    public CumulativeBudget? Budget { get; init; }

    /// <summary>In ascending order of year.</summary>
    public EquatableList<Milestone> Milestones { get; init; } = EquatableList<Milestone>.Empty;

    public int? NetZeroYear { get; init; }

    /// <summary>What may still be emitted in the net-zero year and be balanced by removals or credits; null when not stated.</summary>
    public Level? Residual { get; init; }

    /// <summary>Removals planned for the net-zero year, in mass, positive; null when not stated.</summary>
    public Quantity? Removals { get; init; }

    /// <summary>Credits from elsewhere and their terms.</summary>
    public CreditTerms Credits { get; init; } = new();

    /// <summary>What else is stated about its quality, in the fields that rule sets read.</summary>
    public TargetStatements Statements { get; init; } = new();

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

    public Stated InternationalAviation { get; init; }

    public Stated InternationalShipping { get; init; }

    public Stated TerritorialEmissions { get; init; }

    public Stated ConsumptionEmissions { get; init; }
}

/// <summary>A stated stop on the way: in this year, this level.</summary>
public sealed record Milestone(string Id, int Year, Level Level, Place Place)
{
    public string? Source { get; init; }

    /// <summary>The deeper level that holds if <see cref="Condition"/> is met; null when there is no conditional part.</summary>
    public Level? Conditional { get; init; }

    /// <summary>What the conditional part hangs on, in the document's sense.</summary>
    public string? Condition { get; init; }
}

/// <summary>An amount of yearly emissions, either in mass or as a cut against the base year.</summary>
public abstract record Level
{
    private Level() { }

    /// <summary>So many tonnes.</summary>
    public sealed record Fixed(Quantity Amount) : Level;

    /// <summary>
    /// The target's reference less this share of it: 0.3 is "30 % below". The reference is the base year's emissions or
    /// intensity, or the baseline of the same year, as the target's kind says. May exceed 1 where removals outweigh emissions.
    /// </summary>
    public sealed record Cut(double Share) : Level;

    /// <summary>Emissions per real GDP ("t CO2e/MUSD_2017") or per person ("t CO2e/person").</summary>
    public sealed record PerUnit(Quantity Amount) : Level;
}
