// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Web.Charts;

/// <summary>What the trajectory chart says in words: its finding, what is measured, its labels, its description.</summary>
internal static class TrajectoryWords
{
    public static Message Title(Trajectory chart)
    {
        var place = chart.Assessment.Place;
        if (chart.Gaps is [.., var gap])
        {
            var id = (gap.IsNetZero, chart.Best?.Rate > 0) switch
            {
                (true, true) => "chart.trajectory.title.zero-gap",
                (true, false) => "chart.trajectory.title.zero-rising",
                (false, true) => "chart.trajectory.title.gap",
                _ => "chart.trajectory.title.rising",
            };
            return Message.Of(
                id,
                ("place", place),
                ("year", gap.Year),
                ("led", Amount(chart, gap.Led)),
                ("promised", Amount(chart, gap.Promised))
            );
        }

        var goal = chart.Milestones.LastOrDefault(m =>
            m.Year > (chart.Last?.Year ?? int.MaxValue) && m.Year >= chart.Assessment.Date.Year
        );
        if (goal is not null)
        {
            return chart.Continued.Count > 0 && chart.Best?.Rate > 0
                ? Message.Of(
                    "chart.trajectory.title.holds",
                    ("place", place),
                    ("year", goal.Year),
                    ("promised", Amount(chart, goal.Amount))
                )
                : Message.Of(
                    "chart.trajectory.title.goal",
                    ("place", place),
                    ("year", goal.Year),
                    ("promised", Amount(chart, goal.Amount))
                );
        }

        var last = chart.Last ?? new YearAmount(chart.LastYear, 0);
        return Message.Of(
            chart.Milestones.Count > 0 ? "chart.trajectory.title.past" : "chart.trajectory.title.no-target",
            ("place", place),
            ("year", last.Year),
            ("amount", Amount(chart, last.Amount))
        );
    }

    public static Message Subtitle(Trajectory chart)
    {
        var (first, last) = (chart.History[0].Year, chart.History[^1].Year);
        return Message.Of("chart.trajectory.subtitle", ("unit", chart.Unit.Display), ("first", first), ("last", last));
    }

    public static Message Last(Trajectory chart, YearAmount last) =>
        Message.Of("chart.label.last", ("year", last.Year), ("amount", Amount(chart, last.Amount)));

    public static Message Stop(Trajectory chart, ResolvedMilestone stop)
    {
        if (!stop.IsNetZero)
        {
            return Message.Of("chart.label.milestone", ("year", stop.Year), ("amount", stop.Amount));
        }

        return Math.Abs(stop.Amount) < 1e-9
            ? Message.Of("chart.label.zero", ("year", stop.Year))
            : Message.Of("chart.label.zero-residual", ("year", stop.Year), ("amount", Amount(chart, stop.Amount)));
    }

    public static Message Gap(Trajectory chart, ChartGap gap) =>
        Message.Of("chart.label.gap", ("amount", Amount(chart, gap.Amount)));

    public static Message Partial(Trajectory chart, HistoryYear year) =>
        Message.Of(
            "chart.label.last-partial",
            ("year", year.Year),
            ("amount", Amount(chart, year.Amount ?? 0)),
            ("rows", year.Gaps)
        );

    public static Message Pace(Trajectory chart, AchievedPace best, bool brief)
    {
        var id = (best.Rate > 0, brief) switch
        {
            (true, false) => "chart.label.pace",
            (true, true) => "chart.label.pace-short",
            (false, false) => "chart.label.pace-rising",
            _ => "chart.label.pace-rising-short",
        };
        return Message.Of(
            id,
            ("rate", new Share(-best.Rate)),
            ("from", best.FromYear),
            ("to", best.ToYear),
            ("amount", Amount(chart, chart.Continued[^1].Amount))
        );
    }

    public static Message Path(Trajectory chart) =>
        Message.Of(chart.PathDerived ? "chart.label.path-derived" : "chart.label.path");

    public static Message Required(Trajectory chart, RequiredPace required) =>
        Message.Of(
            "chart.label.required",
            ("tonnes", Amount(chart, -required.TonnesPerYear)),
            ("year", required.To.Year)
        );

    /// <summary>The picture in sentences, for those who do not see it.</summary>
    public static string Description(Trajectory chart, MessageCatalog texts)
    {
        var sentences = new List<Message>();
        var known = chart.History.Where(h => h.Amount is not null).ToArray();
        sentences.Add(
            Message.Of(
                "chart.trajectory.desc.history",
                ("first", known[0].Year),
                ("start", Amount(chart, known[0].Amount!.Value)),
                ("last", known[^1].Year),
                ("end", Amount(chart, known[^1].Amount!.Value))
            )
        );
        sentences.AddRange(
            chart.Milestones.Select(m =>
                Message.Of(
                    m.IsNetZero ? "chart.trajectory.desc.zero" : "chart.trajectory.desc.milestone",
                    ("year", m.Year),
                    ("amount", Amount(chart, m.Amount))
                )
            )
        );
        if (chart.Best is { } best && chart.Continued.Count > 0)
        {
            sentences.Add(
                Message.Of(
                    best.Rate > 0 ? "chart.trajectory.desc.pace" : "chart.trajectory.desc.pace-rising",
                    ("rate", new Share(Math.Abs(best.Rate))),
                    ("year", chart.Continued[^1].Year),
                    ("amount", Amount(chart, chart.Continued[^1].Amount))
                )
            );
        }

        sentences.AddRange(
            chart.Gaps.Select(g =>
                Message.Of("chart.trajectory.desc.gap", ("year", g.Year), ("amount", Amount(chart, g.Amount)))
            )
        );
        return string.Join(" ", sentences.Select(texts.Render));
    }

    private static Quantity Amount(Trajectory chart, double amount) => new(amount, chart.Unit);
}
