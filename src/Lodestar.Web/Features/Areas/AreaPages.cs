// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Lodestar.Formats.Library;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Messages;
using Lodestar.Web.Components.Areas;
using Lodestar.Web.Hosting;
using Lodestar.Web.Layout;

namespace Lodestar.Web.Features.Areas;

/// <summary>The areas of a place, the page of all areas, a page for each, and a framework.yaml to begin with.</summary>
internal static class AreaPages
{
    public static void MapAreaPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/plans/{id}/areas", PlanAsync);
        app.MapGet("/areas", AllAsync);
        app.MapGet("/areas/framework.yaml", Template);
        app.MapGet("/areas/{area}", AreaAsync);
    }

    private static Task<IResult> PlanAsync([AsParameters] PlanVisit visit, string? framework, PlaceCatalogs catalogs) =>
        visit.ShowAsync(async open =>
        {
            var catalog = await catalogs.OpenAsync(visit.Cancellation);
            var (plan, shared) = (open.Reading.Plan, catalog.Library);
            // Names of places beside practices come from the catalogue.
            return PageResults.Cached<PlanAreasPage>(
                visit.Context,
                $"{open.Revision.Id} {open.Assessment.Date:O} {catalog.Key}",
                () =>
                    new
                    {
                        Open = open,
                        Catalog = catalog,
                        // An address that names none that we know shows the main one, and says so.
                        View = PlanFrameworks.View(shared, plan, open.Assessment, framework)
                            ?? PlanFrameworks.View(shared, plan, open.Assessment),
                        Asked = framework,
                        Pinned = visit.PinnedFirst,
                    }
            );
        });

    private static async Task<IResult> AllAsync(
        string? framework,
        HttpContext context,
        PlaceCatalogs catalogs,
        CancellationToken cancellation
    )
    {
        var catalog = await catalogs.OpenAsync(cancellation);
        var shown =
            PlanFrameworks.Find(catalog.Library, framework) ?? PlanFrameworks.Find(catalog.Library, asked: null);
        return PageResults.Cached<AreasPage>(
            context,
            catalog.Key,
            () =>
                new
                {
                    Catalog = catalog,
                    Framework = shown,
                    Places = shown is null ? null : PlacesByArea.Of(catalog, shown),
                }
        );
    }

    private static async Task<IResult> AreaAsync(
        string area,
        string? framework,
        HttpContext context,
        PlaceCatalogs catalogs,
        CancellationToken cancellation
    )
    {
        var catalog = await catalogs.OpenAsync(cancellation);
        var shown = PlanFrameworks.Find(catalog.Library, framework);
        if (shown?.FindArea(area) is null && string.IsNullOrEmpty(framework))
        {
            shown = PlanFrameworks.Choices(catalog.Library).FirstOrDefault(f => f.FindArea(area) is not null);
        }

        return shown?.FindArea(area) is { } found
            ? PageResults.Cached<AreaPage>(
                context,
                catalog.Key,
                () =>
                    new
                    {
                        Catalog = catalog,
                        Framework = shown,
                        Area = found,
                        Across = AreaAcross.Of(catalog, shown, found),
                    }
            )
            : PageResults.Page<FailurePage>(
                new { Status = StatusCodes.Status404NotFound },
                StatusCodes.Status404NotFound
            );
    }

    private static IResult Template(string? framework, LibraryReading library, MessageCatalog texts) =>
        PlanFrameworks.Find(library.Library, framework) is { } found
            ? Results.File(
                Encoding.UTF8.GetBytes(FrameworkTemplate.Text(found, texts)),
                "application/yaml; charset=utf-8",
                "framework.yaml"
            )
            : PageResults.Page<FailurePage>(
                new { Status = StatusCodes.Status404NotFound },
                StatusCodes.Status404NotFound
            );
}
