// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Lodestar.Formats.Library;
using Lodestar.Planning.Framework;
using Lodestar.Planning.Messages;
using Lodestar.Web.Components.Areas;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lodestar.Web.Features.Areas;

internal static class AreaEndpoints
{
    private const string Csv = "text/csv; charset=utf-8";

    private const string Choice =
        "framework: id or id@version of a framework; the Coalition's if left out. date: the day to assess on, as 2026-11-22. revision: a revision's id or its first six or more characters.";

    public static void MapAreas(this IEndpointRouteBuilder api)
    {
        var areas = api.MapGroup("").WithTags("Areas");
        areas
            .MapGet("/frameworks", List)
            .WithName("listFrameworks")
            .WithSummary("The frameworks that plans state their actions against");
        areas
            .MapGet("/frameworks/{id}", Get)
            .WithName("getFramework")
            .WithSummary("A framework with its areas and actions, each with where it comes from")
            .ProducesProblem(StatusCodes.Status404NotFound);
        areas
            .MapGet("/plans/{id}/areas", PlanAsync)
            .WithName("areasOfPlan")
            .WithSummary("What a place claims of a framework's actions, and which claims the lodestar test contradicts")
            .WithDescription(Choice)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        areas
            .MapGet("/plans/{id}/areas.csv", PlanCsvAsync)
            .WithName("areasOfPlanTable")
            .WithSummary("The same as a table: a row an action")
            .WithDescription(Choice)
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        areas
            .MapGet("/areas.csv", AllCsvAsync)
            .WithName("areasOfAllPlans")
            .WithSummary("What all places claim of a framework's actions as a table: a row a claim")
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Ok<FrameworkContract[]> List(LibraryReading library, HttpResponse response, MessageCatalog texts)
    {
        response.Tag($"frameworks{library.Stamp}");
        return TypedResults.Ok(library.Library.Frameworks.Select(f => FrameworkContract.From(f, texts)).ToArray());
    }

    private static Results<Ok<FrameworkDetailContract>, ProblemHttpResult> Get(
        string id,
        LibraryReading library,
        HttpResponse response,
        Problems problems,
        MessageCatalog texts
    )
    {
        if (library.Library.FindFramework(id) is not { } framework)
        {
            return problems.NoFramework(id);
        }

        response.Tag($"{framework.Key}{library.Stamp}");
        return TypedResults.Ok(FrameworkDetailContract.From(framework, texts));
    }

    private static async Task<Results<Ok<PlanAreasContract>, ProblemHttpResult>> PlanAsync(
        string id,
        string? framework,
        string? date,
        string? revision,
        PlanOpener plans,
        LibraryReading library,
        Problems problems,
        HttpResponse response,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        var opened = await plans.OpenAsync(id, revision, date, cancellation);
        return opened.Answer<Ok<PlanAreasContract>>(open =>
        {
            if (ViewOf(open, framework, library) is not { } view)
            {
                return problems.NoFramework(framework ?? "");
            }

            response.Tag(TagOf(open, view, library), open.Assessment.Date);
            return TypedResults.Ok(PlanAreasContract.From(open, view, texts));
        });
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> PlanCsvAsync(
        string id,
        string? framework,
        string? date,
        string? revision,
        PlanOpener plans,
        LibraryReading library,
        Problems problems,
        HttpResponse response,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        var opened = await plans.OpenAsync(id, revision, date, cancellation);
        return opened.Answer<FileContentHttpResult>(open =>
        {
            if (ViewOf(open, framework, library) is not { } view)
            {
                return problems.NoFramework(framework ?? "");
            }

            response.Tag($"{TagOf(open, view, library)}-csv", open.Assessment.Date);
            return TypedResults.File(
                Encoding.UTF8.GetBytes(AreaCsv.Write(view, texts.Language)),
                Csv,
                $"{open.Revision.PlanId}-areas.csv"
            );
        });
    }

    private static FrameworkView? ViewOf(OpenPlan open, string? framework, LibraryReading library) =>
        PlanFrameworks.View(library.Library, open.Reading.Plan, open.Assessment, framework);

    private static string TagOf(OpenPlan open, FrameworkView view, LibraryReading library) =>
        $"{open.Revision.Id}-{view.Framework.Key}-{library.Stamp}";

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> AllCsvAsync(
        string? framework,
        PlaceCatalogs catalogs,
        Problems problems,
        CancellationToken cancellation
    )
    {
        var catalog = await catalogs.OpenAsync(cancellation);
        return PlanFrameworks.Find(catalog.Library, framework) is { } found
            ? TypedResults.File(Encoding.UTF8.GetBytes(AreaCsv.WriteAll(catalog, found)), Csv, "areas.csv")
            : problems.NoFramework(framework ?? "");
    }
}
