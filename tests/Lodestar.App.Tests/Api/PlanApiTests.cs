// SPDX-License-Identifier: Apache-2.0
using System.IO.Compression;
using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Lodestar.Testing;

namespace Lodestar.App.Tests.Api;

public sealed class PlanApiTests
{
    [Fact]
    public async Task Plans_AfterOneIsStored_AreListedWithTheirNumbers()
    {
        await using var host = await ApiHost.WithGlasgowAsync();

        var plan = Assert.Single((await host.GetAsync("/api/v1/plans")).GetProperty("plans").EnumerateArray());

        Assert.Equal("glasgow", plan.GetProperty("id").GetString());
        Assert.Equal(2020, plan.GetProperty("inventoryYear").GetInt32());
        Assert.Equal(1_691_000, plan.GetProperty("tonnes").GetDouble(), 1e-6);
        Assert.Equal(2030, plan.GetProperty("netZeroYear").GetInt32());
    }

    [Fact]
    public async Task Plan_WhenThereIsNone_IsAProblemThatSaysSo()
    {
        await using var host = await ApiHost.StartAsync();

        using var response = await host.Client.GetAsync("/api/v1/plans/atlantis");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await ApiHost.ReadAsync(response);
        Assert.Equal("There is no plan atlantis.", problem.GetProperty("detail").GetString());
        Assert.Equal("api.problem.no-plan", problem.GetProperty("reason").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Assessment_OfAStoredPlan_HasSixteenFindingsAndSentencesAsData()
    {
        await using var host = await ApiHost.WithGlasgowAsync();

        var assessment = await host.GetAsync("/api/v1/plans/glasgow/assessment");

        Assert.Equal("2026-11-22", assessment.GetProperty("date").GetString());
        Assert.Equal(16, assessment.GetProperty("findings").GetArrayLength());
        Assert.Equal(64, assessment.GetProperty("revision").GetString()!.Length);
        var amount = assessment
            .GetProperty("headline")
            .EnumerateArray()
            .Single(m => m.GetProperty("id").GetString() == "headline.amount");
        Assert.Equal(1691, amount.GetProperty("values").GetProperty("amount").GetProperty("value").GetDouble(), 1e-9);
        Assert.Equal("kt CO2", amount.GetProperty("values").GetProperty("amount").GetProperty("unit").GetString());
        Assert.Contains("Glasgow", amount.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assessment_OnAnEarlierDay_SaysThatDay()
    {
        await using var host = await ApiHost.WithGlasgowAsync();

        var assessment = await host.GetAsync("/api/v1/plans/glasgow/assessment?date=2021-01-01");

        Assert.Equal("2021-01-01", assessment.GetProperty("date").GetString());
        Assert.Equal(JsonValueKind.Null, assessment.GetProperty("target").ValueKind);
    }

    [Theory]
    [InlineData("/api/v1/plans/glasgow/assessment?date=22.11.2026", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/plans/glasgow/inventory?boundary=all", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/plans/glasgow/inventory?inventory=other", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/plans/glasgow/assessment?revision=ffffffff", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/plans/glasgow/files/none.csv", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/plans/glasgow/revisions/abc", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/plans/glasgow/diff?from=ffffffff", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/plans/atlantis/charts/trajectory.svg", HttpStatusCode.NotFound)]
    public async Task Request_ForWhatIsNotThere_IsAProblemWithAReason(string path, HttpStatusCode expected)
    {
        await using var host = await ApiHost.WithGlasgowAsync();

        using var response = await host.Client.GetAsync(path);

        Assert.Equal(expected, response.StatusCode);
        var problem = await ApiHost.ReadAsync(response);
        Assert.StartsWith("api.problem.", problem.GetProperty("reason").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Inventory_WithNotationKeys_NeverTurnsThemIntoNumbers()
    {
        await using var host = await ApiHost.WithGlasgowAsync();

        var rows = (await host.GetAsync("/api/v1/plans/glasgow/inventory")).GetProperty("rows").EnumerateArray();

        var rail = rows.Single(r => r.GetProperty("id").GetString() == "rail").GetProperty("cells");
        Assert.Equal("""{"year":2014,"key":"NE"}""", rail[0].GetRawText());
        Assert.Equal("""{"year":2015,"key":"missing"}""", rail[1].GetRawText());
        Assert.Equal("""{"year":2016,"value":36}""", rail[2].GetRawText());
        Assert.Equal("""{"year":2018,"key":"IE","where":"II.1.1"}""", rail[4].GetRawText());
    }

    /// <summary>771 kt over 4000 GWh in 2020, 782 over 4000 in 2019: an activity has implied factors and enters no total.</summary>
    [Fact]
    public async Task Inventory_WithAnActivity_HasItsImpliedFactors()
    {
        await using var plain = await ApiHost.WithGlasgowAsync();
        await using var host = await ApiHost.StartAsync();
        var files = ApiHost.Folder();
        Assert.True(files.TryGet("inventory/la.csv", out var table));
        byte[] rows = [.. table.Span, .. "\nburnt,I.1.1,,gas,activity,GWh,,,,,,4000,4000\n"u8];
        using var response = await host.PostAsync(
            "/api/v1/plans?fileName=glasgow.zip",
            ApiHost.Zip(files.With("inventory/la.csv", rows))
        );
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);

        var inventory = await host.GetAsync("/api/v1/plans/glasgow/inventory");

        var own = inventory.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal("activity", own[^1].GetProperty("role").GetString());
        Assert.Equal(
            """{"unit":"kg CO2/kWh","years":[{"year":2019,"value":0.1955},{"year":2020,"value":0.19275}]}""",
            own[^1].GetProperty("impliedFactors").GetRawText()
        );
        Assert.False(own[0].TryGetProperty("impliedFactors", out _));
        var before = await plain.GetAsync("/api/v1/plans/glasgow/inventory");
        foreach (var part in new[] { "years", "sectors", "subSectors", "gases", "fuels", "leftOut" })
        {
            Assert.Equal(before.GetProperty(part).GetRawText(), inventory.GetProperty(part).GetRawText());
        }
    }

    [Fact]
    public async Task Inventory_OfACategoryThatDoesNotOccur_HasTheKeyNoneAndNoValue()
    {
        await using var host = await ApiHost.WithGlasgowAsync();

        var inventory = await host.GetAsync("/api/v1/plans/glasgow/inventory?boundary=basic-plus");

        Assert.Equal("basic-plus", inventory.GetProperty("boundary").GetString());
        var sectors = inventory.GetProperty("subSectors").EnumerateArray();
        var air = sectors.Single(s => s.GetProperty("code").GetString() == "II.4").GetProperty("years")[0];
        Assert.Equal("none", air.GetProperty("key").GetString());
        Assert.False(air.TryGetProperty("value", out _));
    }

    [Fact]
    public async Task Targets_OfAPlan_KeepWhatIsNotStatedOpen()
    {
        await using var host = await ApiHost.WithGlasgowAsync();

        var target = (await host.GetAsync("/api/v1/plans/glasgow/targets")).GetProperty("targets")[0];

        Assert.Equal("net-zero-2021", target.GetProperty("inForce").GetString());
        var version = target.GetProperty("versions")[0];
        Assert.Equal("fixed-level", version.GetProperty("kind").GetString());
        Assert.Equal("not-stated", version.GetProperty("independentOversight").GetString());
        Assert.Equal(
            1100,
            version
                .GetProperty("milestones")[0]
                .GetProperty("level")
                .GetProperty("amount")
                .GetProperty("value")
                .GetDouble()
        );
    }

    [Fact]
    public async Task Folder_Downloaded_HoldsTheFilesThatWereStored()
    {
        await using var host = await ApiHost.WithGlasgowAsync();

        await using var zip = new ZipArchive(await host.Client.GetStreamAsync("/api/v1/plans/glasgow/folder.zip"));

        Assert.Equal(
            ["inventory/la.csv", "page.html", "plan.yaml", "targets.yaml"],
            zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("plan.yaml", "application/yaml")]
    [InlineData("inventory/la.csv", "text/csv")]
    [InlineData("page.html", "application/octet-stream")]
    public async Task File_Downloaded_IsServedAsTextOrAsBytesButNeverAsAPage(string path, string type)
    {
        await using var host = await ApiHost.WithGlasgowAsync();

        using var response = await host.Client.GetAsync($"/api/v1/plans/glasgow/files/{path}");

        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
    }

    [Theory]
    [InlineData("trajectory")]
    [InlineData("sectors")]
    public async Task Chart_AsAFile_IsSvgWithTitleAndDescription(string name)
    {
        await using var host = await ApiHost.WithGlasgowAsync();

        using var response = await host.Client.GetAsync($"/api/v1/plans/glasgow/charts/{name}.svg");

        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType?.MediaType);
        var svg = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync()).QuerySelector("svg")!;
        Assert.Equal("img", svg.GetAttribute("role"));
        Assert.NotEmpty(svg.QuerySelector("title")!.TextContent);
        Assert.NotEmpty(svg.QuerySelector("desc")!.TextContent);
    }

    [Theory]
    [InlineData("/api/v1/plans")]
    [InlineData("/api/v1/plans/glasgow")]
    [InlineData("/api/v1/plans/glasgow/assessment")]
    [InlineData("/api/v1/plans/glasgow/inventory")]
    [InlineData("/api/v1/plans/glasgow/revisions")]
    [InlineData("/api/v1/plans/glasgow/folder.zip")]
    [InlineData("/api/v1/plans/glasgow/charts/trajectory.svg")]
    public async Task Resource_AskedForAgainWithItsTag_IsNotSentAgain(string path)
    {
        await using var host = await ApiHost.WithGlasgowAsync();
        using var first = await host.Client.GetAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Assessment_OfAnotherDay_HasAnotherTag()
    {
        await using var host = await ApiHost.WithGlasgowAsync();

        using var today = await host.Client.GetAsync("/api/v1/plans/glasgow/assessment");
        using var before = await host.Client.GetAsync("/api/v1/plans/glasgow/assessment?date=2025-01-01");

        Assert.NotEqual(today.Headers.ETag, before.Headers.ETag);
    }

    [Fact]
    public async Task OpenApi_Document_IsWhatWasPromised()
    {
        await using var host = await ApiHost.StartAsync();

        var document = await host.Client.GetStringAsync("/api/v1/openapi.json");

        Assert.DoesNotContain("a-page", document, StringComparison.Ordinal);
        Golden.Match(document, "openapi.golden.json");
    }

    [Fact]
    public async Task OpenApi_Parameters_AreNamedAsAddressesSpellThem()
    {
        await using var host = await ApiHost.StartAsync();

        var paths = (await host.GetAsync("/api/v1/openapi.json")).GetProperty("paths");

        string[] Names(string path) =>
            [
                .. paths
                    .GetProperty(path)
                    .GetProperty("get")
                    .GetProperty("parameters")
                    .EnumerateArray()
                    .Where(p => p.GetProperty("in").GetString() == "query")
                    .Select(p => p.GetProperty("name").GetString()!),
            ];
        foreach (var path in new[] { "asks", "asks.csv" })
        {
            Assert.Equal(["status", "instrument", "level", "year"], Names($"/api/v1/alliances/{{id}}/{path}"));
        }

        foreach (var path in new[] { "peers", "peers/table.csv" })
        {
            Assert.Equal(
                Enum.GetValues<Planning.Peers.Trait>().Select(t => t.ToString().ToLowerInvariant()).Append("kind"),
                Names($"/api/v1/plans/{{id}}/{path}")
            );
        }

        foreach (var operation in paths.EnumerateObject().SelectMany(p => p.Value.EnumerateObject()))
        {
            if (operation.Value.TryGetProperty("parameters", out var parameters))
            {
                Assert.All(
                    parameters.EnumerateArray().Select(p => p.GetProperty("name").GetString()!),
                    name => Assert.False(char.IsAsciiLetterUpper(name[0]) && name != "If-Match", name)
                );
            }
        }
    }

    [Fact]
    public async Task OpenApi_EveryOperation_HasASummary()
    {
        await using var host = await ApiHost.StartAsync();

        var paths = (await host.GetAsync("/api/v1/openapi.json")).GetProperty("paths").EnumerateObject().ToArray();

        Assert.True(paths.Length >= 15, $"{paths.Length} paths");
        foreach (var operation in paths.SelectMany(p => p.Value.EnumerateObject()))
        {
            Assert.True(operation.Value.TryGetProperty("summary", out _), operation.Value.GetRawText());
        }
    }
}
