// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Lodestar.App.Tests.Web;
using Lodestar.Storage.Revisions;

namespace Lodestar.App.Tests.Measures;

/// <summary>Which plans of the site have taken a measure or a practice over.</summary>
public sealed class AdopterTests
{
    private const string Measure = "/measures/congestion-charge";
    private const string Practice = "/practices/stockholm-congestion-charge";

    /// <summary>Adopt through the site, keep the draft, and find the plan on the pages and in the API.</summary>
    [Fact]
    public async Task Plan_ThatAdoptedThroughTheSite_StandsOnThePagesOnceItIsKept()
    {
        await using var site = await RunningSite.WithAsync(o => o with { SamplesDirectory = RunningSite.PlansFolder });
        var preview = await site.PageAsync(
            "/adopt?measure=congestion-charge&practice=stockholm-congestion-charge&plan=glasgow&from=2029"
        );

        var adopted = await PostAsync(site, preview, "#accept");
        var whileADraft = await site.PageAsync(Measure);
        var draft = await site.PageAsync(adopted.QuerySelector("a[href^='/try/']")!.GetAttribute("href")!);
        var asked = await PostAsync(site, draft, "form[action*='/keep']", HttpStatusCode.Conflict);
        await PostAsync(site, asked, ".banner form");

        Assert.Equal("No plan of this site has adopted it yet.", Said(whileADraft, "#adopters .note"));
        foreach (var path in new[] { Measure, Practice })
        {
            var page = await site.PageAsync(path);
            Assert.Equal("Plans that adopted it", Said(page, "#adopters h2"));
            Assert.Equal("Glasgow from 2029", Said(page, "#adopters li"));
            Assert.Equal("/plans/glasgow", page.QuerySelector("#adopters li a")!.GetAttribute("href"));

            var plan = Assert.Single((await DataAsync(site, path)).EnumerateArray());
            Assert.Equal(
                """{"plan":"glasgow","name":"Glasgow","begins":2029,"href":"/plans/glasgow"}""",
                JsonSerializer.Serialize(plan)
            );
        }

        Assert.Equal("Glasgow à partir de 2029", Said(await FrenchAsync(site, Measure), "#adopters li"));
        Assert.Equal("Plans qui l’ont reprise", Said(await FrenchAsync(site, Practice), "#adopters h2"));
    }

    [Fact]
    public async Task Page_OfWhatNobodyAdopted_SaysSoInOneSentenceAndTheApiHasNone()
    {
        await using var site = await RunningSite.WithAsync(o => o);

        foreach (var path in new[] { Measure, Practice })
        {
            Assert.Equal("No plan of this site has adopted it yet.", Said(await site.PageAsync(path), "#adopters p"));
            Assert.Equal(
                "Aucun plan de ce site ne l’a encore reprise.",
                Said(await FrenchAsync(site, path), "#adopters p")
            );
            Assert.Equal(0, (await DataAsync(site, path)).GetArrayLength());
        }

        // A list would repeat them for every measure: it leaves them to the measure's own address.
        using var list = JsonDocument.Parse(await site.Http.GetStringAsync(Data("/measures?q=congestion")));
        Assert.All(
            list.RootElement.GetProperty("measures").EnumerateArray(),
            m => Assert.Equal(JsonValueKind.Null, m.GetProperty("adoptedBy").ValueKind)
        );
    }

    [Theory]
    [InlineData("/measures/charging-network")]
    [InlineData("/measures/gas-boiler")]
    public async Task Page_OfWhatCannotBeAdopted_DoesNotSayThatNobodyDid(string path)
    {
        await using var site = await RunningSite.WithAsync(o => o);

        Assert.Null((await site.PageAsync(path)).QuerySelector("#adopters"));
    }

    [Fact]
    public async Task Page_OfManyAdopters_ShowsTwentyByNameAndSaysHowManyMoreThereAre()
    {
        await using var site = await RunningSite.WithAsync(o => o);
        for (var i = 1; i <= 23; i++)
        {
            await SaveAsync(site, $"town-{i:00}", $"Town {i:00}");
        }

        var page = await site.PageAsync(Measure);

        Assert.Equal(
            Enumerable.Range(1, 20).Select(i => $"Town {i:00}"),
            page.QuerySelectorAll("#adopters li a").Select(a => a.TextContent)
        );
        Assert.Contains("3 more plans are not shown here.", Said(page, "#adopters > p"), StringComparison.Ordinal);
        Assert.Equal($"/api/v1{Measure}", page.QuerySelector("#adopters > p a")!.GetAttribute("href"));
        Assert.Equal(23, (await DataAsync(site, Measure)).GetArrayLength());
        Assert.Equal(0, (await DataAsync(site, Practice)).GetArrayLength());
    }

    /// <summary>Twice in one plan, from 2030 and from 2026: the plan stands once, with the earlier year.</summary>
    [Fact]
    public async Task Page_OfAPlanThatAdoptedItTwice_NamesItOnce()
    {
        await using var site = await RunningSite.WithAsync(o => o);
        await SaveAsync(
            site,
            "town",
            "Town",
            "  - {id: two, title: Two, start: 2026, adopted_from: {measure: congestion-charge, practice: stockholm-congestion-charge}}\n"
        );
        await SaveAsync(site, "village", "Village", "  - {id: own, title: Own}\n", "");

        var page = await site.PageAsync(Measure);

        Assert.Equal("Town from 2026", Said(page, "#adopters li"));
        Assert.Single(page.QuerySelectorAll("#adopters li"));
        Assert.Equal("Town from 2026", Said(await site.PageAsync(Practice), "#adopters li"));
    }

    private static async Task SaveAsync(
        RunningSite site,
        string id,
        string name,
        string more = "",
        string first = "  - {id: one, title: One, start: 2030, adopted_from: {measure: congestion-charge}}\n"
    ) =>
        Assert.IsType<SaveOutcome.Saved>(
            await site.SaveAsync(
                id,
                null,
                ("plan.yaml", $"format: lodestar-plan@1\nid: {id}\nname: {name}\nkind: city\n"),
                ("measures/all.yaml", $"measures:\n{first}{more}")
            )
        );

    private static Uri Data(string path) => new($"/api/v1{path}", UriKind.Relative);

    private static async Task<JsonElement> DataAsync(RunningSite site, string path)
    {
        using var answer = JsonDocument.Parse(await site.Http.GetStringAsync(Data(path)));
        return answer.RootElement.GetProperty("adoptedBy").Clone();
    }

    private static string Said(IHtmlDocument page, string selector) =>
        string.Join(
            ' ',
            page.QuerySelector(selector)!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );

    private static async Task<IHtmlDocument> FrenchAsync(RunningSite site, string path)
    {
        using var http = new HttpClient { BaseAddress = site.Root };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr");
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        return await RunningSite.ParseAsync(response);
    }

    private static async Task<IHtmlDocument> PostAsync(
        RunningSite site,
        IHtmlDocument page,
        string selector,
        HttpStatusCode status = HttpStatusCode.OK
    )
    {
        var form = page.QuerySelector(selector)!;
        using var content = new FormUrlEncodedContent(PageTests.Fields(form));
        var action = new Uri(form.GetAttribute("action")!, UriKind.Relative);
        using var response = await site.Http.PostAsync(action, content);
        Assert.Equal(status, response.StatusCode);
        return await RunningSite.ParseAsync(response);
    }
}
