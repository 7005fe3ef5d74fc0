// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Planning.Attribution;
using Lodestar.Planning.Control;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Scenarios;

namespace Lodestar.Planning.WhatIf;

/// <summary>What of a wish is hardly so, in words: none of it keeps an answer back.</summary>
internal static class Warned
{
    /// <summary>So much of what two measures would do alone is the same, that it is worth a word.</summary>
    private const double Overlap = 0.5;

    /// <summary>So many overlaps are named; a table of all of them stands elsewhere.</summary>
    private const int Most = 3;

    /// <summary>A measure that brings less than this share of all is not worth a word.</summary>
    private const double Little = 0.01;

    public static IEnumerable<Message> Of(
        WhatIfWish wish,
        PlanOutlook outlook,
        Plan plan,
        DateOnly date,
        AttributionReport? wedges
    )
    {
        foreach (var active in wish.Case.Active)
        {
            var before = wish.Base.Active.FirstOrDefault(a => a.Measure == active.Measure);
            if (active.Measure.From + active.Delay < date.Year && active.Delay < (before?.Delay ?? 0))
            {
                yield return Message.Of(
                    "what-if.begun-before",
                    ("name", active.Measure.Title),
                    ("year", (int)(active.Measure.From!.Value + active.Delay))
                );
            }

            if (active.Strength > (before?.Strength ?? 0) && IsOfOthers(active, plan))
            {
                yield return Message.Of(
                    "what-if.of-others",
                    ("name", active.Measure.Title),
                    ("controller", ControllerWords.Of(active.Measure.Controller!))
                );
            }
        }

        if (wedges is null)
        {
            yield break;
        }

        var from = Math.Clamp(date.Year, wedges.FirstYear, wedges.LastYear);
        var effects = wedges.Of(0, from, wedges.LastYear);
        var whole = Math.Abs(wedges.Without(0, from, wedges.LastYear) - wedges.With(0, from, wedges.LastYear));
        for (var i = 0; i < effects.Length; i++)
        {
            if (effects[i].Shapley < -Little * whole)
            {
                yield return Message.Of("what-if.raises", ("name", Title(outlook, effects[i].Id)));
            }
        }

        foreach (
            var (first, second, share) in Overlaps(wedges, effects, whole, from)
                .OrderByDescending(o => o.Share)
                .Take(Most)
        )
        {
            yield return Message.Of(
                "what-if.overlap",
                ("first", Title(outlook, first)),
                ("second", Title(outlook, second)),
                ("share", new Share(share))
            );
        }
    }

    /// <summary>Pairs of which the smaller brings much less where the other is on.</summary>
    private static IEnumerable<(string First, string Second, double Share)> Overlaps(
        AttributionReport wedges,
        ImmutableArray<EffectOverYears> effects,
        double whole,
        int from
    )
    {
        for (var i = 0; i < effects.Length; i++)
        {
            for (var j = i + 1; j < effects.Length; j++)
            {
                var least = Math.Min(effects[i].FirstIn, effects[j].FirstIn);
                if (
                    least > Little * whole
                    && wedges.Interaction(i, j, 0, from, wedges.LastYear) is { } together
                    && together < -Overlap * least
                )
                {
                    yield return (effects[i].Id, effects[j].Id, Math.Min(1, Math.Round(-together / least, 2)));
                }
            }
        }
    }

    private static bool IsOfOthers(ActiveMeasure active, Plan plan) =>
        active.Measure.Controller is { Length: > 0 } controller
        && Controllers.Levels(controller) is { Count: > 0 } levels
        && Controllers.OwnLevel(plan.Kind) is not ControlLevel.NotStated and var own
        && !levels.Contains(own);

    private static string Title(PlanOutlook outlook, string id) => outlook.Model.Measure(id)?.Title ?? id;
}
