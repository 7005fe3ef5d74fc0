// SPDX-License-Identifier: Apache-2.0
using Lodestar.Cli.Terminals;
using Lodestar.Formats.Templates;
using Lodestar.Formula.Answers;
using Lodestar.Planning.Messages;

namespace Lodestar.Cli.Templates;

/// <summary>The calibration as a table: what the inventory says, what the template gives, and what the gap is made of.</summary>
internal static class NewText
{
    public static void Write(Shell shell, ModelTemplate template, string folder, TemplatedPlan made)
    {
        var report = made.Report!;
        shell.Print(
            shell.Say(
                "cli.new.heading",
                ("folder", folder),
                ("template", template.ToString()),
                ("inventory", report.Observed.Inventory.Id),
                ("year", report.Observed.BaseYear),
                ("unit", $"kt {report.Observed.Gas}")
            )
        );
        shell.Print();
        var table = new TextTable(
            shell.Say("cli.new.column.line"),
            shell.Say("cli.new.column.inventory"),
            shell.Say("cli.new.column.bottom-up"),
            shell.Say("cli.new.column.factor"),
            shell.Say("cli.new.column.ratio"),
            shell.Say("cli.new.column.activity"),
            shell.Say("cli.new.column.residual"),
            shell.Say("cli.new.column.share"),
            shell.Say("cli.new.column.fitted"),
            shell.Say("cli.new.column.held-out")
        );
        foreach (var line in report.Lines)
        {
            table.Add(
                line.Group.Title.In(shell.Language),
                Number(shell, line.Inventory),
                line.Group.Lines.Count == 0 ? "" : Number(shell, line.BottomUp),
                line.FactorGap is { } gap ? Number(shell, gap) : "–",
                line.Group.Lines.Count == 0 ? "" : "× " + Number(shell, line.Ratio),
                line.Group.Lines.Count == 0 ? "" : Number(shell, line.ActivityGap),
                Number(shell, line.Residual),
                new Ink(Percent(shell, line.ResidualShare), line.IsFlagged ? Tone.Doubtful : Tone.Plain),
                Error(shell, line.History?.Fitted),
                Error(shell, line.History?.HeldOut)
            );
        }

        table.Write(shell);
        shell.Print();
        shell.Print(shell.Say("cli.new.about-table"));
        var count = report.Lines.Count(l => l.IsFlagged);
        if (count > 0)
        {
            shell.Print(new Ink(shell.Say("cli.new.flagged", ("count", count)), Tone.Doubtful));
        }

        DiagnosticLines.Write(shell, shell.Complain, folder, made.Diagnostics);

        shell.Print(shell.Say("cli.new.next", ("folder", folder)));
    }

    private static string Error(Shell shell, FitError? error) =>
        error is null || !double.IsFinite(error.RelativeRmse) ? "–" : Percent(shell, error.RelativeRmse);

    private static string Number(Shell shell, double value) =>
        new NumberText(shell.Language).Number(Math.Abs(value) < 1e-9 ? 0 : value);

    private static string Percent(Shell shell, double value) => new NumberText(shell.Language).Percent(value);
}
