// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Problems;
using Lodestar.Formula.Syntax;
using Lodestar.Units;

namespace Lodestar.Formula.Binding;

internal sealed partial class ExpressionBinder
{
    private const int MostRepeatedFactors = 16;

    private Value? Infix(InfixExpression infix) =>
        infix.Operator switch
        {
            "*" or "/" => Product(infix),
            "+" or "-" => Sum(infix),
            "^" => Power(infix),
            "and" or "or" => Logical(infix),
            _ => Comparison(infix),
        };

    private Value? Sum(InfixExpression infix)
    {
        var left = Bind(infix.Left);
        var right = Bind(infix.Right);
        if (left is null || right is null || Alike(left, right, infix.Operator, infix.At) is not var (a, b))
        {
            return null;
        }

        var axes = Value.Join(a.Axes, b.Axes);
        if (Replicates(a, axes, []) || Replicates(b, axes, []))
        {
            return null;
        }

        var operation = infix.Operator == "+" ? BinaryOperation.Add : BinaryOperation.Subtract;
        return new Value(Nodes.Binary(operation, a.Node, b.Node, a.Unit), Extents.Join(a.Extent, b.Extent), infix.Span);
    }

    private readonly record struct Factor(Value Value, bool IsBelow);

    /// <summary>
    /// A chain of products and quotients is judged as a whole, so that its order does not matter: what a total lacks, a
    /// share or something per that total must bring.
    /// </summary>
    private Value? Product(InfixExpression infix)
    {
        var chain = new List<(Expression Part, bool IsBelow)>();
        Expression rest = infix;
        while (rest is InfixExpression { Operator: "*" or "/" } link)
        {
            chain.Add((link.Right, link.Operator == "/"));
            rest = link.Left;
        }

        chain.Add((rest, false));
        chain.Reverse();
        var factors = new List<Factor>();
        var isFaulty = false;
        foreach (var (part, isBelow) in chain)
        {
            if (Bind(part) is { } value)
            {
                factors.Add(new Factor(value, isBelow));
            }
            else
            {
                isFaulty = true;
            }
        }

        if (isFaulty || Replicates(factors))
        {
            return null;
        }

        var node = factors[0].Value.Node;
        foreach (var (value, isBelow) in factors.Skip(1))
        {
            var unit = isBelow ? Unit.TryDivide(node.Unit, value.Unit) : Unit.TryMultiply(node.Unit, value.Unit);
            if (unit is null)
            {
                return Fail(Fault.UnitTooLarge, infix.Span);
            }

            node = Nodes.Binary(
                isBelow ? BinaryOperation.Divide : BinaryOperation.Multiply,
                node,
                value.Node,
                unit,
                infix.Span
            );
        }

        return new Value(node, ExtentOf(factors), infix.Span) { Closes = ClosesOf(factors) };
    }

    private static Extent ExtentOf(List<Factor> factors)
    {
        var totals = factors.Sum(f =>
            f.Value.Extent != Extent.Total ? 0
            : f.IsBelow ? -1
            : 1
        );
        return totals > 0 ? Extent.Total
            : factors.All(f => f.Value.Extent == Extent.Neutral) ? Extent.Neutral
            : Extent.Intensity;
    }

    /// <summary>Shares times shares are shares; anything else in the product opens them.</summary>
    private static ImmutableArray<Axis> ClosesOf(List<Factor> factors) =>
        factors.All(f => !f.IsBelow && f.Value.Closes.Length > 0)
            ?
            [
                .. factors
                    .Aggregate(ImmutableArray<Axis>.Empty, (closes, f) => Value.Join(closes, f.Value.Closes))
                    .Where(axis => factors.Count(f => f.Value.Has(axis)) == 1),
            ]
            : [];

