// SPDX-License-Identifier: Apache-2.0
using Microsoft.EntityFrameworkCore;

namespace Lodestar.Storage.Revisions;

/// <summary>Which file a revision holds under a path.</summary>
internal sealed record ManifestEntry(string RevisionId, string Path, string BlobHash);

/// <summary>The current revision of a plan: the one row of the history that changes.</summary>
internal sealed class PlanHead
{
    public required string PlanId { get; init; }
    public required string RevisionId { get; set; }
}

internal static class RevisionMap
{
    private const int HashLength = 64;

    public static void Apply(ModelBuilder model)
    {
        model.Entity<Blob>(e =>
        {
            e.ToTable("blobs");
            e.HasKey(b => b.Hash);
            e.Property(b => b.Hash).HasMaxLength(HashLength);
        });
        model.Entity<Revision>(e =>
        {
            e.ToTable("revisions");
            e.HasKey(r => r.Id);
            e.Property(r => r.Id).HasMaxLength(HashLength);
            e.Property(r => r.SavedAt)
                .HasConversion(t => t.ToUnixTimeMilliseconds(), m => DateTimeOffset.FromUnixTimeMilliseconds(m));
            e.HasIndex(r => new { r.PlanId, r.Number }).IsUnique();
            e.HasOne<Revision>().WithMany().HasForeignKey(r => r.Parent).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ManifestEntry>(e =>
        {
            e.ToTable("manifest_entries");
            e.HasKey(m => new { m.RevisionId, m.Path });
            e.HasOne<Revision>().WithMany().HasForeignKey(m => m.RevisionId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Blob>().WithMany().HasForeignKey(m => m.BlobHash).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PlanHead>(e =>
        {
            e.ToTable("plan_heads");
            e.HasKey(h => h.PlanId);
            e.HasOne<Revision>().WithMany().HasForeignKey(h => h.RevisionId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
