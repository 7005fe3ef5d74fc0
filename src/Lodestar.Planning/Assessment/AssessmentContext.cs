// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
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
