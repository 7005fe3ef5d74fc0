// SPDX-License-Identifier: Apache-2.0
using System.Data;
using System.Security.Cryptography;
using System.Text;
using Lodestar.Formats.Library;
using Lodestar.Planning.Diagnostics;
using Lodestar.Storage.Revisions;
using Microsoft.EntityFrameworkCore;

namespace Lodestar.Storage.Index;

/// <summary>
/// Relational index over the current revisions. A verdict can change by the mere passing of time, so a row carries the
/// day it was worked out for; reading it on another day works it out anew.
/// </summary>
/// <param name="library">What plans are read with; the shipped library when left out.</param>
public sealed class PlanIndex(LodestarDb db, TimeProvider time, LibraryReading? library = null)
{
    /// <summary>
    /// As many rows of an earlier day are renewed in one listing, and no more than fit into a second; the rest come back with the day they are of, and are
    /// renewed by the next listings, oldest first.
    /// </summary>
    public const int RenewedAtOnce = 50;

    // A plan with a model takes tenths of a second; nobody should wait for those of all others.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly RevisionReader _reader = new(db);

    private LibraryReading Library => library ?? LibraryReader.Shipped;

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>By name.</summary>
    public async Task<EquatableList<PlanSummary>> ListAsync(CancellationToken cancellation = default)
    {
        await RenewAsync(null, cancellation);
        return (await IndexRows.ReadAsync(db, null, cancellation))
            .OrderBy(s => s.Name, StringComparer.InvariantCultureIgnoreCase)
            .ThenBy(s => s.PlanId, StringComparer.Ordinal)
            .ToEquatableList();
    }

    /// <summary>Differs whenever any plan has another current revision: what was made from a listing holds as long as it is the same.</summary>
    public async Task<string> StampAsync(CancellationToken cancellation = default)
    {
        var heads = await db
            .Heads.AsNoTracking()
            .OrderBy(h => h.PlanId)
            .Select(h => h.RevisionId)
            .ToListAsync(cancellation);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', heads))))[..24];
    }

    public async Task<PlanSummary?> FindAsync(string planId, CancellationToken cancellation = default)
    {
        await RenewAsync(planId, cancellation);
        return (await IndexRows.ReadAsync(db, planId, cancellation)).SingleOrDefault();
    }

    /// <summary>
    /// Makes the index anew from the revisions, plan by plan, and reports plans done. Readers see a whole index all the
    /// while; an interrupted rebuild is taken up by running it again.
    /// </summary>
    public async Task<int> RebuildAsync(IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        var heads = await db.Heads.AsNoTracking().OrderBy(h => h.PlanId).ToListAsync(cancellation);
        var done = 0;
        foreach (var head in heads)
        {
            await MakeAsync(head, cancellation);
            progress?.Report(++done);
        }

        return done;
    }

    private async Task RenewAsync(string? planId, CancellationToken cancellation)
    {
        var (today, version) = (Today, IndexMap.VersionOf(Library));
        var rows = await (
            from head in db.Heads.AsNoTracking()
            where planId == null || head.PlanId == planId
            join summary in db.Summaries.AsNoTracking() on head.PlanId equals summary.PlanId into summaries
            from row in summaries.DefaultIfEmpty()
            where
                row == null
                || row.AsOf != today
                || row.RevisionId != head.RevisionId
                || EF.Property<int>(row, IndexMap.VersionColumn) != version
            select new
            {
                Head = head,
                Unfit = row == null
                    || row.RevisionId != head.RevisionId
                    || EF.Property<int>(row, IndexMap.VersionColumn) != version,
                AsOf = (DateOnly?)row!.AsOf,
            }
        ).ToListAsync(cancellation);

        var aged = rows.Where(r => !r.Unfit)
            .OrderBy(r => r.AsOf)
            .ThenBy(r => r.Head.PlanId, StringComparer.Ordinal)
            .Take(RenewedAtOnce);
        foreach (var row in rows.Where(r => r.Unfit))
        {
            await MakeAsync(row.Head, cancellation);
        }

        var began = time.GetTimestamp();
        foreach (var row in aged.TakeWhile(_ => time.GetElapsedTime(began) < Patience))
        {
            await MakeAsync(row.Head, cancellation);
        }
    }

    private async Task MakeAsync(PlanHead head, CancellationToken cancellation)
    {
        var summary = await SummariseAsync(head, cancellation);
        await db
            .Database.CreateExecutionStrategy()
            .ExecuteAsync(
                async cancel =>
                {
                    db.ChangeTracker.Clear();
                    await using var transaction = await db.Database.BeginTransactionAsync(
                        IsolationLevel.Serializable,
                        cancel
                    );
                    // A save in between has written the row of its own, newer revision.
                    if (
                        await db.Heads.AnyAsync(h => h.PlanId == head.PlanId && h.RevisionId == head.RevisionId, cancel)
                    )
                    {
                        await IndexRows.ReplaceAsync(db, summary, Library, cancel);
                        await transaction.CommitAsync(CancellationToken.None);
                    }

                    db.ChangeTracker.Clear();
                },
                cancellation
            );
    }

    private async Task<PlanSummary> SummariseAsync(PlanHead head, CancellationToken cancellation)
    {
        try
        {
            var manifest = await _reader.ManifestAsync(head.RevisionId, cancellation);
            var files = await _reader.OpenAsync(manifest, cancellation);
            return PlanSummaries.Of(head.PlanId, head.RevisionId, files, Library.Library, Today);
        }
        // One damaged plan must not take the list of all others with it; opening it says what happened.
        catch (DamagedStorageException)
        {
            return new PlanSummary(head.PlanId, head.PlanId, head.RevisionId) { AsOf = Today, Errors = 1 };
        }
    }
}
