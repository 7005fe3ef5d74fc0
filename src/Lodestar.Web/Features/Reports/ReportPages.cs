// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text;
using Lodestar.Formats.CouncilPapers;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Reports;
using Lodestar.Web.Hosting;
using Microsoft.Net.Http.Headers;

namespace Lodestar.Web.Features.Reports;

/// <summary>The council paper of a plan: a Word document, and a page that prints as one.</summary>
internal static class ReportPages
{
    /// <summary>The rate limit of a visitor's papers.</summary>
    public const string Limit = "report";

    public static void MapReportPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/plans/{id}/report", PageAsync).RequireRateLimiting(Limit);
        app.MapGet("/plans/{id}/report.docx", FileAsync).RequireRateLimiting(Limit);
    }

    private static async Task<IResult> PageAsync(
        string id,
        string? revision,
        DateOnly? date,
        HttpContext context,
        PlanLibrary library,
        ReportShelf shelf,
        CancellationToken cancellation
    )
    {
        if (await library.OpenAsync(id, revision, date, cancellation) is not { } open)
        {
            return await PlanPages.MissingAsync(id, library, cancellation);
        }

        return PageResults.Cached<ReportPage>(
            context,
            shelf.KeyOf(open),
            new
            {
                Ask = (Func<Task<CouncilPaper>>)(() => shelf.PaperAsync(open, cancellation)),
                Open = open,
                Query = context.Request.QueryString.Value ?? "",
            }
        );
    }

    private static async Task<IResult> FileAsync(
        string id,
        string? revision,
        DateOnly? date,
        HttpContext context,
        PlanLibrary library,
        ReportShelf shelf,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        if (await library.OpenAsync(id, revision, date, cancellation) is not { } open)
        {
            return await PlanPages.MissingAsync(id, library, cancellation);
        }

        var tag = SHA256.HashData(Encoding.UTF8.GetBytes($"{shelf.KeyOf(open)} {texts.Language}"));
        var headers = context.Response.GetTypedHeaders();
        headers.CacheControl = new CacheControlHeaderValue { NoCache = true, Private = true };
        return Results.File(
            await shelf.FileAsync(open, texts, cancellation),
            PaperDocument.MediaType,
            PaperDocument.FileName(open.Revision.PlanId, open.Assessment.Date, texts.Language),
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(tag)[..24]}\"")
        );
    }
}
