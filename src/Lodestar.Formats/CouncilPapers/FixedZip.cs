// SPDX-License-Identifier: Apache-2.0
using System.IO.Compression;

namespace Lodestar.Formats.CouncilPapers;

/// <summary>Packs a package again so that its bytes tell nothing of the moment it was made in.</summary>
internal static class FixedZip
{
    private const string Types = "[Content_Types].xml";

    // The earliest date that a zip can state.
    private static readonly DateTimeOffset Moment = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The same parts, the content types first and the others by name.</summary>
    public static byte[] Of(MemoryStream package)
    {
        package.Position = 0;
        using var packed = new MemoryStream();
        using (var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true))
        using (var target = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entries = source
                .Entries.OrderBy(e => e.FullName != Types)
                .ThenBy(e => e.FullName, StringComparer.Ordinal);
            foreach (var entry in entries)
            {
                var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Moment;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }

        return packed.ToArray();
    }
}
