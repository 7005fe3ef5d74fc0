// SPDX-License-Identifier: Apache-2.0
using System.Numerics;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.Hdf5;

/// <summary>A B-tree of version 2: records of one size, which point into a fractal heap.</summary>
internal static class Hdf5RecordTree
{
    private const int NodeOverhead = 10;
    private const int MostDepth = 8;

    /// <summary>All records in order, each as a cursor over its bytes.</summary>
    public static List<Hdf5Cursor> Read(Hdf5Bytes file, long address, int type)
    {
        var head = file.From(address);
        head.Signature("BTHD");
        head.OneOf("B-tree version", 0);
        head.OneOf("record type", type);
        var nodeSize = head.UInt32();
        var recordSize = head.UInt16();
        var depth = head.UInt16();
        head.Skip(2);
        var root = head.Address();
        var rootRecords = head.UInt16();
        if (recordSize == 0 || depth > MostDepth || nodeSize < NodeOverhead + recordSize)
        {
            throw Hdf5Fault.Damaged(address, Message.Of("import.hdf5.size"));
        }

        var records = new List<Hdf5Cursor>();
        if (root is { } at)
        {
            Read(
                new Shape(file, recordSize, CountWidths(file, nodeSize, recordSize, depth)),
                at,
                rootRecords,
                depth,
                records
            );
        }

        return records;
    }

    private static void Read(Shape shape, long address, long count, int depth, List<Hdf5Cursor> records)
    {
        var node = shape.File.From(address);
        node.Signature(depth == 0 ? "BTLF" : "BTIN");
        node.Skip(2);
        for (var i = 0L; i < count; i++)
        {
            shape.File.Step(node.At);
            records.Add(node.Part(shape.RecordSize));
        }

        if (depth == 0)
        {
            return;
        }

        for (var i = 0L; i <= count; i++)
        {
            var child = node.RequireAddress();
            var childRecords = node.Number(shape.CountWidths[0]);
            node.Skip(depth > 1 ? shape.CountWidths[depth - 1] : 0);
            Read(shape, child, childRecords, depth - 1, records);
        }
    }

    /// <summary>
    /// How wide the counts beside a child's address are: [0] its own records, [d] those of all below a child of depth d
    /// (HDF5 File Format Specification 3.0, III.A.2).
    /// </summary>
    private static int[] CountWidths(Hdf5Bytes file, long nodeSize, int recordSize, int depth)
    {
        var most = (nodeSize - NodeOverhead) / recordSize;
        var widths = new int[depth + 1];
        widths[0] = WidthOf(most);
        BigInteger below = most;
        for (var d = 1; d <= depth; d++)
        {
            var pointer = file.OffsetSize + widths[0] + (d > 1 ? widths[d - 1] : 0);
            var here = (nodeSize - NodeOverhead - pointer) / (recordSize + pointer);
            below = (here + 1) * below + here;
            widths[d] = Math.Min(8, (int)((below.GetBitLength() + 7) / 8));
        }

        return widths;
    }

    private static int WidthOf(long most) => (BitOperations.Log2((ulong)Math.Max(most, 1)) / 8) + 1;

    private sealed record Shape(Hdf5Bytes File, int RecordSize, int[] CountWidths);
}
