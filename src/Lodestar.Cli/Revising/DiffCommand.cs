// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Lodestar.Cli.Terminals;
using Lodestar.Storage.Revisions;

namespace Lodestar.Cli.Revising;

/// <summary><c>lodestar diff</c>: what changed between two plans, folders, zips or revisions.</summary>
internal static class DiffCommand
{
    public static Command Create(Shell shell)
    {
        var from = CommonOptions.Operand<string>(shell, "A", "cli.argument.a");
        var to = CommonOptions.Operand<string>(shell, "B", "cli.argument.b");
        var data = CommonOptions.Data(shell);
        var command = new Command("diff", shell.Say("cli.diff.description")) { from, to, data };
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    shell,
                    parsed.GetRequiredValue(from),
                    parsed.GetRequiredValue(to),
                    parsed.GetValue(data),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        Shell shell,
        string from,
        string to,
        string? data,
        CancellationToken cancellation
    )
    {
        var (old, failure) = await PlanOperand.LoadAsync(shell, from, null, data, cancellation);
        if (old is null)
        {
            return CommandLine.Fail(shell, failure!);
        }

        (var @new, failure) = await PlanOperand.LoadAsync(shell, to, null, data, cancellation);
        if (@new is null)
        {
            return CommandLine.Fail(shell, failure!);
        }

        var changes = PlanDiff.Between(old, @new);
        DiffText.Write(shell, changes);
        if (changes.Count == 0)
        {
            shell.Complain(shell.Say("cli.diff.same"));
        }

        return ExitCode.Fine;
    }
}
