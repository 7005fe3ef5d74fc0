// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Answers;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Model;
using Lodestar.Planning.Scenarios;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Planning.Assessment;

/// <summary>
/// The odds of each milestone, of net zero and of the carbon budget, over draws of everything that is uncertain: inputs,
/// effects, the delivery of measures, the inventory, the world's budget. Where most of the spread comes from what nobody
/// has checked they are words and no percentage (DESIGN §5).
/// </summary>
internal static class OddsFinding
{
    private static readonly Unit Percent = Unit.Parse("%");

    public static Finding Of(AssessmentContext context)
    {
        var rule = Message.Of(
            "finding.odds.rule",
            ("likely", new Share(context.Rules["odds.likely"])),
            ("unlikely", new Share(context.Rules["odds.unlikely"]))
        );
        if (context.Modelled is not { } modelled || context.Levels is not { } levels)
        {
            return NotStatedFinding.Of(FindingTable.Of("odds"), context.Plan) with { Rule = rule };
        }

        if (!modelled.Fits)
        {
            return Open(
                rule,
                Message.Of("finding.odds.other", ("share", new Share(modelled.Ratio)), ("year", modelled.Year))
            );
        }

        var run = modelled.Outlook.Expected;
        if (!run.IsDrawn)
        {
            return Open(rule, Message.Of("finding.odds.too-large"));
        }

        var stops = levels
            .Milestones.Where(m => m.Year >= context.Date.Year && run.At(m.Year) is not null)
            .Select(m => new Stop(m, run.AtMost(m.Year, m.Amount / modelled.Factor), Planned(modelled, m)))
            .Where(s => s.Odds is { Count: > 0 })
            .ToList();
        if (stops.Count == 0)
        {
            return Open(rule, Message.Of("finding.odds.no-stops"));
        }

        var (likely, unlikely) = (context.Rules["odds.likely"], context.Rules["odds.unlikely"]);
        var verdict =
            stops.TrueForAll(s => s.Odds!.Value.Share >= likely) ? Verdict.Met
            : stops.TrueForAll(s => s.Odds!.Value.Share < unlikely) ? Verdict.Unmet
            : Verdict.Partly;
        var isFirm = modelled.Outlook.Trust is { IsFirm: true };
        var worst = stops.MinBy(s => s.Odds!.Value.Share)!;
        return new Finding("odds", verdict, Sentence(modelled, stops, isFirm), rule)
        {
            Number = isFirm ? new Quantity(worst.Odds!.Value.Share * 100, Percent) : null,
            Threshold = isFirm ? new Quantity(likely * 100, Percent) : null,
            Years = stops.Where(s => s.Odds!.Value.Share < likely).Select(s => s.Milestone.Year).ToEquatableList(),
            Inputs = Inputs(modelled).ToEquatableList(),
            Working = Working(context, modelled, stops, isFirm).ToEquatableList(),
        };
    }

    private static Finding Open(Message rule, Message sentence) =>
        new("odds", Verdict.NotStated, sentence, rule) { Needs = EquatableList.Of("model/") };

    private static Odds? Planned(ModelledPlan modelled, ResolvedMilestone milestone) =>
        modelled.Outlook.Planned != modelled.Outlook.Expected
            ? modelled.Outlook.Planned.AtMost(milestone.Year, milestone.Amount / modelled.Factor)
            : null;

    private static Message Sentence(ModelledPlan modelled, List<Stop> stops, bool isFirm)
    {
        var (first, last) = (stops[0], stops[^1]);
        var scenario = Name(modelled.Outlook.Expected);
        return stops.Count == 1
            ? Message.Of(
                last.Milestone.IsNetZero ? "finding.odds.zero" : "finding.odds.one",
                ("scenario", scenario),
                ("year", last.Milestone.Year),
                ("odds", OddsSaid.Of(last.Odds!.Value, isFirm))
            )
            : Message.Of(
                last.Milestone.IsNetZero ? "finding.odds.two-zero" : "finding.odds.two",
                ("scenario", scenario),
                ("year", first.Milestone.Year),
                ("odds", OddsSaid.Of(first.Odds!.Value, isFirm)),
                ("last", last.Milestone.Year),
                ("then", OddsSaid.Of(last.Odds!.Value, isFirm))
            );
    }

    private static IEnumerable<FindingInput> Inputs(ModelledPlan modelled)
    {
        foreach (var run in modelled.Outlook.Runs)
        {
            yield return new FindingInput(
                Message.Of("input.scenario", ("scenario", Name(run))),
                new Quantity(run.Path[^1] * modelled.Factor, modelled.Unit),
                run.Case.Scenario.Place,
                run.Case.Scenario.Source
            );
        }
    }

    private static IEnumerable<WorkingStep> Working(
        AssessmentContext context,
        ModelledPlan modelled,
        List<Stop> stops,
        bool isFirm
    )
    {
        foreach (var stop in stops)
        {
            yield return Step(context, modelled.Outlook.Expected, stop.Milestone, stop.Odds!.Value, isFirm);
            if (stop.Planned is { } planned)
            {
                yield return Step(context, modelled.Outlook.Planned, stop.Milestone, planned, isFirm);
            }
        }

        foreach (var step in BudgetOdds.Working(context, modelled, isFirm))
        {
            yield return step;
        }

        if (modelled.Outlook.Trust is { } trust)
        {
            yield return new WorkingStep(
                Message.Of("working.odds.unverified"),
                null,
                new Share(trust.UnverifiedShare),
                Message.Of(isFirm ? "working.odds.firm" : "working.odds.words")
            );
            yield return new WorkingStep(
                Message.Of("working.odds.delivery"),
                null,
                new Share(trust.DeliveryShare),
                Message.Of("working.odds.delivery.note")
            );
            if (trust.Drivers.Length > 0)
            {
                yield return new WorkingStep(
                    Message.Of("working.odds.drivers"),
                    null,
                    trust.Drivers.Take(3).Select(d => (object)(d.Variable.Title ?? d.Variable.Name)).ToEquatableList()
                );
            }
        }

        yield return new WorkingStep(
            Message.Of("working.odds.inventory"),
            null,
            modelled.Outlook.Chances.InventoryError is > 0 and var error
                ? new Share(error)
                : Message.Of("working.odds.inventory.none")
        );
    }

    private static WorkingStep Step(
        AssessmentContext context,
        ScenarioRun run,
        ResolvedMilestone milestone,
        Odds odds,
        bool isFirm
    ) =>
        new(
            Message.Of("working.odds.stop", ("scenario", Name(run)), ("year", milestone.Year)),
            Message.Of(
                "working.odds.draws",
                ("limit", context.Amount(milestone.Amount)),
                ("hits", odds.Hits),
                ("draws", odds.Count)
            ),
            OddsSaid.Of(odds, isFirm)
        );

    /// <summary>A scenario by its kind, which every language has a word for, else by its title.</summary>
    internal static Message Name(ScenarioRun run) =>
        run.Case.Kind switch
        {
            ScenarioKind.WOM => Message.Of("scenario.WOM"),
            ScenarioKind.WEM => Message.Of("scenario.WEM"),
            ScenarioKind.WAM => Message.Of("scenario.WAM"),
            ScenarioKind.LTS => Message.Of("scenario.LTS"),
            _ => Message.Of("scenario.titled", ("title", run.Case.Scenario.Title)),
        };

    private sealed record Stop(ResolvedMilestone Milestone, Odds? Odds, Odds? Planned);
}
