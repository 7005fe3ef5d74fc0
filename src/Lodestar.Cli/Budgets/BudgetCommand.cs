// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Runtime.CompilerServices;
using Lodestar.Cli.PlanInputs;
using Lodestar.Cli.Terminals;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Budgets;
using Lodestar.Planning.Diagnostics;
using Lodestar.Web.Components.Budgets;
using Lodestar.Web.Features.Budgets;

namespace Lodestar.Cli.Budgets;

/// <summary><c>lodestar budget</c>: what the path emits against fair shares of what the world may still emit.</summary>
internal static class BudgetCommand
{
    public static Command Create(Shell shell)
    {
        var path = CommonOptions.Operand<string>(shell, "PATH", "cli.argument.path");
        var limit = new Option<string?>("--limit")
        {
            HelpName = "DEGREES",
            Description = shell.Say("cli.option.limit"),
        };
        var likelihood = new Option<string?>("--likelihood")
        {
            HelpName = "PERCENT",
            Description = shell.Say("cli.option.likelihood"),
        };
        var date = CommonOptions.Date(shell);
        var json = CommonOptions.Json(shell);
        var command = new Command("budget", shell.Say("cli.budget.description"))
        {
            path,
            limit,
            likelihood,
            date,
            json,
        };
        command.SetAction(parsed =>
            Run(
                shell,
                parsed.GetRequiredValue(path),
                (parsed.GetValue(limit), parsed.GetValue(likelihood)),
                parsed.GetValue(date) ?? shell.Today,
                parsed.GetValue(json)
            )
        );
        return command;
    }

    private static int Run(
        Shell shell,
        string path,
        (string? Limit, string? Likelihood) wanted,
        DateOnly date,
        bool json
    )
    {
        if (Asked(wanted) is not { } world)
        {
            var asked = string.Join(' ', new[] { wanted.Limit, wanted.Likelihood }.Where(w => w is not null));
            var refusal = BudgetDiagnostics.NoSuchBudget(asked, new Place("lodestar"));
            return CommandLine.Fail(shell, new Failure(ExitCode.Usage, refusal));
        }

        if (!PlanInput.TryRead(path, out var reading, out var failure))
        {
            return CommandLine.Fail(shell, failure);
        }

        var assessment = Assessor.Assess(reading.Plan, date);
        var budget = BudgetCase.Of(assessment.Budget!, world);
        if (json)
        {
            Json(shell, assessment, budget);
        }
        else
        {
            BudgetText.Write(shell, assessment, budget, path);
        }

        return reading.HasErrors ? ExitCode.PlanErrors : ExitCode.Fine;
    }

    // Apart, so that only what asks for it loads the web's assembly.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WorldBudget? Asked((string? Limit, string? Likelihood) wanted) =>
        BudgetQuery.Find(wanted.Limit, wanted.Likelihood?.TrimEnd('%'));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Json(Shell shell, PlanAssessment assessment, BudgetCase budget) =>
        JsonOutput.Write(shell, BudgetContract.From(assessment, budget, shell.Texts));
}
