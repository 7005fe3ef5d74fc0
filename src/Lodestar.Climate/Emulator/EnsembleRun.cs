// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Answers;

namespace Lodestar.Climate.Emulator;

/// <summary>What an ensemble answered to a pathway: series by 1 January, for every member.</summary>
public sealed class EnsembleRun
{
    /// <summary>Calendar years of the anomaly's base, 1850–1900.</summary>
    public const int BaseFirst = 1850;
    public const int BaseLast = 1900;

    private readonly Dictionary<Output, MemberSeries> _series;

    internal EnsembleRun(Dictionary<Output, MemberSeries> series, Checkpoint end)
    {
        (_series, End) = (series, end);
        Temperature = series[Output.Temperature];
    }

    /// <summary>K above the start of the run, surface layer.</summary>
    public MemberSeries Temperature { get; }

    /// <summary>The state on the last 1 January, from which another pathway can go on.</summary>
    public Checkpoint End { get; }

    public int FirstYear => Temperature.FirstYear;

    public int LastYear => Temperature.LastYear;

    public int Members => Temperature.Members;

    /// <summary>Null for a series that was not kept.</summary>
    public MemberSeries? this[Output output] => _series.GetValueOrDefault(output);

    /// <summary>
    /// Warming of each member on 1 January of a year above its own mean of 1850–1900, K.
    /// </summary>
    /// <exception cref="InvalidOperationException">The run and its history do not reach over 1850–1900.</exception>
    public double[] Warming(int year) => Above(Temperature.At(year).ToArray());

    /// <summary>Warming of each member over calendar years, each the mean of its two 1 Januaries, K.</summary>
    public double[] Warming(int first, int last)
    {
        var mean = new double[Members];
        for (var year = first; year <= last + 1; year++)
        {
            var weight = (year == first || year == last + 1 ? 0.5 : 1) / (last - first + 1);
            var at = Temperature.At(year);
            for (var m = 0; m < mean.Length; m++)
            {
                mean[m] += weight * at[m];
            }
        }

        return Above(mean);
    }

    /// <summary>Highest warming of each member from one 1 January to another, and the year it is reached.</summary>
    public (double Warming, int Year)[] Peak(int first, int last)
    {
        var peak = new (double Warming, int Year)[Members];
        Array.Fill(peak, (double.NegativeInfinity, first));
        for (var year = first; year <= last; year++)
        {
            var at = Warming(year);
            for (var m = 0; m < peak.Length; m++)
            {
                if (at[m] > peak[m].Warming)
                {
                    peak[m] = (at[m], year);
                }
            }
        }

        return peak;
    }

    /// <summary>Percentiles of warming on 1 January of a year, each member above its own 1850–1900.</summary>
    public Band WarmingBand(int year) => Band.Of(Warming(year));

    /// <summary>Share of members whose warming on 1 January of a year is above a limit in K.</summary>
    public double OddsAbove(double limit, int year)
    {
        var over = 0;
        foreach (var warming in Warming(year))
        {
            over += warming > limit ? 1 : 0;
        }

        return (double)over / Members;
    }

    private double[] Above(double[] values)
    {
        var start =
            End.BaseMean
            ?? throw new InvalidOperationException("The run does not reach over 1850–1900: nothing to rebase to.");
        for (var m = 0; m < values.Length; m++)
        {
            values[m] -= start[m];
        }

        return values;
    }
}
