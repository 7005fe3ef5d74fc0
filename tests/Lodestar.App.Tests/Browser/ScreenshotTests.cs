// SPDX-License-Identifier: Apache-2.0
using Lodestar.App.Tests.Web;
using Lodestar.Testing;
using Microsoft.Playwright;

namespace Lodestar.App.Tests.Browser;

/// <summary>Pictures of the pages for people to look at, in artifacts/screenshots; taken when LODESTAR_SCREENSHOTS is 1.</summary>
public sealed class ScreenshotTests(RunningSite site, Chrome chrome) : IClassFixture<RunningSite>, IClassFixture<Chrome>
{
    private static readonly (string Name, string Path)[] Pages =
    [
        ("start", "/"),
        ("plan", "/plans/glasgow"),
        ("try", "/try"),
        ("history", "/plans/glasgow/history"),
        ("findings", "/findings"),
        ("missing", "/plans/glasgo"),
        ("places", "/places"),
        ("places-table", "/places?view=table"),
        ("place", "/places/is"),
        ("search", "/places?q=glasgo"),
        ("compare", "/compare?places=glasgow,manchester,nottingham&measure=index"),
    ];

    [Fact]
    public async Task Pages_InEveryGuise_ArePhotographed()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("LODESTAR_SCREENSHOTS") == "1",
            "Asked for by LODESTAR_SCREENSHOTS=1."
        );
        var folder = Directory.CreateDirectory(Repository.Path("artifacts/screenshots")).FullName;
        var guises = new (string Name, BrowserNewContextOptions Options)[]
        {
            (
                "wide",
                new()
                {
                    ViewportSize = new() { Width = 1280, Height = 900 },
                }
            ),
            (
                "phone",
                new()
                {
                    ViewportSize = new() { Width = 390, Height = 844 },
                    DeviceScaleFactor = 2,
                    HasTouch = true,
                }
            ),
            (
                "dark",
                new()
                {
                    ViewportSize = new() { Width = 1280, Height = 900 },
                    ColorScheme = ColorScheme.Dark,
                }
            ),
            (
                "no-script",
                new()
                {
                    ViewportSize = new() { Width = 1280, Height = 900 },
                    JavaScriptEnabled = false,
                }
            ),
        };
        foreach (var (guise, options) in guises)
        {
            var page = await chrome.OpenAsync(options);
            foreach (var (name, path) in Pages)
            {
                await page.GotoAsync(new Uri(site.Root, path).ToString());
                await page.EvaluateAsync("document.fonts.ready");
                await page.ScreenshotAsync(
                    new() { Path = Path.Combine(folder, $"{name}-{guise}.png"), FullPage = true }
                );
                if (guise == "phone" || name == "plan")
                {
                    await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{guise}-first.png") });
                }
            }

            await page.GotoAsync(new Uri(site.Root, "/try").ToString());
            await page.FillAsync("#name", "Springfield");
            await page.SetInputFilesAsync(
                "#file",
                new FilePayload
                {
                    Name = "springfield.csv",
                    MimeType = "text/csv",
                    Buffer = System.Text.Encoding.UTF8.GetBytes(TryTests.Table),
                }
            );
            await page.ClickAsync("form.drop button");
            await page.ArriveAsync("/try/.");
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"preview-{guise}.png"), FullPage = true });
        }

        var open = await chrome.OpenAsync(
            new()
            {
                ViewportSize = new() { Width = 1280, Height = 1400 },
            }
        );
        await open.GotoAsync(new Uri(site.Root, "/plans/glasgow#finding-pace").ToString());
        await open.Locator("#finding-pace .working").WaitForAsync();
        await open.Locator("#findings").ScreenshotAsync(new() { Path = Path.Combine(folder, "plan-working.png") });
        await open.Locator("#sectors").ScreenshotAsync(new() { Path = Path.Combine(folder, "plan-sectors.png") });
        await open.Locator("#targets").ScreenshotAsync(new() { Path = Path.Combine(folder, "plan-targets.png") });

        var paper = await chrome.OpenAsync(
            new()
            {
                ViewportSize = new() { Width = 672, Height = 960 },
            }
        );
        await paper.GotoAsync(new Uri(site.Root, "/plans/glasgow").ToString());
        await paper.EmulateMediaAsync(new() { Media = Media.Print });
        await paper.ScreenshotAsync(new() { Path = Path.Combine(folder, "plan-print.png"), FullPage = true });
        await paper.PdfAsync(
            new()
            {
                Path = Path.Combine(folder, "plan-print.pdf"),
                PreferCSSPageSize = true,
                PrintBackground = false,
            }
        );
        Assert.True(File.Exists(Path.Combine(folder, "plan-print.pdf")));
    }
}
