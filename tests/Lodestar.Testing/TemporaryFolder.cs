// SPDX-License-Identifier: Apache-2.0
using SystemPath = System.IO.Path;

namespace Lodestar.Testing;

/// <summary>An empty folder of a test's own, removed with everything in it on dispose.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lodestar-");

    public string Path => folder.FullName;

    /// <summary>Absolute path of a file or folder inside; it need not exist.</summary>
    public string Combine(string relative) => SystemPath.Combine(Path, relative);

    /// <summary>Writes a text file, making the folders on the way, and returns its absolute path.</summary>
    public string Write(string relative, string text)
    {
        var path = Combine(relative);
        Directory.CreateDirectory(SystemPath.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
