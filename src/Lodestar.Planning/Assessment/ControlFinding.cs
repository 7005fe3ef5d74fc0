// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Control;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Measures;
using Lodestar.Planning.Messages;
using Lodestar.Units;

namespace Lodestar.Planning.Assessment;

/// <summary>
/// The share of what is planned that others control, alone or in part, and whether a standing ask speaks of it. What is
/// planned but not asked for is what the place cannot deliver by itself.
/// </summary>
internal static class ControlFinding
{
    private static readonly Unit Percent = Unit.Parse("%");
    private static readonly ControlVerdict[] Order =
    [
        ControlVerdict.Own,
        ControlVerdict.Shared,
        ControlVerdict.Others,
        ControlVerdict.NotStated,
    ];

    public static Finding Of(AssessmentContext context)
    {
        var least = context.Rules["control.stated"];
        var rule = Message.Of("finding.control.rule", ("stated", new Share(least)));
        if (context.Plan.Measures.All(m => m.Status == MeasureStatus.Ended))
        {
            return NotStatedFinding.Of(FindingTable.Of("control"), context.Plan) with { Rule = rule };
        }

        var milestone = context.Levels?.Milestones.FirstOrDefault(m => m.Year >= context.Date.Year)?.Year;
        var cuts = PlannedCuts.Of(context.Plan, milestone);
        var whole = cuts.Sum;
        var stated = 1 - cuts.Of(ControlVerdict.NotStated) / whole;
        var others = cuts.ByOthers.ToList();
        var asked = others.Where(c => c.Asks.Count > 0).ToList();
        var verdict =
            stated < least ? Verdict.NotStated
            : asked.Count == others.Count ? Verdict.Met
            : asked.Count > 0 ? Verdict.Partly
            : Verdict.Unmet;
        var share = others.Sum(c => c.Weight) / whole;
        return new Finding("control", verdict, Sentence(cuts, verdict, stated, share, others, asked), rule)
        {
            Number = verdict == Verdict.NotStated ? null : new Quantity(share * 100, Percent),
            Years = cuts.Year is { } year ? EquatableList.Of(year) : EquatableList<int>.Empty,
            Sectors = Sectors(others.Except(asked)).ToEquatableList(),
            Inputs = Inputs(context, cuts).ToEquatableList(),
            Working = Working(context, cuts, others, asked).ToEquatableList(),
            Needs =
                verdict == Verdict.NotStated ? EquatableList.Of("plan.yaml", "measures/") : EquatableList<string>.Empty,
        };
    }

    private static Message Sentence(
        PlannedCuts cuts,
        Verdict verdict,
        double stated,
        double share,
        List<PlannedCut> others,
        List<PlannedCut> asked
    )
    {
        var basis = Basis(cuts);
        if (verdict == Verdict.NotStated)
        {
            return Message.Of("finding.control.too-little", ("stated", new Share(stated)), ("basis", basis));
        }

        if (others.Count == 0)
        {
            return Message.Of("finding.control.own", ("stated", new Share(stated)), ("basis", basis));
        }

        var controlled = Message.Of("finding.control.share", ("share", new Share(share)), ("basis", basis));
        return verdict switch
        {
            Verdict.Met => Message.Of("finding.control.asked", ("controlled", controlled)),
            Verdict.Partly => Message.Of(
                "finding.control.some",
                ("controlled", controlled),
                ("asked", asked.Count),
                ("measures", others.Count)
            ),
            _ => Message.Of("finding.control.none", ("controlled", controlled)),
        };
    }

    private static Message Basis(PlannedCuts cuts) =>
        cuts.Year is { } year
            ? Message.Of("finding.control.by-tonnes", ("year", year))
            : Message.Of("finding.control.by-number", ("measures", cuts.Counted.Count));

    /// <summary>The sectors in which something waits for others who were not asked, largest first.</summary>
    private static IEnumerable<string> Sectors(IEnumerable<PlannedCut> unasked) =>
        unasked
            .SelectMany(c =>
                c.Measure.Sectors.Select(Categories.SectorOf)
                    .OfType<string>()
                    .Distinct()
                    .Select(s => (Sector: s, c.Weight))
            )
            .GroupBy(s => s.Sector)
            .OrderByDescending(g => g.Sum(s => s.Weight))
            .ThenBy(g => Categories.RankOf(g.Key))
            .Select(g => g.Key);