    private bool Replicates(List<Factor> factors)
    {
        var totals = factors.Where(f => f.Value.Extent == Extent.Total).ToList();
        if (totals is not [{ IsBelow: false, Value: var total }])
        {
            return false;
        }

        var others = factors.Where(f => f.Value != total).ToList();
        var axes = factors.Aggregate(ImmutableArray<Axis>.Empty, (all, f) => Value.Join(all, f.Value.Axes));
        ImmutableArray<Axis> brought =
        [
            .. axes.Where(axis =>
                others.Any(f =>
                    f.Value.Has(axis)
                    && ((!f.IsBelow && f.Value.Closes.Contains(axis)) || IsPer(f.Value.Unit, total.Unit, f.IsBelow))
                )
            ),
        ];
        return Replicates(total, axes, brought);
    }

    /// <summary>Whether a factor is per what the total is of: kg/person is for people, g CO2/kWh for energy.</summary>
    private static bool IsPer(Unit factor, Unit total, bool isBelow)
    {
        var per = isBelow ? factor.Dimension : factor.Per;
        var of = total.Dimension.Powers.Where(p => p.Key != "time" && p.Value > 0).ToList();
        return of.Count > 0 && of.All(p => per.PowerOf(p.Key) > 0);
    }

    private Value? Power(InfixExpression infix)
    {
        var left = Bind(infix.Left);
        var right = Bind(infix.Right);
        return left is null || right is null ? null : Power(left, right, infix);
    }

    private Value? Power(Value left, Value right, Expression at)
    {
        if (Pure(right, "^") is not { } exponent)
        {
            return null;
        }

        var whole =
            exponent.Node is Constant { Value: var power }
            && Math.Abs(power) <= MostRepeatedFactors
            && power == Math.Floor(power)
                ? (int?)power
                : null;
        if (!left.Unit.Dimension.IsDimensionless && whole is null)
        {
            return Fail(Fault.PowerOfUnit, exponent.Span, ("unit", left.Unit.Symbol));
        }

        if (whole is { } n)
        {
            return Repeated(left, n, at);
        }

        if (Pure(left, "^") is not { } x)
        {
            return null;
        }

        var node = exponent.Node is Constant { Value: 0.5 }
            ? Nodes.Unary(UnaryOperation.Sqrt, x.Node)
            : Nodes.Binary(BinaryOperation.Power, x.Node, exponent.Node, Unit.One);
        return new Value(node, Extents.Join(Intensive(x), Intensive(exponent)), at.Span);
    }

    private Value? Repeated(Value x, int power, Expression at)
    {
        if (power == 0)
        {
            return new Value(Nodes.Number(1), Extent.Neutral, at.Span);
        }

        var node = x.Node;
        for (var i = 1; i < Math.Abs(power); i++)
        {
            if (Unit.TryMultiply(node.Unit, x.Unit) is not { } unit)
            {
                return Fail(Fault.UnitTooLarge, at.Span);
            }

            node = Nodes.Multiply(node, x.Node, unit);
        }

        if (power < 0)
        {
            if (Unit.TryDivide(Unit.One, node.Unit) is not { } inverse)
            {
                return Fail(Fault.UnitTooLarge, at.Span);
            }

            node = Nodes.Divide(Nodes.Number(1), node, inverse);
        }

        return new Value(node, power == 1 ? x.Extent : Intensive(x), at.Span);
    }

    private static Extent Intensive(Value value) => value.Extent == Extent.Neutral ? Extent.Neutral : Extent.Intensity;

    private Value? Logical(InfixExpression infix)
    {
        var left = Flags(Bind(infix.Left), infix.Operator);
        var right = Flags(Bind(infix.Right), infix.Operator);
        if (left is null || right is null)
        {
            return null;
        }

        var operation = infix.Operator == "and" ? BinaryOperation.And : BinaryOperation.Or;
        return new Value(Nodes.Binary(operation, left.Node, right.Node, Unit.One), Extent.Neutral, infix.Span)
        {
            Closes = infix.Operator == "and" ? Value.Join(left.Closes, right.Closes) : [],
        };
    }

