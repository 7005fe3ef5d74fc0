// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Nodes;
using Lodestar.Testing;

namespace Lodestar.App.Tests.Cli;

public sealed class ImportTests : IDisposable
{
    private const string Table = """
        Sector,Unit,2018,2019,2020
        Domestic gas,kt CO2,600,590,580
        Road transport,kt CO2,400,396,392

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Import_OwnTable_WritesAPlanThatCanBeAssessed()
    {
        _folder.Write("own.csv", Table);

        var ran = await LodestarProgram.RunAsync(
            _folder.Path,
            "import",
            "own.csv",
            "--name",
            "Testford",
            "--to",
            "plans"
        );
        var assess = await LodestarProgram.CallAsync("assess", _folder.Combine("plans/testford"));

        Assert.True(ran.ExitCode == 0, ran.Out + ran.Error);
        Assert.Contains("2 rows read, 2 used, 0 left out.", ran.Out, StringComparison.Ordinal);
        Assert.Equal(["testford"], Names("plans"));
        Assert.Equal(0, assess.ExitCode);
        Assert.Contains("Testford emitted", assess.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_StandardInput_ReadsTheSame()
    {
        var file = _folder.Write("own.csv", Table);

        var ran = await LodestarProgram.CallAsync(
            s => s with { OpenInput = () => File.OpenRead(file) },
            "import",
            "-",
            "--name",
            "Testford",
            "--to",
            _folder.Combine("plans")
        );

        Assert.True(ran.ExitCode == 0, ran.Out + ran.Error);
        Assert.Equal(["testford"], Names("plans"));
    }

    [Fact]
    public async Task Import_DryRun_WritesNothing()
    {
        var file = _folder.Write("own.csv", Table);

        var ran = await ImportAsync(file, "--dry-run");

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("Would write 1 plan folder", ran.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Combine("plans")));
    }

    [Fact]
    public async Task Import_OverAPlan_NeedsForceAndThenKeepsItsTargets()
    {
        var file = _folder.Write("own.csv", Table);
        Assert.Equal(0, (await ImportAsync(file)).ExitCode);
        _folder.Write("plans/testford/targets.yaml", "targets: []\n");
        var before = await File.ReadAllTextAsync(_folder.Combine("plans/testford/plan.yaml"));
        File.WriteAllText(file, Table.Replace("580", "570", StringComparison.Ordinal));

        var refused = await ImportAsync(file);
        var afterRefusal = await File.ReadAllTextAsync(InventoryFile());
        var forced = await ImportAsync(file, "--force");

        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("--force", refused.Error, StringComparison.Ordinal);
        Assert.Contains("580", afterRefusal, StringComparison.Ordinal);
        Assert.Equal(0, forced.ExitCode);
        Assert.Contains("570", await File.ReadAllTextAsync(InventoryFile()), StringComparison.Ordinal);
        Assert.Equal("targets: []\n", await File.ReadAllTextAsync(_folder.Combine("plans/testford/targets.yaml")));
        Assert.NotEmpty(before);
    }

    [Fact]
    public async Task Import_FileNobodyUnderstands_EndsWithTwoAndWritesNothing()
    {
        var ran = await ImportAsync(_folder.Write("poem.txt", "Roses are red\nViolets are blue\n"));

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("error LS", ran.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Combine("plans")));
    }

    [Fact]
    public async Task Import_Json_CountsRows()
    {
        var ran = await ImportAsync(_folder.Write("own.csv", Table), "--json", "--dry-run");

        var json = JsonNode.Parse(ran.Out)!;
        Assert.True((bool)json["dryRun"]!);
        Assert.Equal(2, (int)json["import"]!["loss"]!["rowsRead"]!);
        Assert.EndsWith("testford", (string?)json["folders"]![0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_FolderThatCannotBeMade_EndsWithFour()
    {
        var file = _folder.Write("own.csv", Table);

        var ran = await LodestarProgram.CallAsync(
            "import",
            file,
            "--name",
            "Testford",
            "--to",
            Path.Combine(file, "plans")
        );

        Assert.Equal(4, ran.ExitCode);
        Assert.Contains("LS6013", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Import_EndedHalfWay_LeavesNothing(bool politely)
    {
        Assert.SkipWhen(politely && OperatingSystem.IsWindows(), "Windows has no such signal to send.");
        using var process = LodestarProgram.Start(_folder.Path, "import", "-", "--name", "Testford", "--to", "plans");
        await process.StandardInput.WriteAsync(Table[..^30]);
        await process.StandardInput.FlushAsync();
        await Task.Delay(TimeSpan.FromSeconds(3));
        Assert.False(process.HasExited);

        if (politely)
        {
            LodestarProgram.Interrupt(process);
        }
        else
        {
            process.Kill();
        }

        var ran = await LodestarProgram.EndAsync(process);

        Assert.Equal(politely ? 130 : 137, ran.ExitCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).Except(["home"]));
    }

    [Fact]
    public async Task Import_PublishersFile_TakesOnePlaceOfMany()
    {
        var file = PublisherData.RequireFile("uk-la-emissions/local_authority_emissions.csv");

        var ran = await LodestarProgram.RunAsync(
            _folder.Path,
            "import",
            file,
            "--only",
            "Glasgow City",
            "--to",
            "plans"
        );

        Assert.True(ran.ExitCode == 0, ran.Out + ran.Error);
        Assert.Single(Names("plans"));
    }

    private string InventoryFile() => Directory.GetFiles(_folder.Combine("plans/testford/inventory")).Single();

    private IEnumerable<string?> Names(string folder) =>
        Directory.EnumerateFileSystemEntries(_folder.Combine(folder)).Select(Path.GetFileName);

    private Task<Ran> ImportAsync(string file, params string[] more) =>
        LodestarProgram.CallAsync(["import", file, "--name", "Testford", "--to", _folder.Combine("plans"), .. more]);
}
