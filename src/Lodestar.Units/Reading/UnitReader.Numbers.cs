// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Units;

/// <summary>Numbers inside a unit, only powers of ten so that the algebra stays exact, and exponents.</summary>
internal sealed partial class UnitReader
{
    private Part? Number()
    {
        var start = position;
        if (
            text.AsSpan(start).StartsWith("10")
            && !IsDigit(start + 2)
            && start + 2 < text.Length
            && (text[start + 2] == '^' || text.AsSpan(start + 2).StartsWith("**"))
        )
        {
            position = start + 2;
            return Exponent(canBeGlued: false) is not { } power ? null : Ten(power, start);
        }
        var end = NumberScanner.End(text, start, allowComma: true);
        position = end;
        if (NumberScanner.PowerOfTen(text.AsSpan(start, end - start)) is { } fold)
        {
            return new(Unit.One, null, fold);
        }
        Fail(UnitFaultKind.BadMultiplier, start, end);
        return null;
    }

    private Part? Ten(int power, int start)
    {
        if (Unit.TenToThe(power) is { } ten)
        {
            return new(ten, null, 0);
        }
        Fail(UnitFaultKind.OutOfRange, start, position);
        return null;
    }

    /// <summary><c>^2</c>, <c>**2</c>, <c>^(-2)</c>, and glued to a symbol <c>2</c> and <c>-2</c>; 1 when there is none.</summary>
    private int? Exponent(bool canBeGlued)
    {
        var start = position;
        var p = position;
        var marked = true;
        if (Current == '^')
        {
            p++;
        }
        else if (Current == '*' && p + 1 < text.Length && text[p + 1] == '*')
        {
            p += 2;
        }
        else if (canBeGlued && (char.IsAsciiDigit(Current) || (Current == '-' && IsDigit(p + 1))))
        {
            marked = false;
        }
        else
        {
            return 1;
        }
        var parenthesis = marked && p < text.Length && text[p] == '(';
        p += parenthesis ? 1 : 0;
        var negative = p < text.Length && text[p] == '-';
        p += p < text.Length && text[p] is '-' or '+' ? 1 : 0;
        var (value, digits) = (0, 0);
        for (; IsDigit(p); p++, digits++)
        {
            value = Math.Min((value * 10) + (text[p] - '0'), 1000);
        }
        var closed = !parenthesis || (p < text.Length && text[p] == ')');
        p += parenthesis && closed ? 1 : 0;
        var fraction = p < text.Length && text[p] == '.' && IsDigit(p + 1);
        while (fraction && IsDigit(p + 1))
        {
            p++;
        }
        p += fraction ? 1 : 0;
        position = Math.Max(p, start + 1);
        if (digits == 0 || !closed || fraction || value is 0 or > Unit.MaxPower)
        {
            Fail(UnitFaultKind.BadExponent, start, Math.Min(position, text.Length));
            return null;
        }
        return negative ? -value : value;
    }
}
