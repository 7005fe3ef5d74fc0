// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Problems;
using Lodestar.Formula.Syntax;
using Lodestar.Units;

namespace Lodestar.Formula.Binding;

internal sealed partial class ExpressionBinder
{
    private static readonly Unit OneYear = Unit.Parse("yr");
    private static readonly Unit PerYear = Unit.Parse("1/yr");

    private Value? InTime(CallExpression call) =>
        call.Function.Name switch
        {
            "at" => Bind(call.Arguments[0].Value) is { } value ? AtYear(value, call.Arguments[1].Value) : null,
            "previous" => Previous(call),
            "cumulate" => Cumulated(call),
            "grow" => Compound(call, isDiscount: false),
            "discount" => Compound(call, isDiscount: true),
            "npv" => PresentValue(call),
            _ => Ramp(call),
        };

    private Value? Previous(CallExpression call)
    {
        if (Bind(call.Arguments[0].Value) is not { } value)
        {
            return null;
        }

        BoundExpression? before = null;
        if (call.Arguments.Length == 2)
        {
            if (Bind(call.Arguments[1].Value) is not { } start)
            {
                return null;
            }

            if (Alike(value, start, "previous", start.Span) is not var (_, alike))
            {
                return null;
            }

            if (alike.Axes.FirstOrDefault(a => !value.Has(a)) is { } surplus)
            {
                return Fail(Fault.SurplusAxis, start.Span, ("axis", surplus.Name), ("name", value.Span.Text));
            }

            if (Replicates(alike, value.Axes, []))
            {
                return null;
            }

            before = alike.Node;
        }
        else if (!HasFirst)
        {
            return Fail(Fault.NoValueBefore, call.Span, ("name", value.Span.Text));
        }

        return Stored(value) is { } variable ? value with { Node = new PreviousValue(variable, before) } : null;
    }

    private Value? Cumulated(CallExpression call)
    {
        if (Bind(call.Arguments[0].Value) is not { } flow || InYears(flow) is not { } amount)
        {
            return null;
        }

        if (ReadsBefore(amount))
        {
            return Fail(Fault.NoValueBefore, flow.Span, ("name", flow.Span.Text));
        }

        var sum = _scope.Add(call.Span.Text, flow with { Node = amount, Span = call.Span }, first: amount);
        sum.Body = Nodes.Add(new PreviousValue(sum, null), amount);
        return new Value(new VariableValue(sum), flow.Extent, call.Span);
    }

    /// <summary>The variable that holds a value for other years to read.</summary>
    private BoundVariable? Stored(Value value)
    {
        if (!ReadsBefore(value.Node))
        {
            return _scope.Behind(value);
        }

        _bag.Add(Fault.NoValueBefore, value.Span, ("name", value.Span.Text));
        return null;
    }

    /// <summary>Whether an expression reads the year before the first, which only a variable with an initial value may.</summary>
    private static bool ReadsBefore(BoundExpression node) =>
        node is PreviousValue { Before: null } || Ordering.PartsOf(node).Any(ReadsBefore);

    /// <summary>What a yearly flow brings in one year: kt/yr gives kt.</summary>
    private BoundExpression? InYears(Value flow)
    {
        if (Unit.TryMultiply(flow.Unit, OneYear) is { } unit)
        {
            return flow.Node is Constant constant
                ? new Constant(constant.Value, unit)
                : Nodes.Multiply(flow.Node, new Constant(1, OneYear), unit);
        }

        _bag.Add(Fault.UnitTooLarge, flow.Span);
        return null;
    }

    /// <summary>A rate a year as a pure number: 3 %/yr and 3 % both give 0.03.</summary>
    private Value? Rate(Expression expression)
    {
        if (Bind(expression) is not { } rate)
        {
            return null;
        }

        if (rate.Unit.CompatibleWith(PerYear))
        {
            var node = rate.Node.To(PerYear);
            return rate with
            {
                Node = node is Constant constant
                    ? new Constant(constant.Value, Unit.One)
                    : Nodes.Multiply(node, new Constant(1, OneYear), Unit.One),
            };
        }

        return Pure(rate, "grow");
    }

