// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Architecture.Tests.Projects;

/// <param name="Find">Returns one sentence a violation.</param>
internal sealed record ProjectRule(string Name, Func<RepositoryGraph, ReferenceTable, IEnumerable<string>> Find);

/// <summary>What must hold between project files. A function of its arguments, so that it can be shown to fail.</summary>
internal static class Rules
{
    private const string Production = "src";
    private static readonly string[] TestLibraries = ["Lodestar.Testing", "Lodestar.Data.Crasher"];

    public static IReadOnlyList<ProjectRule> All { get; } =
    [
        new("production projects are listed", Unlisted),
        new("references are allowed", ForbiddenReferences),
        new("production stays clear of tests and benchmarks", ReferencesOutOfProduction),
        new("packages are allowed", ForbiddenPackages),
        new("project types match folders", WrongTypes),
        new("versions are central", StatedVersions),
        new("lock files are committed", MissingLockFiles),
        new("the solution is complete", OutsideSolution),
        new("the table has no way back", BackwardRows),
    ];

    public static IReadOnlyList<string> Check(RepositoryGraph graph, ReferenceTable table) =>
        [.. All.SelectMany(rule => rule.Find(graph, table))];

    private static IEnumerable<string> Unlisted(RepositoryGraph graph, ReferenceTable table) =>
        from project in InProduction(graph)
        where table.Find(project.Name) is null
        select $"{project.Path} has no row in the reference table.";

    private static IEnumerable<string> ForbiddenReferences(RepositoryGraph graph, ReferenceTable table) =>
        from project in InProduction(graph)
        let row = table.Find(project.Name)
        where row is not null
        from reference in project.References
        where ProjectNode.AreaOf(reference) == Production && !row.Projects.Contains(ProjectNode.NameOf(reference))
        select $"{project.Path} may not reference {ProjectNode.NameOf(reference)}.";

    private static IEnumerable<string> ReferencesOutOfProduction(RepositoryGraph graph, ReferenceTable table) =>
        from project in InProduction(graph)
        from reference in project.References
        where ProjectNode.AreaOf(reference) != Production
        select $"{project.Path} is production code and may not reference {reference}.";

    private static IEnumerable<string> ForbiddenPackages(RepositoryGraph graph, ReferenceTable table) =>
        from project in InProduction(graph)
        let row = table.Find(project.Name)
        where row is not null
        from package in project.Packages
        where !row.Packages.Any(allowed => Covers(allowed, package.Name))
        select $"{project.Path} may not use the package {package.Name}.";

    private static IEnumerable<string> WrongTypes(RepositoryGraph graph, ReferenceTable table) =>
        from project in graph.Projects
        let expected = ExpectedType(project, table)
        where expected is not null && project.ProjectType != expected
        select $"{project.Path} must state ProjectType {expected}, not '{project.ProjectType}'.";

    private static IEnumerable<string> StatedVersions(RepositoryGraph graph, ReferenceTable table) =>
        from project in graph.Projects
        from package in project.Packages
        where package.StatesVersion
        select $"{project.Path} states a version of {package.Name}; Directory.Packages.props does that.";

    private static IEnumerable<string> MissingLockFiles(RepositoryGraph graph, ReferenceTable table) =>
        from project in graph.Projects
        where !project.HasLockFile
        select $"{project.Path} has no packages.lock.json beside it; dotnet restore writes it.";

    private static IEnumerable<string> OutsideSolution(RepositoryGraph graph, ReferenceTable table) =>
        from project in graph.Projects
        where !project.IsInSolution
        select $"{project.Path} is not in Lodestar.slnx.";

    private static IEnumerable<string> BackwardRows(RepositoryGraph graph, ReferenceTable table) =>
        from index in Enumerable.Range(0, table.Rows.Count)
        let row = table.Rows[index]
        from allowed in row.Projects
        where !table.Rows.Take(index).Any(above => above.Name == allowed)
        select $"The row {row.Name} allows {allowed}, which is not a row above it.";

    private static IEnumerable<ProjectNode> InProduction(RepositoryGraph graph) =>
        graph.Projects.Where(project => project.Area == Production);

    private static string? ExpectedType(ProjectNode project, ReferenceTable table) =>
        project.Area switch
        {
            Production => table.Find(project.Name)?.ProjectType,
            "bench" => "Bench",
            // The library of fakes and finders, and the program that tests kill, have no tests of their own to run.
            _ => TestLibraries.Contains(project.Name) ? "Edge" : "Test",
        };

    private static bool Covers(string allowed, string package) =>
        allowed.EndsWith('*')
            ? package.StartsWith(allowed[..^1], StringComparison.OrdinalIgnoreCase)
            : package.Equals(allowed, StringComparison.OrdinalIgnoreCase);
}
