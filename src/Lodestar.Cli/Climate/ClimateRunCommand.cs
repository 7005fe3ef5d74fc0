// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Runtime.CompilerServices;
using Lodestar.Cli.Terminals;
using Lodestar.Climate.Answers;
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Emulator;
using Lodestar.Climate.Pathways;

namespace Lodestar.Cli.Climate;

/// <summary>A pathway that was run, and what became of it on the way.</summary>
/// <param name="Reading">Null when the background itself was run.</param>
internal sealed record ClimateRun(
    Calibration Calibration,
    string Background,
    PathwayReading? Reading,
    JoinedPathway Joined,
    WarmingOutlook Outlook,
    EnsembleRun Run
);

/// <summary><c>lodestar climate run</c>: the warming that a world pathway leads to.</summary>
internal static class ClimateRunCommand
{
    public static Command Create(Shell shell)
    {
        var file = CommonOptions.Operand<string?>(shell, "FILE", "cli.climate.argument.file");
        file.Arity = ArgumentArity.ZeroOrOne;
        var (background, scenario) = (ClimateOptions.Background(shell), ClimateOptions.Scenario(shell));
        var (region, calibration) = (ClimateOptions.Region(shell), ClimateOptions.Calibration(shell));
        var (to, limits) = (ClimateOptions.To(shell), ClimateOptions.Limits(shell, 1.5, 2));
        var hold = new Option<bool>("--hold") { Description = shell.Say("cli.climate.option.hold") };
        var percentiles = new Option<bool>("--percentiles")
        {
            Description = shell.Say("cli.climate.option.percentiles"),
        };
        var forcing = new Option<bool>("--forcing") { Description = shell.Say("cli.climate.option.forcing") };
        var (json, csv) = (CommonOptions.Json(shell), ClimateOptions.Csv(shell));
        var command = new Command("run", shell.Say("cli.climate-run.description"))
        {
            file,
            background,
            scenario,
            region,
            to,
            hold,
            calibration,
            limits,
            percentiles,
            forcing,
            json,
            csv,
        };
        command.SetAction(parsed =>
        {
            var input = new ClimateInput(shell);
            var asked = new Asked(
                parsed.GetValue(file),
                parsed.GetValue(background),
                parsed.GetValue(scenario),
                parsed.GetValue(region) ?? "World",
                parsed.GetValue(to),
                parsed.GetValue(hold),
                parsed.GetValue(calibration),
                parsed.GetValue(limits) ?? [],
                parsed.GetValue(forcing)
            );
            input.Doubt(asked.Limits);
            if (Work(input, asked) is not { } run)
            {
                return input.ExitCode;
            }

            if (parsed.GetValue(json))
            {
                Json(shell, run, input, asked.Forcing);
            }
            else if (parsed.GetValue(csv))
            {
                ClimateCsv.Write(shell, run);
            }
            else
            {
                ClimateRunText.Write(shell, run, parsed.GetValue(percentiles), asked.Forcing);
            }

            return input.ExitCode;
        });
        return command;
    }

    private static ClimateRun? Work(ClimateInput input, Asked asked)
    {
        input.Announce("cli.climate.running");
        if (
            input.Background(asked.Background) is not { } world
            || input.Ensemble(asked.Calibration) is not { } ensemble
            || !input.Reaches(asked.To, ensemble.Calibration)
        )
        {
            return null;
        }

        var calibration = ensemble.Calibration;
        var reading = asked.File is null
            ? null
            : input.Emissions(
                asked.File,
                calibration,
                new EmissionsOptions
                {
                    Scenario = asked.Scenario,
                    Region = asked.Region,
                    Asked = (calibration.LastHistoricalYear, asked.To),
                }
            );
        if (asked.File is not null && reading is null)
        {
            return null;
        }

        var joining = Filling.Join(
            reading?.Pathway ?? world.Pathway,
            calibration,
            world.Pathway,
            new JoinOptions
            {
                LastYear = asked.To,
                PastTheEnd = asked.Hold ? PastTheEnd.Hold : PastTheEnd.Refuse,
                File = asked.File ?? world.Id,
            }
        );
        input.Tell(joining.Problems, "");
        if (joining.Joined is not { } joined)
        {
            return null;
        }

        var run = ensemble.Project(joined.Whole, new() { Keep = asked.Forcing ? Keep.Forcing : Keep.Temperature });
        if (HasNoNumber(run, calibration.LastHistoricalYear + 1, asked.To))
        {
            input.Fail(Failure.Of(ExitCode.PlanErrors, "LS6052", ("path", asked.File ?? world.Id)));
            return null;
        }

        var outlook = WarmingOutlook.Of(run, calibration.LastHistoricalYear + 1, asked.To, asked.Limits);
        return new ClimateRun(calibration, world.Id, reading, joined, outlook, run);
    }

    private static bool HasNoNumber(EnsembleRun run, int first, int last) =>
        Enumerable.Range(first, last - first + 1).Any(y => !Array.TrueForAll(run.Warming(y), double.IsFinite));

    // Apart, so that only --json loads the contracts.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Json(Shell shell, ClimateRun run, ClimateInput input, bool forcing) =>
        JsonOutput.Write(shell, ClimateRunContract.From(run, forcing, input.Told, shell.Texts));

    private sealed record Asked(
        string? File,
        string? Background,
        string? Scenario,
        string Region,
        int To,
        bool Hold,
        string? Calibration,
        double[] Limits,
        bool Forcing
    );
}
