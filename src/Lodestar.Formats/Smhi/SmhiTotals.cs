// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;

namespace Lodestar.Formats.Smhi;

/// <summary>Holds printed totals against what they add up: sub-sectors, sectors, municipalities, counties.</summary>
internal static class SmhiTotals
{
    /// <summary>The file's sectors agree with its grand totals to 1e-7 t.</summary>
    private const double ToleranceT = 1e-3;

    /// <summary>
    /// SMHI spreads sub-sectors and sectors over places each for itself: shares that are rounded on the way leave up to
    /// 0.9 t a place, and 1.5 t where a county's municipalities add up.
    /// </summary>
    private const double SpreadToleranceT = 2;

    /// <summary>A difference above this share of the place's total is a warning, below it a note.</summary>
    private const double Material = 0.005;

    public static void Check(
        IEnumerable<SmhiPlace> places,
        HashSet<SmhiPlace> wanted,
        (int Year, int Column)[] years,
        DiagnosticBag faults
    )
    {
        var all = places.ToList();
        foreach (var place in all.Where(wanted.Contains))
        {
            CheckSectors(place, years, faults);
            CheckSubSectors(place, years, faults);
            if (place.IsCounty)
            {
                CheckCounty(place, all, years, faults);
            }
            else if (place.IsNation)
            {
                CheckNation(place, all, years, faults);
            }
        }
    }

    private static void CheckSectors(SmhiPlace place, (int Year, int Column)[] years, DiagnosticBag faults)
    {
        if (place.GrandTotal is not { } total)
        {
            return;
        }

        var sectors = place.Sectors.Where(s => s.Entry.Role != SmhiRole.Memo).ToList();
        for (var i = 0; i < years.Length; i++)
        {
            if (
                total.Tonnes[i] is { } printed
                && Sum(sectors, i) is { } sum
                && Math.Abs(sum - printed) > Math.Max(ToleranceT, Math.Abs(printed) * 1e-12)
            )
            {
                faults.Add(ImportFaults.TotalDiffers(total.Place, place.Name, years[i].Year, printed, sum));
            }
        }
    }

    private static void CheckSubSectors(SmhiPlace place, (int Year, int Column)[] years, DiagnosticBag faults)
    {
        foreach (var sector in place.Sectors.Where(s => s.Entry.Role != SmhiRole.Memo))
        {
            var parts = place.PartsOf(sector).ToList();
            var differing = new List<(int At, double Printed, double Sum)>();
            for (var i = 0; parts.Count > 0 && i < years.Length; i++)
            {
                if (
                    sector.Tonnes[i] is { } printed
                    && Sum(parts, i) is { } sum
                    && Math.Abs(sum - printed) > SpreadToleranceT
                )
                {
                    differing.Add((i, printed, sum));
                }
            }

            if (differing.Count > 0)
            {
                var (at, printed, sum) = differing.MaxBy(d => Math.Abs(d.Sum - d.Printed));
                faults.Add(
                    ImportFaults.SmhiSectorDiffers(
                        sector.Place,
                        Math.Abs(sum - printed) > Material * Math.Abs(place.GrandTotal?.Tonnes[at] ?? 0),
                        $"{place.Name}, {sector.Sector}",
                        [.. differing.Select(d => years[d.At].Year)],
                        years[at].Year,
                        printed,
                        sum
                    )
                );
            }
        }
    }

    private static void CheckCounty(
        SmhiPlace county,
        List<SmhiPlace> places,
        (int Year, int Column)[] years,
        DiagnosticBag faults
    )
    {
        var members = places
            .Where(p => !p.IsNation && !p.IsCounty && p.County == county.County)
            .Select(p => p.GrandTotal)
            .OfType<SmhiRow>()
            .ToList();
        for (var i = 0; members.Count > 0 && i < years.Length; i++)
        {
            if (
                county.GrandTotal?.Tonnes[i] is { } printed
                && Sum(members, i) is { } sum
                && Math.Abs(sum - printed) > SpreadToleranceT
            )
            {
                faults.Add(
                    ImportFaults.TotalDiffers(county.GrandTotal.Place, county.Name, years[i].Year, printed, sum)
                );
            }
        }
    }

    // Ships and aircraft away from any county, and some rows that the publisher does not spread in full.
    private static void CheckNation(
        SmhiPlace nation,
        List<SmhiPlace> places,
        (int Year, int Column)[] years,
        DiagnosticBag faults
    )
    {
        var counties = places.Where(p => p.IsCounty).Select(p => p.GrandTotal).OfType<SmhiRow>().ToList();
        for (var i = years.Length - 1; counties.Count > 0 && i >= 0; i--)
        {
            if (
                nation.GrandTotal?.Tonnes[i] is { } printed
                && Sum(counties, i) is { } sum
                && Math.Abs(sum - printed) > SpreadToleranceT
            )
            {
                faults.Add(ImportFaults.SmhiNationRest(nation.GrandTotal.Place, years[i].Year, printed, sum));
                return;
            }
        }
    }

    /// <summary>Null when a row has no figure: such a sum says nothing about a total.</summary>
    private static double? Sum(List<SmhiRow> rows, int at) =>
        rows.TrueForAll(r => r.Tonnes[at] is not null) ? rows.Sum(r => r.Tonnes[at]!.Value) : null;
}
