// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Lodestar.Formats.PlanFolder.Editing;

/// <summary>A piece of text to put in place of another; everything outside stays as it is.</summary>
internal readonly record struct Splice(int Start, int End, string Text)
{
    public static Splice Insert(int at, string text) => new(at, at, text);

    /// <summary>The text with all pieces replaced; they must not overlap.</summary>
    public static string Apply(string text, IEnumerable<Splice> splices)
    {
        var result = new StringBuilder();
        var at = 0;
        foreach (var splice in splices.OrderBy(s => s.Start).ThenBy(s => s.End))
        {
            result.Append(text, at, splice.Start - at).Append(splice.Text);
            at = splice.End;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }
}
