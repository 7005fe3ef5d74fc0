// SPDX-License-Identifier: Apache-2.0
using Lodestar.Storage.Index;

namespace Lodestar.Web.Charts;

/// <summary>What small multiples hold against each other.</summary>
internal enum MultipleScale
{
    /// <summary>Tonnes, each picture on a scale of its own.</summary>
    Own,

    /// <summary>Tonnes, all on one scale.</summary>
    Absolute,

    /// <summary>Tonnes per person, all on one scale.</summary>
    PerPerson,

    /// <summary>Against the base year (100), all on one scale.</summary>
    Indexed,
}

/// <summary>One place's line in the unit of its scale.</summary>
/// <param name="BaseYear">For an index: the year that is 100.</param>
internal sealed record Multiple(IReadOnlyList<YearValue> History, IReadOnlyList<YearValue> Goals, int? BaseYear = null)
{
    public bool IsEmpty => History.Count == 0;

    /// <summary>
    /// Indexed against the stated base year where the inventory holds it, else against its first year since 1990, or the last one where it has more than doubled. Goals stay out per
    /// person unless they are zero, since nobody knows how many people there will be.
    /// </summary>
    public static Multiple Of(PlanSummary plan, MultipleScale scale)
    {
        switch (scale)
        {
            case MultipleScale.PerPerson:
                return new(
                    [
                        .. plan
                            .Years.Where(y => y.PerPerson is not null)
                            .Select(y => new YearValue(y.Year, y.PerPerson!.Value)),
                    ],
                    [.. plan.Milestones.Where(m => m.Tonnes == 0).Select(m => new YearValue(m.Year, 0))]
                );
            case MultipleScale.Indexed:
                var start = BaseOf(plan);
                return start is not { Tonnes: > 0 and var amount }
                    ? new([], [])
                    : new(
                        [.. plan.Years.Select(y => new YearValue(y.Year, 100 * y.Tonnes / amount))],
                        [.. plan.Milestones.Select(m => new YearValue(m.Year, 100 * m.Tonnes / amount))],
                        start.Value.Year
                    );
            default:
                return new(
                    [.. plan.Years.Select(y => new YearValue(y.Year, y.Tonnes))],
                    [.. plan.Milestones.Select(m => new YearValue(m.Year, m.Tonnes))]
                );
        }
    }

    private static YearTonnes? BaseOf(PlanSummary plan) =>
        plan is { BaseYear: { } year, BaseTonnes: > 0 and { } tonnes } ? new YearTonnes(year, tonnes)
        : plan.Years.Count > 0 ? Since1990(plan)
        : null;

    /// <summary>The first year since 1990; the last one where the line would leave the picture otherwise.</summary>
    private static YearTonnes Since1990(PlanSummary plan)
    {
        var first = plan.Years.FirstOrDefault(y => y.Year >= 1990);
        return first.Tonnes > 0 && plan.Years.Max(y => y.Tonnes) <= 2 * first.Tonnes ? first : plan.Years[^1];
    }
}

/// <summary>A year and a value in whatever unit the picture has.</summary>
internal readonly record struct YearValue(int Year, double Value);

/// <summary>The scale that pictures share: years and values.</summary>
internal sealed record MultipleFrame(int FirstYear, int LastYear, double Low, double High)
{
    private const int EarliestYear = 1990;

    // An index that rose tenfold would flatten every other one; what goes beyond is cut off and said in words.
    private const double HighestIndex = 200;

    private const int RoundSteps = 4;

    public static MultipleFrame Of(IReadOnlyCollection<Multiple> multiples, MultipleScale scale)
    {
        var years = multiples.SelectMany(m => m.History.Concat(m.Goals)).Select(v => v.Year).ToList();
        var (first, last) = years.Count == 0 ? (EarliestYear, EarliestYear + 1) : (years.Min(), years.Max());
        first = Math.Max(first, Math.Min(EarliestYear, last - 1));
        var values = multiples
            .SelectMany(m => m.History.Concat(m.Goals))
            .Where(v => v.Year >= first)
            .Select(v => v.Value)
            .Append(0)
            .ToList();
        var high = scale == MultipleScale.Indexed ? Math.Min(HighestIndex, values.Max()) : values.Max();
        high = high > 0 ? Ticks.Enclosing(0, high, RoundSteps)[^1] : 1;
        return new MultipleFrame(first, Math.Max(last, first + 1), values.Min(), high);
    }