    private Value? Comparison(InfixExpression infix)
    {
        if (infix.Operator is "==" or "!=" && AxisNamed(infix.Left) is { } axis)
        {
            return Labels(axis, [infix.Right], infix.Operator == "!=", infix);
        }

        if (infix.Operator is "==" or "!=" && IsMisspeltAxis(infix))
        {
            return UnknownAxis(infix.Left);
        }

        var left = Bind(infix.Left);
        var right = Bind(infix.Right);
        if (left is null || right is null || Alike(left, right, infix.Operator, infix.At) is not var (a, b))
        {
            return null;
        }

        var (first, second) = infix.Operator is ">" or ">=" ? (b, a) : (a, b);
        var operation = infix.Operator switch
        {
            "<" or ">" => BinaryOperation.Less,
            "<=" or ">=" => BinaryOperation.LessOrEqual,
            "==" => BinaryOperation.Equal,
            _ => BinaryOperation.NotEqual,
        };
        return new Value(Nodes.Binary(operation, first.Node, second.Node, Unit.One), Extent.Neutral, infix.Span);
    }

    private Value? Member(MemberExpression member)
    {
        if (AxisNamed(member.Left) is { } axis)
        {
            return Labels(axis, member.Of, false, member);
        }

        return UnknownAxis(member.Left);
    }

    private Value? UnknownAxis(Expression at)
    {
        var name = at.Span.Text;
        _bag.Add(
            new Problem(Fault.UnknownAxis, at.Span)
            {
                Values = [("name", name)],
                Suggestions = Nearest.To(name, _scope.AxisNames),
            }
        );
        return null;
    }

    /// <summary>A name of nothing compared with a label of some axis.</summary>
    private bool IsMisspeltAxis(InfixExpression infix) =>
        infix is { Left: NameExpression { Name: var name }, Right: NameExpression or QuotedExpression }
        && name != "year"
        && _scope.Find(name, _prefixes) is null
        && LabelText(infix.Right) is { } label
        && _scope.Find(label, _prefixes) is null
        && _scope.Axes.Any(a => a.Labels.Contains(label));

    private Axis? AxisNamed(Expression expression) =>
        expression is NameExpression { Name: var name } && _scope.Find(name, _prefixes) is null
            ? _scope.FindAxis(name)
            : null;

    private Value? Labels(Axis axis, ImmutableArray<Expression> names, bool isOther, Expression at)
    {
        var flags = new bool[axis.Count];
        foreach (var name in names)
        {
            if (LabelText(name) is { } set && _scope.FindSet(axis, set) is { } members)
            {
                for (var i = 0; i < flags.Length; i++)
                {
                    flags[i] |= members[i];
                }
            }
            else if (Label(axis, name) is { } label)
            {
                flags[label] = true;
            }
            else
            {
                return null;
            }
        }

        ImmutableArray<bool> chosen = [.. flags.Select(f => f != isOther)];
        return new Value(new LabelFlag(axis, chosen), Extent.Neutral, at.Span)
        {
            Closes = chosen.Count(f => f) == 1 ? [axis] : [],
        };
    }

    private static string? LabelText(Expression expression) =>
        expression switch
        {
            NameExpression name => name.Name,
            QuotedExpression quoted => quoted.Label,
            NumberExpression { Unit: null } number => number.Span.Text,
            _ => null,
        };

    private int? Label(Axis axis, Expression expression)
    {
        var text = LabelText(expression);
        var label = text is null ? -1 : axis.Labels.IndexOf(text);
        if (label >= 0)
        {
            return label;
        }

        _bag.Add(
            new Problem(Fault.UnknownLabel, expression.Span)
            {
                Values = [("label", expression.Span.Text), ("axis", axis.Name)],
                Suggestions = Nearest.To(text ?? "", axis.Labels.Concat(_scope.SetsOf(axis))),
            }
        );
        return null;
    }
}
