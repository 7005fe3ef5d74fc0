// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Storage.Revisions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lodestar.Web.Features.Imports;

internal static class ImportsEndpoints
{
    // Whatever a client calls the file, its content decides what it is.
    private static readonly string[] Bodies = ["application/octet-stream", "multipart/form-data", "*/*"];

    public static void MapImports(this IEndpointRouteBuilder api)
    {
        // The endpoint counts bytes itself, to say in its own words what was too large.
        var uploads = api.MapGroup("")
            .WithTags("Imports")
            .WithMetadata(new DisableRequestSizeLimitAttribute())
            .DisableAntiforgery()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        uploads
            .MapPost("/imports/preview", PreviewAsync)
            .WithName("previewImport")
            .WithSummary("What a file would become: what was understood, what was left out and why, and the verdict")
            .WithDescription("Body: the file itself, or a form with one file. Nothing is stored.")
            .Accepts<byte[]>(Bodies[0], Bodies[1..]);
        uploads
            .MapPost("/plans", CreateAsync)
            .WithName("createPlan")
            .WithSummary("Stores a zipped plan folder, or what an import makes of a file, as a new plan")
            .WithDescription("place: the id to store where the file holds many. id: the id to store it under.")
            .Accepts<byte[]>(Bodies[0], Bodies[1..])
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        uploads
            .MapPut("/plans/{id}/folder", ReplaceAsync)
            .WithName("putPlanFolder")
            .WithSummary("Saves a zipped folder as the plan's next revision")
            .WithDescription(
                "If-Match names the revision the change started from. Where somebody saved the same files in between, 409 shows the differences; where they saved others, both are kept."
            )
            .Accepts<byte[]>(Bodies[0], Bodies[1..])
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
    }

    private static async Task<Results<Ok<ImportPreviewContract>, ProblemHttpResult>> PreviewAsync(
        [AsParameters] ImportQuery query,
        HttpRequest request,
        PlanLibrary library,
        Problems problems,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        await using var upload = await Upload.ReceiveAsync(request, cancellation);
        if (upload is null)
        {
            return problems.NoUpload();
        }

        var result = Importer.Import(upload.File, upload.FileName, query.Options(), cancellation: cancellation);
        var assessment = result.Plans.Count == 0 ? null : Assess(result.Plans[0], library.Today, texts);
        return TypedResults.Ok(ImportPreviewContract.From(result, assessment, texts));
    }

    private static AssessmentContract Assess(ImportedPlan plan, DateOnly date, MessageCatalog texts) =>
        AssessmentContract.From(Assessor.Assess(PlanReader.Read(plan.Files).Plan, date), texts);

    private static async Task<Results<Created<SavedContract>, ProblemHttpResult>> CreateAsync(
        [AsParameters] ImportQuery query,
        string? place,
        string? id,
        string? message,
        string? author,
        HttpRequest request,
        NewPlans plans,
        Problems problems,
        CancellationToken cancellation
    )
    {
        await using var upload = await Upload.ReceiveAsync(request, cancellation);
        if (upload is null)
        {
            return problems.NoUpload();
        }

        var result = Importer.Import(upload.File, upload.FileName, query.Options(), cancellation: cancellation);
        return await plans.StoreAsync(result, upload.FileName, new(place, id, message, author), cancellation);
    }

    private static async Task<Results<Ok<SavedContract>, ProblemHttpResult>> ReplaceAsync(
        string id,
        string? message,
        string? author,
        [FromHeader(Name = "If-Match")] string? match,
        HttpRequest request,
        RevisionStore revisions,
        Saving saving,
        Problems problems,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        var (parent, problem) = await StartAsync(id, match, revisions, problems, cancellation);
        if (parent is null)
        {
            return problem!;
        }

        await using var upload = await Upload.ReceiveAsync(request, cancellation);
        if (upload is null)
        {
            return problems.NoUpload();
        }

        var reading = PlanZip.Read(upload.File);
        if (reading.Diagnostics.Any(d => d.Severity == Severity.Error))
        {
            return problems.NotUnderstood(reading.Diagnostics);
        }

        var note = Saving.Note(message, author, texts.Render(Message.Of("api.note.replaced")));
        return saving.Answer(
            await revisions.SaveAsync(id, reading.Files, note, parent.Id, cancellation),
            request.HttpContext.Response
        );
    }

    private static async Task<(Revision? Parent, ProblemHttpResult? Problem)> StartAsync(
        string id,
        string? match,
        RevisionStore revisions,
        Problems problems,
        CancellationToken cancellation
    )
    {
        if (await revisions.CurrentAsync(id, cancellation) is null)
        {
            return (null, problems.NoPlan(id));
        }

        if (string.IsNullOrWhiteSpace(match))
        {
            return (null, problems.MatchWanted());
        }

        var found = await revisions.FindAsync(id, Validators.RevisionOf(match) ?? "", cancellation);
        return found is null ? (null, problems.NoMatch(id, match)) : (found, null);
    }
}

/// <summary>What the person importing says about the file; the rest is guessed, and the guess is reported.</summary>
/// <param name="FileName">Name of the file, for a raw body.</param>
/// <param name="Only">Names or codes of the places to take from a file of many.</param>
/// <param name="PlaceName">Name of the place, for a table that does not say.</param>
/// <param name="Unit">Unit of the numbers, for a table that does not say.</param>
/// <param name="Sheet">The worksheet to read.</param>
internal sealed record ImportQuery(
    [FromQuery(Name = "fileName")] string? FileName,
    [FromQuery(Name = "only")] string[]? Only,
    [FromQuery(Name = "placeName")] string? PlaceName,
    [FromQuery(Name = "unit")] string? Unit,
    [FromQuery(Name = "sheet")] string? Sheet
)
{
    public ImportOptions Options() =>
        new()
        {
            Only = Only ?? [],
            PlaceName = PlaceName,
            Unit = Unit,
            Sheet = Sheet,
            MaxBytes = Upload.LimitBytes,
        };
}
