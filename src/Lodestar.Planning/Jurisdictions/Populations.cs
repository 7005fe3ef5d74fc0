// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using System.Globalization;
using Lodestar.Planning.Plans;

namespace Lodestar.Planning.Jurisdictions;

/// <summary>The latest population of each country, from the embedded table (World Bank, CC BY 4.0).</summary>
public static class Populations
{
    private static readonly FrozenDictionary<string, PopulationFigure> ByCountry = EmbeddedTable
        .Read("Jurisdictions.Tables.population.csv")
        .ToFrozenDictionary(
            r => r["alpha2"],
            r => new PopulationFigure(
                double.Parse(r["people"], CultureInfo.InvariantCulture),
                int.Parse(r["year"], CultureInfo.InvariantCulture),
                r["source"]
            )
        );

    /// <summary>Who published the figures of the table.</summary>
    public static IReadOnlyList<Source> Sources { get; } =
    [
        new("world-bank", "Population, total (SP.POP.TOTL)")
        {
            Publisher = "World Bank",
            Edition = "World Development Indicators",
            Licence = "CC-BY-4.0",
            Url = "https://data.worldbank.org/indicator/SP.POP.TOTL",
        },
    ];

    /// <summary>By alpha-2 code; null where the publisher has no figure, which is not a population of none.</summary>
    public static PopulationFigure? Of(string alpha2) => ByCountry.GetValueOrDefault(alpha2);

    internal static IEnumerable<string> Listed => ByCountry.Keys;
}
