// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Interpret;

namespace Lodestar.Formula.Binding;

/// <summary>Which cells conditions on labels hold for.</summary>
internal static class LabelCells
{
    /// <summary>Whether two conditions may hold for one cell; those that read more than labels may.</summary>
    public static bool MayOverlap(BoundExpression? a, BoundExpression? b)
    {
        if (a is null || b is null || !IsOfLabels(a) || !IsOfLabels(b))
        {
            return true;
        }

        var axes = Value.Join(a.Axes, b.Axes);
        var labels = new Dictionary<Axis, int>();
        var cells = Cell.Count(axes);
        for (var cell = 0; cell < cells; cell++)
        {
            var rest = cell;
            for (var i = axes.Length - 1; i >= 0; i--)
            {
                labels[axes[i]] = rest % axes[i].Count;
                rest /= axes[i].Count;
            }

            if (Holds(a, labels) != 0 && Holds(b, labels) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfLabels(BoundExpression node) =>
        node is LabelFlag or Constant
        || (node is UnaryExpression or BinaryExpression && Ordering.PartsOf(node).All(IsOfLabels));

    private static double Holds(BoundExpression node, Dictionary<Axis, int> labels) =>
        node switch
        {
            LabelFlag flag => flag.Flags[labels[flag.Axis]] ? 1 : 0,
            UnaryExpression unary => Operations.Of(unary.Operation, Holds(unary.Operand, labels)),
            BinaryExpression binary => Operations.Of(
                binary.Operation,
                Holds(binary.Left, labels),
                Holds(binary.Right, labels)
            ),
            _ => ((Constant)node).Value,
        };
}
