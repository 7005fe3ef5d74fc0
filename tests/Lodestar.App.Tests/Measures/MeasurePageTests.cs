// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Lodestar.App.Tests.Web;
using Lodestar.Formats.Library;

namespace Lodestar.App.Tests.Measures;

/// <summary>The measures of the library as pages, as JSON and as a table.</summary>
public sealed class MeasurePageTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Theory]
    [InlineData("", 75)]
    [InlineData("?sector=II", 22)]
    [InlineData("?role=enabling", 4)]
    [InlineData("?role=reference", 1)]
    [InlineData("?q=heat+pump", 6)]
    [InlineData("?sector=II&controller=private&q=electric", 2)]
    [InlineData("?q=zeppelin", 0)]
    public async Task List_Narrowed_HoldsWhatAnswersOnThePageAndInTheApi(string query, int count)
    {
        var page = await site.PageAsync($"/measures{query}");
        using var answer = JsonDocument.Parse(await site.Http.GetStringAsync(new Uri($"/api/v1/measures{query}", UriKind.Relative)));
        var table = await site.Http.GetStringAsync(new Uri($"/api/v1/measures.csv{query}", UriKind.Relative));

        Assert.Equal(count, page.QuerySelectorAll(".measures tbody tr").Length);
        Assert.Equal(count, answer.RootElement.GetProperty("count").GetInt32());
        Assert.Equal(75, answer.RootElement.GetProperty("total").GetInt32());
        Assert.Equal(count + 1, table.TrimEnd('\n').Split('\n').Length);
    }

    [Fact]
    public async Task List_InTheOrderOfEffects_BeginsWithTheLargest()
    {
        var page = await site.PageAsync("/measures?sort=effect");

        Assert.Equal(
            ["B12", "E11", "T3"],
            page.QuerySelectorAll(".measures tbody tr td:first-child")
                .Select(c => c.TextContent)
                .Where(c => c is "B12" or "E11" or "T3")
                .OrderBy(c => c == "T3")
        );
        Assert.Equal("E11", page.QuerySelector(".measures tbody td")!.TextContent);
    }

    [Fact]
    public async Task List_AskedForWhatIsNoChoice_SaysSoAndTheApiRefuses()
    {
        var page = await site.PageAsync("/measures?sector=IX");
        using var response = await site.Http.GetAsync(new Uri("/api/v1/measures?sector=IX", UriKind.Relative));

        Assert.Contains("sector=IX", page.QuerySelector(".banner")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(400, (int)response.StatusCode);
    }

    [Fact]
    public async Task Page_OfAMeasure_SaysRangeCostWhoDecidesAndWhoDidIt()
    {
        var page = await site.PageAsync("/measures/congestion-charge");
        var said = page.QuerySelector("main")!.TextContent;

        Assert.Contains("12 to 33", said, StringComparison.Ordinal);
        Assert.Contains("No source states a middle", said, StringComparison.Ordinal);
        Assert.Contains("Pays for itself", said, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("svg.effect-bar"));
        Assert.NotNull(page.QuerySelector("#interactions a[href='/measures/electric-car']"));
        Assert.NotNull(page.QuerySelector("#practices a[href='/practices/stockholm-congestion-charge']"));
        Assert.DoesNotContain("web.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAnUnverifiedMeasure_IsLabelledSo()
    {
        var page = await site.PageAsync("/measures/pay-as-you-throw");

        Assert.Equal("unverified", page.QuerySelector("#citation .citation")!.GetAttribute("data-mark"));
    }

    [Fact]
    public async Task Page_OfBiochar_SaysThatNoCostIsStated()
    {
        var page = await site.PageAsync("/measures/biochar");

        Assert.Contains("Not stated", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("194", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAnEnablingMeasure_OffersNothingToAdopt()
    {
        var page = await site.PageAsync("/measures/charging-network");

        Assert.Null(page.QuerySelector("#adopt"));
        Assert.Contains("no effect of its own", page.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfNoMeasure_NamesLikeOnes()
    {
        var page = await site.PageAsync("/measures/congestion-tax", 404);
        using var response = await site.Http.GetAsync(new Uri("/api/v1/measures/none", UriKind.Relative));

        Assert.NotNull(page.QuerySelector("a[href='/measures/congestion-charge']"));
        Assert.Equal(404, (int)response.StatusCode);
    }

    [Fact]
    public async Task EveryMeasure_HasAPageInBothLanguages()
    {
        foreach (var measure in LibraryReader.Shipped.Library.Measures)
        {
            var english = await site.PageAsync($"/measures/{measure.Id}?lang=en");
            var french = await site.PageAsync($"/measures/{measure.Id}?lang=fr");

            Assert.Equal(measure.Title.In("en"), english.QuerySelector("h1")!.TextContent);
            Assert.Equal(measure.Title.In("fr"), french.QuerySelector("h1")!.TextContent);
            Assert.DoesNotContain("web.m", french.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Page_OfAPractice_LeadsToItsMeasure()
    {
        var page = await site.PageAsync("/practices/stockholm-congestion-charge");

        Assert.Equal(
            "/measures/congestion-charge?practice=stockholm-congestion-charge",
            page.QuerySelector("#measure a")!.GetAttribute("href")
        );
    }
}
