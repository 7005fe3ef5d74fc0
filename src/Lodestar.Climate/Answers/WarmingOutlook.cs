// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Emulator;

namespace Lodestar.Climate.Answers;

/// <summary>Where a pathway leads: warming above 1850–1900 by year with its range, odds of limits, and the peak.</summary>
/// <param name="FirstYear">1 January of the first of <paramref name="Bands"/>, which go on year by year.</param>
/// <param name="Bands">K above 1850–1900, each member above its own mean.</param>
/// <param name="Peak">Highest warming of each member over the years shown, K.</param>
/// <param name="PeakYear">Year of the peak of the median path.</param>
/// <param name="Odds">For each limit, the share of members above it by year.</param>
public sealed record WarmingOutlook(
    int FirstYear,
    IReadOnlyList<Band> Bands,
    Band Peak,
    int PeakYear,
    IReadOnlyList<LimitOdds> Odds
)
{
    /// <summary>Warming above which the emulator was not calibrated, K: such results illustrate and no more.</summary>
    public const double IllustrativeAbove = 5;

    /// <summary>Results after this year illustrate and no more.</summary>
    public const int IllustrativeAfter = 2300;

    public int LastYear => FirstYear + Bands.Count - 1;

    /// <summary>True when the median warms beyond what the emulator was calibrated for, or the years reach too far.</summary>
    public bool IsIllustrative => LastYear > IllustrativeAfter || Bands.Any(b => b.P50 > IllustrativeAbove);

    public Band In(int year) => Bands[year - FirstYear];

    public static WarmingOutlook Of(EnsembleRun run, int first, int last, IReadOnlyList<double> limits)
    {
        var bands = new List<Band>();
        var above = limits.Select(_ => new double[last - first + 1]).ToArray();
        for (var year = first; year <= last; year++)
        {
            var warming = run.Warming(year);
            bands.Add(Band.Of(warming));
            for (var k = 0; k < above.Length; k++)
            {
                above[k][year - first] = ShareAbove(warming, limits[k]);
            }
        }

        var peaks = Array.ConvertAll(run.Peak(first, last), p => p.Warming);
        var highest = 0;
        for (var i = 1; i < bands.Count; i++)
        {
            highest = bands[i].P50 > bands[highest].P50 ? i : highest;
        }

        return new(
            first,
            bands,
            Band.Of(peaks),
            first + highest,
            [.. limits.Select((limit, k) => new LimitOdds(limit, first, above[k], ShareAbove(peaks, limit)))]
        );
    }

    private static double ShareAbove(double[] values, double limit) =>
        (double)Array.FindAll(values, v => v > limit).Length / values.Length;
}

/// <summary>Odds of being above a limit.</summary>
/// <param name="Limit">K above 1850–1900.</param>
/// <param name="Above">Share of members above it on 1 January of each year.</param>
/// <param name="Ever">Share of members above it in at least one of the years.</param>
public sealed record LimitOdds(double Limit, int FirstYear, IReadOnlyList<double> Above, double Ever)
{
    public double In(int year) => Above[year - FirstYear];
}
