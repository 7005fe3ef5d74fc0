// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;

namespace Lodestar.Web.Charts;

/// <summary>
/// Draws wedges: what lowers emissions is stacked on the line with measures and reaches the line without; what raises
/// them hangs below, and the stack then rises above the line without by as much. Nothing is clipped.
/// </summary>
internal static class WedgeDrawing
{
    private const double LabelGap = 12;
    private const double Leading = 1.25;
    private const double Fill = 0.82;

    public static Drawing Draw(WedgeChart chart, MessageCatalog texts, ChartSize size)
    {
        var text = size.IsNarrow ? size.Small : size.Text;
        var widest = size.IsNarrow ? 128 : 230;
        var ends = EndsOf(chart, texts);
        var labels = ends.Select(e => TextSize.Wrap(e.Text, text, widest - LabelGap - 4, e.Bold)).ToArray();
        var column = labels.SelectMany(l => l).Max(t => TextSize.Width(t, text, bold: true)) + LabelGap + 4;
        var years = Enumerable.Range(0, chart.With.Count).ToArray();
        double[] all =
        [
            .. chart.Without,
            .. years.Select(chart.Top),
            .. years.Select(chart.Bottom),
            .. chart.Path.Select(p => p.Amount),
            .. chart.Stops.Select(s => s.Amount),
        ];
        var frame = Frame.Of(
            size,
            texts.Numbers,
            (chart.FirstYear, Math.Max(chart.LastYear, chart.FirstYear + 1)),
            (all.Min(), all.Max()),
            Math.Min(column, widest)
        );
        List<Shape> shapes =
        [
            new Shape.Area(
                [.. Spots(chart, frame, i => chart.With[i]), .. Spots(chart, frame, _ => 0).Reverse()],
                Ink.Muted,
                0.1
            ),
            .. Stack(chart, frame, lowers: true),
            .. Stack(chart, frame, lowers: false),
            .. frame.Axes(texts, chart.Unit),
            .. Lines(chart, frame),
        ];
        shapes.AddRange(
            chart.Stops.Select(s => new Shape.Dot(
                frame.At(s.Year, s.Amount),
                4.5,
                Ink.Paper,
                new Stroke(Ink.Path, 2.25),
                s.Hint
            ))
        );
        shapes.AddRange(Labelled(ends, labels, frame, text));
        return new Drawing(size.Width, size.Height, shapes);
    }

    /// <summary>The marks of the wedges that go one way, from the line with outwards.</summary>
    private static IEnumerable<Shape> Stack(WedgeChart chart, Frame frame, bool lowers)
    {
        double[] inner = [.. chart.With];
        foreach (var wedge in chart.Wedges)
        {
            double[] outer =
            [
                .. inner.Select((x, i) => x + (lowers ? Math.Max(0, wedge.Effects[i]) : Math.Min(0, wedge.Effects[i]))),
            ];
            if (inner.SequenceEqual(outer))
            {
                continue;
            }

            var (from, to) = (inner, outer);
            Spot[] edge = [.. Spots(chart, frame, i => to[i])];
            yield return new Shape.Area([.. edge, .. Spots(chart, frame, i => from[i]).Reverse()], wedge.Ink, Fill);
            // Neighbours stay apart in greys too.
            yield return new Shape.Line(edge, new Stroke(Ink.Paper, 1.25));
            inner = outer;
        }
    }

    private static IEnumerable<Shape> Lines(WedgeChart chart, Frame frame)
    {
        if (chart.Path.Count > 1)
        {
            Spot[] path = [.. chart.Path.Select(p => frame.At(p.Year, p.Amount))];
            yield return new Shape.Line(path, new Stroke(Ink.Paper, 5));
            yield return new Shape.Line(path, new Stroke(Ink.Path, 2.5, chart.IsPathDerived ? "9 6" : null));
        }

        yield return new Shape.Line([.. Spots(chart, frame, i => chart.Without[i])], new Stroke(Ink.Ink, 1.75, "9 6"));
        yield return new Shape.Line([.. Spots(chart, frame, i => chart.With[i])], new Stroke(Ink.Ink, 2.75));
    }

    private static IEnumerable<Spot> Spots(WedgeChart chart, Frame frame, Func<int, double> amount) =>
        Enumerable.Range(0, chart.With.Count).Select(i => frame.At(chart.FirstYear + i, amount(i)));

    /// <summary>What stands at the end of the chart, and at which level: the two lines, and each wedge at its middle.</summary>
    private static List<End> EndsOf(WedgeChart chart, MessageCatalog texts)
    {
        var last = chart.With.Count - 1;
        List<End> ends =
        [
            new(chart.Without[last], Named(chart.WithoutName, chart.Without[last], texts), Ink.Ink, true),
            new(chart.With[last], Named(chart.WithName, chart.With[last], texts), Ink.Ink, true),
        ];
        var (up, down) = (chart.With[last], chart.With[last]);
        foreach (var wedge in chart.Wedges)
        {
            var effect = wedge.Effects[last];
            var start = effect >= 0 ? up : down;
            ends.Add(new End(start + (effect / 2), Named(wedge, effect, texts), wedge.Ink, false));
            (up, down) = effect >= 0 ? (up + effect, down) : (up, down + effect);
        }

        return ends;
    }

    private static string Named(string name, double amount, MessageCatalog texts) =>
        $"{name}\u00a0{texts.Numbers.Number(amount)}";

    // What is taken away reads with a minus, what is added with a plus.
    private static string Named(Wedge wedge, double effect, MessageCatalog texts)
    {
        var sign =
            effect < 0 ? "+"
            : effect > 0 ? "\u2212"
            : "";
        // An error is no better known than to one figure; what drowns in the effect is not worth its ink.
        const double Least = 1e-3;
        var error = wedge.Error is { } one && one > Least * Math.Abs(effect) ? Error(one, texts) : "";
        return $"{wedge.Name}\u00a0{sign}{texts.Numbers.Number(Math.Abs(effect))}{error}";
    }

    private static string Error(double error, MessageCatalog texts)
    {
        var step = Math.Pow(10, Math.Floor(Math.Log10(error)));
        return $"\u202f±\u202f{texts.Numbers.Number(Math.Round(error / step) * step)}";
    }

    private static IEnumerable<Shape> Labelled(List<End> ends, IReadOnlyList<string>[] labels, Frame frame, double text)
    {
        var placed = Labels.PushApart(
            [.. ends.Select(e => frame.Y[e.Level])],
            [.. labels.Select(l => (l.Count * text * Leading) + 4)],
            frame.Plot.Y - text,
            frame.Plot.Bottom + text
        );
        for (var i = 0; i < ends.Count; i++)
        {
            var x = frame.Plot.Right + LabelGap;
            var y = frame.Y[ends[i].Level];
            if (Math.Abs(placed[i] - y) > 3)
            {
                yield return new Shape.Line(
                    [new(frame.Plot.Right, y), new(x - 4, placed[i])],
                    new Stroke(ends[i].Ink, 1, Opacity: 0.4)
                );
            }

            var top = placed[i] - (labels[i].Count * text * Leading / 2);
            for (var row = 0; row < labels[i].Count; row++)
            {
                yield return new Shape.Words(
                    new Spot(x, top + ((row + 0.8) * text * Leading)),
                    labels[i][row],
                    ends[i].Ink,
                    text,
                    Bold: ends[i].Bold
                );
            }
        }
    }

    private readonly record struct End(double Level, string Text, Ink Ink, bool Bold);
}
