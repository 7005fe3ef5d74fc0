// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Units;

/// <summary>Where a decimal number ends, and what power of ten it is.</summary>
internal static class NumberScanner
{
    private const int LargestPower = 30;

    /// <summary>The end of digits with thousands parted by a space, underscore or apostrophe, a decimal part and an exponent.</summary>
    internal static int End(string text, int start, bool allowComma)
    {
        var p = Digits(text, start);
        // A first group of more than three digits is not parted: 1000 100 is not a number.
        var parted = p - start is >= 1 and <= 3;
        while (
            parted
            && p < text.Length
            && (text[p] is ' ' or '_' or '\'' || (allowComma && text[p] == ','))
            && Digits(text, p + 1) == p + 4
        )
        {
            p += 4;
        }
        if (p < text.Length && text[p] == '.' && Digits(text, p + 1) > p + 1)
        {
            p = Digits(text, p + 1);
        }
        if (p < text.Length && text[p] is 'e' or 'E')
        {
            var sign = p + 1 < text.Length && text[p + 1] is '-' or '+' ? 1 : 0;
            var end = Digits(text, p + 1 + sign);
            p = end > p + 1 + sign ? end : p;
        }
        return p;
    }

    /// <summary>The n of 10^n for <c>1000</c>, <c>0.01</c>, <c>1 000 000</c>, <c>1e6</c>; null for any other number.</summary>
    internal static int? PowerOfTen(ReadOnlySpan<char> number)
    {
        var (after, seen, point, power) = (0, false, false, 0);
        for (var i = 0; i < number.Length; i++)
        {
            var c = number[i];
            if (c is 'e' or 'E')
            {
                var written = number[(i + 1)..];
                if (
                    written.Length > 3
                    || !int.TryParse(
                        written,
                        System.Globalization.NumberStyles.AllowLeadingSign,
                        System.Globalization.CultureInfo.InvariantCulture,
                        out power
                    )
                )
                {
                    return null;
                }
                break;
            }
            if (c == '.')
            {
                point = true;
            }
            else if (char.IsAsciiDigit(c))
            {
                if (c > '1' || (c == '1' && seen))
                {
                    return null;
                }
                after += point && (!seen || c == '1') ? -1 : 0;
                after += !point && seen ? 1 : 0;
                seen |= c == '1';
            }
        }
        var result = after + power;
        return seen && Math.Abs(result) <= LargestPower ? result : null;
    }

    private static int Digits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }
        return at;
    }
}
