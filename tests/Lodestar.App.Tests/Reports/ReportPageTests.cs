// SPDX-License-Identifier: Apache-2.0
using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Lodestar.App.Tests.Browser;
using Lodestar.App.Tests.Web;
using Lodestar.Formats.CouncilPapers;
using Lodestar.Testing;
using Microsoft.Playwright;

namespace Lodestar.App.Tests.Reports;

/// <summary>The council paper on the site: a file and a page.</summary>
public sealed class ReportPageTests(RunningSite site, Chrome chrome)
    : IClassFixture<RunningSite>,
        IClassFixture<Chrome>,
        IAsyncLifetime
{
    private const string Page = "/plans/two-sectors/report?date=2023-06-30";
    private const string Plain = "/plans/nottingham/report";

    public async ValueTask InitializeAsync() => await site.SaveAsync(TwoSectors.Id, null, TwoSectors.Files);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task File_IsAWordDocument_TheSameOnceMore()
    {
        var address = new Uri("/plans/two-sectors/report.docx?date=2023-06-30", UriKind.Relative);
        using var response = await site.Http.GetAsync(address);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        using var again = await site.Http.GetAsync(address);
        using var known = new HttpRequestMessage(HttpMethod.Get, address);
        known.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        using var unchanged = await site.Http.SendAsync(known);

        Assert.Equal(PaperDocument.MediaType, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("two-sectors-2023-06-30.docx", response.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(bytes, await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        Assert.Equal(4, document.MainDocumentPart!.ChartParts.Count());
    }

    [Fact]
    public async Task Page_SaysWhatTheFileSays()
    {
        var page = await site.PageAsync(Page);
        var bytes = await site.Http.GetByteArrayAsync(
            new Uri("/plans/two-sectors/report.docx?date=2023-06-30", UriKind.Relative)
        );
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        var body = document.MainDocumentPart!.Document.Body!;

        Assert.Equal(
            body.Descendants<TableCell>().Select(c => c.InnerText),
            page.QuerySelectorAll(".council-paper th, .council-paper td").Select(c => c.TextContent)
        );
        Assert.Equal(
            body.Elements<Paragraph>()
                .Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val == "Heading1")
                .Select(p => p.InnerText),
            page.QuerySelectorAll(".council-paper h2").Select(h => h.TextContent)
        );
        Assert.Equal(4, page.QuerySelectorAll(".council-paper figure").Length);
    }

    [Theory]
    [InlineData("/plans/none/report")]
    [InlineData("/plans/none/report.docx")]
    [InlineData("/plans/two-sectors/report?revision=ffffff")]
    public async Task Address_OfNothing_IsNotFound(string path) => await site.PageAsync(path, 404);

    [Fact]
    public async Task PlanPage_LeadsToBoth()
    {
        var page = await site.PageAsync("/plans/two-sectors?date=2023-06-30");
        var links = page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ToList();

        Assert.Contains("/plans/two-sectors/report.docx?date=2023-06-30", links);
        Assert.Contains("/plans/two-sectors/report?date=2023-06-30", links);
    }

    [Fact]
    public async Task Papers_BeyondTheLimit_AreRefused()
    {
        await using var small = await RunningSite.WithAsync(o => o with { ReportsPerMinute = 1 });
        await small.SaveAsync(TwoSectors.Id, null, TwoSectors.Files);
        var address = new Uri("/plans/two-sectors/report.docx", UriKind.Relative);
        using var first = await small.Http.GetAsync(address);
        using var second = await small.Http.GetAsync(address);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (first.StatusCode, second.StatusCode));
    }

    [Fact]
    public async Task Page_Printed_IsAPdfWithoutTheSitesNavigation()
    {
        var page = await chrome.OpenAsync(new());
        await page.GotoAsync(new Uri(site.Root, Page).ToString());

        var pdf = await page.PdfAsync(new() { Format = "A4", PrintBackground = true });
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Equal("%PDF-"u8, pdf.AsSpan(0, 5));
        Assert.False(await page.IsVisibleAsync(".masthead"));
        Assert.False(await page.IsVisibleAsync(".paper-tools"));
        Assert.True(await page.IsVisibleAsync("#paper-method"));
    }

    [Theory]
    [InlineData(Page)]
    [InlineData(Plain)]
    [InlineData(Page + "&lang=fr")]
    public async Task Axe_InLightAndDark_FindsNothing(string path)
    {
        var axe = Repository.Path("src/Lodestar.Web/node_modules/axe-core/axe.min.js");
        Assert.SkipUnless(File.Exists(axe), "axe-core is not installed: the front end was built without Node.");
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await chrome.OpenAsync(new() { ColorScheme = scheme, BypassCSP = true });
            await page.GotoAsync(new Uri(site.Root, path).ToString());
            await page.AddScriptTagAsync(new() { Path = axe });

            var found = await page.EvaluateAsync<string[]>(
                "async () => (await axe.run()).violations.map(v => `${v.id}: ${v.nodes.slice(0, 4).map(n => n.target.join(' ')).join(', ')}`)"
            );

            Assert.True(found.Length == 0, $"{scheme}: {string.Join("; ", found)}");
        }
    }

    [Fact]
    public async Task Page_OnAPhone_IsNotWiderThanTheScreen()
    {
        var page = await chrome.OpenAsync(
            new()
            {
                ViewportSize = new() { Width = 360, Height = 780 },
                IsMobile = true,
            }
        );

        await page.GotoAsync(new Uri(site.Root, Page).ToString());

        Assert.Equal(360, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }
}
