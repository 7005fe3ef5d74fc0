// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;

namespace Lodestar.Units;

/// <summary>Writes a unit: positive powers in their order, then one division with parentheses where several units are below it.</summary>
internal static class UnitWriter
{
    internal enum Form
    {
        Ascii,
        Display,
    }

    internal static string Write(ReadOnlySpan<UnitTerm> terms, int tens, Form form)
    {
        if (terms.Length == 0 && tens == 0)
        {
            return "1";
        }
        var text = new StringBuilder();
        if (tens != 0)
        {
            var exponent = tens.ToString(CultureInfo.InvariantCulture);
            text.Append("10").Append(form == Form.Ascii ? "^" + exponent : Superscript(exponent));
        }
        var below = 0;
        foreach (var term in terms)
        {
            below += term.Power < 0 ? 1 : 0;
            if (term.Power > 0)
            {
                // The power of ten is kept apart by a space even for people: 10⁶ m³.
                Separate(text, form, afterTens: tens != 0);
                Append(text, term.Atom, term.Power, form);
                tens = 0;
            }
        }
        if (below == 0)
        {
            return text.ToString();
        }
        text.Append(text.Length == 0 ? "1" : "").Append(below == 1 ? "/" : "/(");
        var start = text.Length;
        foreach (var term in terms)
        {
            if (term.Power < 0)
            {
                if (text.Length > start)
                {
                    Separate(text, form, afterTens: false);
                }
                Append(text, term.Atom, -term.Power, form);
            }
        }
        return text.Append(below == 1 ? "" : ")").ToString();
    }

    internal static string Subscript(string digits) =>
        string.Create(
            digits.Length,
            digits,
            (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = (char)('₀' + (source[i] - '0'));
                }
            }
        );

    private static string Superscript(string number) =>
        string.Create(
            number.Length,
            number,
            (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = source[i] == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[source[i] - '0'];
                }
            }
        );

    private static void Separate(StringBuilder text, Form form, bool afterTens)
    {
        if (text.Length > 0)
        {
            text.Append(form == Form.Ascii || afterTens ? ' ' : '·');
        }
    }

    private static void Append(StringBuilder text, UnitAtom atom, int power, Form form)
    {
        var name = form == Form.Ascii ? atom.Symbol : atom.Display;
        var exponent = power.ToString(CultureInfo.InvariantCulture);
        if (power == 1)
        {
            text.Append(name);
        }
        else if (atom.TakesGluedExponent)
        {
            text.Append(name).Append(form == Form.Ascii ? exponent : Superscript(exponent));
        }
        else
        {
            text.Append('(')
                .Append(name)
                .Append(')')
                .Append(form == Form.Ascii ? "^" + exponent : Superscript(exponent));
        }
    }
}
