// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Budgets;

namespace Lodestar.Planning.Alliances;

/// <summary>
/// A sum over places as a share of what the world emits. The world's figure is all CO2, land use included; that of most
/// places leaves land use out, so the share is on the low side. No figure of the world's CO2e is shipped.
/// </summary>
public sealed record WorldShare(WorldYear World, double? Counted, double Low, double? High)
{
    /// <summary>Null for other gases than CO2, and for years the world's figure is not known of.</summary>
    public static WorldShare? Of(string gas, WholeYear year)
    {
        if (gas != "CO2" || year.Year < WorldEmissions.FirstYear || year.Year > WorldEmissions.LastYear)
        {
            return null;
        }

        var world = WorldEmissions.Of(year.Year);
        var tonnes = world.Amount.Tonnes;
        return new WorldShare(world, year.Counted / tonnes, year.Low / tonnes, year.High / tonnes);
    }
}
