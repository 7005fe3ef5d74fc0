// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using System.Text.RegularExpressions;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Imports;

public sealed partial class ImportTextsTests
{
    private static readonly string[] Folders = ["Imports", "UkLocalAuthority", "OwnTable"];

    private static string Source =>
        string.Concat(
            Folders
                .SelectMany(f => Directory.EnumerateFiles(Repository.Path($"src/Lodestar.Formats/{f}"), "*.cs"))
                .Select(File.ReadAllText)
        );

    private static Dictionary<string, string> Texts =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(
            File.ReadAllText(Repository.Path("src/Lodestar.Formats/Texts/imports.en.json"))
        )!;

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
