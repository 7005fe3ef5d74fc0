// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Pathways;
using Lodestar.Planning.Alliances;
using Lodestar.Planning.Climate;

namespace Lodestar.Web.Components.Warming;

/// <summary>Members of an alliance by what became of their paths, in the order of their names.</summary>
/// <param name="Counted">Added up.</param>
/// <param name="Inside">Wholly inside other members, whose paths hold theirs.</param>
/// <param name="LeftOut">Without a path that can be read, and why.</param>
public sealed record WarmingMembers(
    IReadOnlyList<PlaceFacts> Counted,
    IReadOnlyList<PlaceFacts> Inside,
    IReadOnlyList<(PlaceFacts Place, PathwayGap Gap)> LeftOut
)
{
    public int Count => Counted.Count + Inside.Count + LeftOut.Count;
}

/// <summary>What alliances' paths mean for the climate.</summary>
internal static class AllianceWarmings
{
    /// <param name="catalog">Its key names the state of all members' plans.</param>
    public static WarmingCase OfAlliance(
        this WarmingShelf shelf,
        PlaceCatalog catalog,
        Alliance alliance,
        WarmingWish wish
    )
    {
        WarmingMembers? members = null;
        return shelf.Answer(
            $"{alliance.Id} {catalog.Key}",
            wish,
            () =>
            {
                var directory = new MemberDirectory(catalog);
                var facts = alliance
                    .CountingOn(catalog.Day, catalog.Gazetteer)
                    .Select(directory.Of)
                    .DistinctBy(f => f.Code)
                    .OrderBy(f => f.Name.Text, StringComparer.InvariantCultureIgnoreCase)
                    .ToList();
                var sum = AlliancePathways.Of(facts, directory.Hierarchy, catalog.Day, until: wish.Until);
                members = MembersOf(facts, sum);
                return PlaceWarmings.Of(sum.Answer, WorldPathways.Find(wish.Background)!, wish.Until);
            },
            () => members
        );
    }

    private static WarmingMembers MembersOf(List<PlaceFacts> facts, AlliancePathway sum)
    {
        var gaps = sum.LeftOut.ToDictionary(l => l.Code, l => l.Gap, StringComparer.Ordinal);
        var counted = sum.Places.ToHashSet(StringComparer.Ordinal);
        return new WarmingMembers(
            [.. facts.Where(f => counted.Contains(f.Code))],
            [.. facts.Where(f => !counted.Contains(f.Code) && !gaps.ContainsKey(f.Code))],
            [.. facts.Where(f => gaps.ContainsKey(f.Code)).Select(f => (f, gaps[f.Code]))]
        );
    }
}
