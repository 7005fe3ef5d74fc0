// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Problems;
using Lodestar.Formula.Syntax;
using Lodestar.Units;

namespace Lodestar.Formula.Binding;

internal sealed partial class ExpressionBinder
{
    private Value? Call(CallExpression call)
    {
        var name = call.Function.Name;
        if (FunctionTable.Find(name) is not { } function)
        {
            if (Distributions.IsName(name))
            {
                return Fail(Fault.DistributionInside, call.Function.Span, ("function", name));
            }

            _bag.Add(
                new Problem(Fault.UnknownFunction, call.Function.Span)
                {
                    Values = [("name", name)],
                    Suggestions = Nearest.To(name, FunctionTable.All.Select(f => f.Name).Concat(Distributions.Names)),
                }
            );
            return null;
        }

        if (call.Arguments.FirstOrDefault(a => a.Name is not null)?.Name is { } named)
        {
            return Fail(Fault.UnknownArgument, named.Span, ("function", name), ("name", named.Name));
        }

        var given = call.Arguments.Length;
        if (given < function.Least || given > function.Most)
        {
            return Fail(
                Fault.ArgumentCount,
                call.Function.Span,
                ("function", name),
                ("wanted", function.Form),
                ("given", given)
            );
        }

        if (call.Over.Length > 0 || call.Where is not null || call.By is not null)
        {
            return function.TakesOver
                ? Reduced(call)
                : Fail(
                    Fault.ClauseUnwanted,
                    call.Function.Span,
                    ("function", name),
                    (
                        "word",
                        call.Over.Length > 0 ? "over"
                        : call.Where is null ? "by"
                        : "where"
                    )
                );
        }

        if (function.Kind == FunctionKind.Axes || (name is "min" or "max" && given == 1))
        {
            return Fail(Fault.OverWanted, call.Function.Span, ("function", name));
        }

        return name is "co2e" ? Equivalent(call)
            : function.Kind == FunctionKind.Time ? InTime(call)
            : Arithmetic(call);
    }

    private Value? Arithmetic(CallExpression call)
    {
        var bound = call.Arguments.Select(a => Bind(a.Value)).ToList();
        if (bound.Any(v => v is null))
        {
            return null;
        }

        var values = bound.Select(v => v!).ToList();
        return call.Function.Name switch
        {
            "abs" => values[0] with { Node = Nodes.Unary(UnaryOperation.Abs, values[0].Node), Closes = [] },
            "exp" => OfPure(call, values[0], UnaryOperation.Exp),
            "log" => OfPure(call, values[0], UnaryOperation.Log),
            "sqrt" => OfPure(call, values[0], UnaryOperation.Sqrt),
            "floor" => OfPure(call, values[0], UnaryOperation.Floor),
            "logistic" => Pure(values[0], "logistic") is { } x
                ? new Value(Logistic(x.Node), Intensive(x), call.Span)
                : null,
            "pow" => Power(values[0], values[1], call),
            "min" => Extreme(call, values, BinaryOperation.Min),
            "max" => Extreme(call, values, BinaryOperation.Max),
            _ => Extreme(call, [values[0], values[1]], BinaryOperation.Max) is { } floored
                ? Extreme(call, [floored, values[2]], BinaryOperation.Min)
                : null,
        };
    }

    private Value? OfPure(CallExpression call, Value value, UnaryOperation operation) =>
        Pure(value, call.Function.Name) is { } x
            ? new Value(Nodes.Unary(operation, x.Node), Intensive(x), call.Span)
            : null;

    private static BoundExpression Logistic(BoundExpression x) =>
        Nodes.Divide(
            Nodes.Number(1),
            Nodes.Add(Nodes.Number(1), Nodes.Unary(UnaryOperation.Exp, Nodes.Unary(UnaryOperation.Negate, x))),
            Unit.One
        );

