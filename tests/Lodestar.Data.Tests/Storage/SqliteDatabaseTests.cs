// SPDX-License-Identifier: Apache-2.0
using System.Data.Common;
using Lodestar.Storage;
using Lodestar.Storage.Revisions;
using Lodestar.Storage.Sqlite;
using Lodestar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using static Lodestar.Data.Tests.Storage.Store;

namespace Lodestar.Data.Tests.Storage;

public sealed class SqliteDatabaseTests
{
    [Fact]
    public async Task Open_Twice_KeepsWhatIsThere()
    {
        await using var store = await NewAsync();
        var saved = Saved(await store.Revisions().SaveAsync("x", Files(("a", "1")), new RevisionNote("1"), null));

        await SqliteDatabase.OpenAsync(store.Db());

        Assert.Equal(saved, await store.Revisions().CurrentAsync("x"));
    }

    [Fact]
    public async Task Open_ByManyAtOnce_MakesOneSchema()
    {
        await using var store = new Store();

        await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => store.Db()).Select(db => Task.Run(() => SqliteDatabase.OpenAsync(db)))
        );

        Assert.Equal(
            store.Db().Database.GetMigrations().LongCount(),
            await store.CountAsync("SELECT count(*) FROM __EFMigrationsHistory")
        );
    }

    [Fact]
    public void Migrations_AgainstTheModel_LackNothing()
    {
        using var folder = new TemporaryFolder();
        using var db = new LodestarDb(SqliteDatabase.Options(folder.Combine("x.db")));

        Assert.False(db.Database.HasPendingModelChanges());
        Assert.NotEmpty(db.Database.GetMigrations());
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "10000")]
    public async Task Connection_OfAnyContext_IsDurable(string pragma, string expected)
    {
        await using var store = await NewAsync();
        for (var i = 0; i < 3; i++)
        {
            var db = store.Db();
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {pragma}";

            Assert.Equal(expected, $"{await command.ExecuteScalarAsync()}");
        }
    }

    [Theory]
    [InlineData("synchronous = NORMAL")]
    [InlineData("synchronous = OFF")]
    [InlineData("foreign_keys = OFF")]
    [InlineData("busy_timeout = 0")]
    public async Task Open_WhenASettingDoesNotHold_Refuses(string pragma)
    {
        await using var store = await NewAsync();
        var spoilt = new DbContextOptionsBuilder<LodestarDb>(SqliteDatabase.Options(store.File))
            .AddInterceptors(new Spoiler(pragma))
            .Options;
        await using var db = new LodestarDb(spoilt);

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => SqliteDatabase.OpenAsync(db));

        Assert.Contains("LS4010", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_DatabaseOfANewerVersion_RefusesAndTouchesNothing()
    {
        await using var store = await NewAsync();
        await store.ExecuteAsync("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Future', '99.0.0')");

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => SqliteDatabase.OpenAsync(store.Db()));

        Assert.Contains("LS4011", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_AfterAMigrationThatWasKilled_DoesNotWaitForItsLock()
    {
        await using var store = new Store();
        await store.ExecuteAsync(
            """CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT NOT NULL)"""
        );
        await store.ExecuteAsync("""INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01')""");

        await SqliteDatabase.OpenAsync(store.Db());

        Assert.IsType<SaveOutcome.Saved>(
            await store.Revisions().SaveAsync("x", Files(("a", "1")), new RevisionNote("1"), null)
        );
    }

    [Fact]
    public async Task Backup_WhileInUse_HoldsEverythingSaved()
    {
        await using var store = await NewAsync();
        using var elsewhere = new TemporaryFolder();
        var files = Files(("a", "1"), ("b", new string('x', 10_000)));
        var saved = Saved(await store.Revisions().SaveAsync("x", files, new RevisionNote("1"), null));

        await store.ExecuteAsync($"VACUUM INTO '{elsewhere.Combine("copy.db")}'");
        Saved(await store.Revisions().SaveAsync("x", Files(("a", "2")), new RevisionNote("2"), saved.Id));

        await using var copy = new LodestarDb(SqliteDatabase.Options(elsewhere.Combine("copy.db")));
        await SqliteDatabase.OpenAsync(copy);
        var restored = new RevisionStore(copy, store.Time);
        Assert.Equal(saved, await restored.CurrentAsync("x"));
        Assert.True(Same(files, await restored.LoadAsync(saved.Id)));
    }

    /// <summary>Undoes a setting after the product made it, as a wrong build or a foreign interceptor would.</summary>
    internal sealed class Spoiler(string pragma) : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA {pragma}";
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
