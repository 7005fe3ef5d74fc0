// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Jurisdictions;

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

    /// <summary>Yearly totals in tonnes for a small chart; years without a number are absent.</summary>
    public EquatableList<YearTonnes> Years { get; init; } = EquatableList<YearTonnes>.Empty;
}

/// <summary>A year's tonnes, and the same per person where the population of that year is stated.</summary>
public readonly record struct YearTonnes(int Year, double Tonnes, double? PerPerson = null);
