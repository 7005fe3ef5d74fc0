// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Planning.Jurisdictions;

/// <summary>
/// Distinct words in ordinal order, read as a trie: the words below a prefix are a range, so exact, prefix and near
/// matches are walks down the ranges.
/// </summary>
internal sealed class WordList
{
    /// <summary>No match.</summary>
    public const byte None = byte.MaxValue;

    private readonly char[] _letters;
    private readonly int[] _starts;

    public WordList(IReadOnlyCollection<string> words)
    {
        var sorted = words.Order(StringComparer.Ordinal).ToArray();
        _starts = new int[sorted.Length + 1];
        for (var i = 0; i < sorted.Length; i++)
        {
            _starts[i + 1] = _starts[i] + sorted[i].Length;
        }

        _letters = new char[_starts[^1]];
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i].CopyTo(0, _letters, _starts[i], sorted[i].Length);
        }
    }

    public int Count => _starts.Length - 1;

    /// <summary>Bytes held.</summary>
    public long Bytes => (long)_letters.Length * sizeof(char) + (long)_starts.Length * sizeof(int);

    /// <summary>Index of a word; negative when it is none of them.</summary>
    public int IndexOf(ReadOnlySpan<char> word)
    {
        var (low, high) = Below(word);
        return low < high && Length(low) == word.Length ? low : -1;
    }

    /// <summary>The words that begin so, first index and the one after the last.</summary>
    public (int Low, int High) Below(ReadOnlySpan<char> prefix)
    {
        var (low, high) = (0, Count);
        for (var depth = 0; depth < prefix.Length && low < high; depth++)
        {
            low = First(low, high, depth, prefix[depth]);
            high = First(low, high, depth, (char)(prefix[depth] + 1));
        }

        return (low, high);
    }

    /// <summary>
    /// Marks every word within <paramref name="edits"/> insertions, removals, replacements and swaps of neighbours
    /// (optimal string alignment) with twice the number of edits, and, where <paramref name="unfinished"/>, every word with
    /// a beginning that near with one more. Better marks are kept.
    /// </summary>
    public void Near(ReadOnlySpan<char> word, int edits, bool unfinished, Span<byte> marks, List<int> marked)
    {
        var width = word.Length + 1;
        var depth = word.Length + edits + 2;
        var rows = width * depth <= 1024 ? stackalloc byte[width * depth] : new byte[width * depth];
        for (var i = 0; i < width; i++)
        {
            rows[i] = (byte)Math.Min(i, edits + 1);
        }

        Walk(new Hunt(word, edits, unfinished, rows, width, marks, marked), 0, Count, 0);
    }

    private int Length(int index) => _starts[index + 1] - _starts[index];

    private char Letter(int index, int depth) => _letters[_starts[index] + depth];

    /// <summary>First of the range whose letter at a depth is not below the one asked for; words that end there come first.</summary>
    private int First(int low, int high, int depth, char letter)
    {
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Length(middle) <= depth || Letter(middle, depth) < letter)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private void Walk(Hunt hunt, int low, int high, int depth)
    {
        var length = hunt.Word.Length;
        var distance = hunt.Rows[depth * hunt.Width + length];
        if (distance <= hunt.Edits)
        {
            if (Length(low) == depth)
            {
                hunt.Mark(low, 2 * distance);
            }

            if (hunt.Unfinished)
            {
                for (var i = low; i < high; i++)
                {
                    hunt.Mark(i, 2 * distance + 1);
                }
            }
        }

        if (depth > length + hunt.Edits)
        {
            return;
        }

        for (var at = Length(low) == depth ? low + 1 : low; at < high; )
        {
            var letter = Letter(at, depth);
            var end = End(at, high, depth, letter);
            if (hunt.Step(depth, letter, depth > 0 ? Letter(at, depth - 1) : '\0') <= hunt.Edits)
            {
                Walk(hunt, at, end, depth + 1);
            }

            at = end;
        }
    }

    /// <summary>Where the words with this letter end, found by doubling steps since most ranges are short.</summary>
    private int End(int low, int high, int depth, char letter)
    {
        var step = 1;
        var at = low;
        while (at + step < high && Letter(at + step, depth) == letter)
        {
            at += step;
            step *= 2;
        }

        return First(at + 1, Math.Min(high, at + step), depth, (char)(letter + 1));
    }

    private readonly ref struct Hunt(
        ReadOnlySpan<char> word,
        int edits,
        bool unfinished,
        Span<byte> rows,
        int width,
        Span<byte> marks,
        List<int> marked
    )
    {
        private readonly Span<byte> _marks = marks;

        public ReadOnlySpan<char> Word { get; } = word;
        public int Edits { get; } = edits;
        public bool Unfinished { get; } = unfinished;
        public Span<byte> Rows { get; } = rows;
        public int Width { get; } = width;

        public void Mark(int index, int mark)
        {
            if (_marks[index] == None)
            {
                marked.Add(index);
            }

            if (mark < _marks[index])
            {
                _marks[index] = (byte)mark;
            }
        }

        /// <summary>Works out the next row of the alignment table and returns its least entry.</summary>
        public int Step(int depth, char letter, char before)
        {
            var over = Edits + 1;
            var last = Rows.Slice(depth * Width, Width);
            var row = Rows.Slice((depth + 1) * Width, Width);
            var least = Math.Min(depth + 1, over);
            row[0] = (byte)least;
            for (var i = 1; i < Width; i++)
            {
                var cost = last[i - 1] + (Word[i - 1] == letter ? 0 : 1);
                cost = Math.Min(cost, Math.Min(last[i], row[i - 1]) + 1);
                if (depth > 0 && i > 1 && Word[i - 1] == before && Word[i - 2] == letter)
                {
                    cost = Math.Min(cost, Rows[(depth - 1) * Width + i - 2] + 1);
                }

                cost = Math.Min(cost, over);
                row[i] = (byte)cost;
                least = Math.Min(least, cost);
            }

            return least;
        }
    }
}
