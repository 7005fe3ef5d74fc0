// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;

namespace Lodestar.Web.Charts;

/// <summary>
/// Draws a stack of bands with lines over it. Bands that run out leave no end to be named at, so their names stand in a key
/// in the order of the stack: beside the plot, on a phone below it.
/// </summary>
internal static class StackDrawing
{
    private const double Leading = 1.25;
    private const double Swatch = 12;

    private sealed record Entry(IReadOnlyList<string> Lines, Ink Ink, double Opacity, Stroke? Stroke);

    public static Drawing Draw(StackChart chart, MessageCatalog texts, ChartSize size)
    {
        var text = size.IsNarrow ? size.Small : size.Text;
        var widest = size.IsNarrow ? size.Width - Swatch - 10 : 220;
        var entries = Entries(chart, texts, text, widest).ToList();
        var column = size.IsNarrow
            ? 10
            : Math.Min(widest, entries.SelectMany(e => e.Lines).Max(l => TextSize.Width(l, text))) + Swatch + 26;
        var years = Enumerable.Range(0, chart.Count).ToArray();
        double[] all =
        [
            chart.Highest,
            .. years.Select(chart.Top),
            .. years.Select(chart.Bottom),
            .. chart.Lines.SelectMany(l => l.Points).Select(p => p.Amount),
            .. chart.Stops.Select(s => s.Amount),
        ];
        var frame = Frame.Of(
            size,
            texts.Numbers,
            (chart.FirstYear, Math.Max(chart.LastYear, chart.FirstYear + 1)),
            (all.Min(), all.Max()),
            column
        );
        List<Shape> shapes =
        [
            .. Stack(chart, frame, above: true),
            .. Stack(chart, frame, above: false),
            .. frame.Axes(texts, chart.Unit),
            .. chart.Lines.SelectMany(l => Line(l, frame)),
            .. chart.Stops.Select(s => new Shape.Dot(
                frame.At(s.Year, s.Amount),
                4.5,
                Ink.Paper,
                new Stroke(s.Ink, 2.25),
                s.Hint
            )),
            .. Gap(chart, frame, size, text),
        ];
        var height = size.Height;
        var (x, y) = size.IsNarrow ? (2, height + 12) : (frame.Plot.Right + 22, frame.Plot.Y + 4);
        foreach (var entry in entries)
        {
            shapes.AddRange(Key(entry, x, y, text));
            y += (entry.Lines.Count * text * Leading) + 6;
        }

        return new Drawing(size.Width, Math.Max(height, y + 2), shapes);
    }

    private static IEnumerable<Shape> Stack(StackChart chart, Frame frame, bool above)
    {
        var inner = new double[chart.Count];
        foreach (var band in chart.Bands)
        {
            double[] outer =
            [
                .. inner.Select((x, i) => x + (above ? Math.Max(0, band.Amounts[i]) : Math.Min(0, band.Amounts[i]))),
            ];
            if (inner.SequenceEqual(outer))
            {
                continue;
            }

            Spot[] edge = [.. Spots(chart, frame, outer)];
            yield return new Shape.Area([.. edge, .. Spots(chart, frame, inner).Reverse()], band.Ink, band.Opacity);
            // Neighbours stay apart in greys too.
            yield return new Shape.Line(edge, new Stroke(Ink.Paper, 1.25));
            inner = outer;
        }
    }

    private static IEnumerable<Spot> Spots(StackChart chart, Frame frame, double[] amounts) =>
        amounts.Select((amount, i) => frame.At(chart.FirstYear + i, amount));

    private static IEnumerable<Shape> Line(NamedLine line, Frame frame)
    {
        Spot[] spots = [.. line.Points.Select(p => frame.At(p.Year, p.Amount))];
        yield return new Shape.Line(spots, new Stroke(Ink.Paper, 5));
        yield return new Shape.Line(spots, Look(line));
    }

    private static Stroke Look(NamedLine line) => new(line.Ink, 2.5, line.Style == LineStyle.Solid ? null : "9 6");

