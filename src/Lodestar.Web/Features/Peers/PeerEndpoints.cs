// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Planning.Peers;
using Lodestar.Web.Texts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lodestar.Web.Features.Peers;

internal static class PeerEndpoints
{
    private static readonly string[] Head =
    [
        "id",
        "name",
        "likeness",
        .. TraitRule.All.Where(r => r.Trait is not (Trait.Mix or Trait.Powers)).Select(r => PeerWish.Word(r.Trait)),
        .. TraitRule.All.Select(r => $"alike_{PeerWish.Word(r.Trait)}"),
        "net_zero_year",
        "base_year",
        "change_since_base_year",
        "practices",
    ];

    public static void MapPeers(this IEndpointRouteBuilder api)
    {
        var peers = api.MapGroup("/plans/{id}/peers").WithTags("Peers");
        peers
            .MapGet("", GetAsync)
            .WithName("peersOfPlan")
            .WithSummary("Places like one, with the reasons, and what they promised, did and achieved")
            .WithDescription(
                "climate, size, density, income, emissions, mix, trend, grid, powers: weight of a trait from 0 (left out) to 5; 1 if left out. kind=any looks among places of every kind, not of the same alone."
            )
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        peers
            .MapGet("/table.csv", CsvAsync)
            .WithName("peersOfPlanTable")
            .WithSummary("The same as a table")
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<PeersContract>, ProblemHttpResult>> GetAsync(
        string id,
        [AsParameters] PeerParameters parameters,
        HttpContext context,
        PlaceCatalogs catalogs,
        Problems problems,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        // A page can show which weights it took; a program would take the answer for what it asked.
        if (PeerWish.NotUnderstood(context.Request.Query) is var (name, value, allowed))
        {
            return problems.BadValue(name, value, allowed);
        }

        var catalog = await catalogs.OpenAsync(cancellation);
        var wish = PeerWish.Of(context.Request.Query);
        context.Response.Headers.CacheControl = "no-cache";
        if (!catalog.ByPlan.TryGetValue(id, out var place))
        {
            return problems.NoPlan(id);
        }

        var (mine, like) = Peers.Of(catalog, place, wish);
        return TypedResults.Ok(
            new PeersContract(
                PeerContract.From(place, mine, null, texts),
                TraitRule.All.ToDictionary(r => PeerWish.Word(r.Trait), r => wish.Weights[r.Trait]),
                [.. like.Select(p => PeerContract.From(p.Place, p.Match.Place, p, texts))]
            )
        );
    }

    private static async Task<IResult> CsvAsync(
        string id,
        [AsParameters] PeerParameters parameters,
        HttpContext context,
        PlaceCatalogs catalogs,
        Problems problems,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        // A page can show which weights it took; a program would take the answer for what it asked.
        if (PeerWish.NotUnderstood(context.Request.Query) is var (name, value, allowed))
        {
            return problems.BadValue(name, value, allowed);
        }

        var catalog = await catalogs.OpenAsync(cancellation);
        if (!catalog.ByPlan.TryGetValue(id, out var place))
        {
            return problems.NoPlan(id);
        }

        var (mine, like) = Peers.Of(catalog, place, PeerWish.Of(context.Request.Query));
        return CsvLines.File(
            $"{id}-peers.csv",
            Head,
            like.Select(p => Row(p.Place, p.Match.Place, p, texts)).Prepend(Row(place, mine, null, texts))
        );
    }

    private static object?[] Row(PlannedPlace planned, PeerPlace place, Peer? peer, MessageCatalog texts) =>
        [
            planned.Plan.PlanId,
            planned.In(texts),
            peer?.Match.Likeness,
            .. TraitRule
                .All.Where(r => r.Trait is not (Trait.Mix or Trait.Powers))
                .Select(r => (object?)place.Number(r.Trait)?.Value),
            .. TraitRule.All.Select(r =>
                (object?)
                    peer?.Match.Traits.Where(t => t.Trait == r.Trait).Select(t => (double?)t.Likeness).FirstOrDefault()
            ),
            planned.Plan.NetZeroYear,
            planned.Plan.BaseYear,
            planned.Change,
            string.Join(' ', peer?.Practices.Select(p => p.Id) ?? []),
        ];
}

/// <summary>Weights of traits, from 0 (left out) to 5; and which kinds of place are looked among.</summary>
/// <param name="Climate">Weight of distance from the equator.</param>
/// <param name="Size">Weight of people.</param>
/// <param name="Density">Weight of people per area.</param>
/// <param name="Income">Weight of product per person.</param>
/// <param name="Emissions">Weight of emissions per person.</param>
/// <param name="Mix">Weight of how emissions divide into sectors.</param>
/// <param name="Trend">Weight of how fast emissions changed.</param>
/// <param name="Grid">Weight of carbon intensity of electricity.</param>
/// <param name="Powers">Weight of powers held.</param>
/// <param name="Kind">"any" for places of every kind; those of the same kind if left out.</param>
public sealed record PeerParameters(
    [FromQuery(Name = "climate")] string? Climate,
    [FromQuery(Name = "size")] string? Size,
    [FromQuery(Name = "density")] string? Density,
    [FromQuery(Name = "income")] string? Income,
    [FromQuery(Name = "emissions")] string? Emissions,
    [FromQuery(Name = "mix")] string? Mix,
    [FromQuery(Name = "trend")] string? Trend,
    [FromQuery(Name = "grid")] string? Grid,
    [FromQuery(Name = "powers")] string? Powers,
    [FromQuery(Name = "kind")] string? Kind
);
