// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Answers;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Attribution;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Scenarios;

namespace Lodestar.Planning.WhatIf;

/// <summary>A year that something is promised for, beside what the model has. Amounts are in the model's unit.</summary>
/// <param name="Limit">What is promised; expected − limit = gap.</param>
/// <param name="Expected">With what is asked.</param>
/// <param name="Plan">As the plan has it.</param>
/// <param name="Odds">Of keeping the limit; null where nothing was drawn.</param>
public sealed record WhatIfStop(int Year, bool IsNetZero, double Limit, double Expected, double Plan, Odds? Odds)
{
    public double Gap => Expected - Limit;
}

/// <summary>What comes of a wish.</summary>
/// <param name="Wish">What is asked.</param>
/// <param name="Run">Where it leads.</param>
/// <param name="Plan">Where the plan's scenario leads that it starts from.</param>
/// <param name="Stops">The milestones ahead, by year; empty where the model counts something else than the target.</param>
/// <param name="From">The first year that differences are added up from: that of the assessment, within the model's years.</param>
/// <param name="Warnings">What a wish makes of the model that is hardly so.</param>
public sealed record WhatIfAnswer(
    WhatIfWish Wish,
    ScenarioRun Run,
    ScenarioRun Plan,
    EquatableList<WhatIfStop> Stops,
    int From,
    EquatableList<Message> Warnings
)
{
    /// <summary>What each measure takes away; null where it was not asked for, or nothing is on.</summary>
    public AttributionReport? Wedges { get; init; }

    /// <summary>How much warmer or cooler than with the plan's scenario; null where CO2 can't be told from the rest.</summary>
    public WarmingChange? Warming { get; init; }

    /// <summary>What it costs beside the plan's scenario; null where the model states no cost.</summary>
    public CostAnswer? Cost { get; init; }

    /// <summary>Whether odds may be said as percentages (DESIGN §5).</summary>
    public bool IsFirm { get; init; }

    /// <summary>Emissions of the years from <see cref="From"/> on less those of the plan's scenario.</summary>
    public double Difference => Run.Sum(From, Run.LastYear) - Plan.Sum(From, Plan.LastYear);

    /// <summary>Answers a wish.</summary>
    /// <param name="runner">The plan's model.</param>
    /// <param name="outlook">Its scenarios, run.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="assessment">The plan, assessed.</param>
    /// <param name="wish">What is asked.</param>
    /// <param name="isWhole">With odds and wedges, which take tenths of a second.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Null where the model is too large.</returns>
    public static WhatIfAnswer? Of(
        ScenarioRunner runner,
        PlanOutlook outlook,
        Plan plan,
        PlanAssessment assessment,
        WhatIfWish wish,
        bool isWhole,
        CancellationToken cancellation = default
    )
    {
        var run = isWhole
            ? runner.Draw(wish.Case, outlook.Chances, cancellation: cancellation)
            : runner.Run(wish.Case, cancellation);
        if (run is null || outlook.Find(wish.Base.Id) is not { } before)
        {
            return null;
        }

        var from = Math.Clamp(assessment.Date.Year, run.FirstYear, run.LastYear);
        var wedges = isWhole ? PlanOutlook.WedgesOf(runner, wish.Case, cancellation) : null;
        var stops = StopsOf(outlook, plan, assessment, run, before).ToEquatableList();
        return new WhatIfAnswer(
            wish,
            run,
            before,
            stops,
            from,
            wish.Refused.Concat(Warned.Of(wish, outlook, plan, assessment.Date, wedges)).ToEquatableList()
        )
        {
            Wedges = wedges,
            Warming = WarmingOf(outlook, plan, assessment, run, before, from),
            Cost = CostAnswer.Of(
                outlook.Model,
                before,
                run,
                CostAnswer.Spans(
                    stops.Select(s => s.Year),
                    from,
                    run.LastYear,
                    stops.LastOrDefault(s => s.IsNetZero)?.Year
                )
            ),
            IsFirm = outlook.Trust is { IsFirm: true },
        };
    }

    private static IEnumerable<WhatIfStop> StopsOf(
        PlanOutlook outlook,
        Plan plan,
        PlanAssessment assessment,
        ScenarioRun run,
        ScenarioRun before
    )
    {
        if (
            !assessment.IsModelled
            || assessment.Totals is not { } totals
            || CommonUnit.Factor(totals.Unit, outlook.Model.Unit, plan.GwpSet) is not { } factor
        )
        {
            yield break;
        }

        foreach (var milestone in assessment.Milestones.Where(m => m.Year >= assessment.Date.Year))
        {
            if (run.At(milestone.Year) is { } expected && before.At(milestone.Year) is { } planned)
            {
                var limit = milestone.Amount * factor;
                yield return new WhatIfStop(
                    milestone.Year,
                    milestone.IsNetZero,
                    limit,
                    expected,
                    planned,
                    run.AtMost(milestone.Year, limit)
                );
            }
        }
    }

    private static WarmingChange? WarmingOf(
        PlanOutlook outlook,
        Plan plan,
        PlanAssessment assessment,
        ScenarioRun run,
        ScenarioRun before,
        int from
    )
    {
        if (
            assessment.Budget is not { Last: { } last, LastYear: { } year }
            || assessment.Totals is not { } totals
            || totals[year].Amount is not { } whole
            || whole <= 0
            || CommonUnit.Factor(outlook.Model.Unit, totals.Unit, plan.GwpSet) is not { } factor
        )
        {
            return null;
        }

        var difference = run.Sum(from, run.LastYear) - before.Sum(from, before.LastYear);
        return WarmingChange.Of(difference * factor * last.Tonnes / whole);
    }
}
