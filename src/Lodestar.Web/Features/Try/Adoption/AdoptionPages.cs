// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formats.Imports;
using Lodestar.Formats.Library;
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.PlanFolder.Adoption;
using Lodestar.Formats.PlanFolder.Model;
using Lodestar.Planning.Adoption;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Measures;
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
        app.MapGet("/adopt", PreviewAsync);
        app.MapPost("/adopt", AcceptAsync);
        app.MapGet("/adopt/{token}", Adopted);
        app.MapPost("/adopt/{token}/undo", UndoAsync);
    }

    private static async Task<IResult> PreviewAsync(
        HttpContext context,
        LibraryReading shared,
        DraftShelf shelf,
        PlanLibrary plans,
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

        if (await FilesAsync(ask, shelf, plans, cancellation) is not { } files)
        {
            return ask.Draft is not null
                ? TryPages.Form(context, antiforgery, [TryPages.Gone()], StatusCodes.Status404NotFound)
                : await PlanPages.MissingAsync(ask.Plan!, plans, cancellation);
        }

        var tried = await Task.Run(
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
        if (
            shared.Library.FindMeasure(ask.Measure) is not { } measure
            || await FilesAsync(ask, shelf, plans, cancellation) is not { } files
        )
        {
            return TryPages.Form(context, antiforgery, [TryPages.Gone()], StatusCodes.Status404NotFound);
        }

        var tried = await Task.Run(
            () => AdoptionCase.Of(ask, measure, shared.Library, files, plans.Today),
            cancellation
        );
        if (tried.Preview is not { After: { } after, Draft: { } adopted })
        {
            return PageResults.Page<AdoptionPage>(
                new { Case = tried, Token = FormGuard.Token(antiforgery, context) },
                StatusCodes.Status409Conflict
            );
        }

        var draft = ask.Draft is { } token ? shelf.Find(token) : Copied(tried.Plan.Id, files);
        if (draft?.Find(ask.Draft is null ? null : ask.Plan) is not { } plan)
        {
            return TryPages.Form(context, antiforgery, [TryPages.Gone()], StatusCodes.Status404NotFound);
        }

        return shelf.Keep(draft.WithAdopted(plan.Id, files, after, adopted.Id))
            ? Results.LocalRedirect($"~{Address(draft.Token, plan.Id)}")
            : TryPages.Form(context, antiforgery, [TryPages.NoRoom()], StatusCodes.Status413PayloadTooLarge);
    }

    private static IResult Adopted(
        string token,
        string? place,
        HttpContext context,
        LibraryReading shared,
        DraftShelf shelf,
        PlanLibrary plans,
        IAntiforgery antiforgery
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
        var before = CheckedModel.Of(ModelReader.Read(step.Before)).Model;
        var after = CheckedModel.Of(ModelReader.Read(plan.Files));
        if (
            measure is null
            || before is null
            || after.Model is not { } with
            || AnnouncedEffect.Of(before, with) is not { } realised
        )
        {
            return Results.LocalRedirect($"~{TryPages.Address(token, place)}");
        }

        return PageResults.Page<AdoptedPage>(
            new
            {
                Draft = draft,
                Place = place,
                Plan = reading.Plan,
                Measure = measure,
                Years = AdoptionCase.YearsOf(realised, Assessor.Assess(reading.Plan, plans.Today), [realised.LastYear]),
                Realised = realised,
                All = AdoptedMeasure.Of(plan.Files, reading.Plan, after),
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

        if (draft.Adopted.TryGetValue(plan.Id, out var step))
        {
            shelf.Keep(draft.With(plan.Id, step.Before));
        }

        return Results.LocalRedirect($"~{TryPages.Address(token, place)}");
    }

    internal static string Address(string token, string? place, string action = "") =>
        $"/adopt/{token}{action}{(place is null ? "" : $"?place={Uri.EscapeDataString(place)}")}";

    /// <summary>The files of the draft or of the stored plan; null where there is none.</summary>
    private static async Task<PlanFiles?> FilesAsync(
        AdoptionAsk ask,
        DraftShelf shelf,
        PlanLibrary plans,
        CancellationToken cancellation
    ) =>
        ask.Draft is { } token ? shelf.Find(token)?.Find(ask.Plan)?.Files
        : ask.Plan is { } plan ? (await plans.OpenAsync(plan, cancellation: cancellation))?.Reading.Files
        : null;

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
