// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Web.Charts;

/// <summary>What stands inside a chart of lines: the dates of what is promised, and what is lacking there.</summary>
internal static class LinesLabels
{
    private const double Leading = 1.3;
    private const double Cap = 5;

    public static IEnumerable<Shape> Of(LinesChart chart, Frame frame, ChartSize size, IEnumerable<Box> taken)
    {
        var placer = new LabelPlacer(frame.Plot);
        foreach (var line in chart.Lines)
        {
            placer.Avoid([.. line.Points.Select(p => frame.At(p.Year, p.Amount))]);
        }

        foreach (var box in taken)
        {
            placer.Avoid(box);
        }

        foreach (var stop in chart.Stops)
        {
            var at = frame.At(stop.Year, stop.Amount);
            placer.Avoid(new Box(at.X - 6, at.Y - 6, 12, 12));
        }

        List<Shape> shapes = [];
        foreach (var gap in chart.Gaps)
        {
            shapes.AddRange(GapMarks(gap, frame, size, placer));
        }

        foreach (var stop in chart.Stops.Where(s => s.Label is not null))
        {
            var at = frame.At(stop.Year, stop.Amount);
            shapes.AddRange(
                Text(placer, at, stop.Label!, Ink.Ink, size, bold: false, Side.BelowLeft, Side.Left, Side.AboveRight)
            );
        }

        return shapes;
    }

    private static IEnumerable<Shape> GapMarks(NamedGap gap, Frame frame, ChartSize size, LabelPlacer placer)
    {
        var (top, bottom) = (frame.At(gap.Year, gap.Led), frame.At(gap.Year, gap.Promised).Move(0, -6));
        if (bottom.Y - top.Y < 4)
        {
            yield break;
        }

        yield return new Shape.Line([top.Move(-Cap, 0), top, bottom, bottom.Move(-Cap, 0)], new Stroke(Ink.Gap, 2));
        placer.Avoid([top, bottom]);
        var middle = new Spot(top.X, (top.Y + bottom.Y) / 2);
        foreach (var shape in Text(placer, middle, gap.Label, Ink.Gap, size, bold: true, Side.Left, Side.Right))
        {
            yield return shape;
        }
    }

    private static IEnumerable<Shape> Text(
        LabelPlacer placer,
        Spot at,
        string label,
        Ink ink,
        ChartSize size,
        bool bold,
        params Side[] sides
    )
    {
        var text = size.IsNarrow ? size.Small : size.Text;
        var lines = TextSize.Wrap(label, text, size.IsNarrow ? 110 : 190, bold);
        var width = lines.Max(l => TextSize.Width(l, text, bold));
        var box = placer.Place(at, width, lines.Count * text * Leading, 9, [.. sides, .. Enum.GetValues<Side>()]);
        var near = new Spot(Math.Clamp(at.X, box.X, box.Right), Math.Clamp(at.Y, box.Y, box.Bottom));
        if (Math.Abs(near.X - at.X) + Math.Abs(near.Y - at.Y) > 20)
        {
            yield return new Shape.Line([at, near], new Stroke(ink, 1, Opacity: 0.5));
        }

        var anchor =
            box.X >= at.X - 1 ? Anchor.Start
            : box.Right <= at.X + 1 ? Anchor.End
            : Anchor.Middle;
        var x = anchor switch
        {
            Anchor.Start => box.X,
            Anchor.End => box.Right,
            _ => box.X + (box.Width / 2),
        };
        for (var i = 0; i < lines.Count; i++)
        {
            var spot = new Spot(x, box.Y + ((i + 0.78) * text * Leading));
            yield return new Shape.Words(spot, lines[i], ink, text, anchor, bold);
        }
    }
}