    private BoundExpression? YearOf(Expression? expression) =>
        expression is null ? Nodes.Number(_scope.FirstYear)
        : Bind(expression) is { } year ? Pure(year, "year")?.Node
        : null;

    private Value? Compound(CallExpression call, bool isDiscount)
    {
        var rate = Rate(call.Arguments[0].Value);
        var start = YearOf(call.Arguments.Length > 1 ? call.Arguments[1].Value : null);
        return rate is null || start is null
            ? null
            : new Value(Compound(rate.Node, start, isDiscount), Extent.Neutral, call.Span);
    }

    private BoundExpression Compound(BoundExpression rate, BoundExpression start, bool isDiscount)
    {
        var years = isDiscount ? Nodes.Subtract(start, new YearNumber()) : Nodes.Subtract(new YearNumber(), start);
        var power = Nodes.Binary(BinaryOperation.Power, Nodes.Add(Nodes.Number(1), rate), years, Unit.One);
        return Tabulated(power);
    }

    private Value? PresentValue(CallExpression call)
    {
        var flow = Bind(call.Arguments[0].Value);
        var rate = Rate(call.Arguments[1].Value);
        var start = YearOf(call.Arguments.Length > 2 ? call.Arguments[2].Value : null);
        if (flow is null || rate is null || start is null || InYears(flow) is not { } amount)
        {
            return null;
        }

        var discounted = Nodes.Scale(amount, Compound(rate.Node, start, isDiscount: true));
        return AllYears(call, flow with { Node = discounted }, Reduction.Sum);
    }

    private Value? AllYears(CallExpression call, Value value, Reduction reduction)
    {
        if (Stored(value with { Span = call.Span }) is not { } variable)
        {
            return null;
        }

        return new Value(
            new OverYears(reduction, variable, 0, _scope.YearCount - 1, variable.Unit),
            value.Extent,
            call.Span
        );
    }

    private Value? OverAllYears(CallExpression call)
    {
        if (Bind(call.Arguments[0].Value) is not { } value)
        {
            return null;
        }

        var where = call.Where is null ? null : Flags(Bind(call.Where), "where");
        if (call.Where is not null && where is null)
        {
            return null;
        }

        if (call.Function.Name is not ("sum" or "min" or "max") || call.By is not null)
        {
            return Fail(
                Fault.ClauseUnwanted,
                call.Function.Span,
                ("function", call.Function.Name),
                ("word", call.By is null ? "over year" : "by")
            );
        }

        if (call.Function.Name != "sum")
        {
            return where is null
                ? AllYears(call, value, call.Function.Name == "min" ? Reduction.Min : Reduction.Max)
                : Fail(Fault.ClauseUnwanted, call.Where!.Span, ("function", call.Function.Name), ("word", "where"));
        }

        return InYears(value) is { } amount
            ? AllYears(call, value with { Node = Masked(amount, where) }, Reduction.Sum)
            : null;
    }

    private Value? Ramp(CallExpression call)
    {
        var years = call.Arguments.Select(a => YearOf(a.Value)).ToList();
        if (years.Any(y => y is null))
        {
            return null;
        }

        if (call.Function.Name == "step")
        {
            var from = Nodes.Binary(BinaryOperation.LessOrEqual, years[0]!, new YearNumber(), Unit.One);
            return new Value(Tabulated(from), Extent.Neutral, call.Span);
        }

        if (years[0] is Constant { Value: var first } && years[1] is Constant { Value: var last } && last <= first)
        {
            return Fail(Fault.RampBackwards, call.Arguments[1].Value.Span, ("from", first), ("to", last));
        }

        return new Value(
            Tabulated(Ramps.Of(years[0]!, years[1]!, new YearNumber(), call.Function.Name)),
            Extent.Neutral,
            call.Span
        );
    }

    private BoundExpression Tabulated(BoundExpression node) => Ramps.Tabulated(node, _scope);
}
