// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lodestar.App.Tests.Cli;
using Lodestar.App.Tests.Web;
using Lodestar.Testing;

namespace Lodestar.App.Tests.Scenarios;

/// <summary>
/// Why a scenario changes between two years, in page, API and command, for numbers of <see cref="Brook"/>. From 2026 to
/// 2027 a tenth of every measure comes. Homes burning gas: 600 · 0.98 · 0.95 = 558.6, L = −41.4 ÷ ln 0.931 = 579.053:
/// intensity L · ln 0.98 = −11.698, mix L · ln 0.95 = −29.702; by electricity 0 becomes 14.7, which is mix alone. Roads:
/// 400 · 0.975 · 1.01 = 393.9, L = −6.1 ÷ ln 0.98475 = 396.942: activity L · ln 0.975 = −10.050, intensity L · ln 1.01 = 3.950.
/// </summary>
public sealed class ChangeTests(RunningSite site) : IClassFixture<RunningSite>, IAsyncLifetime
{
    private const string Page = "/plans/brook/scenarios/compare";
    private const string Api = "/api/v1/plans/brook/scenarios/change";

    public async ValueTask InitializeAsync()
    {
        using var known = await site.Http.GetAsync(new Uri("/api/v1/plans/brook", UriKind.Relative));
        if (known.StatusCode == HttpStatusCode.NotFound)
        {
            await site.SaveAsync("brook", null, Brook.Files);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Api_OfOneStep_IsTheSplitByHand()
    {
        var told = await JsonAsync($"{Api}?scenario=planned&from=2026&to=2027");

        Row(told.GetProperty("sectors")[0], 600, 0, -29.702 + 14.7, -11.698, 573.3);
        Row(told.GetProperty("sectors")[1], 400, -10.050, 0, 3.950, 393.9);
        Row(told.GetProperty("total"), 1000, -10.050, -15.002, -7.749, 967.2);
        var homes = told.GetProperty("lines")[0];
        Assert.Equal("emissions.homes", homes.GetProperty("variable").GetString());
        Assert.Equal(
            [("people", "activity"), ("heat_each", "intensity"), ("heat_share", "mix"), ("factor", "intensity")],
            homes
                .GetProperty("factors")
                .EnumerateArray()
                .Select(f => (f.GetProperty("name").GetString()!, f.GetProperty("kind").GetString()!))
        );

        static void Row(JsonElement row, double before, double activity, double mix, double intensity, double after)
        {
            Assert.Equal(before, row.GetProperty("before").GetDouble(), 1e-6);
            Assert.Equal(activity, row.GetProperty("activity").GetDouble(), 2e-3);
            Assert.Equal(mix, row.GetProperty("mix").GetDouble(), 2e-3);
            Assert.Equal(intensity, row.GetProperty("intensity").GetDouble(), 2e-3);
            Assert.Equal(after, row.GetProperty("after").GetDouble(), 1e-6);
        }
    }

    [Theory]
    [InlineData("planned", 2020, 2050)]
    [InlineData("half", 2027, 2033)]
    [InlineData("decided", 2026, 2036)]
    [InlineData("none", 2020, 2021)]
    public async Task Page_Table_AddsUpAcrossAndDownToTheLastDigit(string scenario, int from, int to)
    {
        var page = await site.PageAsync($"{Page}?scenario={scenario}&from={from}&to={to}");

        var rows = page.QuerySelectorAll("#change tbody tr")
            .Select(r => r.QuerySelectorAll("td").Select(c => Number(c.TextContent)).ToArray())
            .ToList();
        Assert.Equal(3, rows.Count);
        Assert.All(rows, r => Assert.Equal(r[^1], r[..^1].Sum()));
        for (var column = 0; column < rows[0].Length; column++)
        {
            Assert.Equal(rows[^1][column], rows[..^1].Sum(r => r[column]));
        }

        Assert.NotNull(page.QuerySelector("#change svg.ls-chart-wide"));
        Assert.NotNull(page.QuerySelector("#change svg.ls-chart-narrow"));
        Assert.Null(page.QuerySelector("#change .banner"));
        Assert.Equal(scenario, page.QuerySelector("#change-of option[selected]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("from=1999")]
    [InlineData("to=9999")]
    [InlineData("from=2040&to=2030")]
    [InlineData("from=2030&to=2030")]
    [InlineData("scenario=nothing")]
    public async Task BadValue_OnThePage_ShowsTheUsualAndSaysSo(string query)
    {
        var page = await site.PageAsync($"{Page}?{query}");

        Assert.NotNull(page.QuerySelector("#change .banner"));
        Assert.Equal(3, page.QuerySelectorAll("#change tbody tr").Length);
    }

    [Theory]
    [InlineData("?scenario=nothing", HttpStatusCode.BadRequest)]
    [InlineData("?from=1999", HttpStatusCode.BadRequest)]
    [InlineData("?to=soon", HttpStatusCode.BadRequest)]
    [InlineData("?from=2040&to=2030", HttpStatusCode.BadRequest)]
    [InlineData("?to=2020", HttpStatusCode.BadRequest)]
    [InlineData("?from=2049", HttpStatusCode.OK)]
    [InlineData("?to=2021", HttpStatusCode.OK)]
    public async Task Api_OfYearsOutOfOrder_RefusesThem(string query, HttpStatusCode status)
    {
        foreach (var path in new[] { Api + query, $"{Api}.csv{query}" })
        {
            using var response = await site.Http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(status, response.StatusCode);
        }
    }

    [Fact]
    public async Task Csv_HasARowASectorAndOneForAll()
    {
        var text = await site.Http.GetStringAsync(
            new Uri($"{Api}.csv?scenario=planned&from=2020&to=2050", UriKind.Relative)
        );

        var rows = text.TrimEnd('\n').Split('\n');
        Assert.Equal("from,to,sector,unit,before,activity,mix,intensity,other,after", rows[0]);
        Assert.Equal(4, rows.Length);
        Assert.StartsWith("2020,2050,total,kt CO2,1000", rows[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_SaysTheSame()
    {
        using var folder = new TemporaryFolder();
        foreach (var (path, text) in Brook.Files)
        {
            folder.Write($"brook/{path}", text + "\n");
        }

        string[] asked = ["compare", folder.Combine("brook"), "planned", "--from", "2026", "--to", "2027"];
        var ran = await LodestarProgram.CallAsync(asked);
        var json = await LodestarProgram.CallAsync([.. asked, "--json"]);
        var csv = await LodestarProgram.CallAsync([.. asked, "--csv"]);
        var french = await LodestarProgram.CallAsync([.. asked, "--language", "fr"]);

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Matches("2026 +Activity +Mix +Intensity +2027", ran.Out);
        Assert.Matches("Stationary energy +600 +0 +−15 +−12 +573", ran.Out);
        Assert.Matches("All emissions +1,000 +−10 +−15 +−8 +967", ran.Out);
        Assert.Equal(967.2, (double)JsonNode.Parse(json.Out)!["total"]!["after"]!, 1e-6);
        Assert.Contains("2026,2027,total,kt CO2,1000", csv.Out, StringComparison.Ordinal);
        Assert.Contains("Composition", french.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LS6072", "--from", "1999")]
    [InlineData("LS6073", "planned", "decided", "--from", "2030")]
    [InlineData("LS6073", "planned", "--to", "2030", "--year", "2030")]
    [InlineData("LS6074", "--from", "2030", "--to", "2030")]
    public async Task Command_AskedWrongly_SaysSoAndEndsWithThree(string id, params string[] more)
    {
        using var folder = new TemporaryFolder();
        foreach (var (path, text) in Brook.Files)
        {
            folder.Write($"brook/{path}", text + "\n");
        }

        var ran = await LodestarProgram.CallAsync(["compare", folder.Combine("brook"), .. more]);

        Assert.Equal((3, ""), (ran.ExitCode, ran.Out));
        Assert.Contains(id, ran.Error, StringComparison.Ordinal);
    }

    private static decimal Number(string text) =>
        decimal.Parse(text.Replace('\u2212', '-'), NumberStyles.Number, CultureInfo.InvariantCulture);

    private async Task<JsonElement> JsonAsync(string path)
    {
        using var document = JsonDocument.Parse(await site.Http.GetStringAsync(new Uri(path, UriKind.Relative)));
        return document.RootElement.Clone();
    }
}
