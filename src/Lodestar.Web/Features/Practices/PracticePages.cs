// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Planning.Practices;
using Lodestar.Web.Hosting;

namespace Lodestar.Web.Features.Practices;

/// <summary>The practices on a map and in a list, a page for each, and one for each sector.</summary>
internal static class PracticePages
{
    private const int MostRelated = 6;
    private const int MostSuggested = 5;

    public static void MapPracticePages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/practices", ListAsync);
        app.MapGet("/practices/{id}", PracticeAsync);
        app.MapGet("/sectors", () => Results.LocalRedirect("~/sectors/I"));
        app.MapGet("/sectors/{id}", SectorAsync);
    }

    private static async Task<IResult> ListAsync(
        HttpContext context,
        PlaceCatalogs catalogs,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        var catalog = await catalogs.OpenAsync(cancellation);
        var search = PracticeShelf.Of(catalog, texts.Language);
        var wish = PracticeWish.Of(context.Request.Query, catalog, search);
        return PageResults.Cached<PracticesPage>(
            context,
            catalog.Key,
            () => new { List = PracticeList.Of(catalog, search, wish), Catalog = catalog }
        );
    }

    private static async Task<IResult> PracticeAsync(
        string id,
        HttpContext context,
        PlaceCatalogs catalogs,
        MessageCatalog texts,
        CancellationToken cancellation
    )
    {
        var catalog = await catalogs.OpenAsync(cancellation);
        if (catalog.Library.FindPractice(id) is not { } practice)
        {
            return PageResults.Page<NoPracticePage>(
                new
                {
                    Asked = id,
                    Meant = Near(id, catalog, texts.Language),
                    catalog.Gazetteer,
                },
                StatusCodes.Status404NotFound
            );
        }

        return PageResults.Cached<PracticePage>(
            context,
            $"{id} {catalog.Key}",
            () =>
                new
                {
                    Practice = practice,
                    Catalog = catalog,
                    Related = (IReadOnlyList<GoodPractice>)
                        [.. PracticePlaces.Like(practice, catalog.Library, catalog.Gazetteer).Take(MostRelated)],
                }
        );
    }

    private static async Task<IResult> SectorAsync(
        string id,
        HttpContext context,
        PlaceCatalogs catalogs,
        CancellationToken cancellation
    )
    {
        var catalog = await catalogs.OpenAsync(cancellation);
        if (
            PracticeWords.Sectors.FirstOrDefault(s => s.Equals(id, StringComparison.OrdinalIgnoreCase))
            is not { } sector
        )
        {
            return PageResults.Page<NoSectorPage>(new { Asked = id }, StatusCodes.Status404NotFound);
        }

        return sector != id
            ? Results.LocalRedirect($"~/sectors/{sector}")
            : PageResults.Cached<SectorPage>(
                context,
                $"{sector} {catalog.Key}",
                () =>
                    new
                    {
                        Sector = sector,
                        Catalog = catalog,
                        Practices = (IReadOnlyList<GoodPractice>)
                            [.. catalog.Library.Practices.Where(p => p.Sectors.Contains(sector))],
                    }
            );
    }

    // An id is made of words of its title, so the search of titles is the way back.
    private static IReadOnlyList<GoodPractice> Near(string id, PlaceCatalog catalog, string language)
    {
        var search = PracticeShelf.Of(catalog, language);
        var words = id.Split('-', '_', ' ', '.').Where(w => w.Length > 2).OrderByDescending(w => w.Length);
        return
        [
            .. words
                .SelectMany(w => search.Find(new PracticeQuery { Text = w }).Practices)
                .CountBy(p => p)
                .OrderByDescending(c => c.Value)
                .Select(c => c.Key)
                .Take(MostSuggested),
        ];
    }
}
