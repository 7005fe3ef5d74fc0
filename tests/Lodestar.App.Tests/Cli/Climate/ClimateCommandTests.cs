// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.Json;
using Lodestar.Testing;

namespace Lodestar.App.Tests.Cli.Climate;

public sealed class ClimateCommandTests
{
    private const string Harmonised = "climate/fair-1.4.1/ssp_harmonised_1.4.1_1750-2500.csv";

    [Fact]
    public async Task Run_AnSspOfTheReference_GivesItsPercentiles()
    {
        // FaIR's own run of the same file: 841 members, no noise, percentiles as NumPy takes them.
        string[] columns = ["T_p05", "T_p17", "T_p33", "T_p50", "T_p67", "T_p83", "T_p95", "P_gt_1.5", "P_gt_2.0"];
        var lines = File.ReadLines(
                PublisherData.RequireFile("climate/reference/cal1.4.1_ssp/percentiles_deterministic.csv")
            )
            .Select(l => l.Split(','))
            .ToList();
        var reference = lines.Where(l => l[0] == "ssp245").ToDictionary(l => l[1]);
        var ran = await LodestarProgram.CallAsync(
            "climate",
            "run",
            PublisherData.RequireFile(Harmonised),
            "--scenario",
            "ssp245",
            "--csv"
        );

        Assert.Equal(0, ran.ExitCode);
        var rows = ran.Out.Split('\n').Select(l => l.TrimEnd('\r').Split(',')).ToList();
        Assert.Equal("year,p05,p17,p33,p50,p67,p83,p95,above_1.5,above_2", string.Join(',', rows[0]));
        Assert.Equal(("2023", "2100"), (rows[1][0], rows[78][0]));
        foreach (var row in rows.Skip(1).Where(r => r.Length > 1))
        {
            for (var c = 0; c < columns.Length; c++)
            {
                Assert.Equal(Number(reference[row[0]][Array.IndexOf(lines[0], columns[c])]), Number(row[c + 1]), 1e-5);
            }
        }
    }

