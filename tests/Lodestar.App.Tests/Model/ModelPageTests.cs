// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Net;
using System.Text.Json;
using Lodestar.App.Tests.Web;

namespace Lodestar.App.Tests.Model;

/// <summary>What a place's model says, how near it comes, and why: page, panel and API.</summary>
public sealed class ModelPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    private const string Page = "/plans/glasgow/model";

    [Fact]
    public async Task Page_SaysItInASentenceAPictureAndTables()
    {
        var page = await site.PageAsync(Page);

        var lead = Assert.Single(page.QuerySelectorAll("h1")).TextContent;
        // Nobody has checked what most of the spread comes from: a range in words, and no figure in it.
        Assert.Matches("^Glasgow’s model, Whole city: between .* in 2030, between .* in 2050$", lead);
        Assert.Contains("To replace first", page.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#picture svg.ls-chart-wide"));
        Assert.NotNull(page.QuerySelector("#picture svg.ls-chart-narrow"));
        Assert.Equal(9, page.QuerySelectorAll("#fits tbody tr").Length);
        Assert.Equal(
            ["2018", "2019", "2020"],
            page.QuerySelectorAll("#fits thead tr:last-child th").Select(h => h.TextContent)
        );
        Assert.Contains("pandemic", page.QuerySelector(".model-pandemic")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("#rests tbody tr"));
        Assert.Empty(page.QuerySelectorAll("#faults"));
        var said = page.QuerySelector("main")!.TextContent;
        Assert.DoesNotContain("web.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("chart.model", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_FollowsItsLinksFromTheAnswerToAFittedNumber()
    {
        var answer = await site.PageAsync($"{Page}?variable=homes.heat&year=2019");
        Assert.Contains(
            "homes.heat_default * scale.homes_fuel",
            answer.QuerySelector("#explain .facts")!.TextContent,
            StringComparison.Ordinal
        );

        var scale = await site.PageAsync(Link(answer, "Activity of the default by year: Fuels burnt in homes"));
        var history = await site.PageAsync(Link(scale, "The years behind: Fuels burnt in homes"));
        var fitted = await site.PageAsync(Link(history, "Level that the years behind give: Fuels burnt in homes"));

        var said = fitted.QuerySelector("#explain")!;
        Assert.Contains("It was fitted", said.TextContent, StringComparison.Ordinal);
        Assert.NotNull(said.QuerySelector("a[href='/plans/glasgow#source-uk-la']"));
        Assert.Contains("model/calibration.yaml:", said.TextContent, StringComparison.Ordinal);
        Assert.Equal("2019", said.QuerySelector("#explain-year")!.GetAttribute("value"));

        static string Link(AngleSharp.Dom.IParentNode page, string text) =>
            page.QuerySelectorAll(".model-inputs a").Single(a => a.TextContent == text).GetAttribute("href")!;
    }

    [Fact]
    public async Task Explain_OfAVariableWithAxes_AsksForItsLabels()
    {
        var page = await site.PageAsync($"{Page}?variable=road.wanted&year=2019&at=car");

        Assert.Equal("car", page.QuerySelector("#explain-at option[selected]")!.GetAttribute("value"));
        // 633,120 residents, 7,500 km of which 70 % by car, 1.5 people in one that drives 12,000 km a year: 184,660.
        Assert.Contains("184,660", page.QuerySelector("#explain .reading")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("variable=nothing")]
    [InlineData("year=1999")]
    [InlineData("year=soon")]
    [InlineData("outcome=nothing")]
    public async Task BadValue_OnThePage_ShowsTheUsualAndSaysSo(string query)
    {
        var page = await site.PageAsync($"{Page}?{query}");

        Assert.NotNull(page.QuerySelector(".banner"));
        Assert.NotNull(page.QuerySelector("#picture"));
    }

    [Fact]
    public async Task Switch_ToAnotherAnswer_DrawsItAndKeepsTheRevision()
    {
        var revision = (await JsonAsync("/api/v1/plans/glasgow/model")).GetProperty("revision").GetString()![..12];
        var page = await site.PageAsync($"{Page}?revision={revision}");

        var link = page.QuerySelectorAll(".switch a")
            .Single(a => a.TextContent == "Fuels of road vehicles")
            .GetAttribute("href")!;
        Assert.Contains($"revision={revision}", link, StringComparison.Ordinal);
        var roads = await site.PageAsync(link);

        Assert.StartsWith(
            "Fuels of road vehicles",
            roads.QuerySelector("#picture .ls-chart-title")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(page.QuerySelector("h1")!.TextContent, roads.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Panel_OnThePageOfThePlan_SaysWhatTheWholePageDoes()
    {
        var plan = await site.PageAsync("/plans/glasgow");
        var whole = await site.PageAsync(Page);

        var panel = plan.QuerySelector("#model")!;
        Assert.Equal(whole.QuerySelector("h1")!.TextContent, panel.QuerySelector("p")!.TextContent);
        Assert.NotNull(panel.QuerySelector("svg"));
        Assert.NotNull(panel.QuerySelector($"a[href='{Page}']"));
        Assert.NotNull(plan.QuerySelector(".contents a[href='#model']"));
    }

    [Fact]
    public async Task PlanWithoutAModel_HasNoPanelAndAPageThatTellsHow()
    {
        var plan = await site.PageAsync("/plans/manchester");
        var page = await site.PageAsync("/plans/manchester/model");

        Assert.Null(plan.QuerySelector("#model"));
        Assert.Null(plan.QuerySelector(".contents a[href='#model']"));
        Assert.Contains("no model yet", page.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("variables:", page.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
        Assert.False((await JsonAsync("/api/v1/plans/manchester/model")).GetProperty("isStated").GetBoolean());
    }

    [Fact]
    public async Task Api_SaysWhatThePageDoes()
    {
        var model = await JsonAsync("/api/v1/plans/glasgow/model");
        var page = await site.PageAsync(Page);

        Assert.Equal(
            page.QuerySelector("h1")!.TextContent,
            model.GetProperty("sentence").GetProperty("text").GetString()
        );
        Assert.Equal(1000, model.GetProperty("draws").GetInt32());
        var total = model.GetProperty("outcomes")[0];
        Assert.Equal("emissions.total", total.GetProperty("name").GetString());
        var years = total.GetProperty("years").EnumerateArray().ToList();
        Assert.Equal((2005, 2050), (years[0].GetProperty("year").GetInt32(), years[^1].GetProperty("year").GetInt32()));
        Assert.All(
            years,
            y =>
                Assert.True(
                    y.GetProperty("p05").GetDouble() < y.GetProperty("p50").GetDouble()
                        && y.GetProperty("p50").GetDouble() < y.GetProperty("p95").GetDouble()
                )
        );
        var shown = page.QuerySelectorAll("#picture tbody tr")
            .Single(r => r.QuerySelector("th")!.TextContent == "2050");
        Assert.Equal(
            years[^1].GetProperty("p50").GetDouble().ToString("0", CultureInfo.InvariantCulture),
            shown.QuerySelector("td")!.TextContent
        );
        Assert.True(model.GetProperty("trust").GetProperty("isRangeAlone").GetBoolean());
    }

    [Fact]
    public async Task Api_ExplainsAValue()
    {
        var fact = await JsonAsync("/api/v1/plans/glasgow/model/homes.heat/2005");

        var inputs = fact.GetProperty("inputs")
            .EnumerateArray()
            .ToDictionary(i => i.GetProperty("name").GetString()!, i => i.GetProperty("value").GetDouble());
        Assert.Equal(["homes.heat_default", "scale.homes_fuel"], inputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            inputs["homes.heat_default"] * inputs["scale.homes_fuel"],
            fact.GetProperty("value").GetDouble(),
            1e-9
        );
        Assert.Equal("homes.heat_default * scale.homes_fuel", fact.GetProperty("formula").GetString());
    }

    [Theory]
    [InlineData("/api/v1/plans/atlantis/model", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/plans/glasgow/model/nothing/2030", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/plans/manchester/model/emissions.total/2030", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/plans/glasgow/model/emissions.total/1999", HttpStatusCode.BadRequest)]
    [InlineData("/plans/atlantis/model", HttpStatusCode.NotFound)]
    public async Task Address_OfWhatIsNotThere_SaysSo(string path, HttpStatusCode status)
    {
        using var response = await site.Http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Page_InFrench_SaysItInFrench()
    {
        using var visitor = new HttpClient { BaseAddress = site.Root };
        visitor.DefaultRequestHeaders.Add("Accept-Language", "fr");
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(
            await visitor.GetStringAsync(new Uri(Page, UriKind.Relative))
        );

        Assert.StartsWith("Modèle de Glasgow, ", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("entre", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("web.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<JsonElement> JsonAsync(string path)
    {
        using var document = JsonDocument.Parse(await site.Http.GetStringAsync(new Uri(path, UriKind.Relative)));
        return document.RootElement.Clone();
    }
}
