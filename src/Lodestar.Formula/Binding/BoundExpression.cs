// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Text;
using Lodestar.Units;

namespace Lodestar.Formula.Binding;

/// <summary>
/// A formula with its meaning: every name resolved, every unit converted by an explicit factor, every axis known. The
/// interpreter, the compiler and the explainer all read this one tree. Truth is 1 and falsehood 0.
/// </summary>
/// <param name="Unit">The unit of the value.</param>
/// <param name="Axes">The axes over which the value may differ, in the order of the model; what an expression reads.</param>
public abstract record BoundExpression(Unit Unit, ImmutableArray<Axis> Axes)
{
    /// <summary>Whether the value adds up.</summary>
    public Extent Extent { get; init; } = Extent.Neutral;

    /// <summary>Where it stands; null when it stands in no file.</summary>
    public Span? Span { get; init; }
}

/// <summary>A number.</summary>
public sealed record Constant(double Value, Unit Unit) : BoundExpression(Unit, []);

/// <summary>The calendar year as a number.</summary>
public sealed record YearNumber() : BoundExpression(Unit.One, []);

/// <summary>In the curve of <see cref="Survivors"/>: the age in whole years, from 0.</summary>
public sealed record AgeNumber() : BoundExpression(Unit.One, []);

/// <summary>A parameter: a lever or an uncertain number. Varies by lane.</summary>
public sealed record ParameterValue(Parameter Parameter) : BoundExpression(Parameter.Unit, Parameter.Axes);

/// <summary>A table: complete, without gaps, the same in every lane.</summary>
public sealed record TableValue(DataTable Table) : BoundExpression(Table.Unit, Table.Axes);

/// <summary>Another variable in the same year.</summary>
public sealed record VariableValue(BoundVariable Variable) : BoundExpression(Variable.Unit, Variable.Axes);

/// <summary>
/// A variable in the year before; in the first year <paramref name="Before"/>, which stands in the unit of the variable
/// and reads nothing of other years. Where it is null the variable that reads it has <see cref="BoundVariable.First"/>,
/// so that it is never read in the first year.
/// </summary>
public sealed record PreviousValue(BoundVariable Variable, BoundExpression? Before)
    : BoundExpression(Variable.Unit, Variable.Axes);

/// <summary>A variable in one year of the model, counted from 0.</summary>
public sealed record YearValue(BoundVariable Variable, int Year) : BoundExpression(Variable.Unit, Variable.Axes);

/// <summary>A variable added up over years, or its least or greatest: from year <paramref name="From"/> to <paramref name="To"/>, counted from 0, in that order.</summary>
public sealed record OverYears(Reduction Reduction, BoundVariable Variable, int From, int To, Unit Unit)
    : BoundExpression(Unit, Variable.Axes);

/// <summary>
/// What still stands of all earlier inflows: Σ over c from 0 to t − 1, in that order, of inflow(c) · curve(t − c), where
/// c and t count years of the model from 0. The curve reads <see cref="AgeNumber"/>, parameters, tables without years
/// and constants alone, and its axes are among those of the inflow or widen them.
/// </summary>
public sealed record Survivors(BoundVariable Inflow, BoundExpression Curve, ImmutableArray<Axis> Axes)
    : BoundExpression(Inflow.Unit, Axes);

/// <summary>One operand.</summary>
public sealed record UnaryExpression(UnaryOperation Operation, BoundExpression Operand, Unit Unit)
    : BoundExpression(Unit, Operand.Axes);

/// <summary>Two operands. Comparisons and the logical operations give 1 or 0; an operand counts as true when it is not 0.</summary>
public sealed record BinaryExpression(
    BinaryOperation Operation,
    BoundExpression Left,
    BoundExpression Right,
    Unit Unit,
    ImmutableArray<Axis> Axes
) : BoundExpression(Unit, Axes);

/// <summary><paramref name="Then"/> where the condition is not 0, <paramref name="Else"/> elsewhere. Both may be evaluated.</summary>
public sealed record Choice(
    BoundExpression Condition,
    BoundExpression Then,
    BoundExpression Else,
    ImmutableArray<Axis> Axes
) : BoundExpression(Then.Unit, Axes);

/// <summary>
/// Values of the body put together over axes. Order of addition: over the axes in the order of the model, the last one
/// fastest, from an initial 0 — except where the model's <see cref="BoundModel.LaneAxis"/> is among them: then eight
/// partial sums are formed by label number modulo 8, each in that order, and added as
/// ((p0+p4)+(p2+p6))+((p1+p5)+(p3+p7)). Least and greatest start from the first value and follow the same order.
/// </summary>
public sealed record ReductionExpression(
    Reduction Reduction,
    BoundExpression Body,
    ImmutableArray<Axis> Over,
    ImmutableArray<Axis> Axes
) : BoundExpression(Body.Unit, Axes);

/// <summary>The body at one label of an axis it has.</summary>
public sealed record Pick(BoundExpression Body, Axis Axis, int Label, ImmutableArray<Axis> Axes)
    : BoundExpression(Body.Unit, Axes);

/// <summary>The body read on axis <paramref name="From"/> at the label that belongs to each label of <paramref name="To"/>: from[map[to]].</summary>
public sealed record Remap(BoundExpression Body, Axis From, Axis To, ImmutableArray<int> Map, ImmutableArray<Axis> Axes)
    : BoundExpression(Body.Unit, Axes);

/// <summary>1 at the labels of a set, 0 at others.</summary>
public sealed record LabelFlag(Axis Axis, ImmutableArray<bool> Flags) : BoundExpression(Unit.One, [Axis]);

/// <summary>How values are put together.</summary>
public enum Reduction
{
    /// <summary>Added up.</summary>
    Sum,

    /// <summary>The least.</summary>
    Min,

    /// <summary>The greatest.</summary>
    Max,
}

/// <summary>Operations on one number; each has its kernel.</summary>
public enum UnaryOperation
{
    /// <summary>−x.</summary>
    Negate,

    /// <summary>1 where x is 0, else 0.</summary>
    Not,

    /// <summary>|x|.</summary>
    Abs,

    /// <summary>eˣ.</summary>
    Exp,

    /// <summary>The natural logarithm.</summary>
    Log,

    /// <summary>The square root.</summary>
    Sqrt,

    /// <summary>The greatest whole number not above x.</summary>
    Floor,

    /// <summary>The standard normal distribution function.</summary>
    NormalShare,
}

/// <summary>Operations on two numbers; each has its kernel.</summary>
public enum BinaryOperation
{
    /// <summary>a + b.</summary>
    Add,

    /// <summary>a − b.</summary>
    Subtract,

    /// <summary>a · b.</summary>
    Multiply,

    /// <summary>a ÷ b, as IEEE 754 has it.</summary>
    Divide,

    /// <summary>aᵇ.</summary>
    Power,

    /// <summary>The lesser; NaN when either is.</summary>
    Min,

    /// <summary>The greater; NaN when either is.</summary>
    Max,

    /// <summary>a &lt; b.</summary>
    Less,

    /// <summary>a ≤ b.</summary>
    LessOrEqual,

    /// <summary>a = b.</summary>
    Equal,

    /// <summary>a ≠ b.</summary>
    NotEqual,

    /// <summary>Both are true.</summary>
    And,

    /// <summary>Either is true.</summary>
    Or,
}
