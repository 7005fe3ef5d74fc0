// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Storage.Revisions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lodestar.Web.Features.Revisions;

internal static class RevisionsEndpoints
{
    public static void MapRevisions(this IEndpointRouteBuilder api)
    {
        var plan = api.MapGroup("/plans/{id}").WithTags("Revisions");
        plan.MapGet("/revisions", HistoryAsync)
            .WithName("listRevisions")
            .WithSummary("A plan's history, newest first")
            .ProducesProblem(StatusCodes.Status404NotFound);
        plan.MapGet("/revisions/{revision}", GetAsync)
            .WithName("getRevision")
            .WithSummary("One revision, by its id or its first six or more characters")
            .ProducesProblem(StatusCodes.Status404NotFound);
        plan.MapGet("/diff", DiffAsync)
            .WithName("diffRevisions")
            .WithSummary("What changed from one revision to another, file by file and line by line")
            .WithDescription("from: a revision. to: a revision; the current one if left out.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        plan.MapPost("/revisions/{revision}/restore", RestoreAsync)
            .WithName("restoreRevision")
            .WithSummary("Makes an older state the current one, as a new revision on top")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<RevisionListContract>, ProblemHttpResult>> HistoryAsync(
        string id,
        RevisionStore revisions,
        Problems problems,
        HttpResponse response,
        CancellationToken cancellation
    )
    {
        var history = await revisions.HistoryAsync(id, cancellation);
        if (history.Count == 0)
        {
            return problems.NoPlan(id);
        }

        response.Tag(history[0].Id);
        return TypedResults.Ok(new RevisionListContract([.. history.Select(RevisionContract.From)]));
    }

    private static async Task<Results<Ok<RevisionContract>, ProblemHttpResult>> GetAsync(
        string id,
        string revision,
        RevisionStore revisions,
        Problems problems,
        HttpResponse response,
        CancellationToken cancellation
    )
    {
        if (await revisions.FindAsync(id, revision, cancellation) is not { } found)
        {
            return problems.NoRevision(id, revision);
        }

        response.Tag(found.Id);
        return TypedResults.Ok(RevisionContract.From(found));
    }

    private static async Task<Results<Ok<DiffContract>, ProblemHttpResult>> DiffAsync(
        string id,
        string from,
        string? to,
        PlanLibrary library,
        RevisionStore revisions,
        Problems problems,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        if (await revisions.FindAsync(id, from, cancellation) is not { } older)
        {
            return problems.NoRevision(id, from);
        }

        if (await library.FindAsync(id, to, cancellation) is not { } newer)
        {
            return problems.NoRevision(id, to ?? "");
        }

        var changes = await revisions.DiffAsync(older.Id, newer.Id, cancellation);
        return TypedResults.Ok(
            new DiffContract(
                RevisionContract.From(older),
                RevisionContract.From(newer),
                [.. changes.Select(c => FileChangeContract.From(c, texts))]
            )
        );
    }

    private static async Task<Results<Ok<SavedContract>, ProblemHttpResult>> RestoreAsync(
        string id,
        string revision,
        NoteContract? note,
        RevisionStore revisions,
        Problems problems,
        Saving saving,
        HttpResponse response,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        if (await revisions.FindAsync(id, revision, cancellation) is not { } found)
        {
            return problems.NoRevision(id, revision);
        }

        var otherwise = texts.Render(Message.Of("api.note.restored", ("number", found.Number)));
        var reason = Saving.Note(note?.Message, note?.Author, otherwise);
        return saving.Answer(await revisions.RestoreAsync(id, found.Id, reason, cancellation), response);
    }
}
