// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;

namespace Lodestar.Formats.OwnTable;

/// <summary>Guesses a place's name from a title or a file name.</summary>
internal static partial class PlaceName
{
    public static string Guess(IEnumerable<string> titles, string file)
    {
        foreach (var title in titles.Where(t => t.Length <= 200))
        {
            if (After().Match(title) is { Success: true } after)
            {
                return after.Groups["place"].Value.Trim();
            }

            if (Before().Match(title) is { Success: true } before)
            {
                return before.Groups["place"].Value.Trim();
            }
        }

        var stem = file.Contains('.', StringComparison.Ordinal) ? file[..file.LastIndexOf('.')] : file;
        var plain = Digits().Replace(stem.Replace('_', ' ').Replace('-', ' '), " ");
        var words = Noise().Replace(plain, " ").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        words = words.Length > 0 ? words : plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var name = string.Join(' ', words.Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
        return name.Length > 0 ? name
            : stem.Length > 0 ? stem
            : "Place";
    }

    [GeneratedRegex(
        @"\b(of|in|for|(?i:der Stadt|der Gemeinde|Stadt|Gemeinde|ville de|commune de|métropole de|territoire de|ciudad de|municipio de|city of|town of)|von|kommun|stad|i|för|à|en)\s+(the\s+)?(?<place>(City of\s+)?\p{Lu}[\p{L}'’-]+([ -]\p{Lu}[\p{L}'’-]+)*)(?!\s*\d?\p{L}*CO)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex After();

    [GeneratedRegex(
        @"^(?<place>\p{Lu}[\p{L}'’-]+([ -]\p{Lu}[\p{L}'’-]+){0,3})(\s*[:,–—]|\s+-\s|(\s+(city|town|county|region|district|council|kommun|community))?\s+(?i:greenhouse|GHG|emissions|CO2|carbon))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Before();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(
        @"\b(emissions?|inventory|inventories|ghg|co2e?|data|table|export|emissionen|treibhausgase?|bilanz|thg|utslapp|emisiones|inventaire|inventario|final|copy|v)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Noise();
}
