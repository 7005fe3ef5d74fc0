// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Lodestar.App.Tests.Browser;

/// <summary>Waits for a page a reader went to by a key or a script.</summary>
internal static class Arrival
{
    private const int MostLooks = 1800;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Returns when the page's address matches a regular expression and the page is whole. It looks again and again:
    /// the browser library's own wait looks at the address first and listens for changes after, so that a page which
    /// answers in between is waited for in vain.
    /// </summary>
    public static Task ArriveAsync(this IPage page, string address) =>
        page.ArriveAsync(url => Regex.IsMatch(url, address));

    /// <summary>Returns when the page's address is as wanted and the page is whole.</summary>
    public static async Task ArriveAsync(this IPage page, Func<string, bool> isThere)
    {
        for (var look = 0; look < MostLooks; look++)
        {
            if (isThere(page.Url) && await IsWholeAsync(page))
            {
                return;
            }

            await Task.Delay(BetweenLooks);
        }

        Assert.Fail($"The page is still at {page.Url}.");
    }

    private static async Task<bool> IsWholeAsync(IPage page)
    {
        try
        {
            return await page.EvaluateAsync<bool>("document.readyState === 'complete'");
        }
        catch (PlaywrightException)
        {
            // The page left while it was asked.
            return false;
        }
    }
}
