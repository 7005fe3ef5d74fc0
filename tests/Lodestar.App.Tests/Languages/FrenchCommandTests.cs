// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Lodestar.App.Tests.Cli;
using Lodestar.Testing;

namespace Lodestar.App.Tests.Languages;

/// <summary>The command line in French: what chooses it, and what it then says.</summary>
public sealed class FrenchCommandTests
{
    private const string Goldens = "Goldens";

    [Theory]
    [InlineData("Exemples", "--language", "fr")]
    [InlineData("Exemples", "--language=fr")]
    [InlineData("Examples", "--language", "en")]
    [InlineData("Examples")]
    public async Task Option_OfTheLanguage_ChoosesIt(string expected, params string[] args)
    {
        var ran = await LodestarProgram.CallAsync(["check", .. args, "--help"]);

        Assert.Contains(expected, ran.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, "fr_FR.UTF-8", "Exemples")]
    [InlineData(null, "fr_CA", "en_US.UTF-8", "Exemples")]
    [InlineData("C", "fr_FR", "fr_FR", "Examples")]
    [InlineData("POSIX", null, "fr_FR", "Examples")]
    [InlineData("", null, "fr", "Exemples")]
    [InlineData(null, null, "de_DE.UTF-8", "Examples")]
    public async Task Environment_InPosixOrder_ChoosesTheLanguage(
        string? all,
        string? messages,
        string? lang,
        string expected
    )
    {
        var variables = new Dictionary<string, string?>
        {
            ["LC_ALL"] = all,
            ["LC_MESSAGES"] = messages,
            ["LANG"] = lang,
        };

        var ran = await LodestarProgram.CallAsync(
            shell => shell with { Variable = variables.GetValueOrDefault },
            "check",
            "--help"
        );

        Assert.Contains(expected, ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Option_OverTheEnvironment_Wins()
    {
        var ran = await LodestarProgram.CallAsync(
            shell => shell with { Variable = name => name == "LANG" ? "fr_FR" : null },
            "check",
            "--language",
            "en",
            "--help"
        );

        Assert.Contains("Examples", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_ThatThereIsNot_IsAMistakeInTheCommand()
    {
        var ran = await LodestarProgram.CallAsync("check", "x", "--language", "de");

        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("no texts in the language 'de'", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_InFrench_IsFrenchThroughout()
    {
        var assess = await LodestarProgram.CallAsync("assess", "--language", "fr", "--help");

        // The parser names the program that runs, which here is the tests.
        var help = assess.Out.Replace(
            typeof(FrenchCommandTests).Assembly.GetName().Name!,
            "lodestar",
            StringComparison.Ordinal
        );
        Golden.Match(help, $"{Goldens}/help.fr.txt");
    }

    [Fact]
    public async Task Assess_InFrench_SaysWhatItSaysInEnglish()
    {
        using var folder = new TemporaryFolder();
        var plan = folder.WriteExample();

        var all = await LodestarProgram.CallAsync("assess", plan, "--language", "fr");
        var one = await LodestarProgram.CallAsync("assess", plan, "--finding", "pace", "--language", "fr");

        Assert.Equal("", all.Error);
        // Above the table of findings, which grows.
        var top = all.Out[..all.Out.IndexOf("Verdict", StringComparison.Ordinal)];
        Golden.Match(
            $"{top}\n----\n{one.Out}".Replace(plan, "PLAN", StringComparison.Ordinal),
            $"{Goldens}/assess.fr.txt"
        );
    }

    [Fact]
    public async Task Mistake_InFrench_IsSaidInFrench()
    {
        var ran = await LodestarProgram.CallAsync("asess", "--language", "fr");

        Assert.Contains("Vouliez-vous dire assess\u00a0?", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Unrecognized", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_InFrench_DiffersInItsTextsAlone()
    {
        using var folder = new TemporaryFolder();
        var plan = folder.WriteExample();

        var french = await LodestarProgram.CallAsync("assess", plan, "--json", "--language", "fr");
        var english = await LodestarProgram.CallAsync("assess", plan, "--json");

        using var fr = JsonDocument.Parse(french.Out);
        using var en = JsonDocument.Parse(english.Out);
        Assert.NotEqual(french.Out, english.Out);
        Assert.Equal(NegotiationTests.WithoutTexts(fr.RootElement), NegotiationTests.WithoutTexts(en.RootElement));
    }
}
