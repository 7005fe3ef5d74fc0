// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Lodestar.Formats.PlanFolder;
using Lodestar.Storage;
using Lodestar.Storage.Index;
using Lodestar.Storage.Revisions;
using Lodestar.Storage.Sqlite;
using Lodestar.Testing;
using Microsoft.Data.Sqlite;

namespace Lodestar.Data.Tests.Storage;

/// <summary>A database file in a folder of its own.</summary>
internal sealed class Store : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<LodestarDb> _open = [];

    public ManualTime Time { get; } = new();

    public string File => _folder.Combine("lodestar.db");

    public static async Task<Store> NewAsync()
    {
        var store = new Store();
        await SqliteDatabase.OpenAsync(store.Db());
        return store;
    }

    public LodestarDb Db()
    {
        var db = new LodestarDb(SqliteDatabase.Options(File));
        _open.Add(db);
        return db;
    }

    public RevisionStore Revisions() => new(Db(), Time);

    public PlanIndex Index() => new(Db(), Time);

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={File}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public async Task<long> CountAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={File}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public static PlanFiles Files(params (string Path, string Text)[] files) =>
        new(files.Select(f => KeyValuePair.Create(f.Path, new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(f.Text)))));

    public static string Text(PlanFiles files, string path) =>
        files.TryGet(path, out var bytes) ? Encoding.UTF8.GetString(bytes.Span) : "(absent)";

    public static bool Same(PlanFiles one, PlanFiles other) =>
        one.Paths.SequenceEqual(other.Paths)
        && one.All(f => other.TryGet(f.Key, out var bytes) && bytes.Span.SequenceEqual(f.Value.Span));

    public static Revision Saved(SaveOutcome outcome) => Assert.IsType<SaveOutcome.Saved>(outcome).Revision;

    public async ValueTask DisposeAsync()
    {
        foreach (var db in _open)
        {
            await db.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
