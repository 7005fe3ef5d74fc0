// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Runtime.CompilerServices;
using Lodestar.Cli.PlanInputs;
using Lodestar.Cli.Terminals;
using Lodestar.Climate.Answers;
using Lodestar.Climate.Pathways;
using Lodestar.Planning.Climate;
using Lodestar.Planning.Messages;

namespace Lodestar.Cli.Climate;

/// <summary>
/// <c>lodestar climate attribute</c>: the warming that one emitter causes within a world that follows a background.
/// </summary>
internal static class ClimateAttributeCommand
{
    private const double Thousandths = 1000;

    public static Command Create(Shell shell)
    {
        var path = CommonOptions.Operand<string>(shell, "FILE|PLAN", "cli.climate.argument.part");
        var (background, scenario) = (ClimateOptions.Background(shell), ClimateOptions.Scenario(shell));
        var (region, to) = (ClimateOptions.Region(shell), ClimateOptions.To(shell));
        var (date, json) = (CommonOptions.Date(shell), CommonOptions.Json(shell));
        var command = new Command("attribute", shell.Say("cli.climate-attribute.description"))
        {
            path,
            background,
            scenario,
            region,
            to,
            date,
            json,
        };
        command.SetAction(parsed =>
        {
            var input = new ClimateInput(shell);
            input.Announce("cli.climate.running");
            var (from, end) = (parsed.GetRequiredValue(path), parsed.GetValue(to));
            if (input.Background(parsed.GetValue(background)) is not { } world)
            {
                return input.ExitCode;
            }

            if (PlaceWarmings.Asked(world.Id, end).Wrong is { } wrong)
            {
                return CommandLine.Fail(shell, new Failure(ExitCode.Usage, wrong));
            }

            var options = new EmissionsOptions
            {
                Scenario = parsed.GetValue(scenario),
                Region = parsed.GetValue(region) ?? "World",
                Asked = (ClimateModel.Shipped.FirstYear, end),
            };
            var day = parsed.GetValue(date) ?? shell.Today;
            var (caused, exit) = IsPlan(from)
                ? OfPlan(shell, from, day, world, end)
                : OfFile(input, from, options, world, end);
            if (caused is null)
            {
                return exit;
            }

            if (parsed.GetValue(json))
            {
                Json(shell, world.Id, caused, input);
            }
            else
            {
                Write(shell, world.Id, caused);
            }

            return exit;
        });
        return command;
    }

    private static bool IsPlan(string path) =>
        Directory.Exists(path)
        || Path.GetExtension(path).Equals(".zip", StringComparison.OrdinalIgnoreCase)
        || Path.GetFileName(path) == PlanInput.PlanFile;

    private static (Attribution?, int) OfPlan(Shell shell, string path, DateOnly date, WorldPathway world, int end)
    {
        if (!PlanInput.TryRead(path, out var reading, out var failure))
        {
            return (null, CommandLine.Fail(shell, failure));
        }

        var answer = PlaceWarmings.Of(reading.Plan, date, world.Id, end);
        DiagnosticLines.Write(shell, shell.Complain, path, answer.Missing);
        return (
            answer.Warming?.Caused,
            reading.HasErrors || answer.Warming is null ? ExitCode.PlanErrors : ExitCode.Fine
        );
    }

    private static (Attribution?, int) OfFile(
        ClimateInput input,
        string path,
        EmissionsOptions options,
        WorldPathway world,
        int end
    )
    {
        var ensemble = ClimateModel.Shipped.Ensemble;
        if (input.Emissions(path, ensemble.Calibration, options)?.Pathway is not { } read)
        {
            return (null, input.ExitCode);
        }

        var part = read.Between(Math.Max(read.FirstYear, ClimateModel.Shipped.FirstYear), Math.Min(read.LastYear, end));
        var whole = ClimateModel.Shipped.Of(world);
        return (Attribution.Of(ensemble, whole.Until(end), part, whole.DetailedRun(end)), input.ExitCode);
    }

    private static void Write(Shell shell, string background, Attribution caused)
    {
        shell.Print(shell.Say("cli.climate.caused", ("background", background)));
        shell.Print();
        var table = new TextTable(
            shell.Say("cli.climate.year"),
            shell.Say("cli.climate.with-and-without"),
            "5–95" + NumberText.NarrowSpace + "%",
            shell.Say("cli.climate.share-of-forcing"),
            "5–95" + NumberText.NarrowSpace + "%"
        );
        for (var year = caused.FirstYear; year <= caused.LastYear; year++)
        {
            if (year % 10 == 0 || year == caused.LastYear)
            {
                var (one, other) = (
                    caused.WithAndWithout[year - caused.FirstYear],
                    caused.ShareOfForcing[year - caused.FirstYear]
                );
                table.Add(
                    shell.Texts.Text(year),
                    Text(shell, one.P50),
                    Range(shell, one),
                    Text(shell, other.P50),
                    Range(shell, other)
                );
            }
        }

        table.Write(shell);
    }

    private static string Range(Shell shell, Band band) => $"{Text(shell, band.P05)}–{Text(shell, band.P95)}";

    private static string Text(Shell shell, double kelvin) => shell.Texts.Text(kelvin * Thousandths);

    // Apart, so that only --json loads the contracts.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Json(Shell shell, string background, Attribution caused, ClimateInput input) =>
        JsonOutput.Write(
            shell,
            new ClimateAttributionContract(
                background,
                [
                    .. caused.WithAndWithout.Select(
                        (b, i) => new AttributedYear(caused.FirstYear + i, b, caused.ShareOfForcing[i])
                    ),
                ],
                [.. input.Told.Select(d => Web.Features.DiagnosticContract.From(d, shell.Texts))]
            )
        );
}

/// <summary>Warming caused, K on 1 January, by two methods.</summary>
internal sealed record ClimateAttributionContract(
    string Background,
    IReadOnlyList<AttributedYear> Warming,
    IReadOnlyList<Web.Features.DiagnosticContract> Diagnostics
);

internal sealed record AttributedYear(int Year, Band WithAndWithout, Band ShareOfForcing);
