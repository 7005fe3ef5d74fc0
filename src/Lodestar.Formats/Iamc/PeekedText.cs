// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formats.Iamc;

/// <summary>A text whose beginning was looked at for its separator and is given again.</summary>
internal sealed class PeekedText : TextReader
{
    private const int HeadLength = 16 << 10;

    private readonly TextReader _inner;
    private readonly char[] _head = new char[HeadLength];
    private readonly int _headLength;
    private int _given;

    public PeekedText(TextReader inner)
    {
        _inner = inner;
        _headLength = inner.ReadBlock(_head, 0, HeadLength);
    }

    /// <summary>The mark that stands most often in the line with the heading's words; a comma where none does.</summary>
    public char Separator()
    {
        var lines = new string(_head, 0, _headLength).Split('\n');
        var heading =
            Array.Find(
                lines,
                l =>
                    l.Contains("region", StringComparison.OrdinalIgnoreCase)
                    && l.Contains("variable", StringComparison.OrdinalIgnoreCase)
            ) ?? lines[0];
        return ((char[])[',', ';', '\t', '|']).MaxBy(s => heading.Count(c => c == s));
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        if (_given < _headLength)
        {
            var count = Math.Min(buffer.Length, _headLength - _given);
            _head.AsSpan(_given, count).CopyTo(buffer);
            _given += count;
            return count;
        }

        return _inner.Read(buffer);
    }

    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
