// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder;
using Microsoft.EntityFrameworkCore;

namespace Lodestar.Storage.Revisions;

/// <summary>Reads the history back, and checks every byte of it against the hashes it was saved under.</summary>
internal sealed class RevisionReader(LodestarDb db)
{
    public Task<Revision?> HeadAsync(string planId, CancellationToken cancellation) =>
        db
            .Heads.Where(h => h.PlanId == planId)
            .Join(db.Revisions.AsNoTracking(), h => h.RevisionId, r => r.Id, (_, r) => r)
            .SingleOrDefaultAsync(cancellation);

    /// <summary>Throws <see cref="KeyNotFoundException"/> when there is no such revision.</summary>
    public async Task<Manifest> ManifestAsync(string revisionId, CancellationToken cancellation)
    {
        var header =
            await db.Revisions.AsNoTracking().SingleOrDefaultAsync(r => r.Id == revisionId, cancellation)
            ?? throw new KeyNotFoundException($"There is no revision {revisionId}.");
        var entries = await db
            .ManifestEntries.Where(m => m.RevisionId == revisionId)
            .Select(m => new { m.Path, m.BlobHash })
            .ToListAsync(cancellation);
        var manifest = new Manifest(entries.Select(e => KeyValuePair.Create(e.Path, e.BlobHash)));
        return manifest.RevisionIdOf(header) == revisionId
            ? manifest
            : throw DamagedStorageException.Revision(revisionId);
    }

    public async Task<PlanFiles> OpenAsync(Manifest manifest, CancellationToken cancellation)
    {
        var opened = new Dictionary<string, ReadOnlyMemory<byte>>();
        foreach (var hashes in manifest.Entries.Select(e => e.Value).Distinct().Chunk(64))
        {
            await foreach (
                var blob in db
                    .Blobs.AsNoTracking()
                    .Where(b => hashes.Contains(b.Hash))
                    .AsAsyncEnumerable()
                    .WithCancellation(cancellation)
            )
            {
                opened.Add(blob.Hash, blob.Open());
            }
        }

        return new PlanFiles(
            manifest.Entries.Select(e =>
                KeyValuePair.Create(
                    e.Key,
                    opened.TryGetValue(e.Value, out var bytes)
                        ? bytes
                        : throw DamagedStorageException.MissingBlob(e.Value)
                )
            )
        );
    }

    public async Task<byte[]> BytesAsync(string hash, CancellationToken cancellation)
    {
        var blob = await db.Blobs.AsNoTracking().SingleOrDefaultAsync(b => b.Hash == hash, cancellation);
        return blob?.Open() ?? throw DamagedStorageException.MissingBlob(hash);
    }
}
