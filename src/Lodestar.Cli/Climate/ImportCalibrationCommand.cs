// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Lodestar.Cli.Terminals;
using Lodestar.Climate.Calibrations;
using Lodestar.Planning.Climate;

namespace Lodestar.Cli.Climate;

/// <summary>
/// <c>lodestar climate import-calibration</c>: a calibration as FaIR publishes it becomes a folder of our own tables, or
/// is refused with every reason.
/// </summary>
internal static class ImportCalibrationCommand
{
    public static Command Create(Shell shell)
    {
        var folder = CommonOptions.Operand<string>(shell, "DIR", "cli.argument.calibration");
        var output = new Option<string?>("--out")
        {
            HelpName = "DIR",
            Description = shell.Say("cli.option.calibration-out"),
        };
        var (force, json) = (CommonOptions.Force(shell), CommonOptions.Json(shell));
        var command = new Command("import-calibration", shell.Say("cli.import-calibration.description"))
        {
            folder,
            output,
            force,
            json,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Task.FromResult(
                    Run(
                        shell,
                        parsed.GetRequiredValue(folder),
                        parsed.GetValue(output),
                        parsed.GetValue(force),
                        parsed.GetValue(json),
                        cancellation
                    )
                )
        );
        return command;
    }

    private static int Run(
        Shell shell,
        string folder,
        string? output,
        bool force,
        bool json,
        CancellationToken cancellation
    )
    {
        if (!Directory.Exists(folder))
        {
            return CommandLine.Fail(shell, Failure.Of(ExitCode.Usage, "LS6055", ("path", folder)));
        }

        CalibrationReading reading;
        try
        {
            reading = Read(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return CommandLine.Fail(
                shell,
                Failure.Of(ExitCode.Machine, "LS6003", ("path", folder), ("what", e.Message))
            );
        }

        var diagnostics = reading.Problems.Select(ClimateDiagnostics.Of).ToList();
        DiagnosticLines.Write(shell, shell.Complain, folder, diagnostics);
        var written = reading.Calibration is { } found ? output ?? found.Identity.Id : null;
        if (
            reading.Calibration is { } calibration
            && Write(new CalibrationFolder(written!), written!, calibration, force, cancellation) is { } failure
        )
        {
            return CommandLine.Fail(shell, failure);
        }

        if (json)
        {
            CalibrationContract.Write(shell, written, reading.Calibration, diagnostics);
        }
        else
        {
            shell.Print(Said(shell, folder, written, reading.Calibration));
        }

        return reading.Calibration is null ? ExitCode.PlanErrors : ExitCode.Fine;
    }

    private static CalibrationReading Read(string folder) =>
        FairFolder.Read(
            Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)),
            name => Path.Combine(folder, name) is var path && File.Exists(path) ? File.OpenText(path) : null
        );

    private static Failure? Write(
        CalibrationFolder target,
        string path,
        Calibration calibration,
        bool force,
        CancellationToken cancellation
    )
    {
        if (target.IsTaken && !(force && target.IsOurs))
        {
            return Failure.Of(ExitCode.Usage, force ? "LS6057" : "LS6056", ("path", path));
        }

        try
        {
            target.Write(calibration, cancellation);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failure.Of(ExitCode.Machine, "LS6013", ("path", path), ("what", e.Message));
        }
    }

    private static string Said(Shell shell, string folder, string? written, Calibration? calibration) =>
        calibration is null
            ? shell.Say("cli.import-calibration.refused", ("path", folder))
            : shell.Say(
                "cli.import-calibration.written",
                ("path", written!),
                ("title", calibration.Identity.Title),
                ("members", calibration.Members.Count),
                ("species", calibration.Species.Count),
                ("first", calibration.History.FirstYear),
                ("last", calibration.LastHistoricalYear)
            );
}
