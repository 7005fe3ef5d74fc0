// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Lodestar.App.Tests.Web;
using Lodestar.Formats.Library;
using Lodestar.Planning.Library;
using Lodestar.Planning.Practices;
using Lodestar.Testing;

namespace Lodestar.App.Tests.Practices;

/// <summary>Practices over real HTTP, with the library that ships and three cities.</summary>
public sealed class PracticePageTests(RunningSite site) : IClassFixture<RunningSite>
{
    private const int MapBudget = 60_000;
    private const int PageBudget = 150_000;

    private static SharedLibrary Library => LibraryReader.Shipped.Library;

    [Fact]
    public async Task List_AllPractices_StandOnIt()
    {
        var page = await site.PageAsync("/practices");

        Assert.True(Library.Practices.Count > 40);
        Assert.StartsWith($"{Library.Practices.Count} good practices", Heading(page), StringComparison.Ordinal);
        Assert.Equal(
            Library.Practices.Select(p => $"/practices/{p.Id}").Order(),
            page.QuerySelectorAll(".practice h3 a").Select(a => a.GetAttribute("href")!).Order()
        );
    }

    [Fact]
    public async Task List_MapAndPage_AreLight()
    {
        var html = await site.Http.GetStringAsync(new Uri("/practices", UriKind.Relative));
        var svg = html[html.IndexOf("<svg viewBox=\"0 0 2000", StringComparison.Ordinal)..];
        svg = svg[..(svg.IndexOf("</svg>", StringComparison.Ordinal) + 6)];

        Assert.InRange(Encoding.UTF8.GetByteCount(svg), 20_000, MapBudget);
        Assert.InRange(Encoding.UTF8.GetByteCount(html), MapBudget / 2, PageBudget);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
    }

