// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using System.Text.RegularExpressions;
using Lodestar.Cli;
using Lodestar.Cli.Terminals;
using Lodestar.Testing;

namespace Lodestar.App.Tests.Cli;

public sealed partial class UsageTests
{
    [Theory]
    [InlineData("chekc")]
    [InlineData("check")]
    [InlineData("check", "a", "b")]
    [InlineData("assess", "--jsn", "x")]
    [InlineData("save", "x")]
    [InlineData("diff", "a")]
    [InlineData("restore", "a")]
    [InlineData("export", "a")]
    [InlineData("import")]
    public async Task Command_GivenWrongly_EndsWithThreeAndPointsToItsHelp(params string[] args)
    {
        var ran = await LodestarProgram.CallAsync(args);

        Assert.Equal(3, ran.ExitCode);
        Assert.Empty(ran.Out);
        Assert.Contains("LS6000", ran.Error, StringComparison.Ordinal);
        Assert.Contains("--help", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chekc", "check")]
    [InlineData("asess", "assess")]
    [InlineData("dif", "diff")]
    public async Task Command_Misspelt_NamesTheClosestOne(string typed, string meant)
    {
        var ran = await LodestarProgram.CallAsync(typed);

        Assert.Contains($"Did you mean {meant}?", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Option_Misspelt_NamesTheClosestOne()
    {
        var ran = await LodestarProgram.CallAsync("check", "x", "--jsno");

        Assert.Contains("Did you mean --json?", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Program_WithoutCommand_ShowsItsHelpAndEndsWithThree()
    {
        var ran = await LodestarProgram.CallAsync();

        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("lodestar serve", ran.Out, StringComparison.Ordinal);
        Assert.Contains("Exit codes", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_OfEveryCommand_EndsWithAnExampleOfIt()
    {
        foreach (var command in CommandLine.Root(NewShell()).Subcommands.Select(c => c.Name))
        {
            var ran = await LodestarProgram.CallAsync(command, "--help");

            Assert.Equal(0, ran.ExitCode);
            Assert.Contains(
                $"  lodestar {command} ",
                ran.Out.Replace("lodestar serve\n", "lodestar serve \n", StringComparison.Ordinal),
                StringComparison.Ordinal
            );
            Assert.DoesNotContain("cli.", ran.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Version_FromTheProcess_IsPlain()
    {
        using var folder = new TemporaryFolder();

        var ran = await LodestarProgram.RunAsync(folder.Path, "--version");

        Assert.Equal(0, ran.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+\s*$", ran.Out);
    }

    [Fact]
    public async Task Program_BrokenOutput_EndsWithFourAndOneLineUnlessVerbose()
    {
        using var folder = new TemporaryFolder();
        var plan = folder.WriteExample();
        using var closed = new StreamWriter(new FullDisk(), bufferSize: 128) { AutoFlush = true };

        var quiet = await LodestarProgram.CallAsync(shell => shell with { Out = closed }, "assess", plan);
        var verbose = await LodestarProgram.CallAsync(
            shell => shell with { Out = closed },
            "assess",
            plan,
            "--verbose"
        );

        Assert.Equal(4, quiet.ExitCode);
        Assert.Contains("LS6021", quiet.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", quiet.Error, StringComparison.Ordinal);
        Assert.Contains("   at ", verbose.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_AndTheirUses_AreTheSameSet()
    {
        var folder = Repository.Path("src/Lodestar.Cli");
        var sources = Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(f =>
                !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            )
            .Select(File.ReadAllText)
            .ToList();
        // A command within another may have examples under both names.
        var commands = CommandLine
            .Root(NewShell())
            .Subcommands.SelectMany(c =>
                c.Subcommands.Select(s =>
                        NewShell().Texts.Has($"cli.{c.Name}-{s.Name}.examples") ? $"{c.Name}-{s.Name}" : s.Name
                    )
                    .Prepend(c.Name)
            )
            .Select(c => $"cli.{c}.examples")
            .Append("cli.root.examples");
        var used = sources.SelectMany(s => TextId().Matches(s).Select(m => m.Groups[1].Value)).Concat(commands);
        var diagnostics = sources.SelectMany(s => DiagnosticId().Matches(s).Select(m => m.Groups[1].Value));
        var needed = used.Concat(diagnostics.SelectMany(d => new[] { $"{d}.reason", $"{d}.fix" })).ToHashSet();
        var texts = Directory
            .EnumerateFiles(Path.Combine(folder, "Texts"), "*.en.json")
            .SelectMany(f => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(f))!)
            .ToDictionary();

        Assert.Empty(needed.Except(texts.Keys).Order());
        Assert.Empty(texts.Keys.Except(needed).Order());
        Assert.True(needed.Count > 60);
    }

    [Theory]
    [InlineData("asess", "assess")]
    [InlineData("chekc", "check")]
    [InlineData("zzzzz", null)]
    public void Closest_ToAMistypedWord_IsTheWordMeant(string typed, string? meant) =>
        Assert.Equal(meant, Closest.To(typed, ["assess", "check", "export"]).FirstOrDefault());

    [Theory]
    [InlineData("plain é 東京", "plain é 東京")]
    [InlineData("a\e[2Jb", "a\uFFFD[2Jb")]
    [InlineData("a\nb\tc", "a b c")]
    [InlineData("a\u202Eb", "a\uFFFDb")]
    [InlineData("a\u009Bb", "a\uFFFDb")]
    public void Ink_ControlCharacters_AreMadeVisible(string text, string printable) =>
        Assert.Equal(printable, Ink.Printable(text));

    private static Shell NewShell() =>
        new()
        {
            Out = TextWriter.Null,
            Error = TextWriter.Null,
            OpenInput = () => Stream.Null,
        };

    [GeneratedRegex("\"(cli\\.[a-z0-9.-]+[a-z0-9])\"")]
    private static partial Regex TextId();

    [GeneratedRegex("\"(LS6\\d{3})\"")]
    private static partial Regex DiagnosticId();

    /// <summary>A disk with no space left.</summary>
    private sealed class FullDisk : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left");

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            throw new IOException("No space left");

        public override ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer,
            CancellationToken cancellationToken = default
        ) => throw new IOException("No space left");
    }
}
