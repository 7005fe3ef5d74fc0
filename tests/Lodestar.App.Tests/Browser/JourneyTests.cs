// SPDX-License-Identifier: Apache-2.0
using Lodestar.App.Tests.Web;
using Lodestar.Testing;
using Microsoft.Playwright;

namespace Lodestar.App.Tests.Browser;

public sealed class JourneyTests(RunningSite site, Chrome chrome) : IClassFixture<RunningSite>, IClassFixture<Chrome>
{
    private const int FirstViewBytes = 150_000;

    private static readonly BrowserNewContextOptions Desk = new()
    {
        ViewportSize = new() { Width = 1280, Height = 900 },
    };
    private static readonly BrowserNewContextOptions Phone = new()
    {
        ViewportSize = new() { Width = 390, Height = 844 },
        HasTouch = true,
        IsMobile = true,
    };

    public static TheoryData<string> Paths =>
        [
            "/",
            "/plans/glasgow",
            "/plans/glasgow/model",
            "/plans/glasgow/history",
            "/try",
            "/findings",
            "/nowhere",
            "/places",
            "/places?view=table",
            "/places?q=glasgo",
            "/places/is",
            "/compare",
            "/compare?places=glasgow,manchester,nottingham&measure=index",
        ];

    [Fact]
    public async Task FirstView_OnAPhone_AnswersTheFiveQuestions()
    {
        var page = await chrome.OpenAsync(Phone);

        await GoAsync(page, "/plans/glasgow");

        foreach (var words in new[] { "Glasgow emitted", "in 2020", "1,839\u202fkt", "net zero by 2030" })
        {
            Assert.Contains(words, await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        }

        foreach (var part in new[] { "h1", ".holds .verdict", ".figures" })
        {
            var box = await page.Locator(part).First.BoundingBoxAsync();
            Assert.True(box!.Y + box.Height <= 844, $"{part} ends at {box.Y + box.Height}.");
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Page_OnAPhone_IsNotWiderThanTheScreen(string path)
    {
        var page = await chrome.OpenAsync(Phone);

        await GoAsync(page, path);

        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Reader_FromTheStartPage_ReachesAFindingsWorking()
    {
        var page = await chrome.OpenAsync(Desk);
        await GoAsync(page, "/");

        await page.GetByRole(AriaRole.Link, new() { Name = "Glasgow" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Why?" }).ClickAsync();

        var working = page.Locator("details.finding[open] .working");
        await working.WaitForAsync();
        Assert.Contains("The rule.", await working.InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await working.Locator("table tbody tr").CountAsync() > 1);
    }

    [Fact]
    public async Task Table_DroppedOnThePage_IsAssessed()
    {
        var page = await chrome.OpenAsync(Desk);
        await GoAsync(page, "/try");
        await page.FillAsync("#name", "Springfield");

        await page.EvaluateAsync(
            """
            text => {
              const data = new DataTransfer();
              data.items.add(new File([text], "springfield.csv", { type: "text/csv" }));
              document.querySelector("ls-drop").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
            }
            """,
            TryTests.Table
        );
        await page.ArriveAsync("/try/.");
        await page.FillAsync("#net-zero", "2045");
        await page.ClickAsync("form[action*='/target'] button");

        await page.Locator("#finding-pace").WaitForAsync();
        Assert.Contains("Springfield", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Table_SentWithoutScript_IsAssessed()
    {
        var page = await chrome.OpenAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync(new Uri(site.Root, "/try").ToString());
        await page.FillAsync("#name", "Shelbyville");
        await page.SetInputFilesAsync(
            "#file",
            new FilePayload
            {
                Name = "t.csv",
                MimeType = "text/csv",
                Buffer = System.Text.Encoding.UTF8.GetBytes(TryTests.Table),
            }
        );

        await page.ClickAsync("form.drop button");

        Assert.Contains("Shelbyville", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        await page.ClickAsync("form[action*='/target'] button");
        await page.ClickAsync("#finding-pace summary");
        Assert.True(await page.Locator("#finding-pace .working").IsVisibleAsync());
    }

    [Fact]
    public async Task FirstView_IsSmall()
    {
        var page = await chrome.OpenAsync(Phone);
        var bytes = 0;
        var log = new List<string>();
        page.RequestFinished += async (_, request) =>
        {
            var sizes = await request.SizesAsync();
            Interlocked.Add(ref bytes, sizes.ResponseBodySize + sizes.ResponseHeadersSize);
            lock (log)
            {
                log.Add($"{sizes.ResponseBodySize} {request.Url}");
            }
        };

        await page.GotoAsync(
            new Uri(site.Root, "/plans/glasgow").ToString(),
            new() { WaitUntil = WaitUntilState.NetworkIdle }
        );
        await page.EvaluateAsync("document.fonts.ready");

        Assert.InRange(bytes, 10_000, FirstViewBytes);
        Assert.Contains(log, l => l.Contains("inter-400", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keyboard_ReachesContentChartAndFindings()
    {
        var page = await chrome.OpenAsync(Desk);
        await GoAsync(page, "/plans/glasgow");

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("skip", await page.EvaluateAsync<string>("document.activeElement.className"));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await page.EvaluateAsync<string>("document.activeElement.id"));

        await page.Locator(".ls-chart-picture").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Contains("2005", await page.Locator(".readout").InnerTextAsync(), StringComparison.Ordinal);

        await page.Locator("#finding-scope summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await page.Locator("#finding-scope .working").IsVisibleAsync());
    }

    [Fact]
    public async Task Paper_HasTheWorkingAndNoNavigation()
    {
        var page = await chrome.OpenAsync(Desk);
        await GoAsync(page, "/plans/glasgow");

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Equal(0, await page.Locator(".masthead nav:visible").CountAsync());
        Assert.False(await page.Locator("#downloads").IsVisibleAsync());
        Assert.True(await page.Locator("#finding-pace .working").IsVisibleAsync());
        Assert.Equal(
            "rgb(255, 255, 255)",
            await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor")
        );
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Axe_InLightAndDark_FindsNothing(string path)
    {
        var axe = Repository.Path("src/Lodestar.Web/node_modules/axe-core/axe.min.js");
        Assert.SkipUnless(File.Exists(axe), "axe-core is not installed: the front end was built without Node.");
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await chrome.OpenAsync(new() { ColorScheme = scheme, BypassCSP = true });
            await page.GotoAsync(new Uri(site.Root, path).ToString());
            await page.EvaluateAsync("() => { for (const d of document.querySelectorAll('details')) d.open = true; }");
            await page.AddScriptTagAsync(new() { Path = axe });

            var found = await page.EvaluateAsync<string[]>(
                "async () => (await axe.run()).violations.map(v => `${v.id}: ${v.nodes.slice(0, 4).map(n => n.target.join(' ')).join(', ')}`)"
            );

            Assert.True(found.Length == 0, $"{scheme}: {string.Join("; ", found)}");
        }
    }

    private async Task GoAsync(IPage page, string path)
    {
        var faults = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal))
            {
                faults.Add(message.Text);
            }
        };
        page.PageError += (_, error) => faults.Add(error);
        await page.GotoAsync(new Uri(site.Root, path).ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Empty(faults);
    }
}
