// SPDX-License-Identifier: Apache-2.0
using System.Net;
using Lodestar.App.Tests.Browser;
using Lodestar.Testing;
using Microsoft.Playwright;

namespace Lodestar.App.Tests.Areas;

/// <summary>Areas and frames in a real browser.</summary>
public sealed class AreaJourneyTests(AreasSite areas, Chrome chrome) : IClassFixture<AreasSite>, IClassFixture<Chrome>
{
    public static TheoryData<string> Paths =>
        [
            "/areas",
            "/areas/foundational-decisions",
            "/plans/chile/areas",
            "/plans/chile/areas?lang=fr",
            "/plans/glasgow/areas",
            "/embed/plans/chile/card",
            "/embed/plans/chile/chart?theme=light",
            "/embed/alliances/carbon-neutrality-coalition/card?theme=dark",
        ];

    private Uri Root => areas.Site.Root;

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Page_OnANarrowPhone_IsNotWiderThanTheScreen(string path)
    {
        var page = await chrome.OpenAsync(
            new()
            {
                ViewportSize = new() { Width = 360, Height = 740 },
            }
        );

        await page.GotoAsync(new Uri(Root, path).ToString());

        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 100, 360);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Axe_InLightAndDark_FindsNothing(string path)
    {
        var axe = Repository.Path("src/Lodestar.Web/node_modules/axe-core/axe.min.js");
        Assert.SkipUnless(File.Exists(axe), "axe-core is not installed: the front end was built without Node.");
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await chrome.OpenAsync(new() { ColorScheme = scheme, BypassCSP = true });
            await page.GotoAsync(new Uri(Root, path).ToString());
            await page.EvaluateAsync("() => { for (const d of document.querySelectorAll('details')) d.open = true; }");
            await page.AddScriptTagAsync(new() { Path = axe });

            var found = await page.EvaluateAsync<string[]>(
                "async () => (await axe.run()).violations.map(v => `${v.id}: ${v.nodes.slice(0, 4).map(n => n.target.join(' ')).join(', ')}`)"
            );

            Assert.True(found.Length == 0, $"{scheme}: {string.Join("; ", found)}");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reader_WithTheKeyboardAlone_GoesFromAPlaceToItsAreasToAPracticeAndBack(bool script)
    {
        var page = await chrome.OpenAsync(new() { JavaScriptEnabled = script });
        await page.GotoAsync(new Uri(Root, "/plans/chile").ToString());

        await FollowAsync(page, "#areas > p > a");
        Assert.EndsWith("/plans/chile/areas", page.Url, StringComparison.Ordinal);
        await FollowAsync(page, "#area-foundational-decisions .note a");
        Assert.EndsWith("/areas/foundational-decisions", page.Url, StringComparison.Ordinal);
        await FollowAsync(page, "#practices a");
        Assert.EndsWith("/practices/chile-law", page.Url, StringComparison.Ordinal);
        await page.GoBackAsync();
        Assert.Equal("First decisions", await page.Locator("h1").InnerTextAsync());

        // What is closed opens by the keyboard too, and its names lead back to the place.
        var who = page.Locator("#action-formalize-target .who summary");
        await who.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await FollowAsync(page, "#action-formalize-target .names a");
        Assert.EndsWith("/plans/chile/areas", page.Url, StringComparison.Ordinal);
        await FollowAsync(page, ".crumbs a");
        Assert.EndsWith("/plans/chile", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choice_OfFramework_SurvivesReload()
    {
        var page = await chrome.OpenAsync(new());
        await page.GotoAsync(new Uri(Root, "/plans/chile/areas").ToString());

        await page.ClickAsync(".switch a[href$='framework=other']");
        await page.ReloadAsync();

        Assert.Contains("framework=other", page.Url, StringComparison.Ordinal);
        Assert.Contains("nothing on record yet", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
    }

    /// <summary>A page of another port frames the card; the page of the plan refuses to be framed.</summary>
    [Fact]
    public async Task Frame_OnAnotherSite_ShowsTheCardAndNotThePlanPage()
    {
        var page = await chrome.OpenAsync(new());
        await using var other = Other(
            $"<!doctype html><title>A city</title><iframe id=card src=\"{Root}embed/plans/chile/card?theme=dark\"></iframe>"
                + $"<iframe id=plan src=\"{Root}plans/chile\"></iframe>"
        );
        await other.StartAsync();
        var refused = new TaskCompletionSource<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("frame-ancestors", StringComparison.Ordinal))
            {
                refused.TrySetResult(message.Text);
            }
        };

        await page.GotoAsync(other.Urls.First());

        var card = page.FrameLocator("#card");
        Assert.Equal("Chile", await card.Locator("h1").InnerTextAsync());
        // The style sheet came too, from here and not from the site around it.
        Assert.Equal(
            "rgb(16, 23, 42)",
            await card.Locator(".embed-card").EvaluateAsync<string>("e => getComputedStyle(e).backgroundColor")
        );
        Assert.Contains("'none'", await refused.Task.WaitAsync(TimeSpan.FromSeconds(15)), StringComparison.Ordinal);
        Assert.Equal(0, await page.FrameLocator("#plan").Locator(".headline").CountAsync());

        await card.Locator("h1 a").ClickAsync();
        await page.ArriveAsync("/plans/chile[?]lang=en$");
    }

    private static WebApplication Other(string html)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://{IPAddress.Loopback}:0");
        var app = builder.Build();
        app.MapGet("/", () => Results.Content(html, "text/html"));
        return app;
    }

    private static async Task FollowAsync(IPage page, string link)
    {
        var before = page.Url;
        await page.Locator(link).First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync(url => url != before);
    }
}
