// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using System.Text.RegularExpressions;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Imports;

public sealed partial class ImportTextsTests
{
    /// <summary>Every format has a folder of its own; the plan folder's faults have a page and tests of their own.</summary>
    private static readonly string[] OtherFolders = ["PlanFolder", "Templates", "CouncilPapers", "bin", "obj"];

    private static string Source =>
        string.Concat(
            Directory
                .EnumerateDirectories(Repository.Path("src/Lodestar.Formats"))
                .Where(f => !OtherFolders.Contains(Path.GetFileName(f)))
                .SelectMany(f => Directory.EnumerateFiles(f, "*.cs", SearchOption.AllDirectories))
                .Select(File.ReadAllText)
        );

    private static Dictionary<string, string> Texts =>
        Directory
            .EnumerateFiles(Repository.Path("src/Lodestar.Formats/Texts"), "*.en.json")
            // The texts of plan folders, models, templates and papers have tests of their own.
            .Where(f =>
                !(
                    Path.GetFileName(f) is var n
                    && (
                        n.StartsWith("plan-", StringComparison.Ordinal)
                        || n.StartsWith("model-", StringComparison.Ordinal)
                        || n is "templates.en.json" or "council-papers.en.json" or "adoption.en.json"
                    )
                )
            )
            .SelectMany(f => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(f))!)
            .ToDictionary();

    [Fact]
    public void MessageIds_InCodeAndCatalogue_AreTheSame()
    {
        var used = MessageId().Matches(Source).Select(m => m.Groups[1].Value).ToHashSet();

        Assert.True(used.Count > 80);
        Assert.Empty(used.Except(Texts.Keys));
        Assert.Empty(Texts.Keys.Except(used));
    }

    [Fact]
    public void DiagnosticIds_InCodeAndGuide_AreTheSame()
    {
        var used = DiagnosticId().Matches(Source).Select(m => m.Groups[1].Value).ToHashSet();
        var listed = Listed()
            .Matches(File.ReadAllText(Repository.Path("docs/imports.md")))
            .Select(m => m.Groups[1].Value)
            .ToList();

        Assert.Equal(listed.Distinct().Count(), listed.Count);
        Assert.Equal(used.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryFault_OfABadTable_RendersWithoutAHole()
    {
        var catalog = Planning.Messages.MessageCatalog.Load("en", typeof(Formats.Imports.Importer).Assembly);
        var text =
            File.ReadAllText(Imported.Fixture("german.csv"))
            + "Zeug;km;1;2;3\nVerkehr;1.000 t CO2-Äq.;9;9;9\n;;1;2;3\nOdd;1.000 t CO2-Äq.;a;b;c\n";
        var result = Imported.Text(text);

        Assert.True(result.Diagnostics.Count > 4);
        foreach (
            var message in result.Understood.Concat(
                result.Diagnostics.SelectMany(d => new[] { d.Reason, d.Fix ?? d.Reason })
            )
        )
        {
            var sentence = catalog.Render(message);
            Assert.DoesNotContain('{', sentence);
            Assert.DoesNotContain("import.", sentence, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex("\"(import\\.[a-z0-9.-]+)\"")]
    private static partial Regex MessageId();

    [GeneratedRegex("\"(LS2\\d{3})\"")]
    private static partial Regex DiagnosticId();

    [GeneratedRegex(@"^\| (LS2\d{3}) \|", RegexOptions.Multiline)]
    private static partial Regex Listed();
}
