// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Globalization;
using System.Runtime.CompilerServices;
using Lodestar.Cli.PlanInputs;
using Lodestar.Cli.Terminals;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Attribution;
using Lodestar.Planning.Scenarios;
using Lodestar.Web.Components.Scenarios;
using Lodestar.Web.Features.Scenarios;

namespace Lodestar.Cli.Scenarios;

/// <summary><c>lodestar compare</c>: where a plan's scenarios lead, two of them beside each other, or one of them between two years.</summary>
internal static class CompareCommand
{
    private sealed record Wishes(string Path, string? A, string? B, int? Year, DateOnly Date, bool Json, bool Csv)
    {
        /// <summary>Two years of one scenario; null where two scenarios are compared.</summary>
        public int? From { get; init; }

        public int? To { get; init; }

        public bool IsChange => From is not null || To is not null;
    }

    public static Command Create(Shell shell)
    {
        var path = CommonOptions.Operand<string>(shell, "PLAN", "cli.compare.argument.plan");
        var scenarios = CommonOptions.Operand<string[]>(shell, "SCENARIO", "cli.compare.argument.scenarios");
        scenarios.Arity = new ArgumentArity(0, 2);
        var year = new Option<int?>("--year") { HelpName = "YEAR", Description = shell.Say("cli.compare.option.year") };
        var from = new Option<int?>("--from") { HelpName = "YEAR", Description = shell.Say("cli.compare.option.from") };
        var to = new Option<int?>("--to") { HelpName = "YEAR", Description = shell.Say("cli.compare.option.to") };
        var csv = new Option<bool>("--csv") { Description = shell.Say("cli.compare.option.csv") };
        var (date, json) = (CommonOptions.Date(shell), CommonOptions.Json(shell));
        var command = new Command("compare", shell.Say("cli.compare.description"))
        {
            path,
            scenarios,
            year,
            from,
            to,
            date,
            csv,
            json,
        };
        command.SetAction(parsed =>
        {
            var named = parsed.GetValue(scenarios) ?? [];
            return Run(
                shell,
                new Wishes(
                    parsed.GetRequiredValue(path),
                    named.ElementAtOrDefault(0),
                    named.ElementAtOrDefault(1),
                    parsed.GetValue(year),
                    parsed.GetValue(date) ?? shell.Today,
                    parsed.GetValue(json),
                    parsed.GetValue(csv)
                )
                {
                    From = parsed.GetValue(from),
                    To = parsed.GetValue(to),
                }
            );
        });
        return command;
    }

    private static int Run(Shell shell, Wishes wishes)
    {
        if (!PlanInput.TryRead(wishes.Path, out var reading, out var failure))
        {
            return CommandLine.Fail(shell, failure);
        }

        var assessment = Assessor.Assess(reading.Plan, wishes.Date, reading.Outlook);
        var (view, state) = ScenarioView.Of(reading, assessment);
        if (view is null || state != ScenarioState.Shown)
        {
            return CommandLine.Fail(shell, Failure.Of(ExitCode.Usage, "LS6070", ("path", wishes.Path)));
        }

        if (Wrong(view, wishes) is { } wrong)
        {
            return CommandLine.Fail(shell, wrong);
        }

        foreach (var fault in view.Outlook.Set.Diagnostics)
        {
            DiagnosticLines.Write(shell, shell.Complain, wishes.Path, fault);
        }

        Write(shell, reading, view, wishes);
        return reading.HasErrors ? ExitCode.PlanErrors : ExitCode.Fine;
    }

    private static Failure? Wrong(ScenarioView view, Wishes wishes)
    {
        var ids = view.Outlook.Runs.Select(r => r.Case.Id).ToList();
        foreach (var id in new[] { wishes.A, wishes.B }.OfType<string>())
        {
            if (view.Find(id) is null)
            {
                return Failure.Of(ExitCode.Usage, "LS6071", ("scenario", id), ("scenarios", ids)).Near(id, ids);
            }
        }

        foreach (var year in new[] { wishes.Year, wishes.From, wishes.To }.OfType<int>())
        {
            if (year < view.FirstYear || year > view.LastYear)
            {
                return Failure.Of(
                    ExitCode.Usage,
                    "LS6072",
                    ("year", year),
                    ("from", view.FirstYear),
                    ("to", view.LastYear)
                );
            }
        }

        return !wishes.IsChange ? null
            : wishes.B is not null || wishes.Year is not null ? Failure.Of(ExitCode.Usage, "LS6073")
            : (wishes.From ?? view.FirstYear) >= (wishes.To ?? view.LastYear)
                ? Failure.Of(
                    ExitCode.Usage,
                    "LS6074",
                    ("from", wishes.From ?? view.FirstYear),
                    ("to", wishes.To ?? view.LastYear)
                )
            : null;
    }

    private static (int From, int To) Span(ScenarioView view, Wishes wishes) =>
        view.Span(
            wishes.From?.ToString(CultureInfo.InvariantCulture),
            wishes.To?.ToString(CultureInfo.InvariantCulture)
        );

    private static void Write(Shell shell, PlanReading reading, ScenarioView view, Wishes wishes)
    {
        if (wishes.Json || wishes.Csv)
        {
            ForMachines(shell, reading, view, wishes);
        }
        else if (wishes.IsChange)
        {
            var run = view.Find(wishes.A) ?? view.Outlook.Planned;
            if (view.Change(run, Span(view, wishes)) is { } change)
            {
                CompareText.Change(shell, view, change);
            }
        }
        else if (wishes.A is null)
        {
            CompareText.All(shell, view, wishes.Year);
        }
        else
        {
            var (a, b) = view.Pair(wishes.A, wishes.B);
            CompareText.Two(shell, view, view.Compare(a, b, wishes.Year ?? view.UsualYear));
            CompareText.Cost(shell, view, a, b, wishes.Year ?? view.UsualYear);
        }
    }

    // Apart, so that only --json and --csv load the contracts.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ForMachines(Shell shell, PlanReading reading, ScenarioView view, Wishes wishes)
    {
        if (wishes.IsChange)
        {
            var change = ScenarioChangeContract.Of(
                view.Plan.Id,
                null,
                view,
                ScenarioState.Shown,
                view.Find(wishes.A),
                Span(view, wishes)
            );
            Put(shell, wishes, change, () => ScenariosCsv.Write(change));
            return;
        }

        if (wishes.A is not null)
        {
            var compared = ScenarioComparisonContract.From(
                view.Plan.Id,
                null,
                view,
                ScenarioState.Shown,
                (wishes.A, wishes.B),
                wishes.Year
            );
            Put(shell, wishes, compared, () => ScenariosCsv.Write(compared));
            return;
        }

        var all = ScenariosContract.From(
            view.Plan.Id,
            null,
            view,
            ScenarioState.Shown,
            wishes.Json ? ByController(reading, view) : null,
            shell.Texts
        );
        Put(shell, wishes, all, () => ScenariosCsv.Write(view));
    }

    private static AttributionReport? ByController(PlanReading reading, ScenarioView view)
    {
        using var runner = reading.Runner();
        return runner is null ? null : PlanOutlook.WedgesByController(runner, view.Outlook.Set.Planned);
    }

    private static void Put<T>(Shell shell, Wishes wishes, T contract, Func<string> csv)
    {
        if (wishes.Json)
        {
            JsonOutput.Write(shell, contract);
        }
        else
        {
            shell.Out.Write(csv());
        }
    }
}
