// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Nodes;
using Lodestar.App.Tests.Cli;
using Lodestar.Testing;

namespace Lodestar.App.Tests.Scenarios;

public sealed class CompareCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Compare_OfAPlan_ListsScenariosByYearAndTheirOdds()
    {
        var ran = await LodestarProgram.CallAsync("compare", Write());

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        var lines = ran.Out.Split('\n');
        Assert.Matches("^Scenario +Id +2020 .*2035.* 2050$", lines[2]);
        Assert.Matches("^Without measures +none +1,000 .* 1,000$", lines[3]);
        Assert.Matches("^With existing measures +decided +1,000 .* 900$", lines[4]);
        Assert.Matches("^With planned measures +planned +1,000 .* 690$", lines[5]);
        Assert.Matches("^Half as many heat pumps, later +half +1,000 .* 750$", lines[6]);
        Assert.Matches("^Promised .* 749 .* 0$", lines[7]);
        Assert.Contains("With planned measures: the promise for 2035 is", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_OfTwo_AddsUpBySector()
    {
        var ran = await LodestarProgram.CallAsync("compare", Write(), "decided", "planned", "--year", "2050");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Matches("All emissions +900\\.0 +690\\.0 +−210\\.0", ran.Out);
        Assert.Matches("Stationary energy +600\\.0 +360\\.0 +−240\\.0", ran.Out);
        Assert.Matches("Transport +300\\.0 +330\\.0 +\\+30\\.0", ran.Out);
    }

    [Fact]
    public async Task Compare_ForMachines_SaysTheSame()
    {
        var path = Write();

        var json = await LodestarProgram.CallAsync("compare", path, "decided", "planned", "--year", "2050", "--json");
        var csv = await LodestarProgram.CallAsync("compare", path, "decided", "planned", "--year", "2050", "--csv");
        var all = await LodestarProgram.CallAsync("compare", path, "--csv");

        var total = JsonNode.Parse(json.Out)!["years"]![0]!["total"]!;
        Assert.Equal(-210, (double)total["difference"]!, 1e-6);
        Assert.Contains("\n2050,2050,total,,kt CO2,900", csv.Out, StringComparison.Ordinal);
        Assert.Equal(125, all.Out.TrimEnd('\n').Split('\n').Length);
    }

    [Theory]
    [InlineData("LS6071", "nothing")]
    [InlineData("LS6071", "planed")]
    [InlineData("LS6072", "planned", "--year", "1999")]
    public async Task Compare_Wrongly_SaysSoAndEndsWithThree(string id, params string[] more)
    {
        var ran = await LodestarProgram.CallAsync(["compare", Write(), .. more]);

        Assert.Equal((3, ""), (ran.ExitCode, ran.Out));
        Assert.Contains(id, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_OfAPlanWithoutAModel_SaysWhatItTakes()
    {
        var ran = await LodestarProgram.CallAsync("compare", _folder.WriteExample());

        Assert.Equal((3, ""), (ran.ExitCode, ran.Out));
        Assert.Contains("LS6070", ran.Error, StringComparison.Ordinal);
    }

    private string Write()
    {
        foreach (var (path, text) in Brook.Files)
        {
            _folder.Write($"brook/{path}", text + "\n");
        }

        return _folder.Combine("brook");
    }
}
