// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Lodestar.Cli.PlanInputs;
using Lodestar.Cli.Terminals;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;
using Lodestar.Storage.Revisions;

namespace Lodestar.Cli.Revising;

/// <summary><c>lodestar save</c>: a folder becomes the next revision of its plan in the store.</summary>
internal static class SaveCommand
{
    private sealed record Wishes(string Path, string Message, string? Data, string? Parent, string? Author);

    public static Command Create(Shell shell)
    {
        var path = CommonOptions.Operand<string>(shell, "PATH", "cli.argument.path");
        var message = new Option<string>("--message", "-m")
        {
            Required = true,
            HelpName = "TEXT",
            Description = shell.Say("cli.option.message"),
        };
        var parent = new Option<string?>("--parent") { HelpName = "REV", Description = shell.Say("cli.option.parent") };
        var author = new Option<string?>("--author") { HelpName = "ID", Description = shell.Say("cli.option.author") };
        var data = CommonOptions.Data(shell);
        var command = new Command("save", shell.Say("cli.save.description")) { path, message, parent, author, data };
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    shell,
                    new Wishes(
                        parsed.GetRequiredValue(path),
                        parsed.GetRequiredValue(message),
                        parsed.GetValue(data),
                        parsed.GetValue(parent),
                        parsed.GetValue(author)
                    ),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, Wishes wishes, CancellationToken cancellation)
    {
        if (!PlanInput.TryRead(wishes.Path, out var reading, out var failure))
        {
            return CommandLine.Fail(shell, failure);
        }

        var errors = reading.Diagnostics.Count(d => d.Severity == Severity.Error);
        if (!reading.Files.TryGet(PlanInput.PlanFile, out _) || !PlanIds.IsValid(reading.Plan.Id))
        {
            DiagnosticLines.Write(shell, shell.Complain, wishes.Path, reading.Diagnostics);
            return CommandLine.Fail(shell, Failure.Of(ExitCode.PlanErrors, "LS6009", ("path", wishes.Path)));
        }

        (var store, failure) = await PlanStore.OpenAsync(shell, wishes.Data, create: true, cancellation);
        if (store is null)
        {
            return CommandLine.Fail(shell, failure!);
        }

        await using (store)
        {
            var id = reading.Plan.Id;
            var parent = (await store.Revisions.CurrentAsync(id, cancellation))?.Id;
            if (wishes.Parent is { } named)
            {
                (var from, failure) = await store.FindAsync(id, named, cancellation);
                if (from is null)
                {
                    return CommandLine.Fail(shell, failure!);
                }

                parent = from.Id;
            }

            var note = new RevisionNote(wishes.Message, wishes.Author);
            var outcome = await store.Revisions.SaveAsync(id, reading.Files, note, parent, cancellation);
            if (errors > 0)
            {
                shell.Complain(shell.Say("cli.save.errors", ("path", wishes.Path), ("errors", errors)));
            }

            return OutcomeText.Write(shell, id, outcome);
        }
    }
}
