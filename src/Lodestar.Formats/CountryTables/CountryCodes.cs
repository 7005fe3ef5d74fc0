// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Lodestar.Formats.Imports;

namespace Lodestar.Formats.CountryTables;

/// <summary>What the label of a row says it is.</summary>
internal enum RowSubject
{
    Category,

    /// <summary>The national total without land use, or of which nothing more is said.</summary>
    Total,
    TotalWithLand,

    /// <summary>The line under which memo items stand.</summary>
    MemoHeading,
    Bunkers,
    Biomass,
    Other,
}

/// <summary>Category codes as tables write them: "1.A.3.b", "1A3b", "1.A.3.b. Road transport".</summary>
internal static partial class CountryCodes
{
    /// <summary>The code in the notation of the schemes ("1.A.3.b") and the name beside it; code null where there is none.</summary>
    public static (string? Code, string Name) Read(string codeCell, string nameCell)
    {
        if (Code(codeCell) is { } stated)
        {
            return (stated, nameCell);
        }

        var text = nameCell.Length > 0 ? nameCell : codeCell;
        return Leading().Match(text) is { Success: true } match && Code(match.Groups["code"].Value) is { } code
            ? (code, match.Groups["name"].Value.Trim())
            : (null, text);
    }

    /// <summary>What a row without a code is, from its name.</summary>
    public static RowSubject SubjectOf(string name)
    {
        var folded = $" {NameMatch.Fold(name)} ";
        bool Has(string words) => folded.Contains($" {words} ", StringComparison.Ordinal);
        if (Has("memo items") || Has("memo item"))
        {
            return RowSubject.MemoHeading;
        }

        if (
            Has("bunkers")
            || Has("international aviation")
            || Has("international navigation")
            || Has("multilateral operations")
        )
        {
            return RowSubject.Bunkers;
        }

        if (Has("biomass") && !Has("burning"))
        {
            return RowSubject.Biomass;
        }

        if (!Has("total") && !Has("totals") && !Has("m 0 el"))
        {
            return RowSubject.Other;
        }

        var isWithout = Has("without") || Has("excluding") || Has("excl") || Has("m 0 el");
        var isWith = Has("with") || Has("including") || Has("incl") || Has("net") || Has("removals");
        return isWith && !isWithout ? RowSubject.TotalWithLand : RowSubject.Total;
    }

    private static string? Code(string text)
    {
        var trimmed = text.Trim().TrimEnd('.');
        if (trimmed is "M.AG" or "M.LULUCF" or "M.BK" or "M.BIO" or "M.AG.ELV")
        {
            return trimmed;
        }

        if (Dotted().IsMatch(trimmed))
        {
            var parts = trimmed.Split('.');
            return string.Join('.', parts.Select((p, i) => i == 1 ? p.ToUpperInvariant() : p.ToLowerInvariant()));
        }

        var match = Compact().Match(trimmed);
        return match.Success
            ? string.Join(
                '.',
                match
                    .Groups.Cast<Group>()
                    .Skip(1)
                    .Where(g => g.Success)
                    .Select((g, i) => i == 1 ? g.Value.ToUpperInvariant() : g.Value.ToLowerInvariant())
            )
            : null;
    }

    [GeneratedRegex(@"^[1-6](\.[A-Za-z](\.[0-9a-z]{1,5}){0,5})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^([1-6])([A-J])(?:(\d{1,2})(?:([a-z])(?:([ivx]+))?)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Compact();

    [GeneratedRegex(
        @"^\s*(?<code>[1-6](\.?[A-Ja-j](\.?\d{1,2}(\.?[a-z](\.?[ivx]+)?)?)?)?)\s*[.:)–-]*\s+(?<name>\S.*)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Leading();
}
