// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.Smhi;

/// <summary>A row of one place: its figures in the order of the file's years.</summary>
internal sealed record SmhiRow(SmhiEntry Entry, string Sector, string SubSector, double?[] Tonnes, Place Place);

/// <summary>A municipality, a county, or the nation, with all its rows.</summary>
internal sealed class SmhiPlace(string county, string municipality, Place first)
{
    /// <summary>As the file names it; "Alla" for the nation.</summary>
    public string County => county;

    public Place First => first;

    /// <summary>By id of the mapping.</summary>
    public Dictionary<string, SmhiRow> Rows { get; } = new(StringComparer.Ordinal);

    public bool IsNation => IsAll(county) && IsAll(municipality);

    public bool IsCounty => !IsAll(county) && IsAll(municipality);

    /// <summary>The place's own name.</summary>
    public string Name =>
        IsNation ? "Sverige"
        : IsCounty ? county
        : municipality;

    public IEnumerable<SmhiRow> Sectors => Rows.Values.Where(r => r.Entry.IsSector);

    public SmhiRow? GrandTotal => Rows.Values.FirstOrDefault(r => r.Entry.IsGrandTotal);

    public IEnumerable<SmhiRow> PartsOf(SmhiRow sector) =>
        Rows.Values.Where(r => r.Entry.Sector == sector.Entry.Sector && !r.Entry.IsSector);

    public static bool IsAll(string name) => NameMatch.Fold(name) == SmhiEntry.All;
}
