// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Climate.Problems;

/// <summary>Finds the names that a mistyped one may have meant.</summary>
internal static class Nearest
{
    /// <summary>Up to three names within a third of the length in edits, nearest first.</summary>
    public static IReadOnlyList<string> To(string text, IEnumerable<string> names)
    {
        var most = Math.Max(1, text.Length / 3);
        return
        [
            .. names
                .Select(n => (Name: n, Edits: Edits(Plain(text), Plain(n))))
                .Where(n => n.Edits <= most)
                .OrderBy(n => n.Edits)
                .ThenBy(n => n.Name, StringComparer.Ordinal)
                .Take(3)
                .Select(n => n.Name),
        ];
    }

    private static string Plain(string text) =>
        text.Length > 80 ? text[..80].ToUpperInvariant() : text.ToUpperInvariant();

    private static int Edits(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
