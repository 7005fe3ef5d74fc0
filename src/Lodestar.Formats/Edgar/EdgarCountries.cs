// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.Edgar;

/// <summary>Tells the workbook's countries from its groups, bunkers and former states, and picks the wanted ones.</summary>
internal sealed class EdgarCountries(
    PublisherInput file,
    IEnumerable<EdgarArea> areas,
    LossCounter loss,
    DiagnosticBag faults
)
{
    /// <summary>How many countries the workbook has.</summary>
    public int Countries { get; private set; }

    public IReadOnlyList<(EdgarArea Area, Country Country)> Wanted()
    {
        var known = new List<(EdgarArea Area, Country Country)>();
        var others = new List<EdgarArea>();
        foreach (var area in areas.OrderBy(a => a.Code, StringComparer.Ordinal))
        {
            if (ReasonAgainst(area) is { } reason)
            {
                loss.LeaveOut(reason, area.SheetRows, [area.First]);
                others.Add(area);
            }
            else
            {
                known.Add((area, CountryOf(area.Code)!));
            }
        }

        var groups = others.Where(a => EdgarTables.Area(a.Code)?.Reason is not null).ToList();
        if (groups.Count > 0)
        {
            faults.Add(ImportFaults.AreaGroups(groups[0].First, [.. groups.Select(a => a.Name)]));
        }

        Countries = known.Count;
        var wanted = CountrySelection.Resolve(
            file.Options.Only,
            [.. known.Select(k => (k.Country, k.Area.Name))],
            others.SelectMany(a => new[] { a.Code, a.Name }),
            file.Name,
            faults
        );
        foreach (var (area, _) in known.Where(k => !wanted.Contains(k.Country.Alpha2)))
        {
            loss.LeaveOut(Reasons.NotAskedFor, area.SheetRows, []);
        }

        return [.. known.Where(k => wanted.Contains(k.Country.Alpha2))];
    }

    private Message? ReasonAgainst(EdgarArea area)
    {
        if (EdgarTables.Area(area.Code)?.Reason is { } reason)
        {
            return reason;
        }

        if (CountryOf(area.Code) is not { } country)
        {
            faults.Add(ImportFaults.AreaUnknown(area.First, area.Code));
            return Reasons.UnknownArea;
        }

        if (Planning.Jurisdictions.Countries.FindByName(area.Name) is { } named && named != country)
        {
            faults.Add(ImportFaults.AreaNameDiffers(area.First, area.Code, area.Name, country.Name));
            return Reasons.UnknownArea;
        }

        return null;
    }

    // Only the three letters are EDGAR's; "NA" here would be no Namibia.
    private static Country? CountryOf(string code) =>
        Planning.Jurisdictions.Countries.Find(code) is { } country
        && country.Alpha3.Equals(code, StringComparison.OrdinalIgnoreCase)
            ? country
            : null;
}
