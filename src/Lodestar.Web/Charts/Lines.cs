// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Targets;

namespace Lodestar.Web.Charts;

/// <summary>How firm a line is: what was counted is solid, what is projected or derived is dashed.</summary>
internal enum LineStyle
{
    Solid,
    Dashed,
    Dotted,
}

/// <summary>A line over years with the name that stands at its end.</summary>
/// <param name="Points">By year, ascending.</param>
/// <param name="IsBridged">True where the line goes straight over years without a point, as projections do; else it breaks.</param>
internal sealed record NamedLine(
    string Name,
    Ink Ink,
    IReadOnlyList<YearAmount> Points,
    LineStyle Style = LineStyle.Solid,
    bool IsBridged = false
);

/// <summary>An open circle: something promised for a year.</summary>
/// <param name="Label">Stands beside it; null where the hint says enough.</param>
internal sealed record NamedStop(string Hint, Ink Ink, int Year, double Amount, string? Label = null);

/// <summary>What is lacking in a year, as a bracket with its amount.</summary>
internal sealed record NamedGap(string Label, int Year, double Promised, double Led);

/// <summary>A range over years, drawn behind the lines; it breaks where a year is left out.</summary>
internal sealed record NamedBand(
    Ink Ink,
    IReadOnlyList<(int Year, double Low, double High)> Years,
    double Opacity = 0.16
);

/// <summary>Several lines on one scale, named at their ends.</summary>
internal sealed record LinesChart(string Unit, IReadOnlyList<NamedLine> Lines)
{
    public IReadOnlyList<NamedStop> Stops { get; init; } = [];

    public IReadOnlyList<NamedBand> Bands { get; init; } = [];

    public IReadOnlyList<NamedGap> Gaps { get; init; } = [];

    public int FirstYear => Years.Min();

    public int LastYear => Years.Max();

    public IEnumerable<double> Amounts =>
        Lines
            .SelectMany(l => l.Points)
            .Select(p => p.Amount)
            .Concat(Stops.Select(s => s.Amount))
            .Concat(Bands.SelectMany(b => b.Years).SelectMany(y => new[] { y.Low, y.High }));

    private IEnumerable<int> Years =>
        Lines
            .SelectMany(l => l.Points)
            .Select(p => p.Year)
            .Concat(Stops.Select(s => s.Year))
            .Concat(Bands.SelectMany(b => b.Years).Select(y => y.Year));
}
