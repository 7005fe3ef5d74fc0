// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Cli;

/// <summary>Files that commands write.</summary>
internal static class OutputFile
{
    /// <summary>Written beside its place and moved there, so that an end half-way leaves no broken file.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var target = Path.GetFullPath(path);
        // A name of its own: what lies beside it is not ours to overwrite.
        var part = $"{target}.{Path.GetRandomFileName()}.part";
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        try
        {
            using (var stream = new FileStream(part, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(part, target, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
