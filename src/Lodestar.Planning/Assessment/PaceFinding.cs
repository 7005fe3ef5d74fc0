// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Planning.Assessment;

/// <summary>
/// The yearly cut needed from the last inventory on, against the best sustained cut achieved so far. Rates are held
/// against rates. No constant rate reaches a goal of zero: there straight-line tonnes are held against tonnes, which
/// makes the finding partly met at best.
/// </summary>
internal static class PaceFinding
{
    public static Finding Of(AssessmentContext context)
    {
        if (context.Pace is not { } pace || context.Levels is null)
        {
            return NotStatedFinding.Of(FindingTable.Of("pace"), context.Plan);
        }

        var required = new[] { pace.ToNextMilestone, pace.ToNetZero }.OfType<RequiredPace>().ToList();
        if (required.Count == 0 || pace.Best is not { } best)
        {
            return new Finding(
                "pace",
                Verdict.NotStated,
                Message.Of(required.Count == 0 ? "finding.pace.nothing-ahead" : "finding.pace.short-history"),
                Rule(context)
            )
            {
                Inputs = EquatableList.Of(context.LastInventoryInput()),
                Needs = EquatableList.Of(required.Count == 0 ? "targets.yaml" : "inventory/"),
            };
        }

        var sure = pace.BestUnflagged;
        var within = required.Select(r => sure is not null && Within(r, sure)).ToList();
        var withinFlagged = required.Select(r => Within(r, best)).ToList();
        var inTonnes = required.Exists(r => r.Rate is null && r.TonnesPerYear <= (sure ?? best).TonnesPerYear);
        var verdict =
            within.TrueForAll(w => w) ? Verdict.Met
            : within.Contains(true) || withinFlagged.Contains(true) || inTonnes ? Verdict.Partly
            : Verdict.Unmet;
        var hardest = required.Find(r => !Within(r, sure ?? best)) ?? required[^1];
        var against = sure ?? best;
        return new Finding("pace", verdict, Sentence(context, hardest, against), Rule(context))
        {
            Number = Number(context, hardest.Rate, hardest.TonnesPerYear),
            Threshold = Number(context, hardest.Rate is null ? null : against.Rate, against.TonnesPerYear),
            Years = EquatableList.Of(hardest.From.Year, hardest.To.Year),
            Sectors = LargestSectors(context),
            Inputs = Inputs(context, required).ToEquatableList(),
            Working = Working(context, pace).ToEquatableList(),
        };
    }

    /// <summary>Where a pace kept from the last inventory would lead by a year.</summary>
    internal static double Projected(PaceResult pace, AchievedPace achieved, int year) =>
        pace.Last.Amount * Math.Pow(1 - achieved.Rate, year - pace.Last.Year);

    /// <summary>
    /// True when a pace kept up reaches the goal: its rate is high enough, or the goal is already behind. A goal of zero
    /// lies beyond every constant rate, so there tonnes can make the verdict "partly" and no more.
    /// </summary>
    internal static bool Within(RequiredPace required, AchievedPace achieved) =>
        required.TonnesPerYear <= 0 || required.Rate <= achieved.Rate;

    private static Quantity Number(AssessmentContext context, double? rate, double tonnes) =>
        rate is { } r ? new Quantity(r * 100, Unit.Parse("%/yr")) : PerYear(context, tonnes);

    private static Quantity PerYear(AssessmentContext context, double tonnes) =>
        new(tonnes, context.Levels!.Covered.Unit / Unit.Parse("yr"));

    private static Message Sentence(AssessmentContext context, RequiredPace required, AchievedPace achieved)
    {
        var id = (required.Rate, required.TonnesPerYear) switch
        {
            (_, <= 0) => "finding.pace.already",
            (null, _) => "finding.pace.tonnes",
            _ => "finding.pace.rate",
        };
        return Message.Of(
            id,
            ("year", required.To.Year),
            ("from", required.From.Year),
            ("rate", new Share(required.Rate ?? 0)),
            ("tonnes", PerYear(context, required.TonnesPerYear)),
            ("achieved", new Share(achieved.Rate)),
            ("achieved-tonnes", PerYear(context, achieved.TonnesPerYear)),
            ("projected", context.Amount(Projected(context.Pace!, achieved, required.To.Year))),
            ("first", achieved.FromYear),
            ("last", achieved.ToYear)
        );
    }

    private static Message Rule(AssessmentContext context) =>
        Message.Of(
            "finding.pace.rule",
            ("window", context.Rules["pace.window"]),
            ("first", (int)context.Rules["pace.flagged.first"]),
            ("last", (int)context.Rules["pace.flagged.last"])
        );

