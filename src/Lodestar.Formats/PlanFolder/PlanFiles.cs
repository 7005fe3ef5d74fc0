// SPDX-License-Identifier: Apache-2.0
using System.Collections;

namespace Lodestar.Formats.PlanFolder;

/// <summary>
/// The files of a plan folder, by path relative to it with forward slashes, in ordinal order. Immutable. It comes from
/// a directory, a zip or a stored revision, and goes to any of them without loss.
/// </summary>
public sealed class PlanFiles : IReadOnlyCollection<KeyValuePair<string, ReadOnlyMemory<byte>>>
{
    private readonly SortedDictionary<string, ReadOnlyMemory<byte>> _files = new(StringComparer.Ordinal);

    /// <summary>Throws <see cref="ArgumentException"/> on a path that is not relative and clean: readers check before they come here.</summary>
    public PlanFiles(IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> files)
    {
        foreach (var (path, bytes) in files)
        {
            if (!PlanPath.IsClean(path))
            {
                throw new ArgumentException($"'{path}' is not a clean relative path.", nameof(files));
            }

            _files.Add(path, bytes);
        }
    }

    public static PlanFiles Empty { get; } = new([]);

    public int Count => _files.Count;

    public IReadOnlyCollection<string> Paths => _files.Keys;

    public bool TryGet(string path, out ReadOnlyMemory<byte> bytes) => _files.TryGetValue(path, out bytes);

    public PlanFiles With(string path, ReadOnlyMemory<byte> bytes) =>
        new(_files.Where(f => f.Key != path).Append(new(path, bytes)));

    public PlanFiles Without(string path) => new(_files.Where(f => f.Key != path));

    public IEnumerator<KeyValuePair<string, ReadOnlyMemory<byte>>> GetEnumerator() => _files.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
