// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder;

namespace Lodestar.Benchmarks;

/// <summary>The plans that ship, found from the folder the benchmarks run in or above it.</summary>
internal static class Samples
{
    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Lodestar.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("Run the benchmarks from inside the repository.");
    }

    public static string Folder => Path.Combine(Root(), "samples");

    public static IReadOnlyList<PlanFiles> All() =>
        [
            .. Directory
                .EnumerateDirectories(Folder)
                .Where(d => File.Exists(Path.Combine(d, "plan.yaml")))
                .Order(StringComparer.Ordinal)
                .Select(d => PlanDirectory.Read(d).Files),
        ];
}