    private static EquatableList<string> LargestSectors(AssessmentContext context)
    {
        var covered = context.Levels!.Covered;
        var last = context.Pace!.Last.Year;
        return covered
            .SubSectors.Where(s => s.Code.Length > 0 && s[last].Amount > 0)
            .OrderByDescending(s => s[last].Amount)
            .Take(3)
            .Select(s => s.Code)
            .ToEquatableList();
    }

    private static IEnumerable<FindingInput> Inputs(AssessmentContext context, List<RequiredPace> required)
    {
        yield return context.LastInventoryInput();
        foreach (var (year, amount) in required.Select(r => r.To).Distinct())
        {
            var milestone = context.Version!.Milestones.FirstOrDefault(m => m.Year == year);
            yield return new FindingInput(
                Message.Of(milestone is null ? "input.net-zero" : "input.milestone", ("year", year)),
                context.Amount(amount),
                milestone?.Place ?? context.TargetPlace,
                milestone?.Source ?? context.Version.Source
            );
        }
    }

    private static IEnumerable<WorkingStep> Working(AssessmentContext context, PaceResult pace)
    {
        foreach (
            var required in new[] { pace.ToNextMilestone, pace.ToNetZero, pace.AfterMilestone }
                .OfType<RequiredPace>()
                .Distinct()
        )
        {
            var years = required.To.Year - required.From.Year;
            yield return new WorkingStep(
                Message.Of("working.required.rate", ("from", required.From.Year), ("to", required.To.Year)),
                required.Rate is null
                    ? null
                    : Message.Of(
                        "formula.rate",
                        ("end", context.Amount(required.To.Amount)),
                        ("start", context.Amount(required.From.Amount)),
                        ("years", years)
                    ),
                required.Rate is { } rate
                    ? new Quantity(rate * 100, Unit.Parse("%/yr"))
                    : Message.Of("working.no-rate"),
                null
            );
            yield return new WorkingStep(
                Message.Of("working.required.tonnes", ("from", required.From.Year), ("to", required.To.Year)),
                Message.Of(
                    "formula.tonnes",
                    ("end", context.Amount(required.To.Amount)),
                    ("start", context.Amount(required.From.Amount)),
                    ("years", years)
                ),
                PerYear(context, required.TonnesPerYear)
            );
            if (required.From == pace.Last && FromToday(context, required) is { } fromToday)
            {
                yield return fromToday;
            }
        }

        foreach (var achieved in new[] { pace.Best, pace.BestUnflagged }.OfType<AchievedPace>().Distinct())
        {
            var note = achieved.Flagged
                ? Message.Of("working.flagged", ("year", achieved.ToYear))
                : Message.Of("working.unflagged");
            yield return new WorkingStep(
                Message.Of("working.achieved.rate", ("from", achieved.FromYear), ("to", achieved.ToYear)),
                Message.Of("formula.slope"),
                new Quantity(achieved.Rate * 100, Unit.Parse("%/yr")),
                note
            );
            yield return new WorkingStep(
                Message.Of("working.achieved.tonnes", ("from", achieved.FromYear), ("to", achieved.ToYear)),
                Message.Of("formula.slope-tonnes"),
                PerYear(context, achieved.TonnesPerYear),
                note
            );
        }

        if (pace.BackLoadingByRate is { } byRate)
        {
            yield return new WorkingStep(Message.Of("working.back-loading.rate"), null, byRate, BackLoading(byRate));
        }

        if (pace.BackLoadingByTonnes is { } byTonnes)
        {
            yield return new WorkingStep(
                Message.Of("working.back-loading.tonnes"),
                null,
                byTonnes,
                BackLoading(byTonnes)
            );
        }
    }

    /// <summary>What years without an inventory may have cost: the straight line if nothing had changed since the last one.</summary>
    private static WorkingStep? FromToday(AssessmentContext context, RequiredPace required)
    {
        var today = context.Date.Year;
        if (today <= required.From.Year || today >= required.To.Year)
        {
            return null;
        }

        var left = Paces.Required(required.From with { Year = today }, required.To);
        return new WorkingStep(
            Message.Of("working.from-today", ("from", required.From.Year)),
            Message.Of(
                "formula.tonnes",
                ("end", context.Amount(required.To.Amount)),
                ("start", context.Amount(required.From.Amount)),
                ("years", required.To.Year - today)
            ),
            PerYear(context, left.TonnesPerYear)
        );
    }

    private static Message BackLoading(double ratio) =>
        Message.Of(ratio > 1 ? "working.back-loading.later" : "working.back-loading.earlier");
}
