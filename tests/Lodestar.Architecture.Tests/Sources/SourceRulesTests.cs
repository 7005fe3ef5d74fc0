// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Architecture.Tests.Sources;

/// <summary>A rule that cannot fail proves nothing: each is fed planted texts it alone must find.</summary>
public sealed class SourceRulesTests
{
    private const string Licence = "// SPDX-License-Identifier: Apache-2.0\n";
    private const string Unit = "src/Lodestar.Units/Unit.cs";
    private const string PlansPage = "src/Lodestar.Web/Features/Plans/Page.cs";

    private static readonly Dictionary<string, (SourceFile[] Files, string Message)[]> Planted = new()
    {
        ["licence line on top"] =
        [
            ([new(Unit, "namespace Lodestar.Units;\n" + Licence)], $"{Unit} does not begin with the licence line."),
            ([new("bench/Program.cs", "")], "bench/Program.cs does not begin with the licence line."),
        ],
        ["files stay short"] =
        [
            ([new(Unit, Licence + Lines(500))], $"{Unit} has 501 lines; 500 is the limit."),
            ([new("src/A.razor", Lines(501))], "src/A.razor has 501 lines; 500 is the limit."),
        ],
        ["no regions"] = [([new(Unit, Licence + "  #region Fields\n")], $"{Unit}(2): '#region' has no place here.")],
        ["nothing left to do"] =
        [
            ([new(Unit, Licence + "// TODO: more\n")], $"{Unit}(2): 'TODO' has no place here."),
            ([new("src/a.ts", "// FIXME\n")], "src/a.ts(1): 'FIXME' has no place here."),
            (
                [new(Unit, Licence + "throw new NotImplementedException();\n")],
                $"{Unit}(2): 'NotImplementedException' has no place here."
            ),
        ],
        ["no junk drawers"] =
        [
            (
                [new("src/Lodestar.Units/Helpers/A.cs", Licence)],
                "src/Lodestar.Units/Helpers/A.cs: 'Helpers' says nothing; name the folder by its content."
            ),
            (
                [new(Unit, Licence + "namespace Lodestar.Common.Units;\n")],
                $"{Unit}: the namespace Lodestar.Common.Units says nothing; name it by its content."
            ),
        ],
        ["no interface twins"] =
        [
            (
                [
                    new(Unit, Licence + "internal interface IStore<T>;\n"),
                    new("src/Store.cs", Licence + "public sealed class Store<T>;\n"),
                ],
                $"{Unit}: IStore is a twin of Store; use the type itself."
            ),
        ],
        ["features stay apart"] =
        [
            (
                [new(PlansPage, Licence + "using Lodestar.Web.Features.Targets;\n")],
                $"{PlansPage}: the feature Plans may not reach into Targets."
            ),
            (
                [new("src/Lodestar.Web/Features/Plans/Page.razor", "@using Features.Targets\n")],
                "src/Lodestar.Web/Features/Plans/Page.razor: the feature Plans may not reach into Targets."
            ),
        ],
        ["no registry hosts"] = HostNames
            .Select(host =>
                (
                    new[] { new SourceFile("package-lock.json", $"https://{host}/x") },
                    $"package-lock.json names the registry host {host}; the package clients know where to look."
                )
            )
            .ToArray(),
        ["no machine paths"] = MachineFolders
            .Select(folder =>
                (
                    new[] { new SourceFile("README.md", $"\nsee {folder}x") },
                    $"README.md(2): '{folder}' has no place here."
                )
            )
            .ToArray(),
    };

    public static TheoryData<string> RuleNames => [.. SourceRules.All.Select(rule => rule.Name)];

    private static string[] HostNames => ["api." + "nuget.org", "registry." + "npmjs", "deb." + "debian.org"];

    private static string[] MachineFolders => ["/wo" + "rk/", "/ro" + "ot/"];

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void Rule_PlantedViolation_IsFoundByThatRuleAlone(string name)
    {
        Assert.True(Planted.ContainsKey(name), $"Plant a violation of '{name}'.");
        Assert.NotEmpty(Planted[name]);
        foreach (var (files, message) in Planted[name])
        {
            Assert.Equal([message], SourceRules.All.Single(rule => rule.Name == name).Find(files));
            Assert.Equal([message], SourceRules.Check(files));
        }
    }

    [Theory]
    [InlineData(PlansPage, Licence + "using Lodestar.Web.Features.Plans;\nvar f = http.Features.Get<IFault>();\n")]
    [InlineData("src/Lodestar.Web/Features/_Imports.razor", "@using Lodestar.Web.Features.Plans\n")]
    [InlineData("src/Lodestar.Storage.Sqlite/Migrations/1_First.cs", "#nullable disable\n")]
    [InlineData(Unit, Licence + "interface IUnit2; class Unit; // CommonTable\nnamespace Lodestar.Shareds;\n")]
    [InlineData("docs/page.md", "See https://example.org/our-work/ and ./root.md; TODO is for the reader.\n")]
    public void Check_TextThatLooksAlike_FindsNothing(string path, string text) =>
        Assert.Empty(SourceRules.Check([new SourceFile(path, text)]));

    [Fact]
    public void LengthRule_FileWithReason_MayGrowTo800AndNoFurther()
    {
        var reasons = new Dictionary<string, string> { [Unit] = "A table." };
        Assert.Empty(LengthRule.Find([new(Unit, Lines(800))], reasons));
        Assert.Single(LengthRule.Find([new(Unit, Lines(801))], reasons));
    }

    private static string Lines(int count) => string.Concat(Enumerable.Repeat(";\n", count));
}
