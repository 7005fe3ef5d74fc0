// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Targets;

namespace Lodestar.Planning.Assessment;

/// <summary>The lodestar test (DESIGN §5): does what the place does add up to what it promised?</summary>
public static class Assessor
{
    /// <summary>Assesses a plan on a date. Never throws on what a plan states: what is missing yields "not stated".</summary>
    public static PlanAssessment Assess(Plan plan, DateOnly date)
    {
        var context = ContextOf(plan, date);
        var findings = FindingTable.All.Select(entry => Finding(entry, context)).ToEquatableList();
        // Whether it adds up is a question of pace; how milestones are set has a finding of its own.
        var holds = findings.First(f => f.Id == "pace").Verdict;
        return new PlanAssessment(plan.Id, plan.Name, date, context.Rules.Version)
        {
            Headline = Headlines.Of(context, holds),
            Holds = holds,
            AsOf = Upkeep.AsOf(context),
            Totals = context.Totals,
            Target = context.Version,
            Path = context.Levels?.Path,
            Milestones = context.Levels?.Milestones ?? EquatableList<ResolvedMilestone>.Empty,
            Pace = context.Pace,
            Findings = findings,
            Doubts = Doubts(context).ToEquatableList(),
        };
    }

    private static AssessmentContext ContextOf(Plan plan, DateOnly date)
    {
        var rules = RuleSet.Current;
        var (target, version) = Leading(plan, date);
        var inventory =
            plan.Inventories.FirstOrDefault(i => i.Id == version?.Inventory) ?? plan.Inventories.FirstOrDefault();
        var totals = inventory is null ? null : InventoryTotaller.Total(plan, inventory, inventory.Boundary);
        if (totals?.LastYear is null)
        {
            totals = null;
        }

        var levels =
            totals is null || version is null
                ? null
                : TargetLevels.Resolve(
                    plan,
                    version,
                    InventoryTotaller.Total(
                        plan,
                        inventory!,
                        inventory!.Boundary,
                        Coverage.Of(version.Scope),
                        totals.Unit
                    )
                );
        return new AssessmentContext(plan, date, rules)
        {
            Inventory = inventory,
            Totals = totals,
            Target = target,
            Version = version,
            Levels = levels,
            Pace = totals is null
                ? null
                : Paces.Of(
                    levels?.Covered ?? totals,
                    levels?.Milestones ?? EquatableList<ResolvedMilestone>.Empty,
                    date,
                    rules
                ),
        };
    }

    private static (Target?, TargetVersion?) Leading(Plan plan, DateOnly date)
    {
        foreach (var target in plan.Targets)
        {
            if (target.InForce(date) is { } version)
            {
                return (target, version);
            }
        }

        return (null, null);
    }

    private static Finding Finding(FindingEntry entry, AssessmentContext context) =>
        entry.Id switch
        {
            "scope" => ScopeFinding.Of(context),
            "form" => FormFinding.Of(context),
            "milestones" => MilestonesFinding.Of(context),
            "pace" => PaceFinding.Of(context),
            "upkeep" => UpkeepFinding.Of(context),
            _ => NotStatedFinding.Of(entry, context.Plan),
        };

    private static IEnumerable<Diagnostic> Doubts(AssessmentContext context) =>
        context.Inventory is { } inventory && context.Totals is { } totals
            ? Plausibility
                .Check(context.Plan, inventory, totals, context.Rules)
                .Concat(totals.LeftOut)
                .Concat(context.Levels?.Doubts ?? EquatableList<Diagnostic>.Empty)
            : [];
}
