// SPDX-License-Identifier: Apache-2.0
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Intrinsics;
using Lodestar.Formula.Kernels;
using Lodestar.Formula.Lowering;

namespace Lodestar.Formula.Compile;

/// <summary>The instructions of each operation, on eight numbers and on one: calls of the kernels that the interpreter uses too.</summary>
internal static class Instructions
{
    public static readonly Type Eight = typeof(Vector512<double>);

    private static readonly MethodInfo[] OnEight = [.. Enum.GetValues<Operation>().Select(o => Find(o, Eight))];
    private static readonly MethodInfo[] OnOne = [.. Enum.GetValues<Operation>().Select(o => Find(o, typeof(double)))];

    private static readonly MethodInfo Create = typeof(Vector512).GetMethod(
        nameof(Vector512.Create),
        [typeof(double)]
    )!;
    private static readonly MethodInfo BitAnd = Eight.GetMethod("op_BitwiseAnd", [Eight, Eight])!;
    private static readonly MethodInfo SumOfEight = typeof(Elementary).GetMethod(
        nameof(Elementary.SumOfEight),
        [Eight]
    )!;
    private static readonly MethodInfo Least = typeof(Instructions).GetMethod(nameof(LeastOfEight))!;
    private static readonly MethodInfo Greatest = typeof(Instructions).GetMethod(nameof(GreatestOfEight))!;
    private static readonly MethodInfo Masked = typeof(Instructions).GetMethod(nameof(Within))!;

    /// <summary>Stack: operands → result.</summary>
    public static void Operate(Listing il, Operation operation, bool isEight)
    {
        if (!isEight && Plain(operation) is { } code)
        {
            il.Emit(code);
        }
        else
        {
            il.Emit(OpCodes.Call, (isEight ? OnEight : OnOne)[(int)operation]);
        }
    }

    /// <summary>Stack: → the number, in all eight.</summary>
    public static void Constant(Listing il, double value, bool isEight)
    {
        il.Emit(OpCodes.Ldc_R8, value);
        if (isEight)
        {
            il.Emit(OpCodes.Call, Create);
        }
    }

    /// <summary>Stack: one number → the same in all eight.</summary>
    public static void Spread(Listing il) => il.Emit(OpCodes.Call, Create);

    /// <summary>Stack: address → value.</summary>
    public static void Load(Listing il, bool isEight)
    {
        if (isEight)
        {
            il.Emit(OpCodes.Ldobj, Eight);
        }
        else
        {
            il.Emit(OpCodes.Ldind_R8);
        }
    }

    /// <summary>Stack: address, value →.</summary>
    public static void Store(Listing il, bool isEight)
    {
        if (isEight)
        {
            il.Emit(OpCodes.Stobj, Eight);
        }
        else
        {
            il.Emit(OpCodes.Stind_R8);
        }
    }

    /// <summary>Stack: value, mask → value where the mask is set, 0 elsewhere.</summary>
    public static void Mask(Listing il) => il.Emit(OpCodes.Call, BitAnd);

    /// <summary>Stack: value, mask, start → value where the mask is set, start elsewhere.</summary>
    public static void MaskBy(Listing il) => il.Emit(OpCodes.Call, Masked);

    /// <summary>Stack: eight numbers → one.</summary>
    public static void Join(Listing il, Binding.Reduction reduction) =>
        il.Emit(
            OpCodes.Call,
            reduction switch
            {
                Binding.Reduction.Sum => SumOfEight,
                Binding.Reduction.Min => Least,
                _ => Greatest,
            }
        );

    public static Vector512<double> Within(Vector512<double> value, Vector512<double> mask, Vector512<double> start) =>
        Vector512.ConditionalSelect(mask, value, start);

    public static double LeastOfEight(Vector512<double> x)
    {
        var least = x.GetElement(0);
        for (var i = 1; i < 8; i++)
        {
            least = Elementary.Min(least, x.GetElement(i));
        }

        return least;
    }

    public static double GreatestOfEight(Vector512<double> x)
    {
        var greatest = x.GetElement(0);
        for (var i = 1; i < 8; i++)
        {
            greatest = Elementary.Max(greatest, x.GetElement(i));
        }

        return greatest;
    }

    private static OpCode? Plain(Operation operation) =>
        operation switch
        {
            Operation.Negate => OpCodes.Neg,
            Operation.Add => OpCodes.Add,
            Operation.Subtract => OpCodes.Sub,
            Operation.Multiply => OpCodes.Mul,
            Operation.Divide => OpCodes.Div,
            _ => null,
        };

    private static MethodInfo Find(Operation operation, Type number)
    {
        var operands = operation switch
        {
            Operation.Choose => 3,
            >= Operation.Add => 2,
            _ => 1,
        };
        Type[] types = [.. Enumerable.Repeat(number, operands)];
        var name = operation switch
        {
            Operation.Add => "op_Addition",
            Operation.Subtract => "op_Subtraction",
            Operation.Multiply => "op_Multiply",
            Operation.Divide => "op_Division",
            _ => operation.ToString(),
        };
        var owner = name.StartsWith("op_", StringComparison.Ordinal) ? Eight : typeof(Elementary);
        return owner.GetMethod(name, owner == Eight ? [Eight, Eight] : types)
            ?? throw new InvalidOperationException($"{operation} has no kernel.");
    }
}
