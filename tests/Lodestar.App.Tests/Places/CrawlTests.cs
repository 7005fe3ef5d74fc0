// SPDX-License-Identifier: Apache-2.0
using AngleSharp.Html.Parser;

namespace Lodestar.App.Tests.Places;

/// <summary>Opens what can be reached from the start page, link by link.</summary>
public sealed class CrawlTests(ManyPlacesSite many) : IClassFixture<ManyPlacesSite>
{
    private const int Most = 400;

    // An address in many guises (sorted, filtered, paged, compared with …) is opened in a few of them.
    private const int GuisesOfAPath = 12;

    [Fact]
    public async Task EveryInternalLink_FromTheStartPage_Opens()
    {
        var site = many.Require();
        var waiting = new Queue<(string Address, string From)>([("/", "")]);
        var seen = new HashSet<string> { "/" };
        var guises = new Dictionary<string, int>();
        var opened = 0;
        var pages = 0;
        var faults = new List<string>();
        while (waiting.TryDequeue(out var next) && opened < Most)
        {
            opened++;
            using var response = await site.Http.GetAsync(new Uri(next.Address, UriKind.Relative));
            var text = await response.Content.ReadAsStringAsync();
            if ((int)response.StatusCode != 200)
            {
                faults.Add($"{next.Address} (linked from {next.From}): {(int)response.StatusCode}");
                continue;
            }

            if (response.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            pages++;
            var page = await new HtmlParser().ParseDocumentAsync(text);
            if (
                page.QuerySelectorAll("h1").Length != 1
                || page.Body!.TextContent.Contains("Something broke", StringComparison.Ordinal)
                || page.Body.TextContent.Contains("{0}", StringComparison.Ordinal)
            )
            {
                faults.Add($"{next.Address}: not whole");
            }

            foreach (var link in page.QuerySelectorAll("a[href], link[href], script[src]"))
            {
                var address = (link.GetAttribute("href") ?? link.GetAttribute("src"))!.Split('#')[0];
                if (!address.StartsWith('/') || !seen.Add(address))
                {
                    continue;
                }

                var path = address.Split('?')[0];
                guises[path] = guises.GetValueOrDefault(path) + 1;
                if (guises[path] <= GuisesOfAPath)
                {
                    waiting.Enqueue((address, next.Address));
                }
            }
        }

        Assert.Equal([], faults);
        Assert.True(pages > 100, $"Only {pages} pages were reached.");
    }
}
