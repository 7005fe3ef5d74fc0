// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Architecture.Tests.Projects;

/// <summary>A rule that cannot fail proves nothing: each is fed a planted violation it alone must find.</summary>
public sealed class RulesTests
{
    private static readonly ReferenceTable Table = new([
        new("Lodestar.Low", "Domain", [], []),
        new("Lodestar.High", "Edge", ["Lodestar.Low"], ["Reader", "Family.*"]),
    ]);

    private static readonly ProjectNode Low = new("src/Lodestar.Low/Lodestar.Low.csproj", "Domain", [], []);

    private static readonly ProjectNode High = new(
        "src/Lodestar.High/Lodestar.High.csproj",
        "Edge",
        [Low.Path],
        [new("Reader"), new("Family.Core")]
    );

    private static readonly ProjectNode Tests = new(
        "tests/Lodestar.Low.Tests/Lodestar.Low.Tests.csproj",
        "Test",
        [Low.Path],
        [new("AnyPackage")]
    );

    private static readonly Dictionary<
        string,
        (ProjectNode[] Projects, ReferenceTable Table, string Message)[]
    > Planted = new()
    {
        ["production projects are listed"] =
        [
            (
                [Low with { Path = "src/Lodestar.New/Lodestar.New.csproj" }],
                Table,
                "src/Lodestar.New/Lodestar.New.csproj has no row in the reference table."
            ),
        ],
        ["references are allowed"] =
        [
            ([Low with { References = [High.Path] }, High], Table, $"{Low.Path} may not reference Lodestar.High."),
        ],
        ["production stays clear of tests and benchmarks"] =
        [
            (
                [Low with { References = ["tests/Lodestar.Testing/Lodestar.Testing.csproj"] }],
                Table,
                $"{Low.Path} is production code and may not reference tests/Lodestar.Testing/Lodestar.Testing.csproj."
            ),
            (
                [High with { References = ["bench/Lodestar.Benchmarks/Lodestar.Benchmarks.csproj"] }],
                Table,
                $"{High.Path} is production code and may not reference bench/Lodestar.Benchmarks/Lodestar.Benchmarks.csproj."
            ),
        ],
        ["packages are allowed"] =
        [
            ([Low with { Packages = [new("Reader")] }], Table, $"{Low.Path} may not use the package Reader."),
            ([High with { Packages = [new("ReaderX")] }], Table, $"{High.Path} may not use the package ReaderX."),
            ([High with { Packages = [new("Familiar")] }], Table, $"{High.Path} may not use the package Familiar."),
        ],
        ["project types match folders"] =
        [
            ([Low with { ProjectType = "Edge" }], Table, $"{Low.Path} must state ProjectType Domain, not 'Edge'."),
            ([High with { ProjectType = "" }], Table, $"{High.Path} must state ProjectType Edge, not ''."),
            ([Tests with { ProjectType = "Edge" }], Table, $"{Tests.Path} must state ProjectType Test, not 'Edge'."),
            (
                [Tests with { Path = "tests/Lodestar.Testing/Lodestar.Testing.csproj" }],
                Table,
                "tests/Lodestar.Testing/Lodestar.Testing.csproj must state ProjectType Edge, not 'Test'."
            ),
            (
                [Tests with { Path = "bench/Speed/Speed.csproj" }],
                Table,
                "bench/Speed/Speed.csproj must state ProjectType Bench, not 'Test'."
            ),
        ],
        ["versions are central"] =
        [
            (
                [High with { Packages = [new("Reader", StatesVersion: true)] }],
                Table,
                $"{High.Path} states a version of Reader; Directory.Packages.props does that."
            ),
        ],
        ["lock files are committed"] =
        [
            (
                [Tests with { HasLockFile = false }],
                Table,
                $"{Tests.Path} has no packages.lock.json beside it; dotnet restore writes it."
            ),
        ],
        ["the solution is complete"] =
        [
            ([Tests with { IsInSolution = false }], Table, $"{Tests.Path} is not in Lodestar.slnx."),
        ],
        ["the table has no way back"] =
        [
            (
                [Low],
                new ReferenceTable([new("Lodestar.Low", "Domain", ["Lodestar.High"], []), Table.Rows[1]]),
                "The row Lodestar.Low allows Lodestar.High, which is not a row above it."
            ),
        ],
    };

    public static TheoryData<string> RuleNames => [.. Rules.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void Rule_PlantedViolation_IsFoundByThatRuleAlone(string name)
    {
        Assert.True(Planted.ContainsKey(name), $"Plant a violation of '{name}'.");
        foreach (var (projects, table, message) in Planted[name])
        {
            var graph = new RepositoryGraph(projects);
            Assert.Equal([message], Rules.All.Single(rule => rule.Name == name).Find(graph, table));
            Assert.Equal([message], Rules.Check(graph, table));
        }
    }

    [Fact]
    public void Check_FaultlessGraph_FindsNothing() =>
        Assert.Empty(Rules.Check(new RepositoryGraph([Low, High, Tests]), Table));
}
