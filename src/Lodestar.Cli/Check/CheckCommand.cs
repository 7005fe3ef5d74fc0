// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Lodestar.Cli.PlanInputs;
using Lodestar.Cli.Terminals;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Cli.Check;

/// <summary><c>lodestar check</c>: every fault of a plan, with its place and what to do about it.</summary>
internal static class CheckCommand
{
    public static Command Create(Shell shell)
    {
        var path = CommonOptions.Operand<string>(shell, "PATH", "cli.argument.path");
        var json = CommonOptions.Json(shell);
        var command = new Command("check", shell.Say("cli.check.description")) { path, json };
        command.SetAction(parsed => Run(shell, parsed.GetRequiredValue(path), parsed.GetValue(json)));
        return command;
    }

    private static int Run(Shell shell, string path, bool json)
    {
        if (!PlanInput.TryRead(path, out var reading, out var failure))
        {
            return CommandLine.Fail(shell, failure);
        }

        var doubts = Assessor.Assess(reading.Plan, shell.Today).Doubts;
        var all = reading
            .Diagnostics.Concat(doubts)
            .Concat(reading.Model.Diagnostics)
            .Concat(reading.ScenarioFaults())
            .Distinct()
            .OrderBy(d => d.Place.File, StringComparer.Ordinal)
            .ThenBy(d => d.Place.Line)
            .ThenBy(d => d.Place.Column)
            .ToEquatableList();
        if (json)
        {
            CheckContract.Write(shell, path, reading.Plan, all);
        }
        else
        {
            DiagnosticLines.Write(shell, shell.Print, path, all);
            shell.Print(Counts(shell, path, all));
        }

        return all.Any(d => d.Severity == Severity.Error) ? ExitCode.PlanErrors : ExitCode.Fine;
    }

    private static string Counts(Shell shell, string path, EquatableList<Diagnostic> all) =>
        all.Count == 0
            ? shell.Say("cli.check.clean", ("path", path))
            : shell.Say(
                "cli.check.counts",
                ("path", path),
                ("errors", all.Count(d => d.Severity == Severity.Error)),
                ("warnings", all.Count(d => d.Severity == Severity.Warning)),
                ("notes", all.Count(d => d.Severity == Severity.Note))
            );
}
