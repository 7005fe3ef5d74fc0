// SPDX-License-Identifier: Apache-2.0

namespace Lodestar.Web.Charts;

/// <summary>One band of a stack.</summary>
/// <param name="Name">Stands in the key.</param>
/// <param name="Amounts">From the first year of the chart on.</param>
/// <param name="Opacity">Paler for what is yet to happen, and for what is younger.</param>
internal sealed record StackBand(string Name, Ink Ink, IReadOnlyList<double> Amounts, double Opacity = 0.85);

/// <summary>Amounts over years, one on the other, with lines over them and a key.</summary>
/// <param name="Unit">As it is shown.</param>
/// <param name="Bands">From the lowest upwards.</param>
/// <param name="KeyYear">The year whose amounts stand in the key.</param>
internal sealed record StackChart(string Unit, int FirstYear, IReadOnlyList<StackBand> Bands, int KeyYear)
{
    /// <summary>Drawn over the bands, and named in the key.</summary>
    public IReadOnlyList<NamedLine> Lines { get; init; } = [];

    public IReadOnlyList<NamedStop> Stops { get; init; } = [];

    /// <summary>What is too much in a year; null where nothing is.</summary>
    public NamedGap? Gap { get; init; }

    /// <summary>The highest amount of all charts that are to have one scale; 0 for this chart alone.</summary>
    public double Highest { get; init; }

    /// <summary>Of the amounts that are said of single bands: three digits of the greatest count.</summary>
    public int Decimals =>
        Enumerable.Range(0, Count).Max(i => Math.Max(Top(i), -Bottom(i))) switch
        {
            >= 100 => 0,
            >= 10 => 1,
            _ => 2,
        };

    public int Count => Bands[0].Amounts.Count;

    public int LastYear => FirstYear + Count - 1;

    /// <summary>What stands above zero in a year.</summary>
    public double Top(int index) => Bands.Sum(b => Math.Max(0, b.Amounts[index]));

    /// <summary>What stands below zero in a year.</summary>
    public double Bottom(int index) => Bands.Sum(b => Math.Min(0, b.Amounts[index]));
}
