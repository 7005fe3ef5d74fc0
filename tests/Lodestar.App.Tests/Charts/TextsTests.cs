// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using System.Text.RegularExpressions;
using Lodestar.Testing;
using Lodestar.Web.Texts;

namespace Lodestar.App.Tests.Charts;

/// <summary>Every message id that charts and API use has a text, and every text is used.</summary>
public sealed partial class TextsTests
{
    [Theory]
    [InlineData("chart.")]
    [InlineData("api.")]
    public void Ids_InCodeAndCatalogues_AreTheSame(string prefix)
    {
        var folder = Repository.Path("src/Lodestar.Web");
        var texts = Directory
            .EnumerateFiles(Path.Combine(folder, "Texts"), "*.en.json")
            .SelectMany(f => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(f))!.Keys)
            .Where(id => id.StartsWith(prefix, StringComparison.Ordinal))
            .ToHashSet();
        var code = Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f =>
                !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            )
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
            .SelectMany(f => Id().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
            .Where(id => id.StartsWith(prefix, StringComparison.Ordinal))
            .ToHashSet();

        string[] unused = [.. texts.Except(code)];
        string[] unwritten = [.. code.Except(texts).Where(id => !id.EndsWith('.'))];
        Assert.NotEmpty(code);
        Assert.Equal([], unwritten);
        Assert.Equal([], unused);
    }

    [Fact]
    public void Catalogue_HasTheDomainsTextsToo() => Assert.True(WebTexts.English.Has("headline.amount"));

    [GeneratedRegex("\"((?:chart|api)\\.[a-zA-Z0-9.-]+)\"")]
    private static partial Regex Id();
}
