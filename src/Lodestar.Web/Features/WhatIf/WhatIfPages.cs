// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Lodestar.Formats.Library;
using Lodestar.Formats.PlanFolder.Writing;
using Lodestar.Planning.Messages;
using Lodestar.Planning.WhatIf;
using Lodestar.Web.Hosting;
using Lodestar.Web.Texts;

namespace Lodestar.Web.Features.WhatIf;

/// <summary>The page on which anyone moves a plan's levers, the part of it that answers, and the file of what was moved.</summary>
internal static class WhatIfPages
{
    /// <summary>The rate limit of a visitor's questions.</summary>
    public const string Limit = "what-if";

    public static void MapWhatIfPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/plans/{id}/what-if", PageAsync).RequireRateLimiting(Limit);
        app.MapGet("/plans/{id}/what-if/answer", AnswerAsync).RequireRateLimiting(Limit);
        app.MapGet("/plans/{id}/what-if/scenario.yaml", FileAsync).RequireRateLimiting(Limit);
    }

    private static async Task<IResult> PageAsync(
        string id,
        string? revision,
        DateOnly? date,
        HttpContext context,
        PlanLibrary library,
        WhatIfShelf shelf,
        LibraryReading shared,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        if (await library.OpenAsync(id, revision, date, cancellation) is not { } open)
        {
            return await PlanPages.MissingAsync(id, library, cancellation);
        }

        return PageResults.Cached<WhatIfPage>(
            context,
            $"{open.Revision.Id} {open.Assessment.Date:O} {shared.Stamp} {texts.Language}",
            new
            {
                Ask = (Func<Task<WhatIfAnswer?>>)(
                    () => shelf.AnswerAsync(open, Parts(context.Request.Query), isWhole: true, cancellation)
                ),
                Open = open,
                Pinned = Pinned(revision, date),
            }
        );
    }

    /// <summary>The answer alone, at once without odds and wedges (<c>part=quick</c>), or whole.</summary>
    private static async Task<IResult> AnswerAsync(
        string id,
        string? revision,
        DateOnly? date,
        string? part,
        HttpContext context,
        PlanLibrary library,
        WhatIfShelf shelf,
        CancellationToken cancellation
    )
    {
        if (await library.OpenAsync(id, revision, date, cancellation) is not { } open)
        {
            return Results.NotFound();
        }

        var answer = await shelf.AnswerAsync(open, Parts(context.Request.Query), part != "quick", cancellation);
        if (answer is null)
        {
            return Results.NotFound();
        }

        // What is asked stands in the address, and the answer never changes for a revision and a day.
        context.Response.Headers.CacheControl = "private, max-age=300";
        context.Response.Headers["X-Query"] = answer.Wish.Query;
        return PageResults.Page<WhatIfAnswerView>(
            new
            {
                Answer = answer,
                Open = open,
                Pinned = Pinned(revision, date),
            }
        );
    }

    private static async Task<IResult> FileAsync(
        string id,
        string? revision,
        DateOnly? date,
        HttpContext context,
        PlanLibrary library,
        WhatIfShelf shelf,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        if (
            await library.OpenAsync(id, revision, date, cancellation) is not { } open
            || await shelf.AnswerAsync(open, Parts(context.Request.Query), false, cancellation) is not { } answer
        )
        {
            return await PlanPages.MissingAsync(id, library, cancellation);
        }

        var text = ScenarioText.Of(
            answer.Wish,
            open.Reading.Outlook!.Model,
            texts.Of("web.what-if.file-title", ("date", open.Assessment.Date))
        );
        return Results.File(Encoding.UTF8.GetBytes(text), "application/yaml; charset=utf-8", "scenarios.yaml");
    }

    internal static IEnumerable<KeyValuePair<string, string>> Parts(IQueryCollection query) =>
        query.SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v ?? "")));

    private static IReadOnlyList<(string Name, string Value)> Pinned(string? revision, DateOnly? date) =>
        [
            .. new[]
            {
                ("revision", revision ?? ""),
                ("date", date is { } day ? FormattableString.Invariant($"{day:yyyy-MM-dd}") : ""),
            }.Where(p => p.Item2.Length > 0),
        ];
}
