// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Planning.Jurisdictions;

/// <summary>One entry of ISO 3166-1.</summary>
/// <param name="Alpha2">"SE". Namibia's is "NA", which is no missing value.</param>
/// <param name="Alpha3">"SWE".</param>
/// <param name="Numeric">"752".</param>
/// <param name="Name">The short English name in common use.</param>
/// <param name="TerritoryOf">Alpha-2 code of the state it is a part or dependency of; null for states.</param>
public sealed record Country(string Alpha2, string Alpha3, string Numeric, string Name, string? TerritoryOf)
{
    /// <summary>Short names by language: "en", "fr", "es".</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>Other names under which publishers list it.</summary>
    public EquatableList<string> Aliases { get; init; } = EquatableList<string>.Empty;

    public required string Region { get; init; }
    public required string SubRegion { get; init; }
    public string? Currency { get; init; }
    public string? Capital { get; init; }
}

/// <summary>The countries and territories of ISO 3166-1, from the embedded table.</summary>
public static class Countries
{
    private static readonly FrozenDictionary<string, Country> ByCode;
    private static readonly FrozenDictionary<string, Country> ByFoldedName;

    static Countries()
    {
        All = [.. EmbeddedTable.Read("Jurisdictions.Tables.countries.csv").Select(Read)];
        ByCode = All.SelectMany(c => new[] { (c.Alpha2, c), (c.Alpha3, c), (c.Numeric, c) })
            .ToFrozenDictionary(p => p.Item1, p => p.c, StringComparer.OrdinalIgnoreCase);
        ByFoldedName = All.SelectMany(c =>
                c.Names.Values.Concat(c.Aliases).Append(c.Name).Select(n => (Name: NameFold.Fold(n), c))
            )
            // A name that two countries share (Spanish "Congo") belongs to the one that bears it in English.
            .GroupBy(p => p.Name)
            .ToFrozenDictionary(
                g => g.Key,
                g => g.Select(p => p.c).OrderBy(c => NameFold.Fold(c.Name) != g.Key).First()
            );
    }

    /// <summary>By alpha-2 code.</summary>
    public static IReadOnlyList<Country> All { get; }

    /// <summary>By alpha-2, alpha-3 or three-digit numeric code, in any case; null for what is none.</summary>
    public static Country? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code.Trim());

    /// <summary>By any of its names, whatever the case and accents; null for what is none.</summary>
    public static Country? FindByName(string? name) =>
        name is null ? null : ByFoldedName.GetValueOrDefault(NameFold.Fold(name));

    private static Country Read(IReadOnlyDictionary<string, string> row) =>
        new(row["alpha2"], row["alpha3"], row["numeric"], row["name"], NullIfBlank(row["territory_of"]))
        {
            Names = new Dictionary<string, string>
            {
                ["en"] = row["name"],
                ["fr"] = row["name_fr"],
                ["es"] = row["name_es"],
            },
            Aliases = row["aliases"].Split(';', StringSplitOptions.RemoveEmptyEntries).ToEquatableList(),
            Region = row["region"],
            SubRegion = row["sub_region"],
            Currency = NullIfBlank(row["currency"]),
            Capital = NullIfBlank(row["capital"]),
        };

    private static string? NullIfBlank(string text) => text.Length == 0 ? null : text;
}
