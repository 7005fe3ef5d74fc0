// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.RegularExpressions;
using Lodestar.Planning.Series;

namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>Numbers as plan files write them: invariant, a decimal point, nothing between the thousands.</summary>
internal static partial class PlanNumbers
{
    public const int FirstYear = 1750;
    public const int LastYear = 2200;

    private const NumberStyles Style =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public static bool TryRead(ReadOnlySpan<char> text, out double number) =>
        double.TryParse(text, Style, CultureInfo.InvariantCulture, out number) && Math.Abs(number) <= Cell.Largest;

    public static bool TryReadYear(string text, out int year) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year)
        && year is >= FirstYear and <= LastYear;

    /// <summary>Splits "1839 kt CO2" into its number and what follows it; null when it does not begin with a number.</summary>
    public static (string Number, string After)? Split(string text)
    {
        var match = LeadingNumber().Match(text);
        return match.Success ? (match.Value.Trim(), text[match.Length..].Trim()) : null;
    }

    /// <summary>
    /// "30 %" → 0.3. The point is shifted in the text, not by a division, so that <see cref="ShareText"/> and this
    /// are exact inverses.
    /// </summary>
    public static bool TryReadShare(string text, out double share)
    {
        share = 0;
        var body = text.Trim();
        if (!body.EndsWith('%'))
        {
            return false;
        }

        body = body[..^1].TrimEnd();
        return TryRead(body, out _) && TryRead(Shifted(body, -2), out share);
    }

    public static string ShareText(double share)
    {
        var shortest = share.ToString("R", CultureInfo.InvariantCulture);
        var shifted = decimal.TryParse(shortest, Style, CultureInfo.InvariantCulture, out var exact)
            ? (exact * 100).ToString("0.##############################", CultureInfo.InvariantCulture)
            : Shifted(shortest, 2);
        return TryReadShare(shifted + " %", out var back) && back.Equals(share)
            ? shifted + " %"
            : Shifted(shortest, 2) + " %";
    }

    /// <summary>True for numbers with a decimal comma or with marks between the thousands: "1 234,5".</summary>
    public static bool LooksGrouped(string text) => Grouped().IsMatch(text.Trim());

    /// <summary>What a number with marks in it may have meant; two answers when a lone comma can be either mark.</summary>
    public static IReadOnlyList<string> Ungrouped(string text)
    {
        var plain = text.Trim().Replace(" ", "", StringComparison.Ordinal);
        plain = Spaces()
            .Replace(plain, "")
            .Replace("'", "", StringComparison.Ordinal)
            .Replace("’", "", StringComparison.Ordinal);
        var (comma, point) = (plain.LastIndexOf(','), plain.LastIndexOf('.'));
        var candidates = new List<string>();
        if (comma >= 0 && point > comma)
        {
            candidates.Add(plain.Replace(",", "", StringComparison.Ordinal));
        }
        else if (comma >= 0 && plain.IndexOf(',') == comma)
        {
            candidates.Add(plain.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'));
            if (point < 0 && plain.Length - comma == 4)
            {
                candidates.Add(plain.Replace(",", "", StringComparison.Ordinal));
            }
        }
        else if (comma >= 0)
        {
            candidates.Add(plain.Replace(",", "", StringComparison.Ordinal));
        }
        else if (plain.IndexOf('.') != point)
        {
            candidates.Add(plain.Replace(".", "", StringComparison.Ordinal));
        }
        else
        {
            candidates.Add(plain);
        }

        return [.. candidates.Where(c => TryRead(c, out _))];
    }

    private static string Shifted(string number, int places)
    {
        var e = number.AsSpan().IndexOfAny('e', 'E');
        var (digits, exponent) = e < 0 ? (number, 0) : (number[..e], ReadExponent(number.AsSpan(e + 1)));
        return string.Create(CultureInfo.InvariantCulture, $"{digits}E{exponent + places}");
    }

    private static int ReadExponent(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
            ? Math.Clamp(exponent, -100_000, 100_000)
            : 0;

    [GeneratedRegex(@"^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?(?=\s|$|[^\d.,'’\s])\s*", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingNumber();

    [GeneratedRegex(@"^[+-]?(\d{1,3}([\s,.'’]\d{3})+([.,]\d+)?|\d+,\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\s", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
