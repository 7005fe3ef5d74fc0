// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.Hdf5;

/// <summary>The members of a group: old groups keep them in a symbol table, new ones in their header or a fractal heap.</summary>
internal static class Hdf5Links
{
    private const int MostLevels = 32;
    private const int LinkNames = 5;

    /// <summary>Names and addresses of objects; soft and external links are passed over.</summary>
    public static List<(string Name, long Address)> Read(Hdf5Bytes file, List<Hdf5Message> group)
    {
        var links = new List<(string, long)>();
        if (Hdf5Messages.Find(file, group, Hdf5Messages.SymbolTable) is { } table)
        {
            var at = table.Open(file);
            var tree = at.RequireAddress();
            ReadSymbols(file, tree, NamesAt(file, at.RequireAddress()), links, MostLevels);
        }

        foreach (var message in group.Where(m => m.Type == Hdf5Messages.Link))
        {
            Add(message.Open(file), links);
        }

        if (Hdf5Messages.Find(file, group, Hdf5Messages.LinkInfo) is { } info)
        {
            var at = info.Open(file);
            at.OneOf("link info version", 0);
            at.Skip((at.Byte() & 1) != 0 ? 8 : 0);
            if (at.Address() is { } heapAddress && at.Address() is { } names)
            {
                var heap = Hdf5FractalHeap.Read(file, heapAddress);
                foreach (var record in Hdf5RecordTree.Read(file, names, LinkNames))
                {
                    record.Skip(4);
                    Add(heap.Find(record), links);
                }
            }
        }

        return links;
    }

    private static void Add(Hdf5Cursor link, List<(string, long)> links)
    {
        link.OneOf("link message version", 1);
        var flags = link.Byte();
        var kind = (flags & 0x08) != 0 ? link.Byte() : 0;
        link.Skip((flags & 0x04) != 0 ? 8 : 0);
        link.Skip((flags & 0x10) != 0 ? 1 : 0);
        var length = link.Number(1 << (flags & 3));
        var name = Encoding.UTF8.GetString(link.Take(length).Span);
        if (kind == 0)
        {
            links.Add((name, link.RequireAddress()));
        }
    }

    private static (long At, long Count) NamesAt(Hdf5Bytes file, long address)
    {
        var heap = file.From(address);
        heap.Signature("HEAP");
        heap.Skip(4);
        var count = heap.Length();
        heap.Length();
        return (heap.RequireAddress(), count);
    }

    private static void ReadSymbols(
        Hdf5Bytes file,
        long address,
        (long At, long Count) names,
        List<(string, long)> links,
        int levels
    )
    {
        var node = file.From(address);
        if (levels == 0)
        {
            throw Hdf5Fault.Damaged(address, Message.Of("import.hdf5.loop"));
        }

        if (file.Slice(address, 4).Span.SequenceEqual("SNOD"u8))
        {
            node.Skip(6);
            for (var left = node.UInt16(); left > 0; left--)
            {
                var nameAt = node.Number(file.OffsetSize);
                var target = node.RequireAddress();
                node.Skip(24);
                if (nameAt > names.Count)
                {
                    throw Hdf5Fault.Damaged(node.At, Message.Of("import.hdf5.address"));
                }

                links.Add((file.Over(names.At + nameAt, names.Count - nameAt).ZeroEnded(), target));
            }

            return;
        }

        node.Signature("TREE");
        node.OneOf("group tree type", 0);
        node.Skip(1);
        var entries = node.UInt16();
        node.Skip(2L * file.OffsetSize);
        for (; entries > 0; entries--)
        {
            node.Length();
            ReadSymbols(file, node.RequireAddress(), names, links, levels - 1);
        }
    }
}
