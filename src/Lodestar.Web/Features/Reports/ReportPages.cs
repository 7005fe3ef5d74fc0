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

    private static Task<IResult> PageAsync([AsParameters] PlanVisit visit, ReportShelf shelf) =>
        visit.ShowAsync(open =>
            PageResults.Cached<ReportPage>(
                visit.Context,
                shelf.KeyOf(open),
                new
                {
                    Ask = (Func<Task<CouncilPaper>>)(() => shelf.PaperAsync(open, visit.Cancellation)),
                    Open = open,
                    Query = visit.Context.Request.QueryString.Value ?? "",
                }
            )
        );

    private static Task<IResult> FileAsync([AsParameters] PlanVisit visit, ReportShelf shelf, MessageCatalog texts) =>
        visit.ShowAsync(async open =>
        {
            var tag = SHA256.HashData(Encoding.UTF8.GetBytes($"{shelf.KeyOf(open)} {texts.Language}"));
            var headers = visit.Context.Response.GetTypedHeaders();
            headers.CacheControl = new CacheControlHeaderValue { NoCache = true, Private = true };
            return Results.File(
                await shelf.FileAsync(open, texts, visit.Cancellation),
                PaperDocument.MediaType,
                PaperDocument.FileName(open.Revision.PlanId, open.Assessment.Date, texts.Language),
                entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(tag)[..24]}\"")
            );
        });
}
