// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Web.Components;
using Lodestar.Web.Hosting;

namespace Lodestar.Web.Features.Measures;

/// <summary>The measures of the library in a list, and a page for each.</summary>
internal static class MeasurePages
{
    public static void MapMeasurePages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/measures", ListAsync);
        app.MapGet("/measures/{id}", MeasureAsync);
    }

    private static async Task<IResult> ListAsync(
        HttpContext context,
        PlaceCatalogs catalogs,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        var catalog = await catalogs.OpenAsync(cancellation);
        var wish = MeasureWish.Of(context.Request.Query);
        return PageResults.Cached<MeasuresPage>(
            context,
            catalog.Key,
            () =>
                new
                {
                    Wish = wish,
                    Total = catalog.Library.Measures.Count,
                    Measures = wish.Find(catalog.Library, texts.Language),
                }
        );
    }

    private static async Task<IResult> MeasureAsync(
        string id,
        string? draft,
        string? practice,
        HttpContext context,
        PlaceCatalogs catalogs,
        CancellationToken cancellation
    )
    {
        var catalog = await catalogs.OpenAsync(cancellation);
        return catalog.Library.FindMeasure(id) is { } measure
            ? PageResults.Cached<MeasurePage>(
                context,
                $"{id} {catalog.Key}",
                () =>
                    new
                    {
                        Measure = measure,
                        Catalog = catalog,
                        Draft = string.IsNullOrEmpty(draft) ? null : draft,
                        Chosen = practice,
                    }
            )
            : NoMeasure.Missing(id, catalog.Library);
    }
}
