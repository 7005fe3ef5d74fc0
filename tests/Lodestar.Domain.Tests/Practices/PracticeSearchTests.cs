// SPDX-License-Identifier: Apache-2.0
using FsCheck;
using FsCheck.Fluent;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Library;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Practices;

namespace Lodestar.Domain.Tests.Practices;

public sealed class PracticeSearchTests
{
    private static readonly SharedLibrary Library = SomePractices.Of(
        SomePractices.Practice(
            "cl-law",
            "Framework law on climate change",
            "Neutrality by 2050 at the latest.",
            "CL"
        ) with
        {
            Title = SomePractices.Both("Framework law on climate change", "Loi-cadre sur le changement climatique"),
            What = SomePractices.Both("Neutrality by 2050.", "Réduction d’émissions, neutralité en 2050."),
            Areas = EquatableList.Of("governance"),
        },
        SomePractices.Practice(
            "cph-officers",
            "Climate officers in the neighbourhoods",
            "Advice on heat.",
            "copenhagen"
        ),
        SomePractices.Practice("heat", "Heat from wastewater", "A hospital is heated from the sewer.", "toronto"),
        SomePractices.Practice("waste", "Waste made into heat", "Once.", "minneapolis-st-paul")
    );

    [Theory]
    [InlineData("framework law", "cl-law")]
    [InlineData("LAW framework", "cl-law")]
    [InlineData("chile", "cl-law")]
    [InlineData("chili", "cl-law")]
    [InlineData("governance", "cl-law")]
    [InlineData("officers København", "cph-officers")]
    [InlineData("climate denmark", "cph-officers")]
    [InlineData("wastewatr", "heat")]
    [InlineData("wastewa", "heat")]
    [InlineData("hosptial toronto", "heat")]
    [InlineData("minneapolis", "waste")]
    [InlineData("xylophone", null)]
    [InlineData("heat chile", null)]
    public void Find_Words_AnswerForgivingly(string text, string? first) =>
        Assert.Equal(first, Find(Library, text).Practices.Select(p => p.Id).FirstOrDefault());

    [Theory]
    [InlineData("loi cadre", "fr", true)]
    [InlineData("emissions", "fr", true)]
    [InlineData("d'émissions", "fr", true)]
    [InlineData("loi cadre", "en", false)]
    [InlineData("Danemark officers", "en", true)]
    public void Find_Words_AreThoseOfTheReadersLanguage(string text, string language, bool answers) =>
        Assert.Equal(answers, Find(Library, text, language).Practices.Count > 0);

    [Fact]
    public void Find_WordInTheTitle_ComesBeforeOneInTheText() =>
        Assert.Equal(["heat", "waste", "cph-officers"], Find(Library, "heat").Practices.Select(p => p.Id));

