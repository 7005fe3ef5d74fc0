// SPDX-License-Identifier: Apache-2.0
using Lodestar.Testing;

namespace Lodestar.Architecture.Tests.Sources;

/// <param name="Path">Relative to the repository, with forward slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    public string Area => Path.Split('/')[0];

    public bool Is(params string[] endings) => endings.Any(ending => Path.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>Written by the migrations tool and never by hand.</summary>
    public bool IsGenerated => Path.Contains("/Migrations/", StringComparison.Ordinal);

    public IReadOnlyList<string> Lines => Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}

/// <summary>Every text file of the repository, built and fetched ones left out.</summary>
internal static class SourceTree
{
    /// <summary>The folders .gitignore names.</summary>
    private static readonly string[] Skipped =
    [
        ".git",
        ".idea",
        ".vs",
        "artifacts",
        "BenchmarkDotNet.Artifacts",
        "bin",
        "built",
        "node_modules",
        "obj",
        "TestResults",
    ];

    private static readonly string[] Databases = [".db", ".db-shm", ".db-wal", ".user"];

    public static IReadOnlyList<SourceFile> Load() => Load(Repository.Root);

    public static IReadOnlyList<SourceFile> Load(string root) =>
        [
            .. from file in FilesIn(new DirectoryInfo(root))
            where !Databases.Contains(file.Extension)
            let text = File.ReadAllText(file.FullName)
            where !text.Contains('\0')
            let path = Path.GetRelativePath(root, file.FullName).Replace('\\', '/')
            where !path.StartsWith("data/", StringComparison.Ordinal)
            orderby path
            select new SourceFile(path, text),
        ];

    // A linked work tree has a file called .git, which names a folder of this machine.
    private static IEnumerable<FileInfo> FilesIn(DirectoryInfo folder) =>
        folder
            .EnumerateFiles()
            .Where(file => file.LinkTarget is null && !Skipped.Contains(file.Name))
            .Concat(
                folder
                    .EnumerateDirectories()
                    .Where(inner => inner.LinkTarget is null && !Skipped.Contains(inner.Name))
                    .SelectMany(FilesIn)
            );
}
