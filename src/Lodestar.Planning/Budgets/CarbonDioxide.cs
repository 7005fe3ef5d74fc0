// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics.CodeAnalysis;
using Lodestar.Planning.Diagnostics;
using Lodestar.Units;

namespace Lodestar.Planning.Budgets;

/// <summary>
/// A mass of CO2, and of nothing else. Carbon budgets are budgets of CO2: what is stated in CO2e has no way in here but
/// through the gas shares of an inventory. <c>default</c> is zero.
/// </summary>
public readonly record struct CarbonDioxide : IComparable<CarbonDioxide>
{
    private static readonly Unit Tonne = Unit.Parse("t CO2");

    private CarbonDioxide(double tonnes) => Tonnes = tonnes;

    public static CarbonDioxide Zero => default;

    /// <summary>t CO2.</summary>
    public double Tonnes { get; }

    /// <summary>Throws <see cref="UnitMismatchException"/> for anything but a mass of CO2: for figures of our own tables.</summary>
    public static CarbonDioxide Of(Quantity mass) => new(mass.To(Tonne).Value);

    /// <summary>Reads a stated amount; false, with the reason, for CO2e, for other gases and for what is no mass.</summary>
    public static bool TryOf(
        Quantity mass,
        Place place,
        out CarbonDioxide amount,
        [NotNullWhen(false)] out Diagnostic? refusal
    )
    {
        var fits = mass.TryTo(Tonne, out var tonnes);
        amount = fits ? new CarbonDioxide(tonnes.Value) : default;
        refusal = fits ? null : BudgetDiagnostics.NotCarbonDioxide(mass, place);
        return fits;
    }

    /// <summary>In the largest of Gt, Mt, kt and t that leaves a whole part.</summary>
    public Quantity ToQuantity()
    {
        var size = Math.Abs(Tonnes);
        var unit = Unit.Parse(
            size >= 1e9 ? "Gt CO2"
            : size >= 1e6 ? "Mt CO2"
            : size >= 1e3 ? "kt CO2"
            : "t CO2"
        );
        return In(unit);
    }

    public Quantity In(Unit unit) => new Quantity(Tonnes, Tonne).To(unit);

    public int CompareTo(CarbonDioxide other) => Tonnes.CompareTo(other.Tonnes);

    public static CarbonDioxide Sum(IEnumerable<CarbonDioxide> amounts) => new(amounts.Sum(a => a.Tonnes));

    public static CarbonDioxide operator +(CarbonDioxide left, CarbonDioxide right) => new(left.Tonnes + right.Tonnes);

    public static CarbonDioxide operator -(CarbonDioxide left, CarbonDioxide right) => new(left.Tonnes - right.Tonnes);

    public static CarbonDioxide operator *(CarbonDioxide left, double right) => new(left.Tonnes * right);

    public static CarbonDioxide operator *(double left, CarbonDioxide right) => new(left * right.Tonnes);

    /// <summary>How many times the one is the other; infinite or NaN over zero, as with doubles.</summary>
    public static double operator /(CarbonDioxide left, CarbonDioxide right) => left.Tonnes / right.Tonnes;

    public static bool operator <(CarbonDioxide left, CarbonDioxide right) => left.Tonnes < right.Tonnes;

    public static bool operator >(CarbonDioxide left, CarbonDioxide right) => left.Tonnes > right.Tonnes;

    public static bool operator <=(CarbonDioxide left, CarbonDioxide right) => left.Tonnes <= right.Tonnes;

    public static bool operator >=(CarbonDioxide left, CarbonDioxide right) => left.Tonnes >= right.Tonnes;
}
