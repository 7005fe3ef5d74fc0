// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Lodestar.Formats.Imports;
using Lodestar.Planning.Inventory;

namespace Lodestar.Formats.OwnTable;

/// <summary>What a row is about.</summary>
internal enum LabelKind
{
    Emissions,
    Total,
    Population,
    PerPerson,
    Percentage,

    /// <summary>A figure that is no emission: GDP, area, energy use.</summary>
    Other,
}

/// <summary>How the category of a row was found.</summary>
internal enum MatchedBy
{
    Nothing,
    Reference,
    Name,
}

/// <summary>A row's label understood.</summary>
internal sealed record LabelReading(LabelKind Kind)
{
    public string? Category { get; init; }
    public string? Fuel { get; init; }
    public MatchedBy By { get; init; }
}

/// <summary>Finds GPC codes and the words of sector-names.csv in labels.</summary>
internal static partial class SectorNames
{
    private sealed record Entry(string Folded, string Name, string Kind, string Category);

    private static readonly Entry[] All =
    [
        .. EmbeddedTable
            .Rows("Lodestar.Formats.OwnTable.sector-names.csv")
            .Select(r => new Entry(NameMatch.Fold(r[0]), r[0], r[2], r[3]))
            .OrderByDescending(e => e.Folded.Length)
            .ThenBy(e => e.Folded, StringComparer.Ordinal),
    ];

    /// <param name="label">The row's own words.</param>
    /// <param name="reference">The cell of a reference column; blank when there is none.</param>
    /// <param name="section">The heading the row stands under; blank when there is none.</param>
    /// <param name="fuel">The cell of a fuel column; blank when there is none.</param>
    /// <param name="scope">What a column of scopes says; null when there is none.</param>
    public static LabelReading Read(string label, string reference, string section, string fuel, int? scope = null)
    {
        if (UnitText.IsPerPerson(label))
        {
            return new LabelReading(LabelKind.PerPerson);
        }

        if (UnitText.IsPercent(label))
        {
            return new LabelReading(LabelKind.Percentage);
        }

        var folded = WithoutNoise(label);
        var foundFuel = FuelOf(fuel) ?? FuelOf(label);
        if ((ReferenceOf(reference) ?? ReferenceIn(label)) is { } code)
        {
            var printed = MatchesOf(folded, "total").Count > 0;
            // "Power plants" burn fuel: bought energy is never scope 1.
            var isBought = foundFuel is "electricity" or "district heat" && GpcTable.Find(code)?.Scope == 1;
            return new LabelReading(printed ? LabelKind.Total : LabelKind.Emissions)
            {
                Category = code,
                Fuel = isBought ? FuelOf(fuel) : foundFuel,
                By = MatchedBy.Reference,
            };
        }

        // Some tables write TOTAL into the column of references.
        if (MatchesOf(folded, "total").Count > 0 || MatchesOf(NameMatch.Fold(reference), "total").Count > 0)
        {
            var of = CategoryOf(folded) ?? CategoryOfSection(section);
            return new LabelReading(LabelKind.Total) { Category = of ?? "total", By = MatchedBy.Name };
        }

        if (Whole(folded, "population") || (MatchesOf(folded, "population").Count > 0 && CategoryOf(folded) is null))
        {
            return new LabelReading(LabelKind.Population);
        }

        if (MatchesOf(folded, "other").Count > 0)
        {
            return new LabelReading(LabelKind.Other);
        }

        var category = CategoryOf(folded) ?? CategoryOfSection(section);
        return new LabelReading(LabelKind.Emissions)
        {
            Category = WithScope(category, foundFuel, scope),
            Fuel = foundFuel,
            By = category is null ? MatchedBy.Nothing : MatchedBy.Name,
        };
    }

    /// <summary>Names of sectors that come near a label nobody could place.</summary>
    public static IEnumerable<string> Nearest(string label)
    {
        // Names that begin otherwise are near by chance: "fleet" is no "fertiliser".
        var start = NameMatch.Fold(label);
        start = start[..Math.Min(start.Length, 3)];
        return NameMatch.Nearest(
            label,
            All.Where(e => e.Kind == "sector" && e.Folded.StartsWith(start, StringComparison.Ordinal))
                .Select(e => e.Name)
                .Distinct()
        );
    }

    /// <summary>True when the text names a sector, and so can head a group of rows.</summary>
    public static bool NamesSector(string text) =>
        CategoryOf(WithoutNoise(text)) is not null || ReferenceIn(text) is not null;

    /// <summary>True for the total of some rows, where the whole table's total is not meant.</summary>
    public static bool IsSubtotal(string label) => Subtotal().IsMatch(NameMatch.Fold(label));

    /// <summary>True when people are counted in thousands.</summary>
    public static bool CountsThousands(string text) => Thousands().IsMatch(text);

    /// <summary>True for a cell that holds a GPC reference and nothing else.</summary>
    public static bool IsReference(string text) => ReferenceOf(text) is not null;

