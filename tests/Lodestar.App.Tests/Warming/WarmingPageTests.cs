// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Net;
using System.Text.Json;
using Lodestar.App.Tests.Acceptance;
using Lodestar.App.Tests.Web;

namespace Lodestar.App.Tests.Warming;

/// <summary>What paths mean for the climate, over the plans that ship: page, table and API say the same.</summary>
public sealed class WarmingPageTests(ShippedSite shipped) : IClassFixture<ShippedSite>
{
    private RunningSite Site => shipped.Site;

    [Theory]
    [InlineData("/plans/sweden/warming")]
    [InlineData("/plans/glasgow/warming")]
    [InlineData("/alliances/carbon-neutrality-coalition/warming")]
    public async Task Page_SaysItInASentenceAPictureAndTables(string path)
    {
        var page = await Site.PageAsync(path);

        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Contains(
            ": if the world cut its emissions as",
            page.QuerySelector("h1")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("An illustration", page.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#picture svg.ls-chart-wide"));
        Assert.NotNull(page.QuerySelector("#picture svg.ls-chart-narrow"));
        Assert.Equal(3, page.QuerySelectorAll("#odds tbody tr").Length);
        Assert.Equal(2, page.QuerySelectorAll("#caused tbody tr").Length);
        Assert.True(page.QuerySelectorAll("#picture tbody tr").Length > 20);
        Assert.DoesNotContain("climate.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("web.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfACityWithCarbonDioxideAlone_SaysWhatIsNotCounted()
    {
        var page = await Site.PageAsync("/plans/glasgow/warming");

        Assert.Contains(
            "This path states CO₂ alone. Not counted: methane, nitrous oxide and fluorinated gases",
            page.QuerySelector(".warming-uncounted")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "these gases are assumed to fall as its CO₂ does",
            page.QuerySelector(".warming-uncounted")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "millionths of a degree",
            page.QuerySelector("#caused .reading")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Page_OfAnAlliance_NamesWhoseFiguresAreInIt()
    {
        var page = await Site.PageAsync("/alliances/carbon-neutrality-coalition/warming");

        var members = page.QuerySelector("#members")!.TextContent;
        Assert.Contains("26 of 27 members", members, StringComparison.Ordinal);
        Assert.Contains("as 26 of 27 members promise", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sweden", members, StringComparison.Ordinal);
        Assert.Matches("Left out[^:]*:\\s*Timor-Leste", members);
    }

    [Fact]
    public async Task Page_WithoutAPath_SaysWhatWouldFillIt()
    {
        var page = await Site.PageAsync("/plans/boston/warming");

        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Null(page.QuerySelector("#picture"));
        Assert.NotEmpty(page.QuerySelectorAll("#missing .diagnostics li"));
    }

    [Theory]
    [InlineData("/plans/atlantis/warming")]
    [InlineData("/alliances/atlantis/warming")]
    [InlineData("/api/v1/plans/atlantis/warming")]
    [InlineData("/api/v1/alliances/atlantis/warming.csv")]
    public async Task Address_OfNothing_IsNotFound(string path)
    {
        using var response = await Site.Http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("background=warm", "background")]
    [InlineData("until=2099", "until")]
    [InlineData("until=soon", "until")]
    [InlineData("background=warm&until=soon", "background")]
    public async Task BadValue_InTheApi_IsAProblemThatNamesIt(string query, string name)
    {
        foreach (var path in new[] { "plans/glasgow", "alliances/carbon-neutrality-coalition" })
        {
            foreach (var table in new[] { "", ".csv" })
            {
                using var response = await Site.Http.GetAsync(
                    new Uri($"/api/v1/{path}/warming{table}?{query}", UriKind.Relative)
                );

                Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
                using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
                var values = problem.RootElement.GetProperty("reason").GetProperty("values");
                Assert.Equal(name, values.GetProperty("name").GetString());
            }
        }
    }

    [Fact]
    public async Task BadValue_OnThePage_ShowsTheUsualAndSaysSo()
    {
        var page = await Site.PageAsync("/plans/glasgow/warming?background=warm&until=9");

        Assert.Contains("not on offer", page.QuerySelector(".banner")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["medium emissions", "2100"],
            page.QuerySelectorAll(".switch a[aria-current]").Select(a => a.TextContent)
        );
    }

    [Fact]
    public async Task Switch_ToALowerBackground_IsALinkThatKeepsTheRevision()
    {
        var revision = (await JsonAsync("/api/v1/plans/glasgow/warming")).GetProperty("revision").GetString()![..12];
        var page = await Site.PageAsync($"/plans/glasgow/warming?revision={revision}");

        var link = page.QuerySelectorAll(".switch a")
            .Single(a => a.TextContent == "low emissions")
            .GetAttribute("href")!;
        Assert.Contains($"revision={revision}", link, StringComparison.Ordinal);
        var low = await Site.PageAsync(link);
        Assert.Equal("low emissions", low.QuerySelector(".switch a[aria-current]")!.TextContent);
        Assert.NotEqual(
            page.QuerySelector("#odds tbody td")!.TextContent,
            low.QuerySelector("#odds tbody td")!.TextContent
        );
    }

    [Fact]
    public async Task Horizon_Later_ReachesThere()
    {
        var warming = await JsonAsync("/api/v1/plans/glasgow/warming?until=2150");

        Assert.Equal(2150, warming.GetProperty("until").GetInt32());
        Assert.Equal(2150, Years(warming.GetProperty("ifAllFollowed")).Last().Year);
        var page = await Site.PageAsync("/plans/glasgow/warming?until=2150");
        Assert.Contains("By 2150", page.QuerySelector("#caused thead")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_OfACountry_AgreesWithItsPageAndItsTable()
    {
        var warming = await JsonAsync("/api/v1/plans/sweden/warming");
        var page = await Site.PageAsync("/plans/sweden/warming");
        var csv = (await Site.Http.GetStringAsync(new Uri("/api/v1/plans/sweden/warming.csv", UriKind.Relative)))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => l.Split(','))
            .ToList();

        Assert.Equal(
            page.QuerySelector("h1")!.TextContent,
            warming.GetProperty("sentence").GetProperty("text").GetString()
        );
        var followed = Years(warming.GetProperty("ifAllFollowed")).ToDictionary(y => y.Year, y => y.P50);
        var column = Array.IndexOf(csv[0], "if_all_followed_p50_celsius");
        foreach (var row in csv.Skip(1))
        {
            var year = int.Parse(row[0], CultureInfo.InvariantCulture);
            Assert.Equal(followed[year], double.Parse(row[column], CultureInfo.InvariantCulture));
        }

        var shown = page.QuerySelectorAll("#picture tbody tr")
            .Single(r => r.QuerySelector("th")!.TextContent == "2100");
        Assert.Equal(
            followed[2100].ToString("0.0", CultureInfo.InvariantCulture),
            shown.QuerySelector("td")!.TextContent
        );
        Assert.Equal(841, warming.GetProperty("calibration").GetProperty("members").GetInt32());
    }

    /// <summary>Before any emissions of the path have acted, both methods count nothing; later a country's path warms.</summary>
    [Fact]
    public async Task Api_WhatAPathCauses_BeginsAtNothingAndGrows()
    {
        var caused = (await JsonAsync("/api/v1/plans/sweden/warming")).GetProperty("caused");

        foreach (var method in new[] { "withAndWithout", "shareOfForcing" })
        {
            var years = caused.GetProperty(method).EnumerateArray().Select(Year).ToList();
            Assert.Equal((2023, 0.0), (years[0].Year, years[0].P50));
            Assert.InRange(years.Single(y => y.Year == 2050).P50, 1e-5, 1e-2);
        }
    }

    /// <summary>An alliance whose members all cut warms the world more than one of them does, and less than the world does.</summary>
    [Fact]
    public async Task Api_OfAnAlliance_CausesMoreThanOneOfItsMembers()
    {
        var all = In2100(await JsonAsync("/api/v1/alliances/carbon-neutrality-coalition/warming"));
        var one = In2100(await JsonAsync("/api/v1/plans/germany/warming"));

        Assert.True(all > one, $"{all} K of all, {one} K of one");
        Assert.InRange(all, 0, 1);
    }

    [Fact]
    public async Task Api_WithoutAPath_NamesWhatIsMissing()
    {
        var warming = await JsonAsync("/api/v1/plans/boston/warming");

        Assert.Equal(JsonValueKind.Null, warming.GetProperty("sentence").ValueKind);
        Assert.NotEmpty(warming.GetProperty("missing").EnumerateArray());
    }

    [Fact]
    public async Task Tags_OfTwoQuestions_Differ()
    {
        var tags = new HashSet<string>();
        foreach (var query in new[] { "", "?background=low", "?until=2150" })
        {
            using var response = await Site.Http.GetAsync(
                new Uri($"/api/v1/plans/glasgow/warming{query}", UriKind.Relative)
            );
            Assert.True(tags.Add(response.Headers.ETag!.Tag));
        }
    }

    [Theory]
    [InlineData("/plans/sweden", "/plans/sweden/warming")]
    [InlineData("/alliances/carbon-neutrality-coalition", "/alliances/carbon-neutrality-coalition/warming")]
    public async Task Page_OfThePlaceOrAlliance_LinksThere(string path, string to)
    {
        var page = await Site.PageAsync(path);

        Assert.NotNull(page.QuerySelector($"#warming a[href='{to}']"));
    }

    [Theory]
    [InlineData("/plans/sweden")]
    [InlineData("/alliances/carbon-neutrality-coalition")]
    public async Task Panel_OfThePlaceOrAlliance_SaysAndShowsWhatTheWholePageDoes(string path)
    {
        var page = await Site.PageAsync(path);
        var whole = await Site.PageAsync($"{path}/warming");

        var panel = page.QuerySelector("#warming")!;
        Assert.Equal(whole.QuerySelector("h1")!.TextContent, panel.QuerySelector("p")!.TextContent);
        Assert.Contains("An illustration", panel.TextContent, StringComparison.Ordinal);
        Assert.Contains("begin in 2023", panel.TextContent, StringComparison.Ordinal);
        // An alliance's sheet has a bound in bytes: its picture stands on the whole page.
        AngleSharp.Dom.IParentNode shown = path.StartsWith("/plans", StringComparison.Ordinal) ? panel : whole;
        Assert.NotNull(shown.QuerySelector("svg.ls-chart-narrow"));
        Assert.Contains("FaIR", panel.QuerySelector(".ls-chart-source")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            whole.QuerySelectorAll("#odds tbody td").Select(c => c.TextContent),
            panel.QuerySelectorAll(".warming-odds tbody td").Select(c => c.TextContent)
        );
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task Panel_WithoutAPath_IsALink()
    {
        var page = await Site.PageAsync("/plans/boston");

        Assert.Null(page.QuerySelector("#warming svg"));
        Assert.NotNull(page.QuerySelector("#warming a[href='/plans/boston/warming']"));
    }

    [Fact]
    public async Task Sentence_OfAnAllianceOfWhichFewAreCounted_SaysSoFirst()
    {
        var warming = await JsonAsync("/api/v1/alliances/carbon-neutral-cities-alliance/warming");

        var sentence = warming.GetProperty("sentence").GetProperty("text").GetString()!;
        Assert.StartsWith(
            "Carbon Neutral Cities Alliance: fewer than half of the members, 3 of 24, have a path that counts here.",
            sentence,
            StringComparison.Ordinal
        );
        Assert.Equal(3, warming.GetProperty("members").GetProperty("counted").GetArrayLength());
    }

    [Fact]
    public async Task Gases_InTheWorking_AreInTonnesThatFit()
    {
        var page = await Site.PageAsync("/plans/sweden/warming");

        var rows = page.QuerySelectorAll("#species tbody tr").Select(r => r.TextContent).ToList();
        Assert.Contains(rows, r => r.Contains("Mt CO₂", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("kt CH₄", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, r => r.Contains('E') || r.Contains("0.00", StringComparison.Ordinal));
    }

    /// <summary>The picture's mark bears the number of the sentence: the highest point of the median.</summary>
    [Fact]
    public async Task Picture_ItsPeak_IsTheSentences()
    {
        var page = await Site.PageAsync("/plans/sweden/warming");
        var followed = (await JsonAsync("/api/v1/plans/sweden/warming")).GetProperty("ifAllFollowed");

        var (year, highest) = Years(followed).MaxBy(y => y.P50);
        var degrees = highest.ToString("0.0", CultureInfo.InvariantCulture);
        Assert.Contains(
            $"peak at {degrees} °C around {year}",
            page.QuerySelector("h1")!.TextContent.Replace('\u202f', ' '),
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"peaks in {year} at {degrees} °C",
            page.QuerySelector("#picture svg")!.TextContent.Replace('\u202f', ' '),
            StringComparison.Ordinal
        );
    }

    private static double In2100(JsonElement warming) =>
        warming
            .GetProperty("caused")
            .GetProperty("withAndWithout")
            .EnumerateArray()
            .Select(Year)
            .Single(y => y.Year == 2100)
            .P50;

    private static IEnumerable<(int Year, double P50)> Years(JsonElement outlook) =>
        outlook.GetProperty("years").EnumerateArray().Select(Year);

    private static (int Year, double P50) Year(JsonElement year) =>
        (year.GetProperty("year").GetInt32(), year.GetProperty("celsius").GetProperty("p50").GetDouble());

    private async Task<JsonElement> JsonAsync(string path)
    {
        using var document = JsonDocument.Parse(await Site.Http.GetStringAsync(new Uri(path, UriKind.Relative)));
        return document.RootElement.Clone();
    }
}
