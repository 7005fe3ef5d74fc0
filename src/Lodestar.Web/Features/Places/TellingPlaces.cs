// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;

namespace Lodestar.Web.Features.Places;

/// <summary>The few places that a visitor sees first.</summary>
internal static class TellingPlaces
{
    private const int Few = 6;

    /// <summary>
    /// All places by name where they are few. Else those with the longest record and a promise, one a country before a
    /// second, taken in turn from what the test says of them, so that the page shows each kind of answer there is.
    /// </summary>
    public static IReadOnlyList<PlannedPlace> Of(PlaceCatalog catalog)
    {
        if (catalog.Planned.Count <= Few)
        {
            return catalog.Planned;
        }

        var byAnswer = catalog
            .Planned.Where(p => p.Plan.Years.Count > 1)
            .DefaultIfEmpty(catalog.Planned[0])
            .GroupBy(p => p.Plan.Holds)
            .OrderBy(g => g.Key == Verdict.NotStated)
            .ThenBy(g => g.Key)
            .Select(g => new Queue<PlannedPlace>(InMerit(g)))
            .ToList();
        var chosen = new List<PlannedPlace>();
        while (chosen.Count < Few && byAnswer.Count > 0)
        {
            foreach (var queue in byAnswer.TakeWhile(_ => chosen.Count < Few))
            {
                chosen.Add(queue.Dequeue());
            }

            byAnswer.RemoveAll(q => q.Count == 0);
        }

        return [.. chosen.OrderBy(p => p.Plan.Name, StringComparer.InvariantCultureIgnoreCase)];
    }

    private static IEnumerable<PlannedPlace> InMerit(IEnumerable<PlannedPlace> places) =>
        places
            .GroupBy(p => p.Plan.Alpha2 ?? p.Plan.PlanId)
            .SelectMany(g => g.OrderBy(p => p, Merit).Select((p, turn) => (Place: p, Turn: turn)))
            .OrderBy(p => p.Turn)
            .ThenBy(p => p.Place, Merit)
            .Select(p => p.Place);

    private static Comparer<PlannedPlace> Merit { get; } =
        Comparer<PlannedPlace>.Create(
            (a, b) =>
            {
                int[] order =
                [
                    (a.Plan.NetZeroYear is null).CompareTo(b.Plan.NetZeroYear is null),
                    (a.Listing is null).CompareTo(b.Listing is null),
                    b.Plan.Years.Count.CompareTo(a.Plan.Years.Count),
                    (b.Plan.InventoryYear ?? 0).CompareTo(a.Plan.InventoryYear ?? 0),
                    string.CompareOrdinal(a.Plan.PlanId, b.Plan.PlanId),
                ];
                return Array.Find(order, o => o != 0);
            }
        );
}
