// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.RegularExpressions;

namespace Lodestar.Formats.OwnTable;

/// <summary>What the numbers of a table say about its decimal mark.</summary>
/// <param name="DecimalMark">'.' or ','.</param>
/// <param name="Assumed">True when every number could be read both ways, and one way was taken.</param>
/// <param name="Contradicted">Numbers that only the other mark would explain.</param>
internal sealed record NumberFormat(char DecimalMark, bool Assumed, int Contradicted)
{
    public char GroupMark => DecimalMark == '.' ? ',' : '.';
}

/// <summary>Numbers as people write them: groups of three, decimal comma or point, brackets for negative.</summary>
internal static partial class NumberText
{
    /// <summary>Weighs all numbers of a table together: "1,234" alone says nothing, "1,5" next to it says all.</summary>
    /// <param name="texts">The cells that may hold numbers.</param>
    /// <param name="commaLikely">What else speaks for a decimal comma, for when the numbers leave it open.</param>
    public static NumberFormat Weigh(IEnumerable<string> texts, bool commaLikely)
    {
        var (point, comma, open) = (0, 0, 0);
        foreach (var text in texts)
        {
            if (Bare(text) is not { } bare)
            {
                continue;
            }

            switch (MarkOf(bare))
            {
                case '.':
                    point++;
                    break;
                case ',':
                    comma++;
                    break;
                case '?':
                    open++;
                    break;
            }
        }

        if (point == 0 && comma == 0)
        {
            return new NumberFormat(commaLikely ? ',' : '.', Assumed: open > 0, 0);
        }

        return comma > point ? new NumberFormat(',', false, point) : new NumberFormat('.', false, comma);
    }

    /// <summary>False when the text is no number in this format.</summary>
    public static bool TryRead(string text, NumberFormat format, out double number)
    {
        number = 0;
        if (Bare(text) is not { } bare)
        {
            return false;
        }

        var group = format.GroupMark;
        if (bare.Contains(group, StringComparison.Ordinal))
        {
            var whole = bare.Split(format.DecimalMark)[0].TrimStart('-');
            var groups = whole.Split(group);
            if (
                groups[0].Length is 0 or > 3
                || groups.Skip(1).Any(g => g.Length != 3)
                || bare.LastIndexOf(group) > bare.Length - 4
            )
            {
                return false;
            }

            bare = bare.Replace(group.ToString(), "", StringComparison.Ordinal);
        }

        const NumberStyles Style =
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(bare.Replace(',', '.'), Style, CultureInfo.InvariantCulture, out number)
            && double.IsFinite(number);
    }

    /// <summary>Decimals as written, for judging how far rounding may carry a sum.</summary>
    public static int Decimals(string text, NumberFormat format)
    {
        var at = text.LastIndexOf(format.DecimalMark);
        return at < 0 ? 0 : text.Skip(at + 1).TakeWhile(char.IsAsciiDigit).Count();
    }

    // The mark a number proves to be decimal; '?' when both readings hold; null when it has no mark.
    private static char? MarkOf(string bare)
    {
        var (lastPoint, lastComma) = (bare.LastIndexOf('.'), bare.LastIndexOf(','));
        if (lastPoint >= 0 && lastComma >= 0)
        {
            return lastPoint > lastComma ? '.' : ',';
        }

        var last = Math.Max(lastPoint, lastComma);
        if (last < 0)
        {
            return null;
        }

        var mark = bare[last];
        if (bare.IndexOf(mark) != last)
        {
            return mark == '.' ? ',' : '.';
        }

        var before = bare[..last].TrimStart('-');
        var after = bare[(last + 1)..].TakeWhile(char.IsAsciiDigit).Count();
        return after == 3 && before.Length is >= 1 and <= 3 && before[0] != '0' ? '?' : mark;
    }

    // Sign and digits with their points and commas; null when the text is something else.
    private static string? Bare(string text)
    {
        text = text.Trim().Replace('\u2212', '-').TrimEnd('*', '†', '‡').TrimEnd();
        var bracketed = text.Length > 2 && text[0] == '(' && text[^1] == ')';
        if (bracketed)
        {
            text = "-" + text[1..^1].Trim();
        }

        if (text.Length > 64 || !Shape().IsMatch(text))
        {
            return null;
        }

        if (!Spaces().IsMatch(text))
        {
            return text.TrimStart('+');
        }

        return Grouped().IsMatch(text) ? Spaces().Replace(text, "").TrimStart('+') : null;
    }

    [GeneratedRegex(
        @"^[+-]?(\d[\d .,'’\u00A0\u2007\u2009\u202F]*|[.,]\d+)([eE][+-]?\d{1,3})?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Shape();

    [GeneratedRegex(@"^[+-]?\d{1,3}([ '’\u00A0\u2007\u2009\u202F]\d{3})+([.,]\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"[ '’\u00A0\u2007\u2009\u202F]", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
