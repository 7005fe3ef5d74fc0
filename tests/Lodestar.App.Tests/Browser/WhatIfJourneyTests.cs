// SPDX-License-Identifier: Apache-2.0
using Lodestar.App.Tests.Web;
using Lodestar.Testing;
using Microsoft.Playwright;

namespace Lodestar.App.Tests.Browser;

/// <summary>A visitor moves levers, shares the address, and another sees the same.</summary>
public sealed class WhatIfJourneyTests(RunningSite site, Chrome chrome)
    : IClassFixture<RunningSite>,
        IClassFixture<Chrome>,
        IAsyncLifetime
{
    private string Address => new Uri(site.Root, "/plans/two-sectors/what-if").ToString();

    public async ValueTask InitializeAsync() => await site.SaveAsync(TwoSectors.Id, null, TwoSectors.Files);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Visitor_Plays_Shares_AndAnotherSeesTheSameNumbers()
    {
        var page = await chrome.OpenAsync(new());
        await page.GotoAsync(Address);
        await Said(page, "14");
        // What only serves without script is out of the way.
        Assert.Equal(0, await page.Locator("ls-what-if button[type=submit]:visible").CountAsync());

        // By the keyboard: ten steps of five percent down.
        await page.FocusAsync("#m-cars");
        for (var i = 0; i < 10; i++)
        {
            await page.Keyboard.PressAsync("ArrowLeft");
        }

        await Said(page, "19");
        Assert.Equal("50\u202f%", await page.Locator("output[for=m-cars]").InnerTextAsync());
        await page.ArriveAsync("m[.]cars=50");
        await page.Locator(".what-if-answer[aria-busy=false] .what-if-wedges").WaitForAsync();
        var table = await page.Locator(".what-if-wedges").InnerTextAsync();
        var shared = page.Url;

        var other = await chrome.OpenAsync(new());
        await other.GotoAsync(shared);
        await Said(other, "19");
        Assert.Equal("50", await other.InputValueAsync("#m-cars"));
        Assert.Equal(table, await other.Locator(".what-if-wedges").InnerTextAsync());

        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Said(page, "18.5");
        await page.GetByRole(AriaRole.Link, new() { Name = "Reset to the plan" }).ClickAsync();
        await Said(page, "14");
        await page.ArriveAsync("what-if$");
    }

    /// <summary>A round trip of 600 ms is longer than the hand rests before the whole is asked for.</summary>
    [Fact]
    public async Task SlowConnection_StillBringsOddsAndWedges()
    {
        var page = await chrome.OpenAsync(new());
        await page.RouteAsync(
            "**/what-if/answer*",
            async route =>
            {
                await Task.Delay(600);
                await route.ContinueAsync();
            }
        );
        await page.GotoAsync(Address);

        await page.FocusAsync("#m-cars");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowLeft");

        await page.Locator(".what-if-answer[aria-busy=false] .what-if-wedges").WaitForAsync();
        await page.ArriveAsync("m[.]cars=90");
        await Said(page, "15");
    }

    [Fact]
    public async Task Undo_InAField_TakesBackWhatWasTypedAlone()
    {
        var page = await chrome.OpenAsync(new());
        await page.GotoAsync(Address);
        await page.FocusAsync("#m-cars");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.FocusAsync("#m-cars-year");
        var year = await page.InputValueAsync("#m-cars-year");
        await page.FillAsync("#m-cars-year", "2027");

        await page.Keyboard.PressAsync("Control+z");
        Assert.Equal((year, "95"), (await page.InputValueAsync("#m-cars-year"), await page.InputValueAsync("#m-cars")));
        await page.Keyboard.PressAsync("Control+z");
        Assert.Equal("100", await page.InputValueAsync("#m-cars"));
    }

    [Fact]
    public async Task AnotherStart_TakesItsLevers_AndResetLeadsToThePlan()
    {
        var page = await chrome.OpenAsync(new());
        await page.GotoAsync(Address);

        await page.SelectOptionAsync("#what-if-from", "without");
        await page.ArriveAsync("from=without");
        await Said(page, "40");
        Assert.Equal("0", await page.InputValueAsync("#m-cars"));

        await page.GetByRole(AriaRole.Link, new() { Name = "Reset to the plan" }).ClickAsync();
        await page.ArriveAsync("what-if$");
        await Said(page, "14");
        Assert.Equal("100", await page.InputValueAsync("#m-cars"));
    }

    [Fact]
    public async Task Answer_KeepsTheFocusAndOneAlert()
    {
        var page = await chrome.OpenAsync(new());
        await page.GotoAsync(Address);
        await page.FocusAsync(".what-if-answer summary");
        await page.EvaluateAsync(
            "() => { const f = document.querySelector('#m-cars'); f.value = '50'; f.dispatchEvent(new Event('change', {bubbles: true})); }"
        );
        await Said(page, "19");
        await page.Locator(".what-if-answer[aria-busy=false] .what-if-wedges").WaitForAsync();
        Assert.Equal("SUMMARY", await page.EvaluateAsync<string>("document.activeElement.tagName"));

        // Whoever reads the wedges keeps them in hand while new ones are worked out.
        await page.FocusAsync(".what-if-late [role=region]");
        await page.Keyboard.PressAsync("Control+z");
        await Said(page, "14");
        Assert.Equal("region", await page.EvaluateAsync<string>("document.activeElement.getAttribute('role')"));
        await page.Locator(".what-if-late:not([aria-busy]) .what-if-wedges").WaitForAsync();
        Assert.Equal("region", await page.EvaluateAsync<string>("document.activeElement.getAttribute('role')"));

        await page.RouteAsync("**/what-if/answer*", route => route.AbortAsync());
        await page.FocusAsync("#m-cars");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Locator(".what-if-answer [role=alert]").First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.WaitForTimeoutAsync(800);
        Assert.Equal(1, await page.Locator("[role=alert]").CountAsync());
    }

    [Fact]
    public async Task Phone_KeepsTheAnswerInSightAndFits()
    {
        var page = await chrome.OpenAsync(
            new()
            {
                ViewportSize = new() { Width = 360, Height = 740 },
            }
        );
        await page.GotoAsync(Address);

        await page.Locator("#m-cars").ScrollIntoViewIfNeededAsync();

        Assert.True(await page.Locator(".what-if-sentence").IsVisibleAsync());
        var top = (await page.Locator(".what-if-sentence").BoundingBoxAsync())!.Y;
        Assert.InRange(top, -1, 740);
        Assert.Equal(360, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task WithoutScript_TheFormAnswersToo()
    {
        var page = await chrome.OpenAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync(Address);

        await page.FocusAsync("#m-cars");
        await page.Keyboard.PressAsync("Home");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();

        await Said(page, "24");
    }

    private static Task Said(IPage page, string amount) =>
        page.Locator(".what-if-sentence", new() { HasTextRegex = new($"would emit {amount}\\s") }).WaitForAsync();
}
