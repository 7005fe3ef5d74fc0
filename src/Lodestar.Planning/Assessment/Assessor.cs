// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Budgets;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Projections;
using Lodestar.Planning.Scenarios;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Planning.Assessment;

/// <summary>The lodestar test (DESIGN §5): does what the place does add up to what it promised?</summary>
public static class Assessor
{
    /// <summary>Assesses a plan on a date. Never throws on what a plan states: what is missing yields "not stated".</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="date">The day it is assessed on.</param>
    /// <param name="outlook">Where its scenarios lead; null for a plan without a model.</param>
    public static PlanAssessment Assess(Plan plan, DateOnly date, PlanOutlook? outlook = null)
    {
        var context = ContextOf(plan, date);
        context = context with { Modelled = ModelledPlan.Of(context, outlook) };
        context = context with { Budget = PlaceBudgets.Of(context) };
        var findings = FindingTable.All.Select(entry => Finding(entry, context)).ToEquatableList();
        // Whether it adds up is a question of pace; how milestones are set has a finding of its own.
        var holds = findings.First(f => f.Id == "pace").Verdict;
        return new PlanAssessment(plan.Id, plan.Name, date, context.Rules.Version)
        {
            Place = plan.PlaceName,
            Headline = Headlines.Of(context, holds),
            Holds = holds,
            AsOf = Upkeep.AsOf(context),
            Totals = context.Totals,
            Target = context.Version,
            Path = context.Levels?.Path,
            Milestones = context.Levels?.Milestones ?? EquatableList<ResolvedMilestone>.Empty,
            Pace = context.Pace,
            Projections = context.Projections.ToEquatableList(),
            Budget = context.Budget,
            IsModelled = context.Modelled is { Fits: true } && context.CoversAll,
            ModelledShare = context.Modelled?.Ratio,
            Findings = findings,
            Doubts = Doubts(context).ToEquatableList(),
        };
    }

    internal static AssessmentContext ContextOf(Plan plan, DateOnly date)
    {
        var rules = RuleSet.Current;
        var (target, version) = Leading(plan, date);
        var inventory = InventoryOf(plan, version);
        var totals = inventory is null ? null : InventoryTotaller.Total(plan, inventory, inventory.Boundary);
        if (totals?.LastYear is null)
        {
            totals = null;
        }

        ProjectionTotals? Projected(ProjectionScenario scenario) =>
            totals is null ? null : ProjectionTotals.Of(plan, scenario, totals.Unit, inventory!.Boundary);

        var strategy = Projected(ProjectionScenario.LTS);
        var covered =
            totals is null || version is null
                ? null
                : InventoryTotaller.Total(
                    plan,
                    inventory!,
                    inventory!.Boundary,
                    Coverage.Of(version.Scope),
                    totals.Unit
                );
        var levels = covered is null
            ? null
            : TargetLevels.Resolve(
                plan,
                // A published long-term strategy is the path; the line of the target's own document goes before it.
                version! with
                {
                    Path = version.Path ?? (CoversAll(covered, totals!) ? LongTermPaths.Published(strategy) : null),
                },
                covered
            );
        return new AssessmentContext(plan, date, rules)
        {
            Inventory = inventory,
            Totals = totals,
            Target = target,
            Version = version,
            Levels = levels,
            Projections =
            [
                .. new[]
                {
                    Projected(ProjectionScenario.WOM),
                    Projected(ProjectionScenario.WEM),
                    Projected(ProjectionScenario.WAM),
                    strategy,
                }.OfType<ProjectionTotals>(),
            ],
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

    /// <summary>True when what the target covers is all that the inventory counts in its last year.</summary>
    internal static bool CoversAll(InventoryTotals covered, InventoryTotals whole) =>
        whole.LastYear is { } year
        && covered[year].Amount is { } part
        && whole[year].Amount is { } all
        && Math.Abs(part - all) <= 1e-9 * Math.Abs(all);

    /// <summary>The inventory that the plan's latest target counts by, else the first; null where there is none.</summary>
    public static InventoryRecord? LeadingInventory(Plan plan) =>
        InventoryOf(plan, Leading(plan, DateOnly.MaxValue).Item2);

    private static InventoryRecord? InventoryOf(Plan plan, TargetVersion? version) =>
        plan.Inventories.FirstOrDefault(i => i.Id == version?.Inventory) ?? plan.Inventories.FirstOrDefault();

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
            "policy-gap" => PolicyGapFinding.Of(context),
            "odds" => OddsFinding.Of(context),
            "lock-in" => LockInFinding.Of(context),
            "removals" => RemovalsFinding.Of(context),
            "coverage" => CoverageFinding.Of(context.WithModelledMeasures()),
            "control" => ControlFinding.Of(context.WithModelledMeasures()),
            "delivery" => DeliveryFinding.Of(context.WithModelledMeasures()),
            "budget" => BudgetFinding.Of(context, context.Budget!),
            "warming" => WarmingFinding.Of(context),
            "upkeep" => UpkeepFinding.Of(context),
            _ => NotStatedFinding.Of(entry, context.Plan),
        };

    private static IEnumerable<Diagnostic> Doubts(AssessmentContext context) =>
        context.Inventory is { } inventory && context.Totals is { } totals
            ? Plausibility
                .Check(context.Plan, inventory, totals, context.Rules)
                .Concat(totals.LeftOut)
                .Concat(context.Levels?.Doubts ?? EquatableList<Diagnostic>.Empty)
                .Concat(GasesWider(context, inventory))
                .Concat(context.Projections.SelectMany(p => p.Doubts.Concat(Beside(context, p, totals))))
            : [];

    /// <summary>A promise for all greenhouse gases that is read against carbon dioxide alone.</summary>
    private static IEnumerable<Diagnostic> GasesWider(AssessmentContext context, InventoryRecord inventory)
    {
        if (
            inventory.Gases is ["CO2"]
            && context.Version is { Scope.Gases: { } gases } version
            && gases.Any(g => g != "CO2")
        )
        {
            yield return TargetDiagnostics.GasesWider(version, inventory.Gases);
        }
    }

    /// <summary>A projection that starts elsewhere than the inventory counts something else; it is shown as it stands.</summary>
    private static IEnumerable<Diagnostic> Beside(
        AssessmentContext context,
        ProjectionTotals projection,
        InventoryTotals totals
    )
    {
        foreach (var point in projection.Whole.Points.Reverse())
        {
            if (totals.ComparableAmount(point.Year) is not { } inventoried)
            {
                continue;
            }

            if (Math.Abs(point.Amount - inventoried) > context.Rules["doubt.projection"] * Math.Abs(inventoried))
            {
                yield return ProjectionDiagnostics.Beside(
                    projection,
                    point.Year,
                    new Quantity(point.Amount, totals.Unit),
                    new Quantity(inventoried, totals.Unit)
                );
            }

            yield break;
        }
    }
}
