// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;
using System.Text;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.Hdf5;

/// <summary>
/// The bytes of a file with the widths that its superblock states. Every address and size is held against the file, and
/// all work is counted, so that neither a lie nor a loop in it costs more than a bounded effort.
/// </summary>
internal sealed class Hdf5Bytes(ReadOnlyMemory<byte> bytes)
{
    private const long MostSteps = 4_000_000;
    private const long MostUnpacked = 512L << 20;
    private const long LeastUnpacked = 16L << 20;
    private const long MostRatio = 200;

    // A small file has no business filling the memory.
    private readonly long _mostUnpacked = Math.Clamp(bytes.Length * MostRatio, LeastUnpacked, MostUnpacked);
    private long _steps;
    private long _unpacked;

    public long Length => bytes.Length;

    /// <summary>Width of an address in bytes: 2, 4 or 8.</summary>
    public int OffsetSize { get; set; } = 8;

    /// <summary>Width of a length in bytes: 2, 4 or 8.</summary>
    public int LengthSize { get; set; } = 8;

    /// <summary>What all addresses count from.</summary>
    public long Base { get; set; }

    public ReadOnlyMemory<byte> Slice(long at, long count)
    {
        Step(at);
        return at >= 0 && count >= 0 && at <= Length - count
            ? bytes.Slice((int)at, (int)count)
            : throw Hdf5Fault.Damaged(Math.Clamp(at, 0, Length), Message.Of("import.hdf5.past-end", ("count", count)));
    }

    /// <summary>A cursor over all bytes from here to the end of the file.</summary>
    public Hdf5Cursor From(long at) => new(this, Slice(at, at >= 0 && at <= Length ? Length - at : 0), at);

    /// <summary>A cursor over so many bytes.</summary>
    public Hdf5Cursor Over(long at, long count) => new(this, Slice(at, count), at);

    /// <summary>Counts a step of work: a node, a message, a link.</summary>
    public void Step(long at)
    {
        if (++_steps > MostSteps)
        {
            throw Hdf5Fault.TooMuch(Math.Clamp(at, 0, Length));
        }
    }

    /// <summary>Counts bytes that a reading will hold or unpack, before they are.</summary>
    public void Claim(long at, long count)
    {
        if (count < 0 || count > _mostUnpacked - _unpacked)
        {
            throw Hdf5Fault.TooMuch(at);
        }

        _unpacked += count;
    }
}

/// <summary>Reads forward through a stretch of a file.</summary>
internal sealed class Hdf5Cursor(Hdf5Bytes file, ReadOnlyMemory<byte> bytes, long start)
{
    private int _at;

    public Hdf5Bytes File => file;

    /// <summary>Where in the file the next byte stands.</summary>
    public long At => start + _at;

    public int Left => bytes.Length - _at;

    public ReadOnlyMemory<byte> Take(long count)
    {
        if (count < 0 || count > Left)
        {
            throw Hdf5Fault.Damaged(At, Message.Of("import.hdf5.past-end", ("count", count)));
        }

        var taken = bytes.Slice(_at, (int)count);
        _at += (int)count;
        return taken;
    }

    public Hdf5Cursor Part(long count)
    {
        var at = At;
        return new Hdf5Cursor(file, Take(count), at);
    }

    public void Skip(long count) => Take(count);

    public byte Byte() => Take(1).Span[0];

    public int UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2).Span);

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4).Span);

    /// <summary>An unsigned number of 1 to 8 bytes; one beyond what a file can be is damage.</summary>
    public long Number(int width)
    {
        var at = At;
        var span = Take(width).Span;
        ulong value = 0;
        for (var i = width - 1; i >= 0; i--)
        {
            value = (value << 8) | span[i];
        }

        return value <= long.MaxValue ? (long)value : throw Hdf5Fault.Damaged(at, Message.Of("import.hdf5.size"));
    }

    public long Length() => Number(file.LengthSize);

    /// <summary>An address in the file; null where it is undefined (all bits set).</summary>
    public long? Address()
    {
        var at = At;
        var span = Take(file.OffsetSize).Span;
        if (span.IndexOfAnyExcept((byte)0xFF) < 0)
        {
            return null;
        }

        ulong value = 0;
        for (var i = span.Length - 1; i >= 0; i--)
        {
            value = (value << 8) | span[i];
        }

        return value < (ulong)(file.Length - file.Base)
            ? (long)value + file.Base
            : throw Hdf5Fault.Damaged(at, Message.Of("import.hdf5.address"));
    }

    public long RequireAddress()
    {
        var at = At;
        return Address() ?? throw Hdf5Fault.Damaged(at, Message.Of("import.hdf5.address"));
    }

    public void Signature(string expected)
    {
        var at = At;
        if (Encoding.Latin1.GetString(Take(expected.Length).Span) != expected)
        {
            throw Hdf5Fault.Damaged(at, Message.Of("import.hdf5.signature", ("expected", expected)));
        }
    }

    /// <summary>A version or class byte that must be one of those read here.</summary>
    public int OneOf(string feature, params ReadOnlySpan<int> known)
    {
        var at = At;
        var value = Byte();
        return known.Contains(value)
            ? value
            : throw Hdf5Fault.NotRead(
                at,
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{feature} {value}")
            );
    }

    /// <summary>Bytes up to a zero, as text; without the zero the rest of the stretch.</summary>
    public string ZeroEnded()
    {
        var rest = bytes.Span[_at..];
        var end = rest.IndexOf((byte)0);
        var text = Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]);
        Skip(end < 0 ? rest.Length : end + 1);
        return text;
    }
}
