// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Control;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Projections;
using Lodestar.Planning.Series;
using Lodestar.Planning.Targets.Quality;
using Lodestar.Testing;

namespace Lodestar.Domain.Tests.Planning;

public sealed partial class MessageTests
{
    private static readonly MessageCatalog English = MessageCatalog.English;

    [Theory]
    [InlineData(1838.8378, "1,839")]
    [InlineData(99.96, "100")]
    [InlineData(36.33, "36.3")]
    [InlineData(9.999, "10")]
    [InlineData(2.8929, "2.89")]
    [InlineData(2.5, "2.5")]
    [InlineData(0.05123, "0.0512")]
    [InlineData(0, "0")]
    [InlineData(-12.34, "−12.3")]
    [InlineData(0.00012, "1.2E-4")]
    public void Number_HasNoMoreDigitsThanItDeserves(double value, string expected) =>
        Assert.Equal(expected.Replace("E-", "E−", StringComparison.Ordinal), English.Numbers.Number(value));

    [Fact]
    public void Render_Values_ReadAsPeopleWriteThem()
    {
        Assert.Equal("36.3\u202f%", English.Text(new Share(0.363)));
        Assert.Equal("1,839\u202fkt CO₂", English.Text(Some.Quantity(1838.8, "kt CO2")).Replace('\u00a0', ' '));
        Assert.Equal("22\u00a0November\u00a02026", English.Text(Some.Today));
        Assert.Equal("2024, 2029 and 2034", English.Text(new[] { 2024, 2029, 2034 }));
    }

    [Theory]
    [InlineData(1, "1 year")]
    [InlineData(5, "5 years")]
    public void Render_Plural_FollowsTheCount(int count, string expected) =>
        Assert.Equal(expected, English.Render(Message.Of("years", ("years", count))));

    [Fact]
    public void Render_AnUnknownId_ShowsItselfAndItsValues() =>
        Assert.Equal("no.such (a: 1)", English.Render(Message.Of("no.such", ("a", 1))));

    [Fact]
    public void Catalogue_EveryIdOfTheDomain_HasATextAndEveryTextAnId()
    {
        var source = string.Concat(
            Directory
                .EnumerateFiles(Repository.Path("src/Lodestar.Planning"), "*.cs", SearchOption.AllDirectories)
                .Where(f =>
                    !f.Contains(
                        $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}",
                        StringComparison.Ordinal
                    )
                )
                .Select(File.ReadAllText)
        );
        var built = GpcTable
            .Sectors.Concat(GpcTable.SubSectors)
            .Concat(["none", "all", "other"])
            .Select(c => $"gpc.{c}")
            .Concat(CategoryScheme.All.SelectMany(s => s.Codes.Select(c => $"category.{s.Id}.{c}")))
            .Concat(
                FindingTable.All.SelectMany(f =>
                    (string[])[$"finding.{f.Id}.name", $"finding.{f.Id}.question", $"finding.{f.Id}.rule"]
                )
            )
            .Concat(Enumerable.Range(1, 12).Select(m => $"month.{m}"))
            .Concat(
                DiagnosticId()
                    .Matches(source)
                    .SelectMany(m => (string[])[$"{m.Groups[1].Value}.reason", $"{m.Groups[1].Value}.fix"])
            )
            .Concat(ScopePart().Matches(source).Select(m => $"scope.{m.Groups[1].Value}"))
            .Concat(Enum.GetNames<ProjectionScenario>().Select(s => $"scenario.{s}"))
            .Concat(
                QualityRuleSet.All.SelectMany(s =>
                    s.Rules.SelectMany(r =>
                            (string[])
                                [
                                    $"quality.{s.Id}.{r.Id}",
                                    $"quality.{s.Id}.group.{r.Group}",
                                    $"quality.evidence.{r.Evidence}",
                                ]
                        )
                        .Prepend($"quality.{s.Id}")
                )
            )
            .Concat(TargetFields.Names.Select(f => $"quality.field.{f}"))
            .Concat(Enum.GetValues<Verdict>().Select(Verdicts.TextId))
            .Concat(Enum.GetValues<ControlVerdict>().Select(ControlWords.TextId))
            .Concat(Enum.GetValues<ControlLevel>().Select(ControlWords.TextId))
            .Concat(Enum.GetValues<AskStatus>().Select(ControlWords.TextId))
            .Concat(Enum.GetValues<AskInstrument>().Select(ControlWords.TextId))
            .Concat(Enum.GetValues<ValueKind>().Select(ControlWords.TextId))
            .Concat(Enum.GetValues<Influence>().Select(ControlWords.TextId))
            .ToHashSet();
        Assert.DoesNotContain(built, id => !English.Has(id));
        Assert.DoesNotContain(
            English.Ids,
            id => !built.Contains(id) && !source.Contains($"\"{id}\"", StringComparison.Ordinal)
        );
        var asked = MessageId()
            .Matches(source)
            .Select(m => m.Groups[1].Value)
            .Where(id => !id.Contains('{', StringComparison.Ordinal));
        Assert.DoesNotContain(asked, id => !English.Has(id));
    }

    [Fact]
    public void Diagnostics_OfTheDomain_AreExplainedInTheDocs()
    {
        var docs = File.ReadAllText(Repository.Path("docs/diagnostics.md"));
        var ids = English
            .Ids.Where(id => id.StartsWith("LS", StringComparison.Ordinal))
            .Select(id => id.Split('.')[0])
            .Distinct()
            .ToList();
        Assert.NotEmpty(ids);
        Assert.All(ids, id => Assert.Contains($"\n#### {id}\n", docs, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{name")]
    [InlineData("{n, plural, one {# a}}")]
    [InlineData("a } b")]
    public void Parse_AMalformedText_IsRefused(string text) =>
        Assert.Throws<InvalidOperationException>(() => Template.Parse("x", text));

    [System.Text.RegularExpressions.GeneratedRegex("\"(LS3\\d{3})\"")]
    private static partial System.Text.RegularExpressions.Regex DiagnosticId();

    [System.Text.RegularExpressions.GeneratedRegex("yield return \\(\\s*\"([a-z-]+)\"")]
    private static partial System.Text.RegularExpressions.Regex ScopePart();

    [System.Text.RegularExpressions.GeneratedRegex("Message\\.Of\\(\\s*\"([^\"$]+)\"")]
    private static partial System.Text.RegularExpressions.Regex MessageId();
}
