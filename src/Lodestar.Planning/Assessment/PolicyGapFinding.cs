// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Projections;
using Lodestar.Planning.Targets;

namespace Lodestar.Planning.Assessment;

/// <summary>
/// The projections with existing and with additional measures, as published or else as the plan's own model has them,
/// against the long-term path: at each milestone ahead, and
/// added up over the years that both cover.
/// </summary>
internal static class PolicyGapFinding
{
    public static Finding Of(AssessmentContext context)
    {
        var lines = new[] { context.Existing, context.Additional }.OfType<ProjectionTotals>().ToList();
        if (lines.Count == 0 || context.Levels?.Path is not { } path)
        {
            return Open(context, lines.Count > 0);
        }

        if (!context.CoversAll)
        {
            return Open(context, projected: true) with
            {
                Sentence = Message.Of("finding.policy-gap.part"),
                Needs = EquatableList.Of("projections/"),
            };
        }

        var gaps = lines.Select(l => Gap.Of(l, path, context)).Where(g => g.Stops.Count > 0).ToList();
        if (gaps.Count == 0)
        {
            return Open(context, projected: true);
        }

        var existing = gaps.Find(g => g.Line.Scenario == ProjectionScenario.WEM);
        var additional = gaps.Find(g => g.Line.Scenario == ProjectionScenario.WAM);
        var verdict = (existing?.Holds, additional?.Holds) switch
        {
            (true, _) => Verdict.Met,
            (_, true) => Verdict.Partly,
            _ => Verdict.Unmet,
        };
        var leading = existing ?? additional!;
        var shown = leading.Worst;
        return new Finding("policy-gap", verdict, Sentence(context, leading, additional), Rule(context))
        {
            Number = context.Amount(shown.Projected),
            Threshold = context.Amount(shown.OnPath),
            Years = leading.Stops.Where(s => s.Over > 0).Select(s => s.Year).ToEquatableList(),
            Sectors = Driving(leading.Line, leading.Stops[0].Year).ToEquatableList(),
            Inputs = Inputs(context, gaps).ToEquatableList(),
            Working = gaps.SelectMany(g => Working(context, g)).ToEquatableList(),
        };
    }

    private static Finding Open(AssessmentContext context, bool projected)
    {
        var open = NotStatedFinding.Of(FindingTable.Of("policy-gap"), context.Plan);
        return projected
            ? open with
            {
                Sentence = Message.Of(
                    context.Levels?.Path is null ? "finding.policy-gap.no-path" : "finding.policy-gap.no-years"
                ),
                Needs = EquatableList.Of(context.Levels?.Path is null ? "targets.yaml" : "projections/"),
            }
            : open;
    }

    private static Message Rule(AssessmentContext context) =>
        Message.Of(
            "finding.policy-gap.rule",
            ("path", Message.Of(context.Levels?.Path is { Derived: false } ? "path.published" : "path.derived"))
        );

    private static Message Sentence(AssessmentContext context, Gap leading, Gap? additional)
    {
        var name = Message.Of($"scenario.{leading.Line.Scenario}");
        if (leading.Holds)
        {
            return leading.Leaves is { } above
                ? Message.Of(
                    "finding.policy-gap.holds-in-all",
                    ("scenario", name),
                    ("leaves", above),
                    ("to", leading.To)
                )
                : Message.Of("finding.policy-gap.holds", ("scenario", name), ("to", leading.To));
        }

        if (leading.Worst.Over <= 0)
        {
            return Message.Of(
                "finding.policy-gap.sum-over",
                ("scenario", name),
                ("to", leading.To),
                ("excess", context.Amount(leading.Sum))
            );
        }

        var values = new (string, object)[]
        {
            ("scenario", name),
            ("year", leading.Worst.Year),
            ("excess", context.Amount(leading.Worst.Over)),
            ("leaves", leading.Leaves is { } year ? year : leading.Worst.Year),
        };
        return additional is { Holds: true }
            ? Message.Of("finding.policy-gap.planned-closes", values)
            : Message.Of("finding.policy-gap.over", values);
    }

    /// <summary>The sectors that emit most of what is projected, largest first, in the first stop's year.</summary>
    private static IEnumerable<string> Driving(ProjectionTotals line, int year) =>
        line
            .Sectors.Select(s => (s.Code, Amount: s.At(year)))
            .Where(s => s.Amount > 0)
            .OrderByDescending(s => s.Amount)
            .Take(3)
            .Select(s => s.Code);

