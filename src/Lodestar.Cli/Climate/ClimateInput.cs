// SPDX-License-Identifier: Apache-2.0
using Lodestar.Cli.Terminals;
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Emulator;
using Lodestar.Climate.Pathways;
using Lodestar.Climate.Problems;
using Lodestar.Planning.Climate;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Cli.Climate;

/// <summary>Reads what the climate commands are given; says what is wrong with it on standard error.</summary>
internal sealed class ClimateInput(Shell shell)
{
    /// <summary>Nobody plans for such warming: beside another limit it is more likely what follows a comma.</summary>
    private const double LikelyDecimals = 5;

    private const int MostOfHeading = 4_096;

    private readonly List<Diagnostic> _told = [];

    /// <summary>What was said so far.</summary>
    public IReadOnlyList<Diagnostic> Told => _told;

    /// <summary>What the command ends with when something could not be read.</summary>
    public int ExitCode { get; private set; } = Cli.ExitCode.Fine;

    /// <summary>The shipped calibration, or that of a folder in FaIR's layout or in our own; null when it has errors.</summary>
    public Ensemble? Ensemble(string? folder)
    {
        if (folder is null)
        {
            return ClimateModel.Shipped.Ensemble;
        }

        if (!Directory.Exists(folder))
        {
            Fail(Failure.Of(Cli.ExitCode.Usage, "LS6050", ("path", folder)));
            return null;
        }

        TextReader? Open(string name) =>
            File.Exists(Path.Combine(folder, name)) ? File.OpenText(Path.Combine(folder, name)) : null;

        var names = Directory.GetFiles(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal).ToList();
        var reading = CalibrationTable.Names.All(names.Contains)
            ? CalibrationTable.Read(Open)
            : FairFolder.Read(names, Open);
        Tell(reading.Problems, folder);
        return reading.Calibration is { } calibration ? new Ensemble(calibration) : null;
    }

    /// <summary>The world's pathway of a name, or the usual one; null when there is none of that name.</summary>
    public WorldPathway? Background(string? id)
    {
        var world = id is null ? WorldPathways.Default : WorldPathways.Find(id);
        if (world is null)
        {
            var wrong = WarmingDiagnostics.NoSuchBackground(id!, new Place("lodestar"));
            Fail(new Failure(Cli.ExitCode.Usage, wrong).Near(id!, WorldPathways.Shipped.Select(p => p.Id)));
        }

        return world;
    }

    /// <summary>False, and said so, for a last year that no run can have.</summary>
    public bool Reaches(int to, Calibration calibration)
    {
        var first = calibration.LastHistoricalYear + 1;
        if (to >= first && to <= ClimateOptions.LatestEnd)
        {
            return true;
        }

        Fail(
            new Failure(
                Cli.ExitCode.Usage,
                WarmingDiagnostics.YearOutside(to, first, ClimateOptions.LatestEnd, new Place("lodestar"))
            )
        );
        return false;
    }

    /// <summary>Null when there is no such file or it has errors.</summary>
    public PathwayReading? Emissions(string path, Calibration calibration, EmissionsOptions options)
    {
        if (!File.Exists(path))
        {
            Fail(Failure.Of(Cli.ExitCode.Usage, "LS6051", ("path", path)));
            return null;
        }

        if (Parse(path, calibration, options) is not { } reading)
        {
            return null;
        }

        Tell(reading.Problems, "");
        return reading.Pathway is null ? null : reading;
    }

    /// <summary>A file that is there, with problems that are yet to tell; null, and said so, where no table is.</summary>
    public PathwayReading? Parse(string path, Calibration calibration, EmissionsOptions options)
    {
        using var text = File.OpenText(path);
        if (IsSplitBySemicolons(path))
        {
            Fail(Failure.Of(Cli.ExitCode.PlanErrors, "LS6053", ("path", path)));
            return null;
        }

        return EmissionsFile.Read(text, path, calibration.Species, options);
    }

    /// <summary>Limits that look like one number with a decimal comma.</summary>
    public void Doubt(IReadOnlyList<double> limits)
    {
        if (limits.Count > 1 && limits.Any(l => l >= LikelyDecimals))
        {
            var doubt = Failure.Of(Cli.ExitCode.Usage, "LS6054", ("limits", limits)).Diagnostic with
            {
                Severity = Severity.Warning,
            };
            _told.Add(doubt);
            DiagnosticLines.Write(shell, shell.Complain, "", doubt);
        }
    }

    public void Tell(IEnumerable<Problem> problems, string folder)
    {
        foreach (var problem in problems)
        {
            var diagnostic = ClimateDiagnostics.Of(problem);
            _told.Add(diagnostic);
            DiagnosticLines.Write(shell, shell.Complain, folder, diagnostic);
            ExitCode = problem.IsError ? Cli.ExitCode.PlanErrors : ExitCode;
        }
    }

    /// <summary>What takes long says so, where somebody looks.</summary>
    public void Announce(string id)
    {
        if (shell.ErrorIsTerminal)
        {
            shell.Complain(new Ink(shell.Say(id), Tone.Quiet));
        }
    }

    public void Fail(Failure failure)
    {
        _told.Add(failure.Diagnostic);
        ExitCode = CommandLine.Fail(shell, failure);
    }

    private static bool IsSplitBySemicolons(string path)
    {
        using var text = File.OpenText(path);
        var start = new char[MostOfHeading];
        var heading = start.AsSpan(0, text.ReadBlock(start));
        var end = heading.IndexOfAny('\r', '\n');
        heading = end < 0 ? heading : heading[..end];
        return heading.Contains(';') && !heading.Contains(',');
    }
}
