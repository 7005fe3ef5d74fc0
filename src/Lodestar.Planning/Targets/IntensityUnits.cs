// SPDX-License-Identifier: Apache-2.0
using Lodestar.Units;

namespace Lodestar.Planning.Targets;

/// <summary>Units of emissions per real money or per person.</summary>
public static class IntensityUnits
{
    private const string Mass = "mass:";
    private const string Money = "money:";

    /// <summary>
    /// What a unit divides emissions by: money for "t CO2e/MUSD_2017", persons for "t CO2e/person"; null for every other
    /// unit. Current money counts as money here: <see cref="IsNominal"/> tells it apart.
    /// </summary>
    public static IntensityBasis? BasisOf(Unit unit)
    {
        var powers = unit.Dimension.Powers;
        if (powers.Count != 2 || !powers.Any(p => p.Value == 1 && p.Key.StartsWith(Mass, StringComparison.Ordinal)))
        {
            return null;
        }

        var (below, power) = powers.FirstOrDefault(p => !p.Key.StartsWith(Mass, StringComparison.Ordinal));
        return power != -1 ? null
            : below == "person" ? IntensityBasis.Person
            : below.StartsWith(Money, StringComparison.Ordinal) ? IntensityBasis.Gdp
            : null;
    }

    /// <summary>True when a unit holds money of no stated year: its prices would rise with inflation.</summary>
    public static bool IsNominal(Unit unit) =>
        unit.Dimension.Powers.Any(p =>
            p.Key.StartsWith(Money, StringComparison.Ordinal) && p.Key.IndexOf(':', Money.Length) < 0
        );
}
