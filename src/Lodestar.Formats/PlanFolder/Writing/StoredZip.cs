// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;
using System.Text;

namespace Lodestar.Formats.PlanFolder.Writing;

/// <summary>
/// Writes a zip without compression and without a date, so that its bytes follow from the files alone: deflate's
/// output differs between processors and versions, and the framework's headers differ between systems.
/// </summary>
internal static class StoredZip
{
    private const ushort Version = 20;
    private const ushort UnixVersion = (3 << 8) | Version;
    private const ushort Utf8Names = 1 << 11;
    private const ushort NewYear1980 = (1 << 5) | 1;
    private const uint PlainFile = 0x81A4u << 16;
    private const int LocalLength = 30;
    private const int CentralLength = 46;

    public static void Write(PlanFiles files, Stream zip)
    {
        using var central = new MemoryStream();
        long offset = 0;
        foreach (var (path, bytes) in files)
        {
            var name = Encoding.UTF8.GetBytes(path);
            var crc = Crc32.Of(bytes.Span);
            zip.Write(Header(LocalLength, 0x04034b50, name, crc, bytes.Length, null));
            zip.Write(bytes.Span);
            central.Write(Header(CentralLength, 0x02014b50, name, crc, bytes.Length, checked((uint)offset)));
            offset += LocalLength + name.Length + bytes.Length;
        }

        zip.Write(central.GetBuffer().AsSpan(0, (int)central.Length));
        Span<byte> end = stackalloc byte[22];
        end.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054b50);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], checked((ushort)files.Count));
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], checked((ushort)files.Count));
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], checked((uint)central.Length));
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], checked((uint)offset));
        zip.Write(end);
    }

    /// <summary>A local header, or a directory header where an offset is given (APPNOTE 4.3.7, 4.3.12).</summary>
    private static byte[] Header(int length, uint signature, byte[] name, uint crc, int size, uint? offset)
    {
        var header = new byte[length + name.Length];
        var at = 0;
        Put32(signature);
        if (offset is not null)
        {
            Put16(UnixVersion);
        }

        Put16(Version);
        Put16(Utf8Names);
        Put16(0);
        Put16(0);
        Put16(NewYear1980);
        Put32(crc);
        Put32((uint)size);
        Put32((uint)size);
        Put16((ushort)name.Length);
        Put16(0);
        if (offset is { } start)
        {
            Put16(0);
            Put16(0);
            Put16(0);
            Put32(PlainFile);
            Put32(start);
        }

        name.CopyTo(header, at);
        return header;

        void Put16(ushort value)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(at), value);
            at += 2;
        }

        void Put32(uint value)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(at), value);
            at += 4;
        }
    }
}
