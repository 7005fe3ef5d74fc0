// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Runtime.CompilerServices;
using Lodestar.Cli.PlanInputs;
using Lodestar.Cli.Terminals;
using Lodestar.Climate.Answers;
using Lodestar.Climate.Pathways;
using Lodestar.Planning.Climate;

namespace Lodestar.Cli.Climate;

/// <summary>
/// <c>lodestar climate attribute</c>: the warming that one emitter causes within a world that follows a background.
/// </summary>
internal static class ClimateAttributeCommand
{
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

            var given = new EmitterFile(from, parsed.GetValue(scenario), parsed.GetValue(region));
            var day = parsed.GetValue(date) ?? shell.Today;
            var (emitter, exit) = IsPlan(from)
                ? OfPlan(shell, from, day, world, end)
                : (given.Read(shell, input, world, end), input.ExitCode);
            if (emitter is null)
            {
                return exit == ExitCode.Fine ? input.ExitCode : exit;
            }

            if (parsed.GetValue(json))
            {
                Json(shell, world.Id, emitter, end, input);
            }
            else
            {
                ClimateAttributeText.Write(shell, world.Id, emitter, end);
            }

            return exit;
        });
        return command;
    }

    private static bool IsPlan(string path) =>
        Directory.Exists(path)
        || Path.GetExtension(path).Equals(".zip", StringComparison.OrdinalIgnoreCase)
        || Path.GetFileName(path) == PlanInput.PlanFile;

    private static (Emitter?, int) OfPlan(Shell shell, string path, DateOnly date, WorldPathway world, int end)
    {
        if (!PlanInput.TryRead(path, out var reading, out var failure))
        {
            return (null, CommandLine.Fail(shell, failure));
        }

        var answer = PlaceWarmings.Of(reading.Plan, date, world.Id, end);
        DiagnosticLines.Write(shell, shell.Complain, path, answer.Missing);
        if (answer.Warming is not { } warming)
        {
            return (null, ExitCode.PlanErrors);
        }

        var emitter = new Emitter(
            reading.Plan.NameIn(shell.Language),
            warming.Caused,
            [.. warming.Path.Species.Where(s => s.Origin == SpeciesOrigin.Missing).Select(s => s.Species)],
            warming.Path.Assumptions
        );
        return emitter.IsFinite
            ? (emitter, reading.HasErrors ? ExitCode.PlanErrors : ExitCode.Fine)
            : (null, CommandLine.Fail(shell, Failure.Of(ExitCode.PlanErrors, "LS6052", ("path", path))));
    }

    // Apart, so that only --json loads the contracts.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Json(Shell shell, string background, Emitter emitter, int end, ClimateInput input)
    {
        var identity = ClimateModel.Shipped.Calibration.Identity;
        JsonOutput.Write(
            shell,
            new ClimateAttributionContract(
                emitter.Name,
                background,
                identity.Id,
                ClimateModel.Shipped.Ensemble.Members,
                emitter.Missing,
                [.. emitter.Assumptions.Select(a => shell.Texts.Render(a))],
                [
                    .. emitter
                        .Years(end)
                        .Select(y => new AttributedYear(y, emitter.WithAndWithout(y), emitter.ShareOfForcing(y))),
                ],
                [.. input.Told.Select(d => Web.Features.DiagnosticContract.From(d, shell.Texts))]
            )
        );
    }
}

/// <summary>Warming caused, K on 1 January, by two methods.</summary>
/// <param name="Missing">Greenhouse gases that are not in the emitter's path.</param>
internal sealed record ClimateAttributionContract(
    string Name,
    string Background,
    string Calibration,
    int Members,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Assumptions,
    IReadOnlyList<AttributedYear> Warming,
    IReadOnlyList<Web.Features.DiagnosticContract> Diagnostics
);

internal sealed record AttributedYear(int Year, Band WithAndWithout, Band ShareOfForcing);
