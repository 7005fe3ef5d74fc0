// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Storage.Revisions;
using Lodestar.Web.Hosting;
using Lodestar.Web.Texts;
using Microsoft.AspNetCore.Antiforgery;

namespace Lodestar.Web.Features.Try;

/// <summary>
/// Try your own table: post a file, look at what was understood, add a target, take the folder away or keep it here.
/// Plain forms throughout; a script only adds dropping and progress.
/// </summary>
internal static class TryPages
{
    private const int NameLength = 120;
    private const int UnitLength = 40;

    public static void MapTryPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/try", (HttpContext context, IAntiforgery antiforgery) => Form(context, antiforgery, []));
        app.MapGet("/try/{token}", PreviewAsync).RequireRateLimiting(WorkLine.Limit);
        app.MapGet("/try/{token}/folder.zip", Folder);
        app.MapPost("/try", UploadAsync);
        app.MapPost("/try/{token}/again", AgainAsync);
        app.MapPost("/try/{token}/target", TargetAsync);
        app.MapPost("/try/{token}/keep", KeepAsync);
        app.MapPost("/try/{token}/discard", DiscardAsync);
    }

    internal static IResult Form(
        HttpContext context,
        IAntiforgery antiforgery,
        IReadOnlyList<Diagnostic> faults,
        int status = StatusCodes.Status200OK
    ) => PageResults.Page<TryPage>(new { Token = FormGuard.Token(antiforgery, context), Faults = faults }, status);

    private static async Task<IResult> PreviewAsync(
        string token,
        string? place,
        HttpContext context,
        DraftShelf shelf,
        IAntiforgery antiforgery,
        TimeProvider time,
        CancellationToken cancellation
    ) =>
        shelf.Find(token) is { } draft
            ? await ShowAsync(draft, place, context, antiforgery, Today(time), [], cancellation)
            : Form(context, antiforgery, [Gone()], StatusCodes.Status404NotFound);

    private static IResult Folder(string token, string? place, DraftShelf shelf)
    {
        if (shelf.Find(token)?.Find(place) is not { } plan)
        {
            return Results.NotFound();
        }

        var zip = new MemoryStream();
        PlanZip.Write(plan.Files, zip);
        return Results.File(zip.ToArray(), "application/zip", $"{plan.Id}.zip");
    }

    private static async Task<IResult> UploadAsync(
        HttpContext context,
        FormGuard guard,
        DraftShelf shelf,
        IAntiforgery antiforgery,
        CancellationToken cancellation
    )
    {
        var (form, refusal) = await guard.ReadAsync(context, cancellation);
        if (form is null)
        {
            return refusal!;
        }

        if (form.Files["file"] is not { Length: > 0 } file)
        {
            return Form(context, antiforgery, [NoFile()], StatusCodes.Status400BadRequest);
        }

        var bytes = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
        {
            await stream.ReadExactlyAsync(bytes, cancellation);
        }

        // The path a browser may send along is nobody's business.
        var name = Path.GetFileName(file.FileName.Replace('\\', '/'));
        return Take(bytes, name, OptionsOf(form), context, shelf, antiforgery, cancellation);
    }

    private static async Task<IResult> AgainAsync(
        string token,
        HttpContext context,
        FormGuard guard,
        DraftShelf shelf,
        IAntiforgery antiforgery,
        CancellationToken cancellation
    )
    {
        var (form, refusal) = await guard.ReadAsync(context, cancellation);
        if (form is null)
        {
            return refusal!;
        }

        if (shelf.Find(token) is not { } draft)
        {
            return Form(context, antiforgery, [Gone()], StatusCodes.Status404NotFound);
        }

        shelf.Drop(token);
        return Take(draft.Bytes, draft.FileName, OptionsOf(form), context, shelf, antiforgery, cancellation);
    }

    private static async Task<IResult> TargetAsync(
        string token,
        string? place,
        HttpContext context,
        FormGuard guard,
        DraftShelf shelf,
        IAntiforgery antiforgery,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        var (form, refusal) = await guard.ReadAsync(context, cancellation);
        if (form is null)
        {
            return refusal!;
        }

        if (shelf.Find(token) is not { } draft || draft.Find(place) is not { } plan)
        {
            return Form(context, antiforgery, [Gone()], StatusCodes.Status404NotFound);
        }

        var (target, faults) = FirstTarget.Read(form, Today(time));
        if (target is null)
        {
            return await ShowAsync(
                draft,
                place,
                context,
                antiforgery,
                Today(time),
                faults,
                cancellation,
                StatusCodes.Status400BadRequest
            );
        }

        shelf.Change(token, now => now.Find(plan.Id) is { } at ? now.With(at.Id, target.AddTo(at.Files)) : null);
        return Results.LocalRedirect($"~{Address(token, place)}");
    }

    private static async Task<IResult> KeepAsync(
        string token,
        string? place,
        HttpContext context,
        FormGuard guard,
        DraftShelf shelf,
        RevisionStore revisions,
        IAntiforgery antiforgery,
        MessageCatalog texts,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        var (form, refusal) = await guard.ReadAsync(context, cancellation);
        if (form is null)
        {
            return refusal!;
        }

        if (shelf.Find(token) is not { } draft || draft.Find(place) is not { } plan)
        {
            return Form(context, antiforgery, [Gone()], StatusCodes.Status404NotFound);
        }

        var parent = form["parent"].ToString() is { Length: > 0 } known
            ? (await revisions.FindAsync(plan.Id, known, cancellation))?.Id
            : null;
        var note = new RevisionNote(texts.Of("web.revision.tried", ("file", draft.FileName)));
        var files = parent is null ? plan.Files : await OverAsync(revisions, parent, plan.Files, cancellation);
        var outcome = await revisions.SaveAsync(plan.Id, files, note, parent, cancellation);
        if (outcome is SaveOutcome.Conflict conflict)
        {
            return await ShowAsync(
                draft,
                place,
                context,
                antiforgery,
                Today(time),
                [],
                cancellation,
                StatusCodes.Status409Conflict,
                conflict.Current
            );
        }

        shelf.Drop(token);
        return Results.LocalRedirect($"~/plans/{Uri.EscapeDataString(plan.Id)}");
    }

    /// <summary>The files of a revision with new ones over them: a table says nothing of targets, so it takes none away.</summary>
    private static async Task<PlanFiles> OverAsync(
        RevisionStore revisions,
        string parent,
        PlanFiles files,
        CancellationToken cancellation
    )
    {
        var kept = await revisions.LoadAsync(parent, cancellation);
        return new PlanFiles(kept.Where(f => !files.TryGet(f.Key, out _)).Concat(files));
    }

    private static async Task<IResult> DiscardAsync(
        string token,
        HttpContext context,
        FormGuard guard,
        DraftShelf shelf,
        CancellationToken cancellation
    )
    {
        var (form, refusal) = await guard.ReadAsync(context, cancellation);
        if (form is null)
        {
            return refusal!;
        }

        shelf.Drop(token);
        return Results.LocalRedirect("~/try");
    }

    private static IResult Take(
        ReadOnlyMemory<byte> bytes,
        string fileName,
        ImportOptions options,
        HttpContext context,
        DraftShelf shelf,
        IAntiforgery antiforgery,
        CancellationToken cancellation
    )
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        var import = Importer.Import(stream, fileName, options, cancellation: cancellation);
        var draft = new Draft(DraftShelf.NewToken(), fileName, bytes, options, import);
        return shelf.Keep(draft)
            ? Results.LocalRedirect($"~{Address(draft.Token, null)}")
            : Form(context, antiforgery, [NoRoom()], StatusCodes.Status413PayloadTooLarge);
    }

    private static async Task<IResult> ShowAsync(
        Draft draft,
        string? place,
        HttpContext context,
        IAntiforgery antiforgery,
        DateOnly today,
        IReadOnlyList<Diagnostic> faults,
        CancellationToken cancellation,
        int status = StatusCodes.Status200OK,
        Revision? taken = null
    )
    {
        var plan = draft.Find(place);
        var reading = plan is null ? null : draft.Read(plan.Files);
        var line = context.RequestServices.GetRequiredService<WorkLine>();
        var assessment = reading switch
        {
            null => null,
            { IsRun: true } => Assessor.Assess(reading.Plan, today, reading.Outlook),
            _ => await line.RunAsync(() => Assessor.Assess(reading.Plan, today, reading.Outlook), cancellation),
        };
        return PageResults.Page<PreviewPage>(
            new
            {
                Draft = draft,
                Place = place,
                Imported = plan,
                Reading = reading,
                Assessment = assessment,
                Today = today,
                Token = FormGuard.Token(antiforgery, context),
                Faults = faults,
                Taken = taken,
            },
            status
        );
    }

    internal static string Address(string token, string? place, string action = "") =>
        $"/try/{token}{action}{(place is null ? "" : $"?place={Uri.EscapeDataString(place)}")}";

    private static ImportOptions OptionsOf(IFormCollection form) =>
        new()
        {
            PlaceName = Short(form["name"].ToString(), NameLength),
            Unit = Short(form["unit"].ToString(), UnitLength),
        };

    private static string? Short(string text, int length)
    {
        var trimmed = text.Trim();
        return trimmed.Length == 0 ? null
            : trimmed.Length <= length ? trimmed
            : trimmed[..length];
    }

    private static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private static Diagnostic NoFile() => Fault("LS5500", "web.fault.no-file");

    internal static Diagnostic NoRoom() => Fault("LS5501", "web.fault.no-room");

    internal static Diagnostic Gone() => Fault("LS5502", "web.fault.gone");

    private static Diagnostic Fault(string id, string text) =>
        new(id, Severity.Error, Place.Folder, Message.Of(text), Message.Of($"{text}-fix"));
}
