// SPDX-License-Identifier: Apache-2.0
using Lodestar.App.Tests.Web;
using Microsoft.Playwright;

namespace Lodestar.App.Tests.Browser;

/// <summary>Finding a place and holding it against another, by keyboard and without script.</summary>
public sealed class PlaceJourneyTests(RunningSite site, Chrome chrome)
    : IClassFixture<RunningSite>,
        IClassFixture<Chrome>
{
    [Fact]
    public async Task Reader_WithTheKeyboardAlone_FindsAPlaceByAMisspeltName()
    {
        var page = await chrome.OpenAsync(new());
        await page.GotoAsync(new Uri(site.Root, "/try").ToString());

        var box = page.Locator("#search");
        await box.FocusAsync();
        await page.Keyboard.InsertTextAsync("galsgow");
        var first = page.Locator("#search-list [role=option]").First;
        await first.WaitForAsync();
        Assert.Equal("true", await box.GetAttributeAsync("aria-expanded"));
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("search-list-0", await box.GetAttributeAsync("aria-activedescendant"));
        Assert.Equal("true", await first.GetAttributeAsync("aria-selected"));
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal("false", await box.GetAttributeAsync("aria-expanded"));
        Assert.False(await page.Locator("#search-list").IsVisibleAsync());
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");

        await page.ArriveAsync("/plans/glasgow$");
    }

    [Fact]
    public async Task Reader_AddsTwoPlacesToAComparison_AndSetsThemAgainstAYear()
    {
        var page = await chrome.OpenAsync(new());
        await page.GotoAsync(new Uri(site.Root, "/compare").ToString());

        foreach (var (name, id) in new[] { ("glas", "glasgow"), ("manch", "manchester") })
        {
            await page.FocusAsync("#add");
            // At once: letter by letter, the list of an earlier letter could still stand when the arrow is pressed.
            await page.Keyboard.InsertTextAsync(name);
            await page.Locator("#add-list [role=option]").First.WaitForAsync();
            await page.Keyboard.PressAsync("ArrowDown");
            await page.Keyboard.PressAsync("Enter");
            await page.ArriveAsync($"/compare[?]places=.*{id}$");
        }

        await page.GetByRole(AriaRole.Link, new() { Name = "against a year", Exact = true }).ClickAsync();
        await page.SelectOptionAsync("#year", "2010");
        await page.ClickAsync("form.year button");

        Assert.Contains("year=2010", page.Url, StringComparison.Ordinal);
        Assert.Equal("Glasgow and Manchester side by side", await page.Locator("h1").InnerTextAsync());
        await page.Locator(".ls-chart-picture").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Contains("Glasgow", await page.Locator(".readout").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reader_WithoutScript_SearchesFiltersAndCompares()
    {
        var page = await chrome.OpenAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync(new Uri(site.Root, "/").ToString());

        await page.FillAsync("#search", "nottingam");
        await page.Keyboard.PressAsync("Enter");
        await page.ClickAsync(".hits a");
        Assert.EndsWith("/plans/nottingham", page.Url, StringComparison.Ordinal);

        await page.GotoAsync(new Uri(site.Root, "/places?view=table").ToString());
        await page.ClickAsync("details.filters > summary");
        await page.SelectOptionAsync("#f-kind", "city");
        await page.SelectOptionAsync("#f-sort", "emissions");
        await page.ClickAsync(".filters button");
        Assert.Contains("kind=city", page.Url, StringComparison.Ordinal);
        await page.CheckAsync("tbody tr:nth-child(1) input");
        await page.CheckAsync("tbody tr:nth-child(2) input");
        await page.ClickAsync(".choose > .buttons button");

        Assert.Equal(2, await page.Locator(".chip-out").CountAsync());
        Assert.True(await page.Locator("svg.ls-chart-wide").IsVisibleAsync());
    }
}
