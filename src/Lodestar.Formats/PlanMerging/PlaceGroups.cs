// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Planning.Plans;

namespace Lodestar.Formats.PlanMerging;

/// <summary>A member of an alliance, under the names by which publishers' files list it.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Names">The usual name first; codes among the others.</param>
public sealed record GroupMember(JurisdictionKind Kind, string Country, IReadOnlyList<string> Names)
{
    public string Name => Names[0];

    /// <summary>True for a country's own plan, and for a city of the right name in the right country.</summary>
    public bool Is(Plan plan) =>
        plan.Country == Country
        && (
            Kind == JurisdictionKind.Country
                ? plan.Kind == JurisdictionKind.Country
                : plan.Kind != JurisdictionKind.Country
                    && Names.Any(n => NameMatch.Fold(n) == NameMatch.Fold(plan.Name))
        );
}

/// <summary>Groups of places that can be asked for by one word, from groups.csv.</summary>
public static class PlaceGroups
{
    private static readonly Dictionary<string, GroupMember[]> Groups = EmbeddedTable
        .Rows("Lodestar.Formats.PlanMerging.groups.csv")
        .GroupBy(r => r[0])
        .ToDictionary(
            g => g.Key,
            g =>
                g.Select(r => new GroupMember(
                        r[1] == "country" ? JurisdictionKind.Country : JurisdictionKind.City,
                        r[2],
                        [r[3], .. r[4].Split(';', StringSplitOptions.RemoveEmptyEntries)]
                    ))
                    .ToArray()
        );

    /// <summary>"coalition" (the Carbon Neutrality Coalition's countries), "alliance" (the Carbon Neutral Cities Alliance's cities).</summary>
    public static IReadOnlyCollection<string> Names => Groups.Keys;

    /// <summary>The members; null when no group has this name.</summary>
    public static IReadOnlyList<GroupMember>? Find(string name) => Groups.GetValueOrDefault(name);
}
