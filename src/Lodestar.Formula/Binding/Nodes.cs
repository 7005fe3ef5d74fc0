// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Text;
using Lodestar.Units;

namespace Lodestar.Formula.Binding;

/// <summary>Makes nodes of the tree, with the axes that follow from their parts.</summary>
internal static class Nodes
{
    public static BoundExpression Number(double value) => new Constant(value, Unit.One);

    public static BoundExpression Binary(
        BinaryOperation operation,
        BoundExpression left,
        BoundExpression right,
        Unit unit,
        Span? span = null
    ) => new BinaryExpression(operation, left, right, unit, Value.Join(left.Axes, right.Axes)) { Span = span };

    public static BoundExpression Add(BoundExpression left, BoundExpression right) =>
        Binary(BinaryOperation.Add, left, right, left.Unit);

    public static BoundExpression Subtract(BoundExpression left, BoundExpression right) =>
        Binary(BinaryOperation.Subtract, left, right, left.Unit);

    /// <summary>A product with a pure number, in the unit of the left.</summary>
    public static BoundExpression Scale(BoundExpression left, BoundExpression factor) =>
        Binary(BinaryOperation.Multiply, left, factor, left.Unit);

    public static BoundExpression Multiply(BoundExpression left, BoundExpression right, Unit unit) =>
        Binary(BinaryOperation.Multiply, left, right, unit);

    public static BoundExpression Divide(BoundExpression left, BoundExpression right, Unit unit) =>
        Binary(BinaryOperation.Divide, left, right, unit);

    public static BoundExpression Clamp(BoundExpression x, double low, double high) =>
        Binary(
            BinaryOperation.Min,
            Binary(BinaryOperation.Max, x, new Constant(low, x.Unit), x.Unit),
            new Constant(high, x.Unit),
            x.Unit
        );

    public static BoundExpression Choose(BoundExpression condition, BoundExpression then, BoundExpression otherwise) =>
        new Choice(condition, then, otherwise, Value.Join(condition.Axes, Value.Join(then.Axes, otherwise.Axes)));

    public static BoundExpression Unary(UnaryOperation operation, BoundExpression operand) =>
        new UnaryExpression(operation, operand, operand.Unit);

    public static BoundExpression Reduce(Reduction reduction, BoundExpression body, params Axis[] over)
    {
        var sorted = over.OrderBy(a => a.Index).ToArray();
        return new ReductionExpression(reduction, body, [.. sorted], [.. body.Axes.Where(a => !sorted.Contains(a))]);
    }

    /// <summary>The same value in another unit of its dimension.</summary>
    public static BoundExpression To(this BoundExpression node, Unit unit)
    {
        if (node.Unit == unit)
        {
            return node;
        }

        var factor = node.Unit.FactorTo(unit);
        return node switch
        {
            Constant constant => new Constant(constant.Value * factor, unit) { Span = constant.Span },
            _ when factor == 1 => Relabel(node, unit),
            _ => Binary(BinaryOperation.Multiply, node, Number(factor), unit, node.Span),
        };
    }

    /// <summary>A value whose unit has another name but the same size, such as kWh and kW h.</summary>
    private static BoundExpression Relabel(BoundExpression node, Unit unit) =>
        node switch
        {
            BinaryExpression binary => binary with { Unit = unit },
            UnaryExpression unary => unary with { Unit = unit },
            _ => Binary(BinaryOperation.Multiply, node, Number(1), unit, node.Span),
        };

    public static BoundExpression At(this BoundExpression node, Span span) => node with { Span = span };
}
