// SPDX-License-Identifier: Apache-2.0
using FsCheck;
using FsCheck.Fluent;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Plans;

namespace Lodestar.Domain.Tests.Jurisdictions;

public sealed class PlaceSearchTests
{
    private static readonly Gazetteer Places = Gazetteer.Of([
        City("glasgow", "Glasgow", "GB", 626_410),
        City("kings-lynn", "King's Lynn & West Norfolk", "GB", 151_000),
        City("bradford", "Bradford", "GB", 546_400),
        City("copenhagen", "Copenhagen", "DK", 644_000) with
        {
            Names = EquatableList.Of(
                new LocalName("da", "København"),
                new LocalName("fr", "Copenhague"),
                new LocalName("de", "Kopenhagen")
            ),
            Codes = EquatableList.Of(new PlaceCode("un-locode", "DK CPH")),
        },
        City("luxembourg-city", "Luxembourg", "LU", 132_000),
        City("newcastle-upon-tyne", "Newcastle upon Tyne", "GB", 302_000),
        City("newcastle-under-lyme", "Newcastle-under-Lyme", "GB", 129_000),
    ]);
    private static readonly PlaceSearch Search = new(Places.Places);

    [Theory]
    [InlineData("Glasgow", "glasgow")]
    [InlineData("  gLASGOW ", "glasgow")]
    [InlineData("glas", "glasgow")]
    [InlineData("glasgw", "glasgow")]
    [InlineData("galsgow", "glasgow")]
    [InlineData("glassgoww", "glasgow")]
    [InlineData("lasgow", "glasgow")]
    [InlineData("glagso", "glasgow")]
    [InlineData("København", "copenhagen")]
    [InlineData("kobenhavn", "copenhagen")]
    [InlineData("kopenhague", "copenhagen")]
    [InlineData("DKCPH", "copenhagen")]
    [InlineData("dk cph", "copenhagen")]
    [InlineData("norfolk west", "kings-lynn")]
    [InlineData("Kings Lynn and West Norfolk", "kings-lynn")]
    [InlineData("lynn west norflok", "kings-lynn")]
    [InlineData("janeiro rio", "rio-de-janeiro")]
    [InlineData("riodejaneiro", "rio-de-janeiro")]
    [InlineData("newyork", "new-york-city")]
    [InlineData("new yrok", "new-york-city")]
    [InlineData("vancover canada", "vancouver")]
    [InlineData("glasgow scotland", "glasgow")]
    [InlineData("Cote d'Ivoire", "ci")]
    [InlineData("cote divoire", "ci")]
    [InlineData("Royaume-Uni", "gb")]
    [InlineData("Alemania", "de")]
    [InlineData("swedn", "se")]
    [InlineData("SWE", "se")]
    [InlineData("752", "se")]
    [InlineData("na", "na")]
    [InlineData("brasil", "br")]
    public void Find_AsPeopleType_GivesThePlaceFirst(string query, string id) =>
        Assert.Equal(id, Search.Find(query).FirstOrDefault()?.Place.Id);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!")]
    [InlineData("zzzzzzzzzzzz")]
    [InlineData("b xqzxqz b")]
    [InlineData("\ud800")]
    public void Find_NothingLikeIt_GivesNothing(string query) => Assert.Empty(Search.Find(query));

    [Fact]
    public void Find_ASharedName_PutsTheCountryFirst()
    {
        var found = Search.Find("luxembourg").Select(m => m.Place.Id).ToArray();
        // The city has a plan and the country has none, which counts first.
        Assert.Equal(["luxembourg-city", "lu"], found[..2]);

        var equal = new PlaceSearch(
            Gazetteer
                .Of([
                    City("luxembourg-city", "Luxembourg", "LU", 132_000),
                    City("luxembourg", "Luxembourg", "LU", null) with
                    {
                        Kind = JurisdictionKind.Country,
                    },
                ])
                .Places
        );
        Assert.Equal(["lu", "luxembourg-city"], equal.Find("luxembourg").Select(m => m.Place.Id).Take(2));
    }

    [Fact]
    public void Find_EquallyGood_PutsTheMorePopulousFirst() =>
        Assert.Equal(
            ["newcastle-upon-tyne", "newcastle-under-lyme"],
            Search.Find("newcastle").Select(m => m.Place.Id).Take(2)
        );

    [Fact]
    public void Find_RanksExactBeforePrefixBeforeWordsBeforeNear()
    {
        var kinds = Search.Find("niger", 20).Select(m => m.Kind).ToArray();
        Assert.Equal(kinds.Order(), kinds);
        Assert.Equal(["ne", "ng"], Search.Find("niger").Select(m => m.Place.Id).Take(2));
        Assert.Equal(MatchKind.Exact, kinds[0]);
        Assert.Equal(MatchKind.Prefix, kinds[1]);
        Assert.Equal(MatchKind.Near, Search.Find("glasgw")[0].Kind);
        Assert.Equal(MatchKind.Partly, Search.Find("glasgow scotland")[0].Kind);
    }

    [Fact]
    public void Find_ByAnotherName_SaysWhich() => Assert.Equal("København", Search.Find("kobenhav")[0].By);

    [Fact]
    public void Find_ByAnyOfItsOwnNames_GivesEveryPlaceFirstOrAmongEquals()
    {
        foreach (var place in Places.Places)
        {
            foreach (var name in Gazetteer.NamesOf(place).Where(n => NameFold.Fold(n).Length > 0))
            {
                var found = Search.Find(name, 20);
                Assert.Contains(found, m => m.Place == place && m.Kind == MatchKind.Exact);
            }

            Assert.All(place.Codes, c => Assert.Contains(Search.Find(c.Code, 20), m => m.Place == place));
        }
    }