    /// <summary>Every place the map links to stands in the list too, with the same practices.</summary>
    [Fact]
    public async Task Map_EveryLink_LeadsToThePracticesOfItsPlace()
    {
        var page = await site.PageAsync("/practices");
        var links = page.QuerySelectorAll(".ls-map svg a").ToList();
        Assert.True(links.Count > 20);

        foreach (var link in links.Where((_, i) => i % 4 == 0))
        {
            var title = link.QuerySelector("title")!.TextContent;
            var there = await site.PageAsync(link.GetAttribute("href")!);
            if (link.GetAttribute("href")!.StartsWith("/practices/", StringComparison.Ordinal))
            {
                Assert.EndsWith(Heading(there), title, StringComparison.Ordinal);
            }
            else
            {
                Assert.Contains($" {there.QuerySelectorAll(".practice").Length} ", title, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Map_Name_CountsWhatStandsOnIt()
    {
        var placed = Library.Practices.Count(p => p.Places.Count > 0);
        Assert.True(placed < Library.Practices.Count);

        var all = await site.PageAsync("/practices");
        var city = await site.PageAsync("/practices?place=toronto");
        var sector = await site.PageAsync("/sectors/I");

        Assert.Contains(
            $"Where {placed} practices can be seen at work",
            all.QuerySelector("#map-section")!.InnerHtml,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("shaded", city.QuerySelector("#map-section")!.InnerHtml, StringComparison.Ordinal);
        Assert.Contains("as points", city.QuerySelector("#map-section")!.InnerHtml, StringComparison.Ordinal);
        var inSector = Library.Practices.Where(p => p.Sectors.Contains("I")).Count(p => p.Places.Count > 0);
        Assert.Contains($"Where {inSector} practices can", sector.Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_WordOfAnId_FindsThePractice()
    {
        var page = await site.PageAsync("/practices?q=wastewater");

        Assert.NotNull(page.QuerySelector(".practice h3 a[href='/practices/toronto-wastewater-energy']"));
    }

    [Fact]
    public async Task Filters_Chosen_NarrowTheListAndStayInEveryLink()
    {
        var page = await site.PageAsync("/practices?area=governance&status=in-force&from=2015");
        var expected = Library
            .Practices.Where(p =>
                p.Areas.Contains("governance") && p.Status == PracticeStatus.InForce && p.FromYear >= 2015
            )
            .ToList();
        Assert.True(expected.Count > 3);

        Assert.Equal(
            expected.Select(p => p.Id).Order(),
            page.QuerySelectorAll(".practice h3 a").Select(a => a.GetAttribute("href")!["/practices/".Length..]).Order()
        );
        Assert.Equal("governance", page.QuerySelector<IHtmlSelectElement>("#f-area")!.Value);
        Assert.Equal("2015", page.QuerySelector<IHtmlInputElement>("#f-from")!.Value);
        Assert.True(page.QuerySelector("details.filters")!.HasAttribute("open"));
        Assert.Equal(
            "/api/v1/practices.csv?area=governance&status=in-force&from=2015",
            page.QuerySelector("a[download]")!.GetAttribute("href")
        );
        Assert.Contains(
            "/practices?area=governance&from=2015",
            page.QuerySelectorAll(".chips a").Select(a => a.GetAttribute("href"))
        );
        Assert.All(
            page.QuerySelectorAll("link[hreflang]"),
            l => Assert.Contains("status=in-force", l.GetAttribute("href"), StringComparison.Ordinal)
        );
    }

    /// <summary>A choice of the form says how many it would leave; taking it leaves that many.</summary>
    [Theory]
    [InlineData("area")]
    [InlineData("sector")]
    [InlineData("alliance")]
    [InlineData("mark")]
    public async Task Filters_EachChoice_KeepsItsPromise(string name)
    {
        var page = await site.PageAsync("/practices?status=in-force");
        var options = page.QuerySelectorAll<IHtmlOptionElement>($"#f-{name} option").Where(o => o.Value.Length > 0);
        Assert.NotEmpty(options);

        foreach (var option in options.Take(3))
        {
            var promised = int.Parse(option.Text[(option.Text.LastIndexOf('(') + 1)..^1], CultureInfo.InvariantCulture);
            var narrowed = await site.PageAsync($"/practices?status=in-force&{name}={option.Value}");
            Assert.Equal(promised, narrowed.QuerySelectorAll(".practice").Length);
        }
    }

    [Theory]
    [InlineData("sector=Z", "sector=Z")]
    [InlineData("place=atlantis", "place=atlantis")]
    [InlineData("from=then", "from=then")]
    [InlineData("to=20300", "to=20300")]
    [InlineData("mark=gold&area=<b>", "area=<b>, mark=gold")]
    public async Task Filters_WithABadValue_SaySoAndShowTheRest(string query, string named)
    {
        var page = await site.PageAsync($"/practices?{query}");

        Assert.Contains(named, page.QuerySelector(".banner")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Library.Practices.Count, page.QuerySelectorAll(".practice").Length);
    }

    [Fact]
    public async Task List_WithoutAnAnswer_SaysWhatToLoosen()
    {
        var page = await site.PageAsync("/practices?q=hospital&area=governance&place=cl&to=2000");

        Assert.Empty(page.QuerySelectorAll(".practice"));
        var offers = page.QuerySelectorAll(".empty li a").ToList();
        Assert.Equal(4, offers.Count);
        foreach (var offer in offers)
        {
            var there = await site.PageAsync(offer.GetAttribute("href")!);
            Assert.EndsWith(
                there.QuerySelectorAll(".practice").Length is 1
                    ? ": 1 practice"
                    : $": {there.QuerySelectorAll(".practice").Length} practices",
                offer.TextContent,
                StringComparison.Ordinal
            );
        }
    }

    /// <summary>The three cases of the founding page on the alliance, with the numbers their sources state.</summary>
    [Theory]
    [InlineData("amsterdam-gas-terug", "12.2\u202f%", "150")]
    [InlineData("toronto-wastewater-energy", "8,400\u202ft", "90\u202f%")]
    [InlineData("copenhagen-climate-officers", "8.1\u202fGWh", "11")]
    public async Task Practice_OfTheFoundingPages_ShowsItsNumbersWithSourceAndDay(string id, params string[] numbers)
    {
        var page = await site.PageAsync($"/practices/{id}");
        var rows = page.QuerySelectorAll(".practice-numbers tbody tr").ToList();

        Assert.All(numbers, n => Assert.Contains(rows, r => r.TextContent.Contains(n, StringComparison.Ordinal)));
        Assert.All(
            rows,
            row =>
            {
                Assert.NotNull(row.QuerySelector(".citation .cite"));
                Assert.Contains("as of", row.TextContent, StringComparison.Ordinal);
            }
        );
        Assert.NotNull(page.QuerySelector(".practice-where a[href^='/places/']"));
        Assert.NotNull(page.QuerySelector("dl a[href^='/areas/']"));
        Assert.NotNull(page.QuerySelector("dl a[href^='/sectors/']"));
    }

    [Fact]
    public async Task Practice_Unknown_IsMissingWithThoseItMayHaveMeant()
    {
        var page = await site.PageAsync("/practices/toronto-wastewater", 404);

        Assert.Contains(
            "/practices/toronto-wastewater-energy",
            page.QuerySelectorAll(".practice h3 a").Select(a => a.GetAttribute("href"))
        );
    }

    [Theory]
    [InlineData("I")]
    [InlineData("II")]
    [InlineData("III")]
    [InlineData("IV")]
    [InlineData("V")]
    public async Task Sector_OfTheGpc_HasItsPractices(string sector)
    {
        var page = await site.PageAsync($"/sectors/{sector}");

        Assert.Equal(
            Library.Practices.Count(p => p.Sectors.Contains(sector)),
            page.QuerySelectorAll(".practice").Length
        );
        Assert.True(page.QuerySelectorAll("#parts li").Length > 1);
    }

    [Fact]
    public async Task Sector_InOtherLetters_IsFoundAndAnUnknownOneIsNot()
    {
        Assert.StartsWith("Transport", Heading(await site.PageAsync("/sectors/ii")), StringComparison.Ordinal);
        Assert.Equal(5, (await site.PageAsync("/sectors/VI", 404)).QuerySelectorAll("main li a").Length);
    }

    [Fact]
    public async Task Places_WithPractices_ListThemAndOthersDoNot()
    {
        var chile = await site.PageAsync("/places/cl");
        var glasgow = await site.PageAsync("/plans/glasgow");

        Assert.Equal(
            Library.Practices.Count(p => p.Places.Contains("CL")),
            chile.QuerySelectorAll("#practices .practice").Length
        );
        Assert.Null(glasgow.QuerySelector("#practices"));
    }

    [Fact]
    public async Task OwnLibrary_OfAFolder_IsShownOnThePageOfThePlan()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "practices"));
        await File.WriteAllTextAsync(
            Path.Combine(folder.Path, "practices", "own.yaml"),
            """
            practices:
              - id: own
                title: {en: "Heat <from> the canal", fr: Chaleur du canal}
                what: {en: Done., fr: Fait.}
                places: [glasgow]
                numbers:
                  - {what: {en: Heat, fr: Chaleur}, value: 3, up_to: 4, at_least: yes, unit: {en: GWh, fr: GWh}}
                mark: verified
            """
        );
        await using var own = await RunningSite.WithAsync(o =>
            o with
            {
                SamplesDirectory = RunningSite.PlansFolder,
                LibraryDirectory = folder.Path,
            }
        );

        var plan = await own.PageAsync("/plans/glasgow");
        var french = await own.PageAsync("/practices/own?lang=fr");

        Assert.Equal("Heat <from> the canal", plan.QuerySelector("#practices h3")!.TextContent);
        Assert.Equal("at least 3 to 4\u202fGWh", plan.QuerySelector("#practices .practice-number strong")!.TextContent);
        Assert.Equal("Chaleur du canal", Heading(french));
        Assert.Equal("/plans/glasgow", french.QuerySelector(".practice-where a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task French_Pages_SpeakIt()
    {
        var page = await site.PageAsync("/practices?lang=fr&sector=i&q=hopital");

        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("sur", Heading(page), StringComparison.Ordinal);
        Assert.Contains("En vigueur", page.QuerySelector(".practice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("I", page.QuerySelector<IHtmlSelectElement>("#f-sector")!.Value);
    }

    [Fact]
    public async Task Api_WithTheFiltersOfThePage_AnswersTheSame()
    {
        var page = await site.PageAsync("/practices?area=finance-and-investment");
        var json = await site.Http.GetFromJsonAsync<JsonElement>(
            new Uri("/api/v1/practices?area=finance-and-investment", UriKind.Relative)
        );

        Assert.Equal(page.QuerySelectorAll(".practice").Length, json.GetProperty("count").GetInt32());
        Assert.Equal(
            page.QuerySelectorAll(".practice h3 a").Select(a => a.GetAttribute("href")),
            json.GetProperty("practices").EnumerateArray().Select(p => p.GetProperty("href").GetString())
        );
        Assert.Equal(
            json.GetProperty("count").GetInt32(),
            json.GetProperty("facets")
                .GetProperty("area")
                .EnumerateArray()
                .Single(f => f.GetProperty("value").GetString() == "finance-and-investment")
                .GetProperty("count")
                .GetInt32()
        );
    }

    [Fact]
    public async Task Api_OnePractice_CarriesItsCitation()
    {
        var json = await site.Http.GetFromJsonAsync<JsonElement>(
            new Uri("/api/v1/practices/toronto-wastewater-energy", UriKind.Relative)
        );

        Assert.Equal("toronto", json.GetProperty("places")[0].GetProperty("id").GetString());
        Assert.Equal("verified", json.GetProperty("citation").GetProperty("mark").GetString());
        Assert.True(json.GetProperty("citation").GetProperty("sources").GetArrayLength() > 0);
        Assert.Contains(json.GetProperty("numbers").EnumerateArray(), n => n.GetProperty("value").GetDouble() == 8400);
    }

    [Theory]
    [InlineData("/api/v1/practices?sector=Z", HttpStatusCode.BadRequest, "across")]
    [InlineData("/api/v1/practices.csv?from=soon", HttpStatusCode.BadRequest, "1900")]
    [InlineData("/api/v1/practices/none", HttpStatusCode.NotFound, "none")]
    public async Task Api_AskedForWhatIsNot_RefusesAndSaysWhy(string path, HttpStatusCode status, string says)
    {
        using var response = await site.Http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(says, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_OfAllPractices_HasARowForEachNumber()
    {
        var text = await site.Http.GetStringAsync(new Uri("/api/v1/practices.csv", UriKind.Relative));
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith("id,title,what,places,", lines[0], StringComparison.Ordinal);
        Assert.Equal(Library.Practices.Sum(p => Math.Max(1, p.Numbers.Count)), lines.Length - 1);
        Assert.Contains(
            lines,
            l => l.StartsWith("toronto-wastewater-energy,", StringComparison.Ordinal) && l.Contains(",8400,")
        );
    }

    private static string Heading(IHtmlDocument page) => page.QuerySelector("h1")!.TextContent;
}
