// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formats.Hdf5;

/// <summary>A small value attached to a group or dataset: texts or numbers; neither where its type is not read.</summary>
internal sealed record Hdf5Attribute(IReadOnlyList<string> Texts, IReadOnlyList<double> Numbers)
{
    public string? Text => Texts.Count == 1 ? Texts[0] : null;
}

/// <summary>The attributes of an object, in its header or in a fractal heap.</summary>
internal static class Hdf5Attributes
{
    private const int AttributeNames = 8;

    public static IReadOnlyDictionary<string, Hdf5Attribute> Read(Hdf5Bytes file, List<Hdf5Message> messages)
    {
        var attributes = new Dictionary<string, Hdf5Attribute>(StringComparer.Ordinal);
        foreach (var message in messages.Where(m => m.Type == Hdf5Messages.Attribute && (m.Flags & 2) == 0))
        {
            Read(file, message.Open(file), attributes);
        }

        if (Hdf5Messages.Find(file, messages, Hdf5Messages.AttributeInfo) is { } info)
        {
            var at = info.Open(file);
            at.OneOf("attribute info version", 0);
            at.Skip((at.Byte() & 1) != 0 ? 2 : 0);
            if (at.Address() is { } heapAddress && at.Address() is { } names)
            {
                var heap = Hdf5FractalHeap.Read(file, heapAddress);
                foreach (var record in Hdf5RecordTree.Read(file, names, AttributeNames))
                {
                    Read(file, heap.Find(record), attributes);
                }
            }
        }

        return attributes;
    }

    private static void Read(Hdf5Bytes file, Hdf5Cursor message, Dictionary<string, Hdf5Attribute> attributes)
    {
        var version = message.OneOf("attribute version", 1, 2, 3);
        var flags = message.Byte();
        var (nameSize, typeSize, spaceSize) = (message.UInt16(), message.UInt16(), message.UInt16());
        message.Skip(version == 3 ? 1 : 0);
        var name = message.Part(Padded(nameSize)).ZeroEnded();
        var typeAt = message.Part(Padded(typeSize));
        var spaceAt = message.Part(Padded(spaceSize));
        var isShared = version > 1 && (flags & 1) != 0;
        var type = Hdf5Type.Read(
            isShared ? Hdf5Messages.OfShared(file, typeAt, Hdf5Messages.Datatype).Open(file) : typeAt
        );
        if (
            type.Class == Hdf5Class.Other
            || (version > 1 && (flags & 2) != 0)
            || Hdf5Space.Read(spaceAt) is not { } shape
        )
        {
            attributes[name] = new Hdf5Attribute([], []);
            return;
        }

        var at = message.At;
        var bytes = message.Take(Hdf5Space.Count(file, at, shape, type.Size) * type.Size);
        attributes[name] = type.Class is Hdf5Class.Text or Hdf5Class.LongText
            ? new Hdf5Attribute(Hdf5Elements.Texts(file, type, bytes, at), [])
            : new Hdf5Attribute([], Hdf5Elements.Numbers(type, bytes.Span));

        int Padded(int size) => version == 1 ? (size + 7) / 8 * 8 : size;
    }
}
