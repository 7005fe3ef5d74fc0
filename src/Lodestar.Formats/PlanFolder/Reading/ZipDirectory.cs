// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;

namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>Looks at a zip's directory before anything is allocated for it (APPNOTE 4.3.12 and 4.3.16).</summary>
internal static class ZipDirectory
{
    private const uint EndSignature = 0x06054b50;
    private const uint EntrySignature = 0x02014b50;
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int LongestComment = ushort.MaxValue;

    /// <summary>The number of entries, counted to one more than <paramref name="most"/>; null when this is no zip.</summary>
    public static int? CountEntries(ReadOnlySpan<byte> zip, int most)
    {
        for (var end = zip.Length - EndLength; end >= 0 && end >= zip.Length - EndLength - LongestComment; end--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(zip[end..]) == EndSignature)
            {
                var start = BinaryPrimitives.ReadUInt32LittleEndian(zip[(end + 16)..]);
                return start > end ? null : Count(zip, start, most);
            }
        }

        return null;
    }

    private static int Count(ReadOnlySpan<byte> zip, long at, int most)
    {
        var count = 0;
        while (
            at + EntryLength <= zip.Length
            && BinaryPrimitives.ReadUInt32LittleEndian(zip[(int)at..]) == EntrySignature
            && count <= most
        )
        {
            var entry = zip[(int)at..];
            at +=
                EntryLength
                + BinaryPrimitives.ReadUInt16LittleEndian(entry[28..])
                + BinaryPrimitives.ReadUInt16LittleEndian(entry[30..])
                + BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]);
            count++;
        }

        return count;
    }
}
