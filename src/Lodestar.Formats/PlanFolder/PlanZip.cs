// SPDX-License-Identifier: Apache-2.0
using System.IO.Compression;
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Formats.PlanFolder.Writing;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.PlanFolder;

/// <summary>The .zip exchange of a plan folder.</summary>
public static class PlanZip
{
    /// <summary>Below this, any ratio of compression is harmless.</summary>
    private const long HarmlessBytes = 8L << 20;
    private const int MostRatio = 200;

    // From the upper half of an entry's attributes: the kind of file, and symbolic link among the kinds.
    private const int UnixKind = 0xF000;
    private const int UnixLink = 0xA000;

    /// <summary>Reads a zip within limits; paths that leave the folder, bombs, duplicates and entries whose checksum is wrong are refused with a diagnostic.</summary>
    public static FilesReading Read(Stream zip, PlanLimits? limits = null)
    {
        limits ??= PlanLimits.Default;
        var log = new FaultLog();
        var gathering = new FileGathering(limits, log);
        if (Bounded(zip, limits.TotalBytes) is not { } bytes)
        {
            gathering.Full(Faults.FolderTooLarge, ("most", (int)Math.Max(1, limits.TotalBytes >> 20)));
            return gathering.Result();
        }

        switch (ZipDirectory.CountEntries(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), MostEntries(limits)))
        {
            case null:
                log.Add(Faults.NotAZip, Place.Folder);
                return gathering.Result();
            case var count when count > MostEntries(limits):
                gathering.Full(Faults.TooManyFiles, ("most", limits.Files));
                return gathering.Result();
        }

        try
        {
            using var archive = new ZipArchive(bytes, ZipArchiveMode.Read);
            foreach (var entry in archive.Entries)
            {
                Take(entry, bytes.Length, gathering, log);
                if (gathering.IsFull)
                {
                    break;
                }
            }
        }
        catch (InvalidDataException)
        {
            log.Add(Faults.NotAZip, Place.Folder);
        }

        return gathering.Unwrapped();
    }

    /// <summary>The same files give the same bytes, whenever and wherever written.</summary>
    public static void Write(PlanFiles files, Stream zip) => StoredZip.Write(files, zip);

    /// <summary>Folders are entries too.</summary>
    private static int MostEntries(PlanLimits limits) => limits.Files * 2 + 100;

    private static void Take(ZipArchiveEntry entry, long zipLength, FileGathering gathering, FaultLog log)
    {
        var name = entry.FullName;
        if (((entry.ExternalAttributes >> 16) & UnixKind) == UnixLink)
        {
            log.Add(Faults.ZipLink, Place.Folder, name);
            return;
        }

        if (name.EndsWith('/'))
        {
            if (!PlanPath.IsClean(PlanPath.Composed(name[..^1])) && !PlanPath.IsHidden(name[..^1]))
            {
                log.Add(Faults.UncleanPath, Place.Folder, name);
            }

            return;
        }

        if (name.StartsWith("__MACOSX/", StringComparison.Ordinal) || gathering.Admit(name) is not { } path)
        {
            return;
        }

        try
        {
            if (entry.IsEncrypted)
            {
                log.Add(Faults.ZipEntryDamaged, new Place(path), name);
                return;
            }

            // What the headers say about lengths is not trusted: only bytes that came out are counted.
            var packed = Math.Clamp(entry.CompressedLength, 1, zipLength);
            using var content = entry.Open();
            gathering.Take(path, content, length => length > HarmlessBytes && length / packed > MostRatio, entry.Crc32);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            log.Add(Faults.ZipEntryDamaged, new Place(path), name);
        }
    }

    private static MemoryStream? Bounded(Stream stream, long most)
    {
        var bytes = new MemoryStream();
        var chunk = new byte[81920];
        int read;
        while ((read = stream.Read(chunk)) > 0)
        {
            bytes.Write(chunk, 0, read);
            if (bytes.Length > most)
            {
                return null;
            }
        }

        bytes.Position = 0;
        return bytes;
    }
}
