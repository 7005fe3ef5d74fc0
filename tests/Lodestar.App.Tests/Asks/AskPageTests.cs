// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Lodestar.App.Tests.Asks;

public sealed class AskPageTests(AskingSite asking) : IClassFixture<AskingSite>
{
    private const string Alliance = "/alliances/carbon-neutral-cities-alliance/asks";

    /// <summary>40 of 200 kt are decided in the city, 60 by others, 100 shared: 160 ÷ 200 = 80 %, one of two asked for.</summary>
    [Fact]
    public async Task PlaceAsks_SayWhoDecidesAndWhatIsAsked()
    {
        var page = await PageAsync("/plans/copenhagen/asks");

        Assert.Equal(
            "Copenhagen has 2 standing asks of others; 1 measure that others decide waits without one.",
            page.QuerySelector("h1")!.TextContent
        );
        var answer = Text(page.QuerySelector(".control-answer"));
        Assert.Contains("80 % of the cuts reported for 2030", answer, StringComparison.Ordinal);
        Assert.Contains("1 of 2 such measures", answer, StringComparison.Ordinal);
        Assert.Equal(
            "Heat pumps in every home decided by others 60 kt CO₂e (AR5) Building standards decided by othersParking decided here, optional Danish Parliament (nation) sets a price",
            Text(page.QuerySelector("#measure-heat-pumps"))
        );
        Assert.Contains("shared with others", Text(page.QuerySelector("#measure-cable")), StringComparison.Ordinal);
        Assert.Contains("decided here", Text(page.QuerySelector("#measure-fees")), StringComparison.Ordinal);
        Assert.Contains(
            "names no level: the usual people",
            Text(page.QuerySelector("#measure-talks")),
            StringComparison.Ordinal
        );
        Assert.Equal(["A second sea cable"], page.QuerySelectorAll("#unasked li a").Select(a => a.TextContent));
    }

