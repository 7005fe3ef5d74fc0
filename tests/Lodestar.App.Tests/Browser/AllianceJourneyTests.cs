// SPDX-License-Identifier: Apache-2.0
using Lodestar.App.Tests.Acceptance;
using Lodestar.Testing;
using Microsoft.Playwright;

namespace Lodestar.App.Tests.Browser;

/// <summary>From the map to what an alliance asks, over the plans that ship: with script, without, and by keyboard.</summary>
public sealed class AllianceJourneyTests(ShippedSite shipped, Chrome chrome)
    : IClassFixture<ShippedSite>,
        IClassFixture<Chrome>
{
    private const int MostTabs = 250;

    private static readonly string[] Steps =
    [
        "/practices/toronto-wastewater-energy",
        "/plans/toronto",
        "/plans/toronto/areas",
        "/plans/toronto",
        "/alliances/carbon-neutral-cities-alliance",
        "/alliances/carbon-neutral-cities-alliance/asks",
        "/plans/glasgow/asks",
    ];

    public static TheoryData<string> Paths =>
        [
            "/alliances",
            "/alliances/carbon-neutrality-coalition",
            "/alliances/carbon-neutral-cities-alliance?on=2018-12-31",
            "/alliances/carbon-neutral-cities-alliance/asks",
            "/plans/sweden/peers",
            "/plans/chile/areas",
            "/practices",
            "/areas",
            "/plans/sweden/warming",
            "/plans/glasgow/warming",
            "/plans/boston/warming",
            "/alliances/carbon-neutrality-coalition/warming",
        ];

    private Uri Root => shipped.Site.Root;

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
    [MemberData(nameof(Paths))]
    public async Task Page_OnAPhone_IsNotWiderThanTheScreen(string path)
    {
        var page = await chrome.OpenAsync(
            new()
            {
                ViewportSize = new() { Width = 360, Height = 780 },
                IsMobile = true,
                HasTouch = true,
            }
        );

        await page.GotoAsync(new Uri(Root, path).ToString());

        Assert.Equal(360, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reader_FromTheMapToTheAsks_FollowsLinksAlone(bool script)
    {
        var page = await chrome.OpenAsync(new() { JavaScriptEnabled = script });
        await page.GotoAsync(new Uri(Root, "/practices").ToString());

        foreach (var step in Steps)
        {
            await page.Locator(Link(step)).First.ClickAsync();
            Assert.Equal(step, new Uri(page.Url).AbsolutePath);
        }

        Assert.Contains(
            "Net Zero Local Powers Bill",
            await page.Locator("main").InnerTextAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Reader_WithTheKeyboardAlone_GetsThereToo()
    {
        var page = await chrome.OpenAsync(new());
        await page.GotoAsync(new Uri(Root, "/practices").ToString());

        foreach (var step in Steps)
        {
            for (var tab = 0; ; tab++)
            {
                Assert.True(tab < MostTabs, $"{step} is not reached from {page.Url}.");
                await page.Keyboard.PressAsync("Tab");
                if (
                    await page.EvaluateAsync<string?>("document.activeElement.getAttribute('href')") is { } at
                    && Is(at, step)
                )
                {
                    break;
                }
            }

            await page.Keyboard.PressAsync("Enter");
            await page.ArriveAsync($"^[a-z]+://[^/]+{step}([?#].*)?$");
        }
    }

    [Fact]
    public async Task Filters_OfAsks_SurviveAReloadAndCanBeShared()
    {
        var page = await chrome.OpenAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync(new Uri(Root, "/alliances/carbon-neutral-cities-alliance/asks?instrument=law").ToString());
        var shown = await page.Locator("main").InnerTextAsync();
        await page.ReloadAsync();

        Assert.Equal(shown, await page.Locator("main").InnerTextAsync());
        Assert.Contains("Net Zero Local Powers Bill", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("charging points", shown, StringComparison.Ordinal);
    }

    private static string Link(string step) =>
        $"main a[href='{step}']:visible, main a[href^='{step}?']:visible, main a[href^='{step}#']:visible";

    private static bool Is(string href, string step) => href.Split('?', '#')[0] == step;
}
