// SPDX-License-Identifier: Apache-2.0
using System.Xml.Linq;
using Lodestar.Testing;

namespace Lodestar.Architecture.Tests.Projects;

/// <summary>One project file, as written: nothing is evaluated, so what a reader sees is what is checked.</summary>
/// <param name="Path">Relative to the repository, with forward slashes.</param>
/// <param name="References">Paths of the referenced project files, relative to the repository.</param>
internal sealed record ProjectNode(
    string Path,
    string ProjectType,
    IReadOnlyList<string> References,
    IReadOnlyList<PackageUse> Packages,
    bool HasLockFile = true,
    bool IsInSolution = true
)
{
    /// <summary>The top folder: <c>src</c>, <c>tests</c> or <c>bench</c>.</summary>
    public string Area => AreaOf(Path);

    public string Name => NameOf(Path);

    public static string AreaOf(string path) => path.Split('/')[0];

    public static string NameOf(string path) => System.IO.Path.GetFileNameWithoutExtension(path);
}

internal sealed record PackageUse(string Name, bool StatesVersion = false);

/// <summary>The projects that exist, discovered from the folders rather than listed.</summary>
internal sealed record RepositoryGraph(IReadOnlyList<ProjectNode> Projects)
{
    private static readonly string[] Areas = ["src", "tests", "bench"];

    public static RepositoryGraph Load() => Load(Repository.Root);

    public static RepositoryGraph Load(string root)
    {
        var solution = XDocument
            .Load(Path.Combine(root, "Lodestar.slnx"))
            .Descendants("Project")
            .Select(project => Forward((string?)project.Attribute("Path") ?? ""))
            .ToHashSet(StringComparer.Ordinal);
        var files =
            from area in Areas
            let folder = Path.Combine(root, area)
            where Directory.Exists(folder)
            from file in Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories)
            let path = Relative(root, file)
            orderby path
            select Read(root, file, solution.Contains(path));
        return new RepositoryGraph([.. files]);
    }

    private static ProjectNode Read(string root, string file, bool isInSolution)
    {
        var xml = XDocument.Load(file);
        var folder = Path.GetDirectoryName(file)!;
        return new ProjectNode(
            Relative(root, file),
            (string?)xml.Descendants("ProjectType").FirstOrDefault() ?? "",
            [
                .. Includes(xml, "ProjectReference")
                    .Select(to => Relative(root, Path.Combine(folder, Forward(to.Include)))),
            ],
            [.. Includes(xml, "PackageReference").Select(to => new PackageUse(to.Include, StatesVersion(to.Item)))],
            File.Exists(Path.Combine(folder, "packages.lock.json")),
            isInSolution
        );
    }

    private static IEnumerable<(XElement Item, string Include)> Includes(XDocument xml, string item) =>
        from element in xml.Descendants(item)
        let include = (string?)element.Attribute("Include")
        where include is not null
        select (element, include);

    private static bool StatesVersion(XElement item) =>
        item.Attributes().Any(attribute => attribute.Name.LocalName is "Version" or "VersionOverride")
        || item.Elements().Any(element => element.Name.LocalName is "Version" or "VersionOverride");

    private static string Relative(string root, string path) =>
        Forward(Path.GetRelativePath(root, Path.GetFullPath(path)));

    private static string Forward(string path) => path.Replace('\\', '/');
}
