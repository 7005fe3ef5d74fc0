// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using System.Globalization;

namespace Lodestar.Formula.Syntax;

/// <summary>
/// Splits a formula into tokens. A number takes the unit after it: <c>41 m2/person * population</c> is the number
/// <c>41 m2/person</c> times a variable, since a unit goes on over a glued slash and over a space before a word, but
/// never over <c>*</c> or a slash with spaces around it.
/// </summary>
internal static class Lexer
{
    public static readonly FrozenSet<string> Keywords = FrozenSet.Create(
        StringComparer.Ordinal,
        "if",
        "then",
        "else",
        "and",
        "or",
        "not",
        "in",
        "of",
        "over",
        "by",
        "where",
        "to"
    );

    private static readonly string[] Pairs = ["==", "!=", "<=", ">="];
    private const string Singles = "+-*/^()[],:=<>";

    public static List<Token> Split(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            if (at == text.Length)
            {
                tokens.Add(new Token(TokenKind.End, at, 0, ""));
                return tokens;
            }

            var token = Next(text, at);
            tokens.Add(token);
            at = token.End;
        }
    }

    private static Token Next(string text, int at)
    {
        var c = text[at];
        if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
        {
            return Number(text, at);
        }

        if (char.IsLetter(c) || c == '_')
        {
            var end = NameEnd(text, at);
            var name = text[at..end];
            return new Token(Keywords.Contains(name) ? TokenKind.Keyword : TokenKind.Name, at, end - at, name);
        }

        if (c is '\'' or '"')
        {
            var end = text.IndexOf(c, at + 1);
            return end < 0
                ? new Token(TokenKind.Unreadable, at, text.Length - at, text[at..])
                : new Token(TokenKind.Quoted, at, end + 1 - at, text[(at + 1)..end]);
        }

        foreach (var pair in Pairs)
        {
            if (string.CompareOrdinal(text, at, pair, 0, 2) == 0)
            {
                return new Token(TokenKind.Symbol, at, 2, pair);
            }
        }

        return c switch
        {
            '−' => new Token(TokenKind.Symbol, at, 1, "-"),
            '×' or '·' => new Token(TokenKind.Symbol, at, 1, "*"),
            '÷' => new Token(TokenKind.Symbol, at, 1, "/"),
            '≤' => new Token(TokenKind.Symbol, at, 1, "<="),
            '≥' => new Token(TokenKind.Symbol, at, 1, ">="),
            '≠' => new Token(TokenKind.Symbol, at, 1, "!="),
            _ when Singles.Contains(c, StringComparison.Ordinal) => new Token(TokenKind.Symbol, at, 1, c.ToString()),
            _ => new Token(TokenKind.Unreadable, at, 1, text.Substring(at, 1)),
        };
    }

    /// <summary>A name may have parts with dots between them: <c>emissions.heat</c>.</summary>
    private static int NameEnd(string text, int at)
    {
        while (at < text.Length)
        {
            var c = text[at];
            var isDot = c == '.' && at + 1 < text.Length && (char.IsLetter(text[at + 1]) || text[at + 1] == '_');
            if (!char.IsLetterOrDigit(c) && c != '_' && !isDot)
            {
                break;
            }

            at++;
        }

        return at;
    }

    private static Token Number(string text, int start)
    {
        var at = Digits(text, start);
        if (at < text.Length && text[at] == '.')
        {
            at = Digits(text, at + 1);
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            var sign = at + 1 < text.Length && text[at + 1] is '+' or '-' ? 1 : 0;
            var end = Digits(text, at + 1 + sign);
            at = end > at + 1 + sign ? end : at;
        }

        var digits = text[start..at].Replace("_", "", StringComparison.Ordinal);
        var value = double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        var (unitStart, unitEnd) = UnitAfter(text, at);
        var to = unitEnd > unitStart ? unitEnd : at;
        return new Token(TokenKind.Number, start, to - start, text[start..to], value, unitStart, unitEnd);
    }

    private static int Digits(string text, int at)
    {
        while (
            at < text.Length
            && (
                char.IsAsciiDigit(text[at])
                || (text[at] == '_' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))
            )
        )
        {
            at++;
        }

        return at;
    }

    private static (int Start, int End) UnitAfter(string text, int at)
    {
        var start = Spaces(text, at);
        if (start < text.Length && text[start] == '/' && start > at && IsWord(text, start + 1))
        {
            return (start, UnitEnd(text, start + 1));
        }

        // "0.03 1/yr" is how rates are often written.
        if (
            start > at
            && start + 2 < text.Length
            && text[start] == '1'
            && text[start + 1] == '/'
            && IsWord(text, start + 2)
        )
        {
            return (start, UnitEnd(text, start + 2));
        }

        return StartsFactor(text, start) ? (start, UnitEnd(text, start)) : (at, at);
    }

    private static int UnitEnd(string text, int at)
    {
        var end = at;
        while (true)
        {
            end = FactorEnd(text, at);
            if (end < text.Length && text[end] is '/' or '·' && StartsGlued(text, end + 1))
            {
                at = end + 1;
                continue;
            }

            var next = Spaces(text, end);
            if (next > end && IsWord(text, next) && text[next - 1] != '\n')
            {
                at = next;
                continue;
            }

            return end;
        }
    }

    private static bool StartsGlued(string text, int at) => at < text.Length && (text[at] == '(' || IsWord(text, at));

    private static bool StartsFactor(string text, int at) =>
        at < text.Length && (text[at] is '%' or '‰' or '°' or '€' or '£' || IsWord(text, at));

    /// <summary>A word of a unit: not one of the language's own, and not a call.</summary>
    private static bool IsWord(string text, int at)
    {
        if (at >= text.Length || !(char.IsLetter(text[at]) || text[at] is '%' or '€' or '£' or '°'))
        {
            return false;
        }

        var end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return !Keywords.Contains(text[at..end]);
    }

    private static int FactorEnd(string text, int at)
    {
        if (at < text.Length && text[at] == '(')
        {
            var close = text.IndexOf(')', at);
            at = close < 0 ? text.Length : close + 1;
        }
        else
        {
            while (
                at < text.Length
                && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '%' or '‰' or '°' or '€' or '£')
            )
            {
                at++;
            }
        }

        while (at < text.Length && text[at] is '²' or '³' or '¹' or '⁻')
        {
            at++;
        }

        var power = at < text.Length && text[at] == '^' ? at + 1 : at;
        var minus = power < text.Length && text[power] == '-' ? 1 : 0;
        if ((power > at || minus == 1) && power + minus < text.Length && char.IsAsciiDigit(text[power + minus]))
        {
            at = Digits(text, power + minus);
        }

        return at;
    }

    private static int Spaces(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\u00a0' or '\u202f')
        {
            at++;
        }

        return at;
    }
}
