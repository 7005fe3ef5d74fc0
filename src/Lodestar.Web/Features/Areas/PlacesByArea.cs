// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Framework;
using Lodestar.Storage.Index;

namespace Lodestar.Web.Features.Areas;

/// <summary>What one place claims, area by area.</summary>
/// <param name="Areas">The six counts of each area, in the framework's order.</param>
public sealed record PlaceClaims(PlannedPlace Place, IReadOnlyList<EquatableList<StatusCount>> Areas);

/// <summary>All places that state something against a framework, by name.</summary>
/// <param name="All">How many places there are in all.</param>
public sealed record PlacesByArea(IReadOnlyList<PlaceClaims> Places, int All)
{
    public static PlacesByArea Of(PlaceCatalog catalog, FrameworkDefinition framework)
    {
        var actions = framework.Areas.SelectMany(a => a.Actions).Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        return new(
            [
                .. catalog
                    .Planned.Select(p => (Place: p, Claims: ClaimsOf(p.Plan, framework.Key, actions)))
                    .Where(p => p.Claims.Count > 0)
                    .Select(p => new PlaceClaims(
                        p.Place,
                        [
                            .. framework.Areas.Select(a =>
                                ActionStatuses.Count(a.Actions.Select(x => p.Claims.GetValueOrDefault(x.Id)))
                            ),
                        ]
                    )),
            ],
            catalog.Planned.Count
        );
    }

    private static Dictionary<string, ActionStatus> ClaimsOf(
        PlanSummary plan,
        string framework,
        HashSet<string> actions
    ) =>
        plan
            .Claims.Where(c =>
                c.Framework == framework && c.Status != ActionStatus.NotStated && actions.Contains(c.Action)
            )
            .DistinctBy(c => c.Action)
            .ToDictionary(c => c.Action, c => c.Status, StringComparer.Ordinal);
}
