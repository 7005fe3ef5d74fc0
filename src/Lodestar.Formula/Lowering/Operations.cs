// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Binding;
using Lodestar.Formula.Kernels;

namespace Lodestar.Formula.Lowering;

/// <summary>Operations on single numbers, as the interpreter carries them out.</summary>
internal static class Operations
{
    public static double Value(Operation operation, ReadOnlySpan<double> x) =>
        operation switch
        {
            Operation.Choose => Elementary.Choose(x[0], x[1], x[2]),
            < Operation.Add => Interpret.Operations.Of((UnaryOperation)operation, x[0]),
            _ => Interpret.Operations.Of((BinaryOperation)(operation - Operation.Add), x[0], x[1]),
        };
}
