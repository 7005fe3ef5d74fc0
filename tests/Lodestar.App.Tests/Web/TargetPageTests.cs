// SPDX-License-Identifier: Apache-2.0
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Lodestar.App.Tests.Api;
using Lodestar.Formats.PlanFolder;

namespace Lodestar.App.Tests.Web;

/// <summary>A plan with a target of every kind, from its folder through a revision to the page and the API.</summary>
public sealed class TargetPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    private const string PlanYaml = """
        format: lodestar-plan@1
        id: manykinds
        name: Manykinds
        kind: country
        base_year: 2010
        population: data/population.csv
        inventories:
          - {id: a, file: inventory/a.csv, boundary: national, source: inv}
        sources:
          - {id: inv, title: National inventory, publisher: Statistics Office}
          - {id: ndc, title: First contribution, publisher: Ministry}
          - {id: other, title: A tracker, publisher: Trackers}
        """;

    private const string Inventory = """
        id,category,unit,2010,2020,2021,2022
        all,I,kt CO2e,1000,900,880,860

        """;

    private const string Targets = """
        targets:
          - id: goal
            title: Climate law
            versions:
              - id: old
                kind: base-year
                stated: 2016-01-01
                milestones: [{id: m2030, year: 2030, cut: 20 %}]
                source: ndc
              - id: new
                kind: base-year
                stated: 2021-01-01
                form: achieved-validated
                net_zero_year: 2050
                residual: 100 kt CO2e
                removals: 80 kt CO2e
                scope: {credits: no}
                milestones:
                  - {id: m2030, year: 2030, cut: 30 %, conditional: 45 %, condition: Finance from abroad}
                source: ndc
          - id: as-tracked
            account_of: goal
            versions: [{id: t, kind: base-year, stated: 2022, net_zero_year: 2060, source: other}]
          - id: per-person
            versions:
              - id: v
                kind: intensity
                stated: 2020
                per: person
                milestones:
                  - {id: m2030, year: 2030, intensity: 4 t CO2e/person}
                  - {id: m2040, year: 2040, cut: 60 %}
          - id: off-baseline
            versions:
              - id: v
                kind: below-baseline
                stated: 2020
                baseline: {unit: kt CO2e, values: {2030: 1200}}
                milestones: [{id: m2030, year: 2030, cut: 25 %}]
          - id: budget
            versions:
              - id: v
                kind: budget
                stated: 2020
                budget: {amount: 4 Mt CO2e, from: 2021, to: 2025, account: gross}

        """;

    private static readonly byte[] Zipped = ApiHost.Zip(
        new PlanFiles(
            new[]
            {
                ("plan.yaml", PlanYaml),
                ("inventory/a.csv", Inventory),
                ("data/population.csv", "id,unit,2010,2030\npeople,person,100000,120000\n"),
                ("targets.yaml", Targets),
            }.Select(f => KeyValuePair.Create<string, ReadOnlyMemory<byte>>(f.Item1, Encoding.UTF8.GetBytes(f.Item2)))
        )
    );

    [Fact]
    public async Task Page_EveryKind_ReadsInPlainWords()
    {
        await StoreAsync();
        var page = await site.PageAsync("/plans/manykinds");

        // 30 % off 1,000 kt is 700; 45 % off is 550.
        var goal = Text(page, "#target-goal");
        Assert.Contains("30 % below 2010 by 2030", goal, StringComparison.Ordinal);
        Assert.Contains("= 700 kt CO₂e", goal, StringComparison.Ordinal);
        Assert.Contains(
            "45 % below 2010, on the condition: Finance from abroad = 550 kt",
            goal,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "By 2030: 20 % below 2010 → 30 % below 2010; 45 % below 2010 on a condition",
            goal,
            StringComparison.Ordinal
        );
        Assert.Contains("Net-zero year: not stated → 2050", goal, StringComparison.Ordinal);
        Assert.Contains(
            "100 kt CO₂e (AR5) emitted, 80 kt CO₂e (AR5) removed, 20 kt CO₂e (AR5) left",
            goal,
            StringComparison.Ordinal
        );
        Assert.Contains("reached and confirmed", goal, StringComparison.Ordinal);
        // 4 t a person, 120,000 people: 480 kt. Nothing is said of the people of 2040.
        var perPerson = Text(page, "#target-per-person");
        Assert.Contains("= 480 kt CO₂e", perPerson, StringComparison.Ordinal);
        Assert.Contains("the projected population of 2030", perPerson, StringComparison.Ordinal);
        Assert.Contains(
            "not in tonnes, because the population of 2040 is not stated",
            perPerson,
            StringComparison.Ordinal
        );
        // 25 % off 1,200 kt
        Assert.Contains("= 900 kt CO₂e", Text(page, "#target-off-baseline"), StringComparison.Ordinal);
        // 4,000 kt less 880 and 860 leaves 2,260 for three years.
        var budget = Text(page, "#target-budget");
        Assert.Contains("1,740 kt CO₂e (AR5) were emitted in 2021 and 2022.", budget, StringComparison.Ordinal);
        Assert.Contains(
            "2,260 kt CO₂e (AR5) are left for 3 years: 753 kt CO₂e (AR5) a year.",
            budget,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Page_TwoAccountsOfOneGoal_StandSideBySide()
    {
        await StoreAsync();
        var page = await site.PageAsync("/plans/manykinds");

        var table = Assert.Single(page.QuerySelectorAll("#targets table.conflict"));
        Assert.Equal(
            ["What", "Ministry", "Trackers"],
            table.QuerySelectorAll("thead th").Select(h => h.TextContent.Trim())
        );
        var row = table
            .QuerySelectorAll("tbody tr")
            .Single(r => r.QuerySelector("th")!.TextContent.Contains("Net-zero year"));
        Assert.Contains("differs", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(["2050", "2060"], row.QuerySelectorAll("td").Select(d => d.TextContent.Trim()));
    }

    [Fact]
    public async Task Page_Quality_IsAnsweredOnceForTheLeadingTarget_WithoutAScore()
    {
        await StoreAsync();
        var page = await site.PageAsync("/plans/manykinds");

        var sets = page.QuerySelectorAll("#targets details.quality").ToArray();
        Assert.Equal(3, sets.Length);
        Assert.Equal([25, 10, 10], sets.Select(s => s.QuerySelectorAll("tbody tr").Length));
        Assert.Equal([0, 10, 10], sets.Select(s => s.QuerySelectorAll("small.note").Length));
        Assert.DoesNotContain(
            "unmet",
            sets[2].QuerySelector("summary")!.TextContent,
            StringComparison.OrdinalIgnoreCase
        );
        using var raw = await site.Http.GetAsync(new Uri("/plans/manykinds", UriKind.Relative));
        Assert.InRange((await raw.Content.ReadAsByteArrayAsync()).Length, 10_000, 150_000);
    }

    [Fact]
    public async Task Api_EveryKind_GivesTonnesReasonsConflictsAndAnswers()
    {
        await StoreAsync();
        using var response = await site.Http.GetAsync(new Uri("/api/v1/plans/manykinds/targets", UriKind.Relative));
        var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        var targets = body.GetProperty("targets").EnumerateArray().ToDictionary(t => t.GetProperty("id").GetString()!);
        var goal = targets["goal"].GetProperty("versions")[1];
        Assert.Equal(0.45, goal.GetProperty("milestones")[0].GetProperty("conditional").GetProperty("cut").GetDouble());
        var tonnes = goal.GetProperty("inTonnes");
        Assert.Equal(700, tonnes.GetProperty("milestones")[0].GetProperty("value").GetDouble(), 9);
        Assert.Equal(550, tonnes.GetProperty("conditional")[0].GetProperty("value").GetDouble(), 9);
        Assert.Equal("LS3120", tonnes.GetProperty("doubts")[0].GetProperty("id").GetString());
        var open = targets["per-person"].GetProperty("versions")[0].GetProperty("inTonnes").GetProperty("open")[0];
        Assert.Equal(
            (2040, "the population of 2040 is not stated"),
            (open.GetProperty("year").GetInt32(), open.GetProperty("because").GetProperty("text").GetString())
        );
        var budget = targets["budget"].GetProperty("versions")[0].GetProperty("inTonnes").GetProperty("budget");
        Assert.Equal(2260, budget.GetProperty("left").GetDouble(), 9);
        Assert.Equal("goal", targets["as-tracked"].GetProperty("accountOf").GetString());
        Assert.Equal("goal", body.GetProperty("conflicts")[0].GetProperty("goal").GetString());
        var quality = goal.GetProperty("quality");
        Assert.Equal(
            ["nzt-fields@2022", "cat-ten@1", "hleg@1"],
            quality.EnumerateArray().Select(q => q.GetProperty("ruleSet").GetString())
        );
        Assert.False(quality[1].GetProperty("rules")[0].GetProperty("wordingVerified").GetBoolean());
    }

    private async Task StoreAsync()
    {
        using var content = new ByteArrayContent(Zipped);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var response = await site.Http.PostAsync(
            new Uri("/api/v1/plans?fileName=manykinds.zip", UriKind.Relative),
            content
        );
        // A second test finds it stored.
        Assert.True(
            response.IsSuccessStatusCode || (int)response.StatusCode == 409,
            await response.Content.ReadAsStringAsync()
        );
    }

    /// <summary>The text of an element with one plain space between words.</summary>
    private static string Text(IHtmlDocument page, string selector) =>
        string.Join(
            ' ',
            page.QuerySelector(selector)!
                .TextContent.Split([' ', '\n', '\r', '\t', '\u00a0', '\u202f'], StringSplitOptions.RemoveEmptyEntries)
        );
}
