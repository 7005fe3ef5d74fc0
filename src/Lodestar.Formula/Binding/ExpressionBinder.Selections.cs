// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Problems;
using Lodestar.Formula.Syntax;

namespace Lodestar.Formula.Binding;

internal sealed partial class ExpressionBinder
{
    private Value? Select(SelectExpression select)
    {
        var value = Bind(select.Body);
        foreach (var selector in select.Selectors)
        {
            value = value is null ? null : Select(value, selector);
        }

        return value;
    }

    private Value? Select(Value value, Selector selector)
    {
        if (selector.IsOf)
        {
            return Through(value, selector);
        }

        if (selector.Axis is null && selector.Value is NumberExpression { Unit: null } || selector.Axis?.Name == "year")
        {
            return AtYear(value, selector.Value);
        }

        if (selector.Axis is { } named)
        {
            if (AxisOf(named) is not { } axis)
            {
                return null;
            }

            if (!value.Has(axis))
            {
                return Fail(Fault.AxisNotThere, named.Span, ("name", value.Span.Text), ("axis", axis.Name));
            }

            return Label(axis, selector.Value) is { } label ? PickLabel(value, axis, label) : null;
        }

        var text = LabelText(selector.Value) ?? "";
        if (value.Axes.Where(a => a.Labels.Contains(text)).ToList() is [var only])
        {
            return PickLabel(value, only, only.Labels.IndexOf(text));
        }

        _bag.Add(
            new Problem(Fault.UnknownLabel, selector.Value.Span)
            {
                Values =
                [
                    ("label", selector.Value.Span.Text),
                    ("axis", string.Join(", ", value.Axes.Select(a => a.Name))),
                ],
                Suggestions = selector.Value.Span.Text.StartsWith("year", StringComparison.Ordinal)
                    ? [$"previous({value.Span.Text})"]
                    : Nearest.To(text, value.Axes.SelectMany(a => a.Labels)),
            }
        );
        return null;
    }

    private static Value PickLabel(Value value, Axis axis, int label) =>
        value with
        {
            Node = new Pick(value.Node, axis, label, [.. value.Axes.Where(a => a != axis)]),
            Closes = [.. value.Closes.Where(a => a != axis)],
        };

    /// <summary><c>x[sector of fuel]</c>: for each fuel, the value of the sector it belongs to.</summary>
    private Value? Through(Value value, Selector selector)
    {
        if (
            AxisOf(selector.Axis!) is not { } from
            || selector.Value is not NameExpression name
            || AxisOf(name) is not { } to
        )
        {
            return selector.Value is NameExpression
                ? null
                : Fail(Fault.UnknownAxis, selector.Value.Span, ("name", selector.Value.Span.Text));
        }

        if (!value.Has(from))
        {
            return Fail(Fault.AxisNotThere, selector.Axis!.Span, ("name", value.Span.Text), ("axis", from.Name));
        }

        if (_scope.FindMapping(to, from) is not { } map)
        {
            return Fail(Fault.NoMapping, selector.Value.Span, ("from", to.Name), ("to", from.Name));
        }

        if (value.Has(to))
        {
            return Fail(Fault.SurplusAxis, name.Span, ("name", value.Span.Text), ("axis", to.Name));
        }

        // Every label of the finer axis would count the whole of the coarser one.
        if (value.Extent == Extent.Total)
        {
            return Fail(
                Fault.TotalReplicated,
                value.Span,
                ("name", value.Span.Text),
                ("axis", to.Name),
                ("count", to.Count)
            );
        }

        var axes = Value.Join([.. value.Axes.Where(a => a != from)], [to]);
        return value with { Node = new Remap(value.Node, from, to, map, axes), Closes = [] };
    }

    private Value? AtYear(Value value, Expression year)
    {
        if (year is not NumberExpression { Unit: null, Value: var number } || number != Math.Floor(number))
        {
            return Fail(Fault.NumberWanted, year.Span, ("function", "at"));
        }

        if (number < _scope.FirstYear || number > _scope.LastYear)
        {
            return Fail(
                Fault.YearOutside,
                year.Span,
                ("year", year.Span.Text),
                ("from", _scope.FirstYear),
                ("to", _scope.LastYear)
            );
        }

        return Stored(value) is { } variable
            ? value with
            {
                Node = new YearValue(variable, (int)number - _scope.FirstYear),
            }
            : null;
    }

    private Axis? AxisOf(NameExpression name)
    {
        if (_scope.FindAxis(name.Name) is { } axis)
        {
            return axis;
        }

        _bag.Add(
            new Problem(Fault.UnknownAxis, name.Span)
            {
                Values = [("name", name.Name)],
                Suggestions = Nearest.To(name.Name, _scope.AxisNames),
            }
        );
        return null;
    }
}
