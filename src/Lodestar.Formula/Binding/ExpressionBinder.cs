// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Problems;
using Lodestar.Formula.Syntax;
using Lodestar.Formula.Text;
using Lodestar.Units;

namespace Lodestar.Formula.Binding;

/// <summary>
/// Gives a formula its meaning: names, units, axes, and whether quantities may be added up. What is wrong is said once;
/// the part it spoils is null, and what depends on it says nothing more.
/// </summary>
internal sealed partial class ExpressionBinder
{
    private readonly ModelScope _scope;
    private readonly ImmutableArray<string> _prefixes;
    private readonly ProblemBag _bag;

    /// <param name="hasFirst">Whether the first year has a formula of its own, so that nothing is read before it.</param>
    public ExpressionBinder(ModelScope scope, ImmutableArray<string> prefixes, bool hasFirst = false)
    {
        (_scope, _prefixes, HasFirst) = (scope, prefixes, hasFirst);
        _bag = scope.Bag;
    }

    private bool HasFirst { get; }

    public Value? Bind(Piece piece) => Bind(Parser.Parse(piece, _bag));

    public Value? Bind(Expression expression)
    {
        var value = expression switch
        {
            NumberExpression number => Number(number),
            NameExpression name => Name(name),
            QuotedExpression quoted => Fail(Fault.LabelAsValue, quoted.Span, ("label", quoted.Label)),
            PrefixExpression { Operator: "not" } not => Flags(Bind(not.Operand), "not") is { } flags
                ? new Value(Nodes.Unary(UnaryOperation.Not, flags.Node), Extent.Neutral, not.Span)
                : null,
            PrefixExpression minus => Negate(minus),
            InfixExpression infix => Infix(infix),
            MemberExpression member => Member(member),
            IfExpression choice => If(choice),
            CallExpression call => Call(call),
            SelectExpression select => Select(select),
            _ => null,
        };
        return value is null ? null
            : _scope.Fits(value.Axes, expression.Span, expression.Span.Text)
                ? value with
                {
                    Node = value.Node.At(expression.Span),
                    Span = expression.Span,
                }
            : null;
    }

    private Value? Number(NumberExpression number)
    {
        if (number.Unit is not { } text)
        {
            return new Value(new Constant(number.Value, Unit.One), Extent.Neutral, number.Span);
        }

        if (ReadUnit(text) is not { } unit)
        {
            return null;
        }

        // A percentage is a number like any other.
        var node = unit.Dimension.IsDimensionless
            ? new Constant(number.Value * unit.Scale, Unit.One)
            : new Constant(number.Value, unit);
        var extent = node.Unit == Unit.One ? Extent.Neutral : Extents.Of(unit);
        return new Value(node, extent == Extent.Total ? Extent.Neutral : extent, number.Span);
    }

    private Unit? ReadUnit(Span text) => UnitText.Read(text, _bag);

    private Value? Name(NameExpression name)
    {
        if (_scope.Find(name.Name, _prefixes) is { } symbol)
        {
            symbol.IsUsed = true;
            return _scope.Declare(symbol) is { } variable
                ? new Value(new VariableValue(variable), variable.Extent, name.Span)
                {
                    Closes = variable.SumsToOne is { } axis ? [axis] : [],
                }
                : null;
        }

        if (name.Name == "year")
        {
            return new Value(new YearNumber(), Extent.Neutral, name.Span);
        }

        if (_scope.FindAxis(name.Name) is not null)
        {
            return Fail(Fault.AxisAsValue, name.Span, ("name", name.Name));
        }

        _bag.Add(
            new Problem(Fault.UnknownName, name.Span)
            {
                Values = [("name", name.Name)],
                Suggestions = Nearest.To(name.Name, KnownNames().Append("year").Where(n => n != name.Name)),
            }
        );
        return null;
    }

    private IEnumerable<string> KnownNames() =>
        _scope.Symbols.Keys.Select(full =>
            _prefixes.FirstOrDefault(p => p.Length > 0 && full.StartsWith(p, StringComparison.Ordinal)) is { } prefix
                ? full[prefix.Length..]
                : full
        );

    private Value? Negate(PrefixExpression minus)
    {
        if (Bind(minus.Operand) is not { } value)
        {
            return null;
        }

        return value.Node is Constant constant
            ? value with
            {
                Node = constant with { Value = -constant.Value },
            }
            : value with
            {
                Node = Nodes.Unary(UnaryOperation.Negate, value.Node),
                Closes = [],
            };
    }

    private Value? If(IfExpression choice)
    {
        var condition = Flags(Bind(choice.Condition), "if");
        var then = Bind(choice.Then);
        var otherwise = Bind(choice.Else);
        if (condition is null || then is null || otherwise is null)
        {
            return null;
        }

        if (Alike(then, otherwise, "if", choice.Else.Span) is not var (a, b))
        {
            return null;
        }

        // One label of many is no replication: the others are nothing.
        var chosen = a.IsZero || b.IsZero ? condition.Closes : [];
        var axes = Value.Join(condition.Axes, Value.Join(a.Axes, b.Axes));
        return Replicates(a, axes, chosen) || Replicates(b, axes, chosen)
            ? null
            : new Value(Nodes.Choose(condition.Node, a.Node, b.Node), Extents.Join(a.Extent, b.Extent), choice.Span);
    }

    /// <summary>Brings two values to the unit of the first; a literal zero takes the other's.</summary>
    private (Value, Value)? Alike(Value left, Value right, string word, Span at)
    {
        if (left.IsZero && !right.IsZero)
        {
            return (left with { Node = new Constant(0, right.Unit) }, right);
        }

        if (right.IsZero)
        {
            return (left, right with { Node = new Constant(0, left.Unit) });
        }

        if (!right.Unit.CompatibleWith(left.Unit))
        {
            _bag.Add(
                Fault.UnitsDiffer,
                at,
                ("operator", word),
                ("left", left.Unit.Symbol),
                ("right", right.Unit.Symbol)
            );
            return null;
        }

        return (left, right with { Node = right.Node.To(left.Unit) });
    }

    /// <summary>Says when a total would stand once for each label of an axis it does not have.</summary>
    private bool Replicates(Value value, ImmutableArray<Axis> axes, ImmutableArray<Axis> allowed)
    {
        if (value.Extent != Extent.Total)
        {
            return false;
        }

        foreach (var axis in axes)
        {
            if (!value.Has(axis) && !allowed.Contains(axis))
            {
                _bag.Add(
                    Fault.TotalReplicated,
                    value.Span,
                    ("name", value.Span.Text),
                    ("axis", axis.Name),
                    ("count", axis.Count)
                );
                return true;
            }
        }

        return false;
    }

    private Value? Flags(Value? value, string word) => value is null ? null : Pure(value, word);

    /// <summary>A pure number, percentages and the like converted.</summary>
    private Value? Pure(Value value, string function)
    {
        if (value.Unit.Dimension.IsDimensionless)
        {
            return value with { Node = value.Node.To(Unit.One) };
        }

        return Fail(Fault.PureNumberWanted, value.Span, ("function", function), ("unit", value.Unit.Symbol));
    }

    private Value? Fail(Fault fault, Span span, params ReadOnlySpan<(string, object)> values)
    {
        _bag.Add(fault, span, values);
        return null;
    }
}
