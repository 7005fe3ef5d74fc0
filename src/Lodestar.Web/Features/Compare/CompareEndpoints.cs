// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lodestar.Web.Features.Compare;

internal static class CompareEndpoints
{
    public static void MapCompare(this IEndpointRouteBuilder api) =>
        api.MapGet("/compare", CompareAsync)
            .WithTags("Places")
            .WithName("comparePlaces")
            .WithSummary("Up to six places on one scale, with what stands between their figures")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<ComparisonContract>, ProblemHttpResult>> CompareAsync(
        string? places,
        string? measure,
        int? year,
        HttpContext context,
        PlaceCatalogs catalogs,
        Problems problems,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        var words = CompareWish.Measures.Select(CompareWish.Word).ToArray();
        if (measure is not null && !words.Contains(measure))
        {
            return problems.BadValue("measure", measure, string.Join(", ", words));
        }

        if (string.IsNullOrWhiteSpace(places))
        {
            return problems.BadValue("places", places ?? "", "glasgow,manchester");
        }

        var catalog = await catalogs.OpenAsync(cancellation);
        var wish = CompareWish.Of(context.Request.Query) with { Year = year };
        var (found, unplanned) = ComparePages.Resolve(catalog, wish);
        if (unplanned.Count > 0)
        {
            return problems.NoPlan(unplanned[0]);
        }

        var comparison = Comparison.Of(found, wish.Measure, wish.Year);
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Ok(ComparisonContract.From(comparison, texts));
    }
}

/// <summary>Places on one scale.</summary>
/// <param name="Unit">Of all values: "t", "t/person", or "%" of the common year.</param>
/// <param name="Year">For an index: the year that is 100.</param>
/// <param name="Caveats">What stands between the figures; empty where their plans say the same of all.</param>
public sealed record ComparisonContract(
    ComparisonMeasure Measure,
    string Unit,
    int? Year,
    IReadOnlyList<ComparedPlaceContract> Places,
    IReadOnlyList<MessageContract> Caveats
)
{
    public static ComparisonContract From(Comparison comparison, MessageCatalog texts) =>
        new(
            comparison.Measure,
            comparison.Measure switch
            {
                ComparisonMeasure.Person => "t/person",
                ComparisonMeasure.Index => "%",
                _ => "t",
            },
            comparison.Measure == ComparisonMeasure.Index ? comparison.Year : null,
            [.. comparison.Places.Select(ComparedPlaceContract.From)],
            [.. Compare.Caveats.Of(comparison, texts).Select(c => MessageContract.From(c, texts))]
        );
}

/// <summary>One place of a comparison: its plan in a few numbers, its values and its goals.</summary>
public sealed record ComparedPlaceContract(
    PlanSummaryContract Plan,
    Planning.Inventory.Boundary? Boundary,
    string? GwpSet,
    string? Publisher,
    IReadOnlyList<YearValueContract> Values,
    IReadOnlyList<YearValueContract> Goals
)
{
    public static ComparedPlaceContract From(ComparedPlace place) =>
        new(
            PlanSummaryContract.From(place.Place.Plan),
            place.Place.Plan.Boundary,
            place.Place.Plan.GwpSet,
            place.Place.Plan.Publisher,
            [.. place.Values.Select(v => new YearValueContract(v.Year, v.Amount))],
            [.. place.Goals.Select(v => new YearValueContract(v.Year, v.Amount))]
        );
}

/// <summary>A year and a value in the comparison's unit.</summary>
public sealed record YearValueContract(int Year, double Value);
