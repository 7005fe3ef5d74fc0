// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Planning.Jurisdictions;

/// <summary>How well a name answers the words of a query: the lower the better.</summary>
internal static class Grade
{
    public const byte NoMatch = byte.MaxValue;
    public const byte PrefixMark = 1;

    public const byte Code = 0;
    private const int Exact = 0;
    private const int Together = 1;
    private const int Reordered = 2;
    private const int Prefix = 10;
    private const int Words = 20;
    private const int WordPrefixes = 40;
    private const int Near = 60;
    private const int Missing = 180;
    private const int LargestSurplus = 9;
    private const int PerMark = 10;

    public static MatchKind KindOf(byte grade) =>
        grade switch
        {
            < Prefix => MatchKind.Exact,
            < Words => MatchKind.Prefix,
            < Near => MatchKind.Words,
            < Missing => MatchKind.Near,
            _ => MatchKind.Partly,
        };

    /// <summary>
    /// Every query word must be answered by a word of the name that answers no other, or by the country it lies in;
    /// <paramref name="misses"/> of them may go without.
    /// </summary>
    /// <param name="marks">By query word and word number: 0 exact, 1 prefix, twice the errors, one more for a beginning.</param>
    public static byte Of(SearchNames names, int name, byte[][] marks, int misses, Span<bool> used)
    {
        var words = names.WordsOf(name);
        used = used[..words.Length];
        used.Clear();
        int sum = 0,
            worst = 0,
            missed = 0,
            elsewhere = 0;
        var inOrder = true;
        for (var i = 0; i < marks.Length; i++)
        {
            var (at, mark) = BestOf(words, marks[i], used, i);
            if (mark != WordList.None)
            {
                used[at] = true;
                inOrder &= at == i;
            }
            else if (InContext(names.ContextOf(name), marks[i]))
            {
                mark = 0;
                elsewhere++;
            }
            else if (++missed > misses)
            {
                return NoMatch;
            }
            else
            {
                continue;
            }

            sum += mark;
            worst = Math.Max(worst, mark);
        }

        // A place must answer by a name of its own, not by its country alone.
        if (elsewhere + missed == marks.Length)
        {
            return NoMatch;
        }

        var surplus = Math.Min(LargestSurplus, words.Length + elsewhere + missed - marks.Length + elsewhere);
        var grade =
            misses > 0 ? Missing + Math.Min(sum, 6) * PerMark
            : worst > PrefixMark ? Near + Math.Min(sum - 1, 10) * PerMark
            : sum == 0 && surplus == 0 ? (inOrder ? (names.IsJoined(name) ? Together : Exact) : Reordered)
            : inOrder && elsewhere == 0 && (sum == 0 || (sum == PrefixMark && IsPrefix(words, marks))) ? Prefix
            : sum == 0 ? Words
            : WordPrefixes;
        return (byte)Math.Min(NoMatch - 1, grade + (grade < Prefix ? 0 : surplus));
    }

    // Only the last word typed may be unfinished for the whole to be a beginning of the name.
    private static bool IsPrefix(ReadOnlySpan<int> words, byte[][] marks) =>
        marks[^1][words[marks.Length - 1]] == PrefixMark;

    private static (int At, byte Mark) BestOf(ReadOnlySpan<int> words, byte[] marks, ReadOnlySpan<bool> used, int wish)
    {
        var best = (At: -1, Mark: WordList.None);
        for (var i = 0; i < words.Length; i++)
        {
            var mark = marks[words[i]];
            if (!used[i] && (mark < best.Mark || (mark == best.Mark && mark != WordList.None && i == wish)))
            {
                best = (i, mark);
            }
        }

        return best;
    }

    private static bool InContext(ReadOnlySpan<int> context, byte[] marks)
    {
        foreach (var word in context)
        {
            if (marks[word] <= PrefixMark)
            {
                return true;
            }
        }

        return false;
    }
}
