// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Lodestar.App.Tests.Web;
using Lodestar.Testing;

namespace Lodestar.App.Tests.WhatIf;

/// <summary>The what-if of a plan that was worked out by hand (<see cref="TwoSectors"/>): page, answer, file and API.</summary>
public sealed class WhatIfPageTests(RunningSite site) : IClassFixture<RunningSite>, IAsyncLifetime
{
    private const string Page = "/plans/two-sectors/what-if";

    public async ValueTask InitializeAsync() => await site.SaveAsync(TwoSectors.Id, null, TwoSectors.Files);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Page_HasALeverForEachMeasureAndNumber_AndAnswersAsItStands()
    {
        var page = await site.PageAsync(Page);

        Assert.Equal(
            ["m.heat_pumps", "m.insulation", "s.demand", "m.cars"],
            page.QuerySelectorAll(".lever input[type=range]").Select(i => i.GetAttribute("name"))
        );
        Assert.All(page.QuerySelectorAll("input[name^='m.']"), i => Assert.Equal("100", i.GetAttribute("value")));
        Assert.Contains("14 kt CO₂ in 2030", Sentence(page), StringComparison.Ordinal);
        Assert.DoesNotContain("web.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("svg.ls-chart-narrow"));
    }

    [Fact]
    public async Task Address_ShowsWhatItAsks_AndItsFormHoldsIt()
    {
        var page = await site.PageAsync(Page + "?m.cars=50&y.heat_pumps=2024&s.demand=1");

        Assert.Contains("19 kt CO₂ in 2030: 15 kt CO₂ more", Sentence(page), StringComparison.Ordinal);
        Assert.Equal("50", page.QuerySelector("input[name='m.cars']")!.GetAttribute("value"));
        Assert.Equal("2024", page.QuerySelector("input[name='y.heat_pumps']")!.GetAttribute("value"));
        Assert.Equal(
            Page + "?y.heat_pumps=2024&m.cars=50",
            page.QuerySelector("a.what-if-share")!.GetAttribute("href")
        );
    }

    [Fact]
    public async Task Tables_AddUpToTheLastDigitThatIsShown()
    {
        var page = await site.PageAsync(Page + "?m.cars=37&m.insulation=71");

        foreach (var row in page.QuerySelectorAll("section[aria-labelledby=what-if-gap] tbody tr"))
        {
            var numbers = row.QuerySelectorAll("td.n").Select(c => Number(c.TextContent)).ToList();
            Assert.Equal(numbers[2], numbers[0] - numbers[1]);
        }

        var wedges = page.QuerySelectorAll(".what-if-wedges tbody td.n").Select(c => Number(c.TextContent)).ToList();
        Assert.Equal(5, wedges.Count);
        Assert.Equal(wedges[^1], wedges[..^1].Sum());
    }

    [Fact]
    public async Task QuickAnswer_HasThePathAndTheGap_AndTheWholeMore()
    {
        var quick = await site.PageAsync(Page + "/answer?m.cars=50&part=quick");
        var whole = await site.PageAsync(Page + "/answer?m.cars=50");

        Assert.Equal(Sentence(quick), Sentence(whole));
        Assert.Null(quick.QuerySelector(".what-if-wedges"));
        Assert.NotNull(whole.QuerySelector(".what-if-wedges"));
    }

    [Fact]
    public async Task BadParts_AreSaidAndLeftAside()
    {
        var page = await site.PageAsync(Page + "?m.trams=50&m.cars=lots");

        Assert.Equal(
            2,
            page.QuerySelectorAll(".what-if-warnings li")
                .Count(l => l.TextContent.Contains("trams") || l.TextContent.Contains("lots"))
        );
        Assert.Contains("14 kt CO₂", Sentence(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_SaysTheSameAsThePage()
    {
        using var json = JsonDocument.Parse(
            await site.Http.GetStringAsync(new Uri("/api/v1/plans/two-sectors/what-if?m.cars=50", UriKind.Relative))
        );
        var answer = json.RootElement;

        Assert.Equal("m.cars=50", answer.GetProperty("query").GetString());
        Assert.Equal(19, answer.GetProperty("emissions")[10].GetDouble(), 1e-9);
        var zero = answer.GetProperty("promises")[1];
        Assert.Equal(
            zero.GetProperty("gap").GetDouble(),
            zero.GetProperty("expected").GetDouble() - zero.GetProperty("limit").GetDouble()
        );
        var wedges = answer.GetProperty("wedges");
        Assert.Equal("exact", wedges.GetProperty("method").GetString());
        Assert.Equal(
            wedges.GetProperty("without").GetDouble() - wedges.GetProperty("with").GetDouble(),
            wedges.GetProperty("measures").EnumerateArray().Sum(m => m.GetProperty("effect").GetDouble()),
            1e-9
        );
    }

    [Fact]
    public async Task File_IsAScenarioThatLeadsThere()
    {
        var file = await site.Http.GetStringAsync(new Uri(Page + "/scenario.yaml?m.cars=50", UriKind.Relative));
        await site.SaveAsync(
            "two-sectors-saved",
            null,
            [
                .. TwoSectors
                    .With("scenarios.yaml", _ => file)
                    .Select(f =>
                        f with
                        {
                            Text = f.Text.Replace("id: two-sectors", "id: two-sectors-saved", StringComparison.Ordinal),
                        }
                    ),
            ]
        );

        var page = await site.PageAsync("/plans/two-sectors-saved/what-if?from=what-if");

        Assert.Contains("19 kt CO₂ in 2030", Sentence(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlanWithoutAModel_SaysWhatWouldSwitchItOn()
    {
        var page = await site.PageAsync("/plans/manchester/what-if");

        Assert.Contains("no model", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("ls-what-if"));
    }

    [Fact]
    public async Task TooManyQuestions_AreRefused_AndOthersGoOn()
    {
        await using var narrow = await RunningSite.WithAsync(o => o with { WhatIfsPerMinute = 2 });
        await narrow.SaveAsync(TwoSectors.Id, null, TwoSectors.Files);

        for (var i = 0; i < 2; i++)
        {
            await narrow.PageAsync(Page + "/answer?part=quick");
        }

        await narrow.PageAsync(Page + "/answer?part=quick", 429);
        await narrow.PageAsync("/plans/two-sectors");
    }

    private static string Sentence(AngleSharp.Dom.IParentNode page) =>
        page.QuerySelector(".what-if-sentence")!.TextContent.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    private static decimal Number(string text) =>
        decimal.Parse(
            text.Replace('−', '-')
                .Replace("+", "", StringComparison.Ordinal)
                .Replace(",", "", StringComparison.Ordinal),
            System.Globalization.CultureInfo.InvariantCulture
        );
}
