// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Answers;
using Lodestar.Formula.Chance;
using Lodestar.Planning.Budgets;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Model;
using Lodestar.Planning.Scenarios;

namespace Lodestar.Planning.Assessment;

/// <summary>
/// The odds that a scenario stays in the place's share of the world's carbon budget: under the least and under the most
/// generous method, since no method is the right one. The world's budget is drawn too: straight lines through the
/// likelihoods it is published with, down to nothing below and straight on above, mirrored where nothing is published.
/// </summary>
internal static class BudgetOdds
{
    public static IEnumerable<WorkingStep> Working(AssessmentContext context, ModelledPlan modelled, bool isFirm)
    {
        var run = modelled.Outlook.Expected;
        if (
            context.Budget is not { } place
            || Cumulative(context, modelled, run) is not { } sums
            || Shares(context, place) is not { Count: > 1 } shares
        )
        {
            yield break;
        }

        foreach (var isLeast in new[] { true, false })
        {
            var points = shares.Select(s => (s.Quantile, Amount: isLeast ? s.Least : s.Most)).ToList();
            var stream = RandomNumbers.Of(ScenarioRunner.Seed, "the world's carbon budget");
            var hits = 0;
            for (var draw = 0; draw < sums.Length; draw++)
            {
                hits += sums[draw] <= At(points, stream.Share(draw, 0)) ? 1 : 0;
            }

            yield return new WorkingStep(
                Message.Of(
                    isLeast ? "working.odds.budget.least" : "working.odds.budget.most",
                    ("scenario", OddsFinding.Name(run)),
                    ("limit", context.Rules["budget.limit"])
                ),
                null,
                OddsSaid.Of(new Odds(hits, sums.Length, 0), isFirm)
            );
        }
    }

    /// <summary>CO2 in tonnes from the assessment date to the end of the model, by draw.</summary>
    private static double[]? Cumulative(AssessmentContext context, ModelledPlan modelled, ScenarioRun run)
    {
        var place = context.Budget!;
        if (
            place.Last is not { } last
            || place.LastYear is not { } year
            || context.Totals![year].Amount is not { } whole
            || whole <= 0
            || context.Date.Year < run.FirstYear
            || run.Sums(context.Date.Year, run.LastYear) is not { } sums
        )
        {
            return null;
        }

        // CO2's part of the total as the last inventory has it; the year of the date counts by its days left.
        var perUnit = last.Tonnes / whole * modelled.Factor;
        var gone = Years.Of(context.Date) - context.Date.Year;
        var first = run.Samples[context.Date.Year - run.FirstYear];
        return [.. sums.Select((s, draw) => (s - (gone * first[draw])) * perUnit)];
    }

    /// <summary>By how sure the world's budget is to be at least so large: the least and the most that a method gives the place, in tonnes.</summary>
    private static List<(double Quantile, double Least, double Most)> Shares(
        AssessmentContext context,
        PlaceBudget place
    )
    {
        var shares = new List<(double, double, double)>();
        foreach (var budget in Published(context.Rules["budget.limit"]))
        {
            var @case = BudgetCase.Of(place, budget);
            var answered = @case.Answered;
            if (answered.Count > 0)
            {
                shares.Add((1 - budget.Likelihood, answered[0].Share!.Value.Tonnes, answered[^1].Share!.Value.Tonnes));
            }
            else if (@case.World.IsExhausted)
            {
                shares.Add((1 - budget.Likelihood, 0, 0));
            }
        }

        return shares;
    }

    /// <summary>The world's budgets of a limit, the least first; above the median, where nothing is published, the mirror of those below.</summary>
    private static List<WorldBudget> Published(double limit)
    {
        var budgets = WorldBudgets.Likelihoods.Select(l => WorldBudgets.Find(limit, l)).OfType<WorldBudget>().ToList();
        if (budgets.Find(b => Math.Abs(b.Likelihood - 0.5) < 1e-6) is { } median)
        {
            var mirrored = budgets
                .Where(b => b.Likelihood > 0.5 + 1e-6 && !budgets.Exists(o => o.Likelihood < 0.5 - 1e-6))
                .Select(b =>
                    b with
                    {
                        Likelihood = 1 - b.Likelihood,
                        Amount = median.Amount + median.Amount - b.Amount,
                    }
                )
                .ToList();
            budgets.AddRange(mirrored);
        }

        return [.. budgets.OrderByDescending(b => b.Likelihood)];
    }

    private static double At(List<(double Quantile, double Amount)> points, double share)
    {
        if (share <= points[0].Quantile)
        {
            return points[0].Amount * share / points[0].Quantile;
        }

        for (var i = 1; i < points.Count; i++)
        {
            if (share <= points[i].Quantile)
            {
                var (before, after) = (points[i - 1], points[i]);
                var part = (share - before.Quantile) / (after.Quantile - before.Quantile);
                return before.Amount + (part * (after.Amount - before.Amount));
            }
        }

        var (last, one) = (points[^1], points[^2]);
        return last.Amount + ((share - last.Quantile) * (last.Amount - one.Amount) / (last.Quantile - one.Quantile));
    }
}
