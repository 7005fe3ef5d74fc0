// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Globalization;
using Lodestar.Data.Crasher;
using Lodestar.Storage;
using Lodestar.Storage.Revisions;
using Lodestar.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Lodestar.Data.Tests.Storage;

/// <summary>Processes that save, one after the other or at the same time, and are killed without warning.</summary>
public sealed class KillTests
{
    private const int Wanted = 1_000;
    private const int SeedsALife = 10_000;

    [Fact]
    public async Task Kill_AtRandomDuringAThousandSaves_LosesNoAcknowledgedRevision()
    {
        await using var store = new Store();
        var random = new Random(20261122);
        var acknowledged = new List<(int Seed, string Id)>();
        var lives = 0;
        for (; acknowledged.Count < Wanted; lives++)
        {
            using var process = Start(store.File, "crash", lives * SeedsALife, SeedsALife);
            if (lives % 5 == 0)
            {
                // While the database is opened, made or upgraded.
                await Task.Delay(random.Next(1_500));
            }
            else
            {
                for (var saves = random.Next(1, 90); saves > 0; saves--)
                {
                    acknowledged.Add(Parse(await process.StandardOutput.ReadLineAsync()));
                }

                await Task.Delay(random.Next(15));
            }

            process.Kill();
            acknowledged.AddRange(Whole(await process.StandardOutput.ReadToEndAsync()));
            Assert.Equal("", await process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();

            await AssertAllThereAsync(store, acknowledged);
        }

        Assert.True(lives > 10);
        var history = await store.Revisions().HistoryAsync("crash");
        Assert.Equal(Enumerable.Range(1, history.Count).Reverse(), history.Select(r => r.Number));
        Assert.Empty(acknowledged.Select(a => a.Id).Except(history.Select(r => r.Id)));
    }

    [Fact]
    public async Task Save_FromTwoProcessesAtOnce_LosesNothing()
    {
        await using var store = new Store();
        const int Each = 60;
        using var one = Start(store.File, "one", 0, Each);
        using var two = Start(store.File, "two", Each, Each);

        var printed = await Task.WhenAll(one.StandardOutput.ReadToEndAsync(), two.StandardOutput.ReadToEndAsync());

        await Task.WhenAll(one.WaitForExitAsync(), two.WaitForExitAsync());
        Assert.Equal((0, 0), (one.ExitCode, two.ExitCode));
        var acknowledged = printed.SelectMany(Whole).ToList();
        Assert.Equal(2 * Each, acknowledged.Count);
        await AssertAllThereAsync(store, acknowledged);
        Assert.Equal(Each, (await store.Revisions().CurrentAsync("one"))?.Number);
        Assert.Equal(Each, (await store.Revisions().CurrentAsync("two"))?.Number);
    }

    private static async Task AssertAllThereAsync(Store store, List<(int Seed, string Id)> acknowledged)
    {
        await using var db = new LodestarDb(SqliteDatabase.Options(store.File));
        await SqliteDatabase.OpenAsync(db);
        Assert.Equal(["ok"], await db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync());
        await db.Database.OpenConnectionAsync();
        var revisions = new RevisionStore(db, store.Time);
        foreach (var (seed, id) in acknowledged)
        {
            Assert.True(
                Store.Same(SeededFiles.Of(seed), await revisions.LoadAsync(id)),
                $"Save {seed} reads back changed as {id}."
            );
        }
    }

    private static Process Start(string file, string plan, int first, int count)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var crasher = Path.Combine(AppContext.BaseDirectory, "Lodestar.Data.Crasher.dll");
        return Process.Start(
            new ProcessStartInfo(dotnet, [crasher, file, plan, $"{first}", $"{count}"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
    }

    // What follows the last line end was not told in full, so nobody was told.
    private static IEnumerable<(int Seed, string Id)> Whole(string printed) =>
        printed.Split('\n').SkipLast(1).Select(Parse);

    private static (int Seed, string Id) Parse(string? line)
    {
        var parts = line?.Split(' ');
        Assert.True(parts?.Length == 2, $"The process said '{line}'.");
        return (int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]);
    }
}
