// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Messages;
using Lodestar.Storage.Revisions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lodestar.Web.Features.Imports;

/// <summary>Which plan of an import to store, under which id, and the note to it.</summary>
internal sealed record NewPlan(string? Place, string? Id, string? Message, string? Author);

/// <summary>Stores what an import made as a plan that was not there before.</summary>
internal sealed class NewPlans(RevisionStore revisions, Problems problems, MessageCatalog texts)
{
    public async Task<Results<Created<SavedContract>, ProblemHttpResult>> StoreAsync(
        ImportResult result,
        string fileName,
        NewPlan wanted,
        CancellationToken cancellation
    )
    {
        if (result.Plans.Count == 0)
        {
            return problems.NotUnderstood(result.Diagnostics);
        }

        var chosen = result.Plans.Where(p => wanted.Place is null || p.Id == wanted.Place).ToArray();
        if (chosen is not [var plan])
        {
            return problems.ManyPlans(result.Plans.Select(p => p.Id));
        }

        var id = wanted.Id ?? plan.Id;
        if (!PlanIds.IsValid(id))
        {
            return problems.BadValue("id", id, "a-z, 0-9, -");
        }

        var otherwise = texts.Render(Message.Of("api.note.created", ("file", fileName)));
        var note = Saving.Note(wanted.Message, wanted.Author, otherwise);
        return await SaveAsync(id, plan.Files, note, cancellation);
    }

    private async Task<Results<Created<SavedContract>, ProblemHttpResult>> SaveAsync(
        string id,
        PlanFiles files,
        RevisionNote note,
        CancellationToken cancellation
    )
    {
        if (await revisions.CurrentAsync(id, cancellation) is { } current)
        {
            return problems.Exists(id, current.Id);
        }

        return await revisions.SaveAsync(id, files, note, parent: null, cancellation) switch
        {
            SaveOutcome.Saved saved => TypedResults.Created(
                $"{Api.Root}/plans/{id}",
                new SavedContract(RevisionContract.From(saved.Revision), true)
            ),
            SaveOutcome.Conflict between => problems.Exists(id, between.Current.Id),
            SaveOutcome.Unchanged between => problems.Exists(id, between.Current.Id),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no outcome."),
        };
    }
}
