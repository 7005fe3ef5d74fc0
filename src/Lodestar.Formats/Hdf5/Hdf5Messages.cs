// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.Hdf5;

/// <summary>One message of an object header, with its bytes.</summary>
internal sealed record Hdf5Message(int Type, byte Flags, long At, ReadOnlyMemory<byte> Bytes)
{
    public Hdf5Cursor Open(Hdf5Bytes file) => new(file, Bytes, At);
}

/// <summary>The messages of an object: what a group or dataset says about itself.</summary>
internal static class Hdf5Messages
{
    public const int Dataspace = 0x1;
    public const int LinkInfo = 0x2;
    public const int Datatype = 0x3;
    public const int OldFillValue = 0x4;
    public const int FillValue = 0x5;
    public const int Link = 0x6;
    public const int Layout = 0x8;
    public const int Filters = 0xB;
    public const int Attribute = 0xC;
    public const int SymbolTable = 0x11;
    public const int AttributeInfo = 0x15;

    private const int Continuation = 0x10;
    private const int MostBlocks = 4096;
    private const byte Shared = 0x02;

    public static List<Hdf5Message> Read(Hdf5Bytes file, long address)
    {
        var messages = new List<Hdf5Message>();
        var blocks = new Queue<(long At, long Count)>();
        var head = file.From(address);
        var version = head.Byte();
        var isNew = version == (byte)'O';
        byte flags = 0;
        if (isNew)
        {
            (flags, var at, var count) = NewHead(file.From(address));
            blocks.Enqueue((at, count));
        }
        else if (version == 1)
        {
            head.Skip(7);
            var count = head.UInt32();
            head.Skip(4);
            blocks.Enqueue((head.At, count));
        }
        else
        {
            throw Hdf5Fault.Damaged(address, Message.Of("import.hdf5.signature", ("expected", "OHDR")));
        }

        for (var read = 0; blocks.TryDequeue(out var block); read++)
        {
            if (read == MostBlocks)
            {
                throw Hdf5Fault.TooMuch(block.At);
            }

            ReadBlock(file.Over(block.At, block.Count), isNew, flags, messages, blocks);
        }

        return messages;
    }

    /// <summary>The first message of a type; where it is shared, the one it points to. Null when there is none.</summary>
    public static Hdf5Message? Find(Hdf5Bytes file, IEnumerable<Hdf5Message> messages, int type)
    {
        var found = messages.FirstOrDefault(m => m.Type == type);
        return found is not null && (found.Flags & Shared) != 0 ? OfShared(file, found.Open(file), type) : found;
    }

    /// <summary>The message that a shared one points to: a committed datatype, most of the time.</summary>
    public static Hdf5Message OfShared(Hdf5Bytes file, Hdf5Cursor pointer, int type)
    {
        var at = pointer.At;
        var version = pointer.OneOf("shared message version", 1, 2, 3);
        var kind = pointer.Byte();
        if (version == 3 && kind != 2)
        {
            throw Hdf5Fault.NotRead(at, "shared message heap");
        }

        pointer.Skip(version == 1 ? 6 : 0);
        var target = Read(file, pointer.RequireAddress()).Find(m => m.Type == type && (m.Flags & Shared) == 0);
        return target ?? throw Hdf5Fault.Damaged(at, Message.Of("import.hdf5.address"));
    }

    private static (byte Flags, long At, long Count) NewHead(Hdf5Cursor head)
    {
        head.Signature("OHDR");
        head.OneOf("object header version", 2);
        var flags = head.Byte();
        head.Skip((flags & 0x20) != 0 ? 16 : 0);
        head.Skip((flags & 0x10) != 0 ? 4 : 0);
        var count = head.Number(1 << (flags & 3));
        return (flags, head.At, count);
    }

    private static void ReadBlock(
        Hdf5Cursor block,
        bool isNew,
        byte headFlags,
        List<Hdf5Message> messages,
        Queue<(long At, long Count)> blocks
    )
    {
        var ordered = isNew && (headFlags & 0x04) != 0;
        var headSize = isNew ? (ordered ? 6 : 4) : 8;
        while (block.Left >= headSize)
        {
            block.File.Step(block.At);
            var type = isNew ? block.Byte() : block.UInt16();
            var size = block.UInt16();
            var flags = block.Byte();
            block.Skip(isNew ? (ordered ? 2 : 0) : 3);
            var at = block.At;
            var bytes = block.Take(size);
            if (type != Continuation)
            {
                messages.Add(new Hdf5Message(type, flags, at, bytes));
                continue;
            }

            var pointer = new Hdf5Cursor(block.File, bytes, at);
            var (target, count) = (pointer.RequireAddress(), pointer.Length());
            if (isNew)
            {
                block.File.Over(target, 4).Signature("OCHK");
                (target, count) = (target + 4, count - 8);
            }

            blocks.Enqueue((target, count));
        }
    }
}