    /// <summary>A bracket at its year; its words stand above everything that is drawn beside it.</summary>
    private static IEnumerable<Shape> Gap(StackChart chart, Frame frame, ChartSize size, double text)
    {
        const double Cap = 5;
        if (chart.Gap is not { } gap)
        {
            yield break;
        }

        var (top, bottom) = (frame.At(gap.Year, gap.Led), frame.At(gap.Year, gap.Promised).Move(0, -6));
        if (bottom.Y - top.Y < 4)
        {
            yield break;
        }

        yield return new Shape.Line([top.Move(-Cap, 0), top, bottom, bottom.Move(-Cap, 0)], new Stroke(Ink.Paper, 5));
        yield return new Shape.Line([top.Move(-Cap, 0), top, bottom, bottom.Move(-Cap, 0)], new Stroke(Ink.Gap, 2.25));
        var width = TextSize.Width(gap.Label, text, bold: true);
        // To the right of it, at the end of the plot or to the left: the lowest of them stands nearest.
        var (x, y) = new[] { top.X + 8, frame.Plot.Right - width, top.X - 8 - width }
            .Where(x => x >= 0 && x + width <= frame.Plot.Right + 1)
            .DefaultIfEmpty(0)
            .Select(x => (x, Free(chart, frame, new Box(x, top.Y - 8 - text, width, text))))
            .MaxBy(p => p.Item2);
        yield return new Shape.Words(new Spot(x, y), gap.Label, Ink.Gap, text, Bold: true);
    }

    /// <summary>The lowest place above the stack where no line crosses the words; above the plot where there is none.</summary>
    private static double Free(StackChart chart, Frame frame, Box wished)
    {
        const double Step = 3;
        var beside = Enumerable
            .Range(0, chart.Count)
            .Select(i => frame.At(chart.FirstYear + i, chart.Top(i)))
            .Where(s => s.X >= wished.X - 12 && s.X <= wished.Right + 12)
            .Select(s => s.Y - Step)
            .Append(wished.Bottom)
            .Min();
        for (var bottom = beside; bottom - wished.Height > frame.Plot.Y; bottom -= Step)
        {
            var box = new Box(wished.X, bottom - wished.Height, wished.Width, wished.Height).Grow(Step);
            if (!chart.Lines.Any(l => Crosses(l, frame, box)))
            {
                return bottom;
            }
        }

        return frame.Plot.Y - 8;
    }

    private static bool Crosses(NamedLine line, Frame frame, Box box) =>
        line
            .Points.Zip(line.Points.Skip(1))
            .Any(p => box.Length(frame.At(p.First.Year, p.First.Amount), frame.At(p.Second.Year, p.Second.Amount)) > 0);

    private static IEnumerable<Entry> Entries(StackChart chart, MessageCatalog texts, double text, double widest)
    {
        foreach (var line in chart.Lines)
        {
            yield return new Entry(TextSize.Wrap(line.Name, text, widest), line.Ink, 1, Look(line));
        }

        // As they are stacked, the highest first.
        foreach (var band in chart.Bands.Reverse())
        {
            var amount = texts.Numbers.Fixed(band.Amounts[chart.KeyYear - chart.FirstYear], chart.Decimals);
            yield return new Entry(
                TextSize.Wrap($"{band.Name}\u00a0{amount}", text, widest),
                band.Ink,
                band.Opacity,
                null
            );
        }
    }

    private static IEnumerable<Shape> Key(Entry entry, double x, double y, double text)
    {
        yield return entry.Stroke is { } stroke
            ? new Shape.Line(
                [new(x - 2, y + (Swatch / 2)), new(x + Swatch + 2, y + (Swatch / 2))],
                stroke with
                {
                    Dash = stroke.Dash is null ? null : "6 3",
                }
            )
            : new Shape.Bar(x, y, Swatch, Swatch, entry.Ink, entry.Opacity);
        for (var row = 0; row < entry.Lines.Count; row++)
        {
            yield return new Shape.Words(
                new Spot(x + Swatch + 8, y + (0.8 * text) + (row * text * Leading)),
                entry.Lines[row],
                Ink.Ink,
                text
            );
        }
    }
}
