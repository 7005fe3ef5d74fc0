// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Lodestar.Planning.Messages;

/// <summary>
/// Writes numbers for people: no more digits than they deserve (three significant ones, but never fewer than the whole
/// part), the language's separators, and a narrow no-break space before the unit (in French a whole one before "%").
/// </summary>
public sealed class NumberText(string language)
{
    /// <summary>U+202F.</summary>
    public const char NarrowSpace = '\u202f';

    private const char FullSpace = '\u00a0';

    private readonly NumberFormatInfo _format = FormatOf(language);

    public string Number(double value)
    {
        var size = Math.Abs(value);
        var decimals = size switch
        {
            0 => 0,
            >= 99.95 => 0,
            >= 9.995 => 1,
            >= 0.9995 => 2,
            >= 0.001 => 2 - (int)Math.Floor(Math.Log10(size)),
            _ => -1,
        };
        var text = decimals < 0 ? value.ToString("0.##E0", _format) : value.ToString($"N{decimals}", _format);
        if (decimals > 0)
        {
            text = text.TrimEnd('0').TrimEnd(_format.NumberDecimalSeparator.ToCharArray());
        }

        return text.Replace('-', '\u2212');
    }

    /// <summary>With as many decimals as asked for, zeros too: 2 with one is "2.0".</summary>
    public string Fixed(double value, int decimals)
    {
        // Adding zero takes the sign from a negative zero.
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero) + 0.0;
        return rounded.ToString($"N{decimals}", _format).Replace('-', '\u2212');
    }

    public string Amount(double value, string unit) =>
        unit is "" or "1" ? Number(value) : $"{Number(value)}{NarrowSpace}{unit}";

    /// <summary>0.363 → "36.3 %".</summary>
    public string Percent(double fraction) =>
        $"{Number(fraction * 100)}{(language == "fr" ? FullSpace : NarrowSpace)}%";

    private static NumberFormatInfo FormatOf(string language)
    {
        var format = (NumberFormatInfo)NumberFormatInfo.InvariantInfo.Clone();
        if (language == "fr")
        {
            format.NumberGroupSeparator = NarrowSpace.ToString();
            format.NumberDecimalSeparator = ",";
        }

        return format;
    }
}