    /// <summary>"I.1 Residential buildings" → "Residential buildings".</summary>
    public static string WithoutReference(string text) =>
        ReferenceIn(text) is { } code
        && text.Trim()[code.Length..].TrimStart(' ', '.', ':', '-', '–', ')') is { Length: > 0 } rest
            ? rest
            : text;

    /// <summary>True when the name speaks of what the category holds, and so needs no heading to be understood.</summary>
    public static bool NamesCategory(string label, string? category) =>
        CategoryOf(WithoutNoise(label)) is { } own
        && (category is null || GpcTable.IsWithin(own, GpcTable.SubSectorOf(category) ?? category));

    /// <summary>True when a heading's reference does not hold the row's: the row has left the heading's block.</summary>
    public static bool IsElsewhere(string section, LabelReading reading) =>
        reading is { By: MatchedBy.Reference, Category: { } category }
        && ReferenceIn(section) is { } heading
        && !GpcTable.IsWithin(category, heading);

    private static string? CategoryOfSection(string section) =>
        ReferenceIn(section) ?? CategoryOf(WithoutNoise(section));

    private static string? CategoryOf(string folded)
    {
        var found = MatchesOf(folded, "sector");
        if (found.Count == 0)
        {
            return null;
        }

        // "waste" inside "waste water" says nothing of its own.
        var own = found.Where(f =>
            !found.Any(o => o.Folded.Length > f.Folded.Length && NameMatch.ContainsWords(o.Folded, f.Folded))
        );
        var codes = own.Select(o => o.Category).Distinct().ToList();
        var deepest = codes.Where(c => !codes.Any(o => o.StartsWith(c + ".", StringComparison.Ordinal))).ToList();
        if (deepest.Count == 1)
        {
            return deepest[0];
        }

        var sectors = deepest.Select(c => c.Split('.')[0]).Distinct().ToList();
        return sectors.Count == 1 ? sectors[0] : null;
    }

    private static string? FuelOf(string text)
    {
        var found = MatchesOf(NameMatch.Fold(Greenhouse().Replace(text, " ")), "fuel");
        return found.Count == 0 ? null : found[0].Category;
    }

    /// <summary>Where a building or vehicle uses bought energy the GPC counts scope 2, where it burns fuel scope 1.</summary>
    private static string? WithScope(string? category, string? fuel, int? scope)
    {
        if (category is null || !Scoped().IsMatch(category))
        {
            return category;
        }

        if (scope is { } stated)
        {
            var reference = $"{category}.{stated}";
            return GpcTable.Find(reference)?.Scope == stated ? reference : category;
        }

        if (fuel is null)
        {
            return category;
        }

        return fuel is "electricity" or "district heat" ? category + ".2" : category + ".1";
    }

    private static List<Entry> MatchesOf(string folded, string kind) =>
        [.. All.Where(e => e.Kind == kind && NameMatch.ContainsWords(folded, e.Folded))];

    private static bool Whole(string folded, string kind) => All.Any(e => e.Kind == kind && e.Folded == folded);

    // "Emissions from road transport (kt CO2e)" → "road transport".
    private static string WithoutNoise(string label) =>
        NameMatch.Fold(Exclusion().Replace(Bracketed().Replace(label, " "), m => m.Index == 0 ? m.Value : " "));

    private static string? ReferenceOf(string text) =>
        Reference().Match(text.Trim()) is { Success: true } match
        && match.Length == text.Trim().Length
        && GpcTable.IsCategory(match.Value)
            ? match.Value
            : null;

    private static string? ReferenceIn(string label)
    {
        var match = Reference().Match(label.Trim());
        return
            match.Success
            && GpcTable.IsCategory(match.Value)
            && (match.Value.Contains('.', StringComparison.Ordinal) || Leading().IsMatch(label.Trim()))
            ? match.Value
            : null;
    }

    [GeneratedRegex(@"^(VI|IV|V|I{1,3})(\.\d{1,2}){0,2}(?![\w.]*\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    // A bare numeral is a code only before a mark or a name: "II Transport", "V: AFOLU".
    [GeneratedRegex(@"^(I{1,3}|IV|VI?)([.:)–-]|\s+[\p{L}–-]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Leading();

    [GeneratedRegex(@"\b(sub ?total|zwischensumme|teilsumme|sous total|delsumma)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Subtotal();

    [GeneratedRegex(
        @"\b(thousands?|tausend|tsd|milliers|tusental|tusen|miles|k)\b|000s?\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^(I\.[12356]|II\.[1-5])$", RegexOptions.CultureInvariant)]
    private static partial Regex Scoped();

    [GeneratedRegex(
        "greenhouse gas(es)?|gaz à effet de serre|gases de efecto invernadero",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Greenhouse();

    // "Industrie hors branche énergie", "Total including land use": what a row is about stands before.
    [GeneratedRegex(
        @"\b(excluding|including|incl\.?|inkl\.?|y compris|einschließlich|excl\.?|except|without|not including|ohne|exkl\.?|exklusive|utom|hors|sauf|excepto)\b.*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Exclusion();

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();
}
