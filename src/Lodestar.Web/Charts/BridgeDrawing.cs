// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;

namespace Lodestar.Web.Charts;

/// <summary>
/// Draws a bridge as bars from left to right, one below the other: names stand beside them, on a phone above them, and the
/// amount of each at its end. What raises and what lowers differ in hue, in lightness and by their sign.
/// </summary>
internal static class BridgeDrawing
{
    private const double Thick = 22;
    private const double Pad = 10;

    public static Drawing Draw(BridgeChart chart, MessageCatalog texts, ChartSize size)
    {
        var text = size.IsNarrow ? size.Small : size.Text;
        var names = size.IsNarrow ? 0 : Math.Min(230, chart.Steps.Max(s => TextSize.Width(s.Name, text))) + 14;
        var amounts = chart.Steps.Select(s => Amount(s, chart.Decimals, texts)).ToList();
        var right = amounts.Max(a => TextSize.Width(a, text, bold: true)) + 12;
        var spans = chart.Spans;
        var (low, high) = (
            Math.Min(0, spans.Min(s => Math.Min(s.From, s.To))),
            Math.Max(0, spans.Max(s => Math.Max(s.From, s.To)))
        );
        // Amounts of bars that reach below zero stand to their right all the same, so that one margin is enough.
        var x = new Scale(low, high > low ? high : low + 1, names + 2, size.Width - right);
        List<Shape> shapes = [];
        var y = 6.0;
        for (var i = 0; i < chart.Steps.Count; i++)
        {
            if (size.IsNarrow)
            {
                shapes.Add(new Shape.Words(new Spot(0, y + text), chart.Steps[i].Name, Ink.Ink, text));
                y += text * 1.5;
            }
            else
            {
                shapes.AddRange(Name(chart.Steps[i].Name, names - 14, y, text));
            }

            var (from, to) = (x[Math.Min(spans[i].From, spans[i].To)], x[Math.Max(spans[i].From, spans[i].To)]);
            shapes.Add(new Shape.Bar(from, y, Math.Max(1.5, to - from), Thick, InkOf(chart.Steps[i]), 0.9));
            shapes.Add(
                new Shape.Words(
                    new Spot(to + 6, y + (Thick / 2) + (text * 0.35)),
                    amounts[i],
                    Ink.Ink,
                    text,
                    Bold: chart.Steps[i].IsWhole
                )
            );
            var bottom = y + Thick;
            y = bottom + Pad;
            if (i + 1 < chart.Steps.Count)
            {
                var at = x[spans[i].To];
                var next = size.IsNarrow ? y + (text * 1.5) : y;
                shapes.Insert(
                    0,
                    new Shape.Line([new(at, bottom), new(at, next)], new Stroke(Ink.Muted, 1, Opacity: 0.6))
                );
            }
        }

        // Behind the names, which on a phone stand across it.
        shapes.Insert(0, new Shape.Line([new(x[0], 2), new(x[0], y - Pad + 4)], new Stroke(Ink.Ink, 1.25)));
        return new Drawing(size.Width, y, shapes);
    }

    private static IEnumerable<Shape> Name(string name, double width, double y, double text)
    {
        var lines = TextSize.Wrap(name, text, width + 4);
        var first = y + (Thick / 2) + (text * 0.35) - ((lines.Count - 1) * text * 0.55);
        return lines.Select(
            (line, row) => new Shape.Words(new Spot(0, first + (row * text * 1.1)), line, Ink.Ink, text)
        );
    }

    private static Ink InkOf(BridgeStep step) =>
        step.IsWhole ? Ink.History
        : step.Amount > 0 ? Ink.Sector2
        : Ink.Sector3;

    private static string Amount(BridgeStep step, int decimals, MessageCatalog texts) =>
        (step is { IsWhole: false, Amount: > 0 } ? "+" : "") + texts.Numbers.Fixed(step.Amount, decimals);
}
