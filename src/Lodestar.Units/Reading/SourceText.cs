// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Lodestar.Units;

/// <summary>
/// A text with the many ways of writing brought to one: raised digits become <c>^2</c>, lowered digits plain ones, all spaces
/// a space, all dots and crosses of multiplication <c>*</c>, all dashes <c>-</c>. It remembers where each character came from.
/// </summary>
internal sealed class SourceText
{
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉";
    private readonly int[] origins;

    private SourceText(string original, string text, int[] origins)
    {
        Original = original;
        Text = text;
        this.origins = origins;
    }

    internal string Original { get; }

    internal string Text { get; }

    internal static SourceText Of(string original)
    {
        var text = new StringBuilder(original.Length + 8);
        var origins = new List<int>(original.Length + 8);
        var inExponent = false;
        for (var i = 0; i < original.Length && i <= UnitTable.MaxLength; i++)
        {
            var c = original[i];
            var raised = Raised.IndexOf(c, StringComparison.Ordinal);
            var isRaised = raised >= 0 || c is '⁻' or '⁺';
            if (isRaised && !inExponent)
            {
                text.Append('^');
                origins.Add(i);
            }
            inExponent = isRaised;
            text.Append(
                isRaised
                    ? (
                        raised >= 0 ? (char)('0' + raised)
                        : c == '⁻' ? '-'
                        : '+'
                    )
                    : Plain(c)
            );
            origins.Add(i);
        }
        return new(original, text.ToString(), origins.ToArray());
    }

    internal UnitFault Fault(UnitFaultKind kind, int start, int end, IReadOnlyList<string>? suggestions = null)
    {
        var offset = start < origins.Length ? origins[start] : Original.Length;
        var stop =
            end <= start ? offset
            : end < origins.Length ? origins[end]
            : Original.Length;
        // The caret put in front of a raised digit comes from the digit itself.
        stop = end > start && stop == offset ? offset + 1 : stop;
        return new(kind, Original[offset..stop], offset, stop - offset, suggestions ?? []);
    }

    private static char Plain(char c)
    {
        var lowered = Lowered.IndexOf(c, StringComparison.Ordinal);
        if (lowered >= 0)
        {
            return (char)('0' + lowered);
        }
        return c switch
        {
            '·' or '⋅' or '∙' or '•' or '×' or '✕' or '⨯' => '*',
            '−' or '‐' or '‑' or '–' or '—' => '-',
            '÷' or '⁄' or '∕' => '/',
            'µ' or 'μ' => 'u',
            'ₑ' => 'e',
            'ₓ' => 'x',
            '\u200B' or '\u2060' or '\uFEFF' => ' ',
            _ => char.IsWhiteSpace(c) ? ' ' : c,
        };
    }
}
