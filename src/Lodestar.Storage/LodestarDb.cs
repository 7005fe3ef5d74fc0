// SPDX-License-Identifier: Apache-2.0
using Lodestar.Storage.Index;
using Lodestar.Storage.Revisions;
using Microsoft.EntityFrameworkCore;

namespace Lodestar.Storage;

/// <summary>The database: files, manifests, revisions, and an index that can always be rebuilt from them.</summary>
public sealed class LodestarDb(DbContextOptions<LodestarDb> options) : DbContext(options)
{
    internal DbSet<Blob> Blobs => Set<Blob>();
    internal DbSet<ManifestEntry> ManifestEntries => Set<ManifestEntry>();
    internal DbSet<Revision> Revisions => Set<Revision>();
    internal DbSet<PlanHead> Heads => Set<PlanHead>();
    internal DbSet<PlanSummary> Summaries => Set<PlanSummary>();
    internal DbSet<IndexedTotal> Totals => Set<IndexedTotal>();
    internal DbSet<IndexedMilestone> Milestones => Set<IndexedMilestone>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        RevisionMap.Apply(modelBuilder);
        IndexMap.Apply(modelBuilder);
    }
}
