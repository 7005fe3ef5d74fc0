// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Plans;

namespace Lodestar.Formats.UkLocalAuthority;

/// <summary>One area's rows as they come in, year by year.</summary>
internal sealed class UkArea(string code, string officialName, Place first)
{
    public string Code => code;

    public string OfficialName => officialName;

    public Place First => first;

    /// <summary>Rows seen, whether kept or not.</summary>
    public long Rows { get; set; }

    /// <summary>False when nobody asked for the area: its rows are counted and not held.</summary>
    public bool Kept { get; init; }

    /// <summary>Values by <see cref="UkColumns.All"/>; null where the cell is blank or unreadable.</summary>
    public SortedDictionary<int, (double?[] Values, Place Place)> Years => field ??= [];

    /// <summary>Years stated twice with different figures: neither is taken.</summary>
    public HashSet<int> Disputed => field ??= [];
}

/// <summary>Names, kinds and overlaps of UK areas.</summary>
internal static class UkAreas
{
    private static readonly string[] Endings =
    [
        " County Borough Council",
        " Metropolitan Borough Council",
        " Metropolitan District Council",
        " City and District Council",
        " District Council",
        " Borough Council",
        " County Council",
        " City Council",
        " Council",
    ];

    private static readonly string[] Beginnings =
    [
        "City and County of ",
        "London Borough of ",
        "Royal Borough of ",
        "Borough Council of ",
        "Council of the ",
        "City of ",
        "The ",
    ];

    private static readonly Dictionary<string, (JurisdictionKind Kind, string[] Members)> Overlaps = EmbeddedTable
        .Rows("Lodestar.Formats.UkLocalAuthority.overlaps.csv")
        .ToDictionary(
            r => r[0],
            r => (r[1] == "region" ? JurisdictionKind.Region : JurisdictionKind.CombinedAuthority, r[2].Split(' '))
        );

    /// <summary>Codes of the areas whose sum the row is; empty for an area that stands for itself.</summary>
    public static IReadOnlyList<string> MembersOf(string code) =>
        Overlaps.TryGetValue(code, out var known) ? known.Members : [];

    public static JurisdictionKind KindOf(string code, string officialName)
    {
        if (Overlaps.TryGetValue(code, out var known))
        {
            return known.Kind;
        }

        if (code.Length == 4 || Has(officialName, "Combined Authority"))
        {
            return JurisdictionKind.CombinedAuthority;
        }

        return Has(officialName, "City") || Has(officialName, "Borough") || Has(officialName, "Metropolitan")
            ? JurisdictionKind.City
            : JurisdictionKind.Region;
    }

    /// <summary>"Glasgow City Council" → "Glasgow". Bodies that are no council, and the City of London, keep their names.</summary>
    public static string ShortName(string officialName)
    {
        var name = string.Join(' ', officialName.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (Has(name, "Authority") || Has(name, "Corporation"))
        {
            return name;
        }

        var ending = Endings.FirstOrDefault(e => name.EndsWith(e, StringComparison.Ordinal) && name.Length > e.Length);
        name = ending is null ? name : name[..^ending.Length];
        var beginning = Beginnings.FirstOrDefault(b =>
            name.StartsWith(b, StringComparison.Ordinal) && name.Length > b.Length
        );
        return beginning is null ? name : name[beginning.Length..];
    }

    private static bool Has(string name, string word) =>
        NameMatch.ContainsWords(NameMatch.Fold(name), NameMatch.Fold(word));
}
