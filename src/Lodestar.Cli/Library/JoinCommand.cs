// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Lodestar.Cli.PlanInputs;
using Lodestar.Cli.Terminals;
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.PlanMerging;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Cli.Library;

/// <summary><c>lodestar library join</c>: one inventory out of rows of several, where no publisher counts all gases openly.</summary>
internal static class JoinCommand
{
    public static Command Create(Shell shell)
    {
        var plans = new Argument<string[]>("PLAN")
        {
            Description = shell.Say("cli.argument.plan-folders"),
            Arity = ArgumentArity.OneOrMore,
        };
        var id = new Option<string>("--id")
        {
            HelpName = "ID",
            Required = true,
            Description = shell.Say("cli.option.join-id"),
        };
        var title = new Option<string>("--title")
        {
            HelpName = "TEXT",
            Required = true,
            Description = shell.Say("cli.option.join-title"),
        };
        var take = new Option<string[]>("--take")
        {
            HelpName = "INVENTORY[:GAS+GAS]",
            Required = true,
            Description = shell.Say("cli.option.join-take"),
        };
        var note = new Option<string?>("--note") { HelpName = "TEXT", Description = shell.Say("cli.option.join-note") };
        var command = new Command("join", shell.Say("cli.join.description")) { plans, id, title, take, note };
        command.SetAction(parsed =>
        {
            var wishes = new JoinWishes(
                PlanIds.Slug(parsed.GetRequiredValue(id)),
                parsed.GetRequiredValue(title),
                parsed.GetRequiredValue(take).Select(JoinPart.Parse).ToEquatableList()
            )
            {
                BoundaryNote = parsed.GetValue(note),
            };
            var worst = ExitCode.Fine;
            foreach (var folder in parsed.GetRequiredValue(plans))
            {
                worst = Math.Max(worst, Join(shell, folder, wishes));
            }

            return worst;
        });
        return command;
    }

    private static int Join(Shell shell, string folder, JoinWishes wishes)
    {
        if (!Directory.Exists(folder))
        {
            return CommandLine.Fail(shell, PlanInput.Missing(folder));
        }

        if (!PlanInput.TryFiles(folder, out var files, out var failure))
        {
            return CommandLine.Fail(shell, failure);
        }

        var result = InventoryJoin.Join(files.Files, wishes);
        if (!result.Done)
        {
            foreach (var diagnostic in result.Diagnostics)
            {
                DiagnosticLines.Write(shell, shell.Complain, folder, diagnostic);
            }

            return ExitCode.PlanErrors;
        }

        try
        {
            PlanDirectory.Write(result.Files, folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return CommandLine.Fail(
                shell,
                Failure.Of(ExitCode.Machine, "LS6003", ("path", folder), ("what", e.Message))
            );
        }

        shell.Print($"{folder}: {string.Join("; ", result.Changes.Select(shell.Texts.Render))}");
        return ExitCode.Fine;
    }
}
