// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Planning.Assessment;

/// <summary>The sentences a page opens with: stale dates first, then how much, what was promised, and whether it holds.</summary>
internal static class Headlines
{
    // Below this a yearly rate is rounding, not a fall.
    private const double Flat = 1e-9;

    // Farther off than this a year of arrival says no more than "not".
    private const double FarthestYears = 200;

    public static EquatableList<Message> Of(AssessmentContext context, Verdict holds) =>
        Stale(context)
            .Append(Amount(context))
            .Append(Promise(context))
            .Concat(Outcome(context, holds))
            .ToEquatableList();

    private static IEnumerable<Message> Stale(AssessmentContext context)
    {
        var asOf = Upkeep.AsOf(context);
        if (asOf.InventoryStale)
        {
            yield return Message.Of(
                "headline.stale-inventory",
                ("year", asOf.InventoryYear!.Value),
                ("age", UpkeepFinding.Whole(Upkeep.InventoryAge(context)!.Value))
            );
        }

        if (asOf.TargetStale)
        {
            yield return Message.Of("headline.stale-target", ("year", context.Version!.Stated!.Value.Year));
        }
    }

    private static Message Amount(AssessmentContext context)
    {
        if (context.Totals is not { } totals)
        {
            return Message.Of("headline.no-inventory", ("place", context.Plan.PlaceName));
        }

        var year = totals.LastYear!.Value;
        return Message.Of(
            "headline.amount",
            ("place", context.Plan.PlaceName),
            ("year", year),
            ("amount", new Quantity(totals[year].Amount!.Value, totals.Unit))
        );
    }

    private static Message Promise(AssessmentContext context)
    {
        if (context.Version is not { } version)
        {
            return Message.Of("headline.promise.none");
        }

        if (version.NetZeroYear is { } zero)
        {
            return Message.Of("headline.promise.net-zero", ("year", zero));
        }

        var last = context.Levels?.Milestones.LastOrDefault();
        return last is null
            ? Message.Of("headline.promise.open")
            : Message.Of("headline.promise.milestone", ("year", last.Year), ("amount", context.Amount(last.Amount)));
    }

    private static IEnumerable<Message> Outcome(AssessmentContext context, Verdict holds)
    {
        if (context.Pace is not { } pace || (pace.BestUnflagged ?? pace.Best) is not { } best || context.Levels is null)
        {
            yield break;
        }

        if ((pace.ToNetZero ?? ToLast(context, pace)) is not { } goal)
        {
            yield return Message.Of("headline.outcome.nothing-ahead");
            yield break;
        }

        if (best.Rate <= Flat)
        {
            yield return Message.Of("headline.outcome.rising");
            yield break;
        }

        yield return Kept(context, pace, best, goal, holds);
    }

    /// <summary>Without a net-zero year the promise told is the last milestone, so the outcome is held against that one.</summary>
    private static RequiredPace? ToLast(AssessmentContext context, PaceResult pace) =>
        context.Levels!.Milestones.LastOrDefault(m => m.Year > pace.Last.Year && m.Year >= context.Date.Year)
            is { } last
            ? Paces.Required(pace.Last, new YearAmount(last.Year, last.Amount))
            : null;

    private static Message Kept(
        AssessmentContext context,
        PaceResult pace,
        AchievedPace best,
        RequiredPace goal,
        Verdict holds
    )
    {
        var projected = PaceFinding.Projected(pace, best, goal.To.Year);
        var values = new (string, object)[]
        {
            ("rate", new Share(best.Rate)),
            ("first", best.FromYear),
            ("last", best.ToYear),
            ("year", goal.To.Year),
            ("amount", context.Amount(projected)),
            ("gap", context.Amount(projected - goal.To.Amount)),
            ("needed", new Quantity(goal.TonnesPerYear, context.Levels!.Covered.Unit / Unit.Parse("yr"))),
        };
        if (PaceFinding.Within(goal, best))
        {
            return Message.Of(holds == Verdict.Met ? "headline.outcome.enough" : "headline.outcome.enough-but", values);
        }

        if (goal.To.Amount > 0)
        {
            var years = Math.Ceiling(Math.Log(goal.To.Amount / pace.Last.Amount) / Math.Log(1 - best.Rate));
            if (years > FarthestYears)
            {
                return Message.Of("headline.outcome.still", values);
            }

            var arrives = pace.Last.Year + (int)years;
            return Message.Of("headline.outcome.late", [.. values, ("arrives", arrives)]);
        }

        // As many tonnes as needed and yet too slow: at one rate each year cuts less than the year before.
        return Message.Of(
            best.TonnesPerYear >= goal.TonnesPerYear ? "headline.outcome.tonnes-enough" : "headline.outcome.still",
            values
        );
    }
}
