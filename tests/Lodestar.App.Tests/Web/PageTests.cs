// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using Lodestar.Storage.Revisions;

namespace Lodestar.App.Tests.Web;

public sealed class PageTests(RunningSite site) : IClassFixture<RunningSite>
{
    private const string Evil = "<script>alert(1)</script>\" onload=\"x";

    [Theory]
    [InlineData("/")]
    [InlineData("/plans/glasgow")]
    [InlineData("/plans/glasgow?boundary=basic-plus")]
    [InlineData("/plans/glasgow?boundary=territorial")]
    [InlineData("/plans/glasgow/history")]
    [InlineData("/try")]
    [InlineData("/findings")]
    [InlineData("/places")]
    [InlineData("/places?view=table")]
    [InlineData("/places?q=manchester")]
    [InlineData("/places/jp")]
    [InlineData("/compare")]
    [InlineData("/compare?places=glasgow,manchester")]
    public async Task Page_OfTheSite_IsWhole(string path)
    {
        var page = await site.PageAsync(path);

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.NotNull(page.QuerySelector("main#main"));
        Assert.EndsWith("Lodestar", page.Title, StringComparison.Ordinal);
        // An id without a text shows as itself.
        Assert.DoesNotContain(page.All.Where(e => e.ChildElementCount == 0), e => LooksLikeId(e.TextContent));
        Assert.Empty(page.QuerySelectorAll("[style], script:not([src]), [onclick]"));
    }

    [Fact]
    public async Task Ids_OnThePlanPage_AreUnique()
    {
        var page = await site.PageAsync("/plans/glasgow");

        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id!).ToArray();

