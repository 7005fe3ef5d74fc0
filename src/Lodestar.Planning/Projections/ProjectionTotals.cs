// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Planning.Projections;

/// <summary>A published line: amounts in the years that its publisher states, straight between them.</summary>
public sealed record ProjectedLine(string Code, EquatableList<YearAmount> Points)
{
    /// <summary>Null outside the stated years: nothing is carried on beyond them.</summary>
    public double? At(int year) => new LongTermPath(Unit.One, Derived: false, Points).At(year);
}

/// <summary>
/// What one publisher projects for one scenario, added up in <paramref name="Unit"/> as the inventory it is read
/// beside is counted.
/// </summary>
/// <param name="Record">The file it stands in: the latest published one that holds the scenario.</param>
/// <param name="Whole">The total as stated, else the sum of the parts.</param>
public sealed record ProjectionTotals(
    ProjectionScenario Scenario,
    ProjectionRecord Record,
    Unit Unit,
    ProjectedLine Whole
)
{
    /// <summary>True when no total is stated and the parts were added.</summary>
    public bool FromParts { get; init; }

    /// <summary>True for what the plan's own model computes, which nobody published.</summary>
    public bool IsComputed { get; init; }

    /// <summary>By sector of the scheme; empty when only a total is stated.</summary>
    public EquatableList<ProjectedLine> Sectors { get; init; } = EquatableList<ProjectedLine>.Empty;

    /// <summary>By gas; empty when no row names one.</summary>
    public EquatableList<ProjectedLine> Gases { get; init; } = EquatableList<ProjectedLine>.Empty;

    /// <summary>Other files that hold the same scenario, which are shown and not read.</summary>
    public EquatableList<ProjectionRecord> Others { get; init; } = EquatableList<ProjectionRecord>.Empty;

    public EquatableList<Diagnostic> Doubts { get; init; } = EquatableList<Diagnostic>.Empty;

    /// <summary>Null when nobody published the scenario, or nothing of it can be brought to the unit.</summary>
    /// <param name="plan">Whose projections.</param>
    /// <param name="scenario">Which of them.</param>
    /// <param name="unit">Unit of the inventory's totals.</param>
    /// <param name="boundary">The total that parts are added up to.</param>
    public static ProjectionTotals? Of(Plan plan, ProjectionScenario scenario, Unit unit, Boundary boundary)
    {
        var records = plan
            .Projections.Where(p => p.Rows.Any(r => r.Scenario == scenario))
            .OrderByDescending(p => p.Published ?? DateOnly.MinValue)
            .ToList();
        if (records.Count == 0)
        {
            return null;
        }

        var doubts = new List<Diagnostic>();
        var lines = records[0]
            .Rows.Where(r => r.Scenario == scenario)
            .Select(r => new Line(r, CommonUnit.Factor(r.Series.Unit, unit, plan.GwpSet)))
            .ToList();
        foreach (var line in lines.Where(l => l.Factor is null))
        {
            doubts.Add(ProjectionDiagnostics.NoCommonUnit(line.Row, unit));
        }

        lines.RemoveAll(l => l.Factor is null);
        var totals = Totals(lines);
        var parts = lines.FindAll(l => !l.IsTotal && Enters(l.Row, boundary));
        var whole = Sum("total", totals.Count > 0 ? totals : parts);
        if (whole.Points.Count == 0)
        {
            return null;
        }

        if (totals.Count > 0 && parts.Count > 0)
        {
            doubts.AddRange(PartsDiffer(records[0], scenario, whole, Sum("total", parts), unit));
        }

        return new ProjectionTotals(scenario, records[0], unit, whole)
        {
            FromParts = totals.Count == 0,
            Sectors = Group(parts, l => Categories.SectorOf(l.Row.Category), Categories.RankOf),
            Gases = Group(totals.Exists(t => t.Row.GasOf is not null) ? totals : parts, l => l.Row.GasOf, _ => 0),
            Others = records.Skip(1).ToEquatableList(),
            Doubts = doubts.ToEquatableList(),
        };
    }

    /// <summary>One total of all gases, or one a gas where no such row stands.</summary>
    private static List<Line> Totals(List<Line> lines)
    {
        var totals = lines.FindAll(l => l.IsTotal);
        var ofAll = totals.FindAll(t => t.Row.GasOf is null);
        return ofAll.Count > 0 ? ofAll[..1] : totals.DistinctBy(t => t.Row.GasOf).ToList();
    }

    private static bool Enters(ProjectionRow row, Boundary boundary) =>
        BoundaryRules.Enters(new InventoryRow(row.Id, row.Category, row.Series, row.Place), boundary) == Entry.In;

    private static EquatableList<ProjectedLine> Group(
        List<Line> lines,
        Func<Line, string?> code,
        Func<string, int> rank
    ) =>
        lines
            .GroupBy(code)
            .Where(g => g.Key is not null)
            .Select(g => Sum(g.Key!, [.. g]))
            .Where(l => l.Points.Count > 0)
            .OrderBy(l => rank(l.Code))
            .ThenByDescending(l => l.Points[^1].Amount)
            .ToEquatableList();

    /// <summary>Years in which every row is answered: with one row less a sum would look like a cut.</summary>
    private static ProjectedLine Sum(string code, List<Line> lines)
    {
        var years = lines.SelectMany(l => l.Row.Series.Cells).Select(c => c.Year).Distinct().Order();
        var points = new List<YearAmount>();
        foreach (var year in years)
        {
            var cells = lines.Select(l => (Cell: l.Row.Series[year], l.Factor)).ToList();
            if (cells.Exists(c => c.Cell.IsGap) || !cells.Exists(c => c.Cell.IsNumber))
            {
                continue;
            }

            points.Add(
                new YearAmount(year, cells.Sum(c => c.Cell.TryGetNumber(out var number) ? number * c.Factor!.Value : 0))
            );
        }

        return new ProjectedLine(code, points.ToEquatableList());
    }

    private static IEnumerable<Diagnostic> PartsDiffer(
        ProjectionRecord record,
        ProjectionScenario scenario,
        ProjectedLine whole,
        ProjectedLine parts,
        Unit unit
    )
    {
        var tolerance = Assessment.RuleSet.Current["doubt.total"];
        foreach (var point in whole.Points)
        {
            var sum = parts.Points.Where(p => p.Year == point.Year).Select(p => (double?)p.Amount).FirstOrDefault();
            if (sum is { } s && Math.Abs(s - point.Amount) > tolerance * Math.Max(Math.Abs(s), Math.Abs(point.Amount)))
            {
                yield return ProjectionDiagnostics.PartsDiffer(
                    record,
                    scenario,
                    point.Year,
                    new Quantity(point.Amount, unit),
                    new Quantity(s, unit)
                );
                yield break;
            }
        }
    }

    private readonly record struct Line(ProjectionRow Row, double? Factor)
    {
        public bool IsTotal => Row.Category is null or "total";
    }
}