    /// <summary>The same years with the values of one picture.</summary>
    public MultipleFrame Alone(Multiple multiple) =>
        Of([multiple], MultipleScale.Own) with
        {
            FirstYear = FirstYear,
            LastYear = LastYear,
        };
}

/// <summary>
/// Draws one of many small pictures on their common frame: history to a dot, goals as open circles, the last of them
/// reached by a dashed line. The words beside it say the same, so it is hidden from screen readers.
/// </summary>
internal static class MultipleDrawing
{
    private const double Width = 240;
    private const double Height = 88;
    private const double Margin = 6;
    private const double Foot = 16;
    private const double TextSize = 11;

    public static Drawing Draw(Multiple multiple, MultipleFrame frame, bool isIndexed)
    {
        var x = new Scale(frame.FirstYear, frame.LastYear, Margin, Width - Margin);
        var y = new Scale(frame.Low, frame.High, Height - Foot - 2, Margin);
        var shapes = new List<Shape>
        {
            new Shape.Line([new(0, y[0]), new(Width, y[0])], new Stroke(Ink.Muted, 1, Opacity: 0.6)),
            Year(frame.FirstYear, Anchor.Start),
            Year(frame.LastYear, Anchor.End),
        };
        if (isIndexed)
        {
            shapes.Add(new Shape.Line([new(0, y[100]), new(Width, y[100])], new Stroke(Ink.Muted, 1, "1 4", 0.8)));
        }

        var seen = multiple.History.Where(v => v.Year >= frame.FirstYear).ToList();
        var goals = multiple.Goals.Where(g => g.Year >= frame.FirstYear && g.Value <= frame.High * 1.02).ToList();
        if (
            seen.Count > 0
            && seen[^1].Value <= frame.High
            && goals.Where(g => g.Year > seen[^1].Year).ToList() is { Count: > 0 } ahead
        )
        {
            shapes.Add(new Shape.Line([At(seen[^1]), .. ahead.Select(At)], new Stroke(Ink.Path, 1.5, "4 4")));
        }

        foreach (var run in Runs(seen, frame.High))
        {
            shapes.Add(
                run.Count > 1
                    ? new Shape.Line([.. run.Select(At)], new Stroke(Ink.History, 2))
                    : new Shape.Dot(At(run[0]), 2, Ink.History)
            );
        }

        shapes.AddRange(goals.Select(g => new Shape.Dot(At(g), 3.25, Ink.Paper, new Stroke(Ink.Path, 1.5))));
        if (seen.Count > 0 && seen[^1].Value <= frame.High)
        {
            shapes.Add(new Shape.Dot(At(seen[^1]), 3, Ink.History));
        }

        return new Drawing(Width, Height, shapes);

        Spot At(YearValue value) => new(x[value.Year], y[value.Value]);

        Shape.Words Year(int year, Anchor anchor) =>
            new(
                new Spot(anchor == Anchor.Start ? Margin : Width - Margin, Height - 3),
                FormattableString.Invariant($"{year}"),
                Ink.Muted,
                TextSize,
                anchor
            );
    }

    // Absent years break the line, and so does what lies beyond the scale.
    private static IEnumerable<List<YearValue>> Runs(IReadOnlyList<YearValue> values, double high)
    {
        var run = new List<YearValue>();
        foreach (var value in values)
        {
            var inside = value.Value <= high * 1.0001;
            if (run.Count > 0 && (!inside || value.Year != run[^1].Year + 1))
            {
                yield return run;
                run = [];
            }

            if (inside)
            {
                run.Add(value);
            }
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }
}
