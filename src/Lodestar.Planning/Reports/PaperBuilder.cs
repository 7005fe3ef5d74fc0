// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Reports;

/// <summary>Puts a paper together.</summary>
public static class PaperBuilder
{
    private const int HashShown = 12;

    /// <summary>The paper of a plan. It depends on nothing but the input, so that the same input gives the same paper.</summary>
    public static CouncilPaper Of(PaperInput input)
    {
        var (plan, assessment) = (input.Plan, input.Assessment);
        var view = PaperView.Of(input);
        return new CouncilPaper(
            Message.Of("report.title", ("place", plan.PlaceName)),
            plan.PlaceName,
            assessment.Date,
            Message.Of(
                "report.foot",
                ("hash", input.Hash[..HashShown]),
                ("version", input.Version),
                ("rules", assessment.RuleSet),
                ("date", assessment.Date)
            ),
            ImmutableArray.Create(
                PaperSummary.Of(input, view),
                PaperInventory.Of(input),
                PaperPromise.Of(input),
                PaperScenarios.Of(input, view),
                PaperEffects.Of(input, view),
                PaperOdds.Of(input, view),
                PaperLockIn.Of(input, view),
                PaperFindings.Of(input),
                PaperAsks.Of(input),
                PaperMethod.Of(input, view),
                PaperSources.Of(input)
            )
        );
    }
}