    private Value? Extreme(CallExpression call, List<Value> values, BinaryOperation operation)
    {
        var result = values[0];
        foreach (var next in values.Skip(1))
        {
            if (Alike(result, next, call.Function.Name, next.Span) is not var (a, b))
            {
                return null;
            }

            var axes = Value.Join(a.Axes, b.Axes);
            if (Replicates(a, axes, []) || Replicates(b, axes, []))
            {
                return null;
            }

            result = new Value(
                Nodes.Binary(operation, a.Node, b.Node, a.Unit),
                Extents.Join(a.Extent, b.Extent),
                call.Span
            );
        }

        return result;
    }

    private Value? Equivalent(CallExpression call)
    {
        if (call.Arguments[1].Value is not NameExpression set)
        {
            return Fail(Fault.UnknownGwpSet, call.Arguments[1].Value.Span, ("set", call.Arguments[1].Value.Span.Text));
        }

        if (GwpSet.Find(set.Name) is not { } potentials)
        {
            _bag.Add(
                new Problem(Fault.UnknownGwpSet, set.Span)
                {
                    Values = [("set", set.Name)],
                    Suggestions = Nearest.To(set.Name, GwpSet.All.Select(s => s.Symbol)),
                }
            );
            return null;
        }

        if (Bind(call.Arguments[0].Value) is not { } value)
        {
            return null;
        }

        return potentials.TryToCO2e(value.Unit, MethaneOrigin.Unspecified, out var unit, out var factor)
            ? value with
            {
                Node = Nodes.Multiply(value.Node, Nodes.Number(factor), unit),
                Closes = [],
            }
            : Fail(Fault.NoGas, value.Span, ("unit", value.Unit.Symbol));
    }

    private Value? Reduced(CallExpression call)
    {
        if (call.Over is [{ Name: "year" }])
        {
            return OverAllYears(call);
        }

        if (call.Over.Length == 0)
        {
            return Fail(Fault.OverWanted, call.Function.Span, ("function", call.Function.Name));
        }

        var body = Bind(call.Arguments[0].Value);
        var found = call.Over.Select(AxisOf).ToList();
        var where = call.Where is null ? null : Flags(Bind(call.Where), "where");
        var weights = call.By is null ? null : Bind(call.By);
        if (
            body is null
            || found.Any(a => a is null)
            || (call.Where is not null && where is null)
            || (call.By is not null && weights is null)
        )
        {
            return null;
        }

        var axes = found.Select(a => a!).Distinct().ToArray();
        if (call.By is not null && call.Function.Name is not ("mean" or "allocate"))
        {
            return Fail(Fault.ClauseUnwanted, call.By.Span, ("function", call.Function.Name), ("word", "by"));
        }

        if (call.Where is not null && call.Function.Name is not ("sum" or "mean"))
        {
            return Fail(Fault.ClauseUnwanted, call.Where.Span, ("function", call.Function.Name), ("word", "where"));
        }

        foreach (var (axis, at) in axes.Zip(call.Over))
        {
            var varies = body.Has(axis) || (where?.Has(axis) ?? false) || (weights?.Has(axis) ?? false);
            if (!varies)
            {
                return Fail(Fault.NothingToReduce, at.Span, ("axis", axis.Name), ("name", body.Span.Text));
            }
        }

        return call.Function.Name switch
        {
            "sum" => Summed(call, body, where, axes),
            "mean" => Mean(call, body, where, weights, axes),
            "share" => Share(call, body, axes),
            "allocate" => Allocated(call, body, weights, axes),
            "any" => new Value(Nodes.Reduce(Reduction.Max, Truth(body), axes), Extent.Neutral, call.Span),
            "all" => new Value(Nodes.Reduce(Reduction.Min, Truth(body), axes), Extent.Neutral, call.Span),
            var name => new Value(
                Nodes.Reduce(name == "min" ? Reduction.Min : Reduction.Max, body.Node, axes),
                body.Extent,
                call.Span
            ),
        };
    }

    private static BoundExpression Truth(Value value) =>
        Nodes.Binary(BinaryOperation.NotEqual, value.Node, new Constant(0, value.Unit), Unit.One);

