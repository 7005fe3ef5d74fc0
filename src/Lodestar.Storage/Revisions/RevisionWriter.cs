// SPDX-License-Identifier: Apache-2.0
using System.Data;
using Lodestar.Formats.Library;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;
using Lodestar.Storage.Index;
using Microsoft.EntityFrameworkCore;

namespace Lodestar.Storage.Revisions;

/// <summary>The one way into the history: a single transaction that writes files, manifest, revision, head and index row.</summary>
internal sealed class RevisionWriter(LodestarDb db, RevisionReader reader, TimeProvider time, LibraryReading library)
{
    /// <param name="parent">The state the caller's edits start from; ignored when <paramref name="onTop"/>.</param>
    /// <param name="onTop">Takes the files as they are, whatever is current: nothing can conflict.</param>
    public async Task<SaveOutcome> WriteAsync(
        string planId,
        PlanFiles files,
        RevisionNote note,
        string? parent,
        bool onTop,
        CancellationToken cancellation
    )
    {
        var mine = Manifest.Of(files);
        var packed = await PackNewAsync(files, mine, cancellation);
        var now = time.GetUtcNow();
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        // Reading and assessing a large plan takes time that other writers should not wait for.
        var summary = PlanSummaries.Of(planId, "", files, library.Library, day);

        return await db
            .Database.CreateExecutionStrategy()
            .ExecuteAsync(
                async cancel =>
                {
                    db.ChangeTracker.Clear();
                    await using var transaction = await db.Database.BeginTransactionAsync(
                        IsolationLevel.Serializable,
                        cancel
                    );
                    var head = await reader.HeadAsync(planId, cancel);
                    var theirs = head is null ? Manifest.Empty : await reader.ManifestAsync(head.Id, cancel);
                    var origin = onTop || parent == head?.Id ? theirs : await OriginAsync(planId, parent, cancel);
                    var (merged, conflicts) = ThreeWayMerge.Of(origin, mine, theirs);
                    if (head is not null && conflicts.Count > 0)
                    {
                        return new SaveOutcome.Conflict(head, await ChangesAsync(conflicts, theirs, files, cancel));
                    }

                    if (head is not null && merged.SameAs(theirs))
                    {
                        return new SaveOutcome.Unchanged(head);
                    }

                    var revision = await AddAsync(planId, head, merged, packed, note, now, cancel);
                    var row = merged.SameAs(mine)
                        ? summary
                        : PlanSummaries.Of(planId, "", await reader.OpenAsync(merged, cancel), library.Library, day);
                    await IndexRows.ReplaceAsync(db, row with { RevisionId = revision.Id }, library, cancel);
                    // From here on the answer may not depend on the caller's patience: saved, or failed.
                    await transaction.CommitAsync(CancellationToken.None);
                    db.ChangeTracker.Clear();
                    return (SaveOutcome)new SaveOutcome.Saved(revision);
                },
                cancellation
            );
    }

    /// <summary>Compresses, before the database is locked, what it does not hold yet.</summary>
    private async Task<List<Blob>> PackNewAsync(PlanFiles files, Manifest mine, CancellationToken cancellation)
    {
        var known = await KnownAsync(mine.Entries.Select(e => e.Value), cancellation);
        var packed = new List<Blob>();
        foreach (var (path, bytes) in files)
        {
            if (known.Add(mine[path]!))
            {
                packed.Add(Blob.Of(mine[path]!, bytes));
            }
        }

        return packed;
    }

    private async Task<HashSet<string>> KnownAsync(IEnumerable<string> hashes, CancellationToken cancellation)
    {
        var wanted = hashes.Distinct().ToList();
        return await db.Blobs.Where(b => wanted.Contains(b.Hash)).Select(b => b.Hash).ToHashSetAsync(cancellation);
    }

    private async Task<Manifest> OriginAsync(string planId, string? parent, CancellationToken cancellation)
    {
        if (parent is null)
        {
            return Manifest.Empty;
        }

        return await db.Revisions.AnyAsync(r => r.Id == parent && r.PlanId == planId, cancellation)
            ? await reader.ManifestAsync(parent, cancellation)
            : throw new ArgumentException($"{parent} is no revision of the plan '{planId}'.", nameof(parent));
    }

    private async Task<EquatableList<FileChange>> ChangesAsync(
        IReadOnlyList<string> paths,
        Manifest theirs,
        PlanFiles mine,
        CancellationToken cancellation
    )
    {
        var changes = new List<FileChange>();
        foreach (var path in paths)
        {
            var stored = theirs[path] is { } hash ? await reader.BytesAsync(hash, cancellation) : null;
            var given = mine.TryGet(path, out var bytes) ? bytes.ToArray() : null;
            if (stored is not null || given is not null)
            {
                changes.Add(FileDiff.Of(path, stored, given));
            }
        }

        return changes.ToEquatableList();
    }

    private async Task<Revision> AddAsync(
        string planId,
        Revision? head,
        Manifest files,
        List<Blob> packed,
        RevisionNote note,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var header = new Revision(
            "",
            planId,
            (head?.Number ?? 0) + 1,
            head?.Id,
            DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()),
            note.Author is null ? null : Storable(note.Author),
            Storable(note.Message)
        );
        var revision = header with { Id = files.RevisionIdOf(header) };

        // Another writer may have brought the same bytes while these were being packed.
        var known = await KnownAsync(packed.Select(b => b.Hash), cancellation);
        db.Blobs.AddRange(packed.Where(b => !known.Contains(b.Hash)));
        db.Revisions.Add(revision);
        db.ManifestEntries.AddRange(files.Entries.Select(e => new ManifestEntry(revision.Id, e.Key, e.Value)));
        if (head is null)
        {
            db.Heads.Add(new PlanHead { PlanId = planId, RevisionId = revision.Id });
        }
        else
        {
            (await db.Heads.SingleAsync(h => h.PlanId == planId, cancellation)).RevisionId = revision.Id;
        }

        await db.SaveChangesAsync(cancellation);
        return revision;
    }

    // Databases end a text at a zero character, and half a surrogate pair has no UTF-8: both would read back changed.
    private static string Storable(string text) =>
        string.Concat(text.EnumerateRunes().Select(r => r.Value == 0 ? "\uFFFD" : r.ToString()));
}
