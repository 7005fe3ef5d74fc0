// SPDX-License-Identifier: Apache-2.0
using Lodestar.Storage.Revisions;
using Microsoft.EntityFrameworkCore;

namespace Lodestar.Storage.Index;

/// <summary>One year of a plan's leading inventory.</summary>
internal sealed record IndexedTotal(string PlanId, int Year, double Tonnes);

/// <summary>One milestone year of a plan's leading target.</summary>
internal sealed record IndexedMilestone(string PlanId, int Year, double Tonnes);

internal static class IndexMap
{
    /// <summary>Rows made by other code than today's are made anew: raise it when the code makes other rows.</summary>
    public const int Version = 1;

    public const string VersionColumn = "IndexVersion";

    public static void Apply(ModelBuilder model)
    {
        model.Entity<PlanSummary>(e =>
        {
            e.ToTable("index_plans");
            e.HasKey(s => s.PlanId);
            e.Ignore(s => s.Years);
            e.Ignore(s => s.Milestones);
            e.Property(s => s.Holds).HasConversion<string>();
            e.Property<int>(VersionColumn);
            e.HasIndex(s => s.Name);
            e.HasOne<PlanHead>().WithOne().HasForeignKey<PlanSummary>(s => s.PlanId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<IndexedTotal>(e =>
        {
            e.ToTable("index_totals");
            e.HasKey(t => new { t.PlanId, t.Year });
            e.HasOne<PlanSummary>().WithMany().HasForeignKey(t => t.PlanId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<IndexedMilestone>(e =>
        {
            e.ToTable("index_milestones");
            e.HasKey(t => new { t.PlanId, t.Year });
            e.HasOne<PlanSummary>().WithMany().HasForeignKey(t => t.PlanId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
