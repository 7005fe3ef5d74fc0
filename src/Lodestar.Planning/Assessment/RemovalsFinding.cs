// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Planning.Assessment;

/// <summary>
/// What of the net-zero year's balance rests on removals and credits, as a share of base-year emissions, and what the
/// plan's own model finds removed by then.
/// </summary>
internal static class RemovalsFinding
{
    private static readonly Unit Percent = Unit.Parse("%");

    public static Finding Of(AssessmentContext context)
    {
        var (least, most) = (context.Rules["removals.met"], context.Rules["removals.unmet"]);
        var rule = Message.Of("finding.removals.rule", ("met", new Share(least)), ("unmet", new Share(most)));
        if (
            context.Levels is not { BaseAmount: { } whole and > 0 } levels
            || levels.Milestones.FirstOrDefault(m => m.IsNetZero) is not { } zero
            || levels.Residual is not { } gross
        )
        {
            return NotStatedFinding.Of(FindingTable.Of("removals"), context.Plan) with
            {
                Rule = rule,
                Sentence = context.Levels is null
                    ? NotStatedFinding.Of(FindingTable.Of("removals"), context.Plan).Sentence
                    : Message.Of("finding.removals.no-residual"),
                Needs = EquatableList.Of("targets.yaml"),
            };
        }

        var share = gross / whole;
        var balance = levels.Balance;
        var verdict =
            share > most || IsUnbounded(balance, gross) ? Verdict.Unmet
            : share <= least && IsCovered(balance, gross) ? Verdict.Met
            : Verdict.Partly;
        return new Finding("removals", verdict, Sentence(context, balance, zero, gross, share), rule)
        {
            Number = new Quantity(share * 100, Percent),
            Threshold = new Quantity(least * 100, Percent),
            Years = EquatableList.Of(zero.Year),
            Inputs = EquatableList.Of(context.TargetInput("input.residual", context.Amount(gross))),
            Working = Working(context, balance, zero, gross, whole).ToEquatableList(),
        };
    }

    /// <summary>Whether any amount of credits may be bought for what is left.</summary>
    private static bool IsUnbounded(NetZeroBalance? balance, double gross) =>
        gross > 0 && balance is { Credits: Stated.Yes or Stated.Partly, MostCredits: null };

    /// <summary>Whether removals and credits that are stated take up all that is left.</summary>
    private static bool IsCovered(NetZeroBalance? balance, double gross)
    {
        var credits = balance is { Credits: not Stated.No, MostCredits: { } most } ? most : 0;
        return gross <= 0 || (balance?.Removals ?? 0) + credits >= gross * (1 - 1e-9);
    }

    private static Message Sentence(
        AssessmentContext context,
        NetZeroBalance? balance,
        ResolvedMilestone zero,
        double gross,
        double share
    ) =>
        gross <= 0 ? Message.Of("finding.removals.none", ("year", zero.Year))
        : IsUnbounded(balance, gross)
            ? Message.Of(
                "finding.removals.unbounded",
                ("year", zero.Year),
                ("amount", context.Amount(gross)),
                ("share", new Share(share))
            )
        : Message.Of(
            "finding.removals.share",
            ("year", zero.Year),
            ("amount", context.Amount(gross)),
            ("share", new Share(share))
        );

    private static IEnumerable<WorkingStep> Working(
        AssessmentContext context,
        NetZeroBalance? balance,
        ResolvedMilestone zero,
        double gross,
        double whole
    )
    {
        yield return new WorkingStep(
            Message.Of("working.removals.left", ("year", zero.Year)),
            Message.Of("formula.ratio", ("part", context.Amount(gross)), ("whole", context.Amount(whole))),
            new Share(gross / whole)
        );
        yield return new WorkingStep(
            Message.Of("working.removals.removed"),
            null,
            balance?.Removals is { } removals ? context.Amount(removals) : Message.Of("working.removals.not-stated")
        );
        yield return new WorkingStep(
            Message.Of("working.removals.credits"),
            null,
            balance switch
            {
                { Credits: Stated.No } => Message.Of("working.removals.no-credits"),
                { MostCredits: { } most } => context.Amount(most),
                { Credits: Stated.Yes or Stated.Partly } => Message.Of("working.removals.credits-unbounded"),
                _ => Message.Of("working.removals.not-stated"),
            }
        );
        if (context.Modelled is { Fits: true } modelled && modelled.Outlook.Planned.At(zero.Year) is not null)
        {
            var run = modelled.Outlook.Planned;
            var sinks = run.Lines.Sum(l => Math.Max(0, -l.Amounts[zero.Year - run.FirstYear])) * modelled.Factor;
            yield return new WorkingStep(
                Message.Of("working.removals.modelled", ("year", zero.Year), ("scenario", OddsFinding.Name(run))),
                null,
                context.Amount(sinks),
                Message.Of("working.removals.modelled.note")
            );
        }

        yield return new WorkingStep(
            Message.Of("working.removals.durable"),
            null,
            Message.Of("working.removals.not-stated")
        );
    }
}
