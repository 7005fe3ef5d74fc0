// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using System.Text.RegularExpressions;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Storage;

public sealed partial class StorageTextsTests
{
    [Fact]
    public void Texts_AndTheIdsInTheCode_AreTheSame()
    {
        var catalogue = Repository.Path("src/Lodestar.Storage/Texts/storage.en.json");
        var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(catalogue))!;
        var used = Directory
            .EnumerateFiles(Repository.Path("src/Lodestar.Storage"), "*.cs", SearchOption.AllDirectories)
            .Where(f =>
                !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            )
            .SelectMany(f => Id().Matches(File.ReadAllText(f)))
            .Select(m => m.Groups[1].Value)
            .Distinct();

        Assert.NotEmpty(texts);
        Assert.Equal(texts.Keys.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("Message\\.Of\\(\\s*\"([^\"]+)\"")]
    private static partial Regex Id();
}
