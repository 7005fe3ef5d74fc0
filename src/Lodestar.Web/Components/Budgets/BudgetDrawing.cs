// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Budgets;
using Lodestar.Planning.Messages;
using Lodestar.Units;
using Lodestar.Web.Charts;

namespace Lodestar.Web.Components.Budgets;

/// <summary>
/// Draws a row a method, its share as a dot on a common scale, the range as a band behind, zero as a line, and what the
/// path will emit as a line across all rows.
/// </summary>
internal static class BudgetDrawing
{
    private const double Top = 44;
    private const double Foot = 30;
    private const double Row = 30;
    private const double NarrowRow = 46;

    public static Drawing Draw(BudgetDots chart, MessageCatalog texts, ChartSize size)
    {
        // On a phone the names stand over their rows, beside them there is no room.
        var left = size.IsNarrow ? 8 : chart.Dots.Max(d => TextSize.Width(Name(d, texts), size.Text)) + 20;
        var row = size.IsNarrow ? NarrowRow : Row;
        var height = Top + chart.Dots.Count * row + Foot;
        var values = chart.Dots.Select(d => d.Share).Concat(chart.Path is { } p ? [p] : []).Append(0).ToArray();
        var ticks = Ticks.Enclosing(values.Min(), values.Max(), size.ValueTicks);
        var x = new Scale(ticks[0], ticks[^1], left, size.Width - 24);
        var shapes = new List<Shape> { Band(chart, x, height) };
        shapes.AddRange(Axis(ticks, x, height, texts, size));
        if (chart.Path is { } path)
        {
            shapes.AddRange(Path(path, chart.Unit, x, height, texts, size));
        }

        for (var i = 0; i < chart.Dots.Count; i++)
        {
            shapes.AddRange(RowOf(chart, i, x, Top + (i + 0.5) * row, texts, size));
        }

        return new Drawing(size.Width, height, shapes);
    }

    private static string Name(BudgetDot dot, MessageCatalog texts) => texts.Render(ShareMethods.Name(dot.Method));

    private static Shape.Bar Band(BudgetDots chart, Scale x, double height)
    {
        var (low, high) = (x[chart.Dots[0].Share], x[chart.Dots[^1].Share]);
        return new Shape.Bar(low, Top, Math.Max(1, high - low), height - Top - Foot, Ink.History, 0.08);
    }

    private static IEnumerable<Shape> Axis(double[] ticks, Scale x, double height, MessageCatalog texts, ChartSize size)
    {
        foreach (var tick in ticks)
        {
            var stroke = tick == 0 ? new Stroke(Ink.Ink, 1.25) : new Stroke(Ink.Muted, 1, Opacity: 0.22);
            yield return new Shape.Line([new(x[tick], Top), new(x[tick], height - Foot)], stroke);
            yield return new Shape.Words(
                new Spot(x[tick], height - Foot + size.Small * 1.4),
                texts.Numbers.Number(tick),
                Ink.Muted,
                size.Small,
                Anchor.Middle
            );
        }
    }

    private static IEnumerable<Shape> Path(
        double path,
        Unit unit,
        Scale x,
        double height,
        MessageCatalog texts,
        ChartSize size
    )
    {
        var at = x[path];
        yield return new Shape.Line([new(at, Top - 8), new(at, height - Foot)], new Stroke(Ink.Path, 2.25));
        var text = texts.Render(Message.Of("web.budget.path-line", ("amount", new Quantity(path, unit))));
        var width = TextSize.Width(text, size.Text, bold: true);
        var anchor =
            at + width / 2 > size.Width ? Anchor.End
            : at - width / 2 < 0 ? Anchor.Start
            : Anchor.Middle;
        yield return new Shape.Words(new Spot(at, Top - 16), text, Ink.Path, size.Text, anchor, Bold: true);
    }

    private static IEnumerable<Shape> RowOf(
        BudgetDots chart,
        int index,
        Scale x,
        double y,
        MessageCatalog texts,
        ChartSize size
    )
    {
        var dot = chart.Dots[index];
        var at = new Spot(x[dot.Share], y + (size.IsNarrow ? 10 : 0));
        var text = texts.Numbers.Number(dot.Share);
        yield return new Shape.Line(
            [new(x[0], at.Y), at],
            new Stroke(dot.Share < 0 ? Ink.Gap : Ink.History, 1.5, Opacity: 0.5)
        );
        yield return new Shape.Words(
            new Spot(0, y - (size.IsNarrow ? 8 : -size.Text * 0.35)),
            Name(dot, texts),
            Ink.Ink,
            size.Text
        );
        yield return new Shape.Dot(
            at,
            5,
            dot.Share < 0 ? Ink.Gap : Ink.History,
            Hint: $"{Name(dot, texts)}: {texts.Text(new Quantity(dot.Share, chart.Unit))}"
        );
        // Away from the line to zero, unless the picture ends there.
        var room = dot.Share >= 0 && at.X + 10 + TextSize.Width(text, size.Small) < size.Width;
        yield return new Shape.Words(
            new Spot(at.X + (room ? 10 : -10), at.Y + size.Small * 0.35),
            text,
            Ink.Ink,
            size.Small,
            room ? Anchor.Start : Anchor.End
        );
    }
}
