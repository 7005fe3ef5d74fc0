// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.RegularExpressions;
using Lodestar.Formats.Imports;

namespace Lodestar.Formats.Smhi;

/// <summary>
/// The title rows of the sheet: date of the report, unit, years, and below them the names of columns with the substance
/// once a year.
/// </summary>
internal sealed partial class SmhiHeading
{
    private const int UsualLine = 6;
    private const string Unit = "ton/år";
    private const string Substance = "co2";

    private static readonly string[] Names = ["huvudsektor", "undersektor", "lan", "kommun"];

    private SmhiHeading(int[] columns, (int Year, int Column)[] years, DateOnly? published) =>
        (Columns, Years, Published) = (columns, years, published);

    /// <summary>Of sector, sub-sector, county and municipality.</summary>
    public int[] Columns { get; }

    public (int Year, int Column)[] Years { get; }

    public DateOnly? Published { get; }

    /// <summary>Reads to the row of names; null, and reported, when there is none or the unit is another.</summary>
    public static SmhiHeading? Read(SheetRows rows, string file, DiagnosticBag faults)
    {
        DateOnly? published = null;
        (int Year, int Column)[] years = [];
        var unitSaid = false;
        while (rows.Line < SheetHeading.MostRows && rows.NextRow())
        {
            var texts = Enumerable.Range(0, rows.Width).Select(c => rows[c].Text).ToList();
            var folded = texts.Select(NameMatch.Fold).ToList();
            var columns = Array.ConvertAll(Names, n => folded.IndexOf(n));
            var here = SheetHeading.YearsOf(rows, faults);
            years = here.Length > 0 ? here : years;
            if (Array.TrueForAll(columns, c => c >= 0) && years.Length > 0)
            {
                SheetHeading.NoteMove(rows, UsualLine, faults);
                if (!unitSaid)
                {
                    faults.Add(ImportFaults.SheetUnitMissing(file, rows.Sheet, Unit));
                }

                return new SmhiHeading(columns, OfCO2(rows, years, faults), published);
            }

            published ??= texts.Select(DateOf).FirstOrDefault(d => d is not null);
            if (UnitAt(texts) is var at and >= 0)
            {
                unitSaid = true;
                if (NameMatch.Fold(UnitNote().Match(texts[at]).Groups[1].Value) != NameMatch.Fold(Unit))
                {
                    faults.Add(ImportFaults.SheetUnitDiffers(rows.PlaceOf(at), rows.Sheet, texts[at], Unit));
                    return null;
                }
            }
        }

        if (!rows.Failed)
        {
            faults.Add(ImportFaults.SmhiHeadingMissing(rows.PlaceOf(1, 0), rows.Sheet, SheetHeading.MostRows));
        }

        return null;
    }

    private static int UnitAt(List<string> texts) => texts.FindIndex(t => UnitNote().IsMatch(t));

    // Where the row of names says a substance, it must be carbon dioxide; a column without one is of the sheet's.
    private static (int Year, int Column)[] OfCO2(SheetRows rows, (int Year, int Column)[] years, DiagnosticBag faults)
    {
        var kept = new List<(int Year, int Column)>();
        foreach (var (year, column) in years)
        {
            var text = NameMatch.Fold(rows[column].Text);
            if (text is Substance or "" || rows[column].Year == year)
            {
                kept.Add((year, column));
            }
            else
            {
                faults.Add(ImportFaults.SmhiOtherSubstance(rows.PlaceOf(column), year, rows[column].Text));
            }
        }

        return [.. kept];
    }

    private static DateOnly? DateOf(string text) =>
        ReportDate().Match(text) is { Success: true } match
        && DateOnly.TryParseExact(
            match.Value,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? date
            : null;

    [GeneratedRegex(@"\b20\d\d-\d\d-\d\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex ReportDate();

    [GeneratedRegex(@"^Enhet:\s*(.{1,60})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex UnitNote();
}
