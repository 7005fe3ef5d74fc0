// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Kernels;

namespace Lodestar.Formula.Lowering;

/// <summary>Operations on single numbers, by the kernels that every way of running shares.</summary>
internal static class Operations
{
    public static double Value(Operation operation, ReadOnlySpan<double> x) =>
        operation switch
        {
            Operation.Negate => -x[0],
            Operation.Not => Elementary.Not(x[0]),
            Operation.Abs => Elementary.Abs(x[0]),
            Operation.Exp => Elementary.Exp(x[0]),
            Operation.Log => Elementary.Log(x[0]),
            Operation.Sqrt => Elementary.Sqrt(x[0]),
            Operation.Floor => Elementary.Floor(x[0]),
            Operation.NormalShare => Elementary.NormalShare(x[0]),
            Operation.Add => x[0] + x[1],
            Operation.Subtract => x[0] - x[1],
            Operation.Multiply => x[0] * x[1],
            Operation.Divide => x[0] / x[1],
            Operation.Power => Elementary.Power(x[0], x[1]),
            Operation.Min => Elementary.Min(x[0], x[1]),
            Operation.Max => Elementary.Max(x[0], x[1]),
            Operation.Less => Elementary.Less(x[0], x[1]),
            Operation.LessOrEqual => Elementary.LessOrEqual(x[0], x[1]),
            Operation.Equal => Elementary.Equal(x[0], x[1]),
            Operation.NotEqual => Elementary.NotEqual(x[0], x[1]),
            Operation.And => Elementary.And(x[0], x[1]),
            Operation.Or => Elementary.Or(x[0], x[1]),
            Operation.Choose => Elementary.Choose(x[0], x[1], x[2]),
            _ => throw new InvalidOperationException($"There is no operation {operation}."),
        };
}
