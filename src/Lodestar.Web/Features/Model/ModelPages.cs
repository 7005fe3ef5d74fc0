// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Library;
using Lodestar.Planning.Messages;
using Lodestar.Web.Components.Model;
using Lodestar.Web.Hosting;

namespace Lodestar.Web.Features.Model;

/// <summary>The page of what a place's model says.</summary>
internal static class ModelPages
{
    public static void MapModelPages(this IEndpointRouteBuilder app) => app.MapGet("/plans/{id}/model", PlaceAsync);

    private static Task<IResult> PlaceAsync(
        [AsParameters] PlanVisit visit,
        string? outcome,
        string? variable,
        string? year,
        string? at,
        ModelShelf shelf,
        LibraryReading shared,
        MessageCatalog texts
    ) =>
        visit.ShowAsync(open =>
            PageResults.Cached<ModelPage>(
                visit.Context,
                $"{open.Revision.Id} {shared.Stamp} {texts.Language} {ModelShelf.Stamp}",
                new
                {
                    Ask = (Func<Task<ModelCase>>)(() => Task.Run(() => shelf.Of(open), visit.Cancellation)),
                    Open = open,
                    Revision = visit.PinnedRevision,
                    visit.Date,
                    Outcome = outcome,
                    Variable = variable,
                    Year = year,
                    At = at,
                }
            )
        );
}
