// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Lodestar.App.Tests.Web;
using Lodestar.Testing;

namespace Lodestar.App.Tests.Scenarios;

/// <summary>What is locked in on pages, in the paper and in the API, against numbers of <see cref="Fleet"/>.</summary>
public sealed class LockInPageTests(RunningSite site) : IClassFixture<RunningSite>, IAsyncLifetime
{
    private const string Page = "/plans/fleet/scenarios?date=2026-11-22";

    public async ValueTask InitializeAsync()
    {
        using var known = await site.Http.GetAsync(new Uri("/api/v1/plans/fleet", UriKind.Relative));
        if (known.StatusCode == HttpStatusCode.NotFound)
        {
            await site.SaveAsync("fleet", null, Fleet.Files);
            await site.SaveAsync("brook", null, Brook.Files);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Page_SaysWhatStandsAndTheLastYearToInstall()
    {
        var page = await site.PageAsync(Page);

        var section = page.QuerySelector("#lock-in")!;
        Assert.Contains(
            "In 2029, the year of net zero, what stands today still emits 20 kt CO₂; with what is installed until then, 80 kt CO₂.",
            Plain(section),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "2025 was the last year to install “Cars” (petrol): of what came later some stands in 2029.",
            Plain(section),
            StringComparison.Ordinal
        );
        // Electric cars emit nothing: no sentence names them, the table has them.
        Assert.Single(section.QuerySelectorAll(".lock-in-last li"));
        Assert.Equal(2, section.QuerySelectorAll("table.wide tbody tr").Length);
        Assert.Equal(2, section.QuerySelectorAll("svg.ls-chart-wide").Length);
        Assert.Equal(2, section.QuerySelectorAll("svg.ls-chart-narrow").Length);
        Assert.Contains(
            "2029: 80 kt CO₂",
            Plain(section.QuerySelector("svg.ls-chart-wide")!),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Tables_BehindThePictures_HaveTheHandCountedNumbersAndAddUp()
    {
        var tables = (await site.PageAsync(Page)).QuerySelectorAll("#lock-in table.ls-table");

        // By year: standing by sector, installed afterwards, together, all emissions, promised.
        Assert.Equal([20m, 60m, 80m, 100m, 0m], Row(tables[0], "2029"));
        Assert.Equal([60m, 20m, 80m], Row(tables[0], "2027")[..3]);
        // By vintage: until 2019, 2020 to 2026, 2027 to 2029, afterwards, together.
        Assert.Equal([0m, 20m, 60m, 0m, 80m], Row(tables[1], "2029"));
        // After 2026: 60 + 40 + 20. The straight path from 100 in 2020 to 0 in 2029 leaves 100 · (2 + 1 + 0) ÷ 9.
        Assert.Equal([120m, 120m], Row(tables[2], "2026")[..2]);
        Assert.Equal(100 * 3 / 9m, Row(tables[2], "2026")[2], 1);
        Assert.Equal(0m, Row(tables[2], "2029")[2]);
    }

    [Fact]
    public async Task Api_HasTheSameNumbers()
    {
        using var document = JsonDocument.Parse(
            await site.Http.GetStringAsync(new Uri($"/api/v1{Page}", UriKind.Relative))
        );
        var told = document.RootElement.GetProperty("lockIn");

        Assert.Equal(
            (2018, 2026, 2029),
            (
                told.GetProperty("firstYear").GetInt32(),
                told.GetProperty("today").GetInt32(),
                told.GetProperty("zeroYear").GetInt32()
            )
        );
        Assert.Equal(20, told.GetProperty("sectors")[0].GetProperty("standing")[2029 - 2018].GetDouble(), 1e-9);
        Assert.Equal(120, told.GetProperty("committed")[2026 - 2018].GetProperty("sectors")[0].GetDouble(), 1e-9);
        var last = told.GetProperty("last")[0];
        Assert.Equal(("cars", 2025), (last.GetProperty("stock").GetString(), last.GetProperty("year").GetInt32()));
        Assert.Equal(80, last.GetProperty("emissions").GetDouble(), 1e-9);
    }

    [Fact]
    public async Task Panel_AndPaper_HaveThePicture()
    {
        var plan = await site.PageAsync("/plans/fleet?date=2026-11-22");
        var paper = await site.PageAsync("/plans/fleet/report?date=2026-11-22");

        Assert.NotNull(plan.QuerySelector("#scenarios #lock-in-chart svg"));
        Assert.NotNull(paper.QuerySelector("#paper-lock-in-curve svg"));
    }

    [Fact]
    public async Task ModelWithoutVintages_HasNoSection()
    {
        var page = await site.PageAsync("/plans/brook/scenarios");

        Assert.Null(page.QuerySelector("#lock-in"));
    }

    [Fact]
    public async Task Page_InFrench_SaysItInFrench()
    {
        using var visitor = new HttpClient { BaseAddress = site.Root };
        visitor.DefaultRequestHeaders.Add("Accept-Language", "fr");
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(
            await visitor.GetStringAsync(new Uri(Page, UriKind.Relative))
        );

        var said = Plain(page.QuerySelector("#lock-in")!);
        Assert.Contains("2025 était la dernière année pour installer", said, StringComparison.Ordinal);
        Assert.DoesNotContain("web.", said, StringComparison.Ordinal);
        Assert.DoesNotContain(" the ", said, StringComparison.OrdinalIgnoreCase);
    }

    private static string Plain(IElement element) => element.TextContent.Replace('\u202f', ' ').Replace('\u00a0', ' ');

    private static decimal[] Row(IElement table, string head) =>
        [
            .. table
                .QuerySelectorAll("tbody tr")
                .Single(r => r.QuerySelector("th")!.TextContent == head)
                .QuerySelectorAll("td")
                .Select(c =>
                    decimal.Parse(
                        c.TextContent.Replace('\u2212', '-'),
                        NumberStyles.Number,
                        CultureInfo.InvariantCulture
                    )
                ),
        ];
}
