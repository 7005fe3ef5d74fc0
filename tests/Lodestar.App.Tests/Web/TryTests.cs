// SPDX-License-Identifier: Apache-2.0
using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Html.Dom;

namespace Lodestar.App.Tests.Web;

/// <summary>The whole flow of /try by plain forms, as a browser without script goes through it.</summary>
public sealed class TryTests(RunningSite site) : IClassFixture<RunningSite>
{
    public const string Table =
        "Sector,Category,Unit,2015,2016,2017,2018,2019,2020\n"
        + "Homes,I.1.1,kt CO2e,500,480,470,450,430,400\n"
        + "Roads,II.1.1,kt CO2e,300,300,290,295,280,220\n"
        + "Rail,II.2.1,kt CO2e,NE,NE,NE,NE,NE,NE\n";

    [Fact]
    public async Task Table_Posted_IsPreviewedHeldAgainstATargetAndGivenBack()
    {
        var preview = await UploadAsync("springfield.csv", Encoding.UTF8.GetBytes(Table), ("name", "Springfield"));
        Assert.Contains("Springfield", preview.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Matches(@"620\skt", preview.QuerySelector(".figures")!.TextContent);
        Assert.NotEmpty(preview.QuerySelectorAll("#understood li"));
        Assert.Contains(preview.QuerySelectorAll("#understood td.key"), c => c.TextContent == "NE");

        var form = preview.QuerySelector("form[action*='/target']")!;
        var judged = await PostAsync(
            form.GetAttribute("action")!,
            [
                .. PageTests.Fields(form),
                new("net-zero", "2045"),
                new("base", "2015"),
                new("milestone", "2030"),
                new("cut", "50"),
            ]
        );
        Assert.Contains("2045", judged.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(16, judged.QuerySelectorAll("[id^=finding-]").Length);

        var link = judged.QuerySelector("a[href*='folder.zip']")!.GetAttribute("href")!;
        await using var zip = new ZipArchive(await site.Http.GetStreamAsync(new Uri(link, UriKind.Relative)));
        Assert.Contains(zip.Entries, e => e.FullName == "plan.yaml");
        Assert.Contains(zip.Entries, e => e.FullName == "targets.yaml");

        var keep = judged.QuerySelector("form[action*='/keep']")!;
        var plan = await PostAsync(keep.GetAttribute("action")!, PageTests.Fields(keep));
        Assert.Contains("Springfield", plan.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(plan.QuerySelector("#revisions"));
    }

    [Fact]
    public async Task Target_ThatCannotBe_IsExplained()
    {
        var preview = await UploadAsync("town.csv", Encoding.UTF8.GetBytes(Table), ("name", "Town"));
        var form = preview.QuerySelector("form[action*='/target']")!;

        var answer = await PostAsync(
            form.GetAttribute("action")!,
            [.. PageTests.Fields(form), new("net-zero", "2010"), new("base", "2015")],
            HttpStatusCode.BadRequest
        );

        Assert.Contains("LS5512", answer.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Place_ThatIsKeptAlready_IsNotOverwrittenUnasked()
    {
        var first = await UploadAsync("twice.csv", Encoding.UTF8.GetBytes(Table), ("name", "Twice"));
        var keep = first.QuerySelector("form[action*='/keep']")!;
        await PostAsync(keep.GetAttribute("action")!, PageTests.Fields(keep));
        var other = Table.Replace("500", "600", StringComparison.Ordinal);
        var second = await UploadAsync("twice.csv", Encoding.UTF8.GetBytes(other), ("name", "Twice"));
        keep = second.QuerySelector("form[action*='/keep']")!;

        var asked = await PostAsync(keep.GetAttribute("action")!, PageTests.Fields(keep), HttpStatusCode.Conflict);
        var yes = asked.QuerySelector(".banner form")!;
        var saved = await PostAsync(yes.GetAttribute("action")!, PageTests.Fields(yes));

        Assert.Contains("Revision 2", saved.QuerySelector("#revisions")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("broken.zip", "PK not a zip at all")]
    [InlineData("broken.xlsx", "PK\u0003\u0004 nor a worksheet")]
    [InlineData("poem.csv", "Roses are red\nviolets are blue\n")]
    public async Task File_ThatCannotBeUnderstood_IsExplained(string name, string content)
    {
        var page = await UploadAsync(name, Encoding.Latin1.GetBytes(content));

        Assert.Contains("could not be understood", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll(".diagnostics .error"));
        Assert.NotNull(page.QuerySelector("form[action$='/again']"));
    }

    [Fact]
    public async Task Form_WithoutAFile_SaysSo()
    {
        var page = await UploadAsync("", [], HttpStatusCode.BadRequest);

        Assert.Contains("LS5500", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_BeyondTheLimit_IsRefusedWithAPage()
    {
        await using var small = await RunningSite.WithAsync(o => o with { MaxUploadBytes = 1024 });
        var form = (await small.PageAsync("/try")).QuerySelector("form.drop")!;
        using var content = Multipart(PageTests.Fields(form), "big.csv", new byte[3 << 20]);

        using var response = await small.Http.PostAsync(new Uri("/try", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        var page = await RunningSite.ParseAsync(response);
        Assert.Equal("That file is too large", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Changes_BeyondTheLimit_AreHeldBack()
    {
        await using var slow = await RunningSite.WithAsync(o => o with { ChangesPerMinute = 1 });
        using var one = await slow.Http.PostAsync(new Uri("/try", UriKind.Relative), null);

        using var two = await slow.Http.PostAsync(new Uri("/try", UriKind.Relative), null);

        Assert.Equal(HttpStatusCode.BadRequest, one.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, two.StatusCode);
    }

    [Fact]
    public async Task Names_FromAFile_AreEscaped()
    {
        var table = Table.Replace("Homes", "<img src=x onerror=alert(1)>", StringComparison.Ordinal);

        var page = await UploadAsync("<b>x.csv", Encoding.UTF8.GetBytes(table), ("name", "<script>alert(1)</script>"));

        Assert.Empty(page.QuerySelectorAll("script:not([src]), img, main b > b"));
        Assert.Contains("<script>alert(1)</script>", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    private Task<IHtmlDocument> UploadAsync(string name, byte[] bytes, params (string Name, string Value)[] fields) =>
        UploadAsync(name, bytes, HttpStatusCode.OK, fields);

    private async Task<IHtmlDocument> UploadAsync(
        string name,
        byte[] bytes,
        HttpStatusCode status,
        params (string Name, string Value)[] fields
    )
    {
        var form = (await site.PageAsync("/try")).QuerySelector("form.drop")!;
        var all = PageTests.Fields(form).Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var content = Multipart(all, name, bytes);
        using var response = await site.Http.PostAsync(new Uri("/try", UriKind.Relative), content);
        Assert.Equal(status, response.StatusCode);
        return await RunningSite.ParseAsync(response);
    }

    private async Task<IHtmlDocument> PostAsync(
        string action,
        IEnumerable<KeyValuePair<string, string>> fields,
        HttpStatusCode status = HttpStatusCode.OK
    )
    {
        using var content = new FormUrlEncodedContent(fields);
        using var response = await site.Http.PostAsync(new Uri(action, UriKind.Relative), content);
        Assert.Equal(status, response.StatusCode);
        return await RunningSite.ParseAsync(response);
    }

    private static MultipartFormDataContent Multipart(
        IEnumerable<KeyValuePair<string, string>> fields,
        string name,
        byte[] bytes
    )
    {
        var content = new MultipartFormDataContent();
        foreach (var (field, value) in fields)
        {
            content.Add(new StringContent(value), field);
        }

        if (name.Length > 0)
        {
            content.Add(new ByteArrayContent(bytes), "file", name);
        }

        return content;
    }
}
