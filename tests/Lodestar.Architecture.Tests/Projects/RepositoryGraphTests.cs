// SPDX-License-Identifier: Apache-2.0
using Lodestar.Testing;

namespace Lodestar.Architecture.Tests.Projects;

public sealed class RepositoryGraphTests
{
    private static readonly string[] FirstSeven =
    [
        "Lodestar.Units",
        "Lodestar.Planning",
        "Lodestar.Formats",
        "Lodestar.Storage",
        "Lodestar.Storage.Sqlite",
        "Lodestar.Web",
        "Lodestar.Cli",
    ];

    private readonly RepositoryGraph graph = RepositoryGraph.Load();

    [Fact]
    public void Repository_EveryProject_KeepsTheRules() =>
        Violations.AssertNone(Rules.Check(graph, ReferenceTable.Allowed));

    [Fact]
    public void Load_ThisRepository_SeesTheProductionProjects() =>
        Assert.Subset(
            graph.Projects.Where(project => project.Area == "src").Select(project => project.Name).ToHashSet(),
            FirstSeven.ToHashSet()
        );

    [Fact]
    public void Load_ThisRepository_SeesReferencesPackagesAndTypes()
    {
        var cli = graph.Projects.Single(project => project.Name == "Lodestar.Cli");
        Assert.Equal("Edge", cli.ProjectType);
        Assert.Contains("src/Lodestar.Web/Lodestar.Web.csproj", cli.References);
        Assert.Contains(new PackageUse("System.CommandLine"), cli.Packages);
        Assert.Contains(graph.Projects, project => project.Area == "tests" && project.Name == "Lodestar.Testing");
        Assert.Contains(graph.Projects, project => project.Area == "bench");
    }

    [Fact]
    public void Check_TableWithoutItsLastRow_ReportsThisRepository()
    {
        var shorter = new ReferenceTable([.. ReferenceTable.Allowed.Rows.SkipLast(1)]);
        Assert.Contains(Rules.Check(graph, shorter), violation => violation.Contains("Lodestar.Cli.csproj has no row"));
    }

    [Fact]
    public void Load_PlantedProject_ReadsWhatItStates()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Lodestar.slnx", """<Solution><Project Path="src/In/In.csproj" /></Solution>""");
        folder.Write("src/In/packages.lock.json", "{}");
        folder.Write("src/In/In.csproj", """<Project><ProjectType>Domain</ProjectType></Project>""");
        folder.Write(
            "tests/Out/Out.csproj",
            """
            <Project>
              <ProjectReference Include="..\..\src\In\In.csproj" />
              <PackageReference Include="Plain" />
              <PackageReference Include="Pinned" Version="1.0.0" />
              <PackageReference Include="Overridden"><VersionOverride>1.0.0</VersionOverride></PackageReference>
            </Project>
            """
        );

        var read = RepositoryGraph.Load(folder.Path).Projects;

        Assert.Equal(["src/In/In.csproj", "tests/Out/Out.csproj"], read.Select(project => project.Path));
        var (inside, outside) = (read[0], read[1]);
        Assert.Equal(("Domain", true, true), (inside.ProjectType, inside.HasLockFile, inside.IsInSolution));
        Assert.Equal(("", false, false), (outside.ProjectType, outside.HasLockFile, outside.IsInSolution));
        Assert.Equal(["src/In/In.csproj"], outside.References);
        Assert.Equal([new("Plain"), new("Pinned", true), new("Overridden", true)], outside.Packages);
    }
}
