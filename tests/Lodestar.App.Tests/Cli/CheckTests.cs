// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Nodes;
using Lodestar.Testing;

namespace Lodestar.App.Tests.Cli;

public sealed class CheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Check_PlanWithFaults_ListsThemWithTheirPlacesAndEndsWithTwo()
    {
        _folder.WriteFaulty();

        var ran = await LodestarProgram.RunAsync(_folder.Path, "check", "faulty");

        Assert.Equal(2, ran.ExitCode);
        Assert.Empty(ran.Error);
        Golden.Match(ran.Out, "check-faulty.golden.txt");
    }

    [Fact]
    public async Task Check_PlanWithoutErrors_EndsWithZero()
    {
        var ran = await LodestarProgram.CallAsync("check", _folder.WriteExample());

        Assert.Equal(0, ran.ExitCode);
        Assert.DoesNotContain(": error ", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_Json_CountsWhatItLists()
    {
        var ran = await LodestarProgram.CallAsync("check", "--json", _folder.WriteFaulty());

        Assert.Equal(2, ran.ExitCode);
        var json = JsonNode.Parse(ran.Out)!;
        var listed = json["diagnostics"]!.AsArray();
        Assert.Equal("exampleton", (string?)json["planId"]);
        Assert.Equal(listed.Count(d => (string?)d!["severity"] == "error"), (int)json["errors"]!);
        Assert.Equal(listed.Count(d => (string?)d!["severity"] == "warning"), (int)json["warnings"]!);
        Assert.True((int)json["errors"]! > 0);
        Assert.Contains(
            listed,
            d => (string?)d!["place"]!["file"] == "inventory/own.csv" && (int?)d["place"]!["line"] == 2
        );
    }

    [Fact]
    public async Task Check_Zip_ReadsAsTheFolderDoes()
    {
        var folder = _folder.WriteFaulty();
        var zip = _folder.Combine("faulty.zip");
        Assert.Equal(0, (await LodestarProgram.CallAsync("export", folder, "--to", zip)).ExitCode);

        var ofFolder = await LodestarProgram.CallAsync("check", folder);
        var ofZip = await LodestarProgram.CallAsync("check", zip);

        Assert.Equal(2, ofZip.ExitCode);
        Assert.Equal(ofFolder.Out.Replace(folder, zip, StringComparison.Ordinal), ofZip.Out);
    }

    [Fact]
    public async Task Check_NameWithControlCharacters_CannotSteerTheTerminal()
    {
        var folder = _folder.WriteExample();
        _folder.Write(
            "exampleton/plan.yaml",
            ExamplePlan.Yaml.Replace("name: Exampleton", "name: \"Ex\\e[31mampleton\\a\"", StringComparison.Ordinal)
        );

        var check = await LodestarProgram.CallAsync("check", folder);
        var assess = await LodestarProgram.CallAsync("assess", folder);

        Assert.DoesNotContain('\e', check.Out + check.Error + assess.Out + assess.Error);
        Assert.DoesNotContain('\a', check.Out + check.Error + assess.Out + assess.Error);
    }

    [Fact]
    public async Task Check_PathThatIsNotThere_SuggestsItsNeighbourAndEndsWithThree()
    {
        _folder.WriteExample();

        var ran = await LodestarProgram.CallAsync("check", _folder.Combine("exampletown"));

        Assert.Equal(3, ran.ExitCode);
        Assert.Empty(ran.Out);
        Assert.Contains("LS6001", ran.Error, StringComparison.Ordinal);
        Assert.Contains("Did you mean exampleton?", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_FileThatIsNeitherFolderNorZip_EndsWithThree()
    {
        var ran = await LodestarProgram.CallAsync("check", _folder.Write("table.csv", "a,b\n1,2\n"));

        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("LS6002", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_FileThatCannotBeRead_EndsWithFour()
    {
        // Reading the start of one's own memory fails for every user, root included.
        const string Unreadable = "/proc/self/mem";
        Assert.SkipUnless(File.Exists(Unreadable), "This system has no file that nobody can read.");

        var ran = await LodestarProgram.CallAsync("check", Unreadable);

        Assert.Equal(4, ran.ExitCode);
        Assert.Contains("LS6003", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_BrokenZip_SaysSoAndEndsWithTwo()
    {
        var ran = await LodestarProgram.CallAsync(
            "check",
            _folder.Write("broken.zip", "PK\u0003\u0004 and then nothing")
        );

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("broken.zip", ran.Out, StringComparison.Ordinal);
    }
}
