// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Lodestar.App.Tests.Web;

namespace Lodestar.App.Tests.Peers;

public sealed class PeerPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task Peers_OfGlasgow_NamesTheTwoOthersWithReasons()
    {
        var page = await site.PageAsync("/plans/glasgow/peers");

        Assert.Equal(["Manchester", "Nottingham"], page.QuerySelectorAll(".peer h2 a").Select(a => a.TextContent));
        var rows = page.QuerySelector(".peer table tbody")!.TextContent;
        Assert.Contains("636,000 people", rows, StringComparison.Ordinal);
        Assert.Contains("556,000 people", rows, StringComparison.Ordinal);
        Assert.Contains("Net zero by 2038", page.QuerySelector(".peer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Peers_WithATraitLeftOut_KeepTheChoiceAndSaySo()
    {
        var page = await site.PageAsync("/plans/glasgow/peers?size=0&density=3");

        Assert.Equal("0", page.QuerySelector("#w-size option[selected]")!.GetAttribute("value"));
        Assert.Equal("3", page.QuerySelector("#w-density option[selected]")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("details.filters[open]"));
        Assert.Contains("left out", page.QuerySelector(".peer table")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith(
            "?size=0&density=3",
            page.QuerySelector("a[download]")!.GetAttribute("href"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Peers_OfNoPlan_AreNotFound() => await site.PageAsync("/plans/nowhere/peers", 404);

    [Fact]
    public async Task Peers_InFrench_AreFrench()
    {
        var page = await site.PageAsync("/plans/glasgow/peers?lang=fr");

        Assert.Equal("Des lieux comme Glasgow", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Api_OfGlasgow_GivesTheTraitsOfBoth()
    {
        using var json = JsonDocument.Parse(
            await site.Http.GetStringAsync(new Uri("/api/v1/plans/glasgow/peers?trend=0", UriKind.Relative))
        );

        var root = json.RootElement;
        Assert.Equal(0, root.GetProperty("weights").GetProperty("trend").GetDouble());
        var first = root.GetProperty("peers")[0];
        Assert.Equal("manchester", first.GetProperty("id").GetString());
        Assert.InRange(first.GetProperty("likeness").GetDouble(), 0.5, 1);
        var grid = first
            .GetProperty("traits")
            .EnumerateArray()
            .Single(t => t.GetProperty("trait").GetString() == "grid");
        Assert.Equal(177, grid.GetProperty("value").GetDouble());
        Assert.True(grid.GetProperty("ofCountry").GetBoolean());
    }

    [Theory]
    [InlineData("peers?size=much", 400)]
    [InlineData("peers?size=-1", 400)]
    [InlineData("peers?trend=5.5", 400)]
    [InlineData("peers?kind=city", 400)]
    [InlineData("peers/table.csv?grid=1e1", 400)]
    [InlineData("peers?size=5&trend=0.5&income=&kind=any", 200)]
    [InlineData("peers/table.csv?kind=", 200)]
    public async Task Api_WithAWeightThatIsNone_SaysWhatItTakes(string query, int status)
    {
        using var response = await site.Http.GetAsync(new Uri($"/api/v1/plans/glasgow/{query}", UriKind.Relative));

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Table_OfGlasgow_BeginsWithItself()
    {
        var csv = await site.Http.GetStringAsync(new Uri("/api/v1/plans/glasgow/peers/table.csv", UriKind.Relative));

        var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.StartsWith("glasgow,Glasgow,,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("manchester,Manchester,0.", lines[2], StringComparison.Ordinal);
    }
}
