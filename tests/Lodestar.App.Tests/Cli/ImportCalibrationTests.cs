// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Nodes;
using Lodestar.Climate.Calibrations;
using Lodestar.Testing;

namespace Lodestar.App.Tests.Cli;

public sealed class ImportCalibrationTests : IDisposable
{
    private const string Params = "calibrated_constrained_parameters_1.4.5.csv";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Target => Path.Combine(_folder.Path, "made", "1.4.5");

    [Fact]
    public async Task Import_APublishedFolder_WritesTablesThatReadAsTheSameSet()
    {
        var ran = await ImportAsync(PublisherData.RequireFolder("climate/fair-1.4.5"), "--json");

        Assert.Equal(0, ran.ExitCode);
        var json = JsonNode.Parse(ran.Out)!;
        Assert.Equal(("fair-calibrate-1.4.5", "MIT"), ((string)json["id"]!, (string)json["licence"]!));
        Assert.Equal((841, 61, 1750, 2023), (Int("members"), Int("species"), Int("firstYear"), Int("lastYear")));
        Assert.Equal(Target, (string)json["folder"]!);
        Assert.Equal(
            CalibrationTable.Names.Order(),
            Directory.GetFiles(Target).Select(f => Path.GetFileName(f)).Order()
        );
        var reading = CalibrationTable.Read(n => File.OpenText(Path.Combine(Target, n)));
        Assert.Equal("fair-calibrate-1.4.5", reading.Calibration!.Identity.Id);
        Assert.Equal([Target], Directory.GetFileSystemEntries(Path.GetDirectoryName(Target)!));

        int Int(string name) => (int)json[name]!;
    }

    [Fact]
    public async Task Import_PartsOfTwoSets_EndsWithTwoAndWritesNothing()
    {
        var mixed = Copy("climate/fair-1.4.5", "mixed");
        File.Copy(
            PublisherData.RequireFile("climate/fair-1.4.1/params.csv"),
            Path.Combine(mixed, Params),
            overwrite: true
        );

        var ran = await ImportAsync(mixed);

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("LS3455", ran.Error, StringComparison.Ordinal);
        Assert.Contains("nothing was written", ran.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.GetDirectoryName(Target)));
    }

    [Fact]
    public async Task Import_AWrongCell_NamesItByFileAndCell()
    {
        var folder = Copy("climate/fair-1.4.5", "wrong");
        var file = Path.Combine(folder, Params);
        var lines = await File.ReadAllLinesAsync(file);
        lines[4] = $"{lines[4].Split(',')[0]},-1,{string.Join(',', lines[4].Split(',')[2..])}";
        await File.WriteAllLinesAsync(file, lines);

        var ran = await ImportAsync(folder);

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains($"{file}:5 [B5]: error LS3442", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OverWhatIsThere_NeedsForceAndReplacesCalibrationsAlone()
    {
        var source = PublisherData.RequireFolder("climate/fair-1.4.5");
        await ImportAsync(source);
        await File.WriteAllTextAsync(Path.Combine(Target, "members.csv"), "spoilt");

        var refused = await ImportAsync(source);
        Assert.Equal("spoilt", await File.ReadAllTextAsync(Path.Combine(Target, "members.csv")));
        var forced = await ImportAsync(source, "--force");
        Assert.NotEqual("spoilt", await File.ReadAllTextAsync(Path.Combine(Target, "members.csv")));
        await File.WriteAllTextAsync(Path.Combine(Target, "notes.txt"), "mine");
        var foreign = await ImportAsync(source, "--force");

        Assert.Equal([3, 0, 3], [refused.ExitCode, forced.ExitCode, foreign.ExitCode]);
        Assert.Contains("LS6056", refused.Error, StringComparison.Ordinal);
        Assert.Contains("LS6057", foreign.Error, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(Target, "notes.txt")));
    }

    [Fact]
    public async Task Import_NoFolder_EndsWithThree()
    {
        var ran = await ImportAsync(Path.Combine(_folder.Path, "nowhere"));

        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("LS6055", ran.Error, StringComparison.Ordinal);
    }

    private Task<Ran> ImportAsync(string folder, params string[] more) =>
        LodestarProgram.CallAsync(["climate", "import-calibration", folder, "--out", Target, .. more]);

    private string Copy(string published, string name)
    {
        var copy = Directory.CreateDirectory(Path.Combine(_folder.Path, name)).FullName;
        foreach (var file in Directory.GetFiles(PublisherData.RequireFolder(published)))
        {
            var to = Path.Combine(copy, Path.GetFileName(file));
            File.Copy(file, to);
            File.SetAttributes(to, FileAttributes.Normal);
        }

        return copy;
    }
}
