// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Planning.Reports;
using Lodestar.Planning.Targets;
using Lodestar.Web.Charts;

namespace Lodestar.Web.Features.Reports;

/// <summary>Draws the charts of a paper for its page.</summary>
internal static class PaperPicture
{
    private const double LabelGap = 14;
    private const double WidestColumn = 20;
    private const double Opacity = 0.85;

    public static Drawing Draw(PaperChart chart, MessageCatalog texts, ChartSize size) =>
        chart.Kind switch
        {
            PaperChartKind.Lines => LinesDrawing.Draw(Lines(chart, texts), texts, size),
            PaperChartKind.Bars => Bars(chart, texts, size),
            _ => Stacks(chart, texts, size),
        };

    private static LinesChart Lines(PaperChart chart, MessageCatalog texts)
    {
        IReadOnlyList<YearAmount> Points(PaperSeries series) =>
            [
                .. chart
                    .Categories.Select((c, i) => (Year: (int)c, Value: series.Values[i]))
                    .Where(p => p.Value is not null)
                    .Select(p => new YearAmount(p.Year, p.Value!.Value)),
            ];
        return new LinesChart(
            chart.Unit,
            [
                .. chart
                    .Series.Where(s => !s.IsMarks && s.Values.Any(v => v is not null))
                    .Select(s => new NamedLine(
                        texts.Say(s.Name),
                        InkOf(s),
                        Points(s),
                        s.Ink switch
                        {
                            PaperInk.History => LineStyle.Solid,
                            PaperInk.Promise => LineStyle.Dotted,
                            _ => LineStyle.Dashed,
                        },
                        IsBridged: s.Ink is PaperInk.Promise or PaperInk.History
                    )),
            ]
        )
        {
            Stops =
            [
                .. chart
                    .Series.Where(s => s.IsMarks)
                    .SelectMany(s =>
                        Points(s)
                            .Select(p => new NamedStop(
                                $"{texts.Say(s.Name)}, {texts.Text(p.Year)}",
                                InkOf(s),
                                p.Year,
                                p.Amount
                            ))
                    ),
            ],
        };
    }

    private static Drawing Stacks(PaperChart chart, MessageCatalog texts, ChartSize size)
    {
        int[] years = [.. chart.Categories.Select(c => (int)c)];
        var (low, high) = Layers(chart);
        var text = size.IsNarrow ? size.Small : size.Text;
        var widest = size.IsNarrow ? 128 : 230;
        var labels = chart.Series.Select(s => TextSize.Wrap(texts.Say(s.Name), text, widest - 20)).ToArray();
        var frame = Frame.Of(
            size,
            texts.Numbers,
            (years[0], Math.Max(years[^1], years[0] + 1)),
            (low.Min(s => s.Min()), high.Max(s => s.Max())),
            Math.Min(labels.SelectMany(l => l).Max(t => TextSize.Width(t, text)) + 24, widest)
        );
        var shapes = new List<Shape>(frame.Axes(texts, chart.Unit));
        var width = Math.Min(WidestColumn, 0.7 * frame.Plot.Width / years.Length);
        for (var i = 0; i < chart.Series.Length; i++)
        {
            var ink = InkOf(chart.Series[i]);
            if (chart.Kind == PaperChartKind.Areas)
            {
                shapes.Add(
                    new Shape.Area(
                        [
                            .. years.Select((y, at) => frame.At(y, high[i][at])),
                            .. years.Select((y, at) => frame.At(y, low[i][at])).Reverse(),
                        ],
                        ink,
                        Opacity
                    )
                );
                continue;
            }

            for (var at = 0; at < years.Length; at++)
            {
                var top = frame.At(years[at], high[i][at]);
                var height = frame.Y[low[i][at]] - top.Y;
                if (height > 0)
                {
                    shapes.Add(new Shape.Bar(top.X - (width / 2), top.Y, width, height, ink, Opacity));
                }
            }
        }

        shapes.AddRange(Names(chart, labels, frame, text, [.. high.Select((h, i) => (h[^1] + low[i][^1]) / 2)]));
        return new Drawing(size.Width, size.Height, shapes);
    }

