// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Control;
using Lodestar.Planning.Plans;

namespace Lodestar.Web.Features.Asks;

/// <summary>Who controls what a place plans, and what it asks of others.</summary>
/// <param name="Open">The plan.</param>
/// <param name="Cuts">Its measures with who controls them.</param>
public sealed record PlaceControl(OpenPlan Open, PlannedCuts Cuts)
{
    public Plan Plan => Open.Reading.Plan;

    /// <summary>Every measure, those decided by others first, the largest cut first.</summary>
    public IReadOnlyList<PlannedCut> Measures =>
        [
            .. Cuts
                .Counted.Concat(Cuts.Without)
                .OrderByDescending(c => c.Control.Verdict)
                .ThenByDescending(c => double.IsNaN(c.Weight) ? double.NegativeInfinity : c.Weight)
                .ThenBy(c => c.Measure.Id, StringComparer.Ordinal),
        ];

    /// <summary>Measures that others decide, alone or in part, and that no standing ask speaks of.</summary>
    public IReadOnlyList<PlannedCut> Unasked => [.. Measures.Where(c => c.Control.NeedsOthers && c.Asks.Count == 0)];

    public int Standing => Plan.Asks.Count(a => a.Stands);

    public static PlaceControl Of(OpenPlan open, IReadOnlyCollection<Power> powers)
    {
        var next = open.Assessment.Milestones.FirstOrDefault(m => m.Year >= open.Assessment.Date.Year)?.Year;
        return new PlaceControl(open, PlannedCuts.Of(open.Reading.Plan, next, powers));
    }
}
