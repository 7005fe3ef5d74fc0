// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.Hdf5;

/// <summary>One array of a file. Elements come in row-major order: the last axis runs fastest.</summary>
internal sealed class Hdf5Dataset
{
    private readonly Hdf5Bytes _file;
    private readonly long _at;
    private readonly Hdf5Layout _layout;
    private readonly Hdf5Filters _filters;
    private readonly ReadOnlyMemory<byte>? _fill;

    private Hdf5Dataset(Hdf5Bytes file, string name, long at, List<Hdf5Message> messages, Hdf5Message space)
    {
        (_file, Name, _at) = (file, name, at);
        Shape = Hdf5Space.Read(space.Open(file)) ?? [0];
        Type = Hdf5Type.Read(Require(Hdf5Messages.Datatype));
        _layout = Hdf5Layout.Read(file, Require(Hdf5Messages.Layout), Shape, Type.Size);
        _filters = Hdf5Filters.Read(Hdf5Messages.Find(file, messages, Hdf5Messages.Filters)?.Open(file));
        _fill = FillOf(file, messages, Type.Size);
        Attributes = Hdf5Attributes.Read(file, messages);

        Hdf5Cursor Require(int type) =>
            Hdf5Messages.Find(file, messages, type)?.Open(file)
            ?? throw Hdf5Fault.Damaged(at, Message.Of("import.hdf5.header"));
    }

    public string Name { get; }

    /// <summary>Elements along each axis; none for a scalar.</summary>
    public IReadOnlyList<long> Shape { get; }

    public Hdf5Type Type { get; }

    public IReadOnlyDictionary<string, Hdf5Attribute> Attributes { get; }

    /// <summary>Null where the object is no dataset.</summary>
    public static Hdf5Dataset? Read(Hdf5Bytes file, string name, long at, List<Hdf5Message> messages) =>
        Hdf5Messages.Find(file, messages, Hdf5Messages.Dataspace) is { } space
        && messages.Exists(m => m.Type == Hdf5Messages.Layout)
            ? new Hdf5Dataset(file, name, at, messages, space)
            : null;

    /// <summary>All elements as numbers; NaN where they are text.</summary>
    public double[] ReadNumbers() => ReadNumbers([.. Shape.Select(_ => 0L)], Shape);

    /// <summary>
    /// The elements from <paramref name="start"/> on, <paramref name="count"/> along each axis. Only chunks that hold
    /// some of them are unpacked. Throws <see cref="ArgumentException"/> when that lies outside the shape.
    /// </summary>
    public double[] ReadNumbers(IReadOnlyList<long> start, IReadOnlyList<long> count)
    {
        var bytes = ReadBytes(start, count);
        return Hdf5Elements.Numbers(Type, bytes);
    }

    /// <summary>All elements as texts; none where they are numbers.</summary>
    public string[] ReadTexts() =>
        Type.Class is Hdf5Class.Text or Hdf5Class.LongText
            ? Hdf5Elements.Texts(_file, Type, ReadBytes([.. Shape.Select(_ => 0L)], Shape), _at)
            : [];

    private byte[] ReadBytes(IReadOnlyList<long> start, IReadOnlyList<long> count)
    {
        if (
            start.Count != Shape.Count
            || count.Count != Shape.Count
            || Shape.Where((size, i) => start[i] < 0 || count[i] < 0 || start[i] > size - count[i]).Any()
        )
        {
            throw new ArgumentException($"{Name} has no such part.", nameof(start));
        }

        var elements = Hdf5Space.Count(_file, _at, count, Type.Size);
        if (elements * Type.Size > Array.MaxLength)
        {
            throw Hdf5Fault.TooMuch(_at);
        }

        var result = new byte[elements * Type.Size];
        switch (_layout)
        {
            case Hdf5Layout.Compact(var bytes):
                Copy(bytes, new long[Shape.Count], Shape, result, start, count);
                break;
            case Hdf5Layout.Contiguous({ } at, var size):
                Copy(_file.Slice(at, size), new long[Shape.Count], Shape, result, start, count);
                break;
            case Hdf5Layout.Contiguous:
                Fill(result);
                break;
            case Hdf5Layout.Chunked(var shape, var chunks):
                Fill(result);
                ReadChunks(shape, chunks(), result, start, count);
                break;
        }

        return result;
    }

