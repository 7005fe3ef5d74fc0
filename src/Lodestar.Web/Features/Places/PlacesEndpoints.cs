// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lodestar.Web.Features.Places;

internal static class PlacesEndpoints
{
    private const int DefaultLimit = 10;
    private const int MostHits = 50;

    public static void MapPlaces(this IEndpointRouteBuilder api)
    {
        var places = api.MapGroup("/places").WithTags("Places");
        places
            .MapGet("", FindAsync)
            .WithName("findPlaces")
            .WithSummary("Places by any of their names or codes, forgiving; without a query those with plans");
        places
            .MapGet("/{code}", GetAsync)
            .WithName("getPlace")
            .WithSummary("What is known of a place, with or without a plan, and which files would tell more")
            .ProducesProblem(StatusCodes.Status404NotFound);
        places
            .MapGet("/overview.csv", CsvAsync)
            .WithName("getOverview")
            .WithSummary("All places with plans as a table; takes the filters and the sorting of the page /places")
            .Produces<string>(StatusCodes.Status200OK, "text/csv");
    }

    private static async Task<Ok<PlaceHitsContract>> FindAsync(
        string? q,
        int? limit,
        HttpResponse response,
        PlaceCatalogs catalogs,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        var catalog = await catalogs.OpenAsync(cancellation);
        response.Headers.CacheControl = "no-cache";
        var hits = string.IsNullOrWhiteSpace(q)
            ? catalog.Planned.Select(p => PlaceHitContract.From(p.Place, texts))
            : catalog
                .Search.Find(q, Math.Clamp(limit ?? DefaultLimit, 1, MostHits))
                .Select(m => PlaceHitContract.From(m.Place, texts, m));
        return TypedResults.Ok(new PlaceHitsContract(q, [.. hits]));
    }

    private static async Task<Results<Ok<PlaceContract>, ProblemHttpResult>> GetAsync(
        string code,
        PlaceCatalogs catalogs,
        Problems problems,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        var catalog = await catalogs.OpenAsync(cancellation);
        return catalog.Gazetteer.Find(code) is { } place
            ? TypedResults.Ok(PlaceContract.From(place, texts))
            : problems.NoPlace(code);
    }

    private static async Task<FileContentHttpResult> CsvAsync(
        HttpContext context,
        PlaceCatalogs catalogs,
        CancellationToken cancellation
    )
    {
        var catalog = await catalogs.OpenAsync(cancellation);
        var overview = Overview.Of(catalog, OverviewWish.Of(context.Request.Query));
        var csv = System.Text.Encoding.UTF8.GetBytes(OverviewCsv.Write(overview.All));
        return TypedResults.File(csv, "text/csv; charset=utf-8", "places.csv");
    }
}
