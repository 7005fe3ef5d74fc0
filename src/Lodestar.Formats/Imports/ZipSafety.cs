// SPDX-License-Identifier: Apache-2.0
using System.IO.Compression;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.Imports;

/// <summary>
/// Looks into a workbook's zip before a parser does. What the directory says about sizes is not believed: every entry is
/// inflated and counted, and thrown away.
/// </summary>
internal static class ZipSafety
{
    private const int MaxEntries = 5_000;
    private const long MaxInflated = 256L << 20;

    // Spreadsheet XML packs 10 to 40 to one; above this, on more than a megabyte, it is padding.
    private const int MaxRatio = 200;
    private const long RatioMattersFrom = 1L << 20;

    /// <summary>Why the zip is refused; null when it is sound.</summary>
    public static Message? Check(ZipArchive zip, BoundedStream input)
    {
        if (zip.Entries.Count > MaxEntries)
        {
            return Message.Of("import.zip-bomb.entries", ("count", zip.Entries.Count), ("limit", MaxEntries));
        }

        var buffer = new byte[64 << 10];
        long total = 0;
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            long inflated = 0;
            int got;
            while ((got = stream.Read(buffer)) > 0)
            {
                input.ThrowIfCancelled();
                inflated += got;
                total += got;
                if (total > MaxInflated)
                {
                    return Message.Of("import.zip-bomb.size", ("megabytes", (int)(MaxInflated >> 20)));
                }

                if (inflated > RatioMattersFrom && inflated / Math.Max(1, entry.CompressedLength) > MaxRatio)
                {
                    return Message.Of(
                        "import.zip-bomb.ratio",
                        ("entry", ImportFaults.Short(entry.FullName)),
                        ("ratio", MaxRatio)
                    );
                }
            }
        }

        return null;
    }
}
