// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.RegularExpressions;

namespace Lodestar.Formats.OwnTable;

/// <summary>How a heading states a year.</summary>
internal enum YearForm
{
    Plain,

    /// <summary>"FY2019", "2019/20": a year that need not start in January.</summary>
    Financial,

    /// <summary>"2019 (prov.)", "2019*": a figure that may change.</summary>
    Provisional,
}

/// <summary>Years as headings write them.</summary>
internal static partial class YearText
{
    public static bool TryRead(GridCell cell, out int year, out YearForm form)
    {
        form = YearForm.Plain;
        year = 0;
        var text = cell.Text.Trim();
        if (text.Length is 0 or > 40)
        {
            return false;
        }

        if (Plain().Match(text) is { Success: true } plain)
        {
            year = Number(plain);
        }
        else if (Financial().Match(text) is { Success: true } financial)
        {
            year = Number(financial);
            form = YearForm.Financial;
            var second = financial.Groups["second"].Value;
            if (second.Length > 0 && (year + 1) % 100 != Last2(second))
            {
                return false;
            }
        }
        else if (Provisional().Match(text) is { Success: true } provisional)
        {
            year = Number(provisional);
            form = YearForm.Provisional;
        }
        else if (Date().Match(text) is { Success: true } date)
        {
            year = Number(date);
        }

        return year is >= 1850 and <= 2150;
    }

    private static int Number(Match match) => int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);

    private static int Last2(string text) => int.Parse(text.AsSpan(text.Length - 2), CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(year|jahr|année|annee|år|año)?\s*(?<year>\d{4})(\.0+)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Plain();

    [GeneratedRegex(
        @"^(FY\s*(?<year>\d{4})|(FY\s*)?(?<year>\d{4})\s*[/–-]\s*(?<second>\d{4}|\d{2}))$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Financial();

    [GeneratedRegex(
        @"^(?<year>\d{4})\s*(\*+|[a-z]|\(?\[?(prov|prel|prelim|provisional|preliminary|vorläufig|vorl|provisoire|preliminär|provisional|p|e|est|r|revised)\.?\]?\)?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Provisional();

    [GeneratedRegex(
        @"^(?<year>\d{4})-(01-01|12-31)$|^(01[./]01|31[./]12)[./](?<year>\d{4})$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Date();
}
