// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.Hdf5;

/// <summary>One chunk: its first element along each axis, and the bytes it takes in the file.</summary>
internal readonly record struct Hdf5Chunk(long[] Start, long At, long Size, uint Skipped);

/// <summary>Where a dataset keeps its elements.</summary>
internal abstract record Hdf5Layout
{
    private Hdf5Layout() { }

    /// <summary>In the header itself.</summary>
    public sealed record Compact(ReadOnlyMemory<byte> Bytes) : Hdf5Layout;

    /// <summary>In one stretch; null where nothing was ever written.</summary>
    public sealed record Contiguous(long? At, long Size) : Hdf5Layout;

    /// <summary>In blocks of one shape, listed by <paramref name="Chunks"/>.</summary>
    public sealed record Chunked(long[] Shape, Func<IEnumerable<Hdf5Chunk>> Chunks) : Hdf5Layout;

    /// <param name="file">The file.</param>
    /// <param name="message">The layout message.</param>
    /// <param name="space">The dataset's shape.</param>
    /// <param name="elementSize">Bytes of an element.</param>
    public static Hdf5Layout Read(Hdf5Bytes file, Hdf5Cursor message, IReadOnlyList<long> space, int elementSize)
    {
        var at = message.At;
        var version = message.OneOf("data layout version", 3, 4);
        var kind = message.Byte();
        return kind switch
        {
            0 => new Compact(message.Take(message.UInt16())),
            1 => new Contiguous(message.Address(), message.Length()),
            2 when version == 3 => ByTree(file, message, space.Count, elementSize),
            2 => ByIndex(file, message, space, elementSize),
            _ => throw Hdf5Fault.NotRead(at, "virtual dataset"),
        };
    }

    private static Chunked ByTree(Hdf5Bytes file, Hdf5Cursor message, int rank, int elementSize)
    {
        var rankAt = message.At;
        if (message.Byte() != rank + 1)
        {
            throw Hdf5Fault.Damaged(rankAt, Message.Of("import.hdf5.size"));
        }

        var tree = message.Address();
        var shape = new long[rank];
        for (var i = 0; i < rank; i++)
        {
            shape[i] = message.UInt32();
        }

        Check(shape, elementSize, rankAt);
        return new Chunked(shape, () => tree is { } root ? Hdf5ChunkTree.Read(file, root, rank) : []);
    }

    /// <summary>Version 4 with one chunk or with all chunks in a row; its three other indexes are not read.</summary>
    private static Chunked ByIndex(Hdf5Bytes file, Hdf5Cursor message, IReadOnlyList<long> space, int elementSize)
    {
        var at = message.At;
        var flags = message.Byte();
        var rank = message.Byte() - 1;
        var width = message.Byte();
        if (rank != space.Count || width is 0 or > 8)
        {
            throw Hdf5Fault.Damaged(at, Message.Of("import.hdf5.size"));
        }

        var shape = new long[rank];
        for (var i = 0; i < rank; i++)
        {
            shape[i] = message.Number(width);
        }

        message.Skip(width);
        Check(shape, elementSize, at);
        var bytes = shape.Aggregate((long)elementSize, (a, b) => a * b);
        var indexAt = message.At;
        var index = message.Byte();
        if (index is not (1 or 2))
        {
            // Said when somebody wants these numbers: other datasets of the file can still be read.
            return new Chunked(shape, () => throw Hdf5Fault.NotRead(indexAt, $"chunk index {index:D}"));
        }

        if (index == 2)
        {
            var first = message.Address();
            return new Chunked(shape, () => first is { } start ? InARow(file, space, shape, start, bytes) : []);
        }

        var isPacked = (flags & 2) != 0;
        var size = isPacked ? message.Length() : bytes;
        var skipped = isPacked ? message.UInt32() : 0;
        var only = message.Address();
        return new Chunked(shape, () => only is { } one ? [new Hdf5Chunk(new long[rank], one, size, skipped)] : []);
    }

    private static IEnumerable<Hdf5Chunk> InARow(
        Hdf5Bytes file,
        IReadOnlyList<long> space,
        long[] shape,
        long first,
        long bytes
    )
    {
        var start = new long[shape.Length];
        for (var n = 0L; ; n++)
        {
            file.Step(first);
            yield return new Hdf5Chunk([.. start], first + n * bytes, bytes, 0);
            var axis = shape.Length - 1;
            while (axis >= 0 && (start[axis] += shape[axis]) >= space[axis])
            {
                start[axis--] = 0;
            }

            if (axis < 0)
            {
                yield break;
            }
        }
    }

    private static void Check(long[] shape, int elementSize, long at)
    {
        const long LargestChunk = 64 << 20;
        var bytes = (long)elementSize;
        foreach (var axis in shape)
        {
            if (axis <= 0)
            {
                throw Hdf5Fault.Damaged(at, Message.Of("import.hdf5.size"));
            }

            bytes = axis > LargestChunk || bytes * axis > LargestChunk ? throw Hdf5Fault.TooMuch(at) : bytes * axis;
        }
    }
}

/// <summary>The B-tree (version 1) that lists the chunks of a dataset.</summary>
internal static class Hdf5ChunkTree
{
    private const int MostLevels = 32;

    public static IEnumerable<Hdf5Chunk> Read(Hdf5Bytes file, long root, int rank)
    {
        var nodes = new Stack<(long At, int Levels)>([(root, MostLevels)]);
        while (nodes.TryPop(out var next))
        {
            if (next.Levels == 0)
            {
                throw Hdf5Fault.Damaged(next.At, Message.Of("import.hdf5.loop"));
            }

            var node = file.From(next.At);
            node.Signature("TREE");
            node.OneOf("chunk tree type", 1);
            var level = node.Byte();
            var entries = node.UInt16();
            node.Skip(2L * file.OffsetSize);
            for (; entries > 0; entries--)
            {
                file.Step(node.At);
                var size = node.UInt32();
                var skipped = node.UInt32();
                var start = new long[rank];
                for (var i = 0; i < rank; i++)
                {
                    start[i] = node.Number(8);
                }

                node.Skip(8);
                var child = node.RequireAddress();
                if (level > 0)
                {
                    nodes.Push((child, next.Levels - 1));
                }
                else
                {
                    yield return new Hdf5Chunk(start, child, size, skipped);
                }
            }
        }
    }
}
