// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Library;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Lodestar.Storage.Revisions;

/// <summary>History of plans: content-addressed files, manifests, and revisions that are never overwritten.</summary>
/// <param name="library">What plans are read with for the index; the shipped library when left out.</param>
public sealed class RevisionStore(LodestarDb db, TimeProvider time, LibraryReading? library = null)
{
    private const int ShortestId = 6;
    private const int FullId = 64;

    private readonly RevisionReader _reader = new(db);

    /// <summary>
    /// Saves a plan's files. <paramref name="parent"/> is the revision the caller started from: when another came in
    /// between and touched the same files, nothing is written and the differences come back; when it touched others,
    /// both are kept. Null means "the plan is new to me". Throws <see cref="ArgumentException"/> when
    /// <paramref name="parent"/> is no revision of this plan.
    /// </summary>
    public Task<SaveOutcome> SaveAsync(
        string planId,
        PlanFiles files,
        RevisionNote note,
        string? parent,
        CancellationToken cancellation = default
    ) => WriteAsync(planId, files, note, parent, onTop: false, cancellation);

    public Task<Revision?> CurrentAsync(string planId, CancellationToken cancellation = default) =>
        _reader.HeadAsync(planId, cancellation);

    /// <summary>Newest first.</summary>
    public async Task<EquatableList<Revision>> HistoryAsync(string planId, CancellationToken cancellation = default) =>
        new(
            await db
                .Revisions.AsNoTracking()
                .Where(r => r.PlanId == planId)
                .OrderByDescending(r => r.Number)
                .ToListAsync(cancellation)
        );

    /// <summary>The revision by its full id or an unambiguous start of at least six characters; null when there is none.</summary>
    public async Task<Revision?> FindAsync(string planId, string id, CancellationToken cancellation = default)
    {
        if (id.Length is < ShortestId or > FullId || !id.All(char.IsAsciiHexDigit))
        {
            return null;
        }

        // A range, not LIKE: the primary key answers it.
        var first = id.ToLowerInvariant();
        var last = first.PadRight(FullId, 'f');
        var found = await db
            .Revisions.AsNoTracking()
            .Where(r => r.PlanId == planId && r.Id.CompareTo(first) >= 0 && r.Id.CompareTo(last) <= 0)
            .Take(2)
            .ToListAsync(cancellation);
        return found is [var only] ? only : null;
    }

    /// <summary>
    /// The files, checked against their hashes: throws <see cref="DamagedStorageException"/> when they are not what was
    /// saved, and <see cref="KeyNotFoundException"/> when there is no such revision.
    /// </summary>
    public async Task<PlanFiles> LoadAsync(string revisionId, CancellationToken cancellation = default) =>
        await _reader.OpenAsync(await _reader.ManifestAsync(revisionId, cancellation), cancellation);

    /// <summary>By path; files that are the same on both sides are left out.</summary>
    public async Task<EquatableList<FileChange>> DiffAsync(
        string fromRevision,
        string toRevision,
        CancellationToken cancellation = default
    )
    {
        var from = await _reader.ManifestAsync(fromRevision, cancellation);
        var to = await _reader.ManifestAsync(toRevision, cancellation);
        var changes = new List<FileChange>();
        foreach (var path in from.Paths.Union(to.Paths).Order(StringComparer.Ordinal))
        {
            var (old, @new) = (from[path], to[path]);
            if (old != @new)
            {
                changes.Add(
                    FileDiff.Of(
                        path,
                        old is null ? null : await _reader.BytesAsync(old, cancellation),
                        @new is null ? null : await _reader.BytesAsync(@new, cancellation)
                    )
                );
            }
        }

        return changes.ToEquatableList();
    }

    /// <summary>
    /// Makes an older state the current one, as a new revision on top: nothing is lost by it. Throws
    /// <see cref="ArgumentException"/> when the revision is none of this plan.
    /// </summary>
    public async Task<SaveOutcome> RestoreAsync(
        string planId,
        string revisionId,
        RevisionNote note,
        CancellationToken cancellation = default
    )
    {
        if (!await db.Revisions.AnyAsync(r => r.Id == revisionId && r.PlanId == planId, cancellation))
        {
            throw new ArgumentException($"{revisionId} is no revision of the plan '{planId}'.", nameof(revisionId));
        }

        var files = await LoadAsync(revisionId, cancellation);
        return await WriteAsync(planId, files, note, parent: null, onTop: true, cancellation);
    }

    private Task<SaveOutcome> WriteAsync(
        string planId,
        PlanFiles files,
        RevisionNote note,
        string? parent,
        bool onTop,
        CancellationToken cancellation
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(planId);
        return new RevisionWriter(db, _reader, time, library ?? LibraryReader.Shipped).WriteAsync(
            planId,
            files,
            note,
            parent,
            onTop,
            cancellation
        );
    }
}