    [Fact]
    public async Task PlaceAsks_ShowEachAskWithItsKindAlliesAndSource()
    {
        var page = await PageAsync("/plans/copenhagen/asks");

        var ask = page.QuerySelector("#ask-codes")!;
        var text = Text(ask);
        Assert.Contains("made since 2022", text, StringComparison.Ordinal);
        Assert.Contains(
            "60 kt CO₂e (AR5) in 2030 and 70 kt CO₂e (AR5) in 2035 (estimated)",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("Heat pumps in every home", text, StringComparison.Ordinal);
        var links = ask.QuerySelectorAll("a").Select(a => (a.TextContent, a.GetAttribute("href"))).ToList();
        Assert.Contains(("Oslo", "/plans/oslo"), links);
        Assert.Contains(("Carbon Neutral Cities Alliance", "/alliances/carbon-neutral-cities-alliance"), links);
        Assert.Contains(("Minutes of the council", "/plans/copenhagen#source-minutes"), links);
        Assert.Contains("nobody-known", text, StringComparison.Ordinal);
        Assert.Equal(3, page.QuerySelectorAll(".ask svg").Select(s => s.InnerHtml).Distinct().Count());
    }

    [Fact]
    public async Task PlaceAsks_OfAPlanWithoutAny_SayWhatWouldFillThePage()
    {
        var page = await PageAsync("/plans/stockholm/asks");

        Assert.Equal("Stockholm states nothing that it asks of others", page.QuerySelector("h1")!.TextContent);
        var example = page.QuerySelector(".empty a[download]")!.GetAttribute("href")!;
        var yaml = await asking.Site.Http.GetStringAsync(new Uri(example, UriKind.Relative));
        await using var other = await Web.RunningSite.WithAsync(o => o);
        await other.SaveAsync(
            "try",
            null,
            (
                "plan.yaml",
                "format: lodestar-plan@1\nid: try\nname: Try\ninventories:\n  - {id: a, file: inventory/a.csv}\n"
            ),
            ("inventory/a.csv", "id,category,unit,2020\nall,I,kt CO2e,900\n"),
            ("asks.yaml", yaml)
        );
        var filled = await other.PageAsync("/plans/try");
        Assert.Contains("1 standing ask of others", Text(filled.QuerySelector("#asks")), StringComparison.Ordinal);
        Assert.DoesNotContain("asks.yaml", Text(filled.QuerySelector("#doubts")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlanPage_LinksToItsAsks()
    {
        var page = await PageAsync("/plans/copenhagen");

        var section = page.QuerySelector("#asks")!;
        Assert.Contains(
            "2 standing asks of others. 1 was refused or withdrawn.",
            Text(section),
            StringComparison.Ordinal
        );
        Assert.Equal("/plans/copenhagen/asks", section.QuerySelector("a")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("nav.contents a[href='#asks']"));
    }

    /// <summary>
    /// Law 60 + 5 (with an ally), price 50, funding 20: rows of 135 kt. The funding waits on the same measure as the law, so
    /// the whole is 115. Not in it: what Aarhus asks alone, and what was refused.
    /// </summary>
    [Fact]
    public async Task AllianceAsks_SumWhatMembersAsk_WithOverlapShown()
    {
        var page = await PageAsync(Alliance);

        Assert.Equal(
            "Carbon Neutral Cities Alliance: 5 standing asks to 3 addressees; 4 of them state tonnes, 115 kt CO₂e in 2030",
            Text(page.QuerySelector("h1"))
        );
        Assert.Contains(
            "3 have a plan here and 2 of those state",
            Text(page.QuerySelector(".lede")),
            StringComparison.Ordinal
        );
        Assert.Equal(
            [
                "Danish Parliament nation law 65 kt CO₂e 5 kt CO₂e (kind of figure not stated); 60 kt CO₂e (estimated) 2 2",
                "Norwegian Government nation price 50 kt CO₂e 50 kt CO₂e (reported) 1 1",
                "Danish parliament nation funding 20 kt CO₂e 20 kt CO₂e (modelled) 1 1",
                "Grid operator utility data opened no figure stated 1 ask without a figure 1 1",
            ],
            page.QuerySelectorAll("table.sums tbody tr").Select(Text)
        );
        var foot = page.QuerySelectorAll("table.sums tfoot tr").Select(Text).ToList();
        Assert.Contains("−20 kt CO₂e", foot[0], StringComparison.Ordinal);
        Assert.StartsWith("All together 115 kt CO₂e", foot[1], StringComparison.Ordinal);
        // The tax of 50 kt is granted; law 65, and funding that counts in it, are not.
        Assert.StartsWith("Of it granted 50 kt CO₂e", foot[2], StringComparison.Ordinal);
        Assert.StartsWith("Still open 65 kt CO₂e", foot[3], StringComparison.Ordinal);
        var rows = page.QuerySelectorAll("section.ask-row").Select(Text).ToList();
        Assert.DoesNotContain("Granted:", rows[0], StringComparison.Ordinal);
        Assert.Contains("Granted: 50 kt CO₂e. Still open: 0", rows[1], StringComparison.Ordinal);
        Assert.Equal("Tolls", page.QuerySelector("#fallen h3")!.TextContent);
        Assert.DoesNotContain("Asked alone", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllianceAsks_Filtered_KeepTheChoiceInTheAddress()
    {
        var page = await PageAsync(Alliance + "?status=made&instrument=law&level=nation&year=2035");

        Assert.Contains("70 kt CO₂e in 2035", Text(page.QuerySelector("h1")), StringComparison.Ordinal);
        Assert.Equal(
            ["made", "law", "nation", "2035"],
            page.QuerySelectorAll("details.filters[open] option[selected]").Select(o => o.GetAttribute("value"))
        );
        Assert.EndsWith(
            "?status=made&instrument=law&level=nation&year=2035",
            page.QuerySelector("main a[download]")!.GetAttribute("href"),
            StringComparison.Ordinal
        );
        var none = await PageAsync(Alliance + "?status=accepted");
        Assert.Contains("No ask matches", Text(none.QuerySelector(".empty")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("asks?status=done", "status")]
    [InlineData("asks?instrument=Law", "instrument")]
    [InlineData("asks?level=everyone", "level")]
    [InlineData("asks?year=203O", "year")]
    [InlineData("asks.csv?year=12030", "year")]
    [InlineData("asks.csv?status=made&status=granted", "status")]
    public async Task AllianceAsksApi_WithAWordItDoesNotKnow_SaysWhichWordsItTakes(string query, string name)
    {
        using var response = await asking.Site.Http.GetAsync(
            new Uri($"/api/v1/alliances/carbon-neutral-cities-alliance/{query}", UriKind.Relative)
        );

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(
            name,
            problem.RootElement.GetProperty("reason").GetProperty("values").GetProperty("name").GetString()
        );
        // The form of the page sends every field, empty where nothing is chosen.
        using var fine = await asking.Site.Http.GetAsync(
            new Uri(
                "/api/v1/alliances/carbon-neutral-cities-alliance/asks?status=&level=not-stated&year=2030",
                UriKind.Relative
            )
        );
        Assert.Equal(System.Net.HttpStatusCode.OK, fine.StatusCode);
    }

    [Fact]
    public async Task AllianceAsks_OfAnAllianceWithoutAny_SayWhatWouldFillThePage()
    {
        var page = await PageAsync("/alliances/carbon-neutrality-coalition/asks");

        Assert.Contains("asks.yaml would fill this page", Text(page.QuerySelector(".empty")), StringComparison.Ordinal);
        await asking.Site.PageAsync("/alliances/nowhere/asks", 404);
        await asking.Site.PageAsync("/plans/nowhere/asks", 404);
    }

    [Fact]
    public async Task Pages_InFrench_AreFrench()
    {
        var place = await PageAsync("/plans/copenhagen/asks?lang=fr");
        Assert.StartsWith(
            "Copenhague adresse à d’autres 2 demandes en cours",
            place.QuerySelector("h1")!.TextContent,
            StringComparison.Ordinal
        );
        var alliance = await PageAsync(Alliance + "?lang=fr");
        Assert.Contains("5 demandes en cours", alliance.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_OfAPlan_GivesAsksAndControl()
    {
        var asks = await JsonAsync("/api/v1/plans/copenhagen/asks");
        var first = asks.GetProperty("asks")[0];
        Assert.Equal("made", first.GetProperty("status").GetString());
        Assert.Equal("2022", first.GetProperty("since").GetString());
        Assert.Equal(60, first.GetProperty("unlocks").GetProperty("2030").GetDouble());
        Assert.False(asks.GetProperty("asks")[2].GetProperty("stands").GetBoolean());

        var control = await JsonAsync("/api/v1/plans/copenhagen/control?lang=en");
        Assert.Equal("partly", control.GetProperty("verdict").GetString());
        Assert.Equal(2030, control.GetProperty("year").GetInt32());
        var verdicts = control
            .GetProperty("measures")
            .EnumerateArray()
            .ToDictionary(m => m.GetProperty("measure").GetString()!, m => m.GetProperty("control").GetString());
        Assert.Equal("others", verdicts["heat-pumps"]);
        Assert.Equal("shared", verdicts["cable"]);
        Assert.Equal("own", verdicts["fees"]);
        Assert.Equal("not-stated", verdicts["talks"]);
    }

    [Fact]
    public async Task Api_OfAnAlliance_GivesTheSums()
    {
        var asks = await JsonAsync("/api/v1" + Alliance);

        Assert.Equal(115_000, asks.GetProperty("tonnes").GetDouble());
        Assert.Equal(20_000, asks.GetProperty("overlap").GetDouble());
        Assert.Equal(50_000, asks.GetProperty("granted").GetDouble());
        Assert.Equal(65_000, asks.GetProperty("open").GetDouble());
        Assert.Equal(
            [0, 50_000, 0, null],
            asks.GetProperty("rows")
                .EnumerateArray()
                .Select(r => r.GetProperty("granted"))
                .Select(t => t.ValueKind == JsonValueKind.Null ? (double?)null : t.GetDouble())
        );
        Assert.Equal(
            [65_000, 50_000, 20_000, null],
            asks.GetProperty("rows")
                .EnumerateArray()
                .Select(r => r.GetProperty("tonnes"))
                .Select(t => t.ValueKind == JsonValueKind.Null ? (double?)null : t.GetDouble())
        );
        Assert.Equal("fallen", asks.GetProperty("fallen")[0].GetProperty("entry").GetString());
        using var missing = await asking.Site.Http.GetAsync(
            new Uri("/api/v1/alliances/nowhere/asks", UriKind.Relative)
        );
        Assert.Equal(404, (int)missing.StatusCode);
    }

    [Fact]
    public async Task Tables_HoldARowAnAsk()
    {
        var plan = await asking.Site.Http.GetStringAsync(
            new Uri("/api/v1/plans/copenhagen/asks.csv", UriKind.Relative)
        );
        // Two years of the first ask, one of each other.
        Assert.Equal(5, plan.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains(
            "codes,Building codes that require heat pumps,Danish Parliament,nation,DK,law,made,2022,heat-pumps,I,2030,60,",
            plan,
            StringComparison.Ordinal
        );

        var alliance = await asking.Site.Http.GetStringAsync(
            new Uri($"/api/v1{Alliance}.csv?level=nation", UriKind.Relative)
        );
        var lines = alliance.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(6, lines.Length);
        Assert.Contains(
            "Danish parliament,nation,DK,funding,copenhagen,money,Grants for heat pumps,heard,2030,20000,modelled,20000,counted",
            lines
        );
        Assert.EndsWith(",fallen", lines[^1], StringComparison.Ordinal);
    }

    private async Task<JsonElement> JsonAsync(string path)
    {
        using var json = JsonDocument.Parse(await asking.Site.Http.GetStringAsync(new Uri(path, UriKind.Relative)));
        return json.RootElement.Clone();
    }

    private Task<IHtmlDocument> PageAsync(string path) => asking.Site.PageAsync(path);

    private static string Text(IElement? element)
    {
        Assert.NotNull(element);
        var text = element.TextContent.Replace('\u00a0', ' ').Replace('\u202f', ' ');
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
