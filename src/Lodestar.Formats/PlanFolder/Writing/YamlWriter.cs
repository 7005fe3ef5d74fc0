// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Lodestar.Formats.PlanFolder.Writing;

/// <summary>Writes YAML as plan files look: two spaces a level, one key a line, short lists in brackets.</summary>
internal sealed partial class YamlWriter
{
    private readonly StringBuilder _text = new();
    private int _level;
    private bool _atDash;

    public override string ToString() => _text.ToString();

    public void Line(string line) => _text.Append(line).Append('\n');

    /// <summary>Writes nothing when there is nothing to state.</summary>
    public void Entry(string key, string? value)
    {
        if (value is not null)
        {
            Raw(key, Scalar(value));
        }
    }

    public void Entry(string key, DateOnly? date) =>
        Entry(key, date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public void Entry(string key, int? number) => Entry(key, number?.ToString(CultureInfo.InvariantCulture));

    /// <summary>[a, b]</summary>
    public void Words(string key, IEnumerable<string> words) =>
        Raw(key, $"[{string.Join(", ", words.Select(w => Scalar(w, inFlow: true)))}]");

    /// <summary>{a: 1, b: 2}</summary>
    public void Pairs(string key, IEnumerable<(string Key, string Value)> pairs) => Raw(key, Flow(pairs));

    /// <summary>An item of a list on one line.</summary>
    public void FlowItem(IEnumerable<(string Key, string Value)> pairs)
    {
        Indent();
        _text.Append("- ").Append(Flow(pairs)).Append('\n');
    }

    public void Open(string key)
    {
        Indent();
        _text.Append(key).Append(":\n");
        _level++;
    }

    public void Close() => _level--;

    /// <summary>Begins an item of a list: its first key stands behind the dash.</summary>
    public void OpenItem()
    {
        Indent();
        _text.Append("- ");
        _atDash = true;
        _level++;
    }

    public static string Flow(IEnumerable<(string Key, string Value)> pairs) =>
        $"{{{string.Join(", ", pairs.Select(p => $"{Scalar(p.Key, inFlow: true)}: {Scalar(p.Value, inFlow: true)}"))}}}";

    /// <summary>The text as a scalar: bare where that reads back the same, else in double quotes.</summary>
    public static string Scalar(string text, bool inFlow = false) => IsPlain(text, inFlow) ? text : DoubleQuoted(text);

    public static bool IsPlain(string text, bool inFlow) =>
        (inFlow ? PlainInFlow() : PlainInBlock()).IsMatch(text)
        && text is not ("null" or "~")
        && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal)
        && text[^1] is not (' ' or ':');

    public static string DoubleQuoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                // The breaks that YAML knows besides CR and LF, the byte order mark, and what has no glyph.
                '\u0085' or '\u2028' or '\u2029' or '\uFEFF' or '\u00A0' => Escape(quoted, c),
                _ when char.IsControl(c) || c >= '\uFFFE' => Escape(quoted, c),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    private static StringBuilder Escape(StringBuilder text, char c) =>
        text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");

    private void Raw(string key, string value)
    {
        Indent();
        _text.Append(key).Append(": ").Append(value).Append('\n');
    }

    private void Indent()
    {
        if (_atDash)
        {
            _atDash = false;
            return;
        }

        _text.Append(' ', 2 * _level);
    }

    // Conservative on purpose: letters, digits and harmless marks, beginning with a letter or digit.
    [GeneratedRegex(
        @"^[\p{L}\p{Nd}][\p{L}\p{Nd}\p{M} .,;:()/%+_@&'’–—!?=€£$°²³<>*#-]*\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex PlainInBlock();

    [GeneratedRegex(@"^[\p{L}\p{Nd}][\p{L}\p{Nd}\p{M} .()/%+_@&'’–—€£$°²³-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainInFlow();
}
