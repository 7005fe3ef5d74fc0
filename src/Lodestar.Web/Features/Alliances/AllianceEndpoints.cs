// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Alliances;
using Lodestar.Planning.Messages;
using Lodestar.Web.Texts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lodestar.Web.Features.Alliances;

internal static class AllianceEndpoints
{
    private const int MostPlaces = 500;

    private static readonly string[] MemberHead =
    [
        "place",
        "name",
        "plan",
        "role",
        "since",
        "by_then",
        "until",
        "mark",
        "net_zero_year",
        "holds",
    ];

    private static async ValueTask<object?> RefuseNoDayAsync(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
    {
        var on = context.HttpContext.Request.Query["on"].ToString();
        return on.Length == 0 || AlliancePages.DayOf(on) is not null
            ? await next(context)
            : context.HttpContext.RequestServices.GetRequiredService<Problems>().BadValue("on", on, "2019-12-31");
    }

    public static void MapAlliances(this IEndpointRouteBuilder api)
    {
        var alliances = api.MapGroup("/alliances").WithTags("Alliances").AddEndpointFilter(RefuseNoDayAsync);
        alliances
            .MapGet("", ListAsync)
            .WithName("listAlliances")
            .WithSummary("The alliances and how many belong to each");
        alliances
            .MapGet("/{id}", GetAsync)
            .WithName("getAlliance")
            .WithSummary("Its members on a day, and how the findings and the areas come out across them")
            .ProducesProblem(StatusCodes.Status404NotFound);
        alliances
            .MapGet("/{id}/totals", TotalsAsync)
            .WithName("allianceTotals")
            .WithSummary("What is emitted inside its members, each tonne once, missing ones as a range")
            .ProducesProblem(StatusCodes.Status404NotFound);
        alliances
            .MapGet("/{id}/totals.csv", TotalsCsvAsync)
            .WithName("allianceTotalsTable")
            .WithSummary("The same as a table")
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .ProducesProblem(StatusCodes.Status404NotFound);
        alliances
            .MapGet("/{id}/members.csv", MembersCsvAsync)
            .WithName("allianceMembersTable")
            .WithSummary("Its memberships on a day as a table")
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .ProducesProblem(StatusCodes.Status404NotFound);
        alliances
            .MapGet("/{id}/promises", PromisesAsync)
            .WithName("alliancePromises")
            .WithSummary("What its members promised, added up, against a budget and inside their countries")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/totals", PlacesAsync)
            .WithTags("Alliances")
            .WithName("totalsOfPlaces")
            .WithSummary("The same totals for any places: ?places=GB,glasgow")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<IReadOnlyList<AllianceHitContract>>> ListAsync(
        HttpResponse response,
        PlaceCatalogs catalogs,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        var catalog = await catalogs.OpenAsync(cancellation);
        response.Headers.CacheControl = "no-cache";
        IReadOnlyList<AllianceHitContract> hits =
        [
            .. catalog.Library.Alliances.Select(a =>
                AllianceHitContract.From(AllianceCard.Of(catalog, a, catalog.Day), texts)
            ),
        ];
        return TypedResults.Ok(hits);
    }

    private static async Task<Results<Ok<AllianceContract>, ProblemHttpResult>> GetAsync(
        string id,
        string? on,
        HttpResponse response,
        PlaceCatalogs catalogs,
        Problems problems,
        MessageCatalog texts,
        CancellationToken cancellation
    ) =>
        await ViewAsync(id, on, response, catalogs, cancellation) is { } view
            ? TypedResults.Ok(
                AllianceContract.From(
                    view,
                    AllianceCard.Of(await catalogs.OpenAsync(cancellation), view.Alliance, view.On),
                    texts
                )
            )
            : problems.NoAlliance(id);

    private static async Task<Results<Ok<TotalsContract>, ProblemHttpResult>> TotalsAsync(
        string id,
        string? on,
        HttpResponse response,
        PlaceCatalogs catalogs,
        Problems problems,
        CancellationToken cancellation
    ) =>
        await ViewAsync(id, on, response, catalogs, cancellation) is { } view
            ? TypedResults.Ok(TotalsContract.From(view.Totals))
            : problems.NoAlliance(id);

    private static async Task<IResult> TotalsCsvAsync(
        string id,
        string? on,
        HttpResponse response,
        PlaceCatalogs catalogs,
        Problems problems,
        CancellationToken cancellation
    ) =>
        await ViewAsync(id, on, response, catalogs, cancellation) is { } view
            ? TotalsCsv.File($"{id}-totals.csv", view.Totals)
            : problems.NoAlliance(id);

    private static async Task<IResult> MembersCsvAsync(
        string id,
        string? on,
        HttpResponse response,
        PlaceCatalogs catalogs,
        Problems problems,
        MessageCatalog texts,
        CancellationToken cancellation
    ) =>
        await ViewAsync(id, on, response, catalogs, cancellation) is { } view
            ? CsvLines.File(
                $"{id}-members.csv",
                MemberHead,
                view.Members.SelectMany(m => m.Memberships.Select(s => Row(m, s, texts)))
            )
            : problems.NoAlliance(id);

    private static async Task<Results<Ok<PromisesContract>, ProblemHttpResult>> PromisesAsync(
        string id,
        string? on,
        HttpResponse response,
        PlaceCatalogs catalogs,
        Problems problems,
        CancellationToken cancellation
    ) =>
        await ViewAsync(id, on, response, catalogs, cancellation) is { } view
            ? TypedResults.Ok(PromisesContract.From(view))
            : problems.NoAlliance(id);

    private static async Task<Results<Ok<TotalsContract>, ProblemHttpResult>> PlacesAsync(
        string? places,
        string? gwpSet,
        HttpResponse response,
        PlaceCatalogs catalogs,
        Problems problems,
        CancellationToken cancellation
    )
    {
        string[] asked =
        [
            .. (places ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        ];
        if (asked.Length is 0 or > MostPlaces)
        {
            return problems.BadValue("places", places ?? "", "GB,glasgow");
        }

        if (gwpSet is not null && Units.GwpSet.Find(gwpSet) is null)
        {
            return problems.BadValue("gwpSet", gwpSet, string.Join(", ", Units.GwpSet.All));
        }

        var catalog = await catalogs.OpenAsync(cancellation);
        var directory = new MemberDirectory(catalog);
        if (Array.Find(asked, a => directory.Find(a) is null) is { } unknown)
        {
            return problems.NoPlace(unknown);
        }

        response.Headers.CacheControl = "no-cache";
        return TypedResults.Ok(
            TotalsContract.From(AllianceTotals.Of(asked.Select(directory.Of), directory.Hierarchy, gwpSet))
        );
    }

    private static object?[] Row(AllianceMember member, Membership membership, MessageCatalog texts) =>
        [
            member.Facts.Code,
            member.Facts.Name.In(texts.Language),
            member.Plan?.PlanId,
            membership.Role.ToString().ToLowerInvariant(),
            membership.From?.Text,
            membership.ByThen ? "yes" : null,
            membership.To?.Text,
            membership.Citation.Mark.ToString().ToLowerInvariant(),
            member.Facts.NetZeroYear,
            member.Plan is { } plan ? Planning.Assessment.Verdicts.Word(plan.Holds) : null,
        ];

    private static async Task<AllianceView?> ViewAsync(
        string id,
        string? on,
        HttpResponse response,
        PlaceCatalogs catalogs,
        CancellationToken cancellation
    )
    {
        var catalog = await catalogs.OpenAsync(cancellation);
        response.Headers.CacheControl = "no-cache";
        return catalog.Library.FindAlliance(id) is { } alliance
            ? AllianceView.Of(catalog, alliance, AlliancePages.DayOf(on) ?? catalog.Day)
            : null;
    }
}
