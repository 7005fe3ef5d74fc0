// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Answers;
using Lodestar.Planning.Messages;

namespace Lodestar.Web.Charts;

/// <summary>
/// Draws fans: the range of nineteen in twenty runs light, of two in three darker, the median as a line. The fan that
/// the others are held against keeps to thin edges, so that it stays apart in greys too.
/// </summary>
internal static class FanDrawing
{
    private const double LabelGap = 10;
    private const double Leading = 1.25;
    private const double LimitLift = 5;
    private const double Outer = 0.16;
    private const double Inner = 0.22;

    public static Drawing Draw(FanChart chart, MessageCatalog texts, ChartSize size)
    {
        var text = size.IsNarrow ? size.Small : size.Text;
        var widest = size.IsNarrow ? 104 : 190;
        var named = chart.Fans.Where(f => f.Name.Length > 0).ToArray();
        var labels = named.Select(f => Label(f, chart.Decimals, texts, text, widest - LabelGap)).ToArray();
        var column = labels.SelectMany(l => l).Max(t => TextSize.Width(t, text, bold: true)) + LabelGap;
        var frame = Frame.Of(
            size,
            texts.Numbers,
            (chart.FirstYear, Math.Max(chart.LastYear, chart.FirstYear + 1)),
            (chart.Low, chart.High),
            Math.Min(column, widest)
        );
        List<Shape> shapes =
        [
            .. chart.Fans.SelectMany(f => Areas(f, frame)),
            .. frame.Axes(texts, chart.Unit),
            .. chart.Limits.SelectMany(l => LimitMarks(l, chart.Limits, frame, size)),
            .. chart.Fans.SelectMany(f => Lines(f, frame)),
            .. chart.Marks.Select(m => Mark(m, frame, size)),
            .. Ends(named, labels, frame, text),
        ];
        if (chart.Peak is { } peak)
        {
            shapes.AddRange(PeakMarks(peak, chart, frame, size));
        }

        return new Drawing(size.Width, size.Height, shapes);
    }

    /// <summary>The name, and under it where the fan ends: median and range.</summary>
    private static string[] Label(Fan fan, int decimals, MessageCatalog texts, double text, double width)
    {
        var (end, numbers) = (fan.Bands[^1], texts.Numbers);
        var range = texts.Render(
            Message.Of(
                "chart.fan.end",
                ("median", numbers.Fixed(end.P50, decimals)),
                ("low", numbers.Fixed(end.P05, decimals)),
                ("high", numbers.Fixed(end.P95, decimals))
            )
        );
        return [.. TextSize.Wrap(fan.Name, text, width), .. TextSize.Wrap(range, text, width, bold: true)];
    }

    private static IEnumerable<Shape> Areas(Fan fan, Frame frame)
    {
        if (fan.Faint)
        {
            yield return Area(fan, frame, b => b.P05, b => b.P95, Outer / 2);
            var edge = new Stroke(fan.Ink, 1, "1 3", 0.7);
            yield return new Shape.Line(Spots(fan, frame, b => b.P05), edge);
            yield return new Shape.Line(Spots(fan, frame, b => b.P95), edge);
            yield break;
        }

        yield return Area(fan, frame, b => b.P05, b => b.P95, Outer);
        yield return Area(fan, frame, b => b.P17, b => b.P83, Inner);
    }

    private static Shape.Area Area(
        Fan fan,
        Frame frame,
        Func<Band, double> low,
        Func<Band, double> high,
        double opacity
    ) => new([.. Spots(fan, frame, high), .. Spots(fan, frame, low).Reverse()], fan.Ink, opacity);

    private static Spot[] Spots(Fan fan, Frame frame, Func<Band, double> of) =>
        [.. fan.Bands.Select((b, i) => frame.At(fan.FirstYear + i, of(b)))];

    private static IEnumerable<Shape> Lines(Fan fan, Frame frame)
    {
        var dash = fan.Style switch
        {
            LineStyle.Dashed => "9 6",
            LineStyle.Dotted => "2 5",
            _ => null,
        };
        yield return new Shape.Line(Spots(fan, frame, b => b.P50), new Stroke(fan.Ink, fan.Faint ? 2 : 2.75, dash));
    }

