// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Answers;

namespace Lodestar.Web.Charts;

/// <summary>A range that opens over years around its median.</summary>
/// <param name="Name">Stands at the end of the median; "" for a fan that another one carries on.</param>
/// <param name="Bands">Year by year from <paramref name="FirstYear"/> on, in the unit of the chart.</param>
/// <param name="Faint">True for one that the other is held against: its outer range alone is drawn, by its edges.</param>
internal sealed record Fan(
    string Name,
    Ink Ink,
    int FirstYear,
    IReadOnlyList<Band> Bands,
    LineStyle Style = LineStyle.Solid,
    bool Faint = false
)
{
    public int LastYear => FirstYear + Bands.Count - 1;

    public Band In(int year) => Bands[year - FirstYear];
}

/// <summary>A level not to be passed, named on its line.</summary>
internal sealed record FanLimit(string Name, double Level);

/// <summary>The highest point of a fan's median.</summary>
internal sealed record FanPeak(string Name, int Year, double Level);

/// <summary>What was observed in a year.</summary>
/// <param name="IsOpen">True for a year that is marked apart, such as one held out of a fit.</param>
internal sealed record FanMark(string Name, int Year, double Level, bool IsOpen);

/// <summary>Fans on one scale, from back to front, with the limits they are read against.</summary>
internal sealed record FanChart(string Unit, IReadOnlyList<Fan> Fans, IReadOnlyList<FanLimit> Limits)
{
    public FanPeak? Peak { get; init; }

    public IReadOnlyList<FanMark> Marks { get; init; } = [];

    /// <summary>Of the figures at the ends.</summary>
    public int Decimals { get; init; } = 1;

    public int FirstYear => Fans.Min(f => f.FirstYear);

    public int LastYear => Fans.Max(f => f.LastYear);

    public double Low => Math.Min(Least(Marks.Select(m => m.Level)), Fans.Min(f => f.Bands.Min(b => b.P05)));

    public double High =>
        Math.Max(
            Greatest(Limits.Select(l => l.Level).Concat(Marks.Select(m => m.Level))),
            Fans.Max(f => f.Bands.Max(b => b.P95))
        );

    private static double Least(IEnumerable<double> levels) => levels.DefaultIfEmpty(double.PositiveInfinity).Min();

    private static double Greatest(IEnumerable<double> levels) => levels.DefaultIfEmpty(double.NegativeInfinity).Max();
}
