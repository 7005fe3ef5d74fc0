// SPDX-License-Identifier: Apache-2.0
using System.IO.Compression;
using System.Security.Cryptography;

namespace Lodestar.Storage.Revisions;

internal enum BlobEncoding
{
    Raw = 0,
    Brotli = 1,
}

/// <summary>The content of a file, stored once however many revisions hold it, under the hash of its bytes.</summary>
internal sealed record Blob(string Hash, long Length, BlobEncoding Encoding, byte[] Stored)
{
    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static Blob Of(string hash, ReadOnlyMemory<byte> bytes)
    {
        var packed = Pack(bytes.Span);
        return packed.Length < bytes.Length
            ? new Blob(hash, bytes.Length, BlobEncoding.Brotli, packed)
            : new Blob(hash, bytes.Length, BlobEncoding.Raw, bytes.ToArray());
    }

    /// <summary>The file's bytes, once they are known to be the ones that were saved.</summary>
    public byte[] Open()
    {
        var bytes = Encoding switch
        {
            BlobEncoding.Raw => Stored,
            BlobEncoding.Brotli => Unpack(),
            _ => throw DamagedStorageException.Blob(Hash),
        };
        return bytes.LongLength == Length && HashOf(bytes) == Hash ? bytes : throw DamagedStorageException.Blob(Hash);
    }

    private static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(bytes);
        }

        return packed.ToArray();
    }

    // The stated length bounds what is unpacked, so that a damaged row cannot fill the memory.
    private byte[] Unpack()
    {
        if (Length is < 0 or > int.MaxValue)
        {
            throw DamagedStorageException.Blob(Hash);
        }

        try
        {
            using var brotli = new BrotliStream(new MemoryStream(Stored), CompressionMode.Decompress);
            var bytes = new byte[Length];
            brotli.ReadExactly(bytes);
            return brotli.ReadByte() < 0 ? bytes : throw DamagedStorageException.Blob(Hash);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or InvalidOperationException)
        {
            throw DamagedStorageException.Blob(Hash, e);
        }
    }
}
