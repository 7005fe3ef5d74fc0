// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Library;
using Lodestar.Planning.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Lodestar.Storage.Index;

/// <summary>A summary as it lies in the index tables.</summary>
internal static class IndexRows
{
    /// <summary>Puts a plan's rows in place of the ones there are; the caller holds the transaction.</summary>
    public static async Task ReplaceAsync(
        LodestarDb db,
        PlanSummary summary,
        LibraryReading library,
        CancellationToken cancellation
    )
    {
        var planId = summary.PlanId;
        await db.Totals.Where(t => t.PlanId == planId).ExecuteDeleteAsync(cancellation);
        await db.Milestones.Where(m => m.PlanId == planId).ExecuteDeleteAsync(cancellation);
        await db.Summaries.Where(s => s.PlanId == planId).ExecuteDeleteAsync(cancellation);
        db.Summaries.Add(summary).Property<int>(IndexMap.VersionColumn).CurrentValue = IndexMap.VersionOf(library);
        db.Totals.AddRange(summary.Years.Select(y => new IndexedTotal(planId, y.Year, y.Tonnes, y.PerPerson)));
        db.Milestones.AddRange(summary.Milestones.Select(m => new IndexedMilestone(planId, m.Year, m.Tonnes)));
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>The rows of one plan or of all.</summary>
    public static async Task<List<PlanSummary>> ReadAsync(LodestarDb db, string? planId, CancellationToken cancellation)
    {
        var summaries = await db
            .Summaries.AsNoTracking()
            .Where(s => planId == null || s.PlanId == planId)
            .ToListAsync(cancellation);
        var totals = await db
            .Totals.AsNoTracking()
            .Where(t => planId == null || t.PlanId == planId)
            .OrderBy(t => t.Year)
            .ToListAsync(cancellation);
        var milestones = await db
            .Milestones.AsNoTracking()
            .Where(m => planId == null || m.PlanId == planId)
            .OrderBy(m => m.Year)
            .ToListAsync(cancellation);
        var totalsByPlan = totals.ToLookup(t => t.PlanId, t => new YearTonnes(t.Year, t.Tonnes, t.PerPerson));
        var milestonesByPlan = milestones.ToLookup(m => m.PlanId, m => new YearTonnes(m.Year, m.Tonnes));
        return
        [
            .. summaries.Select(s =>
                s with
                {
                    Years = totalsByPlan[s.PlanId].ToEquatableList(),
                    Milestones = milestonesByPlan[s.PlanId].ToEquatableList(),
                }
            ),
        ];
    }
}
