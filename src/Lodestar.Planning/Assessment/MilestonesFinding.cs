// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Projections;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Planning.Assessment;

/// <summary>
/// Milestones at most every five years from the target's start to the net-zero year, each on or under the long-term
/// path; and the area under the line through them against the area under the path.
/// </summary>
internal static class MilestonesFinding
{
    public static Finding Of(AssessmentContext context)
    {
        if (context.Levels is not { Path: { } path } levels || levels.Milestones.All(m => m.IsNetZero))
        {
            return Open(context);
        }

        var tolerance = context.Rules["milestones.tolerance"];
        var spacing = context.Rules["milestones.spacing"];
        var start = new YearAmount(path.StartYear!.Value, path.Points[0].Amount);
        var zero = levels.Milestones.FirstOrDefault(m => m.IsNetZero)?.Year ?? int.MaxValue;
        var stops = levels.Milestones.Where(m => m.Year > start.Year && m.Year <= zero).ToList();
        var gap = LongestGap(start.Year, stops);
        var inside = stops.Where(m => m.OnPath is not null).ToList();
        var over = inside.Where(m => m.Amount > m.OnPath!.Value * (1 + tolerance) + tolerance).ToList();
        var close = gap.Years <= spacing;
        var stated = stops.FindAll(m => !m.IsNetZero);
        var under = over.Count == 0 && stated.Count > 0 && stated.TrueForAll(m => m.OnPath is not null);
        var verdict = (close, under) switch
        {
            (true, true) => Verdict.Met,
            (false, false) => Verdict.Unmet,
            _ => Verdict.Partly,
        };
        var (milestoneArea, pathArea) = Areas(start, stops, path);
        var missed = levels.Milestones.Where(m => m.Reached == false).ToList();
        return new Finding("milestones", verdict, Sentence(gap, close, under, over, context), Rule(spacing, path))
        {
            Number = new Quantity(gap.Years, Unit.Parse("yr")),
            Threshold = new Quantity(spacing, Unit.Parse("yr")),
            Years = (close ? over.Select(m => m.Year) : [gap.From, gap.To]).ToEquatableList(),
            Inputs = Inputs(context, levels).ToEquatableList(),
            Working = Working(context, levels, path, start, gap, milestoneArea, pathArea, missed).ToEquatableList(),
        };
    }

    private static Finding Open(AssessmentContext context)
    {
        var open = NotStatedFinding.Of(FindingTable.Of("milestones"), context.Plan) with
        {
            Rule = Rule(context.Rules["milestones.spacing"], null),
        };
        return context.Version is null || context.Totals is null
            ? open
            : open with
            {
                Sentence = Message.Of(
                    context is { Levels.Path: null, Version.NetZeroYear: null }
                        ? "finding.milestones.no-path"
                        : "finding.milestones.none"
                ),
                Needs = EquatableList.Of("targets.yaml"),
            };
    }

    private static (int From, int To, int Years) LongestGap(int start, List<ResolvedMilestone> stops)
    {
        var longest = (From: start, To: start, Years: 0);
        var from = start;
        foreach (var stop in stops)
        {
            if (stop.Year - from > longest.Years)
            {
                longest = (from, stop.Year, stop.Year - from);
            }

            from = stop.Year;
        }

        return longest;
    }

    /// <summary>Trapezia between yearly points, over the span that path and milestones share; null when they share none.</summary>
    private static (double? Milestones, double? Path) Areas(
        YearAmount start,
        List<ResolvedMilestone> stops,
        LongTermPath path
    )
    {
        var end = Math.Min(stops.Count > 0 ? stops[^1].Year : start.Year, path.Points[^1].Year);
        if (end <= start.Year)
        {
            return (null, null);
        }

        var line = new LongTermPath(
            path.Unit,
            Derived: true,
            stops.Select(s => new YearAmount(s.Year, s.Amount)).Prepend(start).ToEquatableList()
        );
        return (Area(line, start.Year, end), Area(path, start.Year, end));
    }

    private static double Area(LongTermPath line, int from, int to)
    {
        var area = 0.0;
        for (var year = from; year < to; year++)
        {
            area += ((line.At(year) ?? 0) + (line.At(year + 1) ?? 0)) / 2;
        }

        return area;
    }

    private static Message Sentence(
        (int From, int To, int Years) gap,
        bool close,
        bool under,
        List<ResolvedMilestone> over,
        AssessmentContext context
    )
    {
        var spacing = close
            ? Message.Of("finding.milestones.close", ("years", gap.Years))
            : Message.Of("finding.milestones.apart", ("from", gap.From), ("to", gap.To), ("years", gap.Years));
        if (over.Count == 0)
        {
            return Message.Of(
                under ? "finding.milestones.under" : "finding.milestones.none-ahead",
                ("spacing", spacing)
            );
        }

        var worst = over.MaxBy(m => m.Amount - m.OnPath!.Value)!;
        return Message.Of(
            "finding.milestones.over",
            ("spacing", spacing),
            ("years", over.Select(m => (object)m.Year).ToEquatableList()),
            ("worst", worst.Year),
            ("excess", context.Amount(worst.Amount - worst.OnPath!.Value))
        );
    }

