// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Problems;
using Lodestar.Formula.Text;

namespace Lodestar.Formula.Syntax;

/// <summary>
/// Reads a formula. It never fails: what it can't read becomes an <see cref="Unreadable"/> with one fault, and the rest
/// is passed over. Depth and length are bounded.
/// </summary>
internal sealed class Parser
{
    /// <summary>Longer formulas are refused, in characters.</summary>
    public const int MostCharacters = 64 * 1024;

    /// <summary>Formulas nested deeper are refused.</summary>
    public const int MostDepth = 100;

    /// <summary>Formulas of more tokens are refused; it bounds the height of the tree too.</summary>
    public const int MostTokens = 1000;

    private static readonly string[][] Levels =
    [
        ["or"],
        ["and"],
        ["<", "<=", ">", ">=", "==", "!="],
        ["+", "-"],
        ["*", "/"],
    ];

    private const int LogicalLevels = 2;

    private readonly Piece _piece;
    private readonly ProblemBag _bag;
    private readonly List<Token> _tokens;
    private int _at;
    private int _depth;
    private bool _stopped;

    private Parser(Piece piece, List<Token> tokens, ProblemBag bag) => (_piece, _tokens, _bag) = (piece, tokens, bag);

    public static Expression Parse(Piece piece, ProblemBag bag)
    {
        if (piece.Text.Length > MostCharacters)
        {
            bag.Add(Fault.FormulaTooLong, new Span(piece, 0, 0), ("most", MostCharacters));
            return new Unreadable(Span.Of(piece));
        }

        var tokens = Lexer.Split(piece.Text);
        if (tokens.Count > MostTokens)
        {
            bag.Add(Fault.FormulaTooManyParts, new Span(piece, 0, 0), ("most", MostTokens));
            return new Unreadable(Span.Of(piece));
        }

        var parser = new Parser(piece, tokens, bag);
        if (parser.Current.Kind == TokenKind.End)
        {
            bag.Add(Fault.FormulaEmpty, Span.Of(piece));
            return new Unreadable(Span.Of(piece));
        }

        var expression = parser.Whole();
        if (parser.Current.Kind != TokenKind.End)
        {
            parser.Unexpected();
            return parser._stopped ? new Unreadable(Span.Of(piece)) : expression;
        }

        return expression;
    }

    private Token Current => _tokens[_at];

    private Expression Whole()
    {
        if (++_depth > MostDepth)
        {
            _depth--;
            return Stop(Fault.FormulaTooDeep, ("most", MostDepth));
        }

        var expression = Current.Is("if") ? If() : Level(0);
        _depth--;
        return expression;
    }

    private IfExpression If()
    {
        var start = Take();
        var condition = Whole();
        Expect("then");
        var then = Whole();
        Expect("else");
        var otherwise = Whole();
        return new IfExpression(SpanOf(start).To(otherwise.Span), condition, then, otherwise);
    }

    private Expression Level(int level)
    {
        if (level == LogicalLevels && Current.Is("not"))
        {
            if (++_depth > MostDepth)
            {
                _depth--;
                return Stop(Fault.FormulaTooDeep, ("most", MostDepth));
            }

            var not = Take();
            var operand = Level(level);
            _depth--;
            return new PrefixExpression(SpanOf(not).To(operand.Span), "not", operand);
        }

        if (level == Levels.Length)
        {
            return Unary();
        }

        var left = Level(level + 1);
        var isCompared = false;
        while (!_stopped)
        {
            if (level == LogicalLevels && Current.Is("in"))
            {
                Take();
                left = Members(left);
                continue;
            }

            var symbol = Current;
            if (level == LogicalLevels && symbol.Is("="))
            {
                Report(Fault.SingleEquals, symbol);
                symbol = symbol with { Text = "==" };
            }
            else if (!Levels[level].Any(symbol.Is))
            {
                return left;
            }

            if (level == LogicalLevels && isCompared)
            {
                return Unexpected();
            }

            isCompared = true;
            Take();
            var right = Current.Is("if") ? Whole() : Level(level + 1);
            left = new InfixExpression(left.Span.To(right.Span), symbol.Text, SpanOf(symbol), left, right);
        }

        return left;
    }

    private MemberExpression Members(Expression left)
    {
        var of = ImmutableArray.CreateBuilder<Expression>();
        if (!Current.Is("("))
        {
            of.Add(Postfix());
            return new MemberExpression(left.Span.To(of[0].Span), left, of.ToImmutable());
        }

        Take();
        do
        {
            of.Add(Postfix());
        } while (TakeIf(","));
        var end = Expect(")");
        return new MemberExpression(left.Span.To(end), left, of.ToImmutable());
    }

