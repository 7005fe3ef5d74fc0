// SPDX-License-Identifier: Apache-2.0
using Lodestar.Cli.Terminals;
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Cli.Importing;

/// <summary>What an import made of a file: what it took it for, what it left out and why, what to look at.</summary>
internal static class ImportText
{
    private const int PlansShown = 20;

    public static void Write(Shell shell, ImportWishes wishes, ImportResult result)
    {
        Report(shell, result);
        Plans(shell, wishes, result.Plans);
    }

    /// <summary>What the file was taken for, what was left out, and what to look at; not what was made of it.</summary>
    public static void Report(Shell shell, ImportResult result)
    {
        if (result.Understood.Count > 0)
        {
            shell.Print(new Ink(shell.Say("cli.import.understood"), Tone.Strong));
            foreach (var understood in result.Understood)
            {
                shell.Print($"  {shell.Texts.Render(understood)}");
            }
        }

        Loss(shell, result.Loss);
        DiagnosticLines.Write(shell, shell.Print, "", result.Diagnostics);
    }

    private static void Loss(Shell shell, LossReport loss)
    {
        shell.Print(
            shell.Say(
                "cli.import.loss",
                ("read", (int)loss.RowsRead),
                ("used", loss.RowsUsed),
                ("left", loss.RowsLeftOut)
            )
        );
        foreach (var left in loss.LeftOut)
        {
            shell.Print(
                shell.Say("cli.import.left-out", ("rows", (int)left.Rows), ("reason", left.Reason)),
                new Ink(
                    left.First.Count == 0 ? "" : $"  ({string.Join(", ", left.First.Select(p => p.ToString()))})",
                    Tone.Quiet
                )
            );
        }
    }

    private static void Plans(Shell shell, ImportWishes wishes, EquatableList<ImportedPlan> plans)
    {
        if (plans.Count == 0)
        {
            shell.Print(shell.Say("cli.import.nothing"));
            return;
        }

        var written = new WrittenPlans(wishes.Folder);
        shell.Print(
            new Ink(
                shell.Say(wishes.DryRun ? "cli.import.would-write" : "cli.import.wrote", ("plans", plans.Count)),
                Tone.Strong
            )
        );
        foreach (var plan in plans.Take(PlansShown))
        {
            shell.Print($"  {written.DisplayOf(plan)}", new Ink($"  {plan.Name}", Tone.Quiet));
        }

        if (plans.Count > PlansShown)
        {
            shell.Print($"  {shell.Say("cli.import.more", ("plans", plans.Count - PlansShown))}");
        }

        if (!wishes.DryRun)
        {
            shell.Print(shell.Say("cli.import.next", ("path", written.DisplayOf(plans[0]))));
        }
    }
}
