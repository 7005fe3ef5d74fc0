// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Lodestar.App.Tests.Cli;
using Lodestar.App.Tests.Web;
using Lodestar.Testing;

namespace Lodestar.App.Tests.Scenarios;

/// <summary>What it costs, on pages, over the API and in the command line, beside the hand count of <see cref="TwoSectors.Priced"/>.</summary>
public sealed class CostPageTests(RunningSite site) : IClassFixture<RunningSite>, IAsyncLifetime
{
    private const string Id = "two-costs";
    private const string Date = "date=2023-06-30";
    private const string Asked = $"{Date}&from=existing&m.cars=100";

    public async ValueTask InitializeAsync() => await site.SaveAsync(Id, null, TwoSectors.Priced(Id));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task WhatIf_SaysWhatChoicesCost_TheDifferenceFirst()
    {
        var page = await site.PageAsync($"/plans/{Id}/what-if?{Asked}");

        var section = page.QuerySelector("section[aria-labelledby=what-if-cost]")!;
        Assert.Equal(
            "From 2023 to 2030 your choices cost 75 million EUR of 2020 more than “With existing measures”.",
            section.QuerySelector(".cost-said")!.TextContent
        );
        Assert.Contains(
            "2,500 EUR of 2020",
            section.QuerySelector(".cost-tonne")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(
            [
                ["Together", "+10", "+25", "+75"],
                ["Heaters", "0", "0", "0"],
                ["Ways", "+10", "+25", "+75"],
            ],
            section
                .QuerySelectorAll("tbody tr")
                .Select(r => r.Children.Take(4).Select(c => c.TextContent.Trim()).ToArray())
        );
        Assert.Null(section.QuerySelector(".cost-missing"));
    }

    /// <summary>While a lever moves the page asks for the quick answer alone.</summary>
    [Fact]
    public async Task QuickAnswer_HasTheCost()
    {
        var quick = await site.PageAsync($"/plans/{Id}/what-if/answer?{Asked}&m.insulation=100&part=quick");

        Assert.NotEmpty(quick.QuerySelectorAll(".cost-table tbody tr"));
        Assert.Contains("Insulation", quick.QuerySelector(".cost-missing")!.TextContent, StringComparison.Ordinal);
        Assert.Null(quick.QuerySelector(".cost-tonne"));
    }

    [Fact]
    public async Task WhatIf_OfAModelWithoutMoney_SaysThatNothingIsFree()
    {
        await site.SaveAsync(TwoSectors.Id, null, TwoSectors.Files);
        var page = await site.PageAsync($"/plans/{TwoSectors.Id}/what-if?{Date}");

        Assert.Contains(
            "states no cost",
            page.QuerySelector("section[aria-labelledby=what-if-cost]")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task WhatIf_InFrench_SaysTheSame()
    {
        var page = await site.PageAsync($"/plans/{Id}/what-if?{Asked}&lang=fr");

        Assert.Contains(
            "75 millions EUR de 2020 de plus",
            page.QuerySelector(".cost-said")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Api_OfTheWhatIf_CarriesTheCost()
    {
        var cost = (await JsonAsync($"/api/v1/plans/{Id}/what-if?{Asked}")).GetProperty("cost");

        Assert.Equal((2023, 2030), (cost.GetProperty("from").GetInt32(), cost.GetProperty("to").GetInt32()));
        Assert.Equal(2500, cost.GetProperty("extraPerTonne").GetDouble(), 1e-6);
        Assert.Empty(cost.GetProperty("notCounted").EnumerateArray());
        var items = cost.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["cost.all", "cost.homes", "cost.roads"], items.Select(i => i.GetProperty("id").GetString()));
        Assert.Equal([null, "cost.all", "cost.all"], items.Select(i => i.GetProperty("partOf").GetString()));
        Assert.All(items, i => Assert.Equal("EUR_2020", i.GetProperty("unit").GetString()));
        Assert.Equal(25, items[2].GetProperty("amounts")[10].GetDouble(), 1e-9);
        Assert.Equal(75, items[2].GetProperty("extra").GetDouble(), 1e-9);
        Assert.Equal(
            items[0].GetProperty("extra").GetDouble(),
            items.Skip(1).Sum(i => i.GetProperty("extra").GetDouble()),
            1e-9
        );
    }

    [Fact]
    public async Task Compared_PageApiAndTable_SayTheSame()
    {
        var address = $"plans/{Id}/scenarios/compare";
        var query = $"?{Date}&a=without&b=existing&year=2030";
        var page = await site.PageAsync($"/{address}{query}");
        var cost = (await JsonAsync($"/api/v1/{address}{query}")).GetProperty("cost");
        var csv = await site.Http.GetStringAsync(new Uri($"/api/v1/{address}.csv{query}", UriKind.Relative));

        // Heat pumps alone: 60 GWh at 0.3 EUR in 2030; by fifths from 2023 to 2027, then whole: 18 · (3 + 3) = 108.
        var row = page.QuerySelectorAll("#cost tbody tr").First(r => r.TextContent.Contains("Heaters"));
        Assert.Equal(["+18", "+108"], row.QuerySelectorAll("td").Take(2).Select(c => c.TextContent));
        Assert.Equal(108, cost.GetProperty("items")[1].GetProperty("extra").GetDouble(), 1e-9);
        Assert.Contains("2023,2030,cost,cost.homes,MEUR_2020,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scenarios_SayWhatEachCostsMore()
    {
        var page = await site.PageAsync($"/plans/{Id}/scenarios?{Date}");
        var costs = (await JsonAsync($"/api/v1/plans/{Id}/scenarios?{Date}"))
            .GetProperty("scenarios")[1]
            .GetProperty("costs");

        var row = page.QuerySelectorAll("#cost .cost-scenarios tbody tr")[0];
        Assert.Equal("+108", row.QuerySelectorAll("td")[0].TextContent);
        Assert.Equal("cost.all", costs[0].GetProperty("id").GetString());
        Assert.Equal(18, costs[0].GetProperty("amounts")[10].GetDouble(), 1e-9);
    }

    [Fact]
    public async Task CompareCommand_SaysWhatItCosts()
    {
        using var folder = new TemporaryFolder();
        foreach (var (path, text) in TwoSectors.Priced(Id))
        {
            folder.Write(path, text);
        }

        var two = await LodestarProgram.CallAsync(
            "compare",
            folder.Path,
            "without",
            "existing",
            "--date",
            "2023-06-30"
        );
        var all = await LodestarProgram.CallAsync("compare", folder.Path, "--date", "2023-06-30");

        Assert.Contains("What it costs from 2023 to", two.Out, StringComparison.Ordinal);
        Assert.Matches(@"Heaters +0\.0 +18\.0 +\+18\.0", two.Out);
        Assert.Contains("108 million EUR of 2020 more than “Without measures”", all.Out, StringComparison.Ordinal);
        Assert.Contains(
            "Not counted, since the model states no cost for them: Insulation.",
            all.Out,
            StringComparison.Ordinal
        );
    }

    private async Task<JsonElement> JsonAsync(string path)
    {
        using var json = JsonDocument.Parse(await site.Http.GetStringAsync(new Uri(path, UriKind.Relative)));
        return json.RootElement.Clone();
    }
}
