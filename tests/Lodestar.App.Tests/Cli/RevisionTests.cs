// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Nodes;
using Lodestar.Testing;

namespace Lodestar.App.Tests.Cli;

public sealed class RevisionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => _folder.Combine("store");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Save_ThenHistoryDiffAndRestore_TellTheSameStory()
    {
        var plan = _folder.WriteExample();
        var first = await StoreAsync("save", plan, "-m", "First");
        var again = await StoreAsync("save", plan, "-m", "Again");
        _folder.Write(
            "exampleton/targets.yaml",
            ExamplePlan.Targets.Replace("cut: 50 %", "cut: 55 %", StringComparison.Ordinal)
        );
        var second = await StoreAsync("save", plan, "-m", "Stronger milestone");
        var diff = await StoreAsync("diff", "exampleton@1", "exampleton");
        var restore = await StoreAsync("restore", "exampleton", "1");
        var same = await StoreAsync("diff", "exampleton@1", "exampleton");
        var history = await StoreAsync("history", "exampleton", "--json");
        var table = await StoreAsync("history", "exampleton");

        Assert.All(
            [first, again, second, diff, restore, same, history, table],
            r => Assert.True(r.ExitCode == 0, r.Error)
        );
        Assert.StartsWith("Saved exampleton as revision 1", first.Out, StringComparison.Ordinal);
        Assert.StartsWith("Nothing to save", again.Out, StringComparison.Ordinal);
        Assert.Contains("--- a/targets.yaml", diff.Out, StringComparison.Ordinal);
        Assert.Contains("-          - {id: m2030, year: 2030, cut: 50 %}", diff.Out, StringComparison.Ordinal);
        Assert.Contains("+          - {id: m2030, year: 2030, cut: 55 %}", diff.Out, StringComparison.Ordinal);
        Assert.Empty(same.Out);
        var revisions = JsonNode.Parse(history.Out)!["revisions"]!.AsArray();
        Assert.Equal([3, 2, 1], revisions.Select(r => (int)r!["number"]!));
        Assert.Equal("Stronger milestone", (string?)revisions[1]!["message"]);
        Assert.Equal(4, table.Out.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Save_FromAnOlderRevisionInTheSameFile_IsAConflict()
    {
        var plan = _folder.WriteExample();
        await StoreAsync("save", plan, "-m", "First");
        _folder.Write("exampleton/targets.yaml", ExamplePlan.Targets.Replace("50 %", "55 %", StringComparison.Ordinal));
        await StoreAsync("save", plan, "-m", "Second");
        _folder.Write("exampleton/targets.yaml", ExamplePlan.Targets.Replace("50 %", "60 %", StringComparison.Ordinal));

        var ran = await StoreAsync("save", plan, "-m", "Third", "--parent", "1");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("55 %", ran.Out, StringComparison.Ordinal);
        Assert.Contains("LS6010", ran.Error, StringComparison.Ordinal);
        Assert.Contains("targets.yaml", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_FolderWithoutPlanFile_EndsWithTwo()
    {
        var plan = _folder.WriteExample();
        File.Delete(Path.Combine(plan, "plan.yaml"));

        var ran = await StoreAsync("save", plan, "-m", "First");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("LS6009", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_SameFiles_MakeTheSameZip()
    {
        var plan = _folder.WriteExample();
        var (a, b, c) = (_folder.Combine("a.zip"), _folder.Combine("b.zip"), _folder.Combine("c.zip"));
        await StoreAsync("save", plan, "-m", "First");

        Assert.Equal(0, (await StoreAsync("export", plan, "--to", a)).ExitCode);
        await Task.Delay(TimeSpan.FromSeconds(2.1)); // A zip's clock ticks in steps of two seconds.
        Assert.Equal(0, (await StoreAsync("export", "exampleton", "--to", b)).ExitCode);
        Assert.Equal(0, (await StoreAsync("export", a, "--to", c)).ExitCode);

        Assert.Equal(await File.ReadAllBytesAsync(a), await File.ReadAllBytesAsync(b));
        Assert.Equal(await File.ReadAllBytesAsync(a), await File.ReadAllBytesAsync(c));
    }

    [Fact]
    public async Task Export_OlderRevisionToAFolder_GivesTheFilesBack()
    {
        var plan = _folder.WriteExample();
        await StoreAsync("save", plan, "-m", "First");
        _folder.Write("exampleton/targets.yaml", ExamplePlan.Targets.Replace("50 %", "55 %", StringComparison.Ordinal));
        await StoreAsync("save", plan, "-m", "Second");

        var ran = await StoreAsync("export", "exampleton", "--revision", "1", "--to", _folder.Combine("out"));

        Assert.True(ran.ExitCode == 0, ran.Error);
        Assert.Equal(ExamplePlan.Targets, await File.ReadAllTextAsync(_folder.Combine("out/targets.yaml")));
        Assert.Equal(ExamplePlan.Inventory, await File.ReadAllTextAsync(_folder.Combine("out/inventory/own.csv")));
    }

    [Fact]
    public async Task Export_OverAFile_NeedsForce()
    {
        var plan = _folder.WriteExample();
        var zip = _folder.Write("a.zip", "mine");

        var refused = await StoreAsync("export", plan, "--to", zip);
        var kept = await File.ReadAllTextAsync(zip);
        var forced = await StoreAsync("export", plan, "--to", zip, "--force");

        Assert.Equal(3, refused.ExitCode);
        Assert.Equal("mine", kept);
        Assert.Equal(0, forced.ExitCode);
        Assert.NotEqual("mine", await File.ReadAllTextAsync(zip));
        Assert.False(File.Exists(zip + ".part"));
    }

    [Theory]
    [InlineData("history", "exampletown")]
    [InlineData("diff", "exampletown", "exampleton")]
    [InlineData("restore", "exampletown", "1")]
    [InlineData("export", "exampletown", "--to", "x.zip")]
    public async Task Store_UnknownPlan_NamesTheClosestOne(params string[] args)
    {
        await StoreAsync("save", _folder.WriteExample("saved"), "-m", "First");

        var ran = await StoreAsync(args);

        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("LS6006", ran.Error, StringComparison.Ordinal);
        Assert.Contains("Did you mean exampleton?", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("abcdef0123")]
    [InlineData("zz")]
    public async Task Store_UnknownRevision_EndsWithThree(string revision)
    {
        await StoreAsync("save", _folder.WriteExample(), "-m", "First");

        var ran = await StoreAsync("restore", "exampleton", revision);

        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("LS6008", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_WithoutAStore_MakesNone()
    {
        var ran = await StoreAsync("history", "exampleton");

        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("LS6005", ran.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task Store_FileThatIsNoDatabase_EndsWithFour()
    {
        _folder.Write("store/lodestar.db", "This is not a database, however long one looks at it.");

        var ran = await StoreAsync("history", "exampleton");

        Assert.Equal(4, ran.ExitCode);
        Assert.Contains("LS6022", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_TwoFolders_ShowsAddedAndRemovedFiles()
    {
        var (a, b) = (_folder.WriteExample("a"), _folder.WriteExample("b"));
        File.Delete(Path.Combine(b, "targets.yaml"));
        _folder.Write("b/notes.md", "New\n");

        var ran = await LodestarProgram.CallAsync("diff", a, b);

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("+++ b/notes.md", ran.Out, StringComparison.Ordinal);
        Assert.Contains("+New", ran.Out, StringComparison.Ordinal);
        Assert.Contains("@@ -0,0 +1 @@", ran.Out, StringComparison.Ordinal);
        Assert.Contains("+++ /dev/null", ran.Out, StringComparison.Ordinal);
    }

    private Task<Ran> StoreAsync(params string[] args) =>
        LodestarProgram.CallAsync(s => s with { Variable = v => v == "LODESTAR_DATA_DIR" ? Data : null }, args);
}
