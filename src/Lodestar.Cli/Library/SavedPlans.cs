// SPDX-License-Identifier: Apache-2.0
using Lodestar.Cli.Revising;
using Lodestar.Cli.Terminals;
using Lodestar.Planning.Messages;
using Lodestar.Storage.Revisions;

namespace Lodestar.Cli.Library;

/// <summary>What became of saving every added place as a revision.</summary>
internal sealed record SavedPlans(int Saved, int Unchanged, IReadOnlyList<string> Conflicts)
{
    public static async Task<(SavedPlans?, Failure?)> SaveAsync(
        Shell shell,
        AddWishes wishes,
        Added added,
        CancellationToken cancellation
    )
    {
        var (store, failure) = await PlanStore.OpenAsync(shell, wishes.Data, create: true, cancellation);
        if (store is null)
        {
            return (null, failure);
        }

        var (saved, unchanged, conflicts) = (0, 0, new List<string>());
        var message = shell.Texts.Render(
            Message.Of("cli.add.message", ("file", Path.GetFileName(wishes.File)), ("format", wishes.Format))
        );
        await using (store)
        {
            foreach (var place in added.Places)
            {
                var parent = (await store.Revisions.CurrentAsync(place.PlanId, cancellation))?.Id;
                var note = new RevisionNote(message);
                switch (await store.Revisions.SaveAsync(place.PlanId, place.Files, note, parent, cancellation))
                {
                    case SaveOutcome.Saved:
                        saved++;
                        break;
                    case SaveOutcome.Unchanged:
                        unchanged++;
                        break;
                    default:
                        conflicts.Add(place.PlanId);
                        break;
                }
            }
        }

        return (new SavedPlans(saved, unchanged, conflicts), null);
    }
}
