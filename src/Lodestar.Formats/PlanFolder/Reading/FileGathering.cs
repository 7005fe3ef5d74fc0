// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>Gathers files within limits. What may not come in is reported and left out.</summary>
internal sealed class FileGathering(PlanLimits limits, FaultLog log)
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _anyCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _hidden = new(StringComparer.Ordinal);
    private long _total;

    /// <summary>True when a limit of the whole is reached and the rest is not worth looking at.</summary>
    public bool IsFull { get; private set; }

    /// <summary>The path to file under; null when the file stays out.</summary>
    public string? Admit(string rawPath)
    {
        var path = PlanPath.Composed(rawPath);
        if (PlanPath.IsHidden(path))
        {
            NoteHidden(path);
            return null;
        }

        if (!PlanPath.IsClean(path))
        {
            log.Add(Faults.UncleanPath, Place.Folder, rawPath);
            return null;
        }

        if (_files.Count >= limits.Files)
        {
            Full(Faults.TooManyFiles, ("most", limits.Files));
            return null;
        }

        if (!_anyCase.Add(path))
        {
            log.Add(Faults.PathTwice, new Place(path), rawPath);
            return null;
        }

        return path;
    }

    /// <summary>Reads to the end of the stream or to a limit, whatever anything else says about its length.</summary>
    /// <param name="path">Where it goes.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="isBomb">True for a length that no honest file has.</param>
    /// <param name="checksum">What the CRC-32 of all bytes must be; null when nobody says.</param>
    public void Take(string path, Stream content, Func<long, bool>? isBomb = null, uint? checksum = null)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        int read;
        while ((read = content.Read(chunk)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (isBomb?.Invoke(buffer.Length) == true)
            {
                log.Add(Faults.ZipBomb, new Place(path));
                return;
            }

            if (buffer.Length > limits.FileBytes)
            {
                TooLarge(path);
                return;
            }

            if (_total + buffer.Length > limits.TotalBytes)
            {
                Full(Faults.FolderTooLarge, ("most", Megabytes(limits.TotalBytes)));
                return;
            }
        }

        var bytes = buffer.ToArray();
        if (checksum is { } stated && Crc32.Of(bytes) != stated)
        {
            log.Add(Faults.ZipEntryDamaged, new Place(path), path);
            return;
        }

        _total += bytes.Length;
        _files.Add(path, bytes);
    }

    public void TooLarge(string path) =>
        log.Add(Faults.FileTooLarge, new Place(path), values: [("most", Megabytes(limits.FileBytes))]);

    public void Full(FaultKind kind, (string, object) limit)
    {
        if (!IsFull)
        {
            log.Add(kind, Place.Folder, values: [limit]);
        }

        IsFull = true;
    }

    /// <summary>One note for a hidden folder, however much it holds.</summary>
    public void NoteHidden(string path)
    {
        var parts = path.Split('/');
        var top = string.Join('/', parts.Take(1 + Array.FindIndex(parts, PlanPath.IsHidden)));
        if (_hidden.Add(top))
        {
            log.Add(Faults.HiddenLeftOut, Place.Folder, top);
        }
    }

    public FilesReading Result() => new(new PlanFiles(_files), log.ToList());

    /// <summary>The result without the one folder that everything stands in, where that folder is the plan.</summary>
    public FilesReading Unwrapped()
    {
        var first = _files.Keys.FirstOrDefault() ?? "";
        var top = first[..(first.IndexOf('/') + 1)];
        if (
            top.Length == 0
            || !_files.ContainsKey(top + PlanNames.Plan)
            || !_files.Keys.All(p => p.StartsWith(top, StringComparison.Ordinal))
        )
        {
            return Result();
        }

        var inside = _files.Select(f => KeyValuePair.Create(f.Key[top.Length..], f.Value));
        var moved = log.ToList()
            .Select(d =>
                d.Place.File.StartsWith(top, StringComparison.Ordinal)
                    ? d with
                    {
                        Place = d.Place with { File = d.Place.File[top.Length..] },
                    }
                    : d
            );
        return new FilesReading(new PlanFiles(inside), moved.ToEquatableList());
    }

    private static int Megabytes(long bytes) => (int)Math.Max(1, bytes >> 20);
}
