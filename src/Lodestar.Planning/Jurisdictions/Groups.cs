// SPDX-License-Identifier: Apache-2.0
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

    internal bool Names(string folded) => NameFold.Fold(Name) == folded || Aliases.Any(a => NameFold.Fold(a) == folded);
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

    /// <summary>The listing of a place by kind, alpha-2 code of its country and any of its names; null when it has none.</summary>
    public static Listing? Of(JurisdictionKind kind, string? country, params IEnumerable<string> names)
    {
        if (kind == JurisdictionKind.Country)
        {
            return All.FirstOrDefault(l => l.Kind == kind && l.Country == country);
        }

        var folded = names.Select(NameFold.Fold).ToHashSet();
        return All.FirstOrDefault(l =>
            l.Kind != JurisdictionKind.Country && l.Country == country && folded.Any(l.Names)
        );
    }
}
