// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Data.Crasher;
using Lodestar.Data.Crasher.Tracing;
using Lodestar.Storage;
using Lodestar.Storage.Revisions;
using Lodestar.Storage.Sqlite;
using Lodestar.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Lodestar.Data.Tests.Storage;

/// <summary>
/// Cuts the power: saves through a file layer that writes down every write and sync, then rebuilds the disk as it would
/// be found after a cut, and looks for every revision that had been acknowledged by then.
/// </summary>
public sealed class PowerLossTests
{
    private const int Saves = 40;
    private const int RandomCuts = 40;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cut_AtEveryAcknowledgement_LosesNoAcknowledgedRevision(bool pooled)
    {
        var trace = await SaveAsync("full", pooled, "wal_autocheckpoint = 40");
        Assert.True(trace.Syncs >= Saves);

        var acknowledgements = 0;
        foreach (var disk in trace.Replay().Where(d => d.JustAcknowledged))
        {
            acknowledgements++;
            Assert.Empty(await FaultsAsync(disk, null));
            Assert.Empty(await FaultsAsync(disk, new Random(acknowledgements)));
        }

        Assert.Equal(Saves, acknowledgements);
    }

    [Fact]
    public async Task Cut_AtAnyMomentWithTornWrites_LosesNoAcknowledgedRevision()
    {
        var trace = await SaveAsync("torn", pooled: true, "wal_autocheckpoint = 40");
        var random = new Random(20261122);
        var moments = Enumerable.Range(0, RandomCuts).Select(_ => random.Next(trace.Count)).ToHashSet();

        var (step, torn) = (0, 0);
        foreach (var disk in trace.Replay())
        {
            if (!moments.Contains(step++))
            {
                continue;
            }

            torn += disk.HasUnsynced ? 1 : 0;
            Assert.Empty(await FaultsAsync(disk, null));
            Assert.Empty(await FaultsAsync(disk, random));
            Assert.Empty(await FaultsAsync(disk, random));
        }

        Assert.True(torn > RandomCuts / 4, $"Only {torn} of {moments.Count} cuts met unsynced writes.");
    }

    /// <summary>The proof that the tests above can fail: with weaker settings they do.</summary>
    [Theory]
    [InlineData("synchronous = OFF")]
    [InlineData("synchronous = NORMAL")]
    public async Task Cut_WithWeakerSettings_LosesAcknowledgedRevisions(string pragma)
    {
        var trace = await SaveAsync($"weak-{pragma[^3..]}", pooled: true, pragma);

        var lossy = 0;
        foreach (var disk in trace.Replay().Where(d => d.JustAcknowledged))
        {
            lossy += (await FaultsAsync(disk, null)).Count > 0 ? 1 : 0;
        }

        Assert.True(lossy > Saves / 2, $"Only {lossy} of {Saves} cuts lost something.");
    }

    /// <summary>Saves to a traced database; the setting is put on top of the product's own after the schema is made.</summary>
    private static async Task<WriteTrace> SaveAsync(string name, bool pooled, string pragma)
    {
        using var folder = new TemporaryFolder();
        using var vfs = new TracingVfs($"lodestar-trace-{name}-{pooled}");
        var file = folder.Combine("lodestar.db");
        var traced = new DbContextOptionsBuilder<LodestarDb>(SqliteDatabase.Options(file)).UseSqlite(
            $"Data Source={file};Vfs=lodestar-trace-{name}-{pooled};Pooling={pooled}"
        );
        await using (var db = new LodestarDb(traced.Options))
        {
            await SqliteDatabase.OpenAsync(db);
        }

        var set = traced.AddInterceptors(new SqliteDatabaseTests.Spoiler(pragma)).Options;
        string? parent = null;
        for (var seed = 0; seed < Saves; seed++)
        {
            await using var db = new LodestarDb(set);
            var outcome = await new RevisionStore(db, new ManualTime()).SaveAsync(
                "x",
                SeededFiles.Of(seed),
                new RevisionNote("Edit"),
                parent
            );
            parent = Store.Saved(outcome).Id;
            vfs.Trace.Acknowledged($"{seed} {parent}");
        }

        SqliteConnection.ClearPool(new SqliteConnection(traced.Options.FindConnectionString()));
        return vfs.Trace;
    }

    /// <summary>What is missing or broken on the disk after a cut; nothing when all is well.</summary>
    private static async Task<List<string>> FaultsAsync(DiskReplay disk, Random? chance)
    {
        using var folder = new TemporaryFolder();
        disk.WriteTo(folder.Path, chance);
        var faults = new List<string>();
        try
        {
            await using var db = new LodestarDb(SqliteDatabase.Options(folder.Combine("lodestar.db")));
            await SqliteDatabase.OpenAsync(db);
            await db.Database.OpenConnectionAsync();
            faults.AddRange(
                (await db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync()).Where(r => r != "ok")
            );
            var store = new RevisionStore(db, TimeProvider.System);
            foreach (var acknowledged in disk.Acknowledged)
            {
                var parts = acknowledged.Split(' ');
                var seed = int.Parse(parts[0], CultureInfo.InvariantCulture);
                if (!Store.Same(SeededFiles.Of(seed), await store.LoadAsync(parts[1])))
                {
                    faults.Add($"{acknowledged} reads back changed.");
                }
            }
        }
        catch (Exception e) when (e is SqliteException or KeyNotFoundException or DamagedStorageException)
        {
            faults.Add(e.Message);
        }
        finally
        {
            SqliteConnection.ClearPool(
                new SqliteConnection(SqliteDatabase.Options(folder.Combine("lodestar.db")).FindConnectionString())
            );
        }

        return faults;
    }
}
