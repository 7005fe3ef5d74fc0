// SPDX-License-Identifier: Apache-2.0
using System.Text;
using System.Text.RegularExpressions;
using Lodestar.App.Tests.Cli;
using Lodestar.Testing;

namespace Lodestar.App.Tests.Model;

/// <summary>The tutorial's files are written as it gives them, its commands run, and their answers compared.</summary>
public sealed partial class TutorialTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Tutorial_EveryStep_RunsAndAnswersAsQuoted()
    {
        var page = await File.ReadAllTextAsync(
            Repository.Path("docs/plan-language-tutorial.md"),
            TestContext.Current.CancellationToken
        );
        var (told, done) = (new StringBuilder(), 0);
        var blocks = Block().Matches(page.ReplaceLineEndings("\n"));
        foreach (Match block in blocks)
        {
            told.Append(page.ReplaceLineEndings("\n"), done, block.Index - done);
            told.Append(await Checked(block.Groups[1].Value, block.Groups[2].Value));
            done = block.Index + block.Length;
        }

        Assert.True(blocks.Count >= 14, $"{blocks.Count} blocks");
        told.Append(page.ReplaceLineEndings("\n")[done..]);
        Golden.Match(told.ToString(), "../../../docs/plan-language-tutorial.md");
    }

    private async Task<string> Checked(string language, string text)
    {
        if (FileName().Match(text) is { Success: true } file)
        {
            await Save(file.Groups[1].Value, text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
            return $"```{language}\n{text}```\n";
        }

        var command = text.Split('\n')[0];
        Assert.StartsWith("$ lodestar ", command, StringComparison.Ordinal);
        var plan = _folder.Combine("lindholm");
        var words = command["$ lodestar ".Length..].Split(' ').Select(w => w == "lindholm" ? plan : w);
        var ran = await LodestarProgram.CallAsync([.. words]);

        Assert.Equal("", ran.Error);
        Assert.Equal(0, ran.ExitCode);
        return $"```{language}\n{command}\n{ran.Out.ReplaceLineEndings("\n")}```\n";
    }

    private async Task Save(string path, string text)
    {
        var full = _folder.Combine("lindholm/" + path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        await File.WriteAllTextAsync(full, text, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"^```(\w+)\n(.*?)^```\n", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^# (\S+\.(?:yaml|csv))\n")]
    private static partial Regex FileName();
}
