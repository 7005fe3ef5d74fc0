// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Plans;
using Lodestar.Units;

namespace Lodestar.Planning.Inventory;

/// <summary>Doubts worth raising before anyone trusts a total: the faults that real inventories have (DESIGN §8).</summary>
public static class Plausibility
{
    /// <summary>Doubts in the order of the file. Never changes a number.</summary>
    public static IEnumerable<Diagnostic> Check(
        Plan plan,
        InventoryRecord inventory,
        InventoryTotals totals,
        RuleSet rules
    ) =>
        StatedTotals(plan, inventory, rules)
            .Concat(CountedTwice(inventory))
            .Concat(Rows(inventory, totals, rules))
            .Concat(Factors(plan, inventory, rules))
            .Concat(PerPerson(inventory, totals, rules))
            .Concat(Population(plan, rules))
            .Concat(NotComparable(inventory, totals));

    private static IEnumerable<Diagnostic> NotComparable(InventoryRecord inventory, InventoryTotals totals)
    {
        var comparable = totals.Comparable.ToList();
        var others = totals.Years.Where(y => y.Total.Amount is not null).Except(comparable).ToList();
        if (others.Count > 0)
        {
            var common = comparable[^1].Lacks.Split(' ').ToHashSet();
            var lacking = others.SelectMany(y => y.Lacks.Split(' ')).Where(id => !common.Contains(id)).ToHashSet();
            var names = inventory.Rows.Where(r => lacking.Contains(r.Id)).Select(r => r.Label ?? r.Category ?? r.Id);
            yield return InventoryDiagnostics.YearsNotComparable(inventory, others.Select(y => y.Year), names);
        }
    }

    private static IEnumerable<Diagnostic> StatedTotals(Plan plan, InventoryRecord inventory, RuleSet rules)
    {
        var parts = inventory.Rows.Where(r => r.Role == RowRole.Part).ToList();
        foreach (var total in inventory.Rows.Where(r => r.Role == RowRole.StatedTotal && r.Category is not null))
        {
            var readings = Readings(total, parts).Where(r => r.Count > 0).ToList();
            foreach (var year in total.Series.NumberYears)
            {
                total.Series[year].TryGetNumber(out var stated);
                var sums = readings.Select(r => Sum(plan, r, total.Series.Unit, year)).ToList();
                if (sums.Count > 0 && sums.TrueForAll(sum => Differ(stated, sum, rules)))
                {
                    var unit = total.Series.Unit;
                    var nearest = sums.MinBy(sum => Math.Abs(sum - stated));
                    yield return InventoryDiagnostics.TotalDiffers(
                        total,
                        year,
                        new Quantity(stated, unit),
                        new Quantity(nearest, unit)
                    );
                    break;
                }
            }
        }
    }

    /// <summary>
    /// What a printed total may have added up: for a grand total every row, or the rows of one boundary, or all but
    /// land; publishers do each of these and seldom say which.
    /// </summary>
    private static IEnumerable<IReadOnlyList<InventoryRow>> Readings(InventoryRow total, List<InventoryRow> parts)
    {
        if (total.Category != "total")
        {
            yield return [.. parts.Where(p => p.Category is { } c && Categories.IsWithin(c, total.Category!))];
            yield break;
        }

        yield return parts;
        yield return [.. parts.Where(p => p.Category is not { } c || !Categories.IsWithin(c, "V.2"))];
        foreach (var boundary in Enum.GetValues<Boundary>())
        {
            yield return [.. parts.Where(p => BoundaryRules.Enters(p, boundary) == Entry.In)];
        }
    }

    private static double Sum(Plan plan, IReadOnlyList<InventoryRow> rows, Unit unit, int year) =>
        rows.Sum(p =>
            p.Series[year].TryGetNumber(out var number)
                ? number * (CommonUnit.Factor(p.Series.Unit, unit, plan.GwpSet) ?? 0)
                : 0
        );

    private static bool Differ(double stated, double sum, RuleSet rules) =>
        Math.Abs(sum - stated) > rules["doubt.total"] * Math.Max(Math.Abs(stated), Math.Abs(sum));

    private static IEnumerable<Diagnostic> CountedTwice(InventoryRecord inventory)
    {
        var parts = inventory.Rows.Where(r => r.Role == RowRole.Part && r.Category is not null).ToList();
        foreach (var coarse in parts.Where(p => GpcTable.Find(p.Category!) is null))
        {
            var fine = parts.FirstOrDefault(p =>
                p.Category != coarse.Category
                && p.GasOf == coarse.GasOf
                && (coarse.Category == "total" || Categories.IsWithin(p.Category!, coarse.Category!))
            );
            if (fine is not null)
            {
                yield return InventoryDiagnostics.CountedTwice(coarse, fine);
            }
        }
    }

