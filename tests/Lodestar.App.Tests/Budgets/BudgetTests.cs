// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lodestar.App.Tests.Api;
using Lodestar.App.Tests.Cli;
using Lodestar.App.Tests.Web;
using Lodestar.Testing;
using Lodestar.Web.Texts;

namespace Lodestar.App.Tests.Budgets;

/// <summary>A plan's carbon budget through the real pipeline: page, API and command line.</summary>
public sealed partial class BudgetTests(RunningSite site) : IClassFixture<RunningSite>
{
    private const string Page = "/plans/glasgow/budget?date=2026-11-22";

    [Fact]
    public async Task Page_OfASample_ShowsSentenceRangeAndMethods()
    {
        var page = await site.PageAsync(Page);

        Assert.Contains(
            "fair shares of 6 methods",
            page.QuerySelector("#budget .reading")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(6, page.QuerySelectorAll("#budget-methods tbody tr").Length);
        Assert.Equal(5, page.QuerySelectorAll("#budget-inputs tbody tr").Length);
        var picture = page.QuerySelector("#budget .ls-chart-picture svg.ls-chart-wide")!;
        Assert.Equal(6, picture.QuerySelectorAll("circle").Length);
        Assert.Contains("the path: 1.18", picture.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "equal per capita: 3.6",
            page.QuerySelector("#budget-chart-desc")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Page_ItsDeduction_LeadsFromThePublishedBudgetToWhatCountriesShare()
    {
        var page = await site.PageAsync(Page);

        var rows = page.QuerySelectorAll("#budget-world tbody tr")
            .Select(r => r.QuerySelector("td")!.TextContent.Trim().Replace('\u202f', ' '))
            .ToList();
        Assert.Equal(
            [
                "130 Gt CO₂",
                "−41.6 Gt CO₂",
                "−37 Gt CO₂",
                "51.4 Gt CO₂",
                "−5.59 Gt CO₂",
                "−1.26 Gt CO₂",
                "−19.3 Mt CO₂",
                "44.5 Gt CO₂",
            ],
            rows
        );
    }

    [Fact]
    public async Task Page_ItsSwitch_IsPlainLinksThatKeepTheDate()
    {
        var page = await site.PageAsync(Page + "&limit=1.7&likelihood=67");

        var current = page.QuerySelectorAll("#budget .switch a[aria-current]").Select(a => a.TextContent).ToList();
        Assert.Equal(2, current.Count);
        Assert.StartsWith("1.7", current[0], StringComparison.Ordinal);
        Assert.StartsWith("67", current[1], StringComparison.Ordinal);
        var links = page.QuerySelectorAll("#budget .switch a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(9, links.Count);
        Assert.All(links, l => Assert.Contains("date=2026-11-22", l, StringComparison.Ordinal));
        var warmer = await site.PageAsync(links[5]);
        Assert.StartsWith(
            "2",
            warmer.QuerySelector("#budget .switch a[aria-current]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "1.5 °C at",
            warmer.QuerySelector("#budget .reading")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Page_WithNothingLeft_SaysSoAndSharesNothing()
    {
        var page = await site.PageAsync(Page + "&likelihood=83");

        Assert.Contains("nothing is left", page.QuerySelector("#budget")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#budget-methods"));
        Assert.Null(page.QuerySelector("#budget svg.ls-chart-wide"));
    }

    [Fact]
    public async Task Page_OfABudgetNobodyPublished_ShowsTheUsualOneAndSaysSo()
    {
        var page = await site.PageAsync(Page + "&limit=9");

        Assert.NotNull(page.QuerySelector("#budget .banner"));
        Assert.NotNull(page.QuerySelector("#budget-methods"));
    }

    [Fact]
    public async Task Page_OfNoPlan_IsNotFound() => await site.PageAsync("/plans/atlantis/budget", 404);

    [Fact]
    public async Task Api_OfAStoredPlan_IsTheGolden()
    {
        var json = await ReadAsync("/api/v1/plans/glasgow/budget?date=2026-11-22");

        json["revision"] = "…";
        Golden.Match(Rounded(json).ToJsonString(Indented), "budget.golden.json");
    }

    [Fact]
    public async Task Api_WithoutPeople_NamesWhatIsMissing()
    {
        await using var host = await ApiHost.WithGlasgowAsync();

        var budget = await host.GetAsync("/api/v1/plans/glasgow/budget");

        Assert.Equal("not-stated", budget.GetProperty("verdict").GetString());
        Assert.Equal("LS3305", budget.GetProperty("missing")[0].GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Null, budget.GetProperty("methods")[0].GetProperty("tonnes").ValueKind);
    }

    [Theory]
    [InlineData("limit=1.4")]
    [InlineData("limit=warm")]
    [InlineData("likelihood=60")]
    public async Task Api_AskedForABudgetNobodyPublished_IsAProblem(string query)
    {
        using var response = await site.Http.GetAsync(
            new Uri($"/api/v1/plans/glasgow/budget?{query}", UriKind.Relative)
        );

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Api_TwoBudgetsOfOneRevision_HaveTheirOwnTags()
    {
        using var one = await site.Http.GetAsync(new Uri("/api/v1/plans/glasgow/budget?limit=1.5", UriKind.Relative));
        using var other = await site.Http.GetAsync(new Uri("/api/v1/plans/glasgow/budget?limit=2", UriKind.Relative));

        Assert.NotEqual(one.Headers.ETag, other.Headers.ETag);
    }

    [Fact]
    public async Task CommandLine_OfASample_SaysTheSame()
    {
        var ran = await LodestarProgram.CallAsync("budget", Repository.Path("samples/glasgow"), "--date", "2026-11-22");

        Assert.Equal(0, ran.ExitCode);
        Assert.Empty(ran.Error);
        Golden.Match(ran.Out, "budget.golden.txt");
    }

    [Fact]
    public async Task CommandLine_Json_IsTheApisContract()
    {
        var ran = await LodestarProgram.CallAsync(
            "budget",
            Repository.Path("samples/glasgow"),
            "--date",
            "2026-11-22",
            "--limit",
            "1.7",
            "--likelihood",
            "67",
            "--json"
        );
        var served = await ReadAsync("/api/v1/plans/glasgow/budget?date=2026-11-22&limit=1.7&likelihood=67");

        served["revision"] = null;
        Assert.True(JsonNode.DeepEquals(served, JsonNode.Parse(ran.Out)), ran.Out);
    }

    [Fact]
    public async Task CommandLine_AskedForABudgetNobodyPublished_EndsWithThree()
    {
        var ran = await LodestarProgram.CallAsync("budget", Repository.Path("samples/glasgow"), "--limit", "3");

        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("LS3307", ran.Error, StringComparison.Ordinal);
        Assert.Empty(ran.Out);
    }

    [Fact]
    public void Texts_OfThePanel_AreAllUsed()
    {
        var folder = Repository.Path("src/Lodestar.Web");
        var code = string.Concat(
            Directory
                .EnumerateFiles(Path.Combine(folder, "Features/Budgets"))
                .Concat(Directory.EnumerateFiles(Path.Combine(folder, "Components/Budgets")))
                .Select(File.ReadAllText)
        );
        var ids = JsonSerializer
            .Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(folder, "Texts/budgets.en.json")))!
            .Keys;
        Assert.All(
            ids,
            id =>
                Assert.True(
                    id.StartsWith("web.budget.column.", StringComparison.Ordinal)
                        || code.Contains($"\"{id}\"", StringComparison.Ordinal),
                    $"{id} is not used."
                )
        );
        Assert.All(Id().Matches(code).Select(m => m.Groups[1].Value), id => Assert.True(WebTexts.English.Has(id), id));
    }

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private async Task<JsonNode> ReadAsync(string path)
    {
        var text = await site.Http.GetStringAsync(new Uri(path, UriKind.Relative));
        return JsonNode.Parse(text)!;
    }

    // Seven digits: enough to see a change, few enough that another processor's last bit is none.
    private static JsonNode Rounded(JsonNode node)
    {
        switch (node)
        {
            case JsonObject map:
                foreach (var (name, value) in map.ToList())
                {
                    map[name] = value is null ? null : Rounded(value.DeepClone());
                }

                return map;
            case JsonArray list:
                return new JsonArray([.. list.Select(v => v is null ? null : Rounded(v.DeepClone()))]);
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number:
                var number = value.GetValue<double>();
                return double.Parse(
                    number.ToString("G7", System.Globalization.CultureInfo.InvariantCulture),
                    System.Globalization.CultureInfo.InvariantCulture
                );
            default:
                return node;
        }
    }

    [GeneratedRegex("\"(web\\.budget\\.[a-z_.-]*[a-z])\"")]
    private static partial Regex Id();
}
