// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;

namespace Lodestar.Web.Charts;

/// <summary>
/// Draws a line a category, named at its end. A year without a figure breaks the line and leaves a cross under the
/// axis: it is never drawn as zero, nor bridged.
/// </summary>
internal static class SectorDrawing
{
    private const double CrossSize = 3;

    public static Drawing Draw(SectorLines chart, MessageCatalog texts, ChartSize size)
    {
        var names = chart.Lines.Select(l => Name(l, texts)).ToArray();
        var widest = size.IsNarrow ? 118 : 210;
        var labels = names.Select(n => TextSize.Wrap(n, LabelSize(size), widest - 16)).ToArray();
        var column = labels.SelectMany(l => l).Max(t => TextSize.Width(t, LabelSize(size))) + 16;
        var amounts = chart.Lines.SelectMany(l => l.Years).Select(y => y.Amount).OfType<double>().ToArray();
        var frame = Frame.Of(
            size,
            texts.Numbers,
            (chart.FirstYear, chart.LastYear),
            (amounts.Min(), amounts.Max()),
            Math.Min(column, widest)
        );
        var shapes = frame.Axes(texts, chart.Unit.Display).ToList();
        foreach (var line in chart.Lines)
        {
            shapes.AddRange(Line(chart, line, frame, texts));
        }

        shapes.AddRange(Missing(chart, frame, texts));
        shapes.AddRange(Ends(chart, labels, frame, size));
        return new Drawing(size.Width, size.Height, shapes);
    }

    private static double LabelSize(ChartSize size) => size.IsNarrow ? size.Small : size.Text;

    private static string Name(SectorLine line, MessageCatalog texts)
    {
        var name = texts.Render(SectorWords.Name(line.Code));
        return line.Last is { Amount: { } amount } ? $"{name}\u00a0{texts.Numbers.Number(amount)}" : name;
    }

    private static IEnumerable<Shape> Line(SectorLines chart, SectorLine line, Frame frame, MessageCatalog texts)
    {
        foreach (var run in Runs(line))
        {
            Spot[] spots = [.. run.Select(y => frame.At(y.Year, y.Amount!.Value))];
            yield return spots.Length > 1
                ? new Shape.Line(spots, new Stroke(line.Ink, 2.25))
                : new Shape.Dot(spots[0], 2.5, line.Ink);
        }

        foreach (var year in line.Years.Where(y => y.Amount is not null))
        {
            var at = frame.At(year.Year, year.Amount!.Value);
            var hint = texts.Render(SectorWords.Year(chart, line, year));
            yield return new Shape.Dot(at, 6, Ink.None, Hint: hint);
        }
    }

    /// <summary>Stretches of years that all hold a number.</summary>
    internal static IEnumerable<IReadOnlyList<SectorYear>> Runs(SectorLine line)
    {
        var run = new List<SectorYear>();
        foreach (var year in line.Years)
        {
            if (year.Amount is not null && (run.Count == 0 || year.Year == run[^1].Year + 1))
            {
                run.Add(year);
                continue;
            }

            if (run.Count > 0)
            {
                yield return run;
            }

            run = year.Amount is null ? [] : [year];
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static IEnumerable<Shape> Missing(SectorLines chart, Frame frame, MessageCatalog texts)
    {
        var row = new Dictionary<int, int>();
        foreach (var line in chart.Lines)
        {
            foreach (var year in line.Years.Where(y => y.IsMissing))
            {
                var rank = row[year.Year] = row.GetValueOrDefault(year.Year) + 1;
                var (x, y) = (frame.X[year.Year], frame.Y[0] - 4 - rank * CrossSize * 2.6);
                var stroke = new Stroke(line.Ink, 1.75);
                yield return new Shape.Line(
                    [new(x - CrossSize, y - CrossSize), new(x + CrossSize, y + CrossSize)],
                    stroke
                );
                yield return new Shape.Line(
                    [new(x - CrossSize, y + CrossSize), new(x + CrossSize, y - CrossSize)],
                    stroke
                );
                yield return new Shape.Dot(
                    new Spot(x, y),
                    CrossSize + 2,
                    Ink.None,
                    Hint: texts.Render(SectorWords.Year(chart, line, year))
                );
            }
        }

        if (row.Count > 0)
        {
            var note = texts.Render(Message.Of("chart.sectors.cross"));
            yield return new Shape.Words(
                new Spot(frame.Size.Width, frame.Size.Small),
                note,
                Ink.Muted,
                frame.Size.Small,
                Anchor.End
            );
        }
    }

    private static IEnumerable<Shape> Ends(
        SectorLines chart,
        IReadOnlyList<string>[] labels,
        Frame frame,
        ChartSize size
    )
    {
        var text = LabelSize(size);
        var wished = chart
            .Lines.Select(l => l.Last is { Amount: { } amount } ? frame.Y[amount] : frame.Plot.Bottom)
            .ToArray();
        var placed = Labels.PushApart(
            wished,
            [.. labels.Select(l => l.Count * text * 1.25 + 3)],
            frame.Plot.Y - text,
            frame.Plot.Bottom + text
        );
        for (var i = 0; i < labels.Length; i++)
        {
            var line = chart.Lines[i];
            var end = frame.At(line.Last?.Year ?? chart.LastYear, line.Last?.Amount ?? 0);
            var x = frame.Plot.Right + 12;
            if (Math.Abs(placed[i] - wished[i]) > 3 || end.X < frame.Plot.Right - 1)
            {
                yield return new Shape.Line(
                    [end, new(frame.Plot.Right + 3, wished[i]), new(x - 3, placed[i])],
                    new Stroke(line.Ink, 1, Opacity: 0.45)
                );
            }

            var top = placed[i] - labels[i].Count * text * 1.25 / 2;
            for (var row = 0; row < labels[i].Count; row++)
            {
                yield return new Shape.Words(
                    new Spot(x, top + (row + 0.8) * text * 1.25),
                    labels[i][row],
                    line.Ink,
                    text
                );
            }
        }
    }
}
