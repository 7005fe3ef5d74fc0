// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Lodestar.Formats.Imports;

/// <summary>Which encoding a text is in, from its bytes.</summary>
internal static class TextSniff
{
    static TextSniff() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="bytes">The first bytes, or all of them.</param>
    /// <param name="cutOff">True when more bytes follow, so that the last character may be incomplete.</param>
    public static Encoding EncodingOf(ReadOnlySpan<byte> bytes, bool cutOff)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            return Encoding.UTF8;
        }

        if (bytes.StartsWith(Encoding.Unicode.Preamble))
        {
            return Encoding.Unicode;
        }

        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return Encoding.BigEndianUnicode;
        }

        return IsUtf8(bytes, cutOff) ? new UTF8Encoding(false) : Encoding.GetEncoding(1252);
    }

    /// <summary>Without a mark, Latin text in UTF-16 is every second byte zero.</summary>
    public static Encoding? UnmarkedUtf16(ReadOnlySpan<byte> bytes)
    {
        var (even, odd) = (0, 0);
        var length = Math.Min(bytes.Length, 4096);
        for (var i = 0; i < length; i++)
        {
            if (bytes[i] == 0)
            {
                _ = i % 2 == 0 ? even++ : odd++;
            }
        }

        return (even, odd) switch
        {
            (0, > 0) when odd * 3 > length => Encoding.Unicode,
            (> 0, 0) when even * 3 > length => Encoding.BigEndianUnicode,
            _ => null,
        };
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes, bool cutOff)
    {
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var used);
            if (status == System.Buffers.OperationStatus.NeedMoreData)
            {
                return cutOff;
            }

            if (status != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            bytes = bytes[used..];
        }

        return true;
    }
}
