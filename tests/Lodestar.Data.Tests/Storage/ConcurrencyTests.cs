// SPDX-License-Identifier: Apache-2.0
using Lodestar.Storage.Revisions;
using static Lodestar.Data.Tests.Storage.Store;

namespace Lodestar.Data.Tests.Storage;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task Save_FiftyAtOnceToOnePlan_KeepsEveryFile()
    {
        await using var store = await NewAsync();
        var start = Saved(await store.Revisions().SaveAsync("x", Files(("start", "0")), new RevisionNote("0"), null));

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(1, 50)
                .Select(i => (i, Revisions: store.Revisions()))
                .Select(s =>
                    Task.Run(() =>
                        s.Revisions.SaveAsync(
                            "x",
                            Files(("start", "0"), ($"file-{s.i}", $"{s.i}")),
                            new RevisionNote($"{s.i}"),
                            start.Id
                        )
                    )
                )
        );

        var saved = outcomes.Select(Saved).ToList();
        var current = await store.Revisions().CurrentAsync("x");
        var files = await store.Revisions().LoadAsync(current!.Id);
        Assert.Equal(Enumerable.Range(2, 50), saved.Select(r => r.Number).Order());
        Assert.Equal(51, files.Count);
        Assert.All(Enumerable.Range(1, 50), i => Assert.Equal($"{i}", Text(files, $"file-{i}")));
        Assert.Equal(current.Id, (await store.Index().FindAsync("x"))?.RevisionId);
    }

    [Fact]
    public async Task Save_FiftyAtOnceToOneFile_OneWinsAndTheOthersAreTold()
    {
        await using var store = await NewAsync();
        var start = Saved(await store.Revisions().SaveAsync("x", Files(("a", "0")), new RevisionNote("0"), null));

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(1, 50)
                .Select(i => (i, Revisions: store.Revisions()))
                .Select(s =>
                    Task.Run(() =>
                        s.Revisions.SaveAsync("x", Files(("a", $"{s.i}")), new RevisionNote($"{s.i}"), start.Id)
                    )
                )
        );

        Assert.Single(outcomes.OfType<SaveOutcome.Saved>());
        Assert.Equal(49, outcomes.OfType<SaveOutcome.Conflict>().Count());
    }

    [Fact]
    public async Task Save_WhileAnotherWrites_WaitsForIt()
    {
        await using var store = await NewAsync();
        await using var other = store.Db();
        var held = await other.Database.BeginTransactionAsync();
        var save = Task.Run(() => store.Revisions().SaveAsync("x", Files(("a", "1")), new RevisionNote("1"), null));

        await Task.Delay(500);
        Assert.False(save.IsCompleted);
        await held.DisposeAsync();

        Assert.Equal(1, Saved(await save).Number);
    }
}
