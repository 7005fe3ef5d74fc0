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
    [InlineData("?sector=II", 23)]
    [InlineData("?role=enabling", 4)]
    [InlineData("?role=reference", 1)]
    [InlineData("?q=heat+pump", 5)]
    [InlineData("?sector=II&controller=private&q=electric", 2)]
    [InlineData("?q=zeppelin", 0)]
    public async Task List_Narrowed_HoldsWhatAnswersOnThePageAndInTheApi(string query, int count)
    {
        var page = await site.PageAsync($"/measures{query}");
        using var answer = JsonDocument.Parse(
            await site.Http.GetStringAsync(new Uri($"/api/v1/measures{query}", UriKind.Relative))
        );
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
        foreach (var language in new[] { "en", "fr" })
        {
            using var http = new HttpClient { BaseAddress = site.Root };
            http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
            foreach (var measure in LibraryReader.Shipped.Library.Measures)
            {
                using var response = await http.GetAsync(new Uri($"/measures/{measure.Id}", UriKind.Relative));
                var page = await RunningSite.ParseAsync(response);

                Assert.Equal(measure.Title.In(language), page.QuerySelector("h1")!.TextContent);
                Assert.DoesNotContain("web.m", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            }
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
