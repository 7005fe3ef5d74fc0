// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Net;
using System.Text.Json;
using Lodestar.App.Tests.Acceptance;
using Lodestar.App.Tests.Web;
using Lodestar.Formats.Library;

namespace Lodestar.App.Tests.Alliances;

/// <summary>The alliances that ship, over the plans that ship.</summary>
public sealed class AllianceTests(ShippedSite shipped) : IClassFixture<ShippedSite>
{
    private const int MostBytes = 150_000;

    private RunningSite Site => shipped.Site;

    [Fact]
    public async Task Totals_GlasgowAndTheUnitedKingdom_CountOnce()
    {
        var kingdom = await Main("/api/v1/totals?places=GB");
        var both = await Main("/api/v1/totals?places=glasgow,GB,united-kingdom");
        var glasgow = await JsonAsync("/api/v1/totals?places=glasgow");

        Assert.Equal(kingdom, both);
        // 326 Mt CO2 of 2021 in the Global Carbon Budget and 60 of other gases in EDGAR would be near 390 together.
        Assert.InRange(both[^1].Counted, 3.0e8, 5.0e8);
        var gas = glasgow.GetProperty("gases").EnumerateArray().First(g => g.GetProperty("gas").GetString() == "CO2");
        var last = gas.GetProperty("years").EnumerateArray().Last();
        Assert.Equal(2020, last.GetProperty("year").GetInt32());
        // What is emitted in Glasgow itself: the publisher's total of 2020 (1,839 kt) less electricity bought.
        Assert.InRange(last.GetProperty("counted").GetDouble(), 1.0e6, 1.84e6);
        Assert.Equal(
            "glasgow",
            (await JsonAsync("/api/v1/totals?places=GB,glasgow")).GetProperty("inside")[0].GetString()
        );
    }

    [Theory]
    [InlineData("/api/v1/totals", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/totals?places=GB&gwpSet=AR9", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/totals?places=atlantis", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/alliances/atlantis", HttpStatusCode.NotFound)]
    [InlineData("/alliances/atlantis", HttpStatusCode.NotFound)]
    public async Task Question_ThatCannotBeAnswered_SaysWhy(string path, HttpStatusCode status)
    {
        using var response = await Site.Http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("carbon-neutrality-coalition", "en")]
    [InlineData("carbon-neutrality-coalition", "fr")]
    [InlineData("carbon-neutral-cities-alliance", "en")]
    [InlineData("carbon-neutral-cities-alliance", "fr")]
    public async Task Page_OfAnAlliance_SaysItAllOnOneSheet(string id, string language)
    {
        var html = await Site.Http.GetStringAsync(new Uri($"/alliances/{id}?lang={language}", UriKind.Relative));
        var page = await Site.PageAsync($"/alliances/{id}?lang={language}");

        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(html), 10_000, MostBytes);
        Assert.Single(page.QuerySelectorAll("h1"));
        foreach (
            var section in new[]
            {
                "picture",
                "members",
                "promises",
                "budget",
                "findings",
                "areas",
                "practices",
                "charter",
                "downloads",
            }
        )
        {
            Assert.NotNull(page.QuerySelector($"section#{section}"));
        }

        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        foreach (var link in page.QuerySelectorAll("main a[href^='#']"))
        {
            Assert.Contains(link.GetAttribute("href")![1..], ids);
        }

        Assert.NotNull(page.QuerySelector($"a[href='/alliances/{id}/asks']"));
    }

    [Fact]
    public async Task Page_ShowsEveryMemberOfTheLibrary()
    {
        foreach (var alliance in LibraryReader.Shipped.Library.Alliances)
        {
            var day = DateOnly.FromDateTime(Site.Time.GetUtcNow().UtcDateTime);
            var places = alliance.MembersOn(day).Select(m => m.Place).Distinct().Count();
            var page = await Site.PageAsync($"/alliances/{alliance.Id}");

            Assert.Equal(places, page.QuerySelectorAll("table.members tbody tr").Length);
        }
    }

    [Fact]
    public async Task Members_OfAnotherDay_AreThoseOfThatDay()
    {
        const string id = "carbon-neutrality-coalition";
        var then = await JsonAsync($"/api/v1/alliances/{id}?on=2017-12-31");
        var now = await JsonAsync($"/api/v1/alliances/{id}");
        string[] Codes(JsonElement of) =>
            [.. of.GetProperty("members").EnumerateArray().Select(m => m.GetProperty("place").GetString()!)];

        Assert.Equal("2017-12-31", then.GetProperty("on").GetString());
        Assert.Contains("BR", Codes(then));
        Assert.DoesNotContain("GB", Codes(then));
        Assert.Contains("GB", Codes(now));
        Assert.DoesNotContain("BR", Codes(now));
        var page = await Site.PageAsync($"/alliances/{id}?on=2017-12-31");
        Assert.Equal("2017-12-31", page.QuerySelector("#on")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector(".banner"));
    }

    [Fact]
    public async Task Totals_OfTheCoalition_AreTheSumOfItsCountries()
    {
        const string id = "carbon-neutrality-coalition";
        var members = (await JsonAsync($"/api/v1/alliances/{id}"))
            .GetProperty("members")
            .EnumerateArray()
            .Select(m => m.GetProperty("place").GetString()!)
            .ToList();
        var whole = Year(await JsonAsync($"/api/v1/alliances/{id}/totals"), "CO2", 2020);

        var sum = 0.0;
        foreach (var member in members)
        {
            sum += Year(await JsonAsync($"/api/v1/totals?places={member}"), "CO2", 2020) ?? 0;
        }

        Assert.Equal(sum, whole!.Value, 1.0);
        var rows = (
            await Site.Http.GetStringAsync(new Uri($"/api/v1/alliances/{id}/totals.csv", UriKind.Relative))
        ).Split('\n');
        Assert.Equal("year,gas,unit,counted,low,high,places,missing", rows[0]);
        var row = rows.First(r => r.StartsWith("2020,CO2,", StringComparison.Ordinal)).Split(',');
        Assert.Equal(whole.Value, double.Parse(row[3], CultureInfo.InvariantCulture), 1.0);
    }

    [Fact]
    public async Task Promises_OfTheCoalition_FallAndAreHeldAgainstARange()
    {
        var promises = await JsonAsync("/api/v1/alliances/carbon-neutrality-coalition/promises");

        var cuts = promises
            .GetProperty("milestones")
            .EnumerateArray()
            .Select(m => m.GetProperty("cut").GetDouble())
            .ToList();
        Assert.Equal(5, cuts.Count);
        Assert.Equal(cuts.Order(), cuts);
        var budget = promises.GetProperty("budget");
        Assert.Equal(
            [0.5, 0.67, 0.83],
            budget.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("likelihood").GetDouble())
        );
        Assert.True(budget.GetProperty("cases")[0].GetProperty("shares").EnumerateObject().Count() > 1);
    }

