// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Lodestar.Formats.Templates;

/// <summary>
/// Fills the text of a template: <c>{{name}}</c> is replaced, <c>{{now+8}}</c> counts on, and what stands between
/// <c>#if a|b&amp;!c</c> and <c>#end</c> stays where line a is there, or b without c
/// (<c>activity:a</c>: where the inventory states the activity of line a).
/// </summary>
internal static partial class TemplateText
{
    private const string If = "#if ";
    private const string End = "#end";

    /// <summary>The filled text.</summary>
    /// <param name="text">A template's file.</param>
    /// <param name="values">What is filled in, by name.</param>
    /// <param name="lines">The lines that are there.</param>
    /// <exception cref="InvalidOperationException">The text names something that nobody fills in: a bug of the template.</exception>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values, IReadOnlySet<string> lines)
    {
        var result = new StringBuilder();
        var isLeftOut = false;
        foreach (var line in text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            var bare = line.Trim();
            if (bare.StartsWith(If, StringComparison.Ordinal))
            {
                isLeftOut = !Holds(bare[If.Length..], lines);
            }
            else if (bare == End)
            {
                isLeftOut = false;
            }
            else if (!isLeftOut)
            {
                result.Append(Place().Replace(line, m => Value(m, values))).Append('\n');
            }
        }

        return WithoutEmptySections(result.ToString());
    }

    private static bool Holds(string condition, IReadOnlySet<string> lines) =>
        condition
            .Split('|')
            .Any(all => all.Split('&').All(t => t.StartsWith('!') ? !lines.Contains(t[1..]) : lines.Contains(t)));

    private static string Value(Match match, IReadOnlyDictionary<string, string> values)
    {
        var name = match.Groups["name"].Value;
        if (!values.TryGetValue(name, out var value))
        {
            throw new InvalidOperationException($"Nothing fills {match.Value}.");
        }

        return match.Groups["more"].Success
            ? (
                int.Parse(value, CultureInfo.InvariantCulture)
                + int.Parse(match.Groups["more"].Value, CultureInfo.InvariantCulture)
            ).ToString(CultureInfo.InvariantCulture)
            : value;
    }

    /// <summary>A heading whose items were all left out goes too.</summary>
    private static string WithoutEmptySections(string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        var kept = lines.Where(
            (line, i) => !(line is "variables:" or "measures:" or "axes:" && !HasItems(lines, i + 1))
        );
        return string.Join('\n', kept) + "\n";
    }

    private static bool HasItems(string[] lines, int from)
    {
        var next = Array.FindIndex(lines, from, l => !l.TrimStart().StartsWith('#') && l.Length > 0);
        return next >= 0 && lines[next].StartsWith(' ');
    }

    [GeneratedRegex(@"\{\{(?<name>[a-z0-9_.]+)(\+(?<more>[0-9]+))?\}\}")]
    private static partial Regex Place();
}
