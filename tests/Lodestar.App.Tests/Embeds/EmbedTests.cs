// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Lodestar.App.Tests.Web;
using Lodestar.Testing;

namespace Lodestar.App.Tests.Embeds;

/// <summary>What other sites may put into a frame, and what they may not.</summary>
public sealed partial class EmbedTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Theory]
    [InlineData("/embed/plans/glasgow/card", 200)]
    [InlineData("/embed/plans/glasgow/chart?theme=dark", 200)]
    [InlineData("/embed/alliances/carbon-neutral-cities-alliance/card", 200)]
    [InlineData("/embed/plans/nowhere/card", 404)]
    [InlineData("/embed/alliances/nowhere/card", 404)]
    public async Task Embed_MayBeFramed_RunsNothingAndKeepsNothing(string path, int status)
    {
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = site.Root };
        using var response = await http.GetAsync(
            new Uri(path + (path.Contains('?') ? "&" : "?") + "lang=fr", UriKind.Relative)
        );

        Assert.Equal(status, (int)response.StatusCode);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors *", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.False(response.Headers.Contains("X-Frame-Options"));
        var page = await RunningSite.ParseAsync(response);
        Assert.Empty(page.QuerySelectorAll("script, [style], form"));
        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
        Assert.All(page.QuerySelectorAll("a[href]"), a => Assert.Equal("_top", a.GetAttribute("target")));
        Assert.NotEmpty(page.QuerySelectorAll("a[href]"));
        Assert.InRange(page.DocumentElement.OuterHtml.Length, 200, 150_000);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/plans/glasgow")]
    [InlineData("/plans/glasgow/areas")]
    [InlineData("/areas")]
    [InlineData("/embed/")]
    [InlineData("/embed/plans/glasgow")]
    [InlineData("/api/v1/plans")]
    public async Task EverythingElse_MayNotBeFramed(string path)
    {
        using var response = await site.Http.GetAsync(new Uri(path, UriKind.Relative));

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'none'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_SaysWhatThePlanPageSays()
    {
        var card = await site.PageAsync("/embed/plans/glasgow/card");
        var page = await site.PageAsync("/plans/glasgow");

        Assert.Equal("Glasgow", card.QuerySelector("h1")!.TextContent);
        Assert.Equal(
            Words(page.QuerySelector(".headline h1")!.TextContent),
            Words(card.QuerySelector(".embed-headline")!.TextContent)
        );
        Assert.Equal(page.QuerySelector(".holds .verdict")!.ClassName, card.QuerySelector(".verdict")!.ClassName);
        Assert.Equal("/plans/glasgow?lang=en", card.QuerySelector("h1 a")!.GetAttribute("href"));
        Assert.Contains(
            "22\u00a0November\u00a02026",
            card.QuerySelector(".embed-foot")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("?theme=light", "embedded light")]
    [InlineData("?theme=dark", "embedded dark")]
    [InlineData("?theme=\"><script>", "embedded")]
    [InlineData("", "embedded")]
    public async Task Theme_OfTheAddress_IsOneOfTwoOrNone(string query, string expected)
    {
        var page = await site.PageAsync(
            "/embed/plans/glasgow/card"
                + Uri.EscapeDataString(query)
                    .Replace("%3F", "?", StringComparison.Ordinal)
                    .Replace("%3D", "=", StringComparison.Ordinal)
        );

        Assert.Equal(expected, page.DocumentElement.ClassName!.Trim());
    }

    /// <summary>A frame with a fixed theme has the palette that the pages have.</summary>
    [Fact]
    public void Themes_HaveThePaletteOfThePages()
    {
        var style = Repository.Path("src/Lodestar.Web/wwwroot/style");
        var (pages, frames) = (Read(Path.Combine(style, "1-base.css")), Read(Path.Combine(style, "9-embeds.css")));

        Assert.Equal(pages[0], frames[0]);
        Assert.Equal(pages[1], frames[1]);
        Assert.True(pages[1].Length > 15);

        static string[][] Read(string file) =>
            [
                .. Root()
                    .Matches(File.ReadAllText(file))
                    .Select(m => Colour().Matches(m.Groups[1].Value).Select(c => c.Value).ToArray()),
            ];
    }

    [Fact]
    public async Task PlanPage_OffersTheLinesWithItsOwnAddress()
    {
        var page = await site.PageAsync("/plans/glasgow");

        var code = page.QuerySelector("#embed-card")!.TextContent;
        Assert.StartsWith(
            $"<iframe src=\"{site.Root}embed/plans/glasgow/card?lang=en\" title=\"Glasgow: does it add up to net zero?\"",
            code,
            StringComparison.Ordinal
        );
        Assert.Contains("width=\"100%\"", code, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#embed-chart"));
    }

    /// <summary>A page kept for one host must not hand its address to readers of another.</summary>
    [Fact]
    public async Task PlanPage_UnderTwoNames_GivesEachItsOwn()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/plans/glasgow", UriKind.Relative));
        request.Headers.Host = $"localhost:{site.Root.Port}";
        await site.PageAsync("/plans/glasgow");

        using var response = await site.Http.SendAsync(request);

        var code = (await RunningSite.ParseAsync(response)).QuerySelector("#embed-card")!.TextContent;
        Assert.Contains($"http://localhost:{site.Root.Port}/embed/", code, StringComparison.Ordinal);
    }

    private static string Words(string text) =>
        string.Join(' ', text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@":root[.a-z]* \{(.*?)\}", RegexOptions.Singleline)]
    private static partial Regex Root();

    [GeneratedRegex(@"--ls-[a-z][a-z0-9-]*: #[0-9a-f]+")]
    private static partial Regex Colour();
}