    private static IEnumerable<FindingInput> Inputs(AssessmentContext context, PlannedCuts cuts) =>
        cuts
            .Counted.Select(c => new FindingInput(
                Message.Of("input.measure", ("measure", c.Measure.Title)),
                Amount(cuts, c.Weight) is Quantity amount
                    ? Message.Of("input.control.cut", ("amount", amount), ("control", Word(c.Control.Verdict)))
                    : Word(c.Control.Verdict),
                c.Measure.Place,
                c.Measure.Source
            ))
            .Concat(
                context
                    .Plan.Asks.OrderBy(a => a.Id, StringComparer.Ordinal)
                    .Select(a => new FindingInput(
                        Message.Of("input.ask", ("ask", a.Title)),
                        Message.Of(ControlWords.TextId(a.Status)),
                        a.Place,
                        a.Source
                    ))
            );

    private static IEnumerable<WorkingStep> Working(
        AssessmentContext context,
        PlannedCuts cuts,
        List<PlannedCut> others,
        List<PlannedCut> asked
    )
    {
        var whole = Amount(cuts, cuts.Sum);
        foreach (var verdict in Order)
        {
            var measures = cuts.Counted.Count(c => c.Control.Verdict == verdict);
            if (measures > 0)
            {
                yield return new WorkingStep(
                    Message.Of("working.control.part", ("control", Word(verdict)), ("measures", measures)),
                    Message.Of("formula.ratio", ("part", Amount(cuts, cuts.Of(verdict))), ("whole", whole)),
                    new Share(cuts.Of(verdict) / cuts.Sum)
                );
            }
        }

        if (others.Sum(c => c.Weight) is var waiting and > 0)
        {
            var spoken = asked.Sum(c => c.Weight);
            yield return new WorkingStep(
                Message.Of("working.control.asked", ("measures", asked.Count)),
                Message.Of("formula.ratio", ("part", Amount(cuts, spoken)), ("whole", Amount(cuts, waiting))),
                new Share(spoken / waiting),
                asked.Exists(c => c.Asks.All(a => a.Status is AskStatus.Draft or AskStatus.NotStated))
                    ? Message.Of("working.control.drafts")
                    : null
            );
        }

        if (Titles(others.Except(asked)) is { Count: > 0 } unasked)
        {
            yield return new WorkingStep(Message.Of("working.control.unasked"), null, unasked);
        }

        if (Titles(cuts.Counted.Where(c => c.Control.UnreadController is not null)) is { Count: > 0 } unread)
        {
            yield return new WorkingStep(Message.Of("working.control.unread"), null, unread);
        }

        if (Titles(cuts.Without) is { Count: > 0 } without)
        {
            yield return new WorkingStep(
                Message.Of("working.control.without", ("measures", cuts.Without.Count), ("year", cuts.Year!.Value)),
                null,
                without,
                Message.Of("working.control.without.note")
            );
        }

        if (cuts.Year is not null && cuts.Counted.Count > 1)
        {
            yield return new WorkingStep(
                Message.Of("working.control.sum"),
                null,
                whole,
                CoverageFinding.Summing(cuts.Counted.Select(c => c.Measure))
            );
        }

        if (PolicyGapFinding.Of(context) is { Number: { } projected, Threshold: { } path } gap)
        {
            yield return new WorkingStep(
                Message.Of("working.control.gap"),
                Message.Of("formula.difference", ("left", projected), ("right", path)),
                new Quantity(projected.Value - path.Value, projected.Unit),
                gap.Sentence
            );
        }
    }

    private static EquatableList<object> Titles(IEnumerable<PlannedCut> cuts) =>
        cuts.Select(c => (object)c.Measure.Title).ToEquatableList();

    private static object Amount(PlannedCuts cuts, double weight) =>
        cuts.Unit is { } unit ? new Quantity(weight, unit) : (int)weight;

    private static Message Word(ControlVerdict verdict) => Message.Of(ControlWords.TextId(verdict));
}
