// SPDX-License-Identifier: Apache-2.0
using Lodestar.Storage.Revisions;
using static Lodestar.Data.Tests.Storage.Store;

namespace Lodestar.Data.Tests.Storage;

public sealed class TamperingTests
{
    private static readonly string Long = new('x', 5_000);

    [Theory]
    [InlineData("UPDATE blobs SET Stored = zeroblob(length(Stored))", "LS4001")]
    [InlineData("UPDATE blobs SET Stored = substr(Stored, 1, length(Stored) - 1)", "LS4001")]
    [InlineData("UPDATE blobs SET Stored = Stored || x'00'", "LS4001")]
    [InlineData("UPDATE blobs SET Length = Length + 1", "LS4001")]
    [InlineData("UPDATE blobs SET Length = 99999999999", "LS4001")]
    [InlineData("UPDATE blobs SET Length = -1", "LS4001")]
    [InlineData("UPDATE blobs SET Encoding = 1 - Encoding", "LS4001")]
    [InlineData("UPDATE blobs SET Encoding = 7", "LS4001")]
    [InlineData("UPDATE revisions SET Message = 'other'", "LS4002")]
    [InlineData("UPDATE revisions SET Author = NULL", "LS4002")]
    [InlineData("UPDATE revisions SET SavedAt = SavedAt + 1", "LS4002")]
    [InlineData("UPDATE revisions SET Number = 7", "LS4002")]
    [InlineData("UPDATE revisions SET PlanId = 'z'", "LS4002")]
    [InlineData("UPDATE manifest_entries SET Path = 'z' WHERE Path = 'a'", "LS4002")]
    [InlineData("DELETE FROM manifest_entries WHERE Path = 'a'", "LS4002")]
    [InlineData("PRAGMA foreign_keys = OFF; DELETE FROM blobs", "LS4003")]
    public async Task Load_AfterAChangeFromOutside_SaysThatTheDatabaseIsDamaged(string change, string id)
    {
        await using var store = await NewAsync();
        var files = Files(("a", "short"), ("b", Long));
        var saved = Saved(await store.Revisions().SaveAsync("x", files, new RevisionNote("m", "me"), null));
        Assert.True(Same(files, await store.Revisions().LoadAsync(saved.Id)));

        await store.ExecuteAsync(change);

        var fault = await Assert.ThrowsAsync<DamagedStorageException>(() => store.Revisions().LoadAsync(saved.Id));
        Assert.Contains(id, fault.Message, StringComparison.Ordinal);
        Assert.Contains("backup", fault.Message, StringComparison.Ordinal);
    }
}
