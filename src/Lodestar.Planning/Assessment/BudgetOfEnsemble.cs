// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Budgets;
using Lodestar.Planning.Climate;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Assessment;

/// <summary>
/// What the climate model's own ensemble leaves the world for the limit that is judged, beside the published budget, which
/// decides.
/// </summary>
internal static class BudgetOfEnsemble
{
    // The "likely range" of climate reports, strictest first.
    private const double Strict = 0.83;
    private const double Loose = 0.17;

    /// <summary>Null for a limit that the ensemble's table does not have.</summary>
    public static Message? Sentence(double limit, DateOnly date) =>
        Range(limit) is not var (low, high) ? null
        : high.Kind == EnsembleBudgetKind.NoneLeft
            ? Message.Of(
                "finding.budget.ensemble.none",
                ("limit", limit),
                ("likelihood", new Share(high.Likelihood)),
                ("date", date)
            )
        : Message.Of(
            "finding.budget.ensemble",
            ("low", Left(low, date)),
            ("high-likelihood", new Share(low.Likelihood)),
            ("high", Left(high, date)),
            ("low-likelihood", new Share(high.Likelihood)),
            ("date", date)
        );

    public static IEnumerable<WorkingStep> Working(double limit, DateOnly date)
    {
        if (Range(limit) is not var (low, high))
        {
            yield break;
        }

        yield return new WorkingStep(
            Message.Of(
                "working.budget.ensemble",
                ("date", date),
                ("limit", limit),
                ("high-likelihood", new Share(low.Likelihood)),
                ("low-likelihood", new Share(high.Likelihood))
            ),
            null,
            Message.Of("budget.range", ("low", Left(low, date)), ("high", Left(high, date))),
            Message.Of(
                "working.budget.ensemble.note",
                ("set", low.Set),
                ("from", low.From),
                ("background", WarmingWords.Background(low.Background))
            )
        );
    }

    private static (EnsembleBudget Low, EnsembleBudget High)? Range(double limit) =>
        EnsembleBudgets.Find(limit, Strict) is { } low && EnsembleBudgets.Find(limit, Loose) is { } high
            ? (low, high)
            : null;

    private static object Left(EnsembleBudget budget, DateOnly date) =>
        budget.Kind == EnsembleBudgetKind.Beyond ? Message.Of("budget.ensemble.beyond")
        : budget.At(date) is { } left && left > CarbonDioxide.Zero ? left.ToQuantity()
        : Message.Of("budget.ensemble.none");
}
