// SPDX-License-Identifier: Apache-2.0
using Lodestar.App.Tests.Browser;
using Lodestar.Testing;
using Microsoft.Playwright;

namespace Lodestar.App.Tests.Asks;

/// <summary>From an alliance to its asks to a place, by keyboard and without script.</summary>
public sealed class AskJourneyTests(AskingSite asking, Chrome chrome) : IClassFixture<AskingSite>, IClassFixture<Chrome>
{
    private const string Alliance = "/alliances/carbon-neutral-cities-alliance";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reader_FiltersTheAsksOfAnAlliance_ReloadsAndGoesToThePlace(bool script)
    {
        var page = await chrome.OpenAsync(new() { JavaScriptEnabled = script });
        await page.GotoAsync(Address(Alliance));
        await page.ClickAsync($"a[href='{Alliance}/asks']");
        await page.ClickAsync("details.filters > summary");
        await page.SelectOptionAsync("#f-instrument", "law");
        await page.ClickAsync(".filters button");

        Assert.Contains("instrument=law", page.Url, StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator("table.sums tbody tr").CountAsync());
        await page.ReloadAsync();
        Assert.Equal("law", await page.Locator("#f-instrument").InputValueAsync());
        Assert.Equal(1, await page.Locator("table.sums tbody tr").CountAsync());

        await page.ClickAsync(".ask-row .ask a");
        Assert.Contains("/plans/copenhagen/asks#ask-codes", page.Url, StringComparison.Ordinal);
        Assert.True(await page.Locator("#ask-codes").IsVisibleAsync());
    }

    [Fact]
    public async Task Reader_WithTheKeyboardAlone_OpensTheFiltersAndShowsOneStatus()
    {
        var page = await chrome.OpenAsync(new());
        await page.GotoAsync(Address(Alliance + "/asks"));
        await page.Locator("details.filters > summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("granted");
        await page.Locator(".filters button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await page.ArriveAsync("status=granted");
        Assert.Contains(
            "Norwegian Government",
            await page.Locator("table.sums").InnerTextAsync(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(Alliance + "/asks")]
    [InlineData("/plans/copenhagen/asks")]
    [InlineData("/plans/stockholm/asks")]
    public async Task Pages_OnAPhone_DoNotScrollSideways(string path)
    {
        var page = await chrome.OpenAsync(
            new()
            {
                ViewportSize = new() { Width = 360, Height = 740 },
            }
        );
        await page.GotoAsync(Address(path));

        Assert.Equal(360, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory]
    [InlineData(Alliance + "/asks")]
    [InlineData("/plans/copenhagen/asks")]
    public async Task Pages_LightAndDark_HaveNoAxeViolation(string path)
    {
        var axe = Repository.Path("src/Lodestar.Web/node_modules/axe-core/axe.min.js");
        Assert.SkipUnless(File.Exists(axe), "axe-core is not installed: the front end was built without Node.");
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await chrome.OpenAsync(new() { ColorScheme = scheme, BypassCSP = true });
            await page.GotoAsync(Address(path));
            await page.EvaluateAsync("() => { for (const d of document.querySelectorAll('details')) d.open = true; }");
            await page.AddScriptTagAsync(new() { Path = axe });

            var found = await page.EvaluateAsync<string[]>(
                "async () => (await axe.run()).violations.map(v => `${v.id}: ${v.nodes.slice(0, 4).map(n => n.target.join(' ')).join(', ')}`)"
            );

            Assert.True(found.Length == 0, $"{scheme}: {string.Join("; ", found)}");
        }
    }

    private string Address(string path) => new Uri(asking.Site.Root, path + "?lang=en").ToString();
}
