// SPDX-License-Identifier: Apache-2.0
using Lodestar.App.Tests.Browser;
using Lodestar.App.Tests.Web;
using Lodestar.Testing;
using Microsoft.Playwright;

namespace Lodestar.App.Tests.Practices;

/// <summary>From the map to a practice to its place, in a browser.</summary>
public sealed class PracticeJourneyTests(RunningSite site, Chrome chrome)
    : IClassFixture<RunningSite>,
        IClassFixture<Chrome>
{
    private const string Toronto = ".ls-map a[href='/practices/toronto-wastewater-energy']";
    private const int MostTabs = 120;

    public static TheoryData<string> Paths =>
        [
            "/practices",
            "/practices?q=heat&area=governance",
            "/practices?q=hospital&place=cl",
            "/practices?sector=Z&status=ended",
            "/practices/toronto-wastewater-energy",
            "/practices/none",
            "/sectors/I",
            "/sectors/VI",
            "/places/cl",
        ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reader_WithAndWithoutScript_GoesFromTheMapToAPracticeToItsPlace(bool script)
    {
        var page = await chrome.OpenAsync(new() { JavaScriptEnabled = script });
        await page.GotoAsync(new Uri(site.Root, "/practices").ToString());

        await page.ClickAsync(Toronto);
        Assert.Contains("hospital", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("8,400", await page.Locator("#numbers").InnerTextAsync(), StringComparison.Ordinal);
        await page.ClickAsync(".practice-where a");

        Assert.EndsWith("/places/toronto", page.Url, StringComparison.Ordinal);
        Assert.True(await page.Locator("#practices .practice").CountAsync() > 0);
    }

    [Fact]
    public async Task Reader_WithTheKeyboardAlone_DoesTheSame()
    {
        var page = await chrome.OpenAsync(new());
        await page.GotoAsync(new Uri(site.Root, "/practices").ToString());

        await TabToAsync(page, "/practices/toronto-wastewater-energy");
        Assert.Equal("a", await page.EvaluateAsync<string>("document.activeElement.tagName"));
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("/practices/toronto-wastewater-energy$");
        await TabToAsync(page, "/places/toronto");
        await page.Keyboard.PressAsync("Enter");

        await page.ArriveAsync("/places/toronto$");
    }

    [Fact]
    public async Task Reader_WithTheKeyboardAlone_PassesTheMap()
    {
        var page = await chrome.OpenAsync(new());
        await page.GotoAsync(new Uri(site.Root, "/practices").ToString());

        await TabToAsync(page, "#map-end");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");

        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.closest('#list') !== null"));
    }

    [Fact]
    public async Task Filters_AfterAReload_AreStillThere()
    {
        var page = await chrome.OpenAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync(new Uri(site.Root, "/practices").ToString());
        await page.ClickAsync("details.filters > summary");
        await page.SelectOptionAsync("#f-area", "governance");
        await page.SelectOptionAsync("#f-status", "in-force");
        await page.ClickAsync("details.filters button");
        var found = await page.Locator(".practice").CountAsync();
        var address = page.Url;

        await page.ReloadAsync();
        var shared = await chrome.OpenAsync(new());
        await shared.GotoAsync(address);

        foreach (var reader in new[] { page, shared })
        {
            Assert.Equal("governance", await reader.InputValueAsync("#f-area"));
            Assert.Equal("in-force", await reader.InputValueAsync("#f-status"));
            Assert.Equal(found, await reader.Locator(".practice").CountAsync());
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

        await page.GotoAsync(new Uri(site.Root, path).ToString());

        Assert.Equal(360, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
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
            await page.GotoAsync(new Uri(site.Root, path).ToString());
            await page.EvaluateAsync("() => { for (const d of document.querySelectorAll('details')) d.open = true; }");
            await page.AddScriptTagAsync(new() { Path = axe });

            var found = await page.EvaluateAsync<string[]>(
                "async () => (await axe.run()).violations.map(v => `${v.id}: ${v.nodes.slice(0, 4).map(n => n.target.join(' ')).join(', ')}`)"
            );

            Assert.True(found.Length == 0, $"{scheme}: {string.Join("; ", found)}");
        }
    }

    private static async Task TabToAsync(IPage page, string href)
    {
        for (var i = 0; i < MostTabs; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>("document.activeElement.getAttribute('href')") == href)
            {
                return;
            }
        }

        Assert.Fail($"{href} was not reached in {MostTabs} steps.");
    }
}
