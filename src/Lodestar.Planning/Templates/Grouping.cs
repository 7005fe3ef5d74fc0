// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Units;

namespace Lodestar.Planning.Templates;

/// <summary>Finds which lines of a template answer for which rows of an inventory.</summary>
public static class Grouping
{
    // Further back neither stocks nor habits are those of today.
    private const int EarliestYear = 1990;

    // A row that ended years ago must not hold the base year back.
    private const int MostYearsBack = 3;

    /// <summary>Puts the rows that enter the inventory's own total to the lines that answer for them.</summary>
    /// <param name="plan">The plan; its GWP set joins gases.</param>
    /// <param name="inventory">One of its inventories.</param>
    /// <param name="lines">Lines of a template.</param>
    /// <returns>Null where the inventory holds no number.</returns>
    public static ObservedGroups? Of(Plan plan, InventoryRecord inventory, IReadOnlyList<TemplateLine> lines)
    {
        var entering = inventory
            .Rows.Where(r => r.Role == RowRole.Part && BoundaryRules.Enters(r, inventory.Boundary) != Entry.Out)
            .ToList();
        var common = CommonUnit.Of(entering, plan.GwpSet);
        var gas = common.Symbol[(common.Symbol.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        var unit = Unit.Parse($"kt {gas}");
        var rows = entering
            .Select(r => new Counted(r, CommonUnit.Factor(r.Series.Unit, unit, plan.GwpSet)))
            .Where(r => r.Factor is not null)
            .ToList();
        if (BaseYearOf(rows) is not { } baseYear)
        {
            return null;
        }

        var missing = rows.Where(r => r.IsGap(baseYear)).ToList();
        var whole = rows.Except(missing).ToList();
        var isCarbonDioxide = unit.Dimension.TryGetGasMass(out _);
        var usable = lines.Where(l => !(isCarbonDioxide && l.NeedsOtherGases)).ToList();
        var groups = Join(whole, usable)
            .Select(g => GroupOf(g.Lines, g.Rows))
            .Select(g => ObservedActivity.In(inventory, g, baseYear))
            .ToList();
        var (kept, none) = (new List<ObservedGroup>(), new HashSet<string>());
        foreach (var group in groups)
        {
            if (group.In(baseYear) is null or 0)
            {
                none.UnionWith(group.Lines.Select(l => l.Id));
            }
            else
            {
                kept.Add(group);
            }
        }

        var used = kept.SelectMany(g => g.Lines).Select(l => l.Id).ToHashSet();
        var leftOut = lines
            .Where(l => !used.Contains(l.Id))
            .Select(l => new LeftOutLine(
                l,
                none.Contains(l.Id) ? LeftOutReason.Zero
                    : usable.Contains(l) ? LeftOutReason.Absent
                    : LeftOutReason.OtherGases
            ));
        return new ObservedGroups(
            inventory,
            gas,
            baseYear,
            kept.OrderBy(g => g.Lines.Count == 0).ToEquatableList(),
            leftOut.ToEquatableList(),
            missing.Select(m => m.Row).ToEquatableList()
        );
    }

    /// <summary>The last year without a gap; where that is long ago, the last year with a number.</summary>
    private static int? BaseYearOf(IReadOnlyList<Counted> rows)
    {
        var years = rows.SelectMany(r => r.Row.Series.NumberYears).Distinct().OrderDescending().ToList();
        if (years.Count == 0)
        {
            return null;
        }

        var whole = years.FirstOrDefault(y => !rows.Any(r => r.IsGap(y)));
        return whole >= years[0] - MostYearsBack ? whole : years[0];
    }

    /// <summary>Lines and rows that cannot be told apart stand together.</summary>
    private static IEnumerable<(List<TemplateLine> Lines, List<Counted> Rows)> Join(
        IReadOnlyList<Counted> rows,
        IReadOnlyList<TemplateLine> lines
    )
    {
        var groups = new List<(HashSet<TemplateLine> Lines, List<Counted> Rows)>();
        var rest = new List<Counted>();
        foreach (var row in rows)
        {
            var own = LinesOf(row.Row, lines);
            if (own.Count == 0)
            {
                rest.Add(row);
                continue;
            }

            var touched = groups.Where(g => g.Lines.Overlaps(own)).ToList();
            groups.RemoveAll(touched.Contains);
            groups.Add(([.. touched.SelectMany(g => g.Lines), .. own], [.. touched.SelectMany(g => g.Rows), row]));
        }

        var at = lines.Index().ToDictionary(l => l.Item, l => l.Index);
        return groups
            .Select(g => (Lines: g.Lines.OrderBy(l => at[l]).ToList(), g.Rows))
            .OrderBy(g => at[g.Lines[0]])
            .Concat(
                rest.GroupBy(r => Categories.SectorOf(r.Row.Category) ?? "")
                    .Select(g => (new List<TemplateLine>(), g.ToList()))
            );
    }

    /// <summary>The line that a row is a part of; where the row is coarser, all the lines that are parts of it.</summary>
    private static List<TemplateLine> LinesOf(InventoryRow row, IReadOnlyList<TemplateLine> lines)
    {
        if (row.Category is not { } category)
        {
            return [];
        }

        bool IsPart(TemplateLine line) => line.Categories.Any(c => Categories.IsWithin(c, category));
        if (row.Fuel is { } fuel && lines.FirstOrDefault(l => l.Fuels.Contains(fuel) && IsPart(l)) is { } byFuel)
        {
            return [byFuel];
        }

        // The finest wins: IV.2 is a part of IV as well, which another line answers for.
        var depths = lines
            .Select(l =>
                (Line: l, Depth: l.Categories.Where(c => Categories.IsWithin(category, c)).Max(c => (int?)c.Length))
            )
            .Where(l => l.Depth is not null)
            .ToList();
        if (depths.Count > 0 && depths.MaxBy(l => l.Depth!.Value).Line is { } line)
        {
            // A row "I.1" is as much the line's of electricity as that of fuels.
            var finer = lines.Where(l => l != line && IsPart(l) && !l.Categories.Contains(category)).ToList();
            return [line, .. finer];
        }

        var shared = lines.Where(l => l.Shared.Contains(category)).ToList();
        return shared.Count > 0 ? shared : [.. lines.Where(IsPart)];
    }

    private static ObservedGroup GroupOf(List<TemplateLine> lines, List<Counted> rows)
    {
        var categories = rows.Select(r => r.Row.Category).OfType<string>().Distinct().ToList();
        var byLine = lines.ToDictionary(l => l.Id, l => CategoryOf(l, categories));
        var category =
            lines.Count == 1
                ? byLine[lines[0].Id]
                : categories.FirstOrDefault(c => categories.All(o => Categories.IsWithin(o, c)))
                    ?? Categories.SectorOf(categories.FirstOrDefault())
                    ?? "";
        var years = rows.SelectMany(r => r.Row.Series.NumberYears)
            .Distinct()
            .Where(y => y >= EarliestYear && !rows.Any(r => r.IsGap(y)))
            .Order()
            .Select(y => new YearAmount(y, rows.Sum(r => r.In(y))));
        var title = lines.Count switch
        {
            0 => new LocalText(string.Join(", ", rows.Select(r => r.Row.Label ?? r.Row.Id).Take(3))),
            1 => lines[0].Title,
            _ => LocalTexts.Joined([.. lines.Select(l => l.Title)]),
        };
        return new ObservedGroup(
            lines.Count > 0 ? lines[0].Id : "other_" + PlainId(category),
            lines.ToEquatableList(),
            rows.Select(r => r.Row).ToEquatableList(),
            category,
            years.ToEquatableList()
        )
        {
            Title = title,
            LineCategories = byLine,
        };
    }

    /// <summary>As fine as the rows are, where they are of this line alone; else the line's own.</summary>
    private static string CategoryOf(TemplateLine line, List<string> rows)
    {
        var own = rows.Where(r => line.Categories.Any(c => Categories.IsWithin(r, c))).ToList();
        if (own.Count == 1)
        {
            return own[0];
        }

        var first = rows.Count > 0 ? SchemeOf(rows[0]) : "";
        var scheme = line.Categories.Any(c => SchemeOf(c) == first) ? first : SchemeOf(line.Categories[0]);
        var fitting = line.Categories.Where(c => SchemeOf(c) == scheme).ToList();
        return fitting.FirstOrDefault(c => own.Count > 0 && own.All(o => Categories.IsWithin(o, c))) ?? fitting[0];
    }

    private static string SchemeOf(string category) => CategoryScheme.Split(category)?.Scheme.Id ?? "";

    private static string PlainId(string category) =>
        category.Length == 0
            ? "rows"
            : string.Concat(category.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    /// <summary>A row with its factor to kilotonnes.</summary>
    private sealed record Counted(InventoryRow Row, double? Factor)
    {
        public bool IsGap(int year) => Row.Series[year].IsGap;

        public double In(int year) => Row.Series[year].TryGetNumber(out var number) ? number * Factor!.Value : 0;
    }
}
