// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Lodestar.Units;

/// <summary>
/// A positive factor kept as mantissa times a power of ten, so that a conversion between decimal multiples is one exact step:
/// g to t is 10^-6, not 0.001/1000.
/// </summary>
internal readonly record struct DecimalScale(double Mantissa, int Ten)
{
    // Wide enough for any unit that means something, tight enough that a ratio of two scales stays a finite double.
    private const double LargestMantissa = 1e50;
    private const int LargestTen = 100;

    internal static DecimalScale One { get; } = new(1, 0);

    internal bool IsUsable =>
        Mantissa is > 1 / LargestMantissa and < LargestMantissa && Ten is >= -LargestTen and <= LargestTen;

    internal double Value => Compose(Mantissa, Ten);

    internal double RatioTo(DecimalScale other) => Compose(Mantissa / other.Mantissa, Ten - other.Ten);

    internal DecimalScale Times(DecimalScale factor, int power)
    {
        var mantissa = Mantissa;
        for (var i = 0; i < Math.Abs(power) && factor.Mantissa != 1; i++)
        {
            mantissa = power > 0 ? mantissa * factor.Mantissa : mantissa / factor.Mantissa;
        }
        return new(mantissa, checked(Ten + (factor.Ten * power)));
    }

    /// <summary>Evaluates a table cell such as <c>0.45359237*4186.8*5/9</c> in decimal arithmetic.</summary>
    internal static DecimalScale FromCell(string cell)
    {
        decimal above = 1,
            below = 1;
        var start = 0;
        for (var i = 1; i <= cell.Length; i++)
        {
            if (i < cell.Length && cell[i] is not ('*' or '/'))
            {
                continue;
            }
            var divides = start > 0 && cell[start - 1] == '/';
            var value = decimal.Parse(
                cell.AsSpan(start, i - start),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture
            );
            (above, below) = divides ? (above, below * value) : (above * value, below);
            start = i + 1;
        }
        return FromDecimal(above / below);
    }

    private static DecimalScale FromDecimal(decimal value)
    {
        var ten = 0;
        while (value != decimal.Truncate(value) && ten > -28)
        {
            value *= 10;
            ten--;
        }
        while (value % 10 == 0)
        {
            value /= 10;
            ten++;
        }
        return new((double)value, ten);
    }

    private static double Compose(double mantissa, int ten) =>
        ten >= 0 ? mantissa * PowerOfTen(ten) : mantissa / PowerOfTen(-ten);

    private static double PowerOfTen(int n) => Math.Pow(10, n);
}
