// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Budgets;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Projections;
using Lodestar.Planning.Targets;

namespace Lodestar.Planning.Assessment;

/// <summary>
/// What the lodestar test says of one plan on one date: a headline, the numbers that a page draws, and every finding.
/// It depends on the plan, the rule set and the date alone.
/// </summary>
public sealed record PlanAssessment(string PlanId, string PlanName, DateOnly Date, string RuleSet)
{
    /// <summary>Short sentences, in order: stale dates if any, then place, as of when and how much, what was promised, whether it holds.</summary>
    public required EquatableList<Message> Headline { get; init; }

    /// <summary>What the place is called, in each language.</summary>
    public LocalText Place { get; init; } = new(PlanName);

    /// <summary>The headline's own answer to "does it hold": the verdict of the pace finding.</summary>
    public required Verdict Holds { get; init; }

    public required AsOf AsOf { get; init; }

    /// <summary>Totals of the leading inventory on its boundary; null when no inventory could be read.</summary>
    public InventoryTotals? Totals { get; init; }

    /// <summary>The leading target's version in force; null when no target is stated.</summary>
    public TargetVersion? Target { get; init; }

    /// <summary>Null when no net-zero year and no published path is stated, or the inventory cannot carry it.</summary>
    public LongTermPath? Path { get; init; }

    /// <summary>The leading target's milestones in tonnes, by year, and the net-zero year as the last.</summary>
    public EquatableList<ResolvedMilestone> Milestones { get; init; } = EquatableList<ResolvedMilestone>.Empty;

    public PaceResult? Pace { get; init; }

    /// <summary>What is published of the years ahead, by scenario (WOM, WEM, WAM, LTS), in the unit of the totals.</summary>
    public EquatableList<ProjectionTotals> Projections { get; init; } = EquatableList<ProjectionTotals>.Empty;

    /// <summary>True when the plan's own model counts what the inventory counts, so that its scenarios may be held against the target.</summary>
    public bool IsModelled { get; init; }

    /// <summary>The model over the inventory in the last year that both have; null without a model.</summary>
    public double? ModelledShare { get; init; }

    /// <summary>What the place brings to a carbon budget, and what it lacks for one.</summary>
    public PlaceBudget? Budget { get; init; }

    /// <summary>All sixteen findings in the order of DESIGN §5.</summary>
    public required EquatableList<Finding> Findings { get; init; }

    /// <summary>Doubts about the numbers themselves: plausibility of inventory and targets.</summary>
    public EquatableList<Diagnostic> Doubts { get; init; } = EquatableList<Diagnostic>.Empty;

    public Finding FindingOf(string id) => Findings.First(f => f.Id == id);
}

/// <summary>The dates every headline carries, and whether they are older than the stated (or default) cycle.</summary>
/// <param name="TargetStated">"2021-06-15", or "2021" where only the year is known.</param>
public sealed record AsOf(int? InventoryYear, string? TargetStated, bool InventoryStale, bool TargetStale);