    private void ReadChunks(
        long[] shape,
        IEnumerable<Hdf5Chunk> chunks,
        byte[] result,
        IReadOnlyList<long> start,
        IReadOnlyList<long> count
    )
    {
        var size = (int)shape.Aggregate((long)Type.Size, (a, b) => a * b);
        foreach (var chunk in chunks)
        {
            var overlaps = true;
            for (var i = 0; i < shape.Length; i++)
            {
                overlaps &= chunk.Start[i] < start[i] + count[i] && chunk.Start[i] > start[i] - shape[i];
            }

            if (overlaps)
            {
                _file.Claim(chunk.At, size);
                var packed = _file.Slice(chunk.At, chunk.Size);
                Copy(_filters.Undo(packed, size, chunk.Skipped, chunk.At), chunk.Start, shape, result, start, count);
            }
        }
    }

    /// <summary>Copies what a block and the wanted part have in common, run by run along the last axis.</summary>
    private void Copy(
        ReadOnlyMemory<byte> block,
        long[] blockStart,
        IReadOnlyList<long> blockShape,
        byte[] result,
        IReadOnlyList<long> start,
        IReadOnlyList<long> count
    )
    {
        var rank = Shape.Count;
        if (block.Length < blockShape.Aggregate((long)Type.Size, (a, b) => a * b))
        {
            throw Hdf5Fault.Damaged(_at, Message.Of("import.hdf5.size"));
        }

        var from = new long[rank];
        var to = new long[rank];
        for (var i = 0; i < rank; i++)
        {
            from[i] = Math.Max(start[i], blockStart[i]);
            to[i] = Math.Min(start[i] + count[i], blockStart[i] + blockShape[i]);
            if (from[i] >= to[i])
            {
                return;
            }
        }

        var run = (int)((rank == 0 ? 1 : to[^1] - from[^1]) * Type.Size);
        var at = (long[])from.Clone();
        while (true)
        {
            var source = IndexOf(at, blockStart, blockShape);
            var target = IndexOf(at, start, count);
            block.Span.Slice((int)source, run).CopyTo(result.AsSpan((int)target));
            var axis = rank - 2;
            while (axis >= 0 && ++at[axis] == to[axis])
            {
                at[axis] = from[axis];
                axis--;
            }

            if (axis < 0)
            {
                return;
            }
        }
    }

    private long IndexOf(long[] at, IReadOnlyList<long> start, IReadOnlyList<long> shape)
    {
        var index = 0L;
        for (var i = 0; i < at.Length; i++)
        {
            index = index * shape[i] + (at[i] - start[i]);
        }

        return index * Type.Size;
    }

    private void Fill(byte[] result)
    {
        if (_fill is { } fill)
        {
            for (var i = 0; i < result.Length; i += fill.Length)
            {
                fill.Span.CopyTo(result.AsSpan(i));
            }
        }
    }

    private static ReadOnlyMemory<byte>? FillOf(Hdf5Bytes file, List<Hdf5Message> messages, int elementSize)
    {
        ReadOnlyMemory<byte>? fill = null;
        if (Hdf5Messages.Find(file, messages, Hdf5Messages.FillValue)?.Open(file) is { } message)
        {
            var version = message.OneOf("fill value version", 1, 2, 3);
            var flags = message.Byte();
            message.Skip(version == 3 ? 0 : 1);
            var isStated = version switch
            {
                3 => (flags & 0x20) != 0,
                2 => message.Byte() != 0,
                _ => message.Byte() >= 0,
            };
            fill = isStated ? message.Take(message.UInt32()) : default(ReadOnlyMemory<byte>?);
        }
        else if (Hdf5Messages.Find(file, messages, Hdf5Messages.OldFillValue)?.Open(file) is { } old)
        {
            fill = old.Take(old.UInt32());
        }

        // Without the type, null would become memory of no length, and filling with it would never end.
        return fill is { } bytes && bytes.Length == elementSize ? bytes : default(ReadOnlyMemory<byte>?);
    }
}
