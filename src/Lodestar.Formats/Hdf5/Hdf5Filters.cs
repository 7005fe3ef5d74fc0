// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.IO.Compression;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.Hdf5;

/// <summary>What a chunk went through when it was written, undone in reverse: deflate, shuffle, Fletcher's checksum.</summary>
internal sealed class Hdf5Filters
{
    private const int Deflate = 1;
    private const int Shuffle = 2;
    private const int Fletcher32 = 3;
    private const int Checksum = 4;

    private readonly List<(int Id, int ElementSize)> _filters = [];

    public bool IsEmpty => _filters.Count == 0;

    public static Hdf5Filters Read(Hdf5Cursor? message)
    {
        var filters = new Hdf5Filters();
        if (message is null)
        {
            return filters;
        }

        var version = message.OneOf("filter pipeline version", 1, 2);
        var count = message.Byte();
        message.Skip(version == 1 ? 6 : 0);
        for (var i = 0; i < count; i++)
        {
            var at = message.At;
            var id = message.UInt16();
            var nameLength = version == 1 || id >= 256 ? message.UInt16() : 0;
            message.Skip(2);
            var values = message.UInt16();
            message.Skip(version == 1 ? (nameLength + 7) / 8 * 8 : nameLength);
            if (id is not (Deflate or Shuffle or Fletcher32))
            {
                throw Hdf5Fault.NotRead(at, string.Create(CultureInfo.InvariantCulture, $"filter {id}"));
            }

            var first = values > 0 ? message.UInt32() : 0;
            message.Skip(4L * Math.Max(0, values - 1) + (version == 1 && values % 2 == 1 ? 4 : 0));
            filters._filters.Add((id, (int)Math.Min(first, 1 << 20)));
        }

        return filters;
    }

    /// <param name="packed">The chunk as it stands in the file.</param>
    /// <param name="size">Its bytes when unpacked.</param>
    /// <param name="skipped">Bit i is set where filter i was not applied to this chunk.</param>
    /// <param name="at">Where it stands.</param>
    public ReadOnlyMemory<byte> Undo(ReadOnlyMemory<byte> packed, int size, uint skipped, long at)
    {
        for (var i = _filters.Count - 1; i >= 0; i--)
        {
            if (i < 32 && (skipped >> i & 1) != 0)
            {
                continue;
            }

            // A checksum that deflate still covers comes out with the data.
            var inside = _filters.Take(i).Count(f => f.Id == Fletcher32) * Checksum;
            packed = _filters[i].Id switch
            {
                Deflate => Inflate(packed, size + inside, at),
                Shuffle => Unshuffle(packed, _filters[i].ElementSize),
                _ => Check(packed, at),
            };
        }

        return packed.Length == size ? packed : throw Hdf5Fault.Damaged(at, Message.Of("import.hdf5.chunk"));
    }

    private static byte[] Inflate(ReadOnlyMemory<byte> packed, int size, long at)
    {
        var unpacked = new byte[size];
        try
        {
            using var input = new MemoryStream(packed.ToArray(), writable: false);
            using var zlib = new ZLibStream(input, CompressionMode.Decompress);
            if (zlib.ReadAtLeast(unpacked, size, throwOnEndOfStream: false) == size)
            {
                return unpacked;
            }
        }
        catch (InvalidDataException)
        {
            // Told below, as too few bytes are.
        }

        throw Hdf5Fault.Damaged(at, Message.Of("import.hdf5.chunk"));
    }

    private static byte[] Unshuffle(ReadOnlyMemory<byte> shuffled, int elementSize)
    {
        var bytes = shuffled.Span;
        var elements = elementSize < 2 ? 0 : bytes.Length / elementSize;
        var plain = bytes.ToArray();
        for (var b = 0; b < elementSize && elements > 0; b++)
        {
            for (var e = 0; e < elements; e++)
            {
                plain[e * elementSize + b] = bytes[b * elements + e];
            }
        }

        return plain;
    }

    private static ReadOnlyMemory<byte> Check(ReadOnlyMemory<byte> data, long at)
    {
        if (data.Length < Checksum)
        {
            throw Hdf5Fault.Damaged(at, Message.Of("import.hdf5.chunk"));
        }

        var bytes = data[..^Checksum];
        var stored = System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(data.Span[^Checksum..]);
        return Fletcher(bytes.Span) == stored ? bytes : throw Hdf5Fault.Damaged(at, Message.Of("import.hdf5.checksum"));
    }

    /// <summary>Fletcher's 32-bit checksum over big-endian words, an odd last byte taken as the upper half of one.</summary>
    private static uint Fletcher(ReadOnlySpan<byte> bytes)
    {
        uint sum1 = 0,
            sum2 = 0;
        for (var i = 0; i < bytes.Length; i += 2)
        {
            sum1 += (uint)(bytes[i] << 8) | (i + 1 < bytes.Length ? bytes[i + 1] : 0u);
            sum1 = (sum1 & 0xFFFF) + (sum1 >> 16);
            sum2 += sum1;
            sum2 = (sum2 & 0xFFFF) + (sum2 >> 16);
        }

        sum1 = (sum1 & 0xFFFF) + (sum1 >> 16);
        sum2 = (sum2 & 0xFFFF) + (sum2 >> 16);
        return (sum2 << 16) | sum1;
    }
}
