// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Nodes;
using Lodestar.App.Tests.Cli;
using Lodestar.Testing;

namespace Lodestar.App.Tests.Model;

/// <summary>Odds of a condition, and what the spread comes from, on the command line.</summary>
public sealed class RunOddsTests : IDisposable
{
    private const string Source = """
        time: {from: 2020, to: 2022}
        variables:
          a: {unit: GWh/yr, value: "normal(100, 10)", grade: GRADE}
          b: {unit: GWh/yr, value: "normal(50, 1)", grade: observed}
          sum: {unit: GWh/yr, value: a + b, outcome: yes}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Odds_OfVerifiedInputs_AreAShare()
    {
        var answer = await Json("observed");

        // The sum is normal with mean 150 and sd √101: 150 + 0.6745 · 10.05 = 156.778 is its upper quartile.
        var odds = answer["odds"]![0]!;
        Assert.Equal("sum <= 156.778 GWh/yr", (string?)odds["condition"]);
        Assert.Null(odds["words"]);
        Assert.InRange((double)odds["shares"]![2]!, 0.75 - 0.04, 0.75 + 0.04);
    }

    [Fact]
    public async Task Odds_OfUnverifiedInputs_AreInWords_WithWhatToReplaceFirst()
    {
        var odds = (await Json("default"))["odds"]![0]!;

        Assert.Null(odds["shares"]);
        Assert.Equal("likely", (string?)odds["words"]![2]);
        Assert.Equal("a", (string?)odds["replaceFirst"]![0]);
    }

    [Fact]
    public async Task Drivers_RankInputsWithErrorBars()
    {
        var drivers = (await Json("observed"))["drivers"]![0]!;

        Assert.Equal("sum", (string?)drivers["name"]);
        var first = drivers["inputs"]![0]!;
        Assert.Equal("a", (string?)first["name"]);
        // Of the variance 100 of 101 comes from a.
        Assert.InRange((double)first["share"]!, 0.97, 1);
        Assert.True((double)first["low"]! < (double)first["correlation"]!);
        Assert.True((double)first["correlation"]! < (double)first["high"]!);
    }

    [Theory]
    [InlineData("LS6079", "--odds", "sum <= 1 GWh/yr")]
    [InlineData("LS6079", "--drivers", null)]
    public async Task OddsAndDrivers_WithoutDraws_AreRefused(string id, string option, string? value)
    {
        string[] arguments = value is null ? [option] : [option, value];
        var ran = await LodestarProgram.CallAsync(["run", Write("observed"), .. arguments]);

        Assert.Equal(3, ran.ExitCode);
        Assert.Contains(id, ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sum <= 5 m2")]
    [InlineData("sum <=")]
    [InlineData("sum + 1 GWh/yr")]
    [InlineData("summ <= 1 GWh/yr")]
    public async Task FaultyCondition_IsSaid_AndNothingIsRun(string condition)
    {
        var ran = await LodestarProgram.CallAsync("run", Write("observed"), "--draws", "100", "--odds", condition);

        Assert.Equal(2, ran.ExitCode);
        Assert.Empty(ran.Out);
        Assert.Contains("LS3", ran.Error, StringComparison.Ordinal);
    }

    private async Task<JsonNode> Json(string grade)
    {
        var ran = await LodestarProgram.CallAsync(
            "run",
            Write(grade),
            "--draws",
            "1000",
            "--drivers",
            "--odds",
            "sum <= 156.778 GWh/yr",
            "--json"
        );
        Assert.Equal(0, ran.ExitCode);
        return JsonNode.Parse(ran.Out)!;
    }

    private string Write(string grade)
    {
        var path = Path.Combine(_folder.Path, "m.yaml");
        File.WriteAllText(path, Source.Replace("GRADE", grade, StringComparison.Ordinal));
        return path;
    }
}
