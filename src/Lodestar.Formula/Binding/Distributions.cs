// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Problems;
using Lodestar.Formula.Syntax;
using Lodestar.Formula.Text;
using Lodestar.Units;

namespace Lodestar.Formula.Binding;

/// <summary>
/// Reads distributions: <c>normal(112, 8)</c>, <c>triangular(700, 899, 1100) EUR_2020/kW</c>, <c>0.28 to 0.42</c>. Their
/// numbers are in the unit of the variable, in the unit after the parenthesis, or state their own.
/// </summary>
internal static class Distributions
{
    public static readonly ImmutableArray<string> Names =
    [
        "normal",
        "lognormal",
        "triangular",
        "uniform",
        "beta",
        "discrete",
        "empirical",
    ];

    /// <summary>Which numbers of a distribution are pure: factors, shapes and weights.</summary>
    private static bool IsPure(string name, int place) =>
        name switch
        {
            "lognormal" => place == 1,
            "beta" => place < 2,
            "discrete" => place % 2 == 1,
            _ => false,
        };

    public static bool IsName(string name) => Names.Contains(name);

    public static bool IsDistribution(Piece piece) => Split(piece) is not null;

    /// <summary>The unit a distribution states, or that of pure numbers.</summary>
    public static Unit? UnitOf(Piece piece, ProblemBag bag)
    {
        var parts = Split(piece)!;
        if (parts.Unit is { } after)
        {
            return UnitText.Read(after, bag);
        }

        var first = parts.Numbers.FirstOrDefault();
        return first.UnitEnd > first.UnitStart
            ? UnitText.Read(new Span(piece, first.UnitStart, first.UnitEnd - first.UnitStart), bag)
            : Unit.One;
    }

    public static Distribution? Read(Piece piece, Unit unit, ProblemBag bag)
    {
        var parts = Split(piece)!;
        var inside = unit;
        if (parts.Unit is { } after)
        {
            if (UnitText.Read(after, bag) is not { } stated)
            {
                return null;
            }

            if (!stated.CompatibleWith(unit))
            {
                bag.Add(
                    Fault.UnitOfVariable,
                    after,
                    ("given", stated.Symbol),
                    ("wanted", unit.Symbol),
                    ("extra", UnitText.Extra(stated, unit) ?? "")
                );
                return null;
            }

            inside = stated;
        }

        var numbers = new List<double>();
        foreach (var token in parts.Numbers)
        {
            var isPure = IsPure(parts.Name, numbers.Count);
            var own = isPure ? Unit.One : inside;
            var value = token.Value;
            if (token.UnitEnd > token.UnitStart)
            {
                var span = new Span(piece, token.UnitStart, token.UnitEnd - token.UnitStart);
                if (UnitText.Read(span, bag) is not { } stated)
                {
                    return null;
                }

                if (!stated.CompatibleWith(isPure ? Unit.One : unit))
                {
                    bag.Add(
                        Fault.UnitOfVariable,
                        span,
                        ("given", stated.Symbol),
                        ("wanted", (isPure ? Unit.One : unit).Symbol),
                        ("extra", "")
                    );
                    return null;
                }

                own = stated;
            }

            numbers.Add(value * own.FactorTo(isPure ? Unit.One : unit));
        }

        var span0 = Span.Of(piece);
        if (parts.IsBroken)
        {
            bag.Add(Fault.Unexpected, span0, ("text", piece.Text));
            return null;
        }

        return Create(parts.Name, numbers, span0, bag);
    }

