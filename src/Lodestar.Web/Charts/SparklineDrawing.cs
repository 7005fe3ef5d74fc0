// SPDX-License-Identifier: Apache-2.0
using Lodestar.Storage.Index;

namespace Lodestar.Web.Charts;

/// <summary>
/// A small picture for a card: history to a dot, and a dashed way to the goal. It says nothing that the words beside it
/// do not, so it is hidden from screen readers.
/// </summary>
internal static class SparklineDrawing
{
    private const double Width = 160;
    private const double Height = 48;
    private const double Margin = 6;

    /// <summary>Null for fewer than two years.</summary>
    public static Drawing? Draw(IReadOnlyList<YearTonnes> years, YearTonnes? target)
    {
        if (years.Count < 2)
        {
            return null;
        }

        var last = years[^1];
        var goal = target is { } t && t.Year > last.Year ? t : (YearTonnes?)null;
        var low = Math.Min(0, Math.Min(years.Min(y => y.Tonnes), goal?.Tonnes ?? 0));
        var high = Math.Max(years.Max(y => y.Tonnes), goal?.Tonnes ?? 0);
        var x = new Scale(years[0].Year, goal?.Year ?? last.Year, Margin, Width - Margin);
        var y = new Scale(low, high > low ? high : low + 1, Height - Margin, Margin);
        var shapes = new List<Shape>
        {
            new Shape.Line([new(0, y[0]), new(Width, y[0])], new Stroke(Ink.Muted, 1, Opacity: 0.5)),
        };
        var end = new Spot(x[last.Year], y[last.Tonnes]);
        if (goal is { } g)
        {
            var at = new Spot(x[g.Year], y[g.Tonnes]);
            shapes.Add(new Shape.Line([end, at], new Stroke(Ink.Path, 1.75, "5 4")));
            shapes.Add(new Shape.Dot(at, 3.5, Ink.Paper, new Stroke(Ink.Path, 1.75)));
        }

        foreach (var run in Runs(years))
        {
            shapes.Add(
                new Shape.Line([.. run.Select(p => new Spot(x[p.Year], y[p.Tonnes]))], new Stroke(Ink.History, 2))
            );
        }

        shapes.Add(new Shape.Dot(end, 3, Ink.History));
        return new Drawing(Width, Height, shapes);
    }

    // Absent years break the line: nobody knows what lies between.
    private static IEnumerable<List<YearTonnes>> Runs(IReadOnlyList<YearTonnes> years)
    {
        var run = new List<YearTonnes>();
        foreach (var year in years)
        {
            if (run.Count > 0 && year.Year != run[^1].Year + 1)
            {
                yield return run;
                run = [];
            }

            run.Add(year);
        }

        yield return run;
    }
}
