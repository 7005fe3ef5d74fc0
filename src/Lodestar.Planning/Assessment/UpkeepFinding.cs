// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Units;

namespace Lodestar.Planning.Assessment;

/// <summary>Age of the inventory and of the target against their stated cycle.</summary>
internal static class UpkeepFinding
{
    public static Finding Of(AssessmentContext context)
    {
        var inventory = Upkeep.InventoryAge(context);
        var target = Upkeep.TargetAge(context);
        if (inventory is null && target is null)
        {
            return NotStatedFinding.Of(FindingTable.Of("upkeep"), context.Plan);
        }

        var asOf = Upkeep.AsOf(context);
        var year = Unit.Parse("yr");
        var stale = (asOf.InventoryStale ? 1 : 0) + (asOf.TargetStale ? 1 : 0);
        var known = (inventory is null ? 0 : 1) + (target is null ? 0 : 1);
        var verdict =
            stale == 0 && known == 2 ? Verdict.Met
            : stale == known ? Verdict.Unmet
            : Verdict.Partly;
        return new Finding("upkeep", verdict, Sentence(context, inventory, target), Rule(context))
        {
            Number = inventory is { } age ? new Quantity(age, year) : null,
            Threshold = new Quantity(Upkeep.InventoryCycle(context), year),
            Years = context.Totals?.LastYear is { } last ? EquatableList.Of(last) : EquatableList<int>.Empty,
            Inputs = Inputs(context).ToEquatableList(),
            Working = Working(context, inventory, target).ToEquatableList(),
        };
    }

    private static Message Sentence(AssessmentContext context, double? inventory, double? target)
    {
        var asOf = Upkeep.AsOf(context);
        var records = inventory is { } age
            ? Message.Of(
                asOf.InventoryStale ? "finding.upkeep.inventory-stale" : "finding.upkeep.inventory-fresh",
                ("year", asOf.InventoryYear!.Value),
                ("age", Whole(age)),
                ("cycle", Upkeep.InventoryCycle(context))
            )
            : Message.Of("finding.upkeep.inventory-none");
        var goals = target is { } years
            ? Message.Of(
                asOf.TargetStale ? "finding.upkeep.target-stale" : "finding.upkeep.target-fresh",
                ("date", context.Version!.StatedAs!),
                ("age", Whole(years)),
                ("cycle", Upkeep.TargetCycle(context))
            )
            : Message.Of(context.Version is null ? "finding.upkeep.target-none" : "finding.upkeep.target-undated");
        return Message.Of("finding.upkeep.sentence", ("records", records), ("goals", goals));
    }

    private static Message Rule(AssessmentContext context) =>
        Message.Of(
            "finding.upkeep.rule",
            ("inventory", Upkeep.InventoryCycle(context)),
            ("targets", Upkeep.TargetCycle(context))
        );

    private static IEnumerable<FindingInput> Inputs(AssessmentContext context)
    {
        if (context.Totals is not null)
        {
            yield return context.LastInventoryInput();
        }

        if (context.Version?.StatedAs is { } stated)
        {
            yield return context.TargetInput("input.stated", stated);
        }

        var cycles = context.Plan.Cycles;
        yield return Cycle(
            cycles.InventoryYears is null ? "input.cycle.inventory.default" : "input.cycle.inventory",
            cycles.InventoryYears,
            Upkeep.InventoryCycle(context)
        );
        yield return Cycle(
            cycles.TargetYears is null ? "input.cycle.targets.default" : "input.cycle.targets",
            cycles.TargetYears,
            Upkeep.TargetCycle(context)
        );
    }

    private static FindingInput Cycle(string label, double? stated, double cycle) =>
        new(
            Message.Of(label),
            new Quantity(cycle, Unit.Parse("yr")),
            stated is null ? Place.Folder : new Place("plan.yaml")
        );

    private static IEnumerable<WorkingStep> Working(AssessmentContext context, double? inventory, double? target)
    {
        if (inventory is { } age)
        {
            var end = new DateOnly(context.Totals!.LastYear!.Value, 12, 31);
            yield return new WorkingStep(
                Message.Of("working.age.inventory"),
                Message.Of("formula.dates", ("from", end), ("to", context.Date)),
                new Quantity(age, Unit.Parse("yr")),
                CycleNote(context.Plan.Cycles.InventoryYears, Upkeep.InventoryCycle(context))
            );
        }

        if (target is { } years)
        {
            yield return new WorkingStep(
                Message.Of("working.age.target"),
                Message.Of("formula.dates", ("from", context.Version!.StatedAs!), ("to", context.Date)),
                new Quantity(years, Unit.Parse("yr")),
                context.Version.StatedYearOnly
                    ? Message.Of("working.year-only", ("cycle", Upkeep.TargetCycle(context)))
                    : CycleNote(context.Plan.Cycles.TargetYears, Upkeep.TargetCycle(context))
            );
        }
    }

    private static Message CycleNote(double? stated, double cycle) =>
        Message.Of(stated is null ? "working.cycle.default" : "working.cycle.stated", ("cycle", cycle));

    internal static int Whole(double years) => (int)Math.Floor(years);
}
