// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Storage.Index;

/// <summary>What lists, search and comparison read: one row a plan, from its current revision.</summary>
public sealed record PlanSummary(string PlanId, string Name, string RevisionId)
{
    public string? Country { get; init; }
    public string? Kind { get; init; }
    public int? InventoryYear { get; init; }

    /// <summary>Total of the leading inventory in its last year, in tonnes of <see cref="Gas"/>.</summary>
    public double? Tonnes { get; init; }

    /// <summary>"CO2" or "CO2e".</summary>
    public string? Gas { get; init; }
    public double? TonnesPerPerson { get; init; }
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

public readonly record struct YearTonnes(int Year, double Tonnes);
