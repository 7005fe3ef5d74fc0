// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Inventory;
using Lodestar.Units;

namespace Lodestar.Web.Charts;

/// <summary>What the sector chart and its table show, in one unit: at most eight lines, the rest in one of them.</summary>
internal sealed record SectorLines(InventoryTotals Totals, Unit Unit, IReadOnlyList<SectorLine> Lines)
{
    /// <summary>The code of the line that holds what did not fit.</summary>
    public const string Other = "other";

    private const int Most = 8;

    // The categories that most inventories have keep their colour from chart to chart and from place to place.
    private static readonly string[] Wished = ["I.1", "I.2", "I.3", "II.1", "II.2", "III.1", "IV", "V"];
    private static readonly string[] WishedSectors = ["I", "", "", "II", "VI", "III", "IV", "V"];

    public int FirstYear { get; private init; }

    public int LastYear { get; private init; }

    /// <summary>Null when no category holds a number.</summary>
    public static SectorLines? Of(InventoryTotals totals)
    {
        // Sub-sectors where they tell more than sectors do.
        var categories = totals.SubSectors.Count > totals.Sectors.Count ? totals.SubSectors : totals.Sectors;
        var known = categories.Where(c => c.Years.Any(y => y.Total.Amount is not null)).ToArray();
        if (known.Length == 0)
        {
            return null;
        }

        var largest = known.SelectMany(c => c.Years).Max(y => Math.Abs(y.Total.Amount ?? 0));
        var unit = ChartUnit.For(totals.Unit, largest);
        var factor = totals.Unit.FactorTo(unit);
        var all = known.Select(c => SectorLine.Of(c.Code, c.Years, factor)).ToArray();
        var years = all.SelectMany(l => l.Years).Where(y => y.Amount is not null).Select(y => y.Year).ToArray();
        var (first, last) = (years.Min(), years.Max());
        var lines = Coloured(Merge(all));
        return new SectorLines(totals, unit, [.. lines.Select(l => l.Within(first, last))])
        {
            FirstYear = first,
            LastYear = last,
        };
    }

    private static List<SectorLine> Merge(SectorLine[] all)
    {
        if (all.Length <= Most)
        {
            return [.. all];
        }

        var kept = all.OrderByDescending(l => l.Largest).Take(Most - 1).ToHashSet();
        List<SectorLine> lines = [.. all.Where(kept.Contains)];
        lines.Add(SectorLine.Sum(Other, all.Where(l => !kept.Contains(l))));
        return lines;
    }

    private static IEnumerable<SectorLine> Coloured(List<SectorLine> lines)
    {
        var free = Enumerable.Range(0, Most).ToList();
        var slots = new Dictionary<SectorLine, int>(ReferenceEqualityComparer.Instance);
        foreach (var line in lines)
        {
            var wish = Math.Max(Array.IndexOf(Wished, line.Code), Array.IndexOf(WishedSectors, line.Code));
            if (line.Code.Length > 0 && wish >= 0 && free.Remove(wish))
            {
                slots[line] = wish;
            }
        }

        foreach (var line in lines.Where(l => !slots.ContainsKey(l)))
        {
            var slot = line.Code == Other && free.Contains(Most - 1) ? Most - 1 : free[0];
            free.Remove(slot);
            slots[line] = slot;
        }

        return lines.Select(l => l with { Ink = l.IsRemoval ? Ink.Removal : Palette.Sector(slots[l]) });
    }
}

/// <summary>One category over the years.</summary>
internal sealed record SectorLine(string Code, IReadOnlyList<SectorYear> Years)
{
    public Ink Ink { get; init; }

    public double Largest => Years.Max(y => Math.Abs(y.Amount ?? 0));

    /// <summary>True for what only takes up.</summary>
    public bool IsRemoval => Years.All(y => y.Amount is null or <= 0) && Years.Any(y => y.Amount < 0);

    public SectorYear? First => Years.Where(y => y.Amount is not null).Select(y => (SectorYear?)y).FirstOrDefault();

    public SectorYear? Last => Years.Where(y => y.Amount is not null).Select(y => (SectorYear?)y).LastOrDefault();

    public static SectorLine Of(string code, IEnumerable<YearTotal> years, double factor) =>
        new(
            code,
            [.. years.Select(y => new SectorYear(y.Year, y.Total.Amount * factor, y.Total.Gaps, y.Total.Numbers))]
        );

    public static SectorLine Sum(string code, IEnumerable<SectorLine> lines) =>
        new(
            code,
            [
                .. lines
                    .SelectMany(l => l.Years)
                    .GroupBy(y => y.Year)
                    .OrderBy(g => g.Key)
                    .Select(g => new SectorYear(
                        g.Key,
                        g.Any(y => y.Amount is not null) ? g.Sum(y => y.Amount ?? 0) : null,
                        g.Sum(y => y.Gaps),
                        g.Sum(y => y.Numbers)
                    )),
            ]
        );

    public SectorLine Within(int first, int last) =>
        this with
        {
            Years = [.. Years.Where(y => y.Year >= first && y.Year <= last)],
        };
}

/// <summary>A year of a category: null where no row holds a number; gaps are the rows that lack one.</summary>
internal readonly record struct SectorYear(int Year, double? Amount, int Gaps, int Numbers)
{
    /// <summary>True where a figure is wanting: nothing occurring there, or counted elsewhere, is an answer.</summary>
    public bool IsMissing => Amount is null && Gaps > 0;
}
