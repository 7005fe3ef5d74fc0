// SPDX-License-Identifier: Apache-2.0
using System.Reflection;
using Lodestar.Architecture.Tests.Projects;
using Lodestar.Testing;

namespace Lodestar.Architecture.Tests.Types;

public sealed class DomainTypesTests
{
    /// <summary>Discovered, so that a new domain project cannot be forgotten: loading fails until it is referenced here.</summary>
    public static TheoryData<string> DomainProjects =>
        [
            .. from project in RepositoryGraph.Load().Projects
            where project.Area == "src" && project.ProjectType == "Domain"
            select project.Name,
        ];

    [Theory]
    [MemberData(nameof(DomainProjects))]
    public void Domain_PublicTypes_DoNotChange(string project)
    {
        var types = Assembly.Load(project).GetExportedTypes();
        Assert.Equal(HasSources(project), types.Length > 0);
        Violations.AssertNone(TypeRules.Check(types));
    }

    [Fact]
    public void Domain_Projects_IncludeUnitsAndPlanning()
    {
        var names = DomainProjects.Select(row => row.Data).ToHashSet();
        Assert.Contains("Lodestar.Units", names);
        Assert.Contains("Lodestar.Planning", names);
    }

    private static bool HasSources(string project) =>
        Directory
            .EnumerateFiles(Repository.Path($"src/{project}"), "*.cs", SearchOption.AllDirectories)
            .Any(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"));
}
