// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.Json.Nodes;
using Lodestar.App.Tests.Cli;
using Lodestar.Testing;

namespace Lodestar.App.Tests.Model;

public sealed class ModelCommandTests : IDisposable
{
    private const string City = """
        time: {from: 2020, to: 2030}
        axes: {fuel: [gas, electricity]}
        variables:
          area: {unit: m2, value: 1000000}
          need: {unit: kWh/(m2 yr), value: "normal(100, 10)", source: survey}
          share[fuel]: {unit: 1, value: {gas: 0.6, electricity: 0.4}, sums_to_one: fuel}
          saving: {unit: 1, value: 0, range: [0, 50 %]}
          heat[fuel]: {unit: GWh/yr, value: area * need * share * (1 - saving), outcome: yes}
        measures:
          pumps:
            shift: {of: share, from: gas, to: electricity, amount: 50 %}
            ramp: {from: 2020, to: 2030}
        sources: [{id: survey, title: A survey, publisher: The city}]
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_Csv_HasEveryYearAndCell()
    {
        var rows = await Csv(Write(City));

        // 1,000,000 m2 · 100 kWh/(m2 yr) · 0.6 = 60 GWh/yr; half of it has moved by 2030, a quarter by 2025.
        Assert.Equal(60, rows[("gas", 2020)], 1e-9);
        Assert.Equal(45, rows[("gas", 2025)], 1e-9);
        Assert.Equal(30, rows[("gas", 2030)], 1e-9);
        Assert.Equal(70, rows[("electricity", 2030)], 1e-9);
        Assert.Equal(22, rows.Count);
    }

    [Fact]
    public async Task Run_Set_ChangesLeversSwitchesAndUncertainNumbers()
    {
        var path = Write(City);

        var off = await Csv(path, "--set", "measures.pumps=0");
        var saved = await Csv(path, "--set", "saving=50 %", "--set", "measures.pumps=0");
        var cold = await Csv(path, "--set", "need=0.12 MWh/(m2 yr)", "measures.pumps=0");

        Assert.Equal(60, off[("gas", 2030)], 1e-9);
        Assert.Equal(30, saved[("gas", 2030)], 1e-9);
        Assert.Equal(72, cold[("gas", 2030)], 1e-9);
    }

    [Theory]
    [InlineData("LS6061", "saving")]
    [InlineData("LS6062", "savings=1")]
    [InlineData("LS6063", "saving=much")]
    [InlineData("LS6063", "need=5 t CO2")]
    [InlineData("LS6064", "saving=0.7")]
    public async Task Run_SetWrongly_SaysSoAndEndsWithThree(string id, string set)
    {
        var ran = await LodestarProgram.CallAsync("run", Write(City), "--set", set);

        Assert.Equal(3, ran.ExitCode);
        Assert.Empty(ran.Out);
        Assert.Contains(id, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Draws_AreTheSameForTheSameSeedAndBracketTheMiddle()
    {
        var path = Write(City);

        var first = await LodestarProgram.CallAsync("run", path, "--draws", "400", "--seed", "5", "--json");
        var again = await LodestarProgram.CallAsync("run", path, "--draws", "400", "--seed", "5", "--json");
        var other = await LodestarProgram.CallAsync("run", path, "--draws", "400", "--seed", "6", "--json");

        Assert.Equal((0, first.Out), (first.ExitCode, again.Out));
        Assert.NotEqual(first.Out, other.Out);
        var gas = JsonNode.Parse(first.Out)!["outputs"]![0]!["cells"]![0]!;
        var (low, middle, high) = (At(gas, "p05"), At(gas, "values"), At(gas, "p95"));

        // Normal with mean 60 and standard deviation 6: the 5th percentile is 60 − 1.645 · 6 = 50.1, the 95th 69.9; the
        // standard error of a 5 % quantile of 400 draws is 6 · √(0.05 · 0.95 / 400) / 0.1031 = 0.63.
        Assert.Equal(50.13, low, 2.6);
        Assert.Equal(60, middle, 1.6);
        Assert.Equal(69.87, high, 2.6);
    }

    [Fact]
    public async Task Run_LatinHypercube_HasItsMedianNearTheTrueOne()
    {
        var ran = await LodestarProgram.CallAsync("run", Write(City), "--draws", "100", "--design", "lhs", "--json");

        // One draw in each hundredth: the median lies between the 49th and the 51st percentile, 60 ± 0.16.
        var json = JsonNode.Parse(ran.Out)!;
        Assert.Equal("lhs", (string?)json["design"]);
        Assert.Equal(60, At(json["outputs"]![0]!["cells"]![0]!, "values"), 0.16);
    }

    [Fact]
    public async Task Explain_Value_ShowsFormulaNumbersMeasureAndSource()
    {
        var ran = await LodestarProgram.CallAsync("explain", Write(City), "heat", "gas", "2030");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Golden.Match(ran.Out.Replace(_folder.Path, "", StringComparison.Ordinal), "explain.golden.txt");
    }

    [Fact]
    public async Task Explain_Json_NestsWhatItWasComputedFrom()
    {
        var ran = await LodestarProgram.CallAsync("explain", Write(City), "heat", "gas", "2030", "--json");

        var fact = JsonNode.Parse(ran.Out)!;
        Assert.Equal(30, (double)fact["value"]!, 1e-9);
        var inputs = fact["inputs"]!.AsArray();
        Assert.Equal(["area", "need", "share", "saving"], inputs.Select(i => (string?)i!["name"]));
        Assert.Equal("survey", (string?)inputs[1]!["source"]!["id"]);
        Assert.Equal("The city", (string?)inputs[1]!["source"]!["publisher"]);
        Assert.Equal(0.6, (double)inputs[2]!["withoutMeasures"]!, 1e-12);
        Assert.Equal("measures.pumps", (string?)inputs[2]!["measures"]![0]);
    }

    [Theory]
    [InlineData("LS6065", "heet", "gas", "2030")]
    [InlineData("LS6067", "heat", "gas", "2050")]
    [InlineData("LS6068", "heat", "2030")]
    [InlineData("LS6069", "heat", "gass", "2030")]
    public async Task Explain_AskedWrongly_SaysSoAndEndsWithThree(string id, params string[] words)
    {
        var ran = await LodestarProgram.CallAsync(["explain", Write(City), .. words]);

        Assert.Equal(3, ran.ExitCode);
        Assert.Contains(id, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Graph_NamesWhatDependsOnWhat()
    {
        var path = Write(City);

        var text = await LodestarProgram.CallAsync("graph", path);
        var dot = await LodestarProgram.CallAsync("graph", path, "--dot");
        var json = JsonNode.Parse((await LodestarProgram.CallAsync("graph", path, "--json")).Out)!;

        Assert.Contains("heat[fuel] (GWh/yr) ← area, need, share, saving", text.Out, StringComparison.Ordinal);
        Assert.Contains("\"share\" -> \"heat\";", dot.Out, StringComparison.Ordinal);
        Assert.Contains(
            json["links"]!.AsArray(),
            l => (string?)l!["from"] == "measures.pumps" && (string?)l["to"] == "share"
        );
    }

    [Fact]
    public async Task Run_FaultyModel_SaysWhereAndEndsWithTwo()
    {
        var path = Write(City.Replace("area * need", "area * nede", StringComparison.Ordinal));

        var ran = await LodestarProgram.CallAsync("run", path);

        Assert.Equal(2, ran.ExitCode);
        Assert.Empty(ran.Out);
        Assert.Contains("city.yaml:8:44: error LS3711", ran.Error, StringComparison.Ordinal);
        Assert.Contains("Did you mean need?", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ADivisionByZero_NamesWhereItBegan()
    {
        var path = Write(
            """
            time: {from: 2020, to: 2030}
            variables:
              left: {unit: 1, value: 2025 - year}
              rate: {unit: 1, value: 1 / left}
              sum: {unit: 1, value: rate + 5, outcome: yes}
            """
        );

        var ran = await LodestarProgram.CallAsync("run", path, "--json");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("LS3833: “rate” is infinite in 2025", ran.Error, StringComparison.Ordinal);
        var values = JsonNode.Parse(ran.Out)!["outputs"]![0]!["cells"]![0]!["values"]!.AsArray();
        Assert.Null(values[5]);
        Assert.Equal(5.2, (double)values[0]!, 1e-12);
    }

    [Fact]
    public async Task Check_Plan_SaysWhatIsWrongWithItsModel()
    {
        var plan = _folder.WriteExample();
        Directory.CreateDirectory(Path.Combine(plan, "model"));
        await File.WriteAllTextAsync(
            Path.Combine(plan, "model", "city.yaml"),
            City.Replace("area * need", "area + need", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );

        var ran = await LodestarProgram.CallAsync("check", plan);

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("model/city.yaml:8:", ran.Out, StringComparison.Ordinal);
        Assert.Contains("error LS3742", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_PlanWithoutModel_SaysSo()
    {
        var ran = await LodestarProgram.CallAsync("run", _folder.WriteExample());

        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("LS6060", ran.Error, StringComparison.Ordinal);
    }

    private string Write(string text)
    {
        var path = _folder.Combine("city.yaml");
        File.WriteAllText(path, text);
        return path;
    }

    private static async Task<Dictionary<(string Fuel, int Year), double>> Csv(params string[] words)
    {
        var ran = await LodestarProgram.CallAsync(["run", .. words, "--csv"]);
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        var lines = ran.Out.TrimEnd('\n').Split('\n');
        Assert.Equal("variable,unit,fuel,year,value", lines[0]);
        return lines
            .Skip(1)
            .Select(l => l.Split(','))
            .ToDictionary(
                c => (c[2], int.Parse(c[3], CultureInfo.InvariantCulture)),
                c => double.Parse(c[4], CultureInfo.InvariantCulture)
            );
    }

    private static double At(JsonNode cell, string name) => (double)cell[name]![0]!;
}
