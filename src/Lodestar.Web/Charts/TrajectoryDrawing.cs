// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Planning.Targets;

namespace Lodestar.Web.Charts;

/// <summary>
/// Draws what was emitted, what was promised, what is needed and where the best pace so far leads. Lines go from back
/// to front; labels are placed last, each where it covers least.
/// </summary>
internal sealed class TrajectoryDrawing
{
    private const double BracketOffset = 9;

    // How far inside labels may stand out over the plot, between it and the column of end labels.
    private const double Overhang = 50;

    // The years whose fall nobody planned; a pace that ends in them is flagged (DESIGN §5).
    private const double FlagFrom = 2019.5;
    private const double FlagTo = 2021.5;

    private readonly Trajectory _chart;
    private readonly MessageCatalog _texts;
    private readonly ChartSize _size;
    private readonly Frame _frame;
    private readonly LabelPlacer _placer;
    private readonly List<Shape> _shapes = [];
    private readonly List<Shape> _labels = [];
    private readonly List<EndLabel> _ends = [];

    private TrajectoryDrawing(Trajectory chart, MessageCatalog texts, ChartSize size)
    {
        (_chart, _texts, _size) = (chart, texts, size);
        var ahead = chart.LastYear > chart.History[^1].Year;
        _frame = Frame.Of(
            size,
            texts.Numbers,
            (chart.FirstYear, chart.LastYear),
            (chart.Amounts.Min(), chart.Amounts.Max()),
            (size.IsNarrow, ahead) switch
            {
                (false, true) => 186,
                (true, true) => 100,
                (false, false) => 110,
                _ => 20,
            }
        );
        var right = ahead && !size.IsNarrow ? _frame.Plot.Right + Overhang : size.Width;
        _placer = new LabelPlacer(new Box(_frame.Plot.X + 2, 2, right - _frame.Plot.X - 4, _frame.Plot.Bottom - 6));
        _placer.Avoid(new Box(0, 0, TextSize.Width(chart.Unit.Display, size.Small), size.Small * 1.4));
    }

    public static Drawing Draw(Trajectory chart, MessageCatalog texts, ChartSize size) =>
        new TrajectoryDrawing(chart, texts, size).Draw();

    private Drawing Draw()
    {
        Shade();
        _shapes.AddRange(_frame.Axes(_texts, _chart.Unit.Display));
        var continued = Line(_chart.Continued, new Stroke(Ink.Muted, 2, "2 5"));
        DrawRequired();
        var path = Line(_chart.Path, new Stroke(Ink.Path, 2.5, _chart.PathDerived ? "9 6" : null));
        DrawHistory();
        DrawGaps();
        DrawStops();
        if (continued.Count > 1 && _chart.Best is { } best)
        {
            End(continued[^1], TrajectoryWords.Pace(_chart, best, _size.IsNarrow), Ink.Muted, bold: false);
        }

        PlaceEnds();
        LabelInside(path);
        return new Drawing(_size.Width, _size.Height, [.. _shapes, .. _labels]);
    }

    private void Shade()
    {
        var from = Math.Max(FlagFrom, _chart.FirstYear);
        var to = Math.Min(FlagTo, _chart.History[^1].Year + 0.5);
        if (to <= from)
        {
            return;
        }

        var (left, right) = (_frame.X[from], Math.Min(_frame.X[to], _frame.Plot.Right));
        _shapes.Add(new Shape.Bar(left, _frame.Plot.Y, right - left, _frame.Plot.Height, Ink.Muted, 0.09));
        Place(
            new Spot((left + right) / 2, _frame.Plot.Y + _size.Small * 1.4),
            [Text(Message.Of("chart.label.flagged"))],
            Ink.Muted,
            false,
            _size.Small,
            0,
            Side.Above
        );
    }

    private List<Spot> Line(IReadOnlyList<YearAmount> points, Stroke stroke)
    {
        List<Spot> spots = [.. points.Select(p => _frame.At(p.Year, p.Amount))];
        if (spots.Count > 1)
        {
            _shapes.Add(new Shape.Line(spots, stroke));
            _placer.Avoid(spots);
        }

        return spots;
    }

    private void DrawRequired()
    {
        foreach (var required in _chart.Required.Where(r => !OnPath(r)))
        {
            Line([required.From, required.To], new Stroke(Ink.Path, 1.25));
        }
    }

    // Where the path is the way from here, a second line on top of it would say nothing.
    private bool OnPath(RequiredPace required)
    {
        const double Near = 5;
        return _chart.PathIn(required.From.Year) is { } from
            && _chart.PathIn(required.To.Year) is { } to
            && Math.Abs(_frame.Y[from] - _frame.Y[required.From.Amount]) < Near
            && Math.Abs(_frame.Y[to] - _frame.Y[required.To.Amount]) < Near;
    }

