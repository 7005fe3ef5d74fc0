// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Lodestar.App.Tests.Browser;
using Lodestar.App.Tests.Web;

namespace Lodestar.App.Tests.Measures;

/// <summary>Taking a measure over into a draft and back, by plain forms.</summary>
public sealed class AdoptionPageTests(RunningSite site, Chrome chrome)
    : IClassFixture<RunningSite>,
        IClassFixture<Chrome>
{
    private const string Preview = "/adopt?measure=congestion-charge&practice=stockholm-congestion-charge&plan=glasgow";

    [Fact]
    public async Task Preview_SaysTheEffectTheGapAndEverythingItRestsOn()
    {
        var page = await site.PageAsync(Preview);

        Assert.Matches("In 20[0-9]{2}.* change by −", page.QuerySelector("#announced")!.TextContent);
        Assert.Equal(3, page.QuerySelectorAll("#assumptions > ul > li").Length);
        Assert.Contains("20", page.QuerySelector("#assumptions li")!.TextContent, StringComparison.Ordinal);
        Assert.True(Changes(page).Values.Min() < 0);
        Assert.DoesNotContain("adoption.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepting_ChangesTheDraftByWhatWasAnnouncedAndUndoGivesTheSameBytes()
    {
        var page = await site.PageAsync(Preview);
        var announced = Changes(page);

        var done = await PostAsync(page, "#accept");
        var realised = Changes(done);
        var draft = done.QuerySelector("a[href^='/try/']")!.GetAttribute("href")!;
        var folder = draft.Replace("?", "/folder.zip?", StringComparison.Ordinal);
        var with = await site.Http.GetByteArrayAsync(new Uri(folder, UriKind.Relative));
        var undone = await PostAsync(done, "#undo");
        var without = await site.Http.GetByteArrayAsync(new Uri(folder, UriKind.Relative));
        var stored = await site.Http.GetByteArrayAsync(new Uri("/api/v1/plans/glasgow/folder.zip", UriKind.Relative));

        Assert.NotEmpty(realised);
        var row = Assert.Single(done.QuerySelectorAll("#observed tbody tr"));
        Assert.Contains("Congestion charge", row.TextContent, StringComparison.Ordinal);
        Assert.All(realised, r => Assert.Equal(announced[r.Key], r.Value));
        Assert.NotEqual(with, without);
        Assert.Equal(stored, without);
        Assert.Null(undone.QuerySelector("#undo"));
    }

    /// <summary>The form names the revision that was looked at: a plan saved meanwhile is not taken in its place.</summary>
    [Fact]
    public async Task Accepting_TakesTheRevisionThatWasAnnounced()
    {
        var page = await site.PageAsync(Preview);

        var revision = page.QuerySelector("#accept input[name=revision]")!.GetAttribute("value");
        Assert.Matches("^[0-9a-f]{12,}$", revision);
        Assert.Null(page.QuerySelector("form.fields input[name=revision]"));
    }

    /// <summary>Another tab took a measure over into the same draft after this one was looked at: 409, and the draft is as the other left it.</summary>
    [Theory]
    [InlineData("en", "The draft was changed after you looked at it")]
    [InlineData("fr", "Le brouillon a été changé après que vous l’avez regardé")]
    public async Task Accepting_IntoADraftThatChangedMeanwhile_SaysSoAndLosesNothing(string language, string sentence)
    {
        var first = await PostAsync(await site.PageAsync(Preview), "#accept");
        var draft = first.QuerySelector("a[href^='/try/']")!.GetAttribute("href")!;
        var token = draft["/try/".Length..].Split('?')[0];
        var looked = await site.PageAsync($"/adopt?measure=heat-pump-air&plan=glasgow&draft={token}");
        var other = await site.PageAsync($"/adopt?measure=cycle-network&plan=glasgow&draft={token}");
        await PostAsync(other, "#accept");
        var folder = new Uri(draft.Replace("?", "/folder.zip?", StringComparison.Ordinal), UriKind.Relative);
        var before = await site.Http.GetByteArrayAsync(folder);

        var again = await PostAsync(looked, "#accept", HttpStatusCode.Conflict, language);
        var after = await site.Http.GetByteArrayAsync(folder);
        var taken = await PostAsync(again, "#accept");

        Assert.StartsWith(sentence, again.QuerySelector("#changed")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, after);
        Assert.NotEqual(
            looked.QuerySelector("#accept input[name=revision]")!.GetAttribute("value"),
            again.QuerySelector("#accept input[name=revision]")!.GetAttribute("value")
        );
        Assert.Null(looked.QuerySelector("#changed"));
        var announced = Changes(again);
        Assert.All(Changes(taken), c => Assert.Equal(announced[c.Key], c.Value));
        Assert.Equal(3, taken.QuerySelectorAll("#observed tbody tr").Length);
    }

    [Fact]
    public async Task Table_AddsUpToTheLastDigitThatIsShown()
    {
        var page = await site.PageAsync(Preview);

        foreach (var row in page.QuerySelectorAll("table.adoption tbody tr"))
        {
            var cells = row.QuerySelectorAll("td.n").Select(c => Shown(c.TextContent)).ToList();
            Assert.Equal(cells[2], cells[1] - cells[0]);
            if (cells[3] is { } limit)
            {
                Assert.Equal((cells[0] - limit, cells[1] - limit), (cells[4], cells[5]));
            }
        }
    }

    private static decimal? Shown(string text) =>
        decimal.TryParse(
            text.Trim().Replace('−', '-').Replace(",", "", StringComparison.Ordinal),
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    [Fact]
    public async Task Preview_WithAReachOfOnesOwn_ScalesTheEffect()
    {
        var ten = Changes(await site.PageAsync($"{Preview}&reach=10&effect=20"));
        var twenty = Changes(await site.PageAsync($"{Preview}&reach=20&effect=20"));

        Assert.All(ten.Where(y => y.Value != 0), y => Assert.Equal(2 * y.Value, twenty[y.Key], 9));
    }

    [Theory]
    [InlineData("/adopt?measure=congestion-charge&plan=manchester", 200, "has no model")]
    [InlineData("/adopt?measure=wastewater-gases&plan=glasgow", 200, "wastewater.left")]
    [InlineData("/adopt?measure=none&plan=glasgow", 404, "no measure")]
    [InlineData("/adopt?measure=congestion-charge&plan=nowhere", 404, "nothing at this address")]
    [InlineData("/adopt?measure=congestion-charge&draft=gone", 404, "LS5502")]
    [InlineData("/adopt/gone", 404, "LS5502")]
    public async Task Preview_OfWhatCannotBe_SaysWhy(string path, int status, string said)
    {
        var page = await site.PageAsync(path, status);

        Assert.Contains(said, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#accept"));
    }

    [Fact]
    public async Task Preview_InFrench_HoldsNoId()
    {
        using var http = new HttpClient { BaseAddress = site.Root };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr");
        using var response = await http.GetAsync(new Uri(Preview, UriKind.Relative));
        var page = await RunningSite.ParseAsync(response);

        Assert.Contains(
            "tient pour acquis",
            page.QuerySelector("#assumptions h2")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("web.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>The journey of issue 7: adopting a practice changes the draft by the announced amount and is undone in one step.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reader_FromAPractice_AdoptsItsMeasureAndUndoesItInOneStep(bool script)
    {
        var page = await chrome.OpenAsync(new() { JavaScriptEnabled = script });
        await page.GotoAsync(new Uri(site.Root, "/practices/stockholm-congestion-charge").ToString());
        await page.ClickAsync("#measure a");
        await page.ArriveAsync("/measures/congestion-charge");
        await page.SelectOptionAsync("#plan", "glasgow");
        Assert.Equal("stockholm-congestion-charge", await page.InputValueAsync("#practice"));
        await page.ClickAsync("#adopt button");
        await page.ArriveAsync("/adopt\\?measure=congestion-charge");
        var announced = await ChangeAsync(page);

        await page.ClickAsync("#accept button");
        await page.ArriveAsync("/adopt/[0-9a-f]+");
        Assert.Equal(announced, await ChangeAsync(page));
        Assert.True(double.Parse(announced!, CultureInfo.InvariantCulture) < 0);
        await page.ClickAsync("#undo button");
        await page.ArriveAsync("/try/[0-9a-f]+");
        await page.GotoAsync(page.Url.Replace("/try/", "/adopt/", StringComparison.Ordinal));

        // Nothing is left to undo: the address leads back to the draft.
        await page.ArriveAsync("/try/[0-9a-f]+");
    }

    private static Task<string?> ChangeAsync(Microsoft.Playwright.IPage page) =>
        page.Locator("table.adoption tr[data-change]").Last.GetAttributeAsync("data-change");

    private static Dictionary<int, double> Changes(IHtmlDocument page) =>
        page.QuerySelectorAll("table.adoption tr[data-change]")
            .ToDictionary(
                r => int.Parse(r.GetAttribute("data-year")!, CultureInfo.InvariantCulture),
                r => double.Parse(r.GetAttribute("data-change")!, CultureInfo.InvariantCulture)
            );

    private async Task<IHtmlDocument> PostAsync(
        IHtmlDocument page,
        string selector,
        HttpStatusCode status = HttpStatusCode.OK,
        string language = "en"
    )
    {
        var form = page.QuerySelector(selector)!;
        var action = new Uri(form.GetAttribute("action")!, UriKind.Relative);
        using var request = new HttpRequestMessage(HttpMethod.Post, action)
        {
            Content = new FormUrlEncodedContent(PageTests.Fields(form)),
        };
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var response = await site.Http.SendAsync(request);
        Assert.Equal(status, response.StatusCode);
        return await RunningSite.ParseAsync(response);
    }
}
