// SPDX-License-Identifier: Apache-2.0
using Lodestar.Cli.Terminals;
using Lodestar.Climate.Answers;
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Pathways;
using Lodestar.Climate.Problems;
using Lodestar.Planning.Climate;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Cli.Climate;

/// <summary>A file of one emitter's emissions.</summary>
/// <param name="Region">Null for the only one that the file has.</param>
internal sealed record EmitterFile(string Path, string? Scenario, string? Region)
{
    // No cell can hold it, so that the file answers with the regions it has.
    private const string NoRegion = "\0";

    /// <summary>Null when it cannot be read or emits more than the world, which was said then.</summary>
    public Emitter? Read(Shell shell, ClimateInput input, WorldPathway world, int end)
    {
        var model = ClimateModel.Shipped;
        var options = new EmissionsOptions
        {
            Scenario = Scenario,
            Region = Region ?? NoRegion,
            Asked = (model.FirstYear, end),
        };
        if (!Exists(input) || input.Parse(Path, model.Calibration, options) is not { } reading)
        {
            return null;
        }

        var region = Region;
        if (Regions(reading) is [var only] && region is null)
        {
            region = only;
            reading = input.Parse(Path, model.Calibration, options with { Region = only })!;
        }

        if (Regions(reading) is { Length: > 0 } regions)
        {
            input.Fail(Unclear(regions));
            return null;
        }

        input.Tell(reading.Problems, "");
        if (reading.Pathway is not { } read)
        {
            return null;
        }

        var part = read.Between(Math.Max(read.FirstYear, model.FirstYear), Math.Min(read.LastYear, end));
        var whole = model.Of(world);
        if (MoreThan(whole.Until(end), part, model.Calibration) is { } more)
        {
            input.Fail(TooMuch(more.Species, more.Year, world.Id));
            return null;
        }

        var caused = Attribution.Of(model.Ensemble, whole.Until(end), part, whole.DetailedRun(end));
        var emitter = new Emitter(region ?? read.Name, caused, Missing(part, model.Calibration), Ends(part, end));
        if (emitter.IsFinite)
        {
            return emitter;
        }

        input.Fail(Failure.Of(ExitCode.PlanErrors, "LS6052", ("path", Path)));
        return null;
    }

    /// <summary>
    /// The first species and year in which a part emits more than the whole world, in that year and in the last of the
    /// history: by then a world of net zero may emit less than one that is late. Null when it fits.
    /// </summary>
    public static (string Species, int Year)? MoreThan(Pathway world, Pathway part, Calibration calibration)
    {
        var (history, last) = (calibration.History, calibration.LastHistoricalYear);
        foreach (var species in part.Species.Where(world.Has))
        {
            var isKept = calibration.Find(species)?.Kind is SpeciesKind.Methane or SpeciesKind.NitrousOxide;
            for (var year = part.FirstYear; year <= part.LastYear; year++)
            {
                var most = isKept
                    ? world.In(species, year)
                    : Math.Max(world.In(species, year), history.In(species, last));
                if (part.In(species, year) > most)
                {
                    return (species, year);
                }
            }
        }

        return null;
    }

    private static List<Message> Ends(Pathway part, int end) =>
        part.LastYear + 1 < end
            ? [Message.Of("cli.climate.ends", ("year", part.LastYear), ("last", part.LastYear + 1))]
            : [];

    private static List<string> Missing(Pathway part, Calibration calibration)
    {
        bool Has(params SpeciesKind[] kinds) =>
            part.Species.Any(s => calibration.Find(s) is { } species && kinds.Contains(species.Kind));

        bool[] has =
        [
            Has(SpeciesKind.FossilCarbonDioxide, SpeciesKind.LandUseCarbonDioxide),
            Has(SpeciesKind.Methane),
            Has(SpeciesKind.NitrousOxide),
            Has(SpeciesKind.FluorinatedGas),
        ];
        return [.. PlacePathways.Gases.Where((_, i) => !has[i])];
    }

    private static string[] Regions(PathwayReading reading) =>
        reading.Problems.FirstOrDefault(p => p.Fault == Fault.RegionUnclear) is { } problem
            ? (string[])problem.Values["choices"]
            : [];

    private bool Exists(ClimateInput input)
    {
        if (File.Exists(Path))
        {
            return true;
        }

        var failure = Failure.Of(ExitCode.Usage, "LS6051", ("path", Path));
        input.Fail(
            failure with
            {
                Diagnostic = failure.Diagnostic with { Fix = Message.Of("cli.climate.fix.no-emitter") },
            }
        );
        return false;
    }

    private Failure Unclear(string[] regions)
    {
        var choices = regions.Select(r => (object)r).ToEquatableList();
        return new(
            ExitCode.PlanErrors,
            new Diagnostic(
                "LS3440",
                Severity.Error,
                new Place(Path),
                Region is null
                    ? Message.Of("cli.climate.regions", ("choices", choices))
                    : Message.Of("LS3440.reason", ("asked", Region), ("choices", choices)),
                Message.Of("cli.climate.fix.region", ("choices", choices))
            )
        );
    }

    private Failure TooMuch(string species, int year, string background) =>
        new(
            ExitCode.PlanErrors,
            new Diagnostic(
                "LS3463",
                Severity.Error,
                new Place(Path),
                Message.Of("LS3463.reason", ("species", species), ("year", year), ("background", background)),
                Message.Of("cli.climate.fix.more-than-world")
            )
        );
}
