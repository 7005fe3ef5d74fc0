// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Library;
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Library;

public sealed class LibrarySchemaTests
{
    private static readonly Dictionary<string, KeyTable> Tables = new()
    {
        ["sources"] = LibraryKeys.Sources,
        ["framework"] = LibraryKeys.Framework,
        ["practices"] = LibraryKeys.Practices,
        ["measures"] = MeasureLibraryKeys.Measures,
        ["alliance"] = LibraryKeys.Alliance,
        ["powers"] = LibraryKeys.Powers,
    };

    [Theory]
    [InlineData("sources")]
    [InlineData("framework")]
    [InlineData("practices")]
    [InlineData("measures")]
    [InlineData("alliance")]
    [InlineData("powers")]
    public void LibrarySchema_EqualsTheKeyTable(string name) =>
        Golden.Match(JsonSchemas.Text(Tables[name]), $"../../../schemas/library-{name}.schema.json");

    /// <summary>The page people read and the tables the reader reads by name the same keys.</summary>
    [Fact]
    public void Docs_NameEveryKeyOfTheLibrary()
    {
        var page = File.ReadAllText(Repository.Path("docs/library.md"));

        Assert.All(
            Tables.Where(t => t.Key != "sources").SelectMany(t => All(t.Value)).SelectMany(t => t.Keys),
            key => Assert.Contains(key.Name + ":", page, StringComparison.Ordinal)
        );
    }

    private static IEnumerable<KeyTable> All(KeyTable table) =>
        table.Keys.Where(k => k.Keys is not null).SelectMany(k => All(k.Keys!)).Prepend(table);
}
