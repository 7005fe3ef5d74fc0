// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text;
using Lodestar.Formats.Imports;
using Lodestar.Formats.Library;
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.PlanFolder.Adoption;
using Lodestar.Planning.Assessment;
using Lodestar.Web.Components;
using Lodestar.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;

namespace Lodestar.Web.Features.Try.Adoption;

/// <summary>
/// Take a measure over into a plan: what it would do, accept, undo. A stored plan is never changed: accepting makes a
/// draft of it.
/// </summary>
internal static class AdoptionPages
{
    public static void MapAdoptionPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/adopt", PreviewAsync).RequireRateLimiting(WorkLine.Limit);
        app.MapPost("/adopt", AcceptAsync);
        app.MapGet("/adopt/{token}", AdoptedAsync).RequireRateLimiting(WorkLine.Limit);
        app.MapPost("/adopt/{token}/undo", UndoAsync);
    }

    private static async Task<IResult> PreviewAsync(
        HttpContext context,
        LibraryReading shared,
        DraftShelf shelf,
        PlanLibrary plans,
        WorkLine line,
        IAntiforgery antiforgery,
        CancellationToken cancellation
    )
    {
        var ask = AdoptionAsk.Of(name => context.Request.Query[name]);
        if (shared.Library.FindMeasure(ask.Measure) is not { } measure)
        {
            return NoMeasure.Missing(ask.Measure ?? "", shared.Library);
        }

        if (ask.Draft is null && ask.Plan is null)
        {
            return Results.LocalRedirect($"~/measures/{measure.Id}");
        }

        var (files, revision) = await FilesAsync(ask, shelf, plans, cancellation);
        if (files is null)
        {
            return ask.Draft is not null
                ? TryPages.Form(context, antiforgery, [TryPages.Gone()], StatusCodes.Status404NotFound)
                : await PlanPages.MissingAsync(ask.Plan!, plans, cancellation);
        }

        ask = ask with { Revision = revision };
        var tried = await line.RunAsync(
            () => AdoptionCase.Of(ask, measure, shared.Library, files, plans.Today),
            cancellation
        );
        return PageResults.Page<AdoptionPage>(new { Case = tried, Token = FormGuard.Token(antiforgery, context) });
    }

    private static async Task<IResult> AcceptAsync(
        HttpContext context,
        FormGuard guard,
        LibraryReading shared,
        DraftShelf shelf,
        PlanLibrary plans,
        WorkLine line,
        IAntiforgery antiforgery,
        CancellationToken cancellation
    )
    {
        var (form, refusal) = await guard.ReadAsync(context, cancellation);
        if (form is null)
        {
            return refusal!;
        }

        var ask = AdoptionAsk.Of(name => form[name]);
        if (shared.Library.FindMeasure(ask.Measure) is not { } measure)
        {
            return TryPages.Form(context, antiforgery, [TryPages.Gone()], StatusCodes.Status404NotFound);
        }

        var (found, revision) = await FilesAsync(ask, shelf, plans, cancellation);
        if (found is not { } files)
        {
            return TryPages.Form(context, antiforgery, [TryPages.Gone()], StatusCodes.Status404NotFound);
        }

        Task<AdoptionCase> TryAsync(PlanFiles on, string? stamp) =>
            line.RunAsync(
                () => AdoptionCase.Of(ask with { Revision = stamp }, measure, shared.Library, on, plans.Today),
                cancellation
            );
        IResult Again(AdoptionCase on, bool changed) =>
            PageResults.Page<AdoptionPage>(
                new
                {
                    Case = on,
                    Token = FormGuard.Token(antiforgery, context),
                    Changed = changed,
                },
                StatusCodes.Status409Conflict
            );
        var tried = await TryAsync(files, revision);
        if (ask is { Draft: not null, Revision: { } seen } && seen != revision)
        {
            return Again(tried, changed: true);
        }

        if (tried.Preview is not { After: { } after, Draft: { } adopted })
        {
            return Again(tried, changed: false);
        }

        if (ask.Draft is not { } token)
        {
            var copy = Copied(tried.Plan.Id, files);
            return copy.Find(null) is { } only && shelf.Keep(copy.WithAdopted(only.Id, files, after, adopted.Id))
                ? Results.LocalRedirect($"~{Address(copy.Token, only.Id)}")
                : TryPages.Form(context, antiforgery, [TryPages.NoRoom()], StatusCodes.Status413PayloadTooLarge);
        }

        var taken = shelf.Change(
            token,
            now =>
                now.Find(ask.Plan) is { } plan && ReferenceEquals(plan.Files, files)
                    ? now.WithAdopted(plan.Id, files, after, adopted.Id)
                    : null
        );
        if (taken?.Find(ask.Plan) is { } changed)
        {
            return Results.LocalRedirect($"~{Address(token, changed.Id)}");
        }

        // Somebody changed the draft while the model ran: what was announced is no longer what would come.
        return shelf.Find(token)?.Find(ask.Plan) is not { } current
                ? TryPages.Form(context, antiforgery, [TryPages.Gone()], StatusCodes.Status404NotFound)
            : ReferenceEquals(current.Files, files)
                ? TryPages.Form(context, antiforgery, [TryPages.NoRoom()], StatusCodes.Status413PayloadTooLarge)
            : Again(await TryAsync(current.Files, StampOf(current.Files)), changed: true);
    }

    private static async Task<IResult> AdoptedAsync(
        string token,
        string? place,
        HttpContext context,
        LibraryReading shared,
        DraftShelf shelf,
        PlanLibrary plans,
        WorkLine line,
        IAntiforgery antiforgery,
        CancellationToken cancellation
    )
    {
        if (shelf.Find(token) is not { } draft || draft.Find(place) is not { } plan)
        {
            return TryPages.Form(context, antiforgery, [TryPages.Gone()], StatusCodes.Status404NotFound);
        }

        if (!draft.Adopted.TryGetValue(plan.Id, out var step))
        {
            return Results.LocalRedirect($"~{TryPages.Address(token, place)}");
        }

        var reading = PlanReader.Read(plan.Files, shared.Library);
        var measure = reading.Plan.Measures.FirstOrDefault(m => m.Id == step.Measure);
        if (
            measure is null
            || await line.RunAsync(() => PlanAdoption.Effect(step.Before, plan.Files), cancellation) is not { } realised
        )
        {
            return Results.LocalRedirect($"~{TryPages.Address(token, place)}");
        }

        var observations = MeasureObservations.Read(plan.Files);
        var all = await line.RunAsync(() => AdoptedMeasure.Of(plan.Files, reading.Plan, reading.Model), cancellation);
        return PageResults.Page<AdoptedPage>(
            new
            {
                Draft = draft,
                Place = place,
                Plan = reading.Plan,
                Measure = measure,
                Years = AdoptionCase.YearsOf(
                    realised,
                    reading.Plan,
                    Assessor.Assess(reading.Plan, plans.Today),
                    [realised.LastYear]
                ),
                Realised = realised,
                All = all,
                Unread = observations.Unread,
                Token = FormGuard.Token(antiforgery, context),
            }
        );
    }

    private static async Task<IResult> UndoAsync(
        string token,
        string? place,
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

        if (shelf.Find(token) is not { } draft || draft.Find(place) is not { } plan)
        {
            return TryPages.Form(context, antiforgery, [TryPages.Gone()], StatusCodes.Status404NotFound);
        }

        shelf.Change(
            token,
            now => now.Adopted.TryGetValue(plan.Id, out var step) ? now.With(plan.Id, step.Before) : null
        );

        return Results.LocalRedirect($"~{TryPages.Address(token, place)}");
    }

    internal static string Address(string token, string? place, string action = "") =>
        $"/adopt/{token}{action}{(place is null ? "" : $"?place={Uri.EscapeDataString(place)}")}";

    /// <summary>The files of the draft and what they are known by, or of the stored plan and its revision; null where there is none.</summary>
    private static async Task<(PlanFiles? Files, string? Revision)> FilesAsync(
        AdoptionAsk ask,
        DraftShelf shelf,
        PlanLibrary plans,
        CancellationToken cancellation
    ) =>
        ask.Draft is { } token
            ? shelf.Find(token)?.Find(ask.Plan)?.Files is { } drafted
                ? (drafted, StampOf(drafted))
                : (null, null)
            : ask.Plan is { } plan && await plans.OpenAsync(plan, ask.Revision, cancellation: cancellation) is { } open
                ? (open.Reading.Files, open.Revision.Id)
                : (null, null);

    /// <summary>The same for the same files: a form carries it, so that a draft is taken as it was looked at or not at all.</summary>
    private static string StampOf(PlanFiles files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, bytes) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{bytes.Length} {path}\n")));
            hash.AppendData(bytes.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..24];
    }

    /// <summary>A draft of a stored plan, as if its folder had been brought in as a zip.</summary>
    private static Draft Copied(string id, PlanFiles files)
    {
        var zip = new MemoryStream();
        PlanZip.Write(files, zip);
        var bytes = zip.ToArray();
        var name = $"{id}.zip";
        using var stream = new MemoryStream(bytes, writable: false);
        var options = new ImportOptions();
        return new Draft(DraftShelf.NewToken(), name, bytes, options, Importer.Import(stream, name, options));
    }
}
