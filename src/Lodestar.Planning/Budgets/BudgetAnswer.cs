// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Budgets;

/// <summary>
/// What a budget says of a place: the verdict over the range of methods, in a sentence. Never against one number.
/// </summary>
public static class BudgetAnswer
{
    /// <summary>
    /// Met when the path's CO2 is within every method's share, unmet when above every one, partly in between; with nothing
    /// left in the world, unmet by any path that still emits. Not stated without a path or without a range.
    /// </summary>
    public static Verdict Verdict(PlaceBudget place, BudgetCase budget)
    {
        if (place.Path is null || (!budget.World.IsExhausted && !budget.HasRange))
        {
            return Assessment.Verdict.NotStated;
        }

        var path = place.Path.CumulativeFrom(budget.World.Date);
        if (budget.World.IsExhausted)
        {
            return path <= CarbonDioxide.Zero ? Assessment.Verdict.Met : Assessment.Verdict.Unmet;
        }

        var shares = budget.Answered;
        return path <= shares[0].Share!.Value ? Assessment.Verdict.Met
            : path > shares[^1].Share!.Value ? Assessment.Verdict.Unmet
            : Assessment.Verdict.Partly;
    }

    /// <summary>The verdict's sentence, or why there is none.</summary>
    /// <param name="pathStated">False when the plan has no path at all, rather than one that has ended.</param>
    public static Message Sentence(LocalText name, PlaceBudget place, BudgetCase budget, bool pathStated)
    {
        var verdict = Verdict(place, budget);
        if (verdict == Assessment.Verdict.NotStated)
        {
            return Open(place, pathStated);
        }

        var world = budget.World;
        var path = place.Path!.CumulativeFrom(world.Date).ToQuantity();
        if (world.IsExhausted)
        {
            return Message.Of(
                "finding.budget.exhausted",
                ("place", name),
                ("path", path),
                ("date", world.Date),
                ("limit", world.Budget.Limit),
                ("likelihood", new Share(world.Budget.Likelihood))
            );
        }

        var (low, high) = (budget.Answered[0], budget.Answered[^1]);
        var id = verdict switch
        {
            Assessment.Verdict.Met => "finding.budget.within",
            Assessment.Verdict.Unmet => "finding.budget.above",
            _ => "finding.budget.between",
        };
        return Message.Of(
            id,
            ("place", name),
            ("path", path),
            ("date", world.Date),
            ("limit", world.Budget.Limit),
            ("likelihood", new Share(world.Budget.Likelihood)),
            ("low", low.Share!.Value.ToQuantity()),
            ("low-method", ShareMethods.Name(low.Method)),
            ("high", high.Share!.Value.ToQuantity()),
            ("high-method", ShareMethods.Name(high.Method)),
            ("count", budget.Answered.Count)
        );
    }

    /// <summary>When the smallest and the largest share are used up with emissions held; null without a range.</summary>
    public static Message? IfHeld(PlaceBudget place, BudgetCase budget)
    {
        if (place.Last is not { } last || !budget.HasRange)
        {
            return null;
        }

        var (low, high) = (budget.Answered[0], budget.Answered[^1]);
        return low.Share!.Value <= CarbonDioxide.Zero
            ? Message.Of(
                "budget.if-held.overspent",
                ("last", last.ToQuantity()),
                ("method", ShareMethods.Name(low.Method)),
                ("high", BudgetWords.Year(high.Held))
            )
            : Message.Of(
                "budget.if-held",
                ("last", last.ToQuantity()),
                ("low", BudgetWords.Year(low.Held)),
                ("high", BudgetWords.Year(high.Held))
            );
    }

    private static Message Open(PlaceBudget place, bool pathStated)
    {
        if (place.Missing.Count > 0)
        {
            return Message.Of(
                "finding.budget.open",
                (
                    "reasons",
                    place
                        .Missing.Select(m => m.Reason)
                        .Aggregate((first, next) => Message.Of("sentences", ("first", first), ("next", next)))
                )
            );
        }

        return Message.Of(pathStated ? "finding.budget.path-ended" : "finding.budget.no-path");
    }
}