    private void DrawHistory()
    {
        var run = new List<YearAmount>();
        foreach (var year in _chart.History)
        {
            if (year is { Comparable: true, Amount: { } amount })
            {
                run.Add(new YearAmount(year.Year, amount));
                continue;
            }

            Flush();
        }

        Flush();
        foreach (var year in _chart.History.Where(h => h.Amount is not null))
        {
            var at = _frame.At(year.Year, year.Amount!.Value);
            var hint = Text(
                year.Gaps > 0
                    ? TrajectoryWords.Partial(_chart, year)
                    : TrajectoryWords.Last(_chart, new(year.Year, year.Amount.Value))
            );
            _shapes.Add(
                year.Comparable
                    ? new Shape.Dot(at, 7, Ink.None, Hint: hint)
                    : new Shape.Dot(at, 2.5, Ink.Paper, new Stroke(Ink.History, 1.25), hint)
            );
        }

        if (_chart.Last is { } last)
        {
            _shapes.Add(new Shape.Dot(_frame.At(last.Year, last.Amount), 4.5, Ink.History));
        }

        if (_chart.History.Any(h => h is { Comparable: false, Amount: not null }))
        {
            var note = Text(Message.Of("chart.label.partial"));
            _shapes.Add(
                new Shape.Words(new Spot(_size.Width, _size.Small), note, Ink.History, _size.Small, Anchor.End)
            );
        }

        void Flush()
        {
            if (run.Count == 1)
            {
                _shapes.Add(new Shape.Dot(_frame.At(run[0].Year, run[0].Amount), 2.5, Ink.History));
            }

            Line(run, new Stroke(Ink.History, 3));
            run = [];
        }
    }

    private void DrawGaps()
    {
        foreach (var gap in _chart.Gaps)
        {
            var atEnd = gap.Year == _chart.LastYear;
            if (!atEnd && _size.IsNarrow && _chart.Gaps.Count > 1)
            {
                continue;
            }

            var x = _frame.X[gap.Year] + (atEnd ? BracketOffset : 0);
            var (top, bottom) = (_frame.Y[gap.Led], _frame.Y[gap.Promised] - (atEnd ? 0 : 5));
            if (bottom - top < 4)
            {
                continue;
            }

            var stroke = new Stroke(Ink.Gap, 2);
            const double Cap = 5;
            List<Spot> bracket = [new(x - Cap, top), new(x, top), new(x, bottom)];
            if (atEnd)
            {
                bracket.Add(new Spot(x - Cap, bottom));
            }

            _shapes.Add(new Shape.Line(bracket, stroke));
            _placer.Avoid([new Spot(x, top), new(x, bottom)]);
            var middle = new Spot(x, (top + bottom) / 2);
            if (atEnd)
            {
                End(middle, TrajectoryWords.Gap(_chart, gap), Ink.Gap, bold: true);
            }
            else
            {
                PlaceText(middle, TrajectoryWords.Gap(_chart, gap), Ink.Gap, true, 9, Side.Right, Side.Left);
            }
        }
    }

    private void DrawStops()
    {
        foreach (var stop in _chart.Milestones)
        {
            var at = _frame.At(stop.Year, stop.Amount);
            var hint = Text(TrajectoryWords.Stop(_chart, stop));
            _shapes.Add(new Shape.Dot(at, 5, Ink.Paper, new Stroke(Ink.Path, 2.25), hint));
            _placer.Avoid(new Box(at.X - 6, at.Y - 6, 12, 12));
            if (stop.Year == _chart.LastYear)
            {
                End(at, TrajectoryWords.Stop(_chart, stop), Ink.Path, bold: true);
            }
        }
    }

    private void End(Spot at, Message message, Ink ink, bool bold) =>
        _ends.Add(new EndLabel(at, Text(message), ink, bold));

    private void PlaceEnds()
    {
        if (_chart.Last is { } last)
        {
            var side = _chart.LastYear == last.Year ? Side.Right : Side.BelowLeft;
            PlaceText(
                _frame.At(last.Year, last.Amount),
                TrajectoryWords.Last(_chart, last),
                Ink.History,
                true,
                10,
                side,
                Side.AboveRight,
                Side.BelowLeft,
                Side.Above
            );
        }

        PlaceColumn();
    }

