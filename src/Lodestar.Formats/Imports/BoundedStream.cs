// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formats.Imports;

/// <summary>
/// Reads forward only, stops at a number of bytes, says how far it has come and gives up when asked to. Its first
/// bytes can be looked at before they are read.
/// </summary>
internal sealed class BoundedStream(
    Stream inner,
    long maxBytes,
    IProgress<ImportProgress>? progress,
    CancellationToken cancellation
) : Stream
{
    private const int ReportEvery = 256 << 10;

    private readonly long? _totalBytes = inner.CanSeek ? inner.Length - inner.Position : null;
    private byte[] _head = [];
    private int _headRead;
    private long _bytesRead;
    private long _reported;

    /// <summary>True when the input went on beyond the limit; what was read is then no whole file.</summary>
    public bool Exceeded { get; private set; }

    public long RowsRead { get; set; }

    /// <summary>Up to <paramref name="count"/> first bytes, which reading will give again.</summary>
    public ReadOnlyMemory<byte> Head(int count)
    {
        var head = new byte[count];
        var filled = 0;
        while (filled < count && Fetch(head.AsSpan(filled)) is var got and > 0)
        {
            filled += got;
        }

        _head = head[..filled];
        return _head;
    }

    /// <summary>Throws <see cref="OperationCanceledException"/> when the caller no longer wants the import.</summary>
    public void CountRow()
    {
        RowsRead++;
        if (RowsRead % 256 == 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }

    public void ThrowIfCancelled() => cancellation.ThrowIfCancellationRequested();

    /// <summary>A stream found inside this one, under the same limit.</summary>
    public BoundedStream Within(Stream entry) => new(entry, maxBytes, progress: null, cancellation);

    /// <summary>All that is left, or as much of it as the limit lets through.</summary>
    public MemoryStream ToMemory()
    {
        var copy = new MemoryStream();
        CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    public void ReportEnd() => progress?.Report(new ImportProgress(_bytesRead, _totalBytes, RowsRead));

    public override int Read(Span<byte> buffer)
    {
        if (_headRead < _head.Length)
        {
            var count = Math.Min(buffer.Length, _head.Length - _headRead);
            _head.AsSpan(_headRead, count).CopyTo(buffer);
            _headRead += count;
            return count;
        }

        return Fetch(buffer);
    }

    private int Fetch(Span<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        if (Exceeded || buffer.IsEmpty)
        {
            return 0;
        }

        var left = maxBytes - _bytesRead;
        if (left <= 0)
        {
            Span<byte> one = stackalloc byte[1];
            Exceeded = inner.Read(one) > 0;
            return 0;
        }

        var got = inner.Read(buffer.Length > left ? buffer[..(int)left] : buffer);
        _bytesRead += got;
        if (_bytesRead - _reported >= ReportEvery)
        {
            _reported = _bytesRead;
            progress?.Report(new ImportProgress(_bytesRead, _totalBytes, RowsRead));
        }

        return got;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
