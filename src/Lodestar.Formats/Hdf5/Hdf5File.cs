// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.Hdf5;

/// <summary>
/// Reads the part of HDF5 that netCDF-4 files use (HDF5 File Format Specification 3.0): superblocks 0 to 3, groups old and
/// new, numbers and strings, compact, contiguous and chunked data, deflate, shuffle and Fletcher32. Everything is held
/// in memory and checked against its length. Members throw <see cref="Hdf5Fault"/> and nothing else for what a file
/// holds: call them inside <see cref="Hdf5Reading.Guard{T}"/>.
/// </summary>
internal sealed class Hdf5File
{
    private const int MostObjects = 10_000;

    private readonly Dictionary<string, Hdf5Dataset> _datasets = new(StringComparer.Ordinal);

    private Hdf5File(IReadOnlyDictionary<string, Hdf5Attribute> attributes) => Attributes = attributes;

    /// <summary>Attributes of the root group.</summary>
    public IReadOnlyDictionary<string, Hdf5Attribute> Attributes { get; }

    /// <summary>All datasets, by path without the first slash: "CO2", "group/CO2".</summary>
    public IReadOnlyDictionary<string, Hdf5Dataset> Datasets => _datasets;

    public static Hdf5File Open(ReadOnlyMemory<byte> bytes)
    {
        var file = new Hdf5Bytes(bytes);
        var root = Hdf5Messages.Read(file, RootOf(file));
        var result = new Hdf5File(Hdf5Attributes.Read(file, root));
        var seen = new HashSet<long>();
        var groups = new Queue<(string Path, List<Hdf5Message> Messages)>([("", root)]);
        while (groups.TryDequeue(out var group))
        {
            foreach (var (name, address) in Hdf5Links.Read(file, group.Messages))
            {
                if (!seen.Add(address))
                {
                    continue;
                }

                if (seen.Count > MostObjects)
                {
                    throw Hdf5Fault.TooMuch(address);
                }

                var messages = Hdf5Messages.Read(file, address);
                var path = group.Path + name;
                if (Hdf5Dataset.Read(file, path, address, messages) is { } dataset)
                {
                    result._datasets[path] = dataset;
                }
                else
                {
                    groups.Enqueue((path + "/", messages));
                }
            }
        }

        return result;
    }

    private static long RootOf(Hdf5Bytes file)
    {
        var head = file.From(0);
        head.Signature("\u0089HDF\r\n\u001a\n");
        var version = head.OneOf("superblock version", 0, 1, 2, 3);
        if (version >= 2)
        {
            ReadWidths(file, head);
            head.Skip(1);
            file.Base = head.Number(file.OffsetSize);
            CheckBase(file);
            head.Skip(2L * file.OffsetSize);
            return head.RequireAddress();
        }

        head.Skip(4);
        ReadWidths(file, head);
        head.Skip(1 + 2 + 2 + 4 + (version == 1 ? 4 : 0));
        file.Base = head.Number(file.OffsetSize);
        CheckBase(file);
        head.Skip(3L * file.OffsetSize);
        head.Skip(file.OffsetSize);
        return head.RequireAddress();
    }

    private static void ReadWidths(Hdf5Bytes file, Hdf5Cursor head)
    {
        var at = head.At;
        (file.OffsetSize, file.LengthSize) = (head.Byte(), head.Byte());
        if (file.OffsetSize is not (2 or 4 or 8) || file.LengthSize is not (2 or 4 or 8))
        {
            throw Hdf5Fault.Damaged(at, Message.Of("import.hdf5.size"));
        }
    }

    private static void CheckBase(Hdf5Bytes file)
    {
        if (file.Base >= file.Length)
        {
            throw Hdf5Fault.Damaged(0, Message.Of("import.hdf5.address"));
        }
    }
}
