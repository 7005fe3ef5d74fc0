// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Actions;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Units;

namespace Lodestar.Planning.Assessment;

/// <summary>
/// How much of what is planned has an owner, a date, secured money and an indicator, and how much is late or stalled: in
/// tonnes of the next milestone's year where effects are known, else in numbers of measures.
/// </summary>
internal static class DeliveryFinding
{
    private static readonly Unit Percent = Unit.Parse("%");

    public static Finding Of(AssessmentContext context)
    {
        var rules = context.Rules;
        var rule = Message.Of(
            "finding.delivery.rule",
            ("met", new Share(rules["delivery.met"])),
            ("unmet", new Share(rules["delivery.unmet"])),
            ("late", new Share(rules["delivery.late"]))
        );
        if (context.Plan.Actions.Count == 0 || context.Plan.Measures.Count == 0)
        {
            return NotStatedFinding.Of(FindingTable.Of("delivery"), context.Plan) with { Rule = rule };
        }

        var milestone = context.Levels?.Milestones.FirstOrDefault(m => m.Year >= context.Date.Year)?.Year;
        var cuts = PlannedCuts.Of(context.Plan, milestone);
        var measures = cuts
            .Counted.Where(c => c.Weight > 0)
            .Select(c => new Delivered(c, ActionsOf(context, c.Measure.Id), context.Date))
            .ToList();
        var whole = measures.Sum(m => m.Weight);
        if (measures.Count == 0 || whole <= 0)
        {
            return NotStatedFinding.Of(FindingTable.Of("delivery"), context.Plan) with
            {
                Rule = rule,
                Sentence = Message.Of("finding.delivery.nothing"),
                Needs = EquatableList.Of("measures/"),
            };
        }

        double Share(Func<Delivered, bool> holds) => measures.Where(holds).Sum(m => m.Weight) / whole;
        var (sure, late) = (Share(m => m.IsWhole), Share(m => m.IsLate));
        var verdict =
            sure >= rules["delivery.met"] && late <= rules["delivery.late"] ? Verdict.Met
            : sure < rules["delivery.unmet"] ? Verdict.Unmet
            : Verdict.Partly;
        return new Finding("delivery", verdict, Sentence(cuts, sure, late), rule)
        {
            Number = new Quantity(sure * 100, Percent),
            Threshold = new Quantity(rules["delivery.met"] * 100, Percent),
            Years = cuts.Year is { } year ? EquatableList.Of(year) : EquatableList<int>.Empty,
            Inputs = context
                .Plan.Actions.OrderBy(a => a.Id, StringComparer.Ordinal)
                .Select(a => new FindingInput(
                    Message.Of("input.action", ("action", a.Title)),
                    Message.Of(ActionWords.TextId(a.Status)),
                    a.Place,
                    a.Source
                ))
                .ToEquatableList(),
            Working = new EquatableList<WorkingStep>([
                Step("working.delivery.owner", Share(m => m.HasOwner)),
                Step("working.delivery.date", Share(m => m.HasDate)),
                Step("working.delivery.money", Share(m => m.HasMoney)),
                Step("working.delivery.indicator", Share(m => m.HasIndicator)),
                Step("working.delivery.all", sure),
                Step("working.delivery.late", late),
                .. Names("working.delivery.without", measures.Where(m => m.Actions.Count == 0)),
                .. Names("working.delivery.late-ones", measures.Where(m => m.IsLate)),
            ]),
        };

        static WorkingStep Step(string id, double share) => new(Message.Of(id), null, new Share(share));
    }

    private static EquatableList<PlanAction> ActionsOf(AssessmentContext context, string measure) =>
        context
            .Plan.Actions.Where(a => a.Measures.Any(m => m.Replace('-', '_') == measure.Replace('-', '_')))
            .ToEquatableList();

    private static Message Sentence(PlannedCuts cuts, double sure, double late) =>
        Message.Of(
            cuts.Year is null ? "finding.delivery.by-number" : "finding.delivery.by-tonnes",
            ("share", new Share(sure)),
            ("late", new Share(late)),
            ("year", cuts.Year ?? 0)
        );

    private static IEnumerable<WorkingStep> Names(string id, IEnumerable<Delivered> measures)
    {
        var titles = measures.Select(m => (object)m.Cut.Measure.Title).ToEquatableList();
        if (titles.Count > 0)
        {
            yield return new WorkingStep(Message.Of(id), null, titles);
        }
    }

    /// <summary>A measure and the actions that deliver it.</summary>
    private sealed record Delivered(PlannedCut Cut, EquatableList<PlanAction> Actions, DateOnly Date)
    {
        private IEnumerable<PlanAction> Live => Actions.Where(a => a.Status != DeliveryStatus.Cancelled);

        public double Weight => Cut.Weight;

        public bool HasOwner => Live.Any(a => a.Owner is not null);

        public bool HasDate => Live.Any(a => a.Due is not null);

        public bool HasMoney => Live.Any(a => a.IsFunded);

        public bool HasIndicator => Live.Any(a => a.Indicator is not null);

        public bool IsWhole => HasOwner && HasDate && HasMoney && HasIndicator;

        /// <summary>Late, stalled, or given up altogether.</summary>
        public bool IsLate =>
            (Actions.Count > 0 && !Live.Any())
            || Live.Any(a =>
                a.Status is DeliveryStatus.Late or DeliveryStatus.Stalled
                || (a.Due < Date && a.Status != DeliveryStatus.Done)
            );
    }
}
