// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Lodestar.Cli.PlanInputs;
using Lodestar.Cli.Terminals;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Cli.Assessing;

/// <summary>A plan that was named on the command line, and what the lodestar test says of it.</summary>
internal sealed record AssessedPlan(string Path, PlanReading Reading, PlanAssessment Assessment);

/// <summary><c>lodestar assess</c>: does what the place does add up to what it promised?</summary>
internal static class AssessCommand
{
    private sealed record Wishes(string[] Paths, DateOnly Date, bool Json, bool Strict, string? Finding);

    public static Command Create(Shell shell)
    {
        var paths = CommonOptions.Operand<string[]>(shell, "PATH", "cli.argument.paths");
        paths.Arity = ArgumentArity.OneOrMore;
        var date = CommonOptions.Date(shell);
        var json = CommonOptions.Json(shell);
        var strict = new Option<bool>("--strict") { Description = shell.Say("cli.option.strict") };
        var finding = new Option<string?>("--finding")
        {
            HelpName = "ID",
            Description = shell.Say("cli.option.finding"),
        };
        finding.CompletionSources.Add(_ =>
            FindingTable.All.Select(f => new System.CommandLine.Completions.CompletionItem(f.Id))
        );
        var command = new Command("assess", shell.Say("cli.assess.description")) { paths, date, json, strict, finding };
        command.SetAction(parsed =>
            Run(
                shell,
                new Wishes(
                    parsed.GetRequiredValue(paths),
                    parsed.GetValue(date) ?? shell.Today,
                    parsed.GetValue(json),
                    parsed.GetValue(strict),
                    parsed.GetValue(finding)
                )
            )
        );
        return command;
    }

    private static int Run(Shell shell, Wishes wishes)
    {
        var ids = FindingTable.All.Select(f => f.Id).ToList();
        if (wishes.Finding is { } wanted && !ids.Contains(wanted))
        {
            return CommandLine.Fail(
                shell,
                Failure.Of(ExitCode.Usage, "LS6011", ("finding", wanted), ("findings", ids)).Near(wanted, ids)
            );
        }

        var plans = new List<AssessedPlan>();
        foreach (var path in wishes.Paths)
        {
            if (!PlanInput.TryRead(path, out var reading, out var failure))
            {
                return CommandLine.Fail(shell, failure);
            }

            plans.Add(new AssessedPlan(path, reading, Assessor.Assess(reading.Plan, wishes.Date, reading.Outlook)));
        }

        Write(shell, plans, wishes);
        return Verdict(plans, wishes.Strict);
    }

    private static void Write(Shell shell, List<AssessedPlan> plans, Wishes wishes)
    {
        if (wishes.Json)
        {
            AssessmentJson.Write(shell, plans, wishes.Finding);
        }
        else if (wishes.Finding is { } id)
        {
            foreach (var plan in plans)
            {
                FindingText.Write(shell, plan, plan.Assessment.FindingOf(id));
            }
        }
        else if (plans.Count == 1)
        {
            AssessmentText.Write(shell, plans[0]);
        }
        else
        {
            PlacesText.Write(shell, plans);
        }

        foreach (var plan in plans.Where(p => p.Reading.HasErrors))
        {
            shell.Complain(
                shell.Say(
                    "cli.assess.errors",
                    ("path", plan.Path),
                    ("errors", plan.Reading.Diagnostics.Count(d => d.Severity == Severity.Error))
                )
            );
        }
    }

    private static int Verdict(List<AssessedPlan> plans, bool strict)
    {
        if (plans.Exists(p => p.Reading.HasErrors))
        {
            return ExitCode.PlanErrors;
        }

        var unmet = plans.Exists(p => p.Assessment.Findings.Any(f => f.Verdict == Planning.Assessment.Verdict.Unmet));
        return strict && unmet ? ExitCode.Unmet : ExitCode.Fine;
    }
}
