// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Answers;
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Pathways;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Plans;

namespace Lodestar.Planning.Climate;

/// <summary>What a path means for the climate, or what keeps it from being said.</summary>
/// <param name="Missing">Empty where there is an answer.</param>
public sealed record WarmingAnswer(PlaceWarming? Warming, EquatableList<Diagnostic> Missing)
{
    internal static WarmingAnswer Without(Diagnostic missing) => new(null, EquatableList.Of(missing));
}

/// <summary>
/// The warming that a place's path causes within a world that follows a background, and where the world would go if all
/// followed the place.
/// </summary>
public static class PlaceWarmings
{
    /// <summary>Limits that odds are told of, K above 1850–1900.</summary>
    public static IReadOnlyList<double> Limits { get; } = [1.5, 1.7, 2.0];

    /// <summary>Of a plan on a date.</summary>
    /// <param name="background">Id of one of <see cref="WorldPathways.Shipped"/>.</param>
    /// <param name="until">The 1 January to which it is worked out.</param>
    public static WarmingAnswer Of(
        Plan plan,
        DateOnly date,
        string? background = null,
        int until = PlacePathways.Until,
        ClimateModel? model = null
    )
    {
        var (world, wrong) = Asked(background, until);
        return wrong is not null
            ? WarmingAnswer.Without(wrong)
            : Of(PlacePathways.Of(plan, date, model, until), world!, until, model);
    }

    /// <summary>Of a path that was read already: one place's, or an alliance's.</summary>
    public static WarmingAnswer Of(
        PathwayAnswer path,
        WorldPathway world,
        int until = PlacePathways.Until,
        ClimateModel? model = null
    )
    {
        if (path.Path is not { } own)
        {
            return new WarmingAnswer(null, path.Missing);
        }

        var climate = model ?? ClimateModel.Shipped;
        var background = climate.Of(world);
        if (MoreThan(background.Until(until), own.Emissions, climate.Calibration) is { } more)
        {
            return WarmingAnswer.Without(WarmingDiagnostics.MoreThanWorld(more.Species, world.Id, more.Year));
        }

        var run = background.DetailedRun(until);
        return new WarmingAnswer(
            new PlaceWarming(
                own,
                world.Id,
                WarmingOutlook.Of(run, climate.FirstYear, until, Limits),
                Lodestar.Climate.Answers.Attribution.Of(climate.Ensemble, background.Until(until), own.Emissions, run),
                WarmingOutlook.Of(
                    climate.Ensemble.Project(IfAllFollowed(climate.Calibration, own)),
                    climate.FirstYear,
                    until,
                    Limits
                )
            ),
            EquatableList<Diagnostic>.Empty
        );
    }

    /// <summary>The background that is meant and null, or null and what is wrong with the question.</summary>
    public static (WorldPathway? World, Diagnostic? Wrong) Asked(string? background, int until)
    {
        var world = background is null ? WorldPathways.Default : WorldPathways.Find(background);
        return world is null ? (null, WarmingDiagnostics.NoSuchBackground(background!, Place.Folder))
            : until <= WorldPathways.FirstYear || until > WorldPathways.LastYear
                ? (
                    null,
                    WarmingDiagnostics.YearOutside(
                        until,
                        WorldPathways.FirstYear + 1,
                        WorldPathways.LastYear,
                        Place.Folder
                    )
                )
            : (world, null);
    }

    /// <summary>
    /// The world scaled by the place's own cut: of every species, what people emitted above the level of 1750 in the
    /// calibration's last historical year, so that precursors of aerosol and ozone go with the fuels they come from. Only
    /// CO2 can fall below that level.
    /// </summary>
    public static Pathway IfAllFollowed(Calibration calibration, PlacePathway path)
    {
        var (history, last) = (calibration.History, calibration.LastHistoricalYear);
        var emissions = new Dictionary<string, double[]>(StringComparer.Ordinal);
        foreach (var name in history.Species)
        {
            var given = calibration.Of(name, Parameter.BaselineEmissions).Default;
            var natural = double.IsNaN(given) ? 0 : given;
            var above = history.In(name, last) - natural;
            var least = IsCO2(calibration, name) ? double.NegativeInfinity : 0;
            emissions[name] = [.. path.Cut.Select(cut => natural + (above * Math.Max(least, cut)))];
        }

        return new Pathway("if-all-followed", path.Emissions.FirstYear, emissions);
    }

    /// <summary>
    /// The first species and year in which a part emits more CH4 or N2O than the whole world (the rest would be below
    /// nothing), or adds or removes more CO2 than the world emitted in the last year of history. Null when it fits.
    /// </summary>
    internal static (string Species, int Year)? MoreThan(Pathway world, Pathway part, Calibration calibration)
    {
        var history = calibration.History;
        var (fossil, land) = (
            calibration.Find(SpeciesKind.FossilCarbonDioxide)!.Name,
            calibration.Find(SpeciesKind.LandUseCarbonDioxide)!.Name
        );
        var most = history.In(fossil, history.LastYear) + history.In(land, history.LastYear);
        for (var year = part.FirstYear; year <= part.LastYear; year++)
        {
            foreach (var species in (string[])[fossil, land])
            {
                if (Math.Abs(part.In(species, year)) > most)
                {
                    return (species, year);
                }
            }
        }

        foreach (var kind in (SpeciesKind[])[SpeciesKind.Methane, SpeciesKind.NitrousOxide])
        {
            var species = calibration.Find(kind)!.Name;
            for (var year = part.FirstYear; part.Has(species) && year <= part.LastYear; year++)
            {
                if (part.In(species, year) > world.In(species, year))
                {
                    return (species, year);
                }
            }
        }

        return null;
    }

    private static bool IsCO2(Calibration calibration, string name) =>
        calibration.Find(name)?.Kind is SpeciesKind.FossilCarbonDioxide or SpeciesKind.LandUseCarbonDioxide;
}
