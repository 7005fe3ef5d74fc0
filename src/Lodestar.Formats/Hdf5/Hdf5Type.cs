// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;
using System.Text;

namespace Lodestar.Formats.Hdf5;

/// <summary>What the elements of a dataset or attribute are.</summary>
internal enum Hdf5Class
{
    Integer,
    Float,
    Text,

    /// <summary>Strings of any length, in the global heap.</summary>
    LongText,

    /// <summary>Compounds, references and the like: passed over, not read.</summary>
    Other,
}

/// <summary>The type of an element. Integers have 1, 2, 4 or 8 bytes, floats are IEEE 754 of 4 or 8.</summary>
internal sealed record Hdf5Type(Hdf5Class Class, int Size, bool BigEndian, bool Signed)
{
    /// <summary>Reads a datatype message.</summary>
    public static Hdf5Type Read(Hdf5Cursor message)
    {
        var at = message.At;
        var head = message.Byte();
        var (bits0, bits1, bits2) = (message.Byte(), message.Byte(), message.Byte());
        _ = (bits1, bits2);
        var size = message.UInt32();
        if (head >> 4 is 0 or > 5)
        {
            throw Hdf5Fault.NotRead(at, "datatype message");
        }

        if (size is 0 or > 1 << 20)
        {
            throw Hdf5Fault.Damaged(at + 4, Planning.Messages.Message.Of("import.hdf5.size"));
        }

        var other = new Hdf5Type(Hdf5Class.Other, (int)size, false, false);
        switch (head & 0x0F)
        {
            case 0 when size is 1 or 2 or 4 or 8 && message.UInt16() == 0 && message.UInt16() == size * 8:
                return new Hdf5Type(Hdf5Class.Integer, (int)size, (bits0 & 1) != 0, (bits0 & 8) != 0);
            case 1 when size is 4 or 8 && (bits0 & 0x40) == 0 && IsIeee(message, size):
                return new Hdf5Type(Hdf5Class.Float, (int)size, (bits0 & 1) != 0, true);
            case 3:
                return new Hdf5Type(Hdf5Class.Text, (int)size, false, false);
            case 9 when (bits0 & 0x0F) == 1 && size == 8 + message.File.OffsetSize:
                return new Hdf5Type(Hdf5Class.LongText, (int)size, false, false);
            default:
                return other;
        }
    }

    /// <summary>The element as a number; NaN for text.</summary>
    public double Number(ReadOnlySpan<byte> element) =>
        (Class, Size) switch
        {
            (Hdf5Class.Float, 8) => BigEndian
                ? BinaryPrimitives.ReadDoubleBigEndian(element)
                : BinaryPrimitives.ReadDoubleLittleEndian(element),
            (Hdf5Class.Float, 4) => BigEndian
                ? BinaryPrimitives.ReadSingleBigEndian(element)
                : BinaryPrimitives.ReadSingleLittleEndian(element),
            (Hdf5Class.Integer, _) => Integer(element),
            _ => double.NaN,
        };

    public static string FixedText(ReadOnlySpan<byte> element)
    {
        var end = element.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? element : element[..end]).TrimEnd(' ');
    }

    private double Integer(ReadOnlySpan<byte> element)
    {
        ulong value = 0;
        for (var i = 0; i < Size; i++)
        {
            value = (value << 8) | element[BigEndian ? i : Size - 1 - i];
        }

        var unused = 64 - 8 * Size;
        return Signed ? (long)(value << unused) >> unused : value;
    }

    private static bool IsIeee(Hdf5Cursor message, uint size)
    {
        var (offset, precision) = (message.UInt16(), message.UInt16());
        var (exponentAt, exponent, mantissaAt, mantissa) = (
            message.Byte(),
            message.Byte(),
            message.Byte(),
            message.Byte()
        );
        var bias = message.UInt32();
        return offset == 0
            && precision == size * 8
            && mantissaAt == 0
            && (exponentAt, exponent, mantissa, bias) is (52, 11, 52, 1023) or (23, 8, 23, 127);
    }
}

/// <summary>How many elements there are along each axis; none for a scalar.</summary>
internal static class Hdf5Space
{
    private const int MostAxes = 32;

    /// <summary>Null for a null dataspace, which holds no element at all.</summary>
    public static IReadOnlyList<long>? Read(Hdf5Cursor message)
    {
        var version = message.OneOf("dataspace message version", 1, 2);
        var rankAt = message.At;
        var rank = message.Byte();
        if (rank > MostAxes)
        {
            throw Hdf5Fault.Damaged(rankAt, Planning.Messages.Message.Of("import.hdf5.size"));
        }

        message.Skip(1);
        var kind = message.Byte();
        if (version == 1)
        {
            message.Skip(4);
        }
        else if (kind == 2)
        {
            return null;
        }

        var shape = new long[rank];
        for (var i = 0; i < rank; i++)
        {
            shape[i] = message.Length();
        }

        return shape;
    }

    /// <summary>Elements in all; a product beyond what may be read is refused.</summary>
    public static long Count(Hdf5Bytes file, long at, IReadOnlyList<long> shape, int elementSize)
    {
        long count = 1;
        foreach (var axis in shape)
        {
            if (axis != 0 && count > (1L << 40) / axis)
            {
                throw Hdf5Fault.TooMuch(at);
            }

            count *= axis;
        }

        file.Claim(at, count * Math.Max(elementSize, 8));
        return count;
    }
}
