// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Binding;

namespace Lodestar.Formula.Lowering;

/// <summary>Formulas that can be computed a year before they are read.</summary>
internal static class Carrying
{
    // Sums of flows are short; looking no further keeps the search in proportion to the model.
    private const int MostParts = 24;

    /// <summary>Whether a formula reads two values of the year before at least, and else nothing that differs by year.</summary>
    public static bool IsWorth(BoundExpression expression)
    {
        var parts = 0;
        return expression is BinaryExpression && Count(expression, ref parts) >= 2;
    }

    /// <summary>The same formula as the year before would state it.</summary>
    public static BoundExpression YearBefore(BoundExpression expression) =>
        expression switch
        {
            PreviousValue previous => new VariableValue(previous.Variable),
            UnaryExpression unary => unary with { Operand = YearBefore(unary.Operand) },
            BinaryExpression binary => binary with { Left = YearBefore(binary.Left), Right = YearBefore(binary.Right) },
            _ => expression,
        };

    /// <summary>How many values of the year before it reads; far below 0 when it cannot be carried.</summary>
    private static int Count(BoundExpression expression, ref int parts) =>
        ++parts > MostParts
            ? -MostParts * 4
            : expression switch
            {
                PreviousValue => 1,
                Constant or ParameterValue or LabelFlag or TableValue { Table.IsYearly: false } => 0,
                UnaryExpression unary => Count(unary.Operand, ref parts),
                BinaryExpression binary => Count(binary.Left, ref parts) + Count(binary.Right, ref parts),
                _ => -MostParts * 4,
            };
}