        Assert.Equal(ids.Distinct().Order(), ids.Order());
    }

    [Fact]
    public async Task LocalLinks_OnThePlanPage_LeadSomewhere()
    {
        var page = await site.PageAsync("/plans/glasgow");
        var links = page.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!).Distinct().ToArray();
        Assert.Contains(links, l => l.StartsWith("/api/v1/", StringComparison.Ordinal));

        // A followed choice of language would stay with the client that the other tests share.
        foreach (var link in links.Where(l => l.StartsWith('/') && !l.Contains("lang=", StringComparison.Ordinal)))
        {
            using var response = await site.Http.GetAsync(new Uri(link, UriKind.Relative));
            Assert.True(response.IsSuccessStatusCode, $"{link}: {response.StatusCode}");
        }

        Assert.All(links.Where(l => l.StartsWith('#')), l => Assert.NotNull(page.GetElementById(l[1..])));
    }

    [Fact]
    public async Task PlanPage_OfGlasgow_SaysTheAmountAndItsBoundary()
    {
        var page = await site.PageAsync("/plans/glasgow");

        var figures = page.QuerySelector(".figures")!.TextContent;
        Assert.Matches(@"1,839\skt", figures);
        Assert.Contains("BASIC", figures, StringComparison.Ordinal);
        Assert.Contains("motorways", page.QuerySelector("#sectors .reading")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlanPage_ShowsAllSixteenFindings()
    {
        var page = await site.PageAsync("/plans/glasgow");

        Assert.Equal(16, page.QuerySelectorAll("[id^=finding-]").Length);
        Assert.NotNull(page.QuerySelector("details#finding-pace .working table"));
        Assert.DoesNotContain("Message {", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Boundary_InTheAddress_ChangesTheSentence()
    {
        var basic = await site.PageAsync("/plans/glasgow?boundary=basic");
        var territorial = await site.PageAsync("/plans/glasgow?boundary=territorial");

        Assert.NotEqual(
            basic.QuerySelector("#sectors .reading")!.TextContent,
            territorial.QuerySelector("#sectors .reading")!.TextContent
        );
        Assert.Equal("Territorial", territorial.QuerySelector("#sectors [aria-current]")!.TextContent);
    }

    [Fact]
    public async Task Page_KnownToTheBrowser_IsNotSentAgain()
    {
        using var first = await site.Http.GetAsync(new Uri("/plans/glasgow", UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/plans/glasgow", UriKind.Relative));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await site.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Answers_CarryTheSecurityHeaders()
    {
        using var response = await site.Http.GetAsync(new Uri("/", UriKind.Relative));

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Assets_AreKeptForEverAndCompressed()
    {
        var page = await site.PageAsync("/");
        var css = page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(css, UriKind.Relative));
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));

        using var response = await site.Http.SendAsync(request);

        Assert.Contains("immutable", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("br", response.Content.Headers.ContentEncoding.Single());
    }

    [Fact]
    public async Task UnknownPlan_SuggestsTheNearest()
    {
        var page = await site.PageAsync("/plans/glasgo", 404);

        Assert.Contains(page.QuerySelectorAll("main a"), a => a.GetAttribute("href") == "/plans/glasgow");
    }

    [Fact]
    public async Task UnknownAddress_IsAPageToo()
    {
        var page = await site.PageAsync("/nowhere/at/all", 404);

        Assert.Equal("There is nothing at this address", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Health_OfARunningSite_IsOk()
    {
        Assert.Equal("ok", await site.Http.GetStringAsync(new Uri("/healthz", UriKind.Relative)));
    }

    /// <summary>10 kt over 50 GWh are 0.2 kg a kilowatt-hour.</summary>
    [Fact]
    public async Task PlanPage_WithAnActivity_ShowsWhatAUnitOfItEmits()
    {
        await site.SaveAsync(
            "acting",
            null,
            (
                "plan.yaml",
                "format: lodestar-plan@1\nid: acting\nname: Acting\ninventories:\n  - id: a\n    file: inventory/a.csv\n"
            ),
            (
                "inventory/a.csv",
                "id,category,label,role,unit,2019,2020\nr,I.1.1,Homes,,kt CO2,11,10\nburnt,I.1.1,,activity,GWh,,50\n"
            )
        );

        var page = await site.PageAsync("/plans/acting");

        var rows = page.QuerySelectorAll("tr").Where(r => r.QuerySelector("th[scope=row]") is not null).ToList();
        Assert.Contains(rows, r => r.QuerySelector("th")!.TextContent == "burnt (activity)");
        var implied = rows.Single(r => r.QuerySelector("th")!.TextContent == "burnt: implied factor");
        Assert.Equal("0.2", implied.QuerySelectorAll("td.n")[^1].TextContent);
    }

    [Fact]
    public async Task TextsOfAPlan_AreEscaped()
    {
        var name = Evil.Replace("\"", "\\\"", StringComparison.Ordinal);
        await site.SaveAsync(
            "evil",
            null,
            (
                "plan.yaml",
                $"format: lodestar-plan@1\nid: evil\nname: \"{name}\"\ninventories:\n  - id: a\n    file: inventory/a.csv\n    title: \"{name}\"\n    boundary_note: \"{name}\"\n    source: s\nsources:\n  - {{id: s, title: \"{name}\", url: \"javascript:alert(1)\"}}\n"
            ),
            (
                "inventory/a.csv",
                $"id,category,label,unit,2019,2020\nr,I.1.1,{Evil.Replace("\"", "", StringComparison.Ordinal)},t CO2,10,9\n"
            )
        );

        foreach (var path in new[] { "/", "/plans/evil", "/plans/evil/history" })
        {
            var page = await site.PageAsync(path);
            Assert.Empty(page.QuerySelectorAll("script:not([src]), [onload], a[href^='javascript:']"));
            Assert.Contains("<script>alert(1)</script>", page.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Post_FromAnotherSite_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/plans", UriKind.Relative));
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var response = await site.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Request_ForAnotherHost_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative));
        request.Headers.Host = "rebound.example";

        using var response = await site.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Restore_OfAnOlderRevision_AddsOneOnTop()
    {
        const string Plan =
            "format: lodestar-plan@1\nid: two\nname: Two\ninventories:\n  - {id: a, file: inventory/a.csv}\n";
        var first = Assert.IsType<SaveOutcome.Saved>(
            await site.SaveAsync("two", null, ("plan.yaml", Plan), ("inventory/a.csv", "id,unit,2020\nr,t CO2,1\n"))
        );
        await site.SaveAsync(
            "two",
            first.Revision.Id,
            ("plan.yaml", Plan),
            ("inventory/a.csv", "id,unit,2020\nr,t CO2,2\n")
        );
        var history = await site.PageAsync("/plans/two/history");
        var diff = await site.PageAsync("/plans/two/diff");
        Assert.Contains("r,t CO2,2", diff.QuerySelector(".added")!.TextContent, StringComparison.Ordinal);

        using var response = await site.Http.PostAsync(
            new Uri("/plans/two/restore", UriKind.Relative),
            new FormUrlEncodedContent(Fields(history.QuerySelector("form[action$=restore]")!))
        );

        var after = await RunningSite.ParseAsync(response);
        Assert.Equal(3, after.QuerySelectorAll(".history tbody tr").Length);
        Assert.Contains(
            "Back to revision 1",
            after.QuerySelector(".history tbody tr")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Restore_WithoutTheFormsToken_ChangesNothing()
    {
        using var form = new FormUrlEncodedContent([new("revision", "abcdef")]);

        using var response = await site.Http.PostAsync(new Uri("/plans/glasgow/restore", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task StartPage_OfAnEmptyStore_OffersTheFirstStep()
    {
        await using var empty = await RunningSite.WithAsync(o => o);

        var page = await empty.PageAsync("/");

        Assert.NotNull(page.QuerySelector(".empty a[href='/try']"));
    }

    internal static IEnumerable<KeyValuePair<string, string>> Fields(IElement form) =>
        form.QuerySelectorAll("input[type=hidden]")
            .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!));

    private static bool LooksLikeId(string text) =>
        System.Text.RegularExpressions.Regex.IsMatch(
            text.Trim(),
            @"^(web|chart|api|finding|headline|gpc|boundary)\.[a-z0-9.-]+( \(.*\))?$"
        );
}
