// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Web.Charts;

namespace Lodestar.App.Tests.Practices;

/// <summary>The projection against what its authors published, the shapes against the table of countries, the drawing against its budget.</summary>
public sealed partial class WorldMapTests
{
    private const int Budget = 60_000;

    private static readonly IEnumerable<Country> States = Countries.All.Where(c =>
        c.TerritoryOf is null && c.Region.Length > 0
    );

    /// <summary>The authors give a ratio of width to height of 2.05458 : 1 (Šavrič et al. 2018).</summary>
    [Fact]
    public void EqualEarth_TheWholeMap_HasThePublishedRatio() =>
        Assert.Equal(2.05458, WorldProjection.HalfWidth / WorldProjection.HalfHeight, 5);

    /// <summary>
    /// Worked by hand. At the pole θ = 60°, so y = θ(A1 + A2θ² + A3θ⁶ + A4θ⁸) with θ = 1.0471976: 1.403521 - 0.093142 +
    /// 0.001233 + 0.005747 = 1.317360; on the equator θ = 0 and x = λ · 2/(√3 · A1) = 2.706630 for λ = π.
    /// </summary>
    [Fact]
    public void EqualEarth_PoleAndEquator_FallWhereTheFormulaSays()
    {
        var pole = WorldProjection.Project(new Coordinates(90, 0));
        var east = WorldProjection.Project(new Coordinates(0, 180));

        Assert.Equal((0, 1.31736), (Math.Round(pole.X, 5), Math.Round(pole.Y, 5)));
        Assert.Equal((2.70663, 0), (Math.Round(east.X, 5), Math.Round(east.Y, 5)));
    }

    [Fact]
    public void EqualEarth_AnySpot_IsFoundAgainAndLiesInBounds() =>
        Assert.All(
            Spots(),
            at =>
            {
                var (x, y) = WorldProjection.Project(at);
                var back = WorldProjection.Locate(x, y);

                Assert.InRange(Math.Abs(x), 0, WorldProjection.HalfWidth + 1e-12);
                Assert.InRange(Math.Abs(y), 0, WorldProjection.HalfHeight + 1e-12);
                Assert.Equal(at.Latitude, back.Latitude, 7);
                Assert.Equal(at.Longitude, back.Longitude, 7);
            }
        );

    /// <summary>Small quadrangles keep the area they have on the sphere: (sin φ₂ - sin φ₁)(λ₂ - λ₁).</summary>
    [Fact]
    public void EqualEarth_SmallQuadrangles_KeepTheirArea()
    {
        const double Side = 0.01;
        Assert.All(
            Spots(),
            at =>
            {
                (double X, double Y)[] corners =
                [
                    WorldProjection.Project(at),
                    WorldProjection.Project(new Coordinates(at.Latitude, at.Longitude + Side)),
                    WorldProjection.Project(new Coordinates(at.Latitude + Side, at.Longitude + Side)),
                    WorldProjection.Project(new Coordinates(at.Latitude + Side, at.Longitude)),
                ];
                var real =
                    (
                        Math.Sin(double.DegreesToRadians(at.Latitude + Side))
                        - Math.Sin(double.DegreesToRadians(at.Latitude))
                    ) * double.DegreesToRadians(Side);

                Assert.InRange(AreaOf(corners) / real, 0.9999, 1.0001);
            }
        );
    }

    [Fact]
    public void Shapes_EveryState_IsAnAreaOrAPoint()
    {
        Assert.True(States.Count() > 190);

        Assert.All(
            States.Where(c => c.Alpha2 is not ("AQ" or "BV" or "CC" or "CX" or "SJ" or "TK")),
            c =>
                Assert.True(WorldShapes.Areas.ContainsKey(c.Alpha2) != WorldShapes.Points.ContainsKey(c.Alpha2), c.Name)
        );
    }

    [Fact]
    public void Shapes_EveryCode_IsACountryAndEverySpotIsOnTheSheet()
    {
        var sheet = 0;
        foreach (var (alpha2, isArea, shape) in WorldShapes.Rows())
        {
            Assert.True(alpha2.Length == 0 || Countries.Find(alpha2)?.Alpha2 == alpha2, alpha2);
            if (!isArea)
            {
                continue;
            }

            foreach (var (x, y) in WorldShapes.Rings(shape).SelectMany(r => r).Select(WorldShapes.Place))
            {
                Assert.InRange(x, 0, WorldShapes.Width);
                Assert.InRange(y, 0, WorldShapes.Height);
                sheet++;
            }
        }

        Assert.True(sheet > 3000);
    }

    /// <summary>Nothing is smeared across the map: Russia and Fiji are cut where they cross the antimeridian.</summary>
    [Fact]
    public void Shapes_NoEdge_CrossesTheMap() =>
        Assert.All(
            WorldShapes.Rows().Where(r => r.IsArea).SelectMany(r => WorldShapes.Rings(r.Shape)),
            ring =>
                Assert.True(
                    ring.Zip(ring.Skip(1).Append(ring[0]), (a, b) => Math.Abs(a.Longitude - b.Longitude)).Max() < 100
                )
        );

