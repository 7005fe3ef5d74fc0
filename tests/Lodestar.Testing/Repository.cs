// SPDX-License-Identifier: Apache-2.0
using SystemPath = System.IO.Path;

namespace Lodestar.Testing;

/// <summary>The checked-out repository the running tests were built from.</summary>
public static class Repository
{
    private const string Marker = "Lodestar.slnx";

    private static readonly Lazy<string> Found = new(() => FindFrom(AppContext.BaseDirectory));

    /// <summary>Absolute path of the folder that holds the solution file.</summary>
    public static string Root => Found.Value;

    /// <summary>Absolute path of a file or folder named as in the repository: <c>Path("samples/lidingo")</c>.</summary>
    public static string Path(string relative) => SystemPath.GetFullPath(SystemPath.Combine(Root, relative));

    private static string FindFrom(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(SystemPath.Combine(folder.FullName, Marker)))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No {Marker} in any folder above {start}.");
    }
}
