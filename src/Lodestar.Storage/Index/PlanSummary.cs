// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Alliances;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Control;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Framework;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Peers;
using Lodestar.Planning.Series;

namespace Lodestar.Storage.Index;

/// <summary>What lists, search and comparison read: one row a plan, from its current revision.</summary>
public sealed record PlanSummary(string PlanId, string Name, string RevisionId)
{
    public string? Country { get; init; }
    public string? Kind { get; init; }

    /// <summary>ISO 3166-1 code of the country it is or lies in, where <see cref="Country"/> is one.</summary>
    public string? Alpha2 { get; init; }

    /// <summary>Names by language, other than <see cref="Name"/>.</summary>
    public EquatableList<LocalName> Names { get; init; } = EquatableList<LocalName>.Empty;

    public EquatableList<PlaceCode> Codes { get; init; } = EquatableList<PlaceCode>.Empty;

    /// <summary>Places it lies in, other than its country, with dates.</summary>
    public EquatableList<Parent> Parents { get; init; } = EquatableList<Parent>.Empty;

    /// <summary>People in <see cref="PopulationYear"/>, the last one stated.</summary>
    public double? Population { get; init; }
    public int? PopulationYear { get; init; }

    /// <summary>Square kilometres.</summary>
    public double? AreaKm2 { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }

    public int? InventoryYear { get; init; }

    /// <summary>Total of the leading inventory in its last year, in tonnes of <see cref="Gas"/>.</summary>
    public double? Tonnes { get; init; }

    /// <summary>"CO2" or "CO2e".</summary>
    public string? Gas { get; init; }
    public double? TonnesPerPerson { get; init; }

    /// <summary>What the total includes; null without an inventory.</summary>
    public Boundary? Boundary { get; init; }

    /// <summary>Gases the leading inventory says it holds.</summary>
    public EquatableList<string> Gases { get; init; } = EquatableList<string>.Empty;

    /// <summary>The metric that joined gases to CO2e; null where nothing was joined.</summary>
    public string? GwpSet { get; init; }

    /// <summary>Who published the leading inventory, in words; null when not stated.</summary>
    public string? Publisher { get; init; }

    /// <summary>The leading inventory's source, with edition; null when not stated.</summary>
    public string? SourceTitle { get; init; }

    /// <summary>Base year of the leading target, else of the plan; null when not stated.</summary>
    public int? BaseYear { get; init; }

    /// <summary>The inventory's total in <see cref="BaseYear"/>, in tonnes; null where it has none to compare.</summary>
    public double? BaseTonnes { get; init; }

    /// <summary>Whether any target is stated.</summary>
    public bool HasTarget { get; init; }
    public int? NetZeroYear { get; init; }
    public Verdict Holds { get; init; }
    public int Errors { get; init; }
    public int Warnings { get; init; }

    /// <summary>The day the verdict was taken on: it can change by itself as time passes.</summary>
    public DateOnly AsOf { get; init; }

    /// <summary>Milestones of the leading target in tonnes, the net-zero year last.</summary>
    public EquatableList<YearTonnes> Milestones { get; init; } = EquatableList<YearTonnes>.Empty;

    /// <summary>What is emitted inside the place by the leading inventory: the part that may be added to other places'.</summary>
    public ScopeOne ScopeOne { get; init; } = ScopeOne.None;

    /// <summary>
    /// What the leading target promises, in tonnes of <see cref="Gas"/>: its published yearly path, else the last inventory,
    /// the milestones ahead and the zero year, with straight lines between; empty where neither stands.
    /// </summary>
    public EquatableList<YearTonnes> Path { get; init; } = EquatableList<YearTonnes>.Empty;

    /// <summary>What likeness to other places is measured by.</summary>
    public PeerFacts Facts { get; init; } = new();

    public EquatableList<ClaimRow> Claims { get; init; } = EquatableList<ClaimRow>.Empty;

    /// <summary>Every finding's verdict, in the order of the test.</summary>
    public EquatableList<FindingRow> Findings { get; init; } = EquatableList<FindingRow>.Empty;
    public EquatableList<AskRow> Asks { get; init; } = EquatableList<AskRow>.Empty;

    /// <summary>What it has taken over from the library, each measure and practice once.</summary>
    public EquatableList<AdoptedRow> Adopted { get; init; } = EquatableList<AdoptedRow>.Empty;

    /// <summary>Yearly totals in tonnes for a small chart; years without a number are absent.</summary>
    public EquatableList<YearTonnes> Years { get; init; } = EquatableList<YearTonnes>.Empty;
}

/// <summary>What a plan claims of one action of a framework.</summary>
/// <param name="Framework">"net-zero-climate-action@1".</param>
public sealed record ClaimRow(string Framework, string Action, ActionStatus Status);

/// <summary>That a plan has taken over a measure of the library.</summary>
/// <param name="Measure">Id of the measure of the library.</param>
/// <param name="Practice">Id of the good practice it came by; null where it came by none.</param>
/// <param name="Begins">The year in which it begins in the plan; null when not stated.</param>
public sealed record AdoptedRow(string Measure, string? Practice, int? Begins);

/// <summary>The verdict of one finding of the lodestar test.</summary>
public sealed record FindingRow(string Id, Verdict Verdict);

/// <summary>An ask of a plan, as the sums over an alliance read it.</summary>
public sealed record AskRow(string Id, string Title)
{
    public string? Addressee { get; init; }
    public ControlLevel Level { get; init; }
    public string? AddresseePlace { get; init; }
    public AskInstrument Instrument { get; init; }
    public AskStatus Status { get; init; }
    public EquatableList<string> Measures { get; init; } = EquatableList<string>.Empty;
    public EquatableList<string> Sectors { get; init; } = EquatableList<string>.Empty;
    public EquatableList<string> Allies { get; init; } = EquatableList<string>.Empty;

    /// <summary>Tonnes of CO2e that would be unlocked, by year; CO2 counts one to one.</summary>
    public EquatableList<YearTonnes> Unlocks { get; init; } = EquatableList<YearTonnes>.Empty;
    public ValueKind Kind { get; init; }
}

/// <summary>A year's tonnes, and the same per person where the population of that year is stated.</summary>
public readonly record struct YearTonnes(int Year, double Tonnes, double? PerPerson = null);
