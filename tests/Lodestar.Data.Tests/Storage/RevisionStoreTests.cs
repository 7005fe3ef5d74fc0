// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder;
using Lodestar.Storage.Revisions;
using Lodestar.Testing;
using static Lodestar.Data.Tests.Storage.Store;

namespace Lodestar.Data.Tests.Storage;

public sealed class RevisionStoreTests
{
    private static readonly RevisionNote Note = new("Edit", "author-1");

    [Fact]
    public async Task Save_AnyBytes_LoadBackAsTheyWere()
    {
        await using var store = await NewAsync();
        var random = new Random(7);
        var noise = new byte[100_000];
        random.NextBytes(noise);
        var files = new PlanFiles([
            new("plan.yaml", "id: x\n"u8.ToArray()),
            new("empty.csv", ReadOnlyMemory<byte>.Empty),
            new("data/noise.bin", noise),
            new("data/zeros.bin", new byte[200_000]),
            new("data/ö 1.csv", "å;ä\r\n"u8.ToArray()),
        ]);

        var saved = Saved(await store.Revisions().SaveAsync("x", files, Note, null));

        Assert.True(Same(files, await store.Revisions().LoadAsync(saved.Id)));
    }

    [Fact]
    public async Task Save_First_HasNumberOneAndReadsBackAsGiven()
    {
        await using var store = await NewAsync();
        store.Time.Advance(TimeSpan.FromTicks(12_345_678));

        var saved = Saved(
            await store
                .Revisions()
                .SaveAsync("x", Files(("a", "1")), new RevisionNote("Ein\0 — two\nlines", null), null)
        );

        Assert.Equal(1, saved.Number);
        Assert.Null(saved.Parent);
        Assert.Null(saved.Author);
        Assert.Equal("Ein\uFFFD — two\nlines", saved.Message);
        Assert.Equal(ManualTime.Start.AddMilliseconds(1_234), saved.SavedAt);
        Assert.Matches("^[0-9a-f]{64}$", saved.Id);
        Assert.Equal(saved, await store.Revisions().CurrentAsync("x"));
        Assert.Equal([saved], await store.Revisions().HistoryAsync("x"));
        Assert.Null(await store.Revisions().CurrentAsync("y"));
    }

    [Fact]
    public async Task Save_SameContentAgain_IsStoredOnce()
    {
        await using var store = await NewAsync();
        var revisions = store.Revisions();
        var first = Saved(await revisions.SaveAsync("x", Files(("a", "same"), ("b", "same"), ("c", "1")), Note, null));
        Saved(await revisions.SaveAsync("x", Files(("a", "same"), ("b", "same"), ("c", "2")), Note, first.Id));
        Saved(await revisions.SaveAsync("y", Files(("d", "same")), Note, null));

        Assert.Equal(3, await store.CountAsync("SELECT count(*) FROM blobs"));
    }

    [Fact]
    public async Task Save_SameFiles_IsUnchangedAndWritesNothing()
    {
        await using var store = await NewAsync();
        var revisions = store.Revisions();
        var first = Saved(await revisions.SaveAsync("x", Files(("a", "1")), Note, null));

        Assert.Equal(
            new SaveOutcome.Unchanged(first),
            await revisions.SaveAsync("x", Files(("a", "1")), Note, first.Id)
        );
        Assert.Equal(new SaveOutcome.Unchanged(first), await revisions.SaveAsync("x", Files(("a", "1")), Note, null));
        Assert.Equal(1, await store.CountAsync("SELECT count(*) FROM revisions"));
    }

    [Fact]
    public async Task History_OfSeveralSaves_IsNewestFirstAndLinked()
    {
        await using var store = await NewAsync();
        var revisions = store.Revisions();
        string? parent = null;
        for (var i = 1; i <= 5; i++)
        {
            parent = Saved(await revisions.SaveAsync("x", Files(("a", $"{i}")), Note, parent)).Id;
        }

        var history = await revisions.HistoryAsync("x");

        Assert.Equal([5, 4, 3, 2, 1], history.Select(r => r.Number));
        Assert.Equal(history.Skip(1).Select(r => r.Id), history.SkipLast(1).Select(r => r.Parent));
        Assert.Equal("3", Text(await revisions.LoadAsync(history[2].Id), "a"));
    }

