// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Alliances;
using Lodestar.Planning.Messages;

namespace Lodestar.Web.Features.Alliances;

/// <summary>An alliance in a list: what can be said of many at once without adding anything up.</summary>
/// <param name="Members">Places that are members on the day, each once.</param>
/// <param name="Plans">How many of them have a plan here.</param>
/// <param name="ZeroYears">The years of net zero that they state, ascending.</param>
public sealed record AllianceCard(Alliance Alliance, DateOnly On, int Members, int Plans, IReadOnlyList<int> ZeroYears)
{
    internal static AllianceCard Of(PlaceCatalog catalog, Alliance alliance, DateOnly on)
    {
        var places = alliance.CountingOn(on, catalog.Gazetteer);
        var plans = places
            .Select(p => catalog.Gazetteer.Find(p)?.PlanId)
            .OfType<string>()
            .Select(id => catalog.ByPlan[id].Plan)
            .ToList();
        return new AllianceCard(
            alliance,
            on,
            places.Count,
            plans.Count,
            [.. plans.Where(p => p.NetZeroYear is not null).Select(p => p.NetZeroYear!.Value).Order()]
        );
    }

    internal Message Promised =>
        ZeroYears.Count == 0
            ? Message.Of("web.alliances.zero-none")
            : Message.Of(
                "web.alliances.zero",
                ("count", ZeroYears.Count),
                ("first", ZeroYears[0]),
                ("last", ZeroYears[^1])
            );
}
