// SPDX-License-Identifier: Apache-2.0
using Lodestar.Units;

namespace Lodestar.Formula.Binding;

/// <summary>What a unit says about adding up.</summary>
internal static class Extents
{
    /// <summary>
    /// A mass, an energy, an area, money, people, all of them also per year, add up; what is per something else, a pure
    /// number, a rate, a time or a temperature does not.
    /// </summary>
    public static Extent Of(Unit unit)
    {
        var adds = unit.Dimension.Powers.Any(p => p.Key is not ("time" or "temperature") && p.Value > 0);
        return adds && unit.Per.IsDimensionless ? Extent.Total : Extent.Intensity;
    }

    public static Extent Join(Extent a, Extent b) =>
        a == Extent.Total || b == Extent.Total ? Extent.Total
        : a == Extent.Neutral ? b
        : a;
}
