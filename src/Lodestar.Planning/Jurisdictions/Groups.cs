// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Plans;

namespace Lodestar.Planning.Jurisdictions;

/// <summary>A place as a group's list names it.</summary>
/// <param name="Group">"coalition" (Carbon Neutrality Coalition) or "alliance" (Carbon Neutral Cities Alliance).</param>
/// <param name="Country">Alpha-2 code.</param>
public sealed record Listing(string Group, JurisdictionKind Kind, string Country, string Name)
{
    /// <summary>Other names of the same place, as publishers write it.</summary>
    public EquatableList<string> Aliases { get; init; } = EquatableList<string>.Empty;
}

/// <summary>
/// Which places are listed with the coalition and the alliance, from the embedded table (names as Net Zero Tracker's
/// snapshot of 20 December 2022 has them, and Boulder, a founder that the tracker does not list). A listing is no dated
/// membership.
/// </summary>
public static class Groups
{
    public const string Coalition = "coalition";
    public const string Alliance = "alliance";

    public static IReadOnlyList<string> Ids { get; } = [Coalition, Alliance];

    public static IReadOnlyList<Listing> All { get; } =
    [
        .. EmbeddedTable
            .Read("Jurisdictions.Tables.groups.csv")
            .Select(r => new Listing(
                r["group"],
                r["kind"] == "country" ? JurisdictionKind.Country : JurisdictionKind.City,
                r["country"],
                r["name"]
            )
            {
                Aliases = r["aliases"].Split(';', StringSplitOptions.RemoveEmptyEntries).ToEquatableList(),
            }),
    ];

    // Every place is held against the list, and folding names is what that would cost.
    private static readonly FrozenDictionary<string, Listing> Nations = All.Where(l =>
            l.Kind == JurisdictionKind.Country
        )
        .DistinctBy(l => l.Country)
        .ToFrozenDictionary(l => l.Country);

    private static readonly FrozenDictionary<string, FrozenDictionary<string, int>> CitiesByName = All.Index()
        .Where(l => l.Item.Kind != JurisdictionKind.Country)
        .GroupBy(l => l.Item.Country)
        .ToFrozenDictionary(
            g => g.Key,
            g =>
                g.SelectMany(l => l.Item.Aliases.Prepend(l.Item.Name).Select(n => (Name: NameFold.Fold(n), l.Index)))
                    .DistinctBy(n => n.Name)
                    .ToFrozenDictionary(n => n.Name, n => n.Index)
        );

    /// <summary>The listing of a place by kind, alpha-2 code of its country and any of its names; null when it has none.</summary>
    public static Listing? Of(JurisdictionKind kind, string? country, params IEnumerable<string> names)
    {
        if (country is null)
        {
            return null;
        }

        if (kind == JurisdictionKind.Country)
        {
            return Nations.GetValueOrDefault(country);
        }

        if (!CitiesByName.TryGetValue(country, out var byName))
        {
            return null;
        }

        // Of several the first of the list.
        var first = names
            .Select(n => byName.TryGetValue(NameFold.Fold(n), out var index) ? index : int.MaxValue)
            .DefaultIfEmpty(int.MaxValue)
            .Min();
        return first == int.MaxValue ? null : All[first];
    }
}
