// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Library;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;
using Lodestar.Storage.Index;
using Lodestar.Storage.Revisions;
using Microsoft.Extensions.Caching.Memory;

namespace Lodestar.Web.Features.Plans;

/// <summary>A stored revision, what was read from it, and what the lodestar test says of it.</summary>
public sealed record OpenPlan(Revision Revision, PlanReading Reading, PlanAssessment Assessment);

/// <summary>The plans of this server as pages and the API read them.</summary>
public sealed class PlanLibrary(
    RevisionStore revisions,
    PlanIndex index,
    TimeProvider time,
    PlanCache cache,
    LibraryReading shared
)
{
    private static readonly DateOnly Latest = new(2200, 12, 31);

    /// <summary>The day on which plans are assessed unless somebody asks for another: today in UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>All plans, by name.</summary>
    public Task<EquatableList<PlanSummary>> ListAsync(CancellationToken cancellation = default) =>
        index.ListAsync(cancellation);

    /// <summary>
    /// The plan at a revision (its full id or an unambiguous start; else the current one), assessed on a date (else
    /// today); null when there is no such plan or revision.
    /// </summary>
    public async Task<OpenPlan?> OpenAsync(
        string planId,
        string? revision = null,
        DateOnly? date = null,
        CancellationToken cancellation = default
    )
    {
        var found = await FindAsync(planId, revision, cancellation);
        // Beyond this nothing is stated of any year, and a page would only grow.
        var day = date > Latest ? Latest : date ?? Today;
        return found is null ? null : await OpenAsync(found, day, cancellation);
    }

    /// <summary>The revision by its id, or the current one; null when there is none.</summary>
    public Task<Revision?> FindAsync(string planId, string? revision, CancellationToken cancellation = default) =>
        string.IsNullOrEmpty(revision)
            ? revisions.CurrentAsync(planId, cancellation)
            : revisions.FindAsync(planId, revision, cancellation);

    private async Task<OpenPlan> OpenAsync(Revision revision, DateOnly date, CancellationToken cancellation)
    {
        if (cache.Entries.TryGetValue<OpenPlan>((revision.Id, date), out var open) && open is not null)
        {
            return open;
        }

        var files = await revisions.LoadAsync(revision.Id, cancellation);
        var reading = PlanReader.Read(files, shared.Library);
        open = new OpenPlan(revision, reading, Assessor.Assess(reading.Plan, date, reading.Outlook));
        cache.Keep((revision.Id, date), open);
        return open;
    }
}

/// <summary>
/// Plans already read, by revision and date. A revision never changes, so an entry is never stale; the oldest unused go
/// when the whole grows too large.
/// </summary>
public sealed class PlanCache : IDisposable
{
    private const long LimitBytes = 256L << 20;

    // What a reading holds beside its files: the parsed plan and its findings, by measure a few times the text.
    private const long FixedBytes = 64L << 10;
    private const int ParsedToText = 4;

    internal MemoryCache Entries { get; } = new(new MemoryCacheOptions { SizeLimit = LimitBytes });

    internal void Keep((string Revision, DateOnly Date) key, OpenPlan plan)
    {
        var bytes = plan.Reading.Files.Sum(f => (long)f.Value.Length);
        Entries.Set(key, plan, new MemoryCacheEntryOptions { Size = FixedBytes + bytes * ParsedToText });
    }

    public void Dispose() => Entries.Dispose();
}
