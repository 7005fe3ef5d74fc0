// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Cli.Terminals;
using Lodestar.Planning.Diagnostics;
using Lodestar.Storage;
using Lodestar.Storage.Index;
using Lodestar.Storage.Revisions;
using Lodestar.Storage.Sqlite;

namespace Lodestar.Cli.Revising;

/// <summary>The store that the server keeps too, opened from the command line.</summary>
internal sealed class PlanStore : IAsyncDisposable
{
    /// <summary>The server's name for it.</summary>
    private const string DatabaseFile = "lodestar.db";
    private const int ShortestId = 6;

    private readonly LodestarDb _db;
    private readonly PlanIndex _index;
    private readonly string _directory;

    private PlanStore(LodestarDb db, TimeProvider time, string directory)
    {
        _db = db;
        _directory = directory;
        _index = new PlanIndex(db, time);
        Revisions = new RevisionStore(db, time);
    }

    public RevisionStore Revisions { get; }

    /// <summary>A store that is not there is made when <paramref name="create"/> asks for it, else a failure.</summary>
    public static async Task<(PlanStore?, Failure?)> OpenAsync(
        Shell shell,
        string? data,
        bool create,
        CancellationToken cancellation
    )
    {
        var directory = DataDirectory.Of(shell, data);
        var file = Path.Combine(directory, DatabaseFile);
        if (!create && !File.Exists(file))
        {
            return (null, Failure.Of(ExitCode.Usage, "LS6005", ("directory", directory)));
        }

        DataDirectory.Create(directory);
        var db = new LodestarDb(SqliteDatabase.Options(file));
        try
        {
            await SqliteDatabase.OpenAsync(db, cancellation);
        }
        catch (InvalidOperationException e)
        {
            await db.DisposeAsync();
            return (null, Failure.Of(ExitCode.Machine, "LS6022", ("what", e.Message)));
        }

        return (new PlanStore(db, shell.Time, directory), null);
    }

    /// <summary>All plans of the store, by name.</summary>
    public Task<EquatableList<PlanSummary>> ListAsync(CancellationToken cancellation) => _index.ListAsync(cancellation);

    /// <summary>A revision by number, by id or the start of one; null asks for the current one.</summary>
    public async Task<(Revision?, Failure?)> FindAsync(string planId, string? revision, CancellationToken cancellation)
    {
        if (await Revisions.CurrentAsync(planId, cancellation) is not { } current)
        {
            var known = (await _index.ListAsync(cancellation)).Select(p => p.PlanId);
            return (
                null,
                Failure.Of(ExitCode.Usage, "LS6006", ("plan", planId), ("directory", _directory)).Near(planId, known)
            );
        }

        if (revision is null)
        {
            return (current, null);
        }

        var found =
            revision.Length < ShortestId && int.TryParse(revision, CultureInfo.InvariantCulture, out var number)
                ? (await Revisions.HistoryAsync(planId, cancellation)).FirstOrDefault(r => r.Number == number)
            : revision.Length >= ShortestId ? await Revisions.FindAsync(planId, revision, cancellation)
            : null;
        return found is null
            ? (null, Failure.Of(ExitCode.Usage, "LS6008", ("plan", planId), ("revision", revision)))
            : (found, null);
    }

    public ValueTask DisposeAsync() => _db.DisposeAsync();
}
