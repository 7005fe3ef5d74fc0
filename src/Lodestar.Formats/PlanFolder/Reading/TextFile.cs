// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>A file's text with its lines found, for places. Exact means: encoding it again gives the same bytes.</summary>
internal sealed class TextFile(string path, string text, bool hasMark, bool isExact)
{
    private static readonly UTF8Encoding Strict = new(false, true);
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    private int[]? _lines;

    public string Path { get; } = path;

    public string Text { get; } = text;

    public bool HasMark { get; } = hasMark;

    public bool IsExact { get; } = isExact;

    /// <summary>Reads UTF-8, with or without a mark. Another encoding is reported, and read as what it looks like.</summary>
    public static TextFile Read(string path, ReadOnlyMemory<byte> bytes, FaultLog log)
    {
        var span = bytes.Span;
        if (span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || span.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            var big = span[0] == 0xFE;
            return Guessed(path, span[2..], new UnicodeEncoding(big, false), big ? "UTF-16 BE" : "UTF-16 LE", 1, log);
        }

        var marked = span.StartsWith(Mark);
        var body = marked ? span[3..] : span;
        if (body.Contains((byte)0))
        {
            return WithZeros(path, body, log);
        }

        try
        {
            return new TextFile(path, Strict.GetString(body), marked, true);
        }
        catch (DecoderFallbackException)
        {
            var line = 1 + body[..FirstInvalid(body)].Count((byte)'\n');
            var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? Encoding.Latin1;
            return Guessed(path, body, windows, "Windows-1252", line, log);
        }
    }

    /// <summary>The bytes of another text in this file's encoding.</summary>
    public byte[] Encode(string text)
    {
        var body = Strict.GetBytes(text);
        return HasMark ? [.. Mark, .. body] : body;
    }

    /// <summary>The line break that the file uses; of several the first.</summary>
    public string NewLine
    {
        get
        {
            var at = Text.AsSpan().IndexOfAny('\r', '\n');
            return at < 0 || Text[at] == '\n' ? "\n"
                : at + 1 < Text.Length && Text[at + 1] == '\n' ? "\r\n"
                : "\r";
        }
    }

    public Place PlaceAt(int offset)
    {
        var line = LineAt(offset);
        return new Place(Path, line + 1, offset - Lines[line] + 1);
    }

    /// <summary>Lines from 0.</summary>
    public int LineAt(int offset)
    {
        var found = Array.BinarySearch(Lines, offset);
        return found >= 0 ? found : ~found - 1;
    }

    public int LineStart(int line) => Lines[line];

    public int LineCount => Lines.Length;

    /// <summary>Where a line's text ends, before its break.</summary>
    public int LineEnd(int line)
    {
        var end = line + 1 < Lines.Length ? Lines[line + 1] : Text.Length;
        while (end > Lines[line] && Text[end - 1] is '\r' or '\n')
        {
            end--;
        }

        return end;
    }

    private int[] Lines => _lines ??= FindLines(Text);

    private static int[] FindLines(string text)
    {
        var lines = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                lines.Add(i + 1);
            }
        }

        return [.. lines];
    }

    private static TextFile Guessed(
        string path,
        ReadOnlySpan<byte> body,
        Encoding encoding,
        string looksLike,
        int line,
        FaultLog log
    )
    {
        log.Add(Faults.NotUtf8, new Place(path, line), values: [("encoding", looksLike)]);
        return new TextFile(path, encoding.GetString(body), false, false);
    }

    private static TextFile WithZeros(string path, ReadOnlySpan<byte> body, FaultLog log)
    {
        int even = 0,
            odd = 0;
        var sample = body[..Math.Min(body.Length, 512)];
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0)
            {
                _ = i % 2 == 0 ? even++ : odd++;
            }
        }

        // Latin text in UTF-16 has a zero in every second byte.
        if (Math.Max(even, odd) > sample.Length / 4 && Math.Min(even, odd) < sample.Length / 32 + 1)
        {
            var big = even > odd;
            return Guessed(path, body, new UnicodeEncoding(big, false), big ? "UTF-16 BE" : "UTF-16 LE", 1, log);
        }

        log.Add(Faults.NotText, new Place(path));
        return new TextFile(path, "", false, false);
    }

    private static int FirstInvalid(ReadOnlySpan<byte> body)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(body[at..], out _, out var taken) == System.Buffers.OperationStatus.Done)
        {
            at += taken;
        }

        return at;
    }
}
