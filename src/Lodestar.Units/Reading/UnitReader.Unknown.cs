// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Units;

/// <summary>What is said of a word that is no unit.</summary>
internal sealed partial class UnitReader
{
    private void FailUnknown(int start, int wordEnd)
    {
        if (table.Substances.LongestAt(text, start, out var gasEnd) is not null)
        {
            Fail(UnitFaultKind.GasWithoutMass, start, gasEnd, ["t " + text[start..gasEnd]]);
            return;
        }
        var end = wordEnd;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }
        var word = text[start..end];
        var likeGas = table.Suggester.LooksLikeGas(word, out var units, out var gases);
        if (likeGas && FollowsMass(start))
        {
            Fail(UnitFaultKind.UnknownGas, start, end, gases);
            return;
        }
        for (var split = wordEnd - 1; split > start && units.Count == 0; split--)
        {
            var rest = text[split..end];
            if (
                table.Lexicon.Find(text[start..split]) is { Definition.IsMass: true }
                && table.Suggester.Gases(rest) is { Count: > 0 } near
            )
            {
                Fail(UnitFaultKind.UnknownGas, split, end, near);
                return;
            }
        }
        Fail(UnitFaultKind.UnknownUnit, start, end, units.Count > 0 ? units : gases);
    }

    /// <summary>Whether the word before this place is a plain unit of mass.</summary>
    private bool FollowsMass(int at)
    {
        var end = at;
        while (end > 0 && text[end - 1] == ' ')
        {
            end--;
        }
        var start = end;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }
        return start < end && table.Lexicon.Find(text[start..end]) is { Definition.IsMass: true };
    }
}
