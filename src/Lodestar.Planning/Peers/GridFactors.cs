// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using System.Globalization;

namespace Lodestar.Planning.Peers;

/// <summary>Carbon intensity of a country's electricity, in g CO2e/kWh, with its year and publisher.</summary>
public sealed record GridFactor(double GramsPerKwh, int Year, string Publisher, string Edition);

/// <summary>The embedded table of grids: those for which an open figure stands at hand, and no others.</summary>
public static class GridFactors
{
    private static readonly FrozenDictionary<string, GridFactor> ByCountry = EmbeddedTable
        .Read("Peers.Tables.grids.csv")
        .ToFrozenDictionary(
            r => r["alpha2"],
            r => new GridFactor(
                double.Parse(r["g_per_kwh"], CultureInfo.InvariantCulture),
                int.Parse(r["year"], CultureInfo.InvariantCulture),
                r["publisher"],
                r["edition"]
            )
        );

    public static GridFactor? Of(string? alpha2) => alpha2 is null ? null : ByCountry.GetValueOrDefault(alpha2);
}