    [Theory]
    [InlineData("/plans/glasgow", "carbon-neutral-cities-alliance")]
    [InlineData("/plans/united-kingdom", "carbon-neutrality-coalition")]
    [InlineData("/places/boulder", "carbon-neutral-cities-alliance")]
    public async Task Page_OfAPlace_ShowsItsMemberships(string path, string alliance)
    {
        var page = await Site.PageAsync(path);

        Assert.NotNull(page.QuerySelector($"section#alliances a[href='/alliances/{alliance}']"));
    }

    [Fact]
    public async Task List_OfAlliances_LeadsToEach()
    {
        var page = await Site.PageAsync("/alliances");

        Assert.Equal(
            LibraryReader.Shipped.Library.Alliances.Select(a => $"/alliances/{a.Id}"),
            page.QuerySelectorAll(".alliances h2 a").Select(a => a.GetAttribute("href"))
        );
    }

    private async Task<JsonElement> JsonAsync(string path)
    {
        using var document = JsonDocument.Parse(await Site.Http.GetStringAsync(new Uri(path, UriKind.Relative)));
        return document.RootElement.Clone();
    }

    private async Task<List<(int Year, double Counted)>> Main(string path) =>
        [
            .. (await JsonAsync(path))
                .GetProperty("gases")[0]
                .GetProperty("years")
                .EnumerateArray()
                .Select(y => (y.GetProperty("year").GetInt32(), y.GetProperty("counted").GetDouble())),
        ];

    private static double? Year(JsonElement totals, string gas, int year) =>
        totals
            .GetProperty("gases")
            .EnumerateArray()
            .First(g => g.GetProperty("gas").GetString() == gas)
            .GetProperty("years")
            .EnumerateArray()
            .Where(y =>
                y.GetProperty("year").GetInt32() == year && y.GetProperty("counted").ValueKind != JsonValueKind.Null
            )
            .Select(y => (double?)y.GetProperty("counted").GetDouble())
            .FirstOrDefault();
}
