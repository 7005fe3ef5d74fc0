// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Lodestar.Units;

/// <summary>
/// A value with its unit. The default is 0 of <see cref="Unit.One"/>. Two quantities are equal when value and unit are: 1 kt does not
/// equal 1000 t, although neither is less than the other.
/// </summary>
/// <param name="Value">Any double; arithmetic follows IEEE 754.</param>
/// <param name="Unit">The unit; null counts as <see cref="Unit.One"/>.</param>
public readonly record struct Quantity(double Value, Unit Unit)
{
    // Kept null for One so that the default value equals 0 of One.
    private readonly Unit? unit = Trim(Unit);

    /// <summary>The unit.</summary>
    public Unit Unit
    {
        get => unit ?? Unit.One;
        init => unit = Trim(value);
    }

    /// <summary>Reads a number and a unit: <c>1234.5 kt CO2</c>, <c>12 000 t</c>, <c>80 %</c>, <c>3</c>. Never throws on any text.</summary>
    /// <param name="text">A decimal point, no decimal comma; spaces, thin spaces and underscores may part thousands; <c>1.2e6</c> and <c>1.2 x 10^6</c> are read.</param>
    /// <param name="assumed">The metric set for CO2e where the text states none; null leaves it unstated.</param>
    /// <returns>The quantity, or the fault with its place.</returns>
    public static QuantityReading Read(string text, GwpSet? assumed = null) =>
        UnitTable.Default.ReadQuantity(text, assumed);

    /// <summary>A plain number, which is in the unit then, or an amount in a unit of the same dimension. Never throws on any text.</summary>
    /// <param name="text">"40", "40 %", "1.2 GWh".</param>
    /// <param name="unit">The unit of the answer.</param>
    /// <returns>The finite number; null where the text is neither.</returns>
    public static double? NumberIn(string text, Unit unit)
    {
        var number =
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var plain) ? plain
            : Read(text).Quantity is { } stated && stated.TryTo(unit, out var converted) ? converted.Value
            : double.NaN;
        return double.IsFinite(number) ? number : null;
    }

    /// <summary>The same quantity in another unit.</summary>
    /// <param name="target">A unit of the same dimension.</param>
    /// <returns>The converted quantity.</returns>
    /// <exception cref="UnitMismatchException">The dimensions differ.</exception>
    public Quantity To(Unit target) => new(Value * Unit.FactorTo(target), target);

    /// <summary>The same quantity in another unit, when it can be.</summary>
    /// <param name="target">A unit.</param>
    /// <param name="converted">The converted quantity; the default when the answer is false.</param>
    /// <returns>False when the dimensions differ.</returns>
    public bool TryTo(Unit target, out Quantity converted)
    {
        var fits = Unit.TryFactorTo(target, out var factor);
        converted = fits ? new(Value * factor, target) : default;
        return fits;
    }

    /// <summary>The same quantity in the tidy unit of <see cref="Unit.Simplify"/>.</summary>
    /// <returns>The converted quantity.</returns>
    public Quantity Simplify() => To(Unit.Simplify());

    /// <summary>The sum, in the unit of the left.</summary>
    /// <param name="left">A quantity.</param>
    /// <param name="right">A quantity of the same dimension.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="UnitMismatchException">The dimensions differ, as those of t CO2 and t CO2e do.</exception>
    public static Quantity operator +(Quantity left, Quantity right) =>
        new(left.Value + right.In(left.Unit), left.Unit);

    /// <summary>The difference, in the unit of the left.</summary>
    /// <param name="left">A quantity.</param>
    /// <param name="right">A quantity of the same dimension.</param>
    /// <returns>The difference.</returns>
    /// <exception cref="UnitMismatchException">The dimensions differ.</exception>
    public static Quantity operator -(Quantity left, Quantity right) =>
        new(left.Value - right.In(left.Unit), left.Unit);

    /// <summary>The same amount below zero.</summary>
    /// <param name="value">A quantity.</param>
    /// <returns>The negated quantity.</returns>
    public static Quantity operator -(Quantity value) => new(-value.Value, value.Unit);

    /// <summary>The product, units included.</summary>
    /// <param name="left">A quantity.</param>
    /// <param name="right">A quantity.</param>
    /// <returns>The product.</returns>
    /// <exception cref="OverflowException">The unit is beyond what can be calculated with.</exception>
    public static Quantity operator *(Quantity left, Quantity right) =>
        new(left.Value * right.Value, left.Unit * right.Unit);

    /// <summary>The quotient, units included.</summary>
    /// <param name="left">The quantity divided.</param>
    /// <param name="right">The quantity divided by.</param>
    /// <returns>The quotient; infinite or NaN for a divisor of zero, as with doubles.</returns>
    /// <exception cref="OverflowException">The unit is beyond what can be calculated with.</exception>
    public static Quantity operator /(Quantity left, Quantity right) =>
        new(left.Value / right.Value, left.Unit / right.Unit);

    /// <summary>A multiple.</summary>
    /// <param name="left">A quantity.</param>
    /// <param name="right">A pure number.</param>
    /// <returns>The multiple in the same unit.</returns>
    public static Quantity operator *(Quantity left, double right) => new(left.Value * right, left.Unit);

    /// <summary>A multiple.</summary>
    /// <param name="left">A pure number.</param>
    /// <param name="right">A quantity.</param>
    /// <returns>The multiple in the same unit.</returns>
    public static Quantity operator *(double left, Quantity right) => new(left * right.Value, right.Unit);

    /// <summary>A part.</summary>
    /// <param name="left">A quantity.</param>
    /// <param name="right">A pure number.</param>
    /// <returns>The part in the same unit.</returns>
    public static Quantity operator /(Quantity left, double right) => new(left.Value / right, left.Unit);

    /// <summary>Compares amounts after conversion to the unit of the left.</summary>
    /// <param name="left">A quantity.</param>
    /// <param name="right">A quantity of the same dimension.</param>
    /// <returns>True when the left amount is smaller.</returns>
    /// <exception cref="UnitMismatchException">The dimensions differ.</exception>
    public static bool operator <(Quantity left, Quantity right) => left.Value < right.In(left.Unit);

    /// <summary>Compares amounts after conversion to the unit of the left.</summary>
    /// <param name="left">A quantity.</param>
    /// <param name="right">A quantity of the same dimension.</param>
    /// <returns>True when the left amount is larger.</returns>
    /// <exception cref="UnitMismatchException">The dimensions differ.</exception>
    public static bool operator >(Quantity left, Quantity right) => left.Value > right.In(left.Unit);

    /// <summary>Compares amounts after conversion to the unit of the left.</summary>
    /// <param name="left">A quantity.</param>
    /// <param name="right">A quantity of the same dimension.</param>
    /// <returns>True when the left amount is not larger.</returns>
    /// <exception cref="UnitMismatchException">The dimensions differ.</exception>
    public static bool operator <=(Quantity left, Quantity right) => left.Value <= right.In(left.Unit);

    /// <summary>Compares amounts after conversion to the unit of the left.</summary>
    /// <param name="left">A quantity.</param>
    /// <param name="right">A quantity of the same dimension.</param>
    /// <returns>True when the left amount is not smaller.</returns>
    /// <exception cref="UnitMismatchException">The dimensions differ.</exception>
    public static bool operator >=(Quantity left, Quantity right) => left.Value >= right.In(left.Unit);

    /// <summary>The number in the shortest form that reads back to the same double, and the symbol: <c>1234.5 kt CO2</c>; the number alone for pure numbers.</summary>
    /// <returns>ASCII text that <see cref="Read"/> reads back, unless the value is infinite or NaN.</returns>
    public override string ToString()
    {
        var number = Value.ToString("R", CultureInfo.InvariantCulture);
        return unit is null ? number : number + " " + unit.Symbol;
    }

    private double In(Unit target) => Value * Unit.FactorTo(target);

    private static Unit? Trim(Unit? unit) =>
        unit is null || ReferenceEquals(unit, Unit.One) || unit.Equals(Unit.One) ? null : unit;
}
