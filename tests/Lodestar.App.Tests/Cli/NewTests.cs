// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Nodes;
using Lodestar.Testing;

namespace Lodestar.App.Tests.Cli;

public sealed class NewTests : IDisposable
{
    private const string Table = """
        Sector,Unit,2018,2019,2020
        Domestic gas,kt CO2,60,59,58
        Road transport,kt CO2,40,39.6,39.2

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // The totals: as printed in 2020 and 2022 by the publishers; Denmark's is the sum of the column of 2021.
    [Theory]
    [InlineData("glasgow", "city", null, 1838.838)]
    [InlineData("stockholm", "city", "984748", 942.805894974512)]
    [InlineData("denmark", "country", null, 45121.994)]
    public async Task New_FromASample_WritesAPlanThatRunsAndMeetsTheInventory(
        string sample,
        string template,
        string? people,
        double total
    )
    {
        string[] args =
        [
            "new",
            "mine",
            "--from",
            Repository.Path($"samples/{sample}"),
            "--template",
            template,
            "--out",
            _folder.Path,
            .. people is null ? Array.Empty<string>() : ["--population", people],
        ];

        var made = await LodestarProgram.CallAsync([.. args, "--json"]);

        Assert.True(made.ExitCode == 0, made.Error);
        var json = JsonNode.Parse(made.Out)!;
        var year = (int)json["baseYear"]!;
        var run = await LodestarProgram.CallAsync(
            "run",
            _folder.Combine("mine"),
            "--output",
            "emissions.total",
            "--json"
        );
        Assert.True(run.ExitCode == 0, run.Error);
        var ran = JsonNode.Parse(run.Out)!;
        var values = ran["outputs"]![0]!["cells"]![0]!["values"]!.AsArray().Select(v => (double)v!).ToList();
        var inBaseYear = values[year - (int)ran["firstYear"]!];
        Assert.Equal(total, inBaseYear, 0.01);
        Assert.Equal(total, json["lines"]!.AsArray().Sum(l => (double)l!["inventory"]!), 0.01);
        Assert.Contains(json["lines"]!.AsArray(), l => l!["heldOutError"] is not null);
        // Inventory = defaults + factor + activity + residual, line by line.
        Assert.All(
            json["lines"]!.AsArray(),
            l =>
                Assert.Equal(
                    (double)l!["inventory"]!,
                    (double)l["bottomUp"]! + (double)l["activityGap"]! + (double)l["residual"]!,
                    1e-6
                )
        );
        Assert.Equal(["mine"], new DirectoryInfo(_folder.Path).EnumerateFileSystemInfos().Select(e => e.Name));
    }

    [Fact]
    public async Task New_FromATable_PrintsTheCalibration()
    {
        var file = _folder.Write("own.csv", Table);

        var ran = await LodestarProgram.CallAsync(
            "new",
            "Testford",
            "--from",
            file,
            "--template",
            "city",
            "--population",
            "60000",
            "--out",
            _folder.Combine("plans")
        );

        Assert.True(ran.ExitCode == 0, ran.Out + ran.Error);
        Assert.Contains("template city@1", ran.Out, StringComparison.Ordinal);
        Assert.Contains("Fuels of road vehicles", ran.Out, StringComparison.Ordinal);
        Assert.Contains("LS3903", ran.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.Combine("plans/testford/scenarios.yaml")));
        Assert.True(File.Exists(_folder.Combine("plans/testford/model/calibration.yaml")));
    }

    /// <summary>
    /// 60,000 people: industry by the defaults 150 GWh · 0.20389 kg/kWh = 30.5835 kt. Stated 180 GWh and 44.8558 kt: an activity of 1.2
    /// adds 6.1167; a factor of 44.8558 / 36.7002 adds 8.1556.
    /// </summary>
    [Fact]
    public async Task New_FromAnInventoryWithActivities_SaysWhatTheFactorAdds()
    {
        _folder.Write(
            "own/plan.yaml",
            "format: lodestar-plan@1\nid: own\nname: Testford\nkind: city\ncountry: GB\ngwp_set: AR5\ninventories:\n  - {id: own, file: inventory/own.csv, boundary: basic+}\n"
        );
        _folder.Write(
            "own/inventory/own.csv",
            "id,category,label,role,unit,2020\nindustry,I.3.1,Industry,,kt CO2,44.8558\nenergy,I.3.1,,activity,TJ,648\nroad,II.1.1,Roads,,kt CO2,39.2\n"
        );
        string[] args =
        [
            "new",
            "mine",
            "--from",
            _folder.Combine("own"),
            "--template",
            "city",
            "--population",
            "60000",
            "--out",
        ];

        var printed = await LodestarProgram.CallAsync([.. args, _folder.Combine("printed")]);
        var made = await LodestarProgram.CallAsync([.. args, _folder.Combine("plans"), "--json"]);

        Assert.True(made.ExitCode == 0, made.Error);
        var lines = JsonNode.Parse(made.Out)!["lines"]!.AsArray();
        var industry = lines.Single(l => (string)l!["id"]! == "industry_fuel")!;
        Assert.Equal(1.2, (double)industry["activityRatio"]!, 1e-9);
        Assert.Equal(44.8558 / 36.7002, (double)industry["factorRatio"]!, 1e-9);
        Assert.Equal(8.1556, (double)industry["factorGap"]!, 1e-6);
        Assert.Equal(6.1167, (double)industry["activityGap"]!, 1e-6);
        Assert.Null(lines.Single(l => (string)l!["id"]! == "road")!["factorGap"]);
        var row = printed
            .Out.Split('\n')
            .Single(l => l.StartsWith("Fuels burnt in industry", StringComparison.Ordinal));
        Assert.Contains("8.16", row, StringComparison.Ordinal);
        var checkedPlan = await LodestarProgram.CallAsync("check", _folder.Combine("plans/mine"));
        Assert.True(checkedPlan.ExitCode == 0, checkedPlan.Out + checkedPlan.Error);
    }

    [Fact]
    public async Task New_InFrench_SpeaksFrench()
    {
        var file = _folder.Write("own.csv", Table);

        var ran = await LodestarProgram.CallAsync(
            "new",
            "Testford",
            "--from",
            file,
            "--template",
            "city",
            "--population",
            "60000",
            "--out",
            _folder.Combine("plans"),
            "--language",
            "fr"
        );

        Assert.True(ran.ExitCode == 0, ran.Out + ran.Error);
        Assert.Contains("Carburants des véhicules routiers", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_WhatIsThere_StaysAsItIs()
    {
        var there = _folder.Write("mine/plan.yaml", "mine");

        var ran = await LodestarProgram.CallAsync(
            "new",
            "mine",
            "--from",
            Repository.Path("samples/glasgow"),
            "--template",
            "city",
            "--out",
            _folder.Path
        );

        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("LS6007", ran.Error, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(there, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("citty", "samples/glasgow", null, "LS6080", 3)]
    [InlineData("city", "samples/nowhere", null, "LS6001", 3)]
    [InlineData("city", "samples/glasgow", "other", "LS3912", 2)]
    [InlineData("city", "samples/denmark", null, "LS3913", 2)]
    public async Task New_WhatCannotBe_SaysWhyAndLeavesNothing(
        string template,
        string from,
        string? inventory,
        string fault,
        int exitCode
    )
    {
        var ran = await LodestarProgram.CallAsync([
            "new",
            "mine",
            "--from",
            Repository.Path(from),
            "--template",
            template,
            "--out",
            _folder.Path,
            .. inventory is null ? Array.Empty<string>() : ["--inventory", inventory],
        ]);

        Assert.Equal((exitCode, ""), (ran.ExitCode, ran.Out));
        Assert.Contains(fault, ran.Error, StringComparison.Ordinal);
        Assert.Empty(new DirectoryInfo(_folder.Path).EnumerateFileSystemInfos());
    }
}