    [Fact]
    public async Task Save_OtherFilesChangedInBetween_KeepsBoth()
    {
        await using var store = await NewAsync();
        var revisions = store.Revisions();
        var start = Saved(
            await revisions.SaveAsync("x", Files(("a", "1"), ("b", "1"), ("c", "1"), ("d", "1")), Note, null)
        );
        var theirs = Saved(
            await revisions.SaveAsync("x", Files(("a", "2"), ("b", "1"), ("d", "1"), ("e", "new")), Note, start.Id)
        );

        var merged = Saved(
            await store
                .Revisions()
                .SaveAsync("x", Files(("a", "1"), ("b", "2"), ("c", "1"), ("f", "new")), Note, start.Id)
        );

        Assert.Equal(theirs.Id, merged.Parent);
        Assert.Equal(3, merged.Number);
        Assert.True(
            Same(Files(("a", "2"), ("b", "2"), ("e", "new"), ("f", "new")), await revisions.LoadAsync(merged.Id))
        );
    }

    [Fact]
    public async Task Save_SameFileChangedInBetween_IsAConflictWithTheLines()
    {
        await using var store = await NewAsync();
        var revisions = store.Revisions();
        var start = Saved(await revisions.SaveAsync("x", Files(("a", "one\ntwo\n"), ("b", "1")), Note, null));
        var theirs = Saved(await revisions.SaveAsync("x", Files(("a", "one\nzwei\n"), ("b", "1")), Note, start.Id));

        var outcome = await revisions.SaveAsync("x", Files(("a", "one\ndeux\n"), ("b", "2")), Note, start.Id);

        var conflict = Assert.IsType<SaveOutcome.Conflict>(outcome);
        Assert.Equal(theirs, conflict.Current);
        var change = Assert.Single(conflict.Changes);
        Assert.Equal(("a", ChangeKind.Changed), (change.Path, change.Kind));
        Assert.Equal(
            [new LineChange(' ', 1, 1, "one"), new LineChange('-', 2, 0, "zwei"), new LineChange('+', 0, 2, "deux")],
            change.Lines
        );
        Assert.Equal(theirs, await revisions.CurrentAsync("x"));
        Assert.Equal(2, await store.CountAsync("SELECT count(*) FROM revisions"));
    }

    [Fact]
    public async Task Save_RemovedHereAndChangedThere_IsAConflict()
    {
        await using var store = await NewAsync();
        var revisions = store.Revisions();
        var start = Saved(await revisions.SaveAsync("x", Files(("a", "1"), ("b", "1")), Note, null));
        Saved(await revisions.SaveAsync("x", Files(("a", "2"), ("b", "1")), Note, start.Id));

        var outcome = await revisions.SaveAsync("x", Files(("b", "1")), Note, start.Id);

        var change = Assert.Single(Assert.IsType<SaveOutcome.Conflict>(outcome).Changes);
        Assert.Equal(("a", ChangeKind.Removed), (change.Path, change.Kind));
    }

    [Fact]
    public async Task Save_SameEditOnBothSides_IsUnchanged()
    {
        await using var store = await NewAsync();
        var revisions = store.Revisions();
        var start = Saved(await revisions.SaveAsync("x", Files(("a", "1")), Note, null));
        var theirs = Saved(await revisions.SaveAsync("x", Files(("a", "2")), Note, start.Id));

        Assert.Equal(
            new SaveOutcome.Unchanged(theirs),
            await revisions.SaveAsync("x", Files(("a", "2")), Note, start.Id)
        );
    }

    [Fact]
    public async Task Save_NewToMeButThere_ConflictsOnWhatDiffers()
    {
        await using var store = await NewAsync();
        var revisions = store.Revisions();
        Saved(await revisions.SaveAsync("x", Files(("a", "1")), Note, null));

        Assert.IsType<SaveOutcome.Conflict>(await revisions.SaveAsync("x", Files(("a", "2")), Note, null));
    }

    [Theory]
    [InlineData("data", "data/x.csv")]
    [InlineData("A.csv", "a.csv")]
    public async Task Save_PathsThatFitNoDiskTogether_IsAConflict(string their, string mine)
    {
        await using var store = await NewAsync();
        var revisions = store.Revisions();
        var start = Saved(await revisions.SaveAsync("x", Files(("p", "1")), Note, null));
        Saved(await revisions.SaveAsync("x", Files(("p", "1"), (their, "1")), Note, start.Id));

        var outcome = await revisions.SaveAsync("x", Files(("p", "1"), (mine, "1")), Note, start.Id);

        Assert.Equal(
            new[] { their, mine }.Order(StringComparer.Ordinal),
            Assert.IsType<SaveOutcome.Conflict>(outcome).Changes.Select(c => c.Path)
        );
    }

