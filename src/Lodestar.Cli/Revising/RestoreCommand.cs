// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Lodestar.Cli.Terminals;
using Lodestar.Storage.Revisions;

namespace Lodestar.Cli.Revising;

/// <summary><c>lodestar restore</c>: an older revision becomes the current one again, as a new revision on top.</summary>
internal static class RestoreCommand
{
    public static Command Create(Shell shell)
    {
        var plan = CommonOptions.Operand<string>(shell, "PLAN-ID", "cli.argument.plan");
        var revision = CommonOptions.Operand<string>(shell, "REV", "cli.argument.revision");
        var message = new Option<string?>("--message", "-m")
        {
            HelpName = "TEXT",
            Description = shell.Say("cli.option.message"),
        };
        var data = CommonOptions.Data(shell);
        var command = new Command("restore", shell.Say("cli.restore.description")) { plan, revision, message, data };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var (store, failure) = await PlanStore.OpenAsync(
                    shell,
                    parsed.GetValue(data),
                    create: false,
                    cancellation
                );
                if (store is null)
                {
                    return CommandLine.Fail(shell, failure!);
                }

                await using (store)
                {
                    var planId = parsed.GetRequiredValue(plan);
                    (var found, failure) = await store.FindAsync(
                        planId,
                        parsed.GetRequiredValue(revision),
                        cancellation
                    );
                    if (found is null)
                    {
                        return CommandLine.Fail(shell, failure!);
                    }

                    var why = parsed.GetValue(message) ?? shell.Say("cli.restore.message", ("number", found.Number));
                    var note = new RevisionNote(why);
                    return OutcomeText.Write(
                        shell,
                        planId,
                        await store.Revisions.RestoreAsync(planId, found.Id, note, cancellation)
                    );
                }
            }
        );
        return command;
    }
}
