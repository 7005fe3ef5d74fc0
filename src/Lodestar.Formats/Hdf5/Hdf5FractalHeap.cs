// SPDX-License-Identifier: Apache-2.0
using System.Numerics;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.Hdf5;

/// <summary>
/// A fractal heap: objects in blocks that double in size row by row. Objects are found by the offset in their id; huge
/// ones and heaps that are packed are not read, since names of links and attributes are neither.
/// </summary>
internal sealed class Hdf5FractalHeap
{
    private const int MostLevels = 16;

    private readonly Hdf5Bytes _file;
    private readonly long _address;
    private int _idLength;
    private int _offsetWidth;
    private int _lengthWidth;
    private int _tableWidth;
    private long _startingBlock;
    private long _largestDirect;
    private long _root;
    private int _rootRows;

    private Hdf5FractalHeap(Hdf5Bytes file, long address) => (_file, _address) = (file, address);

    public static Hdf5FractalHeap Read(Hdf5Bytes file, long address)
    {
        var heap = new Hdf5FractalHeap(file, address);
        heap.ReadHead(file.From(address));
        return heap;
    }

    /// <summary>The object whose id stands at the cursor, which moves past it.</summary>
    public Hdf5Cursor Find(Hdf5Cursor record)
    {
        var id = record.Part(Math.Min(_idLength, record.Left));
        var kind = (id.Byte() >> 4) & 3;
        if (kind != 0)
        {
            throw Hdf5Fault.NotRead(id.At, kind == 1 ? "huge heap object" : "tiny heap object");
        }

        var offset = id.Number(_offsetWidth);
        var length = id.Number(_lengthWidth);
        var (block, start, size) = _rootRows == 0 ? (_root, 0, _startingBlock) : FindBlock(offset, id.At);
        if (offset < start || length > size - (offset - start))
        {
            throw Hdf5Fault.Damaged(id.At, Message.Of("import.hdf5.address"));
        }

        _file.From(block).Signature("FHDB");
        return _file.Over(block + (offset - start), length);
    }

    private void ReadHead(Hdf5Cursor head)
    {
        head.Signature("FRHP");
        head.OneOf("fractal heap version", 0);
        _idLength = head.UInt16();
        var filters = head.UInt16();
        if (filters > 0)
        {
            throw Hdf5Fault.NotRead(_address, "packed fractal heap");
        }

        head.Skip(1);
        var largestObject = head.UInt32();
        head.Skip(2L * (_file.LengthSize + _file.OffsetSize));
        head.Skip(8L * _file.LengthSize);
        _tableWidth = head.UInt16();
        _startingBlock = head.Length();
        _largestDirect = head.Length();
        var bits = head.UInt16();
        head.Skip(2);
        _root = head.RequireAddress();
        _rootRows = head.UInt16();
        _offsetWidth = (bits + 7) / 8;
        _lengthWidth = Math.Min(WidthOf(_largestDirect), WidthOf(largestObject));
        if (
            _tableWidth is 0 or > 1024
            || _startingBlock is 0 or > 1 << 30
            || _largestDirect < _startingBlock
            || _largestDirect > 1 << 30
            || _offsetWidth is 0 or > 8
        )
        {
            throw Hdf5Fault.Damaged(_address, Message.Of("import.hdf5.size"));
        }
    }

    /// <summary>The direct block that holds an offset, down through the indirect ones.</summary>
    private (long Address, long Start, long Size) FindBlock(long offset, long at)
    {
        var (address, start, rows) = (_root, 0L, _rootRows);
        for (var level = 0; level < MostLevels; level++)
        {
            var block = _file.From(address);
            block.Signature("FHIB");
            block.Skip(1 + _file.OffsetSize + _offsetWidth);
            var (row, column, size, from) = CellOf(offset - start, at);
            if (row >= rows)
            {
                break;
            }

            block.Skip((row * _tableWidth + column) * _file.OffsetSize);
            (address, start) = (block.RequireAddress(), start + from);
            if (size <= _largestDirect)
            {
                return (address, start, size);
            }

            rows = BitOperations.Log2((ulong)(size / (_startingBlock * _tableWidth))) + 1;
        }

        throw Hdf5Fault.Damaged(at, Message.Of("import.hdf5.address"));
    }

    // The first two rows have blocks of the starting size, each further row of twice the size before it.
    private (long Row, long Column, long Size, long From) CellOf(long offset, long at)
    {
        var (from, size) = (0L, _startingBlock);
        for (var row = 0L; row < 40; row++)
        {
            size = row <= 1 ? _startingBlock : size * 2;
            var width = size * _tableWidth;
            if (offset < from + width)
            {
                var column = (offset - from) / size;
                return (row, column, size, from + column * size);
            }

            from += width;
            if (from > 1L << 50)
            {
                break;
            }
        }

        throw Hdf5Fault.Damaged(at, Message.Of("import.hdf5.address"));
    }

    private static int WidthOf(long most) => (BitOperations.Log2((ulong)Math.Max(most, 1)) / 8) + 1;
}
