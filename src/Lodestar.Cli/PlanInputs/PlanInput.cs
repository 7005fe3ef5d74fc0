// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics.CodeAnalysis;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Cli.PlanInputs;

/// <summary>A plan as somebody names it on the command line: a folder, its plan.yaml, or a zip.</summary>
internal static class PlanInput
{
    public const string PlanFile = "plan.yaml";

    /// <summary>The plan with the faults of its container and of its files.</summary>
    public static bool TryRead(
        string path,
        [NotNullWhen(true)] out PlanReading? reading,
        [NotNullWhen(false)] out Failure? failure
    )
    {
        reading = null;
        if (!TryFiles(path, out var files, out failure))
        {
            return false;
        }

        var plan = PlanReader.Read(files.Files);
        reading = plan.With(files.Diagnostics.Concat(plan.Diagnostics).ToEquatableList());
        return true;
    }

    public static bool TryFiles(
        string path,
        [NotNullWhen(true)] out FilesReading? files,
        [NotNullWhen(false)] out Failure? failure
    )
    {
        (files, failure) = (null, null);
        try
        {
            if (Directory.Exists(path))
            {
                // Asked for up front: a folder that cannot be listed must not pass for an empty one.
                using (var entries = Directory.EnumerateFileSystemEntries(path).GetEnumerator())
                {
                    entries.MoveNext();
                }

                files = PlanDirectory.Read(path);
                return true;
            }

            if (File.Exists(path) && Path.GetFileName(path) == PlanFile)
            {
                files = PlanDirectory.Read(Path.GetDirectoryName(Path.GetFullPath(path))!);
                return true;
            }

            if (File.Exists(path))
            {
                using var stream = File.OpenRead(path);
                if (!LooksZipped(stream))
                {
                    failure = Failure.Of(ExitCode.Usage, "LS6002", ("path", path));
                    return false;
                }

                files = PlanZip.Read(stream);
                return true;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            failure = Failure.Of(ExitCode.Machine, "LS6003", ("path", path), ("what", e.Message));
            return false;
        }

        failure = Missing(path);
        return false;
    }

    public static Failure Missing(string path) =>
        Failure.Of(ExitCode.Usage, "LS6001", ("path", path)).Near(Path.GetFileName(path), Neighbours(path));

    private static bool LooksZipped(FileStream stream)
    {
        Span<byte> start = stackalloc byte[2];
        var zipped = stream.ReadAtLeast(start, 2, throwOnEndOfStream: false) == 2 && start.SequenceEqual("PK"u8);
        stream.Position = 0;
        return zipped;
    }

    private static IEnumerable<string> Neighbours(string path)
    {
        const int Looked = 1_000;
        try
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(path));
            return folder is null || !Directory.Exists(folder)
                ? []
                : [.. Directory.EnumerateFileSystemEntries(folder).Take(Looked).Select(e => Path.GetFileName(e))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }
}