    [Theory]
    [InlineData("wastewater", "a")]
    [InlineData("sewers", "a")]
    [InlineData("annual report", "b")]
    [InlineData("handbook", "b")]
    [InlineData("pumps", "b")]
    public void Find_WordsOfIdEvidenceAndSources_Answer(string text, string id)
    {
        var library = SomePractices.Of(
            SomePractices.Practice("a-wastewater", "Heat for a hospital") with
            {
                Evidence = EquatableList.Of(new Evidence("Deep sewers of the city")),
            },
            SomePractices.Practice("b", "Cold for a hospital") with
            {
                Evidence = EquatableList.Of(new Evidence("Minutes") { Source = "s1" }),
                Citation = Citation.None with { Sources = EquatableList.Of("s2") },
                Numbers = EquatableList.Of(
                    new PracticeNumber(new LocalText("Share"), 1, new LocalText("%"))
                    {
                        Citation = Citation.None with { Sources = EquatableList.Of("s3") },
                    }
                ),
            }
        ) with
        {
            Sources = EquatableList.Of(
                new Source("s1", "Annual report"),
                new Source("s2", "Handbook"),
                new Source("s3", "Heat pumps")
            ),
        };

        Assert.StartsWith(id, Assert.Single(Find(library, text).Practices).Id, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_NothingAsked_AnswersAllInTheirOrder() =>
        Assert.Equal(Library.Practices, SomePractices.Search(Library).Find(new PracticeQuery()).Practices);

    [Fact]
    public void Find_Alliance_CountsMembersOfTheDayAndNoCandidates()
    {
        var library = SomePractices.Of(
            SomePractices.Practice("a", "A", "Done.", "cl"),
            SomePractices.Practice("b", "B", "Done.", "DK"),
            SomePractices.Practice("c", "C", "Done.", "copenhagen"),
            SomePractices.Practice("d", "D", "Done.", "glasgow")
        );
        IEnumerable<string> Of(string alliance, DateOnly day) =>
            new PracticeSearch(library, SomePractices.Places, day, "en")
                .Find(new PracticeQuery { Alliance = alliance })
                .Practices.Select(p => p.Id);

        Assert.Equal(["a"], Of("coalition", SomePractices.Day));
        Assert.Equal(["c"], Of("cities", SomePractices.Day));
        Assert.Equal(["c", "d"], Of("cities", new DateOnly(2019, 1, 1)));
    }

    [Theory]
    [InlineData(2010, null, "b")]
    [InlineData(null, 2010, "a,b")]
    [InlineData(2009, 2009, "")]
    [InlineData(null, null, "a,b,c")]
    public void Find_Years_AreThoseOfTheBeginning(int? from, int? to, string found)
    {
        var library = SomePractices.Of(
            SomePractices.Practice("a", "A") with
            {
                FromYear = 2008,
                ToYear = 2020,
            },
            SomePractices.Practice("b", "B") with
            {
                FromYear = 2010,
            },
            SomePractices.Practice("c", "C")
        );

        var answer = SomePractices.Search(library).Find(new PracticeQuery { From = from, To = to });

        Assert.Equal(found, string.Join(',', answer.Practices.Select(p => p.Id)));
    }

    /// <summary>A filter written out the slow way.</summary>
    [Fact]
    public void Find_AnyQuery_AnswersWhatEachPartAnswers() =>
        Prop.ForAll(
                SomePractices.Asked(),
                asked =>
                {
                    var search = SomePractices.Search(asked.Library);
                    var q = asked.Query;
                    var worded = search.Find(new PracticeQuery { Text = q.Text }).Practices.ToHashSet();
                    var slow = asked.Library.Practices.Where(p =>
                        worded.Contains(p)
                        && (q.Area is null || p.Areas.Contains(q.Area))
                        && (
                            q.Sector is null
                            || (q.Sector == "across" ? p.Sectors.Count == 0 : p.Sectors.Contains(q.Sector))
                        )
                        && (q.Place is null || p.Places.Any(c => c.Equals(q.Place, StringComparison.OrdinalIgnoreCase)))
                        && (
                            q.Alliance is null
                            || (q.Alliance == "coalition" ? p.Places.Contains("CL") : p.Places.Contains("copenhagen"))
                        )
                        && (q.Status is null || PracticeWords.Word(p.Status) == q.Status)
                        && (q.Mark is null || PracticeWords.Word(p.Citation.Mark) == q.Mark)
                        && (q.From is null || p.FromYear >= q.From)
                        && (q.To is null || p.FromYear <= q.To)
                    );
                    return slow.ToHashSet().SetEquals(search.Find(q).Practices);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Find_FacetCounts_AreWhatChoosingThemGives() =>
        Prop.ForAll(
                SomePractices.Asked(),
                asked =>
                {
                    var search = SomePractices.Search(asked.Library);
                    var answer = search.Find(asked.Query);
                    return PracticeWords.Facets.All(f =>
                        answer.Facets[f].All(c => search.Find(asked.Query.With(f, c.Value)).Practices.Count == c.Count)
                    );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Find_OrderOfTheLibrary_MattersNotToWhatIsFound() =>
        Prop.ForAll(
                SomePractices.Asked(),
                asked =>
                {
                    var turned = asked.Library with { Practices = asked.Library.Practices.Reverse().ToEquatableList() };
                    var (one, other) = (
                        SomePractices.Search(asked.Library).Find(asked.Query),
                        SomePractices.Search(turned).Find(asked.Query)
                    );
                    return one.Practices.ToHashSet().SetEquals(other.Practices)
                        && PracticeWords.Facets.All(f => one.Facets[f].ToHashSet().SetEquals(other.Facets[f]));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Of_APlace_KnowsItByEveryNameThatIsItsAlone()
    {
        var places = Gazetteer.Of([
            new Jurisdiction("minneapolis-st-paul", "Minneapolis-St. Paul", JurisdictionKind.City)
            {
                Country = Countries.Find("US"),
                PlanId = "minneapolis-st-paul",
            },
        ]);
        var library = SomePractices.Of(SomePractices.Practice("a", "A", "Done.", "minneapolis"));
        var place = places.Find("minneapolis-st-paul")!;

        Assert.Equal(["a"], PracticePlaces.Of(place, library, places).Select(p => p.Id));
        Assert.Empty(PracticePlaces.Of(places.Find("us")!, library, places));
    }

    [Fact]
    public void Like_APractice_AreOfOtherPlacesInTheSameAreaAndSector()
    {
        GoodPractice Made(string id, string place, string area, params string[] sectors) =>
            SomePractices.Practice(id, id, "Done.", place) with
            {
                Areas = EquatableList.Of(area),
                Sectors = sectors.ToEquatableList(),
            };
        var own = Made("own", "CL", "governance", "I");
        var library = SomePractices.Of(
            own,
            Made("same-place", "cl", "governance", "I"),
            Made("other-area", "DK", "finance", "I"),
            Made("other-sector", "DK", "governance", "II"),
            Made("no-sector", "DK", "governance"),
            Made("like", "DK", "governance", "I", "II"),
            Made("liker", "GB", "governance", "I") with
            {
                Actions = EquatableList.Of("formalise"),
            }
        );
        var asked = own with { Actions = EquatableList.Of("formalise") };

        Assert.Equal(["liker", "like"], PracticePlaces.Like(asked, library, SomePractices.Places).Select(p => p.Id));
    }

    private static PracticeAnswer Find(SharedLibrary library, string text, string language = "en") =>
        SomePractices.Search(library, language).Find(new PracticeQuery { Text = text });
}
