// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Lodestar.App.Tests.Web;

namespace Lodestar.App.Tests.Places;

public sealed class PlacePageTests(ManyPlacesSite many) : IClassFixture<ManyPlacesSite>
{
    private RunningSite Site => many.Require();

    [Fact]
    public async Task PlaceWithAPlan_LeadsToThePlan()
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = Site.Root,
        };
        foreach (
            var (from, to) in new[]
            {
                ("/places/glasgow", "/plans/glasgow"),
                ("/places/is", "/plans/iceland"),
                ("/places/ISL", "/plans/iceland"),
                ("/places/SWE", "/places/se"),
            }
        )
        {
            using var response = await client.GetAsync(new Uri(from, UriKind.Relative));
            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
            Assert.Equal(to, response.Headers.Location!.OriginalString);
        }
    }

    [Fact]
    public async Task CountryWithoutAPlan_SaysWhatIsKnownAndWhatWouldTellMore()
    {
        var page = await Site.PageAsync("/places/dk");

        Assert.Matches(@"^Denmark: 5,\d{3},\d{3} people in 2024$", page.QuerySelector("h1")!.TextContent);
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("DNK", text, StringComparison.Ordinal);
        Assert.Contains("Danemark", text, StringComparison.Ordinal);
        Assert.Contains("Carbon Neutrality Coalition", text, StringComparison.Ordinal);
        Assert.Contains(
            page.QuerySelectorAll("code").Select(c => c.TextContent),
            c => c == "lodestar library add edgar FILE --only DNK"
        );
        Assert.Contains(page.QuerySelectorAll("#near a"), a => a.GetAttribute("href") == "/plans/iceland");
        Assert.Contains(page.QuerySelectorAll("#inside a"), a => a.GetAttribute("href") == "/places/copenhagen");
        foreach (var link in page.QuerySelectorAll(".facts a[href^='#']"))
        {
            Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!));
        }
    }

    [Fact]
    public async Task ListedCityWithoutAPlan_HasAPageOfItsOwn()
    {
        var page = await Site.PageAsync("/places/rio-de-janeiro");

        Assert.Equal("Rio de Janeiro in Brazil", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("not stated", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Carbon Neutral Cities Alliance",
            page.QuerySelector(".facts")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task UnknownPlace_IsNotFound_AndSuggestsTheNearest()
    {
        var page = await Site.PageAsync("/places/denmrk", 404);

        Assert.Contains(page.QuerySelectorAll("main a"), a => a.GetAttribute("href") == "/places/dk");
        using var api = await Site.Http.GetAsync(new Uri("/api/v1/places/denmrk", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, api.StatusCode);
    }

    [Theory]
    [InlineData("kobenhavn", "/places/copenhagen")]
    [InlineData("galsgow", "/plans/glasgow")]
    [InlineData("ISL", "/plans/iceland")]
    public async Task Search_WithoutScript_LeadsToThePlace(string query, string href)
    {
        var page = await Site.PageAsync($"/places?q={query}");

        Assert.Equal(href, page.QuerySelector(".hits a")!.GetAttribute("href"));
        Assert.Equal(query, page.QuerySelector<AngleSharp.Html.Dom.IHtmlInputElement>("#search")!.Value);
    }

    [Fact]
    public async Task Search_ForNothingThereIs_SaysSo()
    {
        var page = await Site.PageAsync("/places?q=%3Cb%3Exqzxqz%3C%2Fb%3E");

        Assert.Contains("<b>xqzxqz</b>", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".hits, h1 b"));
    }

    [Fact]
    public async Task Api_Search_SaysByWhichName()
    {
        using var json = JsonDocument.Parse(
            await Site.Http.GetStringAsync(new Uri("/api/v1/places?q=island&limit=3", UriKind.Relative))
        );
        var first = json.RootElement.GetProperty("places")[0];
        Assert.True(json.RootElement.GetProperty("places").GetArrayLength() <= 3);
        Assert.Equal("iceland", (await FirstAsync("islande")).GetProperty("plan").GetString());
        Assert.NotEqual(JsonValueKind.Null, first.GetProperty("by").ValueKind);

        async Task<JsonElement> FirstAsync(string q)
        {
            var text = await Site.Http.GetStringAsync(new Uri($"/api/v1/places?q={q}", UriKind.Relative));
            return JsonDocument.Parse(text).RootElement.GetProperty("places")[0];
        }
    }

    [Fact]
    public async Task Overview_ShowsEveryPlaceOnOneScale_PageByPage()
    {
        var first = await Site.PageAsync("/places");
        var second = await Site.PageAsync("/places?page=2");

        var names = first
            .QuerySelectorAll(".multiple h2")
            .Concat(second.QuerySelectorAll(".multiple h2"))
            .Select(h => h.TextContent)
            .ToArray();
        Assert.Equal(await CountAsync(), names.Length);
        Assert.Equal(names.Distinct().Count(), names.Length);
        Assert.Equal(60, first.QuerySelectorAll(".multiple").Length);
        Assert.Equal(
            first.QuerySelector("form + .note, .choose > .note")!.TextContent,
            second.QuerySelector(".choose > .note")!.TextContent
        );
    }

    [Theory]
    [InlineData("emissions", "desc", 2)]
    [InlineData("person", "", 3)]
    [InlineData("change", "", 4)]
    [InlineData("zero", "", 5)]
    public async Task Table_IsSorted_AndWhatIsNotStatedComesLast(string sort, string order, int column)
    {
        var csv = await CsvAsync($"?sort={sort}&order={order}");
        var key = sort switch
        {
            "emissions" => "tonnes",
            "person" => "tonnes_per_person",
            "change" => "change_since_base_year",
            _ => "net_zero_year",
        };
        var values = csv.Select(r => r[key]).ToArray();
        var known = values
            .TakeWhile(v => v.Length > 0)
            .Select(v => double.Parse(v, CultureInfo.InvariantCulture))
            .ToArray();
        Assert.NotEmpty(known);
        Assert.All(values[known.Length..], Assert.Empty);
        Assert.Equal(order == "desc" ? known.OrderDescending() : known.Order(), known);

        var page = await Site.PageAsync($"/places?view=table&sort={sort}&order={order}");
        var rows = page.QuerySelectorAll(".overview tbody tr");
        Assert.Equal(csv.Select(r => r["name"]), rows.Select(r => r.QuerySelector("th a")!.TextContent));
        Assert.Equal(
            order == "desc" ? "descending" : "ascending",
            page.QuerySelectorAll(".overview thead th")[column].GetAttribute("aria-sort")
        );
    }

    [Theory]
    [InlineData("kind=country", "iceland")]
    [InlineData("listed=alliance", "glasgow")]
    [InlineData("listed=coalition", "iceland")]
    [InlineData("gas=co2e&target=no", "quiet-town")]
    public async Task Filter_LeavesWhatAnswersToIt(string filter, string only)
    {
        var page = await Site.PageAsync($"/places?{filter}");

        Assert.Equal([$"/plans/{only}"], page.QuerySelectorAll(".multiple h2 a").Select(a => a.GetAttribute("href")));
        Assert.True(page.QuerySelector("details.filters")!.HasAttribute("open"));
        Assert.Equal([only], (await CsvAsync($"?{filter}")).Select(r => r["id"]));
    }

    [Theory]
    [InlineData("/places?kind=nonsense&sort=drop&scale=x&view=y&page=-4")]
    [InlineData("/places?page=99999")]
    [InlineData("/places?scale=person")]
    [InlineData("/places?scale=absolute")]
    [InlineData("/places?scale=own")]
    [InlineData("/places?region=Oceania")]
    public async Task Overview_OfAnyAddress_IsAPage(string path)
    {
        var page = await Site.PageAsync(path);

        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.True(page.QuerySelectorAll(".multiple, main .empty").Length > 0);
    }

    [Fact]
    public async Task StartPage_WithManyPlaces_ShowsAFewAndLeadsToAll()
    {
        var page = await Site.PageAsync("/");

        Assert.Equal(6, page.QuerySelectorAll(".card").Length);
        var all = page.QuerySelector("a.button[href='/places']")!.TextContent;
        Assert.Contains((await CountAsync()).ToString(CultureInfo.InvariantCulture), all, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#search"));
    }

    private async Task<int> CountAsync() => (await CsvAsync("")).Count;

    private async Task<List<Dictionary<string, string>>> CsvAsync(string query)
    {
        var text = await Site.Http.GetStringAsync(new Uri($"/api/v1/places/overview.csv{query}", UriKind.Relative));
        using var csv = new Microsoft.VisualBasic.FileIO.TextFieldParser(new StringReader(text))
        {
            Delimiters = [","],
            HasFieldsEnclosedInQuotes = true,
        };
        var head = csv.ReadFields()!;
        var rows = new List<Dictionary<string, string>>();
        while (csv.ReadFields() is { } row)
        {
            rows.Add(head.Zip(row).ToDictionary(c => c.First, c => c.Second));
        }

        return rows;
    }
}
