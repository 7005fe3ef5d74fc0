// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Lodestar.App.Tests.Web;

namespace Lodestar.App.Tests.Scenarios;

/// <summary>Where a plan's scenarios lead: page, comparison, panel and API, against numbers of <see cref="Brook"/>.</summary>
public sealed class ScenarioPageTests(RunningSite site) : IClassFixture<RunningSite>, IAsyncLifetime
{
    private const string Page = "/plans/brook/scenarios";

    public async ValueTask InitializeAsync()
    {
        using var known = await site.Http.GetAsync(new Uri("/api/v1/plans/brook", UriKind.Relative));
        if (known.StatusCode == HttpStatusCode.NotFound)
        {
            await site.SaveAsync("brook", null, Brook.Files);
            await site.SaveAsync("bare", null, [.. Brook.With("model/city.yaml", Bare)]);
            await site.SaveAsync("other", null, [.. Brook.With("inventory/own.csv", Twice)]);
            await site.SaveAsync("wrong", null, [.. Brook.With("scenarios.yaml", Wrong)]);
            await site.SaveAsync("faulty", null, [.. Brook.With("model/city.yaml", "variables: {x: {value: y}}")]);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string Bare => Brook.Model[..Brook.Model.IndexOf("measures:", StringComparison.Ordinal)];

    private static string Twice => Brook.Inventory.Replace(",600", ",1600", StringComparison.Ordinal);

    private const string Wrong = """
        scenarios:
          - {id: planned, title: Planned, kind: WAM, measures: [buses, busses]}
        """;

    [Fact]
    public async Task Page_SaysWhatWasPromisedAndWhereMeasuresLead()
    {
        var page = await site.PageAsync(Page);

        var lead = Assert.Single(page.QuerySelectorAll("h1")).TextContent;
        // 30 % less than 1,070 is 749; buses are nine tenths of the way in 2035: 600 + 400 · (1 − 0.25 · 0.9) = 910.
        Assert.Matches("749.* in 2035", lead);
        Assert.Contains("910", lead, StringComparison.Ordinal);
        Assert.Contains("719", lead, StringComparison.Ordinal);
        Assert.Contains(
            "Brook promised net zero in 2050",
            page.QuerySelector(".lede")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.NotNull(page.QuerySelector("#picture svg.ls-chart-wide"));
        Assert.NotNull(page.QuerySelector("#picture svg.ls-chart-narrow"));
        var picture = page.QuerySelector("#picture svg.ls-chart-wide")!.TextContent;
        Assert.Contains("Gap 161", picture.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("Gap 900", picture.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains(
            "Shapley values, exact",
            page.QuerySelector("#by-measure")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.NotNull(page.QuerySelector("#by-controller svg"));
        Assert.Equal(2, page.QuerySelectorAll("#odds tbody tr").Length);
        Assert.Equal(4, page.QuerySelectorAll("#measures tbody tr").Length);
        Assert.Contains("late", page.QuerySelector("#measures")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("#faults, .banner"));
        var said = page.QuerySelector("main")!.TextContent;
        Assert.DoesNotContain("web.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("chart.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("delivery.", said, StringComparison.Ordinal);
    }

    /// <summary>
    /// Homes: 600 alone, 480 with insulation, 450 with pumps, 360 with both: Shapley 105 and 135. Roads: 300 with buses,
    /// 440 with the new road, 330 with both: 105 and −35.
    /// </summary>
    [Fact]
    public async Task Effects_InALateYear_AreTheHandCountedOnes()
    {
        var page = await site.PageAsync($"{Page}?year=2050");

        var rows = Rows(page, "#effects .scenarios-effects");
        Assert.Equal(1000, rows["Without measures"]);
        Assert.Equal(-135, rows["Heat pumps"]);
        Assert.Equal(-105, rows["Insulation of homes"]);
        Assert.Equal(-105, rows["Buses every five minutes"]);
        Assert.Equal(35, rows["A new ring road"]);
        Assert.Equal(690, rows["= With planned measures"]);
        Assert.Equal(690, rows["Gap: above what is promised"]);
        var pairs = Rows(page, "#effects .scenarios-pairs");
        Assert.Equal(-30, pairs["Insulation of homes × Heat pumps"]);
        Assert.Equal(10, pairs["Buses every five minutes × A new ring road"]);
    }

    [Fact]
    public async Task Effects_OnEveryPage_AddUpToTheLastDigitShown()
    {
        foreach (var year in new[] { 2021, 2027, 2031, 2035, 2044, 2050 })
        {
            var page = await site.PageAsync($"{Page}?year={year}&scenario=half");
            foreach (var column in new[] { 1, 2 })
            {
                var rows = page.QuerySelectorAll("#effects .scenarios-effects tbody tr")
                    .Where(r => r.Children.Length > column && r.Children[column].TextContent.Length > 0)
                    .Select(r => Number(r.Children[column].TextContent))
                    .ToList();
                if (rows.Count == 0 || page.QuerySelectorAll("#effects .scenarios-effects thead th").Length < 5)
                {
                    continue;
                }

                // Without, effects, with, promised, gap.
                Assert.Equal(rows[^3], rows[..^3].Sum());
                Assert.Equal(rows[^1], rows[^3] + rows[^2]);
            }
        }
    }

    [Fact]
    public async Task Compare_BySector_AddsUpAndSaysWhy()
    {
        var page = await site.PageAsync($"{Page}/compare?a=decided&b=planned&year=2050");

        Assert.Contains("210", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var tables = page.QuerySelectorAll("table.scenarios-compared");
        var first = tables[0].QuerySelectorAll("tbody tr").Where(r => r.Children.Length == 4).ToList();
        Assert.Equal([900m, 690m, -210m], Cells(first[0]));
        Assert.Equal([600m, 360m, -240m], Cells(first[1]));
        Assert.Equal([300m, 330m, 30m], Cells(first[2]));
        // Of roads only the factor differs, which is intensity; of homes need and shares.
        var why = tables[1].QuerySelectorAll("tbody tr");
        Assert.Equal([0m, 0m, 30m, 30m], Cells(why[1]));
        var homes = Cells(why[0]);
        Assert.Equal(-240m, homes[^1]);
        Assert.Equal(homes[^1], homes[..^1].Sum());
        Assert.Equal(2, page.QuerySelectorAll(".scenarios-two svg.ls-chart-wide").Length);
    }

    [Theory]
    [InlineData("?year=1999")]
    [InlineData("?year=soon")]
    [InlineData("?scenario=nothing")]
    [InlineData("/compare?a=nothing")]
    [InlineData("/compare?year=9999")]
    public async Task BadValue_OnThePage_ShowsTheUsualAndSaysSo(string query)
    {
        var page = await site.PageAsync(Page + query);

        Assert.NotNull(page.QuerySelector(".banner"));
        Assert.NotNull(page.QuerySelector("svg.ls-chart-wide"));
    }

    [Theory]
    [InlineData("manchester", "no model yet")]
    [InlineData("bare", "no measures yet")]
    [InlineData("faulty", "run as it stands")]
    public async Task PlanWithoutScenarios_SaysWhatWouldSwitchThemOn(string id, string why)
    {
        var page = await site.PageAsync($"/plans/{id}/scenarios");
        var compare = await site.PageAsync($"/plans/{id}/scenarios/compare");
        var plan = await site.PageAsync($"/plans/{id}");

        Assert.Contains(why, page.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(compare.QuerySelector(".lede"));
        Assert.Null(plan.QuerySelector("#scenarios"));
        Assert.NotEqual("shown", (await JsonAsync($"/api/v1/plans/{id}/scenarios")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task ModelThatCountsSomethingElse_IsNotHeldAgainstTheTarget()
    {
        var page = await site.PageAsync("/plans/other/scenarios");

        // 1,000 of 2,000.
        Assert.Contains("50", page.QuerySelector(".banner")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#odds"));
        Assert.DoesNotContain("Gap", page.QuerySelector("#effects")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FaultInScenarios_IsShownWithItsPlace()
    {
        var page = await site.PageAsync("/plans/wrong/scenarios");

        var fault = Assert.Single(page.QuerySelectorAll("#faults li.error, #faults li.warning"));
        Assert.Contains("LS3851", fault.TextContent, StringComparison.Ordinal);
        Assert.Contains("buses", fault.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Panel_OnThePageOfThePlan_SaysWhatTheWholePageDoes()
    {
        var plan = await site.PageAsync("/plans/brook");
        var whole = await site.PageAsync(Page);

        var panel = plan.QuerySelector("#scenarios")!;
        Assert.StartsWith(
            whole.QuerySelector("h1")!.TextContent,
            panel.QuerySelector("p")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.NotNull(panel.QuerySelector("svg"));
        Assert.NotNull(panel.QuerySelector($"a[href='{Page}']"));
        Assert.NotNull(plan.QuerySelector(".contents a[href='#scenarios']"));
    }

    [Fact]
    public async Task Api_TellsRunsOddsAndWedges()
    {
        var told = await JsonAsync($"/api/v1{Page}");

        Assert.Equal("shown", told.GetProperty("state").GetString());
        var scenarios = told.GetProperty("scenarios").EnumerateArray().ToList();
        Assert.Equal(["none", "decided", "planned", "half"], scenarios.Select(s => s.GetProperty("id").GetString()));
        Assert.Equal(
            [1000, 900, 690, 750],
            scenarios.Select(s => s.GetProperty("years").EnumerateArray().Last().GetProperty("amount").GetDouble()),
            (a, b) => Math.Abs(a - b) < 1e-6
        );
        var wedges = told.GetProperty("byMeasure");
        Assert.True(wedges.GetProperty("isExact").GetBoolean());
        var last = wedges.GetProperty("without").GetArrayLength() - 1;
        var sum = wedges.GetProperty("wedges").EnumerateArray().Sum(w => w.GetProperty("effects")[last].GetDouble());
        Assert.Equal(310, sum, 1e-6);
        Assert.Equal(3, told.GetProperty("byController").GetProperty("wedges").GetArrayLength());
        var zero = told.GetProperty("stops").EnumerateArray().Last();
        Assert.Equal(
            (2050, 0),
            (zero.GetProperty("year").GetInt32(), zero.GetProperty("scenarios")[0].GetProperty("hits").GetInt32())
        );
    }

    [Fact]
    public async Task Api_ComparesTwo()
    {
        var compared = await JsonAsync($"/api/v1{Page}/compare?a=none&b=half&year=2050");

        var years = compared.GetProperty("years")[0];
        Assert.Equal(-250, years.GetProperty("total").GetProperty("difference").GetDouble(), 1e-5);
        var sectors = years.GetProperty("sectors").EnumerateArray();
        Assert.Equal(-250m, sectors.Sum(s => s.GetProperty("difference").GetDecimal()));
    }

    [Theory]
    [InlineData("/api/v1/plans/brook/scenarios.csv", "scenario,kind,year,unit,amount,p05,p50,p95", 125)]
    [InlineData("/api/v1/plans/brook/scenarios/compare.csv?year=2050", "from,to,by,key,unit,a,b,difference", 9)]
    public async Task Csv_HasARowForEach(string path, string head, int lines)
    {
        var text = await site.Http.GetStringAsync(new Uri(path, UriKind.Relative));

        var rows = text.TrimEnd('\n').Split('\n');
        Assert.Equal(head, rows[0]);
        Assert.Equal(lines, rows.Length);
    }

    [Theory]
    [InlineData("/api/v1/plans/atlantis/scenarios", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/plans/brook/scenarios/compare?a=nothing", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/plans/brook/scenarios/compare?year=1999", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/plans/brook/scenarios/compare.csv?b=nothing", HttpStatusCode.BadRequest)]
    [InlineData("/plans/atlantis/scenarios", HttpStatusCode.NotFound)]
    [InlineData("/plans/atlantis/scenarios/compare", HttpStatusCode.NotFound)]
    public async Task Address_OfWhatIsNotThere_SaysSo(string path, HttpStatusCode status)
    {
        using var response = await site.Http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData(Page)]
    [InlineData(Page + "/compare")]
    public async Task Page_InFrench_SaysItInFrench(string path)
    {
        using var visitor = new HttpClient { BaseAddress = site.Root };
        visitor.DefaultRequestHeaders.Add("Accept-Language", "fr");
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(
            await visitor.GetStringAsync(new Uri(path, UriKind.Relative))
        );

        var said = page.QuerySelector("main")!.TextContent;
        Assert.Contains("mesures", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("web.", said, StringComparison.Ordinal);
        Assert.DoesNotContain(" with ", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" the ", said, StringComparison.OrdinalIgnoreCase);
    }

    private static Dictionary<string, decimal> Rows(IParentNode page, string table) =>
        page.QuerySelectorAll($"{table} tbody tr")
            .ToDictionary(r => r.Children[0].TextContent.Trim(), r => Number(r.Children[1].TextContent));

    private static decimal[] Cells(IElement row) => [.. row.QuerySelectorAll("td").Select(c => Number(c.TextContent))];

    private static decimal Number(string text) =>
        decimal.Parse(text.Replace('\u2212', '-'), NumberStyles.Number, CultureInfo.InvariantCulture);

    private async Task<JsonElement> JsonAsync(string path)
    {
        using var document = JsonDocument.Parse(await site.Http.GetStringAsync(new Uri(path, UriKind.Relative)));
        return document.RootElement.Clone();
    }
}