    private static IEnumerable<Diagnostic> Rows(InventoryRecord inventory, InventoryTotals totals, RuleSet rules)
    {
        foreach (var row in inventory.Rows.Where(r => r.Role == RowRole.Part))
        {
            var unit = row.Series.Unit;
            var numbers = row
                .Series.Cells.Where(c => c.Cell.IsNumber)
                .Select(c => (c.Year, Value: Number(c.Cell)))
                .ToList();
            if (numbers.Find(n => n.Value < 0) is { Value: < 0 } negative && !MayBeNegative(row))
            {
                yield return InventoryDiagnostics.Negative(row, negative.Year, new Quantity(negative.Value, unit));
            }

            for (var i = 1; i < numbers.Count; i++)
            {
                var (before, after) = (numbers[i - 1], numbers[i]);
                var factor = Ratio(before.Value, after.Value);
                if (factor >= rules["doubt.slip.low"] && factor <= rules["doubt.slip.high"])
                {
                    yield return InventoryDiagnostics.UnitSlip(
                        row,
                        after.Year,
                        new Quantity(after.Value, unit),
                        new Quantity(before.Value, unit)
                    );
                    break;
                }

                if (factor >= rules["doubt.jump"] && Matters(row, totals, before, after, rules))
                {
                    yield return InventoryDiagnostics.Jump(
                        row,
                        after.Year,
                        new Quantity(before.Value, unit),
                        new Quantity(after.Value, unit)
                    );
                    break;
                }
            }
        }
    }

    private static IEnumerable<Diagnostic> Factors(Plan plan, InventoryRecord inventory, RuleSet rules)
    {
        foreach (var row in inventory.Rows.Where(r => r.Role == RowRole.Activity))
        {
            if (ActivityRows.ImpliedFactors(inventory.Rows, row, plan.GwpSet) is not { } implied)
            {
                continue;
            }

            var jump = implied
                .Years.Zip(implied.Years.Skip(1))
                .Where(y => Ratio(y.First.Value, y.Second.Value) > rules["doubt.factor"])
                .Take(1);
            foreach (var (before, after) in jump)
            {
                yield return InventoryDiagnostics.FactorJump(
                    row,
                    after.Year,
                    new Quantity(before.Value, implied.Unit),
                    new Quantity(after.Value, implied.Unit)
                );
            }
        }
    }

    private static IEnumerable<Diagnostic> PerPerson(InventoryRecord inventory, InventoryTotals totals, RuleSet rules)
    {
        var (low, high) = (rules["doubt.per-person.low"], rules["doubt.per-person.high"]);
        foreach (
            var (year, total) in totals
                .PerPerson.Where(y => y.Total.Amount is not null)
                .Select(y => (y.Year, y.Total.Amount!.Value))
        )
        {
            var amount = new Quantity(total, CommonUnit.TonnesOf(totals.Unit) / Unit.Parse("person"));
            if (total >= low && total <= high)
            {
                continue;
            }

            var slipped = total > high ? total / 1000 : total * 1000;
            yield return slipped >= low && slipped <= high && (total > high * 4 || total < low / 4)
                ? InventoryDiagnostics.UnitSlipOfWhole(inventory, year, amount)
                : InventoryDiagnostics.PerPersonExtreme(inventory, year, amount, low, high);
            yield break;
        }
    }

    private static IEnumerable<Diagnostic> Population(Plan plan, RuleSet rules)
    {
        var years =
            plan.Population?.Cells.Where(c => c.Cell.IsNumber).Select(c => (c.Year, Value: Number(c.Cell))).ToList()
            ?? [];
        for (var i = 1; i < years.Count; i++)
        {
            if (
                years[i].Year - years[i - 1].Year <= 2
                && Ratio(years[i - 1].Value, years[i].Value) >= rules["doubt.population.jump"]
            )
            {
                yield return InventoryDiagnostics.PopulationJump(years[i].Year, years[i - 1].Value, years[i].Value);
                yield break;
            }
        }
    }

    private static bool Matters(
        InventoryRow row,
        InventoryTotals totals,
        (int Year, double Value) before,
        (int Year, double Value) after,
        RuleSet rules
    )
    {
        var larger = before.Value > after.Value ? before : after;
        return row.Series.Unit.TryFactorTo(totals.Unit, out var factor)
            && totals[larger.Year].Amount is { } whole
            && larger.Value * factor >= rules["doubt.jump.share"] * whole;
    }

    private static bool MayBeNegative(InventoryRow row) =>
        Categories.SectorOf(row.Category) == "V"
        || (row.Category is { } category && Categories.PartOf(category) == CategoryPart.Land);

    private static double Ratio(double a, double b) => a > 0 && b > 0 ? Math.Max(a / b, b / a) : 1;

    private static double Number(Series.Cell cell) => cell.TryGetNumber(out var number) ? number : 0;
}
