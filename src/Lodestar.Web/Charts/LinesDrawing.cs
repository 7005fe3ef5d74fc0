// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Planning.Targets;

namespace Lodestar.Web.Charts;

/// <summary>Draws several lines on one scale, each named at its end with its last amount.</summary>
internal static class LinesDrawing
{
    private const double LabelGap = 12;
    private const double EarlyEnd = 0.25;

    public static Drawing Draw(LinesChart chart, MessageCatalog texts, ChartSize size)
    {
        var widest = size.IsNarrow ? 128 : 230;
        var text = size.IsNarrow ? size.Small : size.Text;
        var labels = chart.Lines.Select(l => TextSize.Wrap(Label(l, texts), text, widest - 16)).ToArray();
        var column = labels.SelectMany(l => l).Max(t => TextSize.Width(t, text)) + 16;
        var frame = Frame.Of(
            size,
            texts.Numbers,
            (chart.FirstYear, Math.Max(chart.LastYear, chart.FirstYear + 1)),
            (chart.Amounts.Min(), chart.Amounts.Max()),
            Math.Min(column, widest)
        );
        List<Shape> shapes = [.. chart.Bands.SelectMany(b => Areas(b, frame)), .. frame.Axes(texts, chart.Unit)];
        foreach (var line in chart.Lines)
        {
            shapes.AddRange(Marks(line, frame, texts, size));
        }

        shapes.AddRange(
            chart.Stops.Select(s => new Shape.Dot(
                frame.At(s.Year, s.Amount),
                4.5,
                Ink.Paper,
                new Stroke(s.Ink, 2),
                s.Hint
            ))
        );
        shapes.AddRange(Inside(chart, frame, texts, text));
        shapes.AddRange(LinesLabels.Of(chart, frame, size, InsideBoxes(chart, frame, texts, text)));
        shapes.AddRange(Ends(chart, labels, frame, text));
        return new Drawing(size.Width, size.Height, shapes);
    }

    private static string Label(NamedLine line, MessageCatalog texts) =>
        $"{line.Name}\u00a0{texts.Numbers.Number(line.Points[^1].Amount)}";

    private static IEnumerable<Shape> Marks(NamedLine line, Frame frame, MessageCatalog texts, ChartSize size)
    {
        var stroke = new Stroke(
            line.Ink,
            line.Style == LineStyle.Solid ? 2.5 : 2,
            line.Style switch
            {
                LineStyle.Dashed => "9 6",
                LineStyle.Dotted => "2 5",
                _ => null,
            }
        );
        foreach (var run in Runs(line))
        {
            Spot[] spots = [.. run.Select(p => frame.At(p.Year, p.Amount))];
            yield return spots.Length > 1 ? new Shape.Line(spots, stroke) : new Shape.Dot(spots[0], 3, line.Ink);
        }

        // Nothing hovers over a phone, and the table has every number.
        foreach (var point in size.IsNarrow ? [] : line.Points)
        {
            var hint = $"{line.Name}, {texts.Text(point.Year)}: {texts.Numbers.Number(point.Amount)}";
            yield return new Shape.Dot(frame.At(point.Year, point.Amount), 6, Ink.None, Hint: hint);
        }
    }

    private static IEnumerable<Shape> Areas(NamedBand band, Frame frame)
    {
        var run = new List<(int Year, double Low, double High)>();
        foreach (var year in band.Years)
        {
            if (run.Count > 0 && year.Year != run[^1].Year + 1)
            {
                yield return Area(run);
                run = [];
            }

            run.Add(year);
        }

        if (run.Count > 0)
        {
            yield return Area(run);
        }

        Shape Area(List<(int Year, double Low, double High)> years) =>
            new Shape.Area(
                [
                    .. years.Select(y => frame.At(y.Year, y.High)),
                    .. Enumerable.Reverse(years).Select(y => frame.At(y.Year, y.Low)),
                ],
                band.Ink,
                band.Opacity
            );
    }

    private static IEnumerable<List<YearAmount>> Runs(NamedLine line)
    {
        var run = new List<YearAmount>();
        foreach (var point in line.Points)
        {
            if (run.Count > 0 && !line.IsBridged && point.Year != run[^1].Year + 1)
            {
                yield return run;
                run = [];
            }

            run.Add(point);
        }

        yield return run;
    }

    /// <summary>A line that ends well before the others is named where it ends: a long leader would cross them.</summary>
    private static bool EndsInside(NamedLine line, Frame frame) =>
        frame.Plot.Right - frame.X[line.Points[^1].Year] > frame.Plot.Width * EarlyEnd;

    private static IEnumerable<Shape> Inside(LinesChart chart, Frame frame, MessageCatalog texts, double text) =>
        chart
            .Lines.Where(l => EndsInside(l, frame))
            .Select(l =>
            {
                var end = frame.At(l.Points[^1].Year, l.Points[^1].Amount);
                return new Shape.Words(end.Move(6, -0.7 * text), Label(l, texts), l.Ink, text);
            });

    private static IEnumerable<Box> InsideBoxes(LinesChart chart, Frame frame, MessageCatalog texts, double text) =>
        Inside(chart, frame, texts, text)
            .OfType<Shape.Words>()
            .Select(w => new Box(w.At.X, w.At.Y - text, TextSize.Width(w.Text, text), text * 1.25));

    private static IEnumerable<Shape> Ends(LinesChart chart, IReadOnlyList<string>[] labels, Frame frame, double text)
    {
        const double Leading = 1.25;
        var placed = Labels.PushApart(
            [.. chart.Lines.Select(l => frame.Y[l.Points[^1].Amount])],
            // A label that stands elsewhere takes no room in the column.
            [.. labels.Select((l, i) => EndsInside(chart.Lines[i], frame) ? 0 : l.Count * text * Leading + 4)],
            frame.Plot.Y - text,
            frame.Plot.Bottom + text
        );
        for (var i = 0; i < labels.Length; i++)
        {
            var line = chart.Lines[i];
            if (EndsInside(line, frame))
            {
                continue;
            }

            var end = frame.At(line.Points[^1].Year, line.Points[^1].Amount);
            var x = frame.Plot.Right + LabelGap;
            if (Math.Abs(placed[i] - end.Y) > 3 || end.X < frame.Plot.Right - 1)
            {
                yield return new Shape.Line([end, new(x - 4, placed[i])], new Stroke(line.Ink, 1, Opacity: 0.4));
            }

            var top = placed[i] - labels[i].Count * text * Leading / 2;
            for (var row = 0; row < labels[i].Count; row++)
            {
                var at = new Spot(x, top + (row + 0.8) * text * Leading);
                yield return new Shape.Words(at, labels[i][row], line.Ink, text);
            }
        }
    }
}
