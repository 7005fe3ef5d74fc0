// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using System.Text.Json.Nodes;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Assessment;
using Lodestar.Testing;
using Lodestar.Web.Features;
using Lodestar.Web.Features.Assessment;
using Lodestar.Web.Texts;

namespace Lodestar.App.Tests.Cli;

public sealed class AssessTests : IDisposable
{
    private const string Date = "2026-11-22";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Assess_OnePlan_SaysHeadlineAndFindings()
    {
        _folder.WriteExample();

        var ran = await LodestarProgram.RunAsync(_folder.Path, "assess", "exampleton", "--date", Date);

        Assert.Equal(0, ran.ExitCode);
        Assert.Empty(ran.Error);
        Golden.Match(ran.Out, "assess.golden.txt");
    }

    [Fact]
    public async Task Assess_OneFinding_ShowsRuleInputsAndWorking()
    {
        _folder.WriteExample();

        var ran = await LodestarProgram.RunAsync(
            _folder.Path,
            "assess",
            "exampleton",
            "--date",
            Date,
            "--finding",
            "pace"
        );

        Assert.Equal(0, ran.ExitCode);
        Golden.Match(ran.Out, "assess-pace.golden.txt");
    }

    [Fact]
    public async Task Assess_SeveralPlans_GivesATableOfPlaces()
    {
        var first = _folder.WriteExample();
        var second = _folder.WriteExample("second");
        _folder.Write(
            "second/plan.yaml",
            ExamplePlan.Yaml.Replace("Exampleton", "Secondham", StringComparison.Ordinal)
        );

        var ran = await LodestarProgram.CallAsync("assess", first, second, "--date", Date);

        Assert.Equal(0, ran.ExitCode);
        var lines = ran.Out.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("Exampleton", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("Secondham", lines[2], StringComparison.Ordinal);
        Assert.All(lines[1..], l => Assert.Contains("2045", l, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Assess_Json_EqualsWhatTheServersContractSays()
    {
        var folder = _folder.WriteExample();
        var reading = PlanReader.Read(PlanDirectory.Read(folder).Files);
        var assessment = Assessor.Assess(reading.Plan, new DateOnly(2026, 11, 22));
        var expected = JsonSerializer.SerializeToNode(
            AssessmentContract.From(assessment, WebTexts.English),
            ApiJson.Options
        );

        var ran = await LodestarProgram.RunAsync(_folder.Path, "assess", "exampleton", "--date", Date, "--json");

        Assert.Equal(0, ran.ExitCode);
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(ran.Out)), ran.Out);
    }

    [Fact]
    public async Task Assess_JsonOfSeveral_IsAnArray()
    {
        var folder = _folder.WriteExample();

        var ran = await LodestarProgram.CallAsync("assess", folder, folder, "--json");

        Assert.Equal(2, JsonNode.Parse(ran.Out)!.AsArray().Count);
    }

    [Fact]
    public async Task Assess_WithoutDate_TakesTodayFromTheClock()
    {
        var folder = _folder.WriteExample();
        var later = new ManualTime { UtcNow = new DateTimeOffset(2027, 3, 1, 23, 30, 0, TimeSpan.Zero) };

        var ran = await LodestarProgram.CallAsync(s => s with { Time = later }, "assess", folder, "--json");

        Assert.Equal("2027-03-01", (string?)JsonNode.Parse(ran.Out)!["date"]);
    }

    [Fact]
    public async Task Assess_StrictWithAnUnmetFinding_EndsWithOne()
    {
        // One per cent a year is what it did; more than five is what its milestone needs.
        var folder = _folder.WriteExample();

        var lax = await LodestarProgram.CallAsync("assess", folder, "--date", Date);
        var strict = await LodestarProgram.CallAsync("assess", folder, "--date", Date, "--strict");

        Assert.Equal(0, lax.ExitCode);
        Assert.Equal(1, strict.ExitCode);
        Assert.Equal(lax.Out, strict.Out);
    }

    [Fact]
    public async Task Assess_PlanWithErrors_StillAnswersAndEndsWithTwo()
    {
        var ran = await LodestarProgram.CallAsync("assess", _folder.WriteFaulty(), "--strict");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("Exampleton", ran.Out, StringComparison.Ordinal);
        Assert.Contains("lodestar check", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assess_UnknownFinding_NamesTheClosestOne()
    {
        var ran = await LodestarProgram.CallAsync("assess", _folder.WriteExample(), "--finding", "pase");

        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("Did you mean pace?", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("22.11.2026")]
    [InlineData("2026-13-01")]
    [InlineData("yesterday")]
    public async Task Assess_DateThatIsNone_EndsWithThree(string date)
    {
        var ran = await LodestarProgram.CallAsync("assess", _folder.WriteExample(), "--date", date);

        Assert.Equal(3, ran.ExitCode);
        Assert.Contains(date, ran.Error, StringComparison.Ordinal);
        Assert.Empty(ran.Out);
    }

    [Fact]
    public async Task Assess_OnATerminal_DrawsATableInColoursUnlessToldNotTo()
    {
        var folder = _folder.WriteExample();

        var coloured = await LodestarProgram.CallAsync(s => s with { OutIsTerminal = true }, "assess", folder);
        var plain = await LodestarProgram.CallAsync(
            s => s with { OutIsTerminal = true },
            "assess",
            folder,
            "--no-color"
        );
        var wished = await LodestarProgram.CallAsync(
            s => s with { OutIsTerminal = true, Variable = v => v == "NO_COLOR" ? "1" : null },
            "assess",
            folder
        );

        Assert.Contains("\e[", coloured.Out, StringComparison.Ordinal);
        Assert.Contains("✗", coloured.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\e[", plain.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\e[", wished.Out, StringComparison.Ordinal);
        Assert.All(
            plain.Out.Split(Environment.NewLine).SkipWhile(l => !l.Contains('─', StringComparison.Ordinal)).Take(8),
            l => Assert.True(l.Length <= 100, l)
        );
    }
}
