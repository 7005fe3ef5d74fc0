// SPDX-License-Identifier: Apache-2.0
using Lodestar.App.Tests.Browser;
using Lodestar.App.Tests.Web;
using Lodestar.Testing;
using Microsoft.Playwright;

namespace Lodestar.App.Tests.Languages;

/// <summary>French is longer than English: it must fit all the same.</summary>
public sealed class FrenchBrowserTests(RunningSite site, Chrome chrome)
    : IClassFixture<RunningSite>,
        IClassFixture<Chrome>
{
    private static readonly (string Name, ViewportSize Size)[] Screens =
    [
        ("phone", new() { Width = 390, Height = 844 }),
        ("tablet", new() { Width = 768, Height = 1024 }),
        ("wide", new() { Width = 1280, Height = 900 }),
    ];

    public static TheoryData<string> Paths =>
        [
            "/",
            "/places",
            "/plans/glasgow",
            "/plans/glasgow/model",
            "/plans/glasgow/history",
            "/try",
            "/findings",
            "/compare",
            "/nowhere",
        ];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Page_InFrench_FitsEveryScreen(string path)
    {
        var folder =
            Environment.GetEnvironmentVariable("LODESTAR_SCREENSHOTS") == "1"
                ? Directory.CreateDirectory(Repository.Path("artifacts/screenshots")).FullName
                : null;
        foreach (var (name, size) in Screens)
        {
            var page = await chrome.OpenAsync(new() { ViewportSize = size, Locale = "fr-FR" });
            await page.GotoAsync(new Uri(site.Root, path).ToString());
            await page.EvaluateAsync("document.fonts.ready");

            Assert.Equal("fr", await page.EvaluateAsync<string>("document.documentElement.lang"));
            Assert.Equal(size.Width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            Assert.Equal("", await page.EvaluateAsync<string>(CutOff));
            if (folder is not null)
            {
                var file = $"fr{path.Replace('/', '-').TrimEnd('-')}-{name}.png";
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, file), FullPage = true });
            }
        }
    }

    [Fact]
    public async Task Reader_OfEnglish_SwitchesToFrenchAndStaysThere()
    {
        var page = await chrome.OpenAsync(
            new()
            {
                ViewportSize = new() { Width = 1280, Height = 900 },
                Locale = "en-GB",
                JavaScriptEnabled = false,
            }
        );
        await page.GotoAsync(new Uri(site.Root, "/plans/glasgow?boundary=territorial").ToString());

        await page.GetByRole(AriaRole.Link, new() { Name = "Français" }).ClickAsync();

        Assert.Contains("boundary=territorial", page.Url, StringComparison.Ordinal);
        Assert.Equal("fr", await page.Locator("html").GetAttributeAsync("lang"));
        await page.GotoAsync(new Uri(site.Root, "/findings").ToString());
        Assert.Equal("fr", await page.Locator("html").GetAttributeAsync("lang"));
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
    }

    // Texts whose box is narrower than they are, in places that do not scroll.
    private const string CutOff = """
        [...document.querySelectorAll('a, button, h1, h2, h3, p, dt, dd, span, label, summary')]
          .filter(e => e.offsetParent && !e.closest('.unseen, .scroll, .skip, ls-search'))
          .filter(e => { const box = e.getBoundingClientRect(); return box.right > innerWidth + 1 || box.left < -1; })
          .map(e => e.textContent.trim().slice(0, 60)).join('\n')
        """;
}
