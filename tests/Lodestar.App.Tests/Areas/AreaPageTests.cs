// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using AngleSharp.Dom;
using Lodestar.App.Tests.Web;
using Lodestar.Formats.PlanFolder;
using Lodestar.Testing;

namespace Lodestar.App.Tests.Areas;

/// <summary>The areas of a place, of all places, and each area, over HTTP.</summary>
public sealed class AreaPageTests(AreasSite areas) : IClassFixture<AreasSite>
{
    private static readonly string[] Statuses = ["none", "planned", "adopted", "implemented", "reviewed", "not-stated"];

    private RunningSite Site => areas.Site;

    /// <summary>Ten years pass without a milestone, so what it claims to have tied to policy is contradicted.</summary>
    [Fact]
    public async Task PlanAreas_WithClaims_SaysHowMuchIsStatedAndContradicted()
    {
        var page = await Site.PageAsync("/plans/chile/areas");

        Assert.Equal(
            "Chile has something on record on 3 of 5 actions; the lodestar test contradicts 1.",
            Text(page.QuerySelector("h1")!)
        );
        Assert.Equal(
            ["status-none", "status-adopted", "status-implemented", "status-not-stated", "status-not-stated"],
            page.QuerySelectorAll(".area-rows use").Select(u => u.GetAttribute("href")![1..])
        );
        Assert.Equal("1 with nothing done, 1 adopted, 1 implemented", Text(page.QuerySelector(".area-rows .counts")!));
        var law = page.QuerySelector("#action-formalize-target")!;
        Assert.Null(law.QuerySelector(".contradiction"));
        Assert.Equal("https://www.bcn.cl/leychile", law.QuerySelector(".evidence a")!.GetAttribute("href"));
        Assert.Contains("since 13\u00a0June\u00a02022", Text(law), StringComparison.Ordinal);
        Assert.Contains("Explanatory report (2021)", Text(law), StringComparison.Ordinal);
        var tied = page.QuerySelector("#action-tie-to-policymaking")!;
        Assert.Equal("Contradicted by the test", Text(tied.QuerySelector(".contradiction")!));
        Assert.Contains("from a day after 22\u00a0November\u00a02026", Text(tied), StringComparison.Ordinal);
        var stops = Assert.Single(tied.QuerySelectorAll(".beside .contradicts"));
        Assert.Equal("/plans/chile#finding-milestones", stops.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("the place says “Implemented”", Text(stops), StringComparison.Ordinal);
        Assert.Equal("/practices/chile-law", page.QuerySelector(".practice-links a")!.GetAttribute("href"));
        Assert.Contains(
            "Chile · Glasgow · 2022 · in force",
            Text(page.QuerySelector(".practice-links")!),
            StringComparison.Ordinal
        );
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Empty(page.QuerySelectorAll("[style]"));
    }

    [Fact]
    public async Task PlanAreas_InFrench_SaysTheSame()
    {
        var page = await Site.PageAsync("/plans/chile/areas?lang=fr");

        Assert.Equal(
            "Chili a quelque chose à son actif sur 3 actions sur 5\u202f; le test lodestar en contredit 1.",
            Text(page.QuerySelector("h1")!)
        );
        Assert.Equal("Premières décisions", Text(page.QuerySelector("section.area h2")!));
        Assert.Contains(
            "Formaliser l’objectif",
            Text(page.QuerySelector("#action-formalize-target h3")!),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task PlanAreas_WithoutAFile_OffersOneToFillInAndShowsTheFindings()
    {
        var page = await Site.PageAsync("/plans/glasgow/areas");

        Assert.Equal(
            "Glasgow has nothing on record yet on the 5 actions of the framework.",
            Text(page.QuerySelector("h1")!)
        );
        Assert.NotNull(
            page.QuerySelector("#area-foundational-decisions .beside a[href='/plans/glasgow#finding-form']")
        );
        Assert.Empty(page.QuerySelectorAll(".contradiction"));
        var link = page.QuerySelector("#begin a.button")!.GetAttribute("href")!;
        using var response = await Site.Http.GetAsync(new Uri(link, UriKind.Relative));
        Assert.Equal("application/yaml", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("framework.yaml", response.Content.Headers.ContentDisposition!.FileName);
        var template = await response.Content.ReadAsStringAsync();
        Assert.All(
            new[] { "clarify-scope", "formalize-target", "tie-to-policymaking", "mandates", "advice" },
            id => Assert.Contains($"#      - id: {id}\n", template, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task PlanAreas_WithAnotherFramework_ShowsThatOne()
    {
        var page = await Site.PageAsync("/plans/chile/areas?framework=other");

        Assert.Equal(
            "Chile has nothing on record yet on the 5 actions of the framework.",
            Text(page.QuerySelector("h1")!)
        );
        Assert.Contains(
            "framework=other",
            page.QuerySelector(".switch a[aria-current]")!.GetAttribute("href")!,
            StringComparison.Ordinal
        );
        Assert.NotNull((await Site.PageAsync("/plans/chile/areas?framework=nowhere")).QuerySelector(".banner"));
    }

    [Fact]
    public async Task PlanPage_HasTheAreasInShort()
    {
        var page = await Site.PageAsync("/plans/chile");

        Assert.Contains("3 of 5 actions", Text(page.QuerySelector("#areas")!), StringComparison.Ordinal);
        Assert.Equal("/plans/chile/areas", page.QuerySelector("#areas > p > a")!.GetAttribute("href"));
        Assert.Equal(
            "/plans/chile/areas#area-governance",
            page.QuerySelectorAll("#areas dt a").Last().GetAttribute("href")
        );
    }

    [Fact]
    public async Task Areas_OfAllPlaces_ListsThoseThatStateSomething()
    {
        var page = await Site.PageAsync("/areas");

        Assert.Equal("Small framework: 2 areas, 5 actions", Text(page.QuerySelector("h1")!));
        Assert.Equal(
            ["/areas/foundational-decisions", "/areas/governance"],
            page.QuerySelectorAll(".area-cards h3 a").Select(a => a.GetAttribute("href"))
        );
        Assert.Equal("1 of 4 places state something", Text(page.QuerySelector("#places-title")!));
        var row = Assert.Single(page.QuerySelectorAll(".areas-table tbody tr"));
        Assert.Equal("/plans/chile/areas", row.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(5, row.QuerySelectorAll("use").Length);
        Assert.Equal("seed", page.QuerySelector(".citation")!.GetAttribute("data-mark"));
    }

    /// <summary>Of each finding the four groups hold every plan once; the names are those of the plans.</summary>
    [Fact]
    public async Task Area_AcrossPlaces_NamesWhoClaimsAndWhatTheTestSays()
    {
        var page = await Site.PageAsync("/areas/foundational-decisions");

        Assert.Equal("First decisions", Text(page.QuerySelector("h1")!));
        var law = page.QuerySelector("#action-formalize-target .who")!;
        Assert.Equal("Adopted 1 place", Text(law.QuerySelector("summary")!));
        Assert.Equal("/plans/chile/areas", law.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(
            ["seed", "seed", "reconstructed"],
            page.QuerySelectorAll("#actions .citation").Select(c => c.GetAttribute("data-mark"))
        );
        Assert.Equal("/practices/chile-law", page.QuerySelector("#practices a")!.GetAttribute("href"));
        var findings = page.QuerySelector("#findings")!;
        Assert.Equal(["Scope", "Form", "Milestones", "Odds"], findings.QuerySelectorAll("h3").Select(Text));
        Assert.Equal(4 * 4, findings.QuerySelectorAll(".who").Length);
        Assert.Equal(4 * 4, findings.QuerySelectorAll(".names a").Length);
        Assert.Equal(
            ["/plans/chile/areas", "/plans/glasgow/areas", "/plans/manchester/areas", "/plans/nottingham/areas"],
            findings.QuerySelectorAll(".names a").Select(a => a.GetAttribute("href")!).Distinct().Order()
        );
    }

    [Theory]
    [InlineData("/areas/nowhere")]
    [InlineData("/areas/foundational-decisions?framework=nowhere")]
    [InlineData("/plans/nowhere/areas")]
    [InlineData("/areas/framework.yaml?framework=nowhere")]
    public async Task Page_OfNothing_IsNotFound(string path) => await Site.PageAsync(path, 404);

    [Fact]
    public async Task Table_OfAPlan_IsTheGoldenOne()
    {
        Golden.Match(await TextAsync("/api/v1/plans/chile/areas.csv"), "chile-areas.golden.csv");
        Assert.Equal(
            "plan,name,framework,area,action,status\n"
                + "chile,Chile,net-zero-climate-action@1,foundational-decisions,formalize-target,adopted\n"
                + "chile,Chile,net-zero-climate-action@1,foundational-decisions,tie-to-policymaking,implemented\n"
                + "chile,Chile,net-zero-climate-action@1,foundational-decisions,clarify-scope,none\n",
            await TextAsync("/api/v1/areas.csv")
        );
    }

    [Fact]
    public async Task Api_OfAPlan_CountsEveryActionAndSaysWhatIsContradicted()
    {
        var answer = await JsonAsync("/api/v1/plans/chile/areas");

        Assert.Equal(
            (5, 3, 1, true),
            (
                answer.GetProperty("actions").GetInt32(),
                answer.GetProperty("stated").GetInt32(),
                answer.GetProperty("contradicted").GetInt32(),
                answer.GetProperty("states").GetBoolean()
            )
        );
        foreach (var area in answer.GetProperty("areas").EnumerateArray())
        {
            var counts = area.GetProperty("counts")
                .EnumerateObject()
                .ToDictionary(c => c.Name, c => c.Value.GetInt32());
            Assert.Equal(Statuses.Order(), counts.Keys.Order());
            Assert.Equal(area.GetProperty("actions").GetArrayLength(), counts.Values.Sum());
        }

        var tied = answer.GetProperty("areas")[0].GetProperty("actions")[2];
        Assert.Equal(("2030", true), (tied.GetProperty("since").GetString(), tied.GetProperty("ahead").GetBoolean()));
        Assert.Equal(
            ["contradicts", "cannot-see"],
            tied.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("bearing").GetString())
        );
        Assert.False((await JsonAsync("/api/v1/plans/glasgow/areas")).GetProperty("states").GetBoolean());
    }

    [Fact]
    public async Task Api_OfFrameworks_ListsThemWithWhereTheyComeFrom()
    {
        var all = await JsonAsync("/api/v1/frameworks");
        Assert.Contains(all.EnumerateArray(), f => f.GetProperty("key").GetString() == "net-zero-climate-action@1");

        var one = await JsonAsync("/api/v1/frameworks/net-zero-climate-action?lang=fr");
        Assert.Equal("Petit cadre", one.GetProperty("name").GetString());
        Assert.Equal(
            ["seed", "seed", "reconstructed"],
            one.GetProperty("areas")[0]
                .GetProperty("actions")
                .EnumerateArray()
                .Select(a => a.GetProperty("citation").GetProperty("mark").GetString())
        );
        using var missing = await Site.Http.GetAsync(new Uri("/api/v1/frameworks/nowhere", UriKind.Relative));
        Assert.Equal(404, (int)missing.StatusCode);
    }

    /// <summary>The claims are kept for what a revision holds: the file is part of the folder like any other.</summary>
    [Fact]
    public async Task Folder_OfAPlan_CarriesTheFile()
    {
        using var zip = new MemoryStream(
            await Site.Http.GetByteArrayAsync(new Uri("/api/v1/plans/chile/folder.zip", UriKind.Relative))
        );

        Assert.True(PlanZip.Read(zip).Files.TryGet("framework.yaml", out var bytes));
        Assert.Equal(AreasSite.Claims, System.Text.Encoding.UTF8.GetString(bytes.Span));
    }

    private async Task<string> TextAsync(string path) =>
        await Site.Http.GetStringAsync(new Uri(path, UriKind.Relative));

    private async Task<JsonElement> JsonAsync(string path) => JsonDocument.Parse(await TextAsync(path)).RootElement;

    private static string Text(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
