// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Framework;
using Lodestar.Planning.Practices;
using Lodestar.Storage.Index;

namespace Lodestar.Web.Features.Areas;

/// <summary>The places whose finding has one verdict, by name.</summary>
public sealed record VerdictPlaces(Verdict Verdict, IReadOnlyList<PlannedPlace> Places);

/// <summary>The places that claim one status of an action, by name.</summary>
public sealed record StatusPlaces(ActionStatus Status, IReadOnlyList<PlannedPlace> Places);

/// <summary>One area across all plans: what the test finds there, who claims what, and who does it well.</summary>
/// <param name="Findings">By finding, in the order of the test; all four verdicts of each.</param>
/// <param name="Claims">By action; only statuses that some place states.</param>
public sealed record AreaAcross(
    IReadOnlyList<(string Finding, IReadOnlyList<VerdictPlaces> Verdicts)> Findings,
    IReadOnlyList<(FrameworkAction Action, IReadOnlyList<StatusPlaces> Statuses)> Claims,
    IReadOnlyList<GoodPractice> Practices
)
{
    private static readonly Verdict[] Verdicts = [Verdict.Met, Verdict.Partly, Verdict.Unmet, Verdict.NotStated];

    public static AreaAcross Of(PlaceCatalog catalog, FrameworkDefinition framework, FrameworkArea area)
    {
        var beside = area.Findings.Concat(area.Actions.SelectMany(a => a.Findings)).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. FindingTable.All.Where(f => beside.Contains(f.Id)).Select(f => (f.Id, ByVerdict(catalog, f.Id)))],
            [.. area.Actions.Select(a => (a, ByStatus(catalog, framework.Key, a.Id)))],
            PracticesOf(catalog, area)
        );
    }

    /// <summary>The practices that name the area or one of its actions, newest first.</summary>
    public static IReadOnlyList<GoodPractice> PracticesOf(PlaceCatalog catalog, FrameworkArea area)
    {
        var actions = area.Actions.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. catalog
                .Library.Practices.Where(p => p.Areas.Contains(area.Id) || p.Actions.Any(actions.Contains))
                .OrderByDescending(p => p.FromYear ?? 0)
                .ThenBy(p => p.Id, StringComparer.Ordinal),
        ];
    }

    private static IReadOnlyList<VerdictPlaces> ByVerdict(PlaceCatalog catalog, string finding)
    {
        var places = catalog.Planned.ToLookup(p => VerdictOf(p.Plan, finding));
        return [.. Verdicts.Select(v => new VerdictPlaces(v, [.. places[v]]))];
    }

    // A row written before the finding existed says nothing of it.
    private static Verdict VerdictOf(PlanSummary plan, string finding) =>
        plan.Findings.FirstOrDefault(f => f.Id == finding)?.Verdict ?? Verdict.NotStated;

    private static IReadOnlyList<StatusPlaces> ByStatus(PlaceCatalog catalog, string framework, string action)
    {
        var places = catalog
            .Planned.Select(p => (Place: p, Claim: ClaimOf(p.Plan, framework, action)))
            .Where(p => p.Claim is { Status: not ActionStatus.NotStated })
            .ToLookup(p => p.Claim!.Status, p => p.Place);
        return [.. ActionStatuses.Order.Where(places.Contains).Select(s => new StatusPlaces(s, [.. places[s]]))];
    }

    private static ClaimRow? ClaimOf(PlanSummary plan, string framework, string action) =>
        plan.Claims.FirstOrDefault(c => c.Framework == framework && c.Action == action);
}
