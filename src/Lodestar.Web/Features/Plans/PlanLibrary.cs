// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using Lodestar.Formats.Library;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Scenarios;
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
        if (cache.Find(revision.Id) is not { } kept)
        {
            var files = await revisions.LoadAsync(revision.Id, cancellation);
            kept = await cache
                .ReadAsync(revision.Id, () => PlanReader.Read(files, shared.Library))
                .WaitAsync(cancellation);
        }

        return kept.On(
            date,
            reading => new OpenPlan(revision, reading, Assessor.Assess(reading.Plan, date, reading.Outlook))
        );
    }
}

/// <summary>
/// Plans already read, by revision. A revision never changes, so an entry is never stale; the oldest unused go when the
/// whole grows too large. Whoever asks for one that is being read waits for that one reading.
/// </summary>
public sealed class PlanCache : IDisposable
{
    private const long LimitBytes = 256L << 20;

    // What a reading holds beside its files: the parsed plan and its findings, by measure a few times the text.
    private const long FixedBytes = 256L << 10;
    private const int ParsedToText = 4;

    // Beside the draws of a scenario its lines, and the model itself.
    private const int OutlookToDraws = 2;

    private readonly MemoryCache _entries = new(new MemoryCacheOptions { SizeLimit = LimitBytes });
    private readonly ConcurrentDictionary<string, Lazy<Task<KeptPlan>>> _underway = new(StringComparer.Ordinal);

    internal KeptPlan? Find(string revision) => _entries.Get<KeptPlan>(revision);

    /// <summary>Reads a plan and runs its scenarios, which no date changes; one at a time of each revision.</summary>
    internal Task<KeptPlan> ReadAsync(string revision, Func<PlanReading> read) =>
        _underway.GetOrAdd(revision, _ => new Lazy<Task<KeptPlan>>(() => Task.Run(() => Kept(revision, read)))).Value;

    private KeptPlan Kept(string revision, Func<PlanReading> read)
    {
        try
        {
            if (Find(revision) is { } found)
            {
                return found;
            }

            var reading = read();
            return _entries.Set(
                revision,
                new KeptPlan(reading),
                new MemoryCacheEntryOptions { Size = SizeOf(reading, reading.Outlook) }
            );
        }
        finally
        {
            _underway.TryRemove(revision, out _);
        }
    }

    private static long SizeOf(PlanReading reading, PlanOutlook? outlook)
    {
        var text = reading.Files.Sum(f => (long)f.Value.Length);
        var draws = outlook is null
            ? 0
            : (long)sizeof(double) * ScenarioRunner.DrawCount * outlook.Runs.Sum(r => (long)r.Path.Length);
        return FixedBytes + (text * ParsedToText) + (draws * OutlookToDraws);
    }

    public void Dispose() => _entries.Dispose();
}

/// <summary>A plan that was read, and what the test says of it on the days that were asked for lately.</summary>
internal sealed class KeptPlan(PlanReading reading)
{
    private const int MostDays = 8;

    private readonly ConcurrentDictionary<DateOnly, OpenPlan> _days = new();

    public OpenPlan On(DateOnly date, Func<PlanReading, OpenPlan> assess)
    {
        if (_days.TryGetValue(date, out var open))
        {
            return open;
        }

        if (_days.Count >= MostDays)
        {
            _days.Clear();
        }

        return _days[date] = assess(reading);
    }
}