    private Expression Unary()
    {
        if (Current.Is("-") || Current.Is("+"))
        {
            if (++_depth > MostDepth)
            {
                _depth--;
                return Stop(Fault.FormulaTooDeep, ("most", MostDepth));
            }

            var sign = Take();
            var operand = Unary();
            _depth--;
            return sign.Text == "+" ? operand : new PrefixExpression(SpanOf(sign).To(operand.Span), "-", operand);
        }

        var power = Postfix();
        if (!Current.Is("^"))
        {
            return power;
        }

        var symbol = Take();
        var exponent = Unary();
        return new InfixExpression(power.Span.To(exponent.Span), "^", SpanOf(symbol), power, exponent);
    }

    private Expression Postfix()
    {
        var expression = Atom();
        while (Current.Is("[") && !_stopped)
        {
            Take();
            var selectors = ImmutableArray.CreateBuilder<Selector>();
            do
            {
                selectors.Add(Choice());
            } while (TakeIf(","));
            var end = Expect("]");
            expression = new SelectExpression(expression.Span.To(end), expression, selectors.ToImmutable());
        }

        return expression;
    }

    private Selector Choice()
    {
        var first = Level(Levels.Length - 2);
        if (first is NameExpression axis && (Current.Is("=") || Current.Is("==") || Current.Is("of")))
        {
            var isOf = Take().Text == "of";
            return new Selector(axis, isOf, Atom());
        }

        return new Selector(null, false, first);
    }

    private Expression Atom()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                Take();
                return new NumberExpression(
                    SpanOf(token),
                    token.Value,
                    token.UnitEnd > token.UnitStart
                        ? new Span(_piece, token.UnitStart, token.UnitEnd - token.UnitStart)
                        : null
                );
            case TokenKind.Quoted:
                Take();
                return new QuotedExpression(SpanOf(token), token.Text);
            case TokenKind.Name:
                Take();
                var name = new NameExpression(SpanOf(token), token.Text);
                return Current.Is("(") ? Call(name) : name;
            case TokenKind.Symbol when token.Is("("):
                Take();
                var inner = Whole();
                var close = Expect(")");
                return inner with { Span = SpanOf(token).To(close) };
            default:
                return Unexpected();
        }
    }

    private CallExpression Call(NameExpression name)
    {
        Take();
        var arguments = ImmutableArray.CreateBuilder<Argument>();
        var over = ImmutableArray.CreateBuilder<NameExpression>();
        Expression? where = null;
        Expression? by = null;
        if (!Current.Is(")"))
        {
            do
            {
                arguments.Add(OneArgument());
            } while (TakeIf(","));
            if (TakeIf("over"))
            {
                do
                {
                    over.Add(AxisName());
                } while (TakeIf(","));
            }

            where = TakeIf("where") ? Whole() : null;
            by = TakeIf("by") ? Whole() : null;
        }

        var end = Expect(")");
        return new CallExpression(name.Span.To(end), name, arguments.ToImmutable())
        {
            Over = over.ToImmutable(),
            Where = where,
            By = by,
        };
    }

    private Argument OneArgument()
    {
        if (Current.Kind == TokenKind.Name && _tokens[_at + 1].Is(":"))
        {
            var name = Take();
            Take();
            return new Argument(new NameExpression(SpanOf(name), name.Text), Whole());
        }

        return new Argument(null, Whole());
    }

    private NameExpression AxisName()
    {
        if (Current.Kind == TokenKind.Name)
        {
            var token = Take();
            return new NameExpression(SpanOf(token), token.Text);
        }

        return new NameExpression(Unexpected().Span, "");
    }

    private Token Take() => _tokens[_at].Kind == TokenKind.End ? _tokens[_at] : _tokens[_at++];

    private bool TakeIf(string text)
    {
        var fits = Current.Is(text);
        if (fits)
        {
            Take();
        }

        return fits;
    }

    /// <summary>Takes what must stand here; where it does not, says so once and goes on as if it did.</summary>
    private Span Expect(string text)
    {
        var token = Current;
        if (token.Is(text))
        {
            Take();
        }
        else if (!_stopped)
        {
            _bag.Add(
                Fault.Missing,
                SpanOf(token),
                ("expected", text),
                ("found", token.Kind == TokenKind.End ? "" : token.Text)
            );
            Give();
        }

        return SpanOf(token);
    }

    private Unreadable Unexpected()
    {
        var token = Current;
        if (!_stopped)
        {
            Report(token.Kind == TokenKind.Unreadable ? Fault.UnreadableCharacter : Fault.Unexpected, token);
            Give();
        }

        return new Unreadable(SpanOf(token));
    }

    private Unreadable Stop(Fault fault, params ReadOnlySpan<(string, object)> values)
    {
        var span = SpanOf(Current);
        if (!_stopped)
        {
            _bag.Add(fault, span, values);
            Give();
        }

        return new Unreadable(span);
    }

    /// <summary>One mistake gives one message: what follows the first is passed over.</summary>
    private void Give()
    {
        _stopped = true;
        _at = _tokens.Count - 1;
    }

    private void Report(Fault fault, Token token) => _bag.Add(fault, SpanOf(token), ("text", token.Text));

    private Span SpanOf(Token token) => new(_piece, token.Start, token.Length);
}
