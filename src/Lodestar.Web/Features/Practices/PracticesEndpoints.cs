// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Planning.Practices;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lodestar.Web.Features.Practices;

internal static class PracticesEndpoints
{
    private const int DefaultLimit = 100;
    private const int MostAtOnce = 500;

    public static void MapPractices(this IEndpointRouteBuilder api)
    {
        api.MapGet("/practices", FindAsync)
            .WithTags("Practices")
            .WithName("findPractices")
            .WithSummary("Good practices by words, area, sector, place, alliance, status, mark and year")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/practices/{id}", GetAsync)
            .WithTags("Practices")
            .WithName("getPractice")
            .WithSummary("One good practice, with its numbers, evidence, citation and the plans that adopted it")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/practices.csv", CsvAsync)
            .WithTags("Practices")
            .WithName("getPracticesTable")
            .WithSummary("The same practices as a table, a row for each number")
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<Results<Ok<PracticesContract>, ProblemHttpResult>> FindAsync(
        [AsParameters] PracticeParameters parameters,
        int? limit,
        int? offset,
        HttpContext context,
        PlaceCatalogs catalogs,
        Problems problems,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        var catalog = await catalogs.OpenAsync(cancellation);
        var search = PracticeShelf.Of(catalog, texts.Language);
        var wish = PracticeWish.Of(context.Request.Query, catalog, search);
        if (Refused(wish, search, problems) is { } problem)
        {
            return problem;
        }

        context.Response.Headers.CacheControl = "no-cache";
        var answer = search.Find(wish.Query);
        return TypedResults.Ok(
            new PracticesContract(
                search.Count,
                answer.Practices.Count,
                answer.Facets.ToDictionary(f => PracticeWish.Name(f.Key), f => f.Value),
                [
                    .. answer
                        .Practices.Skip(Math.Max(0, offset ?? 0))
                        .Take(Math.Clamp(limit ?? DefaultLimit, 0, MostAtOnce))
                        .Select(p => PracticeContract.Of(p, catalog, texts)),
                ]
            )
        );
    }

    private static async Task<Results<Ok<PracticeContract>, ProblemHttpResult>> GetAsync(
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
        return catalog.Library.FindPractice(id) is { } practice
            ? TypedResults.Ok(PracticeContract.Of(practice, catalog, texts, catalog.Adopters.OfPractice(practice.Id)))
            : problems.NoPractice(id);
    }

    private static async Task<IResult> CsvAsync(
        [AsParameters] PracticeParameters parameters,
        HttpContext context,
        PlaceCatalogs catalogs,
        Problems problems,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        var catalog = await catalogs.OpenAsync(cancellation);
        var search = PracticeShelf.Of(catalog, texts.Language);
        var wish = PracticeWish.Of(context.Request.Query, catalog, search);
        if (Refused(wish, search, problems) is { } problem)
        {
            return problem;
        }

        return PracticeCsv.File(search.Find(wish.Query).Practices, catalog, texts);
    }

    // A page can say what it left out; a program would take the answer for what it asked.
    private static ProblemHttpResult? Refused(PracticeWish wish, PracticeSearch search, Problems problems)
    {
        if (wish.Ignored.Count == 0)
        {
            return null;
        }

        var (name, value) = (wish.Ignored[0].Name, wish.Ignored[0].Value);
        var allowed = PracticeWords.Facets.Where(f => PracticeWish.Name(f) == name).Select(search.ChoicesOf).ToList();
        return problems.BadValue(name, value, allowed is [var choices] ? string.Join(", ", choices) : "1900-2100");
    }
}

/// <summary>What the practices are narrowed down by; the same names as in the address of the page /practices.</summary>
/// <param name="Q">Words, forgiving.</param>
/// <param name="Area">Id of an area of the main framework.</param>
/// <param name="Sector">"I" to "V", or "across" for practices that name none.</param>
/// <param name="Place">Id or code of a place.</param>
/// <param name="Alliance">Id of an alliance.</param>
/// <param name="Status">"in-force", "changed", "ended" or "not-stated".</param>
/// <param name="Mark">"seed", "verified", "unverified" or "reconstructed".</param>
/// <param name="From">First year in which it may have begun.</param>
/// <param name="To">Last such year.</param>
public sealed record PracticeParameters(
    [FromQuery(Name = "q")] string? Q,
    [FromQuery(Name = "area")] string? Area,
    [FromQuery(Name = "sector")] string? Sector,
    [FromQuery(Name = "place")] string? Place,
    [FromQuery(Name = "alliance")] string? Alliance,
    [FromQuery(Name = "status")] string? Status,
    [FromQuery(Name = "mark")] string? Mark,
    [FromQuery(Name = "from")] string? From,
    [FromQuery(Name = "to")] string? To
);
