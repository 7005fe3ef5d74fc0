// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Practices;
using Lodestar.Web.Charts;
using Lodestar.Web.Texts;

namespace Lodestar.Web.Features.Practices;

/// <summary>Practices on the map: countries as areas, other places as points.</summary>
/// <param name="Placed">Practices that stand somewhere on it.</param>
/// <param name="Unplaced">Those that do not.</param>
internal sealed record PracticeMap(
    IReadOnlyList<MapCountry> Countries,
    IReadOnlyList<MapPoint> Points,
    int Placed,
    int Unplaced
)
{
    /// <param name="hrefOf">Where a place with several practices leads.</param>
    public static PracticeMap Of(
        IReadOnlyCollection<GoodPractice> practices,
        Gazetteer places,
        MessageCatalog texts,
        Func<Jurisdiction, string> hrefOf
    )
    {
        var known = practices
            .SelectMany(p => p.Places.Select(places.Find).OfType<Jurisdiction>().Distinct().Select(j => (Place: j, p)))
            .GroupBy(x => x.Place, x => x.p)
            .OrderBy(g => g.Key.In(texts), StringComparer.InvariantCultureIgnoreCase)
            .ToList();
        string Href(IGrouping<Jurisdiction, GoodPractice> g) =>
            g.Count() == 1 ? $"/practices/{Uri.EscapeDataString(g.First().Id)}" : hrefOf(g.Key);
        string Title(IGrouping<Jurisdiction, GoodPractice> g) =>
            g.Count() == 1
                ? texts.Of(
                    "web.practices.map.one",
                    ("place", g.Key.In(texts)),
                    ("practice", g.First().Title.In(texts.Language))
                )
                : texts.Of("web.practices.map.several", ("place", g.Key.In(texts)), ("count", g.Count()));
        var placed = practices.Count(p => p.Places.Select(places.Find).Any(IsDrawn));
        return new PracticeMap(
            [
                .. known
                    .Where(g => g.Key.Kind == JurisdictionKind.Country)
                    .Select(g => new MapCountry(g.Key.Country!.Alpha2, Href(g), Title(g))),
            ],
            [
                .. known
                    .Where(g => g.Key.Kind != JurisdictionKind.Country && g.Key.Coordinates is not null)
                    .Select(g => new MapPoint(g.Key.Coordinates!.Value, Href(g), Title(g))),
            ],
            placed,
            practices.Count - placed
        );
    }

    private static bool IsDrawn(Jurisdiction? place) =>
        place switch
        {
            null => false,
            { Kind: JurisdictionKind.Country, Country: { } country } => WorldShapes.Draws(country.Alpha2),
            _ => place.Coordinates is not null,
        };
}
