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

    /// <summary>Ends a hung browser; far longer than the slowest page takes on a busy machine.</summary>
    private const float HungAfterMilliseconds = 180_000;

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
        context.SetDefaultTimeout(HungAfterMilliseconds);
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
