// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Lodestar.App.Tests.Web;

namespace Lodestar.App.Tests.Languages;

/// <summary>Which language a visitor gets, and that nobody gets another's from a cache.</summary>
public sealed class NegotiationTests : IClassFixture<RunningSite>, IDisposable
{
    private readonly RunningSite _site;

    // No cookies of its own: each request says all it wants.
    private readonly HttpClient _http;

    public NegotiationTests(RunningSite site)
    {
        _site = site;
        _http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = site.Root,
        };
    }

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData(null, null, null, "en")]
    [InlineData(null, null, "fr", "fr")]
    [InlineData(null, null, "fr-CA,fr;q=0.8", "fr")]
    [InlineData(null, null, "en;q=0.4, fr;q=0.5", "fr")]
    [InlineData(null, null, "fr;q=0.4, en-GB;q=0.5", "en")]
    [InlineData(null, null, "de, sv;q=0.9, fr;q=0.1", "fr")]
    [InlineData(null, null, "fr;q=0, de", "en")]
    [InlineData(null, null, "fr;q=0, *", "en")]
    [InlineData(null, null, "*", "en")]
    [InlineData(null, null, "de", "en")]
    [InlineData(null, null, "q=fr;;,", "en")]
    [InlineData(null, "fr", null, "fr")]
    [InlineData(null, "en", "fr", "en")]
    [InlineData(null, "nonsense", "fr", "fr")]
    [InlineData("fr", null, null, "fr")]
    [InlineData("fr", "en", "en", "fr")]
    [InlineData("en", "fr", "fr", "en")]
    [InlineData("de", null, "fr", "fr")]
    public async Task Language_OfAPage_IsAskedThenChosenThenPreferred(
        string? query,
        string? cookie,
        string? preferred,
        string expected
    )
    {
        foreach (var path in new[] { "/", "/plans/glasgow", "/try", "/nowhere" })
        {
            using var response = await AskAsync(
                query is null ? path : $"{path}?lang={query}",
                cookie is null ? null : $"lodestar-language={cookie}",
                preferred
            );

            Assert.Equal(expected, (await RunningSite.ParseAsync(response)).DocumentElement.GetAttribute("lang"));
            Assert.Equal(expected, response.Content.Headers.ContentLanguage.Single());
            Assert.Contains("Accept-Language", response.Headers.Vary);
            Assert.Contains("Cookie", response.Headers.Vary);
        }
    }

    [Fact]
    public async Task Choice_InTheAddress_IsKeptInOneSmallCookie()
    {
        using var response = await AskAsync("/?lang=fr");

        var cookie = response
            .Headers.GetValues("Set-Cookie")
            .Single(c => c.StartsWith("lodestar-language", StringComparison.Ordinal));
        Assert.StartsWith("lodestar-language=fr;", cookie, StringComparison.Ordinal);
        Assert.Contains("max-age=31536000", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?lang=de")]
    [InlineData("/")]
    [InlineData("/api/v1/plans?lang=fr")]
    [InlineData("/healthz?lang=fr")]
    public async Task Cookie_OfNoChoice_IsNotSet(string path)
    {
        using var response = await AskAsync(path, null, "fr");

        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/plans/glasgow")]
    [InlineData("/plans/glasgow?boundary=territorial")]
    [InlineData("/findings")]
    public async Task Page_Cached_IsNeverServedInAnotherLanguage(string path)
    {
        for (var round = 0; round < 2; round++)
        {
            foreach (var language in new[] { "fr", "en" })
            {
                using var response = await AskAsync(path, null, language);
                Assert.Equal(language, (await RunningSite.ParseAsync(response)).DocumentElement.GetAttribute("lang"));
            }
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/plans/glasgow")]
    [InlineData("/findings")]
    [InlineData("/api/v1/plans")]
    [InlineData("/api/v1/plans/glasgow")]
    [InlineData("/api/v1/plans/glasgow/assessment")]
    [InlineData("/api/v1/plans/glasgow/charts/trajectory.svg")]
    [InlineData("/api/v1/plans/glasgow/charts/sectors.svg")]
    public async Task EntityTag_OfOneLanguage_IsNoneOfTheOther(string path)
    {
        using var french = await AskAsync(path, null, "fr");
        using var english = await AskAsync(path, null, "en");
        Assert.NotEqual(french.Headers.ETag, english.Headers.ETag);

        using var same = await AskAsync(path, null, "fr", french.Headers.ETag);
        using var other = await AskAsync(path, null, "en", french.Headers.ETag);

        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Contains("Accept-Language", same.Headers.Vary);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Api_InFrench_KeepsIdsAndNumbers()
    {
        const string Path = "/api/v1/plans/glasgow/assessment?date=2026-11-22";
        using var french = await AskAsync(Path, null, "fr");
        using var english = await AskAsync(Path, null, "en");

        using var fr = JsonDocument.Parse(await french.Content.ReadAsStringAsync());
        using var en = JsonDocument.Parse(await english.Content.ReadAsStringAsync());

        var (first, second) = (Sentence(fr), Sentence(en));
        Assert.Equal(first.GetProperty("id").GetString(), second.GetProperty("id").GetString());
        Assert.NotEqual(first.GetProperty("text").GetString(), second.GetProperty("text").GetString());
        Assert.Equal("fr", french.Content.Headers.ContentLanguage.Single());
        Assert.Equal(WithoutTexts(fr.RootElement), WithoutTexts(en.RootElement));

        static JsonElement Sentence(JsonDocument json) => json.RootElement.GetProperty("headline")[0];
    }

    [Fact]
    public async Task Problem_OfTheApi_IsSaidInFrench()
    {
        using var response = await AskAsync("/api/v1/plans/nowhere", null, "fr");

        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal("Il n’y a pas de plan nowhere.", json.RootElement.GetProperty("detail").GetString());
        Assert.Equal("fr", response.Content.Headers.ContentLanguage.Single());
    }

    [Theory]
    [InlineData(
        "/plans/glasgow?boundary=territorial&date=2026-11-22",
        "/plans/glasgow?boundary=territorial&date=2026-11-22&lang=fr"
    )]
    [InlineData("/?lang=en", "/?lang=fr")]
    [InlineData("/try", "/try?lang=fr")]
    [InlineData("/nowhere?q=%3Cb%3E", "/nowhere?q=%3Cb%3E&lang=fr")]
    [InlineData("//evil.example/x", "/evil.example/x?lang=fr")]
    public async Task Switch_OfTheLanguage_KeepsTheAddress(string path, string expected)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri($"{_site.Root.GetLeftPart(UriPartial.Authority)}{path}")
        );
        using var response = await _http.SendAsync(request);
        var page = await RunningSite.ParseAsync(response);

        Assert.Equal(expected, page.QuerySelector(".languages a[lang=fr]")!.GetAttribute("href"));
        Assert.Equal("English", page.QuerySelector(".languages a[aria-current]")!.TextContent);
        var alternates = page.QuerySelectorAll("link[rel=alternate][hreflang]")
            .ToDictionary(l => l.GetAttribute("hreflang")!);
        Assert.Equal(["en", "fr", "x-default"], alternates.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(expected, alternates["fr"].GetAttribute("href"));
        Assert.DoesNotContain("lang=", alternates["x-default"].GetAttribute("href")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switch_OnAPageThatAnswersAForm_LeadsBackToTheForm()
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri("/plans/glasgow/restore", UriKind.Relative)
        );
        request.Headers.Referrer = new Uri(_site.Root, "/plans/glasgow/history?lang=en");

        using var response = await _http.SendAsync(request);

        var page = await RunningSite.ParseAsync(response);
        Assert.Equal(
            "/plans/glasgow/history?lang=fr",
            page.QuerySelector(".languages a[lang=fr]")!.GetAttribute("href")
        );
    }

    private async Task<HttpResponseMessage> AskAsync(
        string path,
        string? cookie = null,
        string? preferred = null,
        EntityTagHeaderValue? known = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        if (preferred is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", preferred);
        }

        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        return await _http.SendAsync(request);
    }

    // What is left of an answer when its sentences are taken out.
    internal static string WithoutTexts(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => string.Concat(
                element.EnumerateObject().Where(p => p.Name != "text").Select(p => $"{p.Name}:{WithoutTexts(p.Value)};")
            ),
            JsonValueKind.Array => $"[{string.Join(',', element.EnumerateArray().Select(WithoutTexts))}]",
            _ => element.ToString(),
        };
}
