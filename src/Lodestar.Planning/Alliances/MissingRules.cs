// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Planning.Assessment;

namespace Lodestar.Planning.Alliances;

/// <summary>How far a figure that is missing may reach, from the embedded table.</summary>
public static class MissingRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. EmbeddedTable
            .Read("Alliances.Tables.missing.csv")
            .Select(r => new Rule(
                r["id"],
                double.Parse(r["value"], CultureInfo.InvariantCulture),
                r["unit"],
                r["description"],
                r["source"]
            )),
    ];

    /// <summary>Per year, as a fraction.</summary>
    public static double GrowthAfter { get; } = Of("missing.growth-after");

    /// <summary>Per year, as a fraction.</summary>
    public static double GrowthBefore { get; } = Of("missing.growth-before");

    private static double Of(string id) => All.Single(r => r.Id == id).Value;
}