    [Fact]
    public void Find_WithOneMistakeInALongName_StillGivesThePlace()
    {
        var names = Places
            .Places.SelectMany(p => Gazetteer.NamesOf(p).Select(n => (Place: p, Name: NameFold.Fold(n))))
            .Where(n => n.Name.Length >= 6 && !n.Name.Contains(' '))
            .ToArray();
        var mistakes =
            from n in Gen.Elements(names)
            from at in Gen.Choose(0, n.Name.Length - 2)
            from kind in Gen.Choose(0, 3)
            from letter in Gen.Choose('a', 'z')
            select (n.Place, Query: Mistake(n.Name, at, kind, (char)letter));
        Prop.ForAll(mistakes.ToArbitrary(), m => Search.Find(m.Query, 30).Any(f => f.Place == m.Place))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Near_AgainstTheSlowDistance_MarksTheSameWords()
    {
        var words = Places
            .Places.SelectMany(Gazetteer.NamesOf)
            .SelectMany(n => NameFold.Fold(n).Split(' '))
            .Where(w => w.Length > 0)
            .ToHashSet();
        var list = new WordList(words);
        var sorted = words.Order(StringComparer.Ordinal).ToArray();
        var queries =
            from word in Gen.Elements(sorted)
            from at in Gen.Choose(0, word.Length)
            from letter in Gen.Choose('a', 'z')
            from edits in Gen.Choose(1, 2)
            select (Text: word.Insert(at, ((char)letter).ToString()), Edits: edits);
        Prop.ForAll(
                queries.ToArbitrary(),
                q =>
                {
                    var marks = Enumerable.Repeat(WordList.None, list.Count).ToArray();
                    list.Near(q.Text, q.Edits, false, marks, []);
                    return sorted
                        .Select((w, i) => (Distance: Slow(q.Text, w), Mark: marks[i]))
                        .All(p => p.Distance <= q.Edits ? p.Mark == 2 * p.Distance : p.Mark == WordList.None);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Find_FromManyThreads_SaysTheSame()
    {
        var alone = Search.Find("newcastel tyne").Select(m => m.Place.Id).ToArray();
        Assert.NotEmpty(alone);
        Parallel.For(0, 200, _ => Assert.Equal(alone, Search.Find("newcastel tyne").Select(m => m.Place.Id)));
    }

    [Fact]
    public void Gazetteer_EveryListedPlace_HasAnEntry()
    {
        Assert.Equal(28, Groups.All.Count(l => l.Group == Groups.Coalition));
        Assert.Equal(24, Groups.All.Count(l => l.Group == Groups.Alliance));
        Assert.All(Groups.All, l => Assert.NotNull(Countries.Find(l.Country)));
        Assert.All(
            Groups.All.Where(l => l.Kind == JurisdictionKind.Country),
            l => Assert.Equal(Countries.Find(l.Country)!.Name, l.Name)
        );
        Assert.All(
            Groups.All.Where(l => l.Kind == JurisdictionKind.City),
            l => Assert.Single(Places.Places, p => Groups.Of(p.Kind, p.Country?.Alpha2, Gazetteer.NamesOf(p)) == l)
        );
    }

    [Fact]
    public void Gazetteer_Ids_AreUniqueAndFindTheirPlace()
    {
        Assert.Equal(Places.Places.Count, Places.Places.Select(p => p.Id).Distinct().Count());
        Assert.All(Places.Places, p => Assert.Equal(p, Places.Find(p.Id)));
        Assert.Equal("se", Places.Find("SWE")!.Id);
        Assert.Null(Places.Find("nowhere"));
    }

    private static Jurisdiction City(string id, string name, string country, double? people) =>
        new(id, name, JurisdictionKind.City)
        {
            Country = Countries.Find(country),
            PlanId = id,
            Population = people is { } p ? new PopulationFigure(p, 2020, null) : null,
        };

    private static string Mistake(string name, int at, int kind, char letter) =>
        kind switch
        {
            0 => name.Remove(at, 1),
            1 => name.Insert(at, letter.ToString()),
            2 => $"{name[..at]}{letter}{name[(at + 1)..]}",
            _ => $"{name[..at]}{name[at + 1]}{name[at]}{name[(at + 2)..]}",
        };

    // Optimal string alignment by its definition.
    private static int Slow(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                d[i, j] =
                    i == 0 ? j
                    : j == 0 ? i
                    : Math.Min(
                        Math.Min(d[i - 1, j], d[i, j - 1]) + 1,
                        d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                    );
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }

    [Fact]
    public void Listing_ByAnyNameInItsCountry_IsTheFirstOfTheListThatBearsIt()
    {
        var cities = Groups.All.Where(l => l.Kind != JurisdictionKind.Country).ToList();
        foreach (var listing in cities)
        {
            foreach (var name in listing.Aliases.Append(listing.Name))
            {
                var expected = cities.First(l =>
                    l.Country == listing.Country
                    && l.Aliases.Append(l.Name).Any(n => NameFold.Fold(n) == NameFold.Fold(name))
                );

                Assert.Equal(
                    expected,
                    Groups.Of(JurisdictionKind.City, listing.Country, "Elsewhere", name.ToUpperInvariant())
                );
                Assert.Null(Groups.Of(JurisdictionKind.City, "AQ", name));
                Assert.Null(Groups.Of(JurisdictionKind.City, null, name));
            }
        }

        Assert.Null(Groups.Of(JurisdictionKind.City, cities[0].Country));
        Assert.All(
            Groups.All.Except(cities),
            l => Assert.Equal(l, Groups.Of(JurisdictionKind.Country, l.Country, "whatever it is called"))
        );
    }
}
