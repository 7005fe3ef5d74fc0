// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Lodestar.App.Tests.Web;
using Lodestar.Formats.Library;
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.PlanFolder.Model;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Library;
using Lodestar.Planning.Plans;
using Lodestar.Testing;

namespace Lodestar.App.Tests.Languages;

/// <summary>Every page that a French visitor can reach is in French, but for what publishers and places wrote themselves.</summary>
public sealed partial class CrawlTests(RunningSite site) : IClassFixture<RunningSite>
{
    private const int FewestPages = 12;
    private const int MostPages = 80;

    [Fact]
    public async Task Pages_ReachedInFrench_HoldNoEnglishAndNoId()
    {
        using var http = new HttpClient { BaseAddress = site.Root };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr");
        var written = Written();
        var waiting = new Queue<string>(["/", "/nowhere", "/plans/glasgo", await PreviewAsync(http)]);
        var seen = waiting.ToHashSet();
        var left = new List<string>();
        var pages = 0;
        while (waiting.TryDequeue(out var path) && pages < MostPages)
        {
            using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
            if (response.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            pages++;
            var page = await RunningSite.ParseAsync(response);
            left.AddRange(English(page, written).Select(text => $"{path}: {text}"));
            foreach (var link in Links(page).Where(seen.Add))
            {
                waiting.Enqueue(link);
            }
        }

        Assert.True(pages >= FewestPages, $"Only {pages} pages were reached.");
        Assert.True(left.Count == 0, string.Join('\n', left.Distinct()));
    }

    [Theory]
    [InlineData("<p>Le plan of the city</p>", 1)]
    [InlineData("<p title='Saved for you'>Le plan</p>", 1)]
    [InlineData("<p>web.plan.holds</p>", 1)]
    [InlineData("<p>finding.budget.sentence (year: 2030)</p>", 1)]
    [InlineData("<p>Le plan <code>of the city</code></p>", 0)]
    [InlineData("<p>Source : Office of the City, 2020.</p>", 0)]
    [InlineData("<p>Il reste 5 kt CO₂ en 2030, soit 3 % du total.</p>", 0)]
    public async Task Tripwire_Planted_IsTripped(string html, int found)
    {
        using var response = new HttpResponseMessage { Content = new StringContent(html) };

        Assert.Equal(found, English(await RunningSite.ParseAsync(response), ["Office of the City"]).Count());
    }

    private static async Task<string> PreviewAsync(HttpClient http)
    {
        using var form = await http.GetAsync(new Uri("/try", UriKind.Relative));
        var page = await RunningSite.ParseAsync(form);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in PageTests.Fields(page.QuerySelector("form")!))
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(
            new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(TryTests.Table)),
            "file",
            "springfield.csv"
        );
        using var preview = await http.PostAsync(new Uri("/try", UriKind.Relative), content);
        return preview.RequestMessage!.RequestUri!.PathAndQuery;
    }

    // Pages of this site; the language switch would take the crawl into English.
    private static IEnumerable<string> Links(IHtmlDocument page) =>
        page.QuerySelectorAll("a[href^='/']:not([hreflang])")
            .Select(a => a.GetAttribute("href")!.Split('#')[0])
            .Where(l => !l.StartsWith("/api/", StringComparison.Ordinal))
            .Where(l => !l.StartsWith("/assets/", StringComparison.Ordinal));

    private static IEnumerable<string> English(IHtmlDocument page, IReadOnlyList<string> written)
    {
        var texts = page.Descendants()
            .OfType<IText>()
            .Where(t => t.ParentElement is { } parent && parent.Closest("code, script, style, [lang=en]") is null)
            .Select(t => t.Data);
        var attributes = page.All.SelectMany(e =>
            new[] { "title", "aria-label", "alt", "placeholder", "content" }.Select(e.GetAttribute).OfType<string>()
        );
        foreach (var text in texts.Concat(attributes).Append(page.Title ?? ""))
        {
            var own = written.Aggregate(text, (rest, data) => rest.Replace(data, "", StringComparison.Ordinal));
            if (EnglishWord().IsMatch(own) || Id().IsMatch(own))
            {
                yield return text.Trim();
            }
        }
    }

    // The sources that the program itself carries.
    private static readonly string[] OwnSources =
    [
        "Indicators of Global Climate Change",
        "Forster et al. 2025, Earth System Science Data",
        "SP.POP.TOTL with years to",
        "CC BY",
        "World Bank",
        "Innovation Network for Communities",
        "World Development Indicators",
        "Country codes, datahub.io",
        "Smith et al. (fair-calibrate), with FaIR 2 by Leach et al.",
    ];

    /// <summary>What the sample plans say in their own words, longest first.</summary>
    private static string[] Written() =>
        [
            .. Directory
                .EnumerateDirectories(Repository.Path("samples"))
                .Where(d => File.Exists(Path.Combine(d, "plan.yaml")))
                .Select(d => PlanDirectory.Read(d).Files)
                .SelectMany(f => Texts(PlanReader.Read(f).Plan).Concat(Texts(ModelReader.Read(f))))
                .Concat(Shared(LibraryReader.Shipped.Library))
                .OfType<string>()
                .Concat(OwnSources)
                .Where(t => t.Length > 0)
                .Distinct()
                .OrderByDescending(t => t.Length),
        ];

    /// <summary>Titles of documents and names of publishers stand as they are.</summary>
    private static IEnumerable<string?> Shared(SharedLibrary library) =>
        [
            .. library.Sources.SelectMany(s => new[] { s.Title, s.Publisher, s.Edition }),
            .. Gazetteer.Of([]).Places.SelectMany(PublishersFor.Of).SelectMany(f => new[] { f.Title, f.Publisher }),
            .. library
                .Practices.SelectMany(p => p.Evidence)
                .Concat(library.Alliances.SelectMany(a => a.Commitments).SelectMany(c => c.Evidence))
                .Select(e => e.Title),
            .. library.Alliances.SelectMany(a => new[] { a.ShortName, a.Id }),
        ];

    private static IEnumerable<string?> Texts(ModelReading reading) =>
        [
            .. reading.Model?.Variables.Select(v => v.Title?.Text) ?? [],
            .. reading.Model?.Measures.Select(m => m.Title?.Text) ?? [],
            .. reading.Sources.SelectMany(s => new[] { s.Title, s.Publisher, s.Edition, s.Licence, s.Note, s.Id }),
        ];

    private static IEnumerable<string?> Texts(Plan plan) =>
        [
            .. plan.Asks.SelectMany(a => new[] { a.Title, a.Description, a.Addressee, a.Id }),
            .. plan
                .Frameworks.SelectMany(f => f.Actions)
                .SelectMany(a => a.Evidence.Select(e => e.Title).Append(a.Says).Append(a.Owner)),
            plan.Name,
            .. plan.Names.Values,
            .. plan.Measures.SelectMany(m => new[] { m.Title, m.Description }),
            .. plan.Scenarios.SelectMany(s => new[] { s.Title, s.Description }),
            .. plan.Actions.SelectMany(a => new[] { a.Title, a.Owner, a.Indicator, a.Note }),
            .. plan.Sources.SelectMany(s => new[] { s.Title, s.Publisher, s.Edition, s.Licence, s.Note, s.Id }),
            .. plan.Inventories.SelectMany(i =>
                new[] { i.Title, i.Publisher, i.BoundaryNote, i.Protocol, i.Id }.Concat(
                    i.Rows.SelectMany(r => new[] { r.Label, r.Id })
                )
            ),
            .. plan.Targets.SelectMany(t =>
                t.Versions.SelectMany(v => new[] { v.Title, v.Reason, v.Id }).Append(t.Title).Append(t.Id)
            ),
        ];

    // Words that no French text has.
    [GeneratedRegex(
        @"\b(the|of|and|with|from|is|are|was|were|be|been|this|that|these|which|its|it|has|have|by|at|in|for|to|than|what|when|where|how|why|who|all|none|year|years|milestones?|targets?|rows?|path|cut|needed|stated|promised|emitted|sample|restored?|back|made|country|city|world)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex EnglishWord();

    [GeneratedRegex(
        @"\b(web|chart|api|finding|headline|gpc|category|boundary|import|plan-folder|working|LS\d{4})\.[a-z][a-z0-9.-]+"
    )]
    private static partial Regex Id();
}
