// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Text;

namespace Lodestar.Formula.Syntax;

/// <summary>A part of a formula as it is written.</summary>
internal abstract record Expression(Span Span);

/// <summary>What could not be read; the fault has been said.</summary>
internal sealed record Unreadable(Span Span) : Expression(Span);

/// <summary>A number, with the text of its unit.</summary>
internal sealed record NumberExpression(Span Span, double Value, Span? Unit) : Expression(Span);

/// <summary>A variable, an axis or a label.</summary>
internal sealed record NameExpression(Span Span, string Name) : Expression(Span);

/// <summary>A label in quotes.</summary>
internal sealed record QuotedExpression(Span Span, string Label) : Expression(Span);

/// <summary><c>-x</c> or <c>not x</c>.</summary>
internal sealed record PrefixExpression(Span Span, string Operator, Expression Operand) : Expression(Span);

/// <summary>Two operands.</summary>
internal sealed record InfixExpression(Span Span, string Operator, Span At, Expression Left, Expression Right)
    : Expression(Span);

/// <summary><c>fuel in fossil</c>, <c>fuel in (gas, oil)</c>.</summary>
internal sealed record MemberExpression(Span Span, Expression Left, ImmutableArray<Expression> Of) : Expression(Span);

/// <summary><c>if c then a else b</c>.</summary>
internal sealed record IfExpression(Span Span, Expression Condition, Expression Then, Expression Else)
    : Expression(Span);

/// <summary>A call; reductions have the axes after <c>over</c>.</summary>
internal sealed record CallExpression(Span Span, NameExpression Function, ImmutableArray<Argument> Arguments)
    : Expression(Span)
{
    public ImmutableArray<NameExpression> Over { get; init; } = [];

    public Expression? Where { get; init; }

    public Expression? By { get; init; }
}

/// <summary>An argument of a call, by place or by name.</summary>
internal sealed record Argument(NameExpression? Name, Expression Value);

/// <summary><c>x[gas]</c>, <c>x[fuel = gas]</c>, <c>x[2030]</c>, <c>x[sector of fuel]</c>.</summary>
internal sealed record SelectExpression(Span Span, Expression Body, ImmutableArray<Selector> Selectors)
    : Expression(Span);

/// <summary>One choice of a selection.</summary>
/// <param name="Axis">What stands before <c>=</c> or <c>of</c>.</param>
/// <param name="IsOf">True for <c>sector of fuel</c>.</param>
internal sealed record Selector(NameExpression? Axis, bool IsOf, Expression Value);
