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
    private const string Quick = "quick";

    /// <summary>Whether only the path and the gap are asked for, which take milliseconds.</summary>
    public static bool IsQuick(HttpRequest request) => request.Query["part"] == Quick;

    public static void MapWhatIfPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/plans/{id}/what-if", PageAsync).RequireRateLimiting(WorkLine.Limit);
        app.MapGet("/plans/{id}/what-if/answer", AnswerAsync).RequireRateLimiting(WorkLine.Limit);
        app.MapGet("/plans/{id}/what-if/scenario.yaml", FileAsync).RequireRateLimiting(WorkLine.Limit);
    }

    private static Task<IResult> PageAsync(
        [AsParameters] PlanVisit visit,
        WhatIfShelf shelf,
        LibraryReading shared,
        MessageCatalog texts
    ) =>
        visit.ShowAsync(open =>
            PageResults.Cached<WhatIfPage>(
                visit.Context,
                KeyOf(open, shared, texts),
                new
                {
                    Ask = (Func<Task<WhatIfAnswer?>>)(() => AskAsync(visit, open, shelf, isWhole: true)),
                    Open = open,
                    Pinned = Pinned(visit),
                }
            )
        );

    /// <summary>The answer alone, at once without odds and wedges (<c>part=quick</c>), or whole.</summary>
    private static async Task<IResult> AnswerAsync(
        [AsParameters] PlanVisit visit,
        string? part,
        WhatIfShelf shelf,
        LibraryReading shared,
        MessageCatalog texts
    )
    {
        if (await visit.OpenAsync() is not { } open)
        {
            return Results.NotFound();
        }

        // The address names no revision: a browser asks each time whether what it has is still so.
        if (PageResults.IsKnown<WhatIfAnswerView>(visit.Context, KeyOf(open, shared, texts)))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        return await AskAsync(visit, open, shelf, part != Quick) is { } answer
            ? PageResults.Page<WhatIfAnswerView>(
                new
                {
                    Answer = answer,
                    Open = open,
                    Pinned = Pinned(visit),
                }
            )
            : Results.NotFound();
    }

    private static Task<IResult> FileAsync([AsParameters] PlanVisit visit, WhatIfShelf shelf, MessageCatalog texts) =>
        visit.ShowAsync(async open =>
        {
            if (await AskAsync(visit, open, shelf, isWhole: false) is not { } answer)
            {
                return await visit.MissingAsync();
            }

            var text = ScenarioText.Of(
                answer.Wish,
                open.Reading.Outlook!.Model,
                texts.Of("web.what-if.file-title", ("date", open.Assessment.Date))
            );
            return Results.File(Encoding.UTF8.GetBytes(text), "application/yaml; charset=utf-8", "scenarios.yaml");
        });

    private static Task<WhatIfAnswer?> AskAsync(PlanVisit visit, OpenPlan open, WhatIfShelf shelf, bool isWhole) =>
        shelf.AnswerAsync(open, Parts(visit.Context.Request.Query), isWhole, visit.Cancellation);

    private static string KeyOf(OpenPlan open, LibraryReading shared, MessageCatalog texts) =>
        $"{open.Revision.Id} {open.Assessment.Date:O} {shared.Stamp} {texts.Language}";

    internal static IEnumerable<KeyValuePair<string, string>> Parts(IQueryCollection query) =>
        query.SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v ?? "")));

    private static IReadOnlyList<(string Name, string Value)> Pinned(PlanVisit visit) =>
        [
            .. new[]
            {
                ("revision", visit.Revision ?? ""),
                ("date", visit.Date is { } day ? FormattableString.Invariant($"{day:yyyy-MM-dd}") : ""),
            }.Where(p => p.Item2.Length > 0),
        ];
}
