// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Binding;
using Lodestar.Formula.Kernels;

namespace Lodestar.Formula.Interpret;

/// <summary>The operations of the tree on single numbers.</summary>
internal static class Operations
{
    public static double Of(UnaryOperation operation, double x) =>
        operation switch
        {
            UnaryOperation.Negate => -x,
            UnaryOperation.Not => Elementary.Not(x),
            UnaryOperation.Abs => Elementary.Abs(x),
            UnaryOperation.Exp => Elementary.Exp(x),
            UnaryOperation.Log => Elementary.Log(x),
            UnaryOperation.Sqrt => Elementary.Sqrt(x),
            UnaryOperation.Floor => Elementary.Floor(x),
            UnaryOperation.NormalShare => Elementary.NormalShare(x),
            _ => throw new InvalidOperationException(operation.ToString()),
        };

    public static double Of(BinaryOperation operation, double a, double b) =>
        operation switch
        {
            BinaryOperation.Add => a + b,
            BinaryOperation.Subtract => a - b,
            BinaryOperation.Multiply => a * b,
            BinaryOperation.Divide => a / b,
            BinaryOperation.Power => Elementary.Power(a, b),
            BinaryOperation.Min => Elementary.Min(a, b),
            BinaryOperation.Max => Elementary.Max(a, b),
            BinaryOperation.Less => Elementary.Less(a, b),
            BinaryOperation.LessOrEqual => Elementary.LessOrEqual(a, b),
            BinaryOperation.Equal => Elementary.Equal(a, b),
            BinaryOperation.NotEqual => Elementary.NotEqual(a, b),
            BinaryOperation.And => Elementary.And(a, b),
            BinaryOperation.Or => Elementary.Or(a, b),
            _ => throw new InvalidOperationException(operation.ToString()),
        };

    public static double Join(Reduction reduction, double a, double b) =>
        reduction switch
        {
            Reduction.Sum => a + b,
            Reduction.Min => Elementary.Min(a, b),
            Reduction.Max => Elementary.Max(a, b),
            _ => throw new InvalidOperationException(reduction.ToString()),
        };

    /// <summary>The eight parts of a sum over the lane axis; a lane axis has eight labels at least, so that none is empty.</summary>
    public static double JoinEight(Reduction reduction, ReadOnlySpan<double> p) =>
        Join(
            reduction,
            Join(reduction, Join(reduction, p[0], p[4]), Join(reduction, p[2], p[6])),
            Join(reduction, Join(reduction, p[1], p[5]), Join(reduction, p[3], p[7]))
        );
}
