// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Lodestar.Cli.PlanInputs;
using Lodestar.Cli.Terminals;
using Lodestar.Formats.CouncilPapers;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Cli.Reports;

/// <summary><c>lodestar report</c>: a plan held against its promise as a paper for a council, a Word document.</summary>
internal static class ReportCommand
{
    private sealed record Wishes(string Path, string? Out, DateOnly Date, bool Force);

    public static Command Create(Shell shell)
    {
        var path = CommonOptions.Operand<string>(shell, "PLAN", "cli.report.argument.plan");
        var file = new Option<string?>("--out")
        {
            HelpName = "FILE.docx",
            Description = shell.Say("cli.report.option.out"),
        };
        var (date, force) = (CommonOptions.Date(shell), CommonOptions.Force(shell));
        var command = new Command("report", shell.Say("cli.report.description")) { path, file, date, force };
        command.SetAction(
            (parsed, cancellation) =>
                Task.FromResult(
                    Run(
                        shell,
                        new Wishes(
                            parsed.GetRequiredValue(path),
                            parsed.GetValue(file),
                            parsed.GetValue(date) ?? shell.Today,
                            parsed.GetValue(force)
                        ),
                        cancellation
                    )
                )
        );
        return command;
    }

    private static int Run(Shell shell, Wishes wishes, CancellationToken cancellation)
    {
        if (!PlanInput.TryRead(wishes.Path, out var reading, out var failure))
        {
            return CommandLine.Fail(shell, failure);
        }

        var target = wishes.Out ?? PaperDocument.FileName(reading.Plan.Id, wishes.Date, shell.Language);
        if (Directory.Exists(target))
        {
            return CommandLine.Fail(shell, Failure.Of(ExitCode.Usage, "LS6090", ("path", target)));
        }

        if (!wishes.Force && File.Exists(target))
        {
            return CommandLine.Fail(shell, Failure.Of(ExitCode.Usage, "LS6091", ("path", target)));
        }

        var assessment = Assessor.Assess(reading.Plan, wishes.Date, reading.Outlook);
        var paper = PlanPaper.Of(reading, assessment, cancellation);
        var bytes = PaperDocument.Write(paper, shell.Texts);
        try
        {
            OutputFile.Write(target, stream => stream.Write(bytes));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return CommandLine.Fail(
                shell,
                Failure.Of(ExitCode.Machine, "LS6013", ("path", target), ("what", e.Message))
            );
        }

        shell.Print(shell.Say("cli.report.wrote", ("path", target)));
        if (!reading.HasErrors)
        {
            return ExitCode.Fine;
        }

        shell.Complain(
            shell.Say(
                "cli.report.errors",
                ("path", wishes.Path),
                ("errors", reading.Diagnostics.Count(d => d.Severity == Severity.Error))
            )
        );
        return ExitCode.PlanErrors;
    }
}
