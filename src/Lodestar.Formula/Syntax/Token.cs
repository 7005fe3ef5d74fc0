// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formula.Syntax;

/// <summary>The kinds of token of a formula.</summary>
internal enum TokenKind
{
    End,
    Unreadable,
    Number,
    Name,
    Quoted,
    Symbol,
    Keyword,
}

/// <summary>A token: its text stands from <paramref name="Start"/> on.</summary>
/// <param name="Value">Of a number.</param>
/// <param name="UnitStart">Where the unit of a number starts; equal to <paramref name="UnitEnd"/> when it has none.</param>
internal readonly record struct Token(
    TokenKind Kind,
    int Start,
    int Length,
    string Text,
    double Value = 0,
    int UnitStart = 0,
    int UnitEnd = 0
)
{
    public int End => Start + Length;

    public bool Is(string text) => Kind is TokenKind.Symbol or TokenKind.Keyword && Text == text;
}
