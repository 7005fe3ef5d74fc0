// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Declarations;
using Lodestar.Formula.Interpret;
using Lodestar.Formula.Problems;
using Lodestar.Formula.Text;
using Lodestar.Units;

namespace Lodestar.Formula.Binding;

/// <summary>Reads the ramps of measures, and adds the parameters that say how they are delivered.</summary>
internal sealed class RampBinder(ModelScope scope)
{
    private const string Delay = ".delay";
    private const string Lateness = ".late";
    private const string Delivered = ".delivered";

    // No variable may have a blank in its name.
    private const string Present = "present year";

    private static readonly Unit OneYear = Unit.Parse("yr");
    private static readonly Constant Zero = new(0, OneYear);
    private static readonly string[] Shapes = ["linear", "s-curve", "step"];
    private readonly ProblemBag _bag = scope.Bag;

    /// <summary>
    /// How far a measure has come: until the present as stated, and after it no farther than its lateness lets it, of
    /// which the delivered share counts. Without a ramp nothing depends on years.
    /// </summary>
    public MeasureProgress ProgressOf(string measure, bool hasRamp)
    {
        var delivered = Add(measure + Delivered, ParameterRole.Delivered, Unit.One, 1);
        var year = new YearNumber();
        if (!hasRamp)
        {
            return new(year, year, year, delivered);
        }

        var present = scope.Parameters.FirstOrDefault(p => p.Role == ParameterRole.Present) is { } found
            ? new ParameterValue(found)
            : Add(Present, ParameterRole.Present, Unit.One, scope.FirstYear - 1);
        var late = Add(measure + Lateness, ParameterRole.Lateness, OneYear, 0);
        var delay = Add(measure + Delay, ParameterRole.Delay, OneYear, 0);
        var known = Nodes.Binary(BinaryOperation.Min, year, present, Unit.One);
        var reached = Nodes.Binary(BinaryOperation.Max, known, Less(year, late), Unit.One);
        // A start that a scenario moves before the present has not come.
        var later = Nodes.Binary(BinaryOperation.Max, delay, Zero, OneYear);
        return new(Less(known, later), Less(reached, delay), Less(year, delay), delivered);
    }

    /// <summary>Whether a ramp that is not late is 0 in every year.</summary>
    public bool IsNever(BoundExpression ramp)
    {
        var first = scope.FirstYear;
        return Enumerable.Range(0, scope.YearCount).All(y => InterpretedRun.EvaluateAlone(ramp, first, y) == 0);
    }

    /// <summary>The share of a measure that has come in a year.</summary>
    /// <returns>Null where the ramp can't be read; the fault is said.</returns>
    public BoundExpression? Of(RampText ramp, MeasureProgress progress)
    {
        var shape = ramp.Shape?.Text.Trim() ?? "linear";
        if (!Shapes.Contains(shape))
        {
            _bag.Add(
                new Problem(Fault.UnknownWord, Span.Of(ramp.Shape!))
                {
                    Values = [("text", shape), ("words", string.Join(", ", Shapes))],
                    Suggestions = Nearest.To(shape, Shapes),
                }
            );
            return null;
        }

        var from = Year(ramp.From);
        var to = Year(ramp.To);
        var until = Year(ramp.Until);
        if (from is double.NaN || to is double.NaN || until is double.NaN)
        {
            return null;
        }

        if (from is null && to is null && until is null)
        {
            return progress.Delivered;
        }

        var start = from ?? to ?? scope.FirstYear;
        BoundExpression node;
        if (shape == "step" || to is null || from is null)
        {
            node = progress.Of(now => Nodes.Binary(BinaryOperation.LessOrEqual, Nodes.Number(start), now, Unit.One));
        }
        else if (to <= from)
        {
            _bag.Add(Fault.RampBackwards, Span.Of(ramp.To!), ("from", (int)from), ("to", (int)to));
            return null;
        }
        else
        {
            var curve = shape == "linear" ? "ramp" : "s_curve";
            node = progress.Of(now => Ramps.Of(Nodes.Number(from.Value), Nodes.Number(to.Value), now, curve));
        }

        if (until is { } last)
        {
            if (last < start)
            {
                _bag.Add(Fault.RampBackwards, Span.Of(ramp.Until!), ("from", (int)start), ("to", (int)last));
                return null;
            }

            var goes = Nodes.Binary(BinaryOperation.LessOrEqual, progress.Ends, Nodes.Number(last), Unit.One);
            node = Nodes.Scale(node, goes);
        }

        return node;
    }

    /// <summary>Null where none is stated, NaN where it can't be read.</summary>
    private double? Year(Piece? piece)
    {
        if (piece is null)
        {
            return null;
        }

        if (TableBinder.YearOf(piece.Text.Trim()) is { } year)
        {
            return year;
        }

        _bag.Add(Fault.BadYears, Span.Of(piece), ("text", piece.Text));
        return double.NaN;
    }

    private ParameterValue Add(string name, ParameterRole role, Unit unit, double central) =>
        new(
            scope.AddParameter(
                new Parameter
                {
                    Index = scope.Parameters.Count,
                    Name = name,
                    Unit = unit,
                    Axes = [],
                    Central = central,
                    Role = role,
                }
            )
        );

    private static BinaryExpression Less(BoundExpression year, BoundExpression less) =>
        new(BinaryOperation.Subtract, year, less, Unit.One, []);
}

/// <summary>Where the ramps of a measure are looked at.</summary>
/// <param name="Known">The year that it is known to have reached.</param>
/// <param name="Reached">The year that it reaches; the same until the present.</param>
/// <param name="Ends">The year by which it ends: being late postpones no end.</param>
/// <param name="Delivered">The share of what lies between the two that comes.</param>
internal sealed record MeasureProgress(
    BoundExpression Known,
    BoundExpression Reached,
    BoundExpression Ends,
    BoundExpression Delivered
)
{
    /// <summary>A ramp: what is known of it, and the delivered share of the rest.</summary>
    public BoundExpression Of(Func<BoundExpression, BoundExpression> ramp) =>
        Nodes.Binary(
            BinaryOperation.Add,
            Nodes.Scale(ramp(Known), Nodes.Subtract(Nodes.Number(1), Delivered)),
            Nodes.Scale(ramp(Reached), Delivered),
            Unit.One
        );
}
