// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Storage.Index;
using Lodestar.Storage.Revisions;
using Lodestar.Web.Hosting;
using Lodestar.Web.Texts;
using Microsoft.AspNetCore.Antiforgery;

namespace Lodestar.Web.Features.Revisions;

/// <summary>A plan's history, what changed between two revisions, and going back to one.</summary>
internal static class RevisionPages
{
    public static void MapRevisionPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/plans/{id}/history", HistoryAsync);
        app.MapGet("/plans/{id}/diff", DiffAsync);
        app.MapPost("/plans/{id}/restore", RestoreAsync);
    }

    private static async Task<IResult> HistoryAsync(
        string id,
        HttpContext context,
        RevisionStore revisions,
        PlanIndex index,
        IAntiforgery antiforgery,
        CancellationToken cancellation
    )
    {
        var history = await revisions.HistoryAsync(id, cancellation);
        if (history.Count == 0)
        {
            return Results.NotFound();
        }

        var name = (await index.FindAsync(id, cancellation))?.Name ?? id;
        var token = FormGuard.Token(antiforgery, context);
        return PageResults.Page<HistoryPage>(
            new
            {
                PlanId = id,
                Name = name,
                History = history,
                Token = token,
            }
        );
    }

    private static async Task<IResult> DiffAsync(
        string id,
        string? from,
        string? to,
        RevisionStore revisions,
        PlanIndex index,
        CancellationToken cancellation
    )
    {
        var newer = to is null
            ? await revisions.CurrentAsync(id, cancellation)
            : await revisions.FindAsync(id, to, cancellation);
        var older = (from ?? newer?.Parent) is { } wanted ? await revisions.FindAsync(id, wanted, cancellation) : null;
        if (newer is null || older is null)
        {
            return Results.NotFound();
        }

        var changes = await revisions.DiffAsync(older.Id, newer.Id, cancellation);
        var name = (await index.FindAsync(id, cancellation))?.Name ?? id;
        return PageResults.Page<DiffPage>(
            new
            {
                PlanId = id,
                Name = name,
                From = older,
                To = newer,
                Changes = changes,
            }
        );
    }

    private static async Task<IResult> RestoreAsync(
        string id,
        HttpContext context,
        RevisionStore revisions,
        MessageCatalog texts,
        FormGuard guard,
        CancellationToken cancellation
    )
    {
        var (form, refusal) = await guard.ReadAsync(context, cancellation);
        if (form is null)
        {
            return refusal!;
        }

        if (await revisions.FindAsync(id, form["revision"].ToString(), cancellation) is not { } target)
        {
            return Results.NotFound();
        }

        var note = new RevisionNote(texts.Of("web.revision.restored", ("number", target.Number)));
        await revisions.RestoreAsync(id, target.Id, note, cancellation);
        return Results.LocalRedirect($"~/plans/{Uri.EscapeDataString(id)}/history");
    }
}
