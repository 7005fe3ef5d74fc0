// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Planning.Inventory;

namespace Lodestar.Formats.OwnTable;

/// <summary>Finds rows that are sums of others, and holds printed totals against their parts.</summary>
internal static class TableTotals
{
    /// <summary>A row "Transport" above "Road" and "Rail" is their total: counting all three would count twice.</summary>
    public static void FindParents(List<TableSeries> series, DiagnosticBag faults)
    {
        // Where the printed total is the sum of all rows, its publisher counts each of them.
        if (series.Exists(s => s.IsTotal && s.Category == "total" && Fits(s, [.. series.Where(p => !p.IsTotal)])))
        {
            return;
        }

        var candidates = series
            .Where(s => !s.IsTotal && s.Category is not null)
            .GroupBy(s => s.Category!)
            .Where(g => g.Count() == 1)
            .Select(g => g.Single())
            .OrderByDescending(s => s.Category!.Count(c => c == '.'));
        foreach (var parent in candidates.ToList())
        {
            var parts = series
                .Where(s => !s.IsTotal && s != parent && s.Unit == parent.Unit && s.IsWithin(parent.Category!))
                .ToList();
            if (parts.Count == 0)
            {
                continue;
            }

            var (equal, below) = (true, false);
            foreach (var (_, printed, sum, slack) in Comparisons(parent, parts, onlyComplete: true))
            {
                equal &= Math.Abs(printed - sum) <= slack;
                below |= printed < sum - slack;
            }

            if (equal || (!below && parts.Count > 1))
            {
                parent.IsTotal = true;
                faults.Add(ImportFaults.ParentIsTotal(parent.Place, parent.Label, parent.Category!));
            }
            else if (parent.Category != "V" || parts.Exists(p => !p.IsWithin("V.2")))
            {
                // Agriculture beside land use is the common pair of two sectors, not a total and its part.
                faults.Add(ImportFaults.MayCountTwice(parent.Place, parent.Label, parent.Category!));
            }
        }
    }

    /// <summary>A bare "Total" that is not its section's sum is taken as the whole table's.</summary>
    public static void PlaceBareTotals(List<TableSeries> series)
    {
        foreach (var total in series.Where(s => s.IsBareTotal))
        {
            var parts = series.Where(s => !s.IsTotal && s.IsWithin(total.Category!)).ToList();
            var compared = Comparisons(total, parts, onlyComplete: true).ToList();
            if (compared.Count > 0 && compared.TrueForAll(c => Math.Abs(c.Printed - c.Sum) > c.Slack))
            {
                total.Category = "total";
            }
        }
    }

    public static void Check(List<TableSeries> series, DiagnosticBag faults)
    {
        foreach (var total in series.Where(s => s.IsTotal && s.Category is not null))
        {
            var parts = series.Where(s => !s.IsTotal && s.IsWithin(total.Category!)).ToList();
            if (total.Category == "total")
            {
                parts = Nearest(total, parts);
            }

            // Parts in another unit are for the assessment to join, which knows the metric.
            if (parts.Count == 0 || parts.Any(p => p.Unit != total.Unit))
            {
                continue;
            }

            foreach (var (year, printed, sum, slack) in Comparisons(total, parts, onlyComplete: false))
            {
                var complete = parts.TrueForAll(p => !p[year].IsGap);
                if (sum > printed + slack || (complete && sum < printed - slack))
                {
                    faults.Add(ImportFaults.TotalDiffers(total.Place, total.Label, year, printed, sum));
                }
            }
        }
    }

    /// <summary>
    /// The total the plan leads with. What a printed total adds up decides; without one, a table of plain sector names
    /// that counts agriculture or industrial processes counts them in.
    /// </summary>
    public static Boundary LeadingBoundary(List<TableSeries> series)
    {
        var parts = series.Where(s => !s.IsTotal).ToList();
        var stated = series
            .Where(s => s.IsTotal && s.Category == "total")
            .Select(s => BoundaryOf(s, parts))
            .FirstOrDefault(b => b is not null);
        return stated
            ?? (
                parts.Exists(p => p.Guessed && GpcTable.SectorOf(p.Category) is "IV" or "V")
                    ? Boundary.BasicPlus
                    : Boundary.Basic
            );
    }

    // The narrowest boundary whose rows add up to the total; BASIC+ too where it adds up all rows.
    private static Boundary? BoundaryOf(TableSeries total, List<TableSeries> parts) =>
        Fits(total, Basic(parts)) ? Boundary.Basic
        : Fits(total, BasicPlus(parts)) || Fits(total, parts) ? Boundary.BasicPlus
        : null;

    // As the assessment has it: coarse rows of sectors IV and V enter BASIC+ alone.
    private static GpcLevel LevelOf(TableSeries part) =>
        part.Category is { } category && GpcTable.Find(category) is { } reference ? reference.Level
        : GpcTable.SectorOf(part.Category) is "IV" or "V" ? GpcLevel.BasicPlus
        : GpcTable.SectorOf(part.Category) == "VI" ? GpcLevel.Other
        : GpcLevel.Basic;

    private static bool Fits(TableSeries total, List<TableSeries> parts)
    {
        if (parts.Count == 0 || parts.Exists(p => p.Unit != total.Unit))
        {
            return false;
        }

        var compared = Comparisons(total, parts, onlyComplete: false).ToList();
        return compared.Count > 0 && compared.TrueForAll(c => Math.Abs(c.Printed - c.Sum) <= c.Slack);
    }

    // What the total most likely adds up: the rows that give it in most years, and all rows in doubt.
    private static List<TableSeries> Nearest(TableSeries total, List<TableSeries> parts) =>
        ((List<TableSeries>[])[parts, Basic(parts), BasicPlus(parts), [.. parts.Where(p => !p.IsWithin("V.2"))]]).MaxBy(
            some =>
                some.Exists(p => p.Unit != total.Unit)
                    ? 0
                    : Comparisons(total, some, onlyComplete: false).Count(c => Math.Abs(c.Printed - c.Sum) <= c.Slack)
        )!;

    private static List<TableSeries> Basic(List<TableSeries> parts) =>
        [.. parts.Where(p => LevelOf(p) == GpcLevel.Basic)];

    private static List<TableSeries> BasicPlus(List<TableSeries> parts) =>
        [.. parts.Where(p => LevelOf(p) is GpcLevel.Basic or GpcLevel.BasicPlus)];

    // Each printed figure may be off by half its last digit, so a sum may be off by all those halves.
    private static IEnumerable<(int Year, double Printed, double Sum, double Slack)> Comparisons(
        TableSeries total,
        List<TableSeries> parts,
        bool onlyComplete
    )
    {
        foreach (var year in total.Cells.Select(c => c.Year))
        {
            if (!total[year].TryGetNumber(out var printed) || (onlyComplete && parts.Exists(p => p[year].IsGap)))
            {
                continue;
            }

            var (sum, any) = (0.0, false);
            foreach (var part in parts)
            {
                if (part[year].TryGetNumber(out var number))
                {
                    sum += number;
                    any = true;
                }
            }

            if (any)
            {
                yield return (year, printed, sum, Half(total) + parts.Sum(Half) + 1e-9 * Math.Abs(printed));
            }
        }
    }

    private static double Half(TableSeries series) => 0.5 * Math.Pow(10, -Math.Min(series.Decimals, 15));
}
