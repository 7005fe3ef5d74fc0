// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.PlanFolder;

/// <summary>A plan folder on disk.</summary>
public static class PlanDirectory
{
    private const string TempStart = ".lodestar-";
    private const string TempEnd = ".tmp";

    /// <summary>Reads the folder; symbolic links and hidden files are left out with a note.</summary>
    public static FilesReading Read(string directory, PlanLimits? limits = null)
    {
        limits ??= PlanLimits.Default;
        var log = new FaultLog();
        var gathering = new FileGathering(limits, log);
        if (!Directory.Exists(directory))
        {
            log.Add(Faults.NoFolder, Place.Folder, directory);
            return gathering.Result();
        }

        var waiting = new Stack<(DirectoryInfo Folder, string Prefix)>([(new DirectoryInfo(directory), "")]);
        while (waiting.TryPop(out var next) && !gathering.IsFull)
        {
            foreach (var entry in Entries(next.Folder, next.Prefix, log))
            {
                Take(entry, next.Prefix + entry.Name, waiting, limits, gathering, log);
                if (gathering.IsFull)
                {
                    break;
                }
            }
        }

        return gathering.Result();
    }

    /// <summary>
    /// Writes each file beside the old one and swaps it in, so that nothing half-written stays. A folder that holds
    /// something else than a plan is left as it is, and the diagnostics say so; they are empty when all went well.
    /// Other files of a plan stay unless <paramref name="removeOthers"/>; hidden ones always stay.
    /// </summary>
    public static EquatableList<Diagnostic> Write(PlanFiles files, string directory, bool removeOthers = false)
    {
        var log = new FaultLog();
        if (!MayHoldPlan(directory, files, log))
        {
            return log.ToList();
        }

        var temporary = new List<(string Temp, string Final)>();
        try
        {
            foreach (var (path, bytes) in files)
            {
                var final = Path.Combine(directory, path.Replace('/', Path.DirectorySeparatorChar));
                var folder = Path.GetDirectoryName(final)!;
                Directory.CreateDirectory(folder);
                var temp = Path.Combine(folder, $"{TempStart}{temporary.Count}{TempEnd}");
                temporary.Add((temp, final));
                WriteThrough(temp, bytes.Span);
            }

            // plan.yaml makes a folder a plan, so it comes last.
            foreach (var (temp, final) in temporary.OrderBy(t => Path.GetFileName(t.Final) == PlanNames.Plan))
            {
                File.Move(temp, final, overwrite: true);
            }
        }
        finally
        {
            foreach (var (temp, _) in temporary)
            {
                File.Delete(temp);
            }
        }

        if (removeOthers)
        {
            RemoveOthers(files, directory);
        }

        return log.ToList();
    }

    private static void Take(
        FileSystemInfo entry,
        string path,
        Stack<(DirectoryInfo, string)> waiting,
        PlanLimits limits,
        FileGathering gathering,
        FaultLog log
    )
    {
        if (entry.Name.StartsWith('.'))
        {
            gathering.NoteHidden(path);
        }
        else if (entry.LinkTarget is not null)
        {
            log.Add(Faults.LinkLeftOut, Place.Folder, path);
        }
        else if (entry is DirectoryInfo folder)
        {
            // No clean path is longer, so nothing below could be taken.
            if (path.Length > PlanPath.MaxLength)
            {
                log.Add(Faults.UncleanPath, Place.Folder, path);
                return;
            }

            waiting.Push((folder, path + "/"));
        }
        else if (gathering.Admit(path) is { } admitted)
        {
            TakeFile((FileInfo)entry, admitted, limits, gathering, log);
        }
    }

    private static void TakeFile(FileInfo file, string path, PlanLimits limits, FileGathering gathering, FaultLog log)
    {
        try
        {
            if (file.Length > limits.FileBytes)
            {
                gathering.TooLarge(path);
                return;
            }

            using var content = file.OpenRead();
            gathering.Take(path, content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.Add(Faults.Unreadable, new Place(path), e.Message);
        }
    }

    private static IReadOnlyList<FileSystemInfo> Entries(DirectoryInfo folder, string prefix, FaultLog log)
    {
        try
        {
            return [.. folder.EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.Add(Faults.Unreadable, new Place(prefix.TrimEnd('/')), e.Message);
            return [];
        }
    }

    private static bool MayHoldPlan(string directory, PlanFiles files, FaultLog log)
    {
        if (File.Exists(directory))
        {
            log.Add(Faults.OtherContent, Place.Folder, directory);
            return false;
        }

        if (!Directory.Exists(directory))
        {
            return true;
        }

        var content = new DirectoryInfo(directory).EnumerateFileSystemInfos().Where(e => !e.Name.StartsWith('.'));
        if (!File.Exists(Path.Combine(directory, PlanNames.Plan)) && content.Any())
        {
            log.Add(Faults.OtherContent, Place.Folder, directory);
            return false;
        }

        // A link in the way would carry the writing out of the folder.
        foreach (var folder in files.Paths.SelectMany(FoldersOf).Distinct(StringComparer.Ordinal))
        {
            var info = new FileInfo(Path.Combine(directory, folder));
            if (info.LinkTarget is not null || info.Exists)
            {
                log.Add(Faults.OtherContent, new Place(folder), folder);
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<string> FoldersOf(string path)
    {
        for (var slash = path.IndexOf('/'); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            yield return path[..slash];
        }
    }

    private static void WriteThrough(string path, ReadOnlySpan<byte> bytes)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Removes what reading would have taken in and the new files lack; what reading leaves out stays.</summary>
    private static void RemoveOthers(PlanFiles files, string directory)
    {
        var wanted = files.Paths.ToHashSet(StringComparer.Ordinal);
        foreach (var path in Read(directory).Files.Paths.Where(p => !wanted.Contains(p)))
        {
            File.Delete(Path.Combine(directory, path.Replace('/', Path.DirectorySeparatorChar)));
        }
    }
}