    private void PlaceColumn()
    {
        var x = _frame.Plot.Right + BracketOffset + (_size.IsNarrow ? 7 : 14);
        var texts = _ends.Select(e => TextSize.Wrap(e.Text, _size.Text, _size.Width - x - 2, e.Bold)).ToArray();
        var placed = Labels.PushApart(
            [.. _ends.Select(e => e.At.Y)],
            [.. texts.Select(t => t.Count * _size.LineHeight + 6)],
            4,
            _frame.Plot.Bottom + _size.LineHeight
        );
        for (var i = 0; i < _ends.Count; i++)
        {
            var (end, lines) = (_ends[i], texts[i]);
            var height = lines.Count * _size.LineHeight;
            var box = new Box(x, placed[i] - height / 2, _size.Width - x, height);
            _placer.Avoid(box);
            Write(lines, box, end.Ink, end.Bold, _size.Text, Anchor.Start);
        }
    }

    private void LabelInside(List<Spot> path)
    {
        foreach (var stop in _chart.Milestones.Where(m => m.Year != _chart.LastYear))
        {
            PlaceText(
                _frame.At(stop.Year, stop.Amount),
                TrajectoryWords.Stop(_chart, stop),
                Ink.Ink,
                false,
                9,
                Side.Right,
                Side.AboveRight,
                Side.BelowLeft,
                Side.Above,
                Side.Left
            );
        }

        // Two goals ahead lie close, and so would their labels; each line's pace stands in the finding and the figures.
        foreach (var required in _chart.Required.Where(_ => !_size.IsNarrow && _chart.Required.Count == 1))
        {
            var middle = new YearAmount(0, (required.From.Amount + required.To.Amount) / 2);
            var year = (required.From.Year + required.To.Year) / 2.0;
            PlaceText(
                _frame.At(year, middle.Amount),
                TrajectoryWords.Required(_chart, required),
                Ink.Ink,
                false,
                8,
                Side.BelowLeft,
                Side.AboveRight,
                Side.Left
            );
        }

        if (path.Count > 1)
        {
            var third = path[path.Count / 3];
            PlaceText(
                third,
                TrajectoryWords.Path(_chart),
                Ink.Path,
                false,
                8,
                Side.BelowLeft,
                Side.AboveRight,
                Side.Left,
                Side.Below
            );
        }

        var first = _chart.History[0];
        PlaceText(
            _frame.At(first.Year, first.Amount!.Value),
            Message.Of("chart.label.first", ("amount", first.Amount.Value), ("year", first.Year)),
            Ink.History,
            false,
            8,
            Side.AboveRight,
            Side.BelowRight
        );
    }

    private void PlaceText(
        Spot at,
        Message message,
        Ink ink,
        bool bold,
        double distance,
        params ReadOnlySpan<Side> sides
    )
    {
        var lines = TextSize.Wrap(Text(message), _size.Text, _size.IsNarrow ? 130 : 215, bold);
        Place(at, lines, ink, bold, _size.Text, distance, sides);
    }

    private void Place(
        Spot at,
        IReadOnlyList<string> lines,
        Ink ink,
        bool bold,
        double size,
        double distance,
        params ReadOnlySpan<Side> sides
    )
    {
        var width = lines.Max(l => TextSize.Width(l, size, bold));
        var box = _placer.Place(at, width, lines.Count * size * 1.3, distance, [.. sides, .. Enum.GetValues<Side>()]);
        var near = new Spot(Math.Clamp(at.X, box.X, box.Right), Math.Clamp(at.Y, box.Y, box.Bottom));
        if (distance > 0 && Math.Abs(near.X - at.X) + Math.Abs(near.Y - at.Y) > 2.2 * distance)
        {
            _shapes.Add(new Shape.Line([at, near], new Stroke(ink, 1, Opacity: 0.5)));
        }

        var anchor =
            box.X >= at.X - 1 ? Anchor.Start
            : box.Right <= at.X + 1 ? Anchor.End
            : Anchor.Middle;
        Write(lines, box, ink, bold, size, anchor);
    }

    private void Write(IReadOnlyList<string> lines, Box box, Ink ink, bool bold, double size, Anchor anchor)
    {
        var x = anchor switch
        {
            Anchor.Start => box.X,
            Anchor.End => box.Right,
            _ => box.X + box.Width / 2,
        };
        for (var i = 0; i < lines.Count; i++)
        {
            _labels.Add(
                new Shape.Words(new Spot(x, box.Y + (i + 0.78) * size * 1.3), lines[i], ink, size, anchor, bold)
            );
        }
    }

    // An amount stays on one line.
    private string Text(Message message) =>
        _texts
            .Render(message)
            .Replace(_chart.Unit.Display, _chart.Unit.Display.Replace(' ', '\u00a0'), StringComparison.Ordinal);

    private readonly record struct EndLabel(Spot At, string Text, Ink Ink, bool Bold);
}
