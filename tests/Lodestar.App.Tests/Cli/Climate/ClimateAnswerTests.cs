// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Lodestar.Testing;

namespace Lodestar.App.Tests.Cli.Climate;

/// <summary>What the climate commands refuse to answer, and what they say with an answer.</summary>
public sealed class ClimateAnswerTests
{
    private const string Heading = "Region,Variable,Unit,2023,2050\n";

    [Theory]
    [InlineData("World,CO2 FFI,Gt CO2/yr,900,900\n")]
    [InlineData("World,CO2 FFI,Gt CO2/yr,60,60\n")]
    [InlineData("World,CH4,Mt CH4/yr,10,900\n")]
    [InlineData("World,HFC-125,kt HFC-125/yr,9000,9000\n")]
    public async Task Attribute_MoreThanTheWorldEmits_IsRefused(string row)
    {
        using var folder = new TemporaryFolder();
        var file = Write(folder, Heading + row);

        var ran = await LodestarProgram.CallAsync("climate", "attribute", file);
        var json = await LodestarProgram.CallAsync("climate", "attribute", file, "--json");

        Assert.Equal((2, 2), (ran.ExitCode, json.ExitCode));
        Assert.Contains("LS3463", ran.Error, StringComparison.Ordinal);
        Assert.Empty(ran.Out + json.Out);
    }

    [Fact]
    public async Task Attribute_LateWithinAWorldOfNetZero_IsAnswered()
    {
        // verylow is below zero in 2090, so that any emitter then emits more than it.
        using var folder = new TemporaryFolder();
        var file = Write(folder, "Variable,Unit,2023,2100\nCO2 FFI,Gt CO2/yr,1,1\n");

        var ran = await LodestarProgram.CallAsync("climate", "attribute", file, "--background", "verylow");

        Assert.Equal(0, ran.ExitCode);
        Assert.DoesNotContain("NaN", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WhereTheEmulatorHasNoNumber_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var file = Write(folder, "Variable,Unit,2022,2100\nCO2 FFI,Gt CO2/yr,-900,-900\n");

        var ran = await LodestarProgram.CallAsync("climate", "run", file, "--json");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("LS6052", ran.Error, StringComparison.Ordinal);
        Assert.Empty(ran.Out);
    }

    [Fact]
    public async Task Attribute_OneRegion_NeedsNoName()
    {
        using var folder = new TemporaryFolder();

        var ran = await LodestarProgram.CallAsync(
            "climate",
            "attribute",
            Write(folder, $"{Heading}Here,CO2 FFI,Mt CO2/yr,10,10\n")
        );

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("Here — fair-calibrate-1.4.1, 841 members", ran.Out, StringComparison.Ordinal);
        Assert.Contains("CH4, N2O and F-gases", ran.Out, StringComparison.Ordinal);
        Assert.Contains("1 January 2051", ran.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--region", "Elsewhere")]
    public async Task Attribute_SeveralRegions_NamesThem(params string[] region)
    {
        using var folder = new TemporaryFolder();
        var file = Write(folder, $"{Heading}Here,CO2 FFI,Mt CO2/yr,10,10\nThere,CO2 FFI,Mt CO2/yr,10,10\n");

        var ran = await LodestarProgram.CallAsync(["climate", "attribute", file, .. region]);

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("with --region: Here and There", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attribute_APlan_EndsOnTheAskedDayInOneUnit()
    {
        var ran = await LodestarProgram.CallAsync(
            "climate",
            "attribute",
            Repository.Path("samples/sweden"),
            "--date",
            "2026-11-22",
            "--to",
            "2050"
        );

        Assert.Contains("Sweden — ", ran.Out, StringComparison.Ordinal);
        Assert.Contains("millionths of 1 °C", ran.Out, StringComparison.Ordinal);
        Assert.Contains("split by the gases of 2021", ran.Out, StringComparison.Ordinal);
        // Two significant digits: of three places the last is a nought.
        Assert.Matches(@"(?m)^2050\s+\d\d0\s+\d\d0 to \d\d0\s", ran.Out);
        Assert.DoesNotMatch(@"(?m)^2051", ran.Out);
    }

    [Fact]
    public async Task Attribute_WhatIsNotThere_AsksForAPlanOrAFile()
    {
        var ran = await LodestarProgram.CallAsync("climate", "attribute", "/nowhere/plan");

        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("Name a plan", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Budget_BeforeItsOwnDay_IsBlank()
    {
        string[] asked = ["climate", "budget", "--date", "2020-06-01", "--limit", "2", "--likelihood", "0.5"];
        var ran = await LodestarProgram.CallAsync(asked);
        using var json = JsonDocument.Parse((await LodestarProgram.CallAsync([.. asked, "--json"])).Out);

        Assert.Contains("Left on 1\u00a0June\u00a02020", ran.Out, StringComparison.Ordinal);
        Assert.Contains("Blank on 1\u00a0June\u00a02020", ran.Out, StringComparison.Ordinal);
        foreach (var row in json.RootElement.GetProperty("budgets").EnumerateArray())
        {
            var isLater = string.CompareOrdinal(row.GetProperty("from").GetString(), "2020-06-01") > 0;
            Assert.Equal("2020-06-01", row.GetProperty("leftOn").GetString());
            Assert.Equal(isLater, row.GetProperty("gtCo2Left").ValueKind == JsonValueKind.Null);
        }
    }

    [Fact]
    public async Task Run_StillRising_HasNoPeakAndNoCertainty()
    {
        var ran = await LodestarProgram.CallAsync("climate", "run", "--to", "2040", "--limit", "1.2,2.4");

        Assert.Contains("still rises in 2040", ran.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("peaks in", ran.Out, StringComparison.Ordinal);
        Assert.Contains("drafts of CMIP7’s extensions", ran.Out, StringComparison.Ordinal);
        Assert.Contains("https://doi.org/10.5194/gmd-17-8569-2024", ran.Out, StringComparison.Ordinal);
        Assert.Matches("2\\.4.°C\\s+under 1", ran.Out);
        Assert.Matches("1\\.2.°C\\s+.*over 99", ran.Out);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("attribute")]
    public async Task Command_AFileWithSemicolons_SaysItOnce(string name)
    {
        using var folder = new TemporaryFolder();
        var file = Write(folder, "Variable;Unit;2022;2100\nCO2 FFI;Gt CO2/yr;37,5;0\nCH4;Mt CH4/yr;300,5;0\n");

        var ran = await LodestarProgram.CallAsync("climate", name, file);

        Assert.Equal(2, ran.ExitCode);
        Assert.Equal(2, ran.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("Separate cells with commas", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_WithADecimalComma_AreDoubtedOrRefused()
    {
        var doubted = await LodestarProgram.CallAsync("climate", "run", "--to", "2030", "--limit", "1,5");
        var refused = await LodestarProgram.CallAsync("climate", "run", "--to", "2030", "--limit", "1,7");

        Assert.Equal((0, 3), (doubted.ExitCode, refused.ExitCode));
        Assert.Contains("LS6054", doubted.Error, StringComparison.Ordinal);
        Assert.Contains("decimals take a point", refused.Error, StringComparison.Ordinal);
    }

    private static string Write(TemporaryFolder folder, string text)
    {
        var path = Path.Combine(folder.Path, "emissions.csv");
        File.WriteAllText(path, text);
        return path;
    }
}