    private Value? Summed(CallExpression call, Value body, Value? where, Axis[] axes)
    {
        if (Unsummable(body, axes, call.Over) || Replicates(body, [.. axes], where?.Closes ?? []))
        {
            return null;
        }

        var closed = axes.All(body.Closes.Contains);
        return new Value(
            Nodes.Reduce(Reduction.Sum, Masked(body.Node, where), axes),
            closed ? Intensive(body) : body.Extent,
            call.Span
        )
        {
            Closes = [.. body.Closes.Where(a => !axes.Contains(a))],
        };
    }

    private bool Unsummable(Value body, Axis[] axes, ImmutableArray<NameExpression> at)
    {
        for (var i = 0; i < axes.Length; i++)
        {
            if (body.Extent == Extent.Intensity && !body.Closes.Contains(axes[i]))
            {
                _bag.Add(Fault.IntensitySummed, body.Span, ("name", body.Span.Text), ("axis", at[i].Name));
                return true;
            }
        }

        return false;
    }

    private static BoundExpression Masked(BoundExpression node, Value? where) =>
        where is null ? node : Nodes.Choose(where.Node, node, new Constant(0, node.Unit));

    private Value? Mean(CallExpression call, Value body, Value? where, Value? weights, Axis[] axes)
    {
        var weight = weights?.Node ?? Nodes.Number(1);
        var product = weights is null ? body.Unit : Unit.TryMultiply(body.Unit, weight.Unit);
        if (product is null)
        {
            return Fail(Fault.UnitTooLarge, call.Span);
        }

        // Weights of one label alone would leave others out: they must vary over each axis, or count alike.
        foreach (var (axis, at) in axes.Zip(call.Over))
        {
            if (weights is not null && !weights.Has(axis))
            {
                return Fail(Fault.NothingToReduce, at.Span, ("axis", axis.Name), ("name", weights.Span.Text));
            }
        }

        var weighted = weights is null ? body.Node : Nodes.Multiply(body.Node, weight, product);
        var top = Nodes.Reduce(Reduction.Sum, Wide(Masked(weighted, where), axes), axes);
        var below = Nodes.Reduce(Reduction.Sum, Wide(Masked(weight, where), axes), axes);
        return new Value(Nodes.Divide(top, below, body.Unit), Intensive(body), call.Span);
    }

    /// <summary>The node with every axis of a sum, where it lacks one: each label counts once.</summary>
    private static BoundExpression Wide(BoundExpression node, Axis[] axes) =>
        axes.Where(a => !node.Axes.Contains(a))
            .Aggregate(
                node,
                (wide, axis) =>
                    Nodes.Choose(
                        new LabelFlag(axis, [.. Enumerable.Repeat(true, axis.Count)]),
                        wide,
                        new Constant(0, wide.Unit)
                    )
            );

    private static Value Share(CallExpression call, Value body, Axis[] axes)
    {
        var sum = Nodes.Reduce(Reduction.Sum, body.Node, axes);
        return new Value(Nodes.Divide(body.Node, sum, Unit.One), Extent.Intensity, call.Span) { Closes = [.. axes] };
    }

    private Value? Allocated(CallExpression call, Value body, Value? weights, Axis[] axes)
    {
        if (weights is null)
        {
            return Fail(Fault.Missing, call.Function.Span, ("expected", "by"), ("found", ")"));
        }

        foreach (var (axis, at) in axes.Zip(call.Over))
        {
            if (!weights.Has(axis) || body.Has(axis))
            {
                return Fail(
                    Fault.NothingToReduce,
                    at.Span,
                    ("axis", axis.Name),
                    ("name", body.Has(axis) ? body.Span.Text : weights.Span.Text)
                );
            }
        }

        var share = Nodes.Divide(weights.Node, Nodes.Reduce(Reduction.Sum, weights.Node, axes), Unit.One);
        return new Value(Nodes.Scale(body.Node, share), body.Extent, call.Span);
    }
}
