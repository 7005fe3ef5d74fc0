// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Web.Charts;

/// <summary>
/// How wide a text is, near enough to keep labels apart: the server has no font to measure, and readers have others.
/// Widths are those of Inter, rounded up to the next group.
/// </summary>
internal static class TextSize
{
    public static double Width(string text, double size, bool bold = false)
    {
        var ems = 0.0;
        foreach (var c in text)
        {
            ems += c switch
            {
                'i' or 'j' or 'l' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or 'I' => 0.28,
                'f' or 't' or 'r' or '(' or ')' or '-' or ' ' or '\u00a0' => 0.36,
                '\u202f' => 0.2,
                'm' or 'w' or 'M' or 'W' or '%' or '\u2014' => 0.88,
                >= 'A' and <= 'Z' => 0.7,
                >= '0' and <= '9' or '\u2212' or '\u2013' => 0.62,
                >= '\u2080' and <= '\u2089' => 0.4,
                _ => 0.57,
            };
        }

        return ems * size * (bold ? 1.06 : 1);
    }

    /// <summary>Breaks a text at spaces so that no line is wider than asked where a word allows it.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width, bool bold = false)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Width(longer, size, bold) > width)
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        if (line.Length > 0)
        {
            lines.Add(line);
        }

        return lines;
    }
}
