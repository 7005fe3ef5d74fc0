// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;

namespace Lodestar.Web.Charts;

/// <summary>The plot of a chart over years: its scales, grid, axes and zero line.</summary>
internal sealed record Frame(ChartSize Size, Box Plot, Scale X, Scale Y, double[] Values, int[] Years)
{
    private const double Top = 30;
    private const double Bottom = 30;
    private const double TickLength = 5;

    public static Frame Of(
        ChartSize size,
        NumberText numbers,
        (int First, int Last) years,
        (double Low, double High) values,
        double right
    )
    {
        var ticks = Ticks.Enclosing(Math.Min(0, values.Low), Math.Max(0, values.High), size.ValueTicks);
        var left = ticks.Max(t => TextSize.Width(numbers.Number(t), size.Small)) + 8;
        var plot = new Box(left, Top, size.Width - left - right, size.Height - Top - Bottom);
        return new Frame(
            size,
            plot,
            new Scale(years.First, years.Last, plot.X + 6, plot.Right),
            new Scale(ticks[0], ticks[^1], plot.Bottom, plot.Y),
            ticks,
            Ticks.Years(years.First, years.Last, size.YearTicks)
        );
    }

    public Spot At(double year, double value) => new(X[year], Y[value]);

    /// <summary>Grid, zero line and axes, with the unit over the values.</summary>
    public IEnumerable<Shape> Axes(MessageCatalog texts, string unit)
    {
        yield return new Shape.Words(new Spot(0, Size.Small), unit, Ink.Muted, Size.Small);
        foreach (var value in Values)
        {
            var y = Y[value];
            yield return new Shape.Line(
                [new(Plot.X, y), new(Plot.Right, y)],
                value == 0 ? new Stroke(Ink.Ink, 1.25) : new Stroke(Ink.Muted, 1, Opacity: 0.22)
            );
            yield return new Shape.Words(
                new Spot(Plot.X - 8, y + Size.Small * 0.35),
                texts.Numbers.Number(value),
                Ink.Muted,
                Size.Small,
                Anchor.End
            );
        }

        foreach (var year in Years)
        {
            var x = X[year];
            yield return new Shape.Line(
                [new(x, Plot.Bottom), new(x, Plot.Bottom + TickLength)],
                new Stroke(Ink.Muted, 1, Opacity: 0.6)
            );
            yield return new Shape.Words(
                new Spot(x, Plot.Bottom + TickLength + Size.Small * 1.2),
                texts.Text(year),
                Ink.Muted,
                Size.Small,
                x + Size.Small * 1.3 > Size.Width ? Anchor.End : Anchor.Middle
            );
        }
    }
}
