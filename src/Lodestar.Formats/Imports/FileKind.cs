// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.Imports;

/// <summary>What a file is, told from its first bytes; its name is not asked.</summary>
internal enum FileKind
{
    Empty,
    Text,
    Zip,

    /// <summary>The old container of .xls, and of workbooks with a password.</summary>
    OldOffice,

    /// <summary>HDF5, which netCDF-4 is.</summary>
    Hdf5,

    /// <summary>Something that holds no table we read; <see cref="FileKinds.Refusal"/> says what.</summary>
    Other,
}

/// <summary>Recognises files by content.</summary>
internal static class FileKinds
{
    private static readonly byte[] Hdf5Signature = [0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A];

    private static readonly (byte[] Start, string Name)[] Known =
    [
        ("%PDF-"u8.ToArray(), "pdf"),
        ([0x89, 0x50, 0x4E, 0x47], "image"),
        ([0xFF, 0xD8, 0xFF], "image"),
        ("GIF8"u8.ToArray(), "image"),
        ("II*\0"u8.ToArray(), "image"),
        ("MM\0*"u8.ToArray(), "image"),
        ([0x1F, 0x8B], "archive"),
        ([0x37, 0x7A, 0xBC, 0xAF], "archive"),
        ("Rar!"u8.ToArray(), "archive"),
        ("BZh"u8.ToArray(), "archive"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "archive"),
        ("SQLite format 3"u8.ToArray(), "database"),
        ("PAR1"u8.ToArray(), "database"),
        ("{\\rtf"u8.ToArray(), "document"),
    ];

    public static (FileKind Kind, string? Name) Of(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
        {
            return (FileKind.Empty, null);
        }

        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8))
        {
            return (FileKind.Zip, null);
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return (FileKind.OldOffice, null);
        }

        if (head.StartsWith(Hdf5Signature))
        {
            return (FileKind.Hdf5, null);
        }

        foreach (var (start, name) in Known)
        {
            if (head.StartsWith(start))
            {
                return (FileKind.Other, name);
            }
        }

        return OfText(head);
    }

    public static (Message What, Message Fix) Refusal(string? name) =>
        name switch
        {
            "pdf" => (Message.Of("import.kind.pdf"), Message.Of("import.kind.pdf.fix")),
            "image" => (Message.Of("import.kind.image"), Message.Of("import.kind.image.fix")),
            "archive" => (Message.Of("import.kind.archive"), Message.Of("import.kind.archive.fix")),
            "database" => (Message.Of("import.kind.database"), Message.Of("import.kind.database.fix")),
            "document" => (Message.Of("import.kind.document"), Message.Of("import.kind.document.fix")),
            "html" => (Message.Of("import.kind.html"), Message.Of("import.kind.html.fix")),
            "xml" => (Message.Of("import.kind.xml"), Message.Of("import.kind.xml.fix")),
            "json" => (Message.Of("import.kind.json"), Message.Of("import.kind.json.fix")),
            "hdf5" => (Message.Of("import.kind.hdf5"), Message.Of("import.kind.hdf5.fix")),
            "ods" => (Message.Of("import.kind.ods"), Message.Of("import.kind.ods.fix")),
            _ => (Message.Of("import.kind.binary"), Message.Of("import.kind.binary.fix")),
        };

    private static (FileKind Kind, string? Name) OfText(ReadOnlySpan<byte> head)
    {
        var marked = head.StartsWith(Encoding.Unicode.Preamble) || head.StartsWith(Encoding.BigEndianUnicode.Preamble);
        if (!marked && head.Contains((byte)0) && TextSniff.UnmarkedUtf16(head) is null)
        {
            return (FileKind.Other, "binary");
        }

        if (head.StartsWith(Encoding.UTF8.Preamble))
        {
            head = head[3..];
        }

        var start = Encoding.Latin1.GetString(head[..Math.Min(head.Length, 512)]).TrimStart();
        if (
            start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<table", StringComparison.OrdinalIgnoreCase)
        )
        {
            return (FileKind.Other, "html");
        }

        if (start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
        {
            return (FileKind.Other, "xml");
        }

        return
            start.Length > 0
            && (
                start[0] == '{'
                || start.StartsWith("[{", StringComparison.Ordinal)
                || start.StartsWith("[\n", StringComparison.Ordinal)
            )
            ? (FileKind.Other, "json")
            : (FileKind.Text, null);
    }
}
