// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.Hdf5;

/// <summary>Turns the bytes of elements into numbers and texts.</summary>
internal static class Hdf5Elements
{
    public static double[] Numbers(Hdf5Type type, ReadOnlySpan<byte> bytes)
    {
        var numbers = new double[bytes.Length / type.Size];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = type.Number(bytes.Slice(i * type.Size, type.Size));
        }

        return numbers;
    }

    public static string[] Texts(Hdf5Bytes file, Hdf5Type type, ReadOnlyMemory<byte> bytes, long at)
    {
        var texts = new string[bytes.Length / type.Size];
        for (var i = 0; i < texts.Length; i++)
        {
            var element = bytes.Slice(i * type.Size, type.Size);
            texts[i] =
                type.Class == Hdf5Class.LongText
                    ? LongText(file, new Hdf5Cursor(file, element, at + (long)i * type.Size))
                    : Hdf5Type.FixedText(element.Span);
        }

        return texts;
    }

    /// <summary>A string in the global heap: length, collection, and index in it.</summary>
    private static string LongText(Hdf5Bytes file, Hdf5Cursor element)
    {
        var length = element.UInt32();
        var at = element.At;
        var collection = element.Number(file.OffsetSize);
        var index = element.UInt32();
        if (length == 0 || collection == 0)
        {
            return "";
        }

        var address = collection + file.Base;
        if (address >= file.Length)
        {
            throw Hdf5Fault.Damaged(at, Message.Of("import.hdf5.address"));
        }

        var heap = file.From(address);
        heap.Signature("GCOL");
        heap.Skip(4);
        var size = heap.Length();
        heap = file.Over(heap.At, size - (heap.At - address));
        while (heap.Left >= 8 + file.LengthSize)
        {
            file.Step(heap.At);
            var objectIndex = heap.UInt16();
            heap.Skip(6);
            var bytes = heap.Length();
            if (objectIndex == 0)
            {
                break;
            }

            if (objectIndex == index)
            {
                file.Claim(heap.At, Math.Min(bytes, length));
                return Encoding.UTF8.GetString(heap.Take(Math.Min(bytes, length)).Span).TrimEnd('\0');
            }

            heap.Skip(Math.Min(bytes, heap.Left));
            heap.Skip(Math.Min((8 - bytes % 8) % 8, heap.Left));
        }

        throw Hdf5Fault.Damaged(at, Message.Of("import.hdf5.address"));
    }
}
