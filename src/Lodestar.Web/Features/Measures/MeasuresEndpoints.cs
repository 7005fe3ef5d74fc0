// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lodestar.Web.Features.Measures;

internal static class MeasuresEndpoints
{
    public static void MapMeasures(this IEndpointRouteBuilder api)
    {
        api.MapGet("/measures", FindAsync)
            .WithTags("Measures")
            .WithName("findMeasures")
            .WithSummary("Measures of the library by words, sector, controller and role")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/measures/{id}", GetAsync)
            .WithTags("Measures")
            .WithName("getMeasure")
            .WithSummary(
                "One measure of the library, with its range, cost, interactions, citation and the plans that adopted it"
            )
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/measures.csv", CsvAsync)
            .WithTags("Measures")
            .WithName("getMeasuresTable")
            .WithSummary("The same measures as a table")
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<Results<Ok<MeasuresContract>, ProblemHttpResult>> FindAsync(
        [AsParameters] MeasureParameters parameters,
        HttpContext context,
        PlaceCatalogs catalogs,
        Problems problems,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        var library = (await catalogs.OpenAsync(cancellation)).Library;
        var wish = MeasureWish.Of(context.Request.Query);
        if (Refused(wish, problems) is { } problem)
        {
            return problem;
        }

        context.Response.Headers.CacheControl = "no-cache";
        var found = wish.Find(library, texts.Language);
        return TypedResults.Ok(
            new MeasuresContract(
                library.Measures.Count,
                found.Count,
                [.. found.Select(m => MeasureContract.Of(m, library, texts))]
            )
        );
    }

    private static async Task<Results<Ok<MeasureContract>, ProblemHttpResult>> GetAsync(
        string id,
        HttpResponse response,
        PlaceCatalogs catalogs,
        Problems problems,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        var catalog = await catalogs.OpenAsync(cancellation);
        response.Headers.CacheControl = "no-cache";
        return catalog.Library.FindMeasure(id) is { } measure
            ? TypedResults.Ok(
                MeasureContract.Of(measure, catalog.Library, texts, catalog.Adopters.OfMeasure(measure.Id))
            )
            : problems.NoMeasure(id);
    }

    private static async Task<IResult> CsvAsync(
        [AsParameters] MeasureParameters parameters,
        HttpContext context,
        PlaceCatalogs catalogs,
        Problems problems,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        var library = (await catalogs.OpenAsync(cancellation)).Library;
        var wish = MeasureWish.Of(context.Request.Query);
        return (IResult?)Refused(wish, problems) ?? MeasureCsv.File(wish.Find(library, texts.Language), library, texts);
    }

    // A page can say what it left out; a program would take the answer for what it asked.
    private static ProblemHttpResult? Refused(MeasureWish wish, Problems problems) =>
        wish.Ignored is [var first, ..]
            ? problems.BadValue(first.Name, first.Value, string.Join(", ", first.Choices))
            : null;
}

/// <summary>What the measures are narrowed down by; the same names as in the address of the page /measures.</summary>
/// <param name="Q">Words of the title, the code or the id.</param>
/// <param name="Sector">"I" to "VI".</param>
/// <param name="Controller">"city", "region", "nation", "utility" or "private".</param>
/// <param name="Role">"acting", "enabling" or "reference".</param>
/// <param name="Sort">"code", "title" or "effect".</param>
public sealed record MeasureParameters(
    [FromQuery(Name = "q")] string? Q,
    [FromQuery(Name = "sector")] string? Sector,
    [FromQuery(Name = "controller")] string? Controller,
    [FromQuery(Name = "role")] string? Role,
    [FromQuery(Name = "sort")] string? Sort
);