    private static IEnumerable<FindingInput> Inputs(AssessmentContext context, List<Gap> gaps)
    {
        foreach (var gap in gaps)
        {
            foreach (var stop in gap.Stops)
            {
                yield return new FindingInput(
                    Message.Of(
                        "input.projection",
                        ("scenario", Message.Of($"scenario.{gap.Line.Scenario}")),
                        ("year", stop.Year)
                    ),
                    context.Amount(stop.Projected),
                    new Place(gap.Line.Record.File),
                    gap.Line.Record.Source
                );
            }
        }
    }

    private static IEnumerable<WorkingStep> Working(AssessmentContext context, Gap gap)
    {
        var name = Message.Of($"scenario.{gap.Line.Scenario}");
        foreach (var stop in gap.Stops)
        {
            yield return new WorkingStep(
                Message.Of("working.policy-gap.stop", ("scenario", name), ("year", stop.Year)),
                Message.Of(
                    "formula.difference",
                    ("left", context.Amount(stop.Projected)),
                    ("right", context.Amount(stop.OnPath))
                ),
                context.Amount(stop.Over),
                stop.Interpolated ? Message.Of("working.policy-gap.between") : null
            );
        }

        yield return new WorkingStep(
            Message.Of("working.policy-gap.sum", ("scenario", name), ("from", gap.From), ("to", gap.To)),
            null,
            context.Amount(gap.Sum),
            Message.Of(gap.Sum > 0 ? "working.policy-gap.sum.more" : "working.policy-gap.sum.no-more")
        );
        yield return new WorkingStep(
            Message.Of("working.policy-gap.leaves", ("scenario", name)),
            null,
            gap.Leaves is { } year ? year : Message.Of("working.policy-gap.never"),
            gap.Line.IsComputed ? Message.Of("working.policy-gap.computed")
                : gap.Line.FromParts ? Message.Of("working.policy-gap.from-parts")
                : null
        );
        foreach (var part in Changes(gap))
        {
            yield return new WorkingStep(
                Message.Of(
                    "working.policy-gap.part",
                    ("scenario", name),
                    ("part", part.Name),
                    ("from", part.From),
                    ("to", part.To)
                ),
                null,
                context.Amount(part.Change)
            );
        }
    }

    /// <summary>How each sector and each gas changes up to the first stop.</summary>
    private static IEnumerable<(Message Name, int From, int To, double Change)> Changes(Gap gap)
    {
        var to = gap.Stops[0].Year;
        var parts = gap
            .Line.Sectors.Select(s => (Name: Inventory.Categories.Name(s.Code), Line: s))
            .Concat(gap.Line.Gases.Select(g => (Name: Message.Of("gas.name", ("gas", g.Code)), Line: g)));
        foreach (var (name, line) in parts)
        {
            var from = line.Points[0].Year;
            if (from < to && line.At(to) is { } then)
            {
                yield return (name, from, to, then - line.Points[0].Amount);
            }
        }
    }

    private sealed record Stop(int Year, double Projected, double OnPath, bool Interpolated)
    {
        public double Over => Projected - OnPath;
    }

    /// <summary>One projection held against the path from the later of both starts to the earlier of both ends.</summary>
    private sealed record Gap(ProjectionTotals Line, List<Stop> Stops, int From, int To, double Sum, int? Leaves)
    {
        public Stop Worst => Stops.MaxBy(s => s.Over)!;

        public bool Holds { get; private init; }

        public static Gap Of(ProjectionTotals line, LongTermPath path, AssessmentContext context)
        {
            var tolerance = context.Rules["milestones.tolerance"];
            var from = Math.Max(context.Date.Year, Math.Max(line.Whole.Points[0].Year, path.StartYear!.Value));
            var to = Math.Min(line.Whole.Points[^1].Year, path.Points[^1].Year);
            double sum = 0,
                area = 0;
            int? leaves = null;
            for (var year = from; year <= to; year++)
            {
                var (projected, onPath) = (line.Whole.At(year)!.Value, path.At(year)!.Value);
                sum += projected - onPath;
                area += Math.Abs(onPath);
                if (leaves is null && projected > onPath + tolerance * Math.Max(1, Math.Abs(onPath)))
                {
                    leaves = year;
                }
            }

            var stops = context
                .Levels!.Milestones.Select(m => m.Year)
                .Append(to)
                .Where(y => y >= from && y <= to)
                .Distinct()
                .Order()
                .Select(y => new Stop(
                    y,
                    line.Whole.At(y)!.Value,
                    path.At(y)!.Value,
                    line.Whole.Points.All(p => p.Year != y)
                ))
                .ToList();
            var isUnder = stops.TrueForAll(s => s.Over <= tolerance * Math.Max(1, Math.Abs(s.OnPath)));
            return new Gap(line, stops, from, to, sum, leaves)
            {
                Holds = stops.Count > 0 && isUnder && sum <= tolerance * Math.Max(1, area),
            };
        }
    }
}
