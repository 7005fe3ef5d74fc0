// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.Edgar;

/// <summary>What the sheets of notes say: edition, units, the year of prices.</summary>
internal sealed partial class EdgarEdition
{
    private const int MostRows = 500;

    private readonly List<(string Sheet, string Unit, Place Place)> _units = [];

    /// <summary>Year of the report ("2024"); null when not stated.</summary>
    public string? Year { get; private set; }

    /// <summary>Version of the database ("EDGAR_2024_GHG"); null when not stated.</summary>
    public string? Version { get; private set; }

    public string? Url { get; private set; }

    /// <summary>Year of the constant international dollars that domestic product is in; null when not stated.</summary>
    public int? PriceYear { get; private set; }

    public string Id => Year is null ? "edgar" : $"edgar-{Year}";

    public void Read(SheetRows rows)
    {
        while (rows.Line < MostRows && rows.NextRow())
        {
            for (var column = 0; column < rows.Width; column++)
            {
                Read(rows[column].Text, rows.PlaceOf(column));
            }
        }
    }

    /// <summary>False, and reported, when the notes give the sheet another unit; without a note the usual one is taken, and reported too.</summary>
    public bool UnitIs(string sheet, string expected, string file, DiagnosticBag faults)
    {
        var folded = NameMatch.Fold(sheet);
        // A note may cut the sheet's name short: "GHG_per_capita_by_countr".
        var note = _units.FirstOrDefault(u => folded.StartsWith(u.Sheet, StringComparison.Ordinal));
        if (note.Place is null)
        {
            faults.Add(ImportFaults.SheetUnitMissing(file, sheet, expected));
            return true;
        }

        if (NameMatch.Fold(note.Unit) == NameMatch.Fold(expected))
        {
            return true;
        }

        faults.Add(ImportFaults.SheetUnitDiffers(note.Place, sheet, note.Unit, expected));
        return false;
    }

    private void Read(string text, Place place)
    {
        if (UnitNote().Match(text) is { Success: true } unit)
        {
            _units.Add((NameMatch.Fold(unit.Groups["sheet"].Value), unit.Groups["unit"].Value.Trim(), place));
        }

        Year ??= Value(ReportYear().Match(text));
        Version ??= Value(DatabaseVersion().Match(text));
        Url ??= Value(Website().Match(text));
        PriceYear ??= Value(Prices().Match(text)) is { } year
            ? int.Parse(year, System.Globalization.CultureInfo.InvariantCulture)
            : null;
    }

    private static string? Value(Match match) => match.Success ? match.Groups[1].Value : null;

    [GeneratedRegex(
        @"^values in (?<sheet>\S+) sheet\w* are expressed in (?<unit>.{1,80})$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex UnitNote();

    [GeneratedRegex(@"^GHG emissions of all world countries\D{0,20}(20\d\d) Report", RegexOptions.CultureInvariant)]
    private static partial Regex ReportYear();

    [GeneratedRegex(@"\bversion (EDGAR_\w{1,40})", RegexOptions.CultureInvariant)]
    private static partial Regex DatabaseVersion();

    [GeneratedRegex(@"^website: (https://\S{1,200})", RegexOptions.CultureInvariant)]
    private static partial Regex Website();

    [GeneratedRegex(@"GDP PPP.{0,20}constant (20\d\d) international", RegexOptions.CultureInvariant)]
    private static partial Regex Prices();
}
