// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Budgets;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Projections;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Planning.Assessment;

/// <summary>What every finding reads: worked out once for a plan and a date.</summary>
internal sealed record AssessmentContext(Plan Plan, DateOnly Date, RuleSet Rules)
{
    public InventoryRecord? Inventory { get; init; }

    /// <summary>The leading inventory on its boundary, all sectors.</summary>
    public InventoryTotals? Totals { get; init; }

    public Target? Target { get; init; }

    public TargetVersion? Version { get; init; }

    /// <summary>Null without an inventory or without a target.</summary>
    public TargetLevels? Levels { get; init; }

    public PaceResult? Pace { get; init; }

    /// <summary>
    /// True when the target covers everything the inventory counts, so that a projection of the whole may be held
    /// against its path.
    /// </summary>
    public bool CoversAll => Levels is { } levels && Totals is { } totals && Assessor.CoversAll(levels.Covered, totals);

    /// <summary>What is published for WOM, WEM, WAM and LTS, in the unit of the totals; scenarios of nobody's are absent.</summary>
    public IReadOnlyList<ProjectionTotals> Projections { get; init; } = [];

    /// <summary>The plan's own model beside the inventory; null when it has none.</summary>
    public ModelledPlan? Modelled { get; init; }

    /// <summary>What is projected with existing measures, as published, else as the plan's own model has it; null without either.</summary>
    public ProjectionTotals? Existing => Projected(ProjectionScenario.WEM);

    /// <summary>What is projected with additional measures.</summary>
    public ProjectionTotals? Additional => Projected(ProjectionScenario.WAM);

    /// <summary>What the place brings to a carbon budget; set by the assessor once the rest is known.</summary>
    public PlaceBudget? Budget { get; init; }

    /// <summary>The same with the measures of the model among those that are reported, each with the effect computed for it.</summary>
    public AssessmentContext WithModelledMeasures() =>
        Modelled is { Fits: true } modelled
            ? this with
            {
                Plan = Plan with { Measures = modelled.Measures(Plan) },
            }
            : this;

    private ProjectionTotals? Projected(ProjectionScenario scenario) =>
        Projections.FirstOrDefault(p => p.Scenario == scenario) ?? Modelled?.Projection(scenario);

    public Quantity Amount(double amount) => new(amount, (Levels?.Covered ?? Totals!).Unit);

    public Place TargetPlace => Version?.Place ?? new Place("targets.yaml");

    public FindingInput LastInventoryInput()
    {
        var (totals, inventory) = (Totals!, Inventory!);
        var year = totals.LastYear!.Value;
        return new FindingInput(
            Message.Of("input.inventory", ("year", year)),
            new Quantity(totals[year].Amount!.Value, totals.Unit),
            new Place(inventory.File),
            inventory.Source
        );
    }

    public FindingInput TargetInput(string label, object value, Place? place = null) =>
        new(Message.Of(label), value, place ?? TargetPlace, Version?.Source);
}
