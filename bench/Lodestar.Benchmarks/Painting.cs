// SPDX-License-Identifier: Apache-2.0
using Microsoft.Playwright;

namespace Lodestar.Benchmarks;

/// <summary>How long a moved lever takes to be seen, in a real browser on the same machine.</summary>
internal static class Painting
{
    private const int Moves = 100;

    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
    ];

    // From the event to the first message after the frame that draws the swapped answer: a frame's callbacks run before it
    // is laid out and painted, and what is posted there comes right after.
    private const string Move = """
        (value) => new Promise((resolve) => {
          const lever = document.querySelector(".lever input[type=range]");
          const answer = document.querySelector(".what-if-answer");
          const began = performance.now();
          const watch = new MutationObserver((changes) => {
            // That an answer is awaited is said on its place at once.
            if (changes.every((change) => change.type === "attributes" && change.target === answer)) {
              return;
            }
            watch.disconnect();
            requestAnimationFrame(() => {
              const after = new MessageChannel();
              after.port1.onmessage = () => resolve(performance.now() - began);
              after.port2.postMessage(0);
            });
          });
          watch.observe(answer, { attributes: true, characterData: true, childList: true, subtree: true });
          lever.value = value;
          lever.dispatchEvent(new Event("input", { bubbles: true }));
        })
        """;

    /// <summary>The times of moves one after another, in milliseconds; none where there is no Chromium or no script in the site.</summary>
    public static async Task<IReadOnlyList<double>> MovesAsync(Uri page)
    {
        var chromium = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .SelectMany(p => new[] { Path.Combine(p, "chromium"), Path.Combine(p, "google-chrome") })
            .FirstOrDefault(File.Exists);
        if (chromium is null)
        {
            return [];
        }

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = Arguments }
        );
        var tab = await browser.NewPageAsync();
        await tab.GotoAsync(page.ToString());
        if (!await tab.EvaluateAsync<bool>("customElements.get('ls-what-if') !== undefined"))
        {
            return [];
        }

        var times = new List<double>();
        for (var i = 0; i < Moves; i++)
        {
            times.Add(await tab.EvaluateAsync<double>(Move, $"{i * 37 % 20 * 5}"));
            // The hand rests now and then, and the whole answer comes between the moves as it would.
            await Task.Delay(i % 10 == 9 ? 600 : 60);
        }

        return times;
    }
}
