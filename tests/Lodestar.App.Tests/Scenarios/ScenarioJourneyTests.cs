// SPDX-License-Identifier: Apache-2.0
using Lodestar.App.Tests.Browser;
using Lodestar.App.Tests.Web;
using Lodestar.Testing;
using Microsoft.Playwright;

namespace Lodestar.App.Tests.Scenarios;

/// <summary>Scenarios in a real browser.</summary>
public sealed class ScenarioJourneyTests(RunningSite site, Chrome chrome)
    : IClassFixture<RunningSite>,
        IClassFixture<Chrome>
{
    [Fact]
    public async Task Reader_OnAPhone_SeesAllAndGoesFromThePlanToAComparison()
    {
        await site.SaveAsync(Brook.Id, null, Brook.Files);
        var page = await chrome.OpenAsync(
            new()
            {
                ViewportSize = new() { Width = 360, Height = 740 },
                BypassCSP = true,
            }
        );

        await page.GotoAsync(new Uri(site.Root, "/plans/brook").ToString());
        await page.ClickAsync("#scenarios > p > a");
        Assert.EndsWith("/plans/brook/scenarios", page.Url, StringComparison.Ordinal);
        await CleanAsync(page);

        await page.FillAsync("#effects-year", "2050");
        await page.ClickAsync("#effects form button");
        Assert.Contains("year=2050", page.Url, StringComparison.Ordinal);
        Assert.Contains("690", await page.InnerTextAsync("#effects"), StringComparison.Ordinal);

        await page.ClickAsync("main a[href*='/scenarios/compare']");
        await page.SelectOptionAsync("#compare-b", "half");
        await page.ClickAsync("form.model-ask button");
        Assert.Contains("b=half", page.Url, StringComparison.Ordinal);
        await CleanAsync(page);
    }

    [Theory]
    [InlineData("/plans/brook/scenarios")]
    [InlineData("/plans/brook/scenarios/compare")]
    public async Task Page_InTheDark_IsClean(string path)
    {
        await site.SaveAsync(Brook.Id, null, Brook.Files);
        var page = await chrome.OpenAsync(new() { ColorScheme = ColorScheme.Dark, BypassCSP = true });

        await page.GotoAsync(new Uri(site.Root, path).ToString());

        await CleanAsync(page);
    }

    /// <summary>Not wider than the screen, and nothing that axe finds.</summary>
    private static async Task CleanAsync(IPage page)
    {
        var width = page.ViewportSize!.Width;
        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 100, width);
        var axe = Repository.Path("src/Lodestar.Web/node_modules/axe-core/axe.min.js");
        Assert.SkipUnless(File.Exists(axe), "axe-core is not installed: the front end was built without Node.");
        await page.EvaluateAsync("() => { for (const d of document.querySelectorAll('details')) d.open = true; }");
        await page.AddScriptTagAsync(new() { Path = axe });
        var found = await page.EvaluateAsync<string[]>(
            "async () => (await axe.run()).violations.map(v => `${v.id}: ${v.nodes.slice(0, 4).map(n => n.target.join(' ')).join(', ')}`)"
        );
        Assert.True(found.Length == 0, string.Join("; ", found));
    }
}