    private static Shape.Dot Mark(FanMark mark, Frame frame, ChartSize size) =>
        new(
            frame.At(mark.Year, mark.Level),
            size.IsNarrow ? 2.75 : 3.5,
            mark.IsOpen ? Ink.Paper : Ink.History,
            new Stroke(Ink.History, mark.IsOpen ? 2 : 1),
            mark.Name
        );

    private static IEnumerable<Shape> LimitMarks(
        FanLimit limit,
        IReadOnlyList<FanLimit> all,
        Frame frame,
        ChartSize size
    )
    {
        var y = frame.Y[limit.Level];
        yield return new Shape.Line(
            [new(frame.Plot.X, y), new(frame.Plot.Right, y)],
            new Stroke(Ink.Ink, 1, Opacity: 0.75)
        );
        yield return new Shape.Words(LimitSpot(limit, all, frame, size), limit.Name, Ink.Ink, size.Small);
    }

    // On its line; under it where the next line above leaves no room for a row of text.
    private static Spot LimitSpot(FanLimit limit, IReadOnlyList<FanLimit> all, Frame frame, ChartSize size)
    {
        var y = frame.Y[limit.Level];
        var isCrowded = all.Any(o => o.Level > limit.Level && y - frame.Y[o.Level] < size.Small * Leading + LimitLift);
        return new Spot(frame.Plot.X + 8, isCrowded ? y + size.Small : y - LimitLift);
    }

    private static IEnumerable<Shape> PeakMarks(FanPeak peak, FanChart chart, Frame frame, ChartSize size)
    {
        var at = frame.At(peak.Year, peak.Level);
        var ink = chart.Fans[^1].Ink;
        yield return new Shape.Dot(at, 5, Ink.Paper, new Stroke(ink, 2.25), peak.Name);
        var text = size.Small;
        var width = TextSize.Width(peak.Name, text, bold: true);
        var placer = new LabelPlacer(frame.Plot);
        foreach (var fan in chart.Fans)
        {
            placer.Avoid(Spots(fan, frame, b => b.P50));
        }

        foreach (var limit in chart.Limits)
        {
            placer.Avoid([new(frame.Plot.X, frame.Y[limit.Level]), new(frame.Plot.Right, frame.Y[limit.Level])]);
            var spot = LimitSpot(limit, chart.Limits, frame, size);
            placer.Avoid(new Box(spot.X, spot.Y - text, TextSize.Width(limit.Name, text), text * Leading));
        }

        var box = placer.Place(at, width, text * Leading, 12, Side.Below, Side.Above, Side.BelowRight, Side.AboveLeft);
        yield return new Shape.Words(new Spot(box.X, box.Bottom - text * 0.3), peak.Name, ink, text, Bold: true);
    }

    private static IEnumerable<Shape> Ends(Fan[] fans, string[][] labels, Frame frame, double text)
    {
        var placed = Labels.PushApart(
            [.. fans.Select(f => frame.Y[f.Bands[^1].P50])],
            [.. labels.Select(l => l.Length * text * Leading + 6)],
            frame.Plot.Y - text,
            frame.Plot.Bottom + text
        );
        for (var i = 0; i < fans.Length; i++)
        {
            var end = frame.At(fans[i].LastYear, fans[i].Bands[^1].P50);
            var x = frame.Plot.Right + LabelGap;
            if (Math.Abs(placed[i] - end.Y) > 3)
            {
                yield return new Shape.Line([end, new(x - 3, placed[i])], new Stroke(fans[i].Ink, 1, Opacity: 0.5));
            }

            var top = placed[i] - labels[i].Length * text * Leading / 2;
            for (var row = 0; row < labels[i].Length; row++)
            {
                var spot = new Spot(x, top + (row + 0.8) * text * Leading);
                yield return new Shape.Words(spot, labels[i][row], fans[i].Ink, text);
            }
        }
    }
}