    private static Message Rule(double spacing, LongTermPath? path) =>
        Message.Of(
            "finding.milestones.rule",
            ("spacing", spacing),
            ("path", Message.Of(path is { Derived: false } ? "path.published" : "path.derived"))
        );

    private static IEnumerable<FindingInput> Inputs(AssessmentContext context, TargetLevels levels)
    {
        foreach (var milestone in levels.Milestones)
        {
            var stated = context.Version!.Milestones.FirstOrDefault(m => m.Id == milestone.Id);
            yield return new FindingInput(
                milestone.IsNetZero
                    ? Message.Of("input.net-zero", ("year", milestone.Year))
                    : Message.Of("input.milestone", ("year", milestone.Year)),
                context.Amount(milestone.Amount),
                stated?.Place ?? context.TargetPlace,
                stated?.Source ?? context.Version.Source
            );
        }

        if (levels is { BaseYear: { } year, BaseAmount: { } amount })
        {
            yield return new FindingInput(
                Message.Of("input.base-year", ("year", year)),
                context.Amount(amount),
                context.Version!.BaseLevel is null ? new Place(context.Inventory!.File) : context.TargetPlace,
                context.Version.BaseLevel is null ? context.Inventory!.Source : context.Version.Source
            );
        }
    }

    private static Message? Reached(AssessmentContext context, ResolvedMilestone milestone)
    {
        if (milestone.Inventoried is { } was)
        {
            var id = milestone.Reached == true ? "working.milestone.reached" : "working.milestone.missed";
            return Message.Of(id, ("amount", context.Amount(was)));
        }

        return milestone.Year < context.Date.Year ? Message.Of("working.milestone.unknown") : null;
    }

    private static IEnumerable<WorkingStep> Working(
        AssessmentContext context,
        TargetLevels levels,
        LongTermPath path,
        YearAmount start,
        (int From, int To, int Years) gap,
        double? milestoneArea,
        double? pathArea,
        List<ResolvedMilestone> missed
    )
    {
        yield return new WorkingStep(
            Message.Of(path.Derived ? "working.path.derived" : "working.path.published"),
            path.Derived
                ? Message.Of(
                    "formula.line",
                    ("from", start.Year),
                    ("amount", context.Amount(start.Amount)),
                    ("to", path.Points[^1].Year),
                    ("end", context.Amount(path.Points[^1].Amount))
                )
                : null,
            null,
            path.ResidualAssumedZero ? Message.Of("working.path.residual-zero") : null
        );
        foreach (var milestone in levels.Milestones.Where(m => !m.IsNetZero))
        {
            yield return new WorkingStep(
                milestone.OnPath is { } onPath
                    ? Message.Of("working.milestone.path", ("year", milestone.Year), ("path", context.Amount(onPath)))
                    : Message.Of("working.milestone", ("year", milestone.Year)),
                null,
                context.Amount(milestone.Amount),
                Reached(context, milestone) ?? milestone.How
            );
            if (milestone.Conditional is { } conditional)
            {
                yield return new WorkingStep(
                    Message.Of("working.milestone.conditional", ("year", milestone.Year)),
                    null,
                    context.Amount(conditional),
                    Message.Of("working.milestone.conditional.note")
                );
            }
        }

        foreach (var projection in context.Projections.Where(p => p.Scenario != ProjectionScenario.LTS))
        {
            foreach (var milestone in levels.Milestones.Where(m => m.Year >= context.Date.Year))
            {
                if (projection.Whole.At(milestone.Year) is { } projected)
                {
                    yield return new WorkingStep(
                        Message.Of(
                            "working.milestone.projected",
                            ("scenario", Message.Of($"scenario.{projection.Scenario}")),
                            ("year", milestone.Year)
                        ),
                        null,
                        context.Amount(projected),
                        Message.Of(
                            projected <= milestone.Amount
                                ? "working.milestone.projected.under"
                                : "working.milestone.projected.over"
                        )
                    );
                }
            }
        }

        yield return new WorkingStep(
            Message.Of("working.gap"),
            Message.Of("formula.span", ("from", gap.From), ("to", gap.To)),
            new Quantity(gap.Years, Unit.Parse("yr"))
        );
        if (milestoneArea is { } m && pathArea is { } p)
        {
            // Two sums of the same numbers in another order are the same area.
            var difference = Math.Abs(m - p) <= context.Rules["milestones.tolerance"] * Math.Max(m, p) ? 0 : m - p;
            yield return new WorkingStep(Message.Of("working.area.milestones"), null, context.Amount(m));
            yield return new WorkingStep(Message.Of("working.area.path"), null, context.Amount(p));
            yield return new WorkingStep(
                Message.Of("working.area.difference"),
                null,
                context.Amount(difference),
                difference > 0 ? Message.Of("working.area.more") : Message.Of("working.area.no-more")
            );
        }

        if (missed.Count > 0)
        {
            yield return new WorkingStep(
                Message.Of("working.missed"),
                null,
                missed.Select(x => (object)x.Year).ToEquatableList(),
                Message.Of("working.missed.note")
            );
        }
    }
}