    /// <summary>From where to where each series goes; what is below zero hangs from the zero line.</summary>
    private static (double[][] Low, double[][] High) Layers(PaperChart chart)
    {
        var (up, down) = (new double[chart.Categories.Length], new double[chart.Categories.Length]);
        var low = new double[chart.Series.Length][];
        var high = new double[chart.Series.Length][];
        for (var i = 0; i < chart.Series.Length; i++)
        {
            (low[i], high[i]) = (new double[up.Length], new double[up.Length]);
            for (var at = 0; at < up.Length; at++)
            {
                var value = chart.Series[i].Values[at] ?? 0;
                var stack = value < 0 ? down : up;
                (low[i][at], high[i][at]) = (
                    Math.Min(stack[at], stack[at] + value),
                    Math.Max(stack[at], stack[at] + value)
                );
                stack[at] += value;
            }
        }

        return (low, high);
    }

    private static IEnumerable<Shape> Names(
        PaperChart chart,
        IReadOnlyList<string>[] labels,
        Frame frame,
        double text,
        double[] middles
    )
    {
        const double Leading = 1.25;
        var placed = Labels.PushApart(
            [.. middles.Select(m => frame.Y[m])],
            [.. labels.Select(l => (l.Count * text * Leading) + 4)],
            frame.Plot.Y - text,
            frame.Plot.Bottom + text
        );
        for (var i = 0; i < labels.Length; i++)
        {
            var ink = InkOf(chart.Series[i]);
            var x = frame.Plot.Right + LabelGap;
            yield return new Shape.Line(
                [new(frame.Plot.Right + 2, frame.Y[middles[i]]), new(x - 3, placed[i])],
                new Stroke(ink, 1, Opacity: 0.5)
            );
            var top = placed[i] - (labels[i].Count * text * Leading / 2);
            for (var row = 0; row < labels[i].Count; row++)
            {
                yield return new Shape.Words(
                    new Spot(x, top + ((row + 0.8) * text * Leading)),
                    labels[i][row],
                    ink,
                    text
                );
            }
        }
    }

    private static Drawing Bars(PaperChart chart, MessageCatalog texts, ChartSize size)
    {
        const double Row = 34;
        var text = size.IsNarrow ? size.Small : size.Text;
        var names = chart.Categories.Select(c => TextSize.Wrap(texts.Say(c), text, size.Width * 0.4)).ToArray();
        var left = names.SelectMany(n => n).Max(t => TextSize.Width(t, text)) + 12;
        double[] values = [.. chart.Series[0].Values.Select(v => v ?? 0)];
        var room = values.Max(v => TextSize.Width(texts.Numbers.Number(v), text)) + 12;
        var scale = new Scale(
            Math.Min(0, values.Min()),
            Math.Max(values.Max(), values.Min() < 0 ? 0 : 1e-12),
            left + (values.Min() < 0 ? room : 0),
            size.Width - room
        );
        var shapes = new List<Shape>();
        for (var i = 0; i < values.Length; i++)
        {
            var top = (i * Row) + 8;
            var (from, to) = (Math.Min(scale[0], scale[values[i]]), Math.Max(scale[0], scale[values[i]]));
            shapes.Add(new Shape.Bar(from, top, Math.Max(1, to - from), Row - 12, Ink.Sector1, Opacity));
            for (var row = 0; row < names[i].Count; row++)
            {
                var y = top + (Row / 2) + ((row - ((names[i].Count - 1) / 2.0)) * text * 1.1);
                shapes.Add(new Shape.Words(new Spot(left - 8, y), names[i][row], Ink.Ink, text, Anchor.End));
            }

            shapes.Add(
                new Shape.Words(
                    new Spot(values[i] < 0 ? from - 6 : to + 6, top + (Row / 2)),
                    texts.Numbers.Number(values[i]),
                    Ink.Ink,
                    text,
                    values[i] < 0 ? Anchor.End : Anchor.Start
                )
            );
        }

        shapes.Add(
            new Shape.Line([new(scale[0], 4), new(scale[0], (values.Length * Row) + 4)], new Stroke(Ink.Ink, 1.25))
        );
        return new Drawing(size.Width, (values.Length * Row) + 12, shapes);
    }

    private static Ink InkOf(PaperSeries series) =>
        series.Ink switch
        {
            PaperInk.History => Ink.History,
            PaperInk.Promise => Ink.Path,
            PaperInk.Rest => Ink.Muted,
            _ => Palette.Sector(series.Slot % 8),
        };
}
