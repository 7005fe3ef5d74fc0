// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Lodestar.Formats.Imports;

/// <summary>A cell of a worksheet as the workbook holds it; numbers are put into words only when asked for.</summary>
internal readonly struct SheetCell(object? value)
{
    public double? Number =>
        value switch
        {
            double d when double.IsFinite(d) => d,
            int i => i,
            _ => null,
        };

    /// <summary>Trimmed; "" for a blank cell.</summary>
    public string Text =>
        value switch
        {
            null => "",
            string text => text.Trim(),
            double d when !double.IsFinite(d) => "",
            double d => d.ToString("R", CultureInfo.InvariantCulture),
            DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };

    public bool IsBlank =>
        value switch
        {
            null => true,
            string text => string.IsNullOrWhiteSpace(text),
            double d => !double.IsFinite(d),
            _ => false,
        };

    /// <summary>A heading's year, as number or text ("1990", "Y_1990"); null for what is none.</summary>
    public int? Year
    {
        get
        {
            if (Number is { } number)
            {
                return number is >= FirstYear and <= LastYear && number == Math.Floor(number) ? (int)number : null;
            }

            var text = Text;
            text = text.StartsWith("Y_", StringComparison.Ordinal) ? text[2..] : text;
            return
                text.Length == 4
                && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                && year is >= FirstYear and <= LastYear
                ? year
                : null;
        }
    }

    private const int FirstYear = 1700;
    private const int LastYear = 2200;
}