    [Fact]
    public async Task Save_ParentOfAnotherPlan_IsRefused()
    {
        await using var store = await NewAsync();
        var revisions = store.Revisions();
        var other = Saved(await revisions.SaveAsync("y", Files(("a", "1")), Note, null));

        await Assert.ThrowsAsync<ArgumentException>(() => revisions.SaveAsync("x", Files(("a", "1")), Note, other.Id));
        Assert.Null(await revisions.CurrentAsync("x"));
    }

    [Fact]
    public async Task Restore_OlderState_IsANewRevisionOnTop()
    {
        await using var store = await NewAsync();
        var revisions = store.Revisions();
        var first = Saved(await revisions.SaveAsync("x", Files(("a", "1"), ("b", "1")), Note, null));
        var second = Saved(await revisions.SaveAsync("x", Files(("a", "2")), Note, first.Id));

        var restored = Saved(await revisions.RestoreAsync("x", first.Id, new RevisionNote("Back")));

        Assert.Equal((3, second.Id, "Back"), (restored.Number, restored.Parent, restored.Message));
        Assert.True(Same(Files(("a", "1"), ("b", "1")), await revisions.LoadAsync(restored.Id)));
        Assert.Equal("2", Text(await revisions.LoadAsync(second.Id), "a"));
        Assert.IsType<SaveOutcome.Unchanged>(await revisions.RestoreAsync("x", first.Id, Note));
        await Assert.ThrowsAsync<ArgumentException>(() => revisions.RestoreAsync("y", first.Id, Note));
    }

    [Fact]
    public async Task Find_AbbreviatedId_TakesSixCharactersOrMore()
    {
        await using var store = await NewAsync();
        var revisions = store.Revisions();
        var saved = Saved(await revisions.SaveAsync("x", Files(("a", "1")), Note, null));

        Assert.Equal(saved, await revisions.FindAsync("x", saved.Id));
        Assert.Equal(saved, await revisions.FindAsync("x", saved.Id[..6].ToUpperInvariant()));
        Assert.Null(await revisions.FindAsync("x", saved.Id[..5]));
        Assert.Null(await revisions.FindAsync("y", saved.Id));
        Assert.Null(await revisions.FindAsync("x", "no-hex"));
        Assert.Null(await revisions.FindAsync("x", saved.Id[..6] == "000000" ? "ffffff" : "000000"));
    }

    [Fact]
    public async Task Find_AmbiguousStart_IsNone()
    {
        await using var store = await NewAsync();
        var revisions = store.Revisions();
        var saved = Saved(await revisions.SaveAsync("x", Files(("a", "1")), Note, null));
        var twin = saved.Id[..10] + new string('0', 54);
        await store.ExecuteAsync(
            $"INSERT INTO revisions (Id, PlanId, Number, SavedAt, Message) VALUES ('{twin}', 'x', 2, 0, '')"
        );

        Assert.Null(await revisions.FindAsync("x", saved.Id[..10]));
        Assert.Equal(saved, await revisions.FindAsync("x", saved.Id));
    }

    [Fact]
    public async Task Diff_OfTwoRevisions_NamesEveryChangedFile()
    {
        await using var store = await NewAsync();
        var revisions = store.Revisions();
        var first = Saved(await revisions.SaveAsync("x", Files(("a", "1\n"), ("b", "1\n"), ("c", "1\n")), Note, null));
        var second = Saved(
            await revisions.SaveAsync("x", Files(("a", "1\n"), ("b", "2\n"), ("d", "1\n")), Note, first.Id)
        );

        var changes = await revisions.DiffAsync(first.Id, second.Id);

        Assert.Equal(
            [("b", ChangeKind.Changed), ("c", ChangeKind.Removed), ("d", ChangeKind.Added)],
            changes.Select(c => (c.Path, c.Kind))
        );
        Assert.Equal([new LineChange('+', 0, 1, "1")], changes[2].Lines);
        Assert.Empty(await revisions.DiffAsync(first.Id, first.Id));
    }

    [Fact]
    public async Task Load_UnknownRevision_SaysSo()
    {
        await using var store = await NewAsync();

        await Assert.ThrowsAsync<KeyNotFoundException>(() => store.Revisions().LoadAsync(new string('a', 64)));
    }
}
