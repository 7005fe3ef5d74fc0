// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Web.Charts;

/// <summary>The two layouts of a chart: for a desk or a page, and for a phone, where labels stand inside the plot.</summary>
internal sealed record ChartSize(double Width, double Height)
{
    public static ChartSize Wide { get; } =
        new(800, 430)
        {
            Text = 14,
            Small = 13,
            YearTicks = 8,
            ValueTicks = 5,
        };

    public static ChartSize Narrow { get; } =
        new(358, 400)
        {
            Text = 13,
            Small = 12,
            YearTicks = 4,
            ValueTicks = 4,
            IsNarrow = true,
        };

    public bool IsNarrow { get; private init; }

    /// <summary>Labels of data.</summary>
    public double Text { get; private init; }

    /// <summary>Axes and notes.</summary>
    public double Small { get; private init; }

    public int YearTicks { get; private init; }
    public int ValueTicks { get; private init; }

    public double LineHeight => Text * 1.3;
}
