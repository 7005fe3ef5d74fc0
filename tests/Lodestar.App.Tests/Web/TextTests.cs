// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using System.Text.RegularExpressions;
using Lodestar.Testing;
using Lodestar.Web.Texts;

namespace Lodestar.App.Tests.Web;

/// <summary>Pages hold no sentence of their own, and every sentence they name has a text, and the other way round.</summary>
public sealed partial class TextTests
{
    private static readonly string[] Families =
    [
        "web.severity.",
        "web.form.",
        "web.boundary.",
        "web.contents.",
        "web.failure.",
        "web.download.",
        "web.target.",
        "web.diff.",
        "web.try.",
        "web.fault.",
        "web.places.",
        "web.place.",
        "web.compare.",
        "web.region.",
        "web.warming.",
    ];

    private static string Root => Repository.Path("src/Lodestar.Web");

    [Fact]
    public void Texts_NamedByPages_Exist()
    {
        var named = Sources().SelectMany(s => Id().Matches(s).Select(m => m.Groups[1].Value)).Distinct().ToArray();
        Assert.True(named.Length > 150, $"Only {named.Length} ids were found.");

        Assert.All(named, id => Assert.True(WebTexts.English.Has(id), $"{id} has no text."));
    }

    [Fact]
    public void Texts_InTheCatalogue_AreNamed()
    {
        var named = Sources().SelectMany(s => Id().Matches(s).Select(m => m.Groups[1].Value)).ToHashSet();

        Assert.All(
            Catalogue(),
            id =>
                Assert.True(
                    named.Contains(id) || Families.Any(f => id.StartsWith(f, StringComparison.Ordinal)),
                    $"{id} is not used."
                )
        );
    }

    [Fact]
    public void Pages_HoldNoWords()
    {
        var pages = Directory
            .GetFiles(Root, "*.razor", SearchOption.AllDirectories)
            .Where(p => !p.Contains("_Imports"))
            .ToArray();
        Assert.True(pages.Length > 15);

        Assert.All(
            pages,
            page => Assert.True(Literals(File.ReadAllText(page)) is "", $"{page}: {Literals(File.ReadAllText(page))}")
        );
    }

    [Theory]
    [InlineData("<p>Hello there</p>", "Hello there")]
    [InlineData("<p>@T.Of(\"web.name\")</p>", "")]
    [InlineData("<p title=\"Say hello\">@x</p>", "Say hello")]
    public void Literals_ArePlanted_AndFound(string razor, string found) => Assert.Equal(found, Literals(razor));

    // Words between tags, and in attributes that people read.
    private static string Literals(string razor)
    {
        var code = razor.IndexOf("@code {", StringComparison.Ordinal);
        var markup = Comment().Replace(code < 0 ? razor : razor[..code], "");
        var attribute = Readable().Match(markup);
        if (attribute.Success)
        {
            return attribute.Groups[1].Value;
        }

        return Words().Matches(markup).Select(m => m.Groups[1].Value.Trim()).FirstOrDefault(t => t.Length > 0) ?? "";
    }

    private static IEnumerable<string> Sources() =>
        Directory
            .EnumerateFiles(Root, "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal))
            .Where(f => !f.Contains("/obj/") && !f.Contains("/bin/") && !f.Contains("node_modules"))
            .Select(File.ReadAllText);

    private static IEnumerable<string> Catalogue() =>
        new[] { "web", "places" }.SelectMany(name =>
            JsonSerializer
                .Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(Root, $"Texts/{name}.en.json")))!
                .Keys
        );

    [GeneratedRegex("\"(web\\.[a-z0-9.-]*[a-z0-9])\"")]
    private static partial Regex Id();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("""(?:title|aria-label|alt|placeholder)="([A-Z][a-z]+[^"@]*)""")]
    private static partial Regex Readable();

    [GeneratedRegex(@">\s*([A-Za-z][a-z]+(?: [A-Za-z]+)*)\s*<")]
    private static partial Regex Words();
}
