// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Series;
using Lodestar.Units;

namespace Lodestar.Planning.Inventory;

/// <summary>Adds an inventory up on one boundary (GPC v1.1, totals of chapter 4; domain rules in docs/inventory.md).</summary>
public static class InventoryTotaller
{
    /// <summary>
    /// Totals by year, sector, sub-sector and fuel. <paramref name="only"/> limits the sum to what a target covers,
    /// and <paramref name="into"/> then keeps it in the unit of the whole.
    /// Rows that cannot be brought to the common unit are left out, reported, and counted as gaps.
    /// </summary>
    public static InventoryTotals Total(
        Plan plan,
        InventoryRecord inventory,
        Boundary boundary,
        Coverage? only = null,
        Unit? into = null
    )
    {
        var leftOut = new List<Diagnostic>();
        var entering = inventory
            .Rows.Where(r =>
                r.Role == RowRole.Part
                && BoundaryRules.Enters(r, boundary) != Entry.Out
                && (only ?? Coverage.All).Covers(r)
            )
            .ToList();
        var unit = into ?? CommonUnit.Of(entering, plan.GwpSet);
        var lines = entering.Select(r => Line.Of(r, unit, boundary, plan.GwpSet, leftOut)).ToList();
        var years = lines.SelectMany(l => l.Row.Series.Cells).Select(c => c.Year).Distinct().Order().ToArray();

        var whole = Sum(lines, years);
        return new InventoryTotals(inventory.Id, boundary, unit)
        {
            Years = whole,
            Sectors = Group(lines, years, l => Categories.SectorOf(l.Row.Category) ?? ""),
            SubSectors = Group(
                lines,
                years,
                l => Categories.SubSectorOf(l.Row.Category) ?? Categories.SectorOf(l.Row.Category) ?? ""
            ),
            Gases = ByGas(lines, years),
            Fuels = lines.Any(l => l.Row.Fuel is not null)
                ? Group(lines, years, l => l.Row.Fuel ?? "")
                : EquatableList<CategoryTotals>.Empty,
            PerPerson = PerPerson(whole, unit, plan.Population),
            LeftOut = leftOut.ToEquatableList(),
            BoundaryNote = BoundaryRules.Describe(inventory, boundary),
        };
    }

    private static EquatableList<CategoryTotals> Group(List<Line> lines, int[] years, Func<Line, string> code) =>
        lines
            .GroupBy(code)
            .OrderBy(g => g.Key.Length == 0 ? int.MaxValue : Categories.RankOf(g.Key))
            .Select(g => new CategoryTotals(g.Key, Sum(g, years)))
            .ToEquatableList();

    private static EquatableList<CategoryTotals> ByGas(List<Line> lines, int[] years) =>
        lines
            .GroupBy(l => l.Row.GasOf ?? "")
            .Select(g => new CategoryTotals(g.Key, Sum(g, years)))
            .OrderBy(g => g.Code.Length == 0)
            .ThenByDescending(g => g.Years.LastOrDefault(y => y.Total.Amount is not null).Total.Amount ?? 0)
            .ThenBy(g => g.Code, StringComparer.Ordinal)
            .ToEquatableList();

    private static EquatableList<YearTotal> Sum(IEnumerable<Line> lines, int[] years)
    {
        var amounts = new double[years.Length];
        var numbers = new int[years.Length];
        var gaps = new List<string>[years.Length];
        for (var i = 0; i < years.Length; i++)
        {
            gaps[i] = [];
        }

        foreach (var line in lines)
        {
            for (var i = 0; i < years.Length; i++)
            {
                var cell = line.Row.Series[years[i]];
                if (line.Factor is { } factor && cell.TryGetNumber(out var number))
                {
                    amounts[i] += number * factor;
                    numbers[i]++;
                }
                else if (cell.IsNumber || cell.IsGap)
                {
                    gaps[i].Add(line.Row.Id);
                }
            }
        }

        return years
            .Select(
                (year, i) =>
                    new YearTotal(
                        year,
                        new Total(numbers[i] > 0 ? amounts[i] : null, numbers[i], gaps[i].Count),
                        string.Join(' ', gaps[i])
                    )
            )
            .ToEquatableList();
    }

    private static EquatableList<YearTotal> PerPerson(EquatableList<YearTotal> whole, Unit unit, YearSeries? population)
    {
        if (population is null || !unit.TryFactorTo(CommonUnit.TonnesOf(unit), out var toTonnes))
        {
            return EquatableList<YearTotal>.Empty;
        }

        return whole
            .Where(y => y.Total.Amount is not null)
            .Select(y =>
                population[y.Year].TryGetNumber(out var people) && people > 0
                    ? new YearTotal(
                        y.Year,
                        y.Total with
                        {
                            Amount = y.Total.Amount * toTonnes / (people * population.Unit.Scale),
                        }
                    )
                    : new YearTotal(y.Year, new Total(null, 0, 1))
            )
            .ToEquatableList();
    }

    /// <summary>A row with its factor to the common unit; no factor means it cannot be counted there.</summary>
    private readonly record struct Line(InventoryRow Row, double? Factor)
    {
        public static Line Of(InventoryRow row, Unit unit, Boundary boundary, GwpSet set, List<Diagnostic> leftOut)
        {
            if (BoundaryRules.Enters(row, boundary) == Entry.Open)
            {
                leftOut.Add(InventoryDiagnostics.ScopeNotStated(row, boundary));
                return new Line(row, null);
            }

            var factor = CommonUnit.Factor(row.Series.Unit, unit, set);
            if (factor is null)
            {
                leftOut.Add(InventoryDiagnostics.NoCommonUnit(row, unit));
            }

            return new Line(row, factor);
        }
    }
}