    private static Distribution? Create(string name, List<double> numbers, Span span, ProblemBag bag)
    {
        var (wanted, fits) = name switch
        {
            "to" or "normal" or "uniform" or "lognormal" => ("2", numbers.Count == 2),
            "triangular" => ("3", numbers.Count == 3),
            "beta" => ("4", numbers.Count is 2 or 4),
            "discrete" => ("2", numbers.Count >= 2 && numbers.Count % 2 == 0),
            _ => ("2", numbers.Count >= 2),
        };
        if (!fits)
        {
            bag.Add(Fault.ArgumentCount, span, ("function", name), ("wanted", wanted), ("given", numbers.Count));
            return null;
        }

        var fault = DistributionFault.None;
        Distribution? distribution = name switch
        {
            "to" => Interval.Create(numbers[0], numbers[1], out fault),
            "normal" => Normal.Create(numbers[0], numbers[1], out fault),
            "lognormal" => Lognormal.Create(numbers[0], numbers[1], out fault),
            "uniform" => Uniform.Create(numbers[0], numbers[1], out fault),
            "triangular" => Triangular.Create(numbers[0], numbers[1], numbers[2], out fault),
            "beta" when numbers.Count == 2 => Beta.Create(numbers[0], numbers[1], 0, 1, out fault),
            "beta" => Beta.Create(numbers[0], numbers[1], numbers[2], numbers[3], out fault),
            "discrete" => Discrete.Create(
                [.. numbers.Where((_, i) => i % 2 == 0)],
                [.. numbers.Where((_, i) => i % 2 == 1)],
                out fault
            ),
            _ => Empirical.Create([.. numbers], out fault),
        };
        if (distribution is null)
        {
            bag.Add(Fault.BadDistribution, span, ("function", name), ("why", fault.ToString()));
        }

        return distribution;
    }

    private sealed record Parts(string Name, List<Token> Numbers, Span? Unit, bool IsBroken);

    /// <summary>Null when the text is something else, such as a formula.</summary>
    private static Parts? Split(Piece piece)
    {
        if (piece.Text.Length > Parser.MostCharacters)
        {
            return null;
        }

        var tokens = Lexer.Split(piece.Text);
        if (tokens is [{ Kind: TokenKind.Name, Text: var name }, var open, ..] && IsName(name) && open.Is("("))
        {
            return Call(piece, name, tokens);
        }

        var numbers = new List<Token>();
        var at = 0;
        for (var side = 0; side < 2; side++)
        {
            var sign = 1;
            if (tokens[at].Is("-"))
            {
                (sign, at) = (-1, at + 1);
            }

            if (tokens[at].Kind != TokenKind.Number)
            {
                return null;
            }

            numbers.Add(tokens[at] with { Value = sign * tokens[at].Value });
            at++;
            if (side == 0 && !tokens[at++].Is("to"))
            {
                return null;
            }
        }

        // "180 to 420 EUR/m2", "10 % to 20": one unit serves both.
        var stated = numbers.FindIndex(n => n.UnitEnd > n.UnitStart);
        Span? unit = null;
        if (stated >= 0 && numbers.Count(n => n.UnitEnd > n.UnitStart) == 1)
        {
            var of = numbers[stated];
            unit = new Span(piece, of.UnitStart, of.UnitEnd - of.UnitStart);
            numbers[stated] = of with { UnitEnd = of.UnitStart };
        }

        return new Parts("to", numbers, unit, tokens[at].Kind != TokenKind.End);
    }

    private static Parts? Call(Piece piece, string name, List<Token> tokens)
    {
        var numbers = new List<Token>();
        var at = 2;
        var isBroken = false;
        while (!tokens[at].Is(")") && tokens[at].Kind != TokenKind.End)
        {
            var sign = 1;
            if (tokens[at].Is("-"))
            {
                (sign, at) = (-1, at + 1);
            }

            if (tokens[at].Kind != TokenKind.Number)
            {
                isBroken = true;
                break;
            }

            numbers.Add(tokens[at] with { Value = sign * tokens[at].Value });
            at++;
            if (tokens[at].Is(",") || (name == "discrete" && tokens[at].Is(":")))
            {
                at++;
            }
            else if (!tokens[at].Is(")"))
            {
                isBroken = true;
                break;
            }
        }

        var close = tokens[at];
        isBroken |= !close.Is(")");
        var rest = piece.Text[Math.Min(close.End, piece.Text.Length)..];
        var start = close.End + (rest.Length - rest.TrimStart().Length);
        var length = rest.Trim().Length;
        if (!isBroken && length > 0 && tokens[at + 1].Kind == TokenKind.Symbol && !tokens[at + 1].Is("/"))
        {
            return null;
        }

        return new Parts(name, numbers, length > 0 && !isBroken ? new Span(piece, start, length) : null, isBroken);
    }
}
