// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Lodestar.App.Tests.Web;
using Lodestar.Testing;

namespace Lodestar.App.Tests.WhatIf;

/// <summary>What once went wrong on the page of a what-if, on <see cref="TwoSectors"/> and changed copies of it.</summary>
public sealed class WhatIfFaultTests(RunningSite site) : IClassFixture<RunningSite>, IAsyncLifetime
{
    private const string Page = "/plans/two-sectors/what-if";

    public async ValueTask InitializeAsync()
    {
        await site.SaveAsync(TwoSectors.Id, null, TwoSectors.Files);
        await site.SaveAsync("tonnes", null, Named("tonnes", "inventory/counted.csv", InTonnes));
        await site.SaveAsync("pole", null, Named("pole", "model/city.yaml", WithAPole));
        await site.SaveAsync("odd-ids", null, Named("odd-ids", "scenarios.yaml", WithOddIds));
        await site.SaveAsync("thirds", null, Named("thirds", "scenarios.yaml", WithThirds));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>40 kt a year without measures, over the five years from 2026 to 2030: 200,000 t.</summary>
    [Fact]
    public async Task Wedges_AreInTheUnitOfTheInventory()
    {
        var page = await site.PageAsync("/plans/tonnes/what-if");
        using var json = await JsonAsync("/api/v1/plans/tonnes/what-if");
        var wedges = json.RootElement.GetProperty("wedges");

        Assert.Equal("t CO₂", json.RootElement.GetProperty("unit").GetString());
        Assert.Equal(200_000m, Wedges(page)[0]);
        Assert.Equal(200_000, wedges.GetProperty("without").GetDouble(), 1e-6);
        Assert.Equal(
            wedges.GetProperty("without").GetDouble() - wedges.GetProperty("with").GetDouble(),
            wedges.GetProperty("measures").EnumerateArray().Sum(m => m.GetProperty("effect").GetDouble()),
            1e-6
        );
    }

    /// <summary>Sweden counts in Mt, its model in kt: the first row of the table is its scenario without measures, added up.</summary>
    [Fact]
    public async Task Wedges_OfSweden_BeginWithItsScenarioWithoutMeasures()
    {
        var folder = Repository.Path("samples/sweden");
        await site.SaveAsync(
            "sweden",
            null,
            [
                .. Directory
                    .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                    .Select(f => (Path.GetRelativePath(folder, f), File.ReadAllText(f))),
            ]
        );

        using var scenarios = await JsonAsync("/api/v1/plans/sweden/scenarios");
        var without = scenarios
            .RootElement.GetProperty("scenarios")
            .EnumerateArray()
            .First(s => string.Equals(s.GetProperty("kind").GetString(), "wom", StringComparison.OrdinalIgnoreCase))
            .GetProperty("years")
            .EnumerateArray()
            .Where(y => y.GetProperty("year").GetInt32() >= 2026)
            .Sum(y => y.GetProperty("amount").GetDouble());
        var page = await site.PageAsync("/plans/sweden/what-if");

        Assert.InRange(without, 100, 10_000);
        Assert.Equal(without, (double)Wedges(page)[0], 0.5);
    }

    /// <summary>Demand at 1.2 makes 44 kt a year of the 40: the table begins with the dotted line, and says what the setting does.</summary>
    [Fact]
    public async Task Wedges_WithAMovedNumber_BeginWithThePlansLineWithoutMeasures()
    {
        var page = await site.PageAsync(Page + "?s.demand=1.2");
        var wedges = Wedges(page);

        Assert.Equal((200m, 20m), (wedges[0], wedges[1]));
        Assert.Contains(
            "What else is set",
            page.QuerySelector(".what-if-wedges")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(wedges[^1], wedges[..^1].Sum());
    }

    [Fact]
    public async Task StartFrom_IsAFormOfItsOwn_SoThatItsLeversAreTaken()
    {
        var page = await site.PageAsync(Page + "?from=without");

        var start = page.QuerySelector("form.what-if-start")!;
        Assert.Empty(start.QuerySelectorAll("[name^='m.'], [name^='s.']"));
        Assert.NotNull(start.QuerySelector("select[name=from]"));
        var hidden = Assert.Single(page.QuerySelectorAll("form.what-if [name=from]"));
        Assert.Equal(("hidden", "without"), (hidden.GetAttribute("type"), hidden.GetAttribute("value")));
        Assert.All(page.QuerySelectorAll("input[name^='m.']"), i => Assert.Equal("0", i.GetAttribute("value")));
    }

    /// <summary>A browser moves 37 to the nearest step of five; and 33.3333 % is what 33.33 stands for.</summary>
    [Theory]
    [InlineData("/plans/two-sectors/what-if?m.cars=37", "m.cars", "37")]
    [InlineData("/plans/thirds/what-if?from=third", "m.insulation", "33.33")]
    public async Task Slider_StandsWhereItIsAskedTo(string address, string name, string value)
    {
        var page = await site.PageAsync(address);

        var slider = page.QuerySelector($"input[name='{name}']")!;
        Assert.Equal((value, "any"), (slider.GetAttribute("value"), slider.GetAttribute("step")));
        Assert.Equal("5", page.QuerySelector("input[name='m.heat_pumps']")!.GetAttribute("step"));
        var form = page.QuerySelectorAll("form.what-if input[name]")
            .Select(i => $"{i.GetAttribute("name")}={i.GetAttribute("value")}");
        var again = await site.PageAsync($"{address.Split('?')[0]}?{string.Join('&', form)}");
        Assert.Equal(Share(page), Share(again));
    }

    [Fact]
    public async Task Year_OfAScenarioOutsideTheModel_IsNoFault()
    {
        var page = await site.PageAsync("/plans/thirds/what-if?from=third&y.cars=2040");

        Assert.Equal("2040", page.QuerySelector("input[name='y.cars']")!.GetAttribute("max"));
        Assert.DoesNotContain(
            page.QuerySelectorAll(".what-if-warnings li"),
            w => w.TextContent.Contains("2040", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task OnlySentenceAndWarnings_AreReadAloud_AndSlidersSayTheirValue()
    {
        var page = await site.PageAsync(Page + "?m.trams=1&m.cars=37");

        var aloud = page.QuerySelectorAll("ls-what-if [aria-live]");
        Assert.Equal(["what-if-sentence", "what-if-warned"], aloud.Select(e => e.ClassName));
        Assert.Contains("trams", aloud[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("37\u202f%", page.QuerySelector("#m-cars")!.GetAttribute("aria-valuetext"));
        Assert.All(
            page.QuerySelectorAll(".lever input[type=range]"),
            i =>
                Assert.Equal(
                    i.Closest(".lever")!.QuerySelector("output")!.TextContent,
                    i.GetAttribute("aria-valuetext")
                )
        );
    }

    [Fact]
    public async Task Answer_IsAskedForAnew_AndChangesWithThePlan()
    {
        const string Path = "/plans/changing/what-if/answer?m.cars=50";
        await site.SaveAsync("changing", null, Named("changing", "notes.txt", _ => "first"));
        using var first = await site.Http.GetAsync(new Uri(Path, UriKind.Relative));
        using var asked = new HttpRequestMessage(HttpMethod.Get, Path);
        asked.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await site.Http.SendAsync(asked);
        Assert.True(first.Headers.CacheControl!.NoCache);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);

        var parent = (await JsonAsync("/api/v1/plans/changing/what-if"))
            .RootElement.GetProperty("revision")
            .GetString();
        await site.SaveAsync(
            "changing",
            parent,
            Named(
                "changing",
                "model/city.yaml",
                m =>
                    m.Replace(
                        "road.factor: {unit: kg CO2/km, value: 0.2}",
                        "road.factor: {unit: kg CO2/km, value: 0.4}",
                        StringComparison.Ordinal
                    )
            )
        );
        using var again = new HttpRequestMessage(HttpMethod.Get, Path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var third = await site.Http.SendAsync(again);

        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Fact]
    public async Task FullLine_SaysSoAndWhenToComeAgain_AndQuickAnswersGoOn()
    {
        await using var full = await RunningSite.WithAsync(o => o with { LongestLine = 0 });
        await full.SaveAsync(TwoSectors.Id, null, TwoSectors.Files);

        using var whole = await full.Http.GetAsync(new Uri(Page, UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, whole.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(5), whole.Headers.RetryAfter!.Delta);
        var page = await RunningSite.ParseAsync(whole);
        Assert.Contains("So many ask at once", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);

        await full.PageAsync(Page + "/answer?part=quick");
        await full.PageAsync("/api/v1/plans/two-sectors/what-if", 503);
    }

    [Fact]
    public async Task ModelWithoutANumberInAYear_BreaksNothing_AndKeepsNoPromise()
    {
        var page = await site.PageAsync("/plans/pole/what-if");

        var sentence = page.QuerySelector(".what-if-sentence")!.TextContent;
        Assert.Contains("no number", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("keep", sentence, StringComparison.Ordinal);
        using var answer = await JsonAsync("/api/v1/plans/pole/what-if");
        Assert.Equal(JsonValueKind.Null, answer.RootElement.GetProperty("emissions")[10].ValueKind);
        using var scenarios = await JsonAsync("/api/v1/plans/pole/scenarios");
        Assert.NotEmpty(scenarios.RootElement.GetProperty("scenarios").EnumerateArray());
        await site.PageAsync("/plans/pole/scenarios");
    }

    /// <summary>With heat pumps alone and late the milestone of 2027 is missed; a promise of 100 kt in 2030 is kept.</summary>
    [Fact]
    public async Task MissedMilestone_IsSaid_ThoughTheLastIsKept()
    {
        await site.SaveAsync(
            "kept-late",
            null,
            Named(
                "kept-late",
                "targets.yaml",
                t => t.Replace("residual: 4 kt CO2", "residual: 39 kt CO2", StringComparison.Ordinal)
            )
        );
        var page = await site.PageAsync("/plans/kept-late/what-if?from=without&m.cars=50");

        Assert.Contains("in 2027", page.QuerySelector(".what-if-sentence")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "more than promised",
            page.QuerySelector(".what-if-sentence")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Compare_OfIdsWithOtherLetters_HasATagThatAHeaderCarries()
    {
        using var response = await site.Http.GetAsync(
            new Uri("/api/v1/plans/odd-ids/scenarios/compare", UriKind.Relative)
        );

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotNull(response.Headers.ETag);
    }

    [Theory]
    [InlineData("a=planned", "planned", "existing")]
    [InlineData("a=existing", "existing", "planned")]
    [InlineData("b=existing", "without", "existing")]
    [InlineData("", "existing", "planned")]
    public async Task Compare_WithOneScenarioNamed_TakesAnotherBesideIt(string asked, string a, string b)
    {
        using var json = await JsonAsync($"/api/v1/plans/two-sectors/scenarios/compare?{asked}");

        Assert.Equal(
            (a, b),
            (json.RootElement.GetProperty("a").GetString(), json.RootElement.GetProperty("b").GetString())
        );
    }

    private static (string, string)[] Named(string id, string path, Func<string, string> change) =>
        [
            .. TwoSectors
                .With(path, change)
                .Select(f =>
                    f.Path == "plan.yaml"
                        ? (f.Path, f.Text.Replace("id: two-sectors", $"id: {id}", StringComparison.Ordinal))
                        : f
                ),
        ];

    private static string InTonnes(string table) =>
        table.Replace("kt CO2,20,20,20", "t CO2,20000,20000,20000", StringComparison.Ordinal);

    /// <summary>Roads have no number in 2030.</summary>
    private static string WithAPole(string model) =>
        model.Replace(
            "value: road.km * road.factor",
            "value: road.km * road.factor / (year - 2030)",
            StringComparison.Ordinal
        );

    private static string WithOddIds(string scenarios) =>
        scenarios
            .Replace("id: existing", "id: été", StringComparison.Ordinal)
            .Replace("{id: planned", "{id: 'a\"b'", StringComparison.Ordinal)
            .Replace("based_on: planned", "based_on: été", StringComparison.Ordinal);

    private static string WithThirds(string scenarios) =>
        scenarios
        + "\n  - {id: third, title: A third, kind: what-if, based_on: planned, strength: {insulation: 33.3333 %}, start: {cars: 2040}}\n";

    private static string? Share(IParentNode page) => page.QuerySelector("a.what-if-share")!.GetAttribute("href");

    private static List<decimal> Wedges(IParentNode page) =>
        [
            .. page.QuerySelectorAll(".what-if-wedges tbody td.n")
                .Select(c =>
                    decimal.Parse(
                        c.TextContent.Replace('−', '-')
                            .Replace("+", "", StringComparison.Ordinal)
                            .Replace(",", "", StringComparison.Ordinal),
                        CultureInfo.InvariantCulture
                    )
                ),
        ];

    private async Task<JsonDocument> JsonAsync(string path) =>
        JsonDocument.Parse(await site.Http.GetStringAsync(new Uri(path, UriKind.Relative)));
}