    /// <summary>Areas as the United Nations Statistics Division publishes them, in million square kilometres, within a tenth.</summary>
    [Theory]
    [InlineData("BR", 8.516)]
    [InlineData("AU", 7.692)]
    [InlineData("RU", 17.098)]
    [InlineData("IN", 3.287)]
    [InlineData("ZA", 1.221)]
    [InlineData("SE", 0.450)]
    public void Shapes_Countries_AreAsLargeAsTheyAre(string alpha2, double million)
    {
        const double Radius = 6371.0;
        var rings = WorldShapes.Rings(WorldShapes.Rows().Single(r => r.Alpha2 == alpha2).Shape);
        var area = Math.Abs(rings.Sum(ring => AreaOf([.. ring.Select(WorldProjection.Project)])));

        Assert.InRange(area * Radius * Radius / 1e6, million * 0.9, million * 1.1);
    }

    [Fact]
    public void CityCoordinates_EveryCity_LiesByItsCountry()
    {
        var cities = Gazetteer.Of([]).Places.Where(p => p.Kind != Planning.Plans.JurisdictionKind.Country).ToList();
        Assert.True(cities.Count > 20);

        Assert.All(
            cities,
            city =>
            {
                var at = city.Coordinates ?? throw new InvalidOperationException($"{city.Name} lies nowhere.");
                var rings = WorldShapes.Rings(WorldShapes.Rows().Single(r => r.Alpha2 == city.Country!.Alpha2).Shape);
                Assert.True(
                    rings.Any(r => IsInside(r, at)) || rings.SelectMany(r => r).Any(s => AreNear(s, at)),
                    $"{city.Name} lies neither in nor by its country."
                );
            }
        );
    }

    [Fact]
    public void Draw_TheBareWorld_IsSmall() => Assert.InRange(WorldDrawing.Draw([], []).Length, 15_000, 40_000);

    [Fact]
    public void Draw_EveryCountryAndManyPoints_StaysInTheBudget()
    {
        var countries = States.Select(c => new MapCountry(c.Alpha2, $"/places/{c.Alpha2}", $"{c.Name}: 3")).ToList();
        var svg = WorldDrawing.Draw(countries, []);

        Assert.InRange(svg.Length, 1, Budget);
        Assert.Equal(countries.Count(c => Known(c.Alpha2)), Links().Count(svg));
        XDocument.Parse($"<svg>{svg}</svg>");
    }

    [Fact]
    public void Draw_Titles_AreEscapedAndMarksAreLinksOnlyWhereTheyLeadSomewhere()
    {
        var svg = WorldDrawing.Draw(
            [new MapCountry("CL", null, "Chile & \"more\" <b>"), new MapCountry("MT", "/places/mt?a=1&b=2", "Malta")],
            [new MapPoint(new Coordinates(55.68, 12.57), "/x", "København", "city")]
        );
        var root = XDocument.Parse($"<svg>{svg}</svg>").Root!;

        Assert.Equal("Chile & \"more\" <b>", root.Elements("g").Single().Element("title")!.Value);
        Assert.Equal(["/places/mt?a=1&b=2", "/x"], root.Elements("a").Select(a => a.Attribute("href")!.Value));
        Assert.Equal("map-point small has", root.Elements("a").First().Attribute("class")!.Value);
    }

    private static bool Known(string alpha2) =>
        WorldShapes.Areas.ContainsKey(alpha2) || WorldShapes.Points.ContainsKey(alpha2);

    // Every other degree or so, off the round figures.
    private static IEnumerable<Coordinates> Spots() =>
        from latitude in Enumerable.Range(-44, 89)
        from longitude in Enumerable.Range(-44, 89)
        select new Coordinates(latitude * 2.01, longitude * 4.07);

    // Coasts are thinned, so a port may lie a little way out at sea.
    private static bool AreNear(Coordinates some, Coordinates other) =>
        Math.Abs(some.Latitude - other.Latitude) < 2 && Math.Abs(some.Longitude - other.Longitude) < 2;

    private static bool IsInside(IReadOnlyList<Coordinates> ring, Coordinates at) =>
        ring.Zip(ring.Skip(1).Append(ring[0]))
            .Count(e =>
                e.First.Latitude > at.Latitude != e.Second.Latitude > at.Latitude
                && at.Longitude
                    < e.First.Longitude
                        + (at.Latitude - e.First.Latitude)
                            / (e.Second.Latitude - e.First.Latitude)
                            * (e.Second.Longitude - e.First.Longitude)
            ) % 2
        == 1;

    private static double AreaOf(IReadOnlyList<(double X, double Y)> ring) =>
        ring.Zip(ring.Skip(1).Append(ring[0]), (a, b) => a.X * b.Y - b.X * a.Y).Sum() / 2;

    [GeneratedRegex("<a href=")]
    private static partial Regex Links();
}