    [Fact]
    public async Task Run_AnIamcFile_SaysWhatWasConvertedHarmonisedAndFilled()
    {
        var ran = await LodestarProgram.CallAsync(
            "climate",
            "run",
            PublisherData.RequireFile("ar6-iamc/ar6_IPs_emissions.csv"),
            "--scenario",
            "NGFS2_Current Policies",
            "--percentiles",
            "--forcing"
        );

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("fair-calibrate-1.4.1, 841 members", ran.Out, StringComparison.Ordinal);
        Assert.Matches(@"N2O\s+kt N2O/yr\s+× 0\.001\s+Mt N2O/yr", ran.Out);
        Assert.Matches(@"CO2 AFOLU\s+reduce_offset_2150\s+4\.31\s+6\.16", ran.Out);
        Assert.Contains("From the background medium-extension: CFC-11,", ran.Out, StringComparison.Ordinal);
        Assert.Contains("Sun and volcanoes", ran.Out, StringComparison.Ordinal);
        Assert.Contains("83\u202f%", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithoutAFile_RunsTheBackground()
    {
        var ran = await LodestarProgram.CallAsync(
            "climate",
            "run",
            "--background",
            "verylow",
            "--to",
            "2050",
            "--limit",
            "1.5,1.7",
            "--json"
        );

        using var json = JsonDocument.Parse(ran.Out);
        var root = json.RootElement;
        Assert.Equal("verylow", root.GetProperty("pathway").GetString());
        Assert.Equal(841, root.GetProperty("members").GetInt32());
        Assert.False(root.GetProperty("isIllustrative").GetBoolean());
        Assert.Equal(28, root.GetProperty("warming").GetArrayLength());
        Assert.Equal(
            [1.5, 1.7],
            root.GetProperty("limits").EnumerateArray().Select(l => l.GetProperty("limit").GetDouble())
        );
        Assert.Equal(0, root.GetProperty("joins").GetArrayLength());
    }

    [Fact]
    public async Task Run_FarAboveTheCalibration_IsMarkedAnIllustration()
    {
        using var folder = new TemporaryFolder();
        var file = Write(folder, "Variable,Unit,2022,2100\nCO2 FFI,Gt CO2/yr,37,400\n");

        var ran = await LodestarProgram.CallAsync("climate", "run", file);
        var json = await LodestarProgram.CallAsync("climate", "run", file, "--json");

        Assert.Contains("Illustration: the emulator was not calibrated", ran.Out, StringComparison.Ordinal);
        Assert.Contains("\"isIllustrative\": true", json.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Variable,Unit,2022,2100\nCO2 FFI,Mt CO2,37,0\n", 2, "LS3424")]
    [InlineData("Variable,Unit,2022,2100\nCO2 FFF,Gt CO2/yr,37,0\n", 2, "Did you mean CO2 FFI?")]
    [InlineData("Variable,Unit,2022,2050\nCO2 FFI,Gt CO2/yr,37,0\n", 2, "LS3437")]
    [InlineData("Scenario,Variable,Unit,2022,2100\na,CH4,Mt CH4/yr,1,1\nb,CH4,Mt CH4/yr,1,1\n", 2, "a and b")]
    [InlineData("", 2, "LS3411")]
    public async Task Run_AFaultyFile_SaysWhereAndEndsWithTwo(string text, int exit, string said)
    {
        using var folder = new TemporaryFolder();

        var ran = await LodestarProgram.CallAsync("climate", "run", Write(folder, text));

        Assert.Equal(exit, ran.ExitCode);
        Assert.Contains(said, ran.Error, StringComparison.Ordinal);
        Assert.Empty(ran.Out);
    }

    [Theory]
    [InlineData("LS6051", "run", "/nowhere/none.csv")]
    [InlineData("LS6050", "run", "--calibration", "/nowhere/none")]
    [InlineData("LS3465", "run", "--to", "2022")]
    [InlineData("LS3465", "run", "--to", "2501", "--hold")]
    [InlineData("LS3464", "run", "--background", "verylov")]
    [InlineData("LS6000", "run", "--limit", "warm")]
    [InlineData("LS6000", "budget", "--likelihood", "1.5")]
    [InlineData("LS3465", "attribute", "none.csv", "--to", "2301")]
    public async Task Command_AskedForWhatIsNotThere_EndsWithThree(string id, params string[] args)
    {
        var ran = await LodestarProgram.CallAsync(["climate", .. args]);

        Assert.Equal(3, ran.ExitCode);
        Assert.Contains(id, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Budget_OfTheEnsemble_StandsBesideThePublishedOnes()
    {
        var ran = await LodestarProgram.CallAsync(
            "climate",
            "budget",
            "--limit",
            "2",
            "--likelihood",
            "50%",
            "--date",
            "2025-01-01",
            "--json"
        );

        using var json = JsonDocument.Parse(ran.Out);
        var rows = json
            .RootElement.GetProperty("budgets")
            .EnumerateArray()
            .Where(r => r.GetProperty("gtCo2Left").ValueKind == JsonValueKind.Number)
            .ToDictionary(r => r.GetProperty("set").GetString()!, r => r.GetProperty("gtCo2Left").GetDouble());
        Assert.Equal(["ensemble", "igcc-2024", "ar6"], rows.Keys.Take(3));
        Assert.Equal(1050, rows["igcc-2024"], 1e-9);
        // 1350 less the emissions of 2020 to 2024: 38.57 + 40.54 + 40.83 + 41.42 + 41.6.
        Assert.Equal(1350 - 202.96, rows["ar6"], 0.1);
        Assert.InRange(rows["ensemble"], 600, 1600);
    }

    [Fact]
    public async Task Attribute_APlan_GivesBothMethods()
    {
        var ran = await LodestarProgram.CallAsync(
            "climate",
            "attribute",
            Repository.Path("samples/sweden"),
            "--date",
            "2026-11-22",
            "--json"
        );

        using var json = JsonDocument.Parse(ran.Out);
        var year = json
            .RootElement.GetProperty("warming")
            .EnumerateArray()
            .Single(y => y.GetProperty("year").GetInt32() == 2050);
        var (one, other) = (Median(year, "withAndWithout"), Median(year, "shareOfForcing"));
        Assert.InRange(one, 1e-4, 1e-3);
        Assert.InRange(other / one, 0.9, 1.4);
    }

    [Fact]
    public async Task Attribute_AFileOfTwiceTheEmissions_WarmsTwiceAsMuch()
    {
        using var folder = new TemporaryFolder();
        const string Heading = "Region,Variable,Unit,2023,2050\n";
        var once = Write(folder, $"{Heading}Here,CO2 FFI,Mt CO2/yr,10,10\n");
        var (one, _) = await Warming(once);
        var (two, _) = await Warming(Write(folder, $"{Heading}Here,CO2 FFI,Mt CO2/yr,20,20\n"));

        Assert.Equal(2, two / one, 0.001);
    }

    [Fact]
    public async Task Help_OfEachCommand_HasExamplesOfItsOwn()
    {
        foreach (var name in (string[])["run", "budget", "attribute"])
        {
            var ran = await LodestarProgram.CallAsync("climate", name, "--help");

            Assert.Contains($"  lodestar climate {name}", ran.Out, StringComparison.Ordinal);
            Assert.DoesNotContain("cli.", ran.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Run_InFrench_SpeaksIt()
    {
        var ran = await LodestarProgram.CallAsync("climate", "run", "--to", "2030", "--language", "fr");

        Assert.Contains("841 membres", ran.Out, StringComparison.Ordinal);
        Assert.Contains("Année", ran.Out, StringComparison.Ordinal);
    }

    private static async Task<(double WithAndWithout, double ShareOfForcing)> Warming(string file)
    {
        var ran = await LodestarProgram.CallAsync("climate", "attribute", file, "--region", "Here", "--json");
        using var json = JsonDocument.Parse(ran.Out);
        var last = json.RootElement.GetProperty("warming").EnumerateArray().Last();
        return (Median(last, "withAndWithout"), Median(last, "shareOfForcing"));
    }

    private static double Median(JsonElement year, string method) =>
        year.GetProperty(method).GetProperty("p50").GetDouble();

    private static string Write(TemporaryFolder folder, string text)
    {
        var path = Path.Combine(folder.Path, "emissions.csv");
        File.WriteAllText(path, text);
        return path;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
