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

    private static async Task<IResult> PlaceAsync(
        string id,
        string? revision,
        DateOnly? date,
        string? outcome,
        string? variable,
        string? year,
        string? at,
        HttpContext context,
        PlanLibrary library,
        ModelShelf shelf,
        LibraryReading shared,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        if (await library.OpenAsync(id, revision, date, cancellation) is not { } open)
        {
            return await PlanPages.MissingAsync(id, library, cancellation);
        }

        return PageResults.Cached<ModelPage>(
            context,
            $"{open.Revision.Id} {shared.Stamp} {texts.Language} {ModelShelf.Stamp}",
            new
            {
                Ask = (Func<Task<ModelCase>>)(() => Task.Run(() => shelf.Of(open), cancellation)),
                Open = open,
                Revision = string.IsNullOrEmpty(revision) ? null : revision,
                Date = date,
                Outcome = outcome,
                Variable = variable,
                Year = year,
                At = at,
            }
        );
    }
}
