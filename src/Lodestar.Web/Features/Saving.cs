// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Storage.Revisions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lodestar.Web.Features;

/// <summary>What became of a save.</summary>
/// <param name="Revision">The revision that is now current.</param>
/// <param name="Changed">False when the files were the same already, so that nothing was written.</param>
public sealed record SavedContract(RevisionContract Revision, bool Changed);

/// <summary>Says what became of a save, with the new tag.</summary>
internal sealed class Saving(Problems problems, MessageCatalog texts)
{
    private const int LongestNote = 500;

    /// <summary>A note as people may send it: one line, not too long.</summary>
    public static RevisionNote Note(string? message, string? author, string otherwise)
    {
        var line = string.Join(' ', (message ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new RevisionNote(
            line.Length == 0 ? otherwise : line[..Math.Min(line.Length, LongestNote)],
            string.IsNullOrWhiteSpace(author) ? null : author.Trim()
        );
    }

    public Results<Ok<SavedContract>, ProblemHttpResult> Answer(SaveOutcome outcome, HttpResponse response)
    {
        switch (outcome)
        {
            case SaveOutcome.Saved saved:
                response.Tag(saved.Revision.Id);
                return TypedResults.Ok(new SavedContract(RevisionContract.From(saved.Revision), true));
            case SaveOutcome.Unchanged same:
                response.Tag(same.Current.Id);
                return TypedResults.Ok(new SavedContract(RevisionContract.From(same.Current), false));
            case SaveOutcome.Conflict conflict:
                return problems.Conflict(
                    RevisionContract.From(conflict.Current),
                    [.. conflict.Changes.Select(c => FileChangeContract.From(c, texts))]
                );
            default:
                throw new InvalidOperationException($"{outcome.GetType().Name} is no outcome.");
        }
    }
}
