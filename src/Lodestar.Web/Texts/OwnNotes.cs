// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;

namespace Lodestar.Web.Texts;

/// <summary>
/// The notes that this program writes to a revision itself are stored as sentences. Whatever language they were written
/// in, a reader gets them in theirs; what people wrote stays as it is.
/// </summary>
internal static class OwnNotes
{
    // No text of ours has this character, so it marks where the value stands.
    private const string Mark = "\u0001";

    private static readonly (string Id, string Value)[] Known =
    [
        ("web.revision.sample", ""),
        ("web.revision.restored", "number"),
        ("web.revision.tried", "file"),
        ("api.note.restored", "number"),
        ("api.note.replaced", ""),
        ("api.note.created", "file"),
    ];

    public static string Note(this MessageCatalog texts, string stored)
    {
        foreach (var written in Languages.All.Where(l => l != texts.Language).Select(WebTexts.In))
        {
            foreach (var (id, value) in Known)
            {
                if (ValueIn(stored, written.Of(id, (value, Mark))) is { } found)
                {
                    return texts.Of(id, (value, found));
                }
            }
        }

        return stored;
    }

    /// <summary>What stands in place of the mark; null when the rest differs.</summary>
    private static string? ValueIn(string stored, string pattern)
    {
        var at = pattern.IndexOf(Mark, StringComparison.Ordinal);
        if (at < 0)
        {
            return stored == pattern ? "" : null;
        }

        var (before, after) = (pattern[..at], pattern[(at + 1)..]);
        return
            stored.Length > before.Length + after.Length
            && stored.StartsWith(before, StringComparison.Ordinal)
            && stored.EndsWith(after, StringComparison.Ordinal)
            ? stored[before.Length..^after.Length]
            : null;
    }
}
