// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Interpret;
using Lodestar.Units;

namespace Lodestar.Formula.Binding;

/// <summary>What comes over years.</summary>
internal static class Ramps
{
    /// <summary>
    /// 0 until a year and 1 from another on; <paramref name="shape"/> is <c>ramp</c> or <c>s_curve</c>, and
    /// <paramref name="now"/> the year it is looked at.
    /// </summary>
    public static BoundExpression Of(BoundExpression from, BoundExpression to, BoundExpression now, string shape)
    {
        var line = Nodes.Clamp(Nodes.Divide(Nodes.Subtract(now, from), Nodes.Subtract(to, from), Unit.One), 0, 1);
        return shape == "ramp"
            ? line
            : Nodes.Scale(Nodes.Scale(line, line), Nodes.Subtract(Nodes.Number(3), Nodes.Scale(Nodes.Number(2), line)));
    }

    /// <summary>The numbers themselves, where an expression depends on the year alone.</summary>
    public static BoundExpression Tabulated(BoundExpression node, ModelScope scope)
    {
        if (!IsOfYearAlone(node))
        {
            return node;
        }

        var values = new double[scope.YearCount];
        for (var year = 0; year < values.Length; year++)
        {
            values[year] = InterpretedRun.EvaluateAlone(node, scope.FirstYear, year);
        }

        return new TableValue(new DataTable(node.Unit, [], true, values)) { Span = node.Span };
    }

    private static bool IsOfYearAlone(BoundExpression node) =>
        node switch
        {
            Constant or YearNumber => true,
            UnaryExpression unary => IsOfYearAlone(unary.Operand),
            BinaryExpression binary => IsOfYearAlone(binary.Left) && IsOfYearAlone(binary.Right),
            Choice choice => IsOfYearAlone(choice.Condition)
                && IsOfYearAlone(choice.Then)
                && IsOfYearAlone(choice.Else),
            _ => false,
        };
}
