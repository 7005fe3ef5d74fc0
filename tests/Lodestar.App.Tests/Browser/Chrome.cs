// SPDX-License-Identifier: Apache-2.0
using Lodestar.Testing;
using Microsoft.Playwright;

namespace Lodestar.App.Tests.Browser;

/// <summary>One Chromium for the tests of a class.</summary>
public sealed class Chrome : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A fresh page; skips the test where no Chromium is to be had.</summary>
    public async Task<IPage> OpenAsync(BrowserNewContextOptions options)
    {
        var path = Needs.Chromium();
        _playwright ??= await Playwright.CreateAsync();
        _browser ??= await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Arguments }
        );
        var context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
