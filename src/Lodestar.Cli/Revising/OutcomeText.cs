// SPDX-License-Identifier: Apache-2.0
using Lodestar.Cli.Terminals;
using Lodestar.Storage.Revisions;

namespace Lodestar.Cli.Revising;

/// <summary>What became of a save, in words and as an exit code.</summary>
internal static class OutcomeText
{
    public static int Write(Shell shell, string planId, SaveOutcome outcome)
    {
        switch (outcome)
        {
            case SaveOutcome.Saved(var revision):
                shell.Print(Say(shell, "cli.save.saved", planId, revision));
                return ExitCode.Fine;
            case SaveOutcome.Unchanged(var revision):
                shell.Print(Say(shell, "cli.save.unchanged", planId, revision));
                return ExitCode.Fine;
            case SaveOutcome.Conflict(var revision, var changes):
                DiffText.Write(shell, changes);
                return CommandLine.Fail(
                    shell,
                    Failure.Of(
                        ExitCode.PlanErrors,
                        "LS6010",
                        ("plan", planId),
                        ("number", revision.Number),
                        ("files", changes.Select(c => c.Path).ToList())
                    )
                );
            default:
                throw new InvalidOperationException($"No words for {outcome.GetType().Name}.");
        }
    }

    private static string Say(Shell shell, string id, string planId, Revision revision) =>
        shell.Say(id, ("plan", planId), ("number", revision.Number), ("id", HistoryCommand.Short(revision.Id)));
}
