// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Units;

/// <summary>The one explicit way between mass of carbon and mass of carbon dioxide.</summary>
public static class Carbon
{
    /// <summary>t CO2 per t C: exactly 44/12, the convention of the IPCC inventory guidelines and the Global Carbon Budget (3.664 there is the same ratio from unrounded atomic weights).</summary>
    public const double CO2PerCarbon = 44.0 / 12.0;

    /// <summary>Converts a mass of carbon, or anything per or times it such as <c>MtC/yr</c>, to CO2.</summary>
    /// <param name="massOfCarbon">A quantity that carries carbon to the first power.</param>
    /// <returns>The quantity with C replaced by CO2 in its unit and the value times 44/12.</returns>
    /// <exception cref="UnitMismatchException">The unit carries no carbon, or not to the first power.</exception>
    public static Quantity ToCO2(Quantity massOfCarbon) =>
        new(massOfCarbon.Value * 44.0 / 12.0, Swap(massOfCarbon.Unit, Gas.C, Gas.CO2));

    /// <summary>Converts a mass of CO2, or anything per or times it, to carbon.</summary>
    /// <param name="massOfCO2">A quantity that carries CO2 (not CO2e) to the first power.</param>
    /// <returns>The quantity with CO2 replaced by C in its unit and the value times 12/44.</returns>
    /// <exception cref="UnitMismatchException">The unit carries no CO2, or not to the first power.</exception>
    public static Quantity ToCarbon(Quantity massOfCO2) =>
        new(massOfCO2.Value * 12.0 / 44.0, Swap(massOfCO2.Unit, Gas.CO2, Gas.C));

    private static Unit Swap(Unit unit, Gas from, Gas to) =>
        unit.ReplaceGas(from, atom => atom.WithGas(to))
        ?? throw new UnitMismatchException(unit, Unit.Parse("t " + from.Id));
}
