// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Answers;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Planning.Climate;

/// <summary>What a finding needs of a path's warming in one year, all K.</summary>
/// <param name="Caused">The world with the path less the world without it.</param>
/// <param name="World">The background, above 1850–1900.</param>
/// <param name="Followed">If all followed, above 1850–1900; one value a member.</param>
/// <param name="Peaks">The highest of each member on the way there, if all followed.</param>
/// <param name="HighestMedian">The highest point of the median path on the way there, if all followed.</param>
internal sealed record WarmingOfPath(
    Band Caused,
    Band World,
    EquatableList<double> Followed,
    EquatableList<double> Peaks,
    double HighestMedian
)
{
    public Band FollowedBand { get; } = Band.Of(Followed.ToArray());

    /// <summary>Share of members at or below a limit in the year.</summary>
    public double OddsWithin(double limit) => (double)Followed.Count(w => w <= limit) / Followed.Count;

    /// <summary>Share of members that are at or below a limit on every 1 January up to the year.</summary>
    public double OddsAllAlong(double limit) => (double)Peaks.Count(w => w <= limit) / Peaks.Count;

    /// <summary>Two runs of the ensemble: the world without the path, and the world that follows it.</summary>
    public static WarmingOfPath Of(ClimateModel climate, Background background, PlacePathway path, int year)
    {
        // What is emitted in a year acts after its 1 January.
        var (last, ensemble) = (year - 1, climate.Ensemble);
        var world = background.Run(PlacePathways.Until);
        var part = path.Emissions.Between(path.Emissions.FirstYear, last);
        var with = world.Temperature.At(year);
        var without = ensemble
            .Project(Lodestar.Climate.Answers.Attribution.Less(background.Until(last), part))
            .Temperature.At(year);
        var caused = new double[with.Length];
        for (var m = 0; m < caused.Length; m++)
        {
            caused[m] = with[m] - without[m];
        }

        var followed = ensemble.Project(
            PlaceWarmings.IfAllFollowed(climate.Calibration, path).Between(part.FirstYear, last)
        );
        return new WarmingOfPath(
            Band.Of(caused),
            world.WarmingBand(year),
            followed.Warming(year).ToEquatableList(),
            followed.Peak(part.FirstYear, year).Select(p => p.Warming).ToEquatableList(),
            Enumerable
                .Range(part.FirstYear, year - part.FirstYear + 1)
                .Max(y => Percentiles.Median(followed.Warming(y)))
        );
    }
}
