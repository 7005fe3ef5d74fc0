// SPDX-License-Identifier: Apache-2.0
using Microsoft.Playwright;

namespace Lodestar.App.Tests.Browser;

/// <summary>Waits for a page a reader went to by a key or a script.</summary>
internal static class Arrival
{
    /// <summary>
    /// Returns when the page's address matches a regular expression and its document is read. It asks the page itself,
    /// again and again: the browser library's own wait looks at the address first and listens for changes after, so
    /// that a page which answers in between is waited for in vain.
    /// </summary>
    public static Task ArriveAsync(this IPage page, string address) =>
        page.WaitForFunctionAsync(
            "address => new RegExp(address).test(location.href) && document.readyState !== 'loading'",
            address
        );
}
