// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Data.Crasher;
using Lodestar.Storage;
using Lodestar.Storage.Revisions;
using Lodestar.Storage.Sqlite;

// Saves until it is killed or has done its count: crasher FILE PLAN FIRST COUNT. Every line it prints is an
// acknowledged save: the seed of the files and the revision's id.
var (file, plan) = (args[0], args[1]);
var first = int.Parse(args[2], CultureInfo.InvariantCulture);
var count = int.Parse(args[3], CultureInfo.InvariantCulture);

await using var db = new LodestarDb(SqliteDatabase.Options(file));
await SqliteDatabase.OpenAsync(db);
var store = new RevisionStore(db, TimeProvider.System);
var parent = (await store.CurrentAsync(plan))?.Id;
for (var seed = first; seed < first + count; seed++)
{
    var outcome = await store.SaveAsync(plan, SeededFiles.Of(seed), new RevisionNote($"Save {seed}"), parent);
    if (outcome is not SaveOutcome.Saved(var revision))
    {
        await Console.Error.WriteLineAsync($"Save {seed} became {outcome.GetType().Name}.");
        return 1;
    }

    parent = revision.Id;
    Console.WriteLine($"{seed} {revision.Id}");
    await Console.Out.FlushAsync();
}

return 0;
