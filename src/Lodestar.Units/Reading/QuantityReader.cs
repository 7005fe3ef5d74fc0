// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Lodestar.Units;

/// <summary>Reads a number and the unit after it.</summary>
internal static class QuantityReader
{
    internal static QuantityReading Read(UnitTable table, SourceText source, GwpSet? assumed)
    {
        var text = source.Text;
        if (source.Original.Length > UnitTable.MaxLength)
        {
            return new(null, new UnitReader(table, source, assumed).ReadAll(0).Fault);
        }
        var start = Skip(text, 0);
        if (start == text.Length)
        {
            return new(null, source.Fault(UnitFaultKind.Empty, start, start));
        }
        var digits = start + (text[start] is '-' or '+' ? 1 : 0);
        var end =
            digits < text.Length && char.IsAsciiDigit(text[digits])
                ? NumberScanner.End(text, digits, allowComma: false)
                : digits;
        if (end == digits)
        {
            return new(null, source.Fault(UnitFaultKind.MissingNumber, start, start));
        }
        if (end + 1 < text.Length && text[end] == ',' && char.IsAsciiDigit(text[end + 1]))
        {
            return new(null, Comma(source, start, end));
        }
        var written = text[start..end]
            .Replace(" ", "", StringComparison.Ordinal)
            .Replace("_", "", StringComparison.Ordinal)
            .Replace("'", "", StringComparison.Ordinal);
        var value = double.Parse(written, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value))
        {
            return new(null, source.Fault(UnitFaultKind.OutOfRange, start, end));
        }
        var unitStart = Skip(text, end);
        if (unitStart == text.Length)
        {
            return new(new Quantity(value, Unit.One), null);
        }
        // 1.2 x 10^6 t: the power of ten belongs to the unit.
        var times =
            text[unitStart] == '*'
            || (text[unitStart] is 'x' && unitStart + 1 < text.Length && text[unitStart + 1] == ' ');
        var (unit, fault) = new UnitReader(table, source, assumed).ReadAll(times ? unitStart + 1 : unitStart);
        return new(unit is null ? null : new Quantity(value, unit), fault);
    }

    /// <summary>A comma is a decimal sign to some and parts thousands to others: both readings are offered.</summary>
    private static UnitFault Comma(SourceText source, int start, int comma)
    {
        var text = source.Text;
        var end = comma + 1;
        var groups = true;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is ',' or '.'))
        {
            end++;
        }
        foreach (var group in text[(comma + 1)..end].Split('.')[0].Split(','))
        {
            groups &= group.Length == 3;
        }
        var whole = text[start..end];
        var asDecimal =
            whole.Count(c => c == ',') == 1 && !whole.Contains('.', StringComparison.Ordinal)
                ? whole.Replace(',', '.')
                : null;
        var asGroups = groups && comma - start <= 4 ? whole.Replace(",", "", StringComparison.Ordinal) : null;
        string[] readings = (asDecimal, asGroups) switch
        {
            (not null, not null) => [asGroups, asDecimal],
            (not null, null) => [asDecimal],
            (null, not null) => [asGroups],
            _ => [],
        };
        return source.Fault(UnitFaultKind.CommaInNumber, start, end, readings);
    }

    private static int Skip(string text, int at)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }
        return at;
    }
}
