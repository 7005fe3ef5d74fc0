// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Measures;
using Lodestar.Planning.Messages;
using Lodestar.Units;

namespace Lodestar.Planning.Assessment;

/// <summary>
/// The share of each sector's emissions that has a reported measure on it, and the sectors that no net-zero year covers.
/// How much a measure cuts is not asked here.
/// </summary>
internal static class CoverageFinding
{
    private static readonly Unit Percent = Unit.Parse("%");

    public static Finding Of(AssessmentContext context)
    {
        var rule = Message.Of(
            "finding.coverage.rule",
            ("met", new Share(context.Rules["coverage.met"])),
            ("unmet", new Share(context.Rules["coverage.unmet"]))
        );
        var measures = context.Plan.Measures.Where(m => m.Status != MeasureStatus.Ended).ToList();
        if (context.Totals is not { } totals || measures.Count == 0)
        {
            return NotStatedFinding.Of(FindingTable.Of("coverage"), context.Plan) with { Rule = rule };
        }

        var year = totals.LastYear!.Value;
        var sectors = Sectors(context, measures, totals, year);
        var placed = measures.Where(m => m.Sectors.Count > 0).ToList();
        if (sectors.Count == 0 || placed.Count == 0)
        {
            return NotStatedFinding.Of(FindingTable.Of("coverage"), context.Plan) with
            {
                Rule = rule,
                Sentence = Message.Of(
                    placed.Count == 0 ? "finding.coverage.no-sectors" : "finding.coverage.no-categories"
                ),
                Needs = EquatableList.Of(placed.Count == 0 ? "measures/" : "inventory/"),
            };
        }

        var whole = sectors.Sum(s => s.Whole);
        var share = whole > 0 ? sectors.Sum(s => s.Covered) / whole : 0;
        var bare = sectors.Where(s => s.Covered < s.Whole && s.Whole > 0).OrderByDescending(s => s.Whole - s.Covered);
        var noZero = sectors.Where(s => !s.HasZeroYear).Select(s => s.Code).ToList();
        var verdict =
            share < context.Rules["coverage.unmet"] ? Verdict.Unmet
            : share >= context.Rules["coverage.met"] && noZero.Count == 0 ? Verdict.Met
            : Verdict.Partly;
        return new Finding("coverage", verdict, Sentence(share, year, noZero), rule)
        {
            Number = new Quantity(share * 100, Percent),
            Threshold = new Quantity(context.Rules["coverage.met"] * 100, Percent),
            Years = EquatableList.Of(year),
            Sectors = bare.Select(s => s.Code).ToEquatableList(),
            Inputs = placed
                .Select(m => new FindingInput(
                    Message.Of("input.measure", ("measure", m.Title)),
                    m.Sectors.Select(Categories.Name).ToEquatableList(),
                    m.Place,
                    m.Source
                ))
                .ToEquatableList(),
            Working = Working(context, sectors, measures, year).ToEquatableList(),
        };
    }

    private static Message Sentence(double share, int year, List<string> noZero)
    {
        var covers = Message.Of("finding.coverage.share", ("share", new Share(share)), ("year", year));
        return noZero.Count == 0
            ? Message.Of("finding.coverage.all-zero", ("covers", covers))
            : Message.Of(
                "finding.coverage.no-zero",
                ("covers", covers),
                ("sectors", noZero.Select(Categories.Name).ToEquatableList())
            );
    }

    private static List<Sector> Sectors(
        AssessmentContext context,
        List<ReportedMeasure> measures,
        InventoryTotals totals,
        int year
    )
    {
        var scope = context.Version?.Scope.Sectors;
        var named = measures.SelectMany(m => m.Sectors).Distinct().ToList();
        return context
            .Inventory!.Rows.Where(r =>
                r is { Role: RowRole.Part, Category: not null }
                && BoundaryRules.Enters(r, totals.Boundary) == Entry.In
                && Categories.SectorOf(r.Category) is not null
            )
            .Select(r => (Row: r, Amount: Amount(context, r, totals.Unit, year)))
            .Where(r => r.Amount > 0)
            .GroupBy(r => Categories.SectorOf(r.Row.Category)!)
            .Select(g => new Sector(
                g.Key,
                g.Sum(r => r.Amount),
                g.Where(r => named.Exists(n => Categories.IsWithin(r.Row.Category!, n))).Sum(r => r.Amount),
                g.Where(r => named.Exists(n => n != r.Row.Category && Categories.IsWithin(n, r.Row.Category!)))
                    .Sum(r => r.Amount),
                context.Version?.NetZeroYear is not null
                    && (scope is null || scope.Any(s => Categories.IsWithin(g.Key, s) || Categories.IsWithin(s, g.Key)))
            ))
            .OrderBy(s => Categories.RankOf(s.Code))
            .ToList();
    }

    private static double Amount(AssessmentContext context, InventoryRow row, Unit unit, int year) =>
        row.Series[year].TryGetNumber(out var number)
        && CommonUnit.Factor(row.Series.Unit, unit, context.Plan.GwpSet) is { } factor
            ? number * factor
            : 0;

    private static IEnumerable<WorkingStep> Working(
        AssessmentContext context,
        List<Sector> sectors,
        List<ReportedMeasure> measures,
        int year
    )
    {
        foreach (var sector in sectors)
        {
            yield return new WorkingStep(
                Message.Of("working.coverage.sector", ("sector", Categories.Name(sector.Code)), ("year", year)),
                Message.Of(
                    "formula.ratio",
                    ("part", context.Amount(sector.Covered)),
                    ("whole", context.Amount(sector.Whole))
                ),
                new Share(sector.Covered / sector.Whole),
                sector.Finer > 0 ? Message.Of("working.coverage.finer", ("amount", context.Amount(sector.Finer))) : null
            );
        }

        var unplaced = measures.Where(m => m.Sectors.Count == 0).Select(m => (object)m.Title).ToEquatableList();
        if (unplaced.Count > 0)
        {
            yield return new WorkingStep(Message.Of("working.coverage.unplaced"), null, unplaced);
        }

        if (context.Levels?.Milestones.FirstOrDefault(m => m.Year >= context.Date.Year) is { } next)
        {
            var effects = measures
                .Where(m => m.Effect is not null)
                .Select(m =>
                    m.Effect![next.Year].TryGetNumber(out var number)
                        ? number * CommonUnit.Factor(m.Effect.Unit, context.Totals!.Unit, context.Plan.GwpSet)
                        : null
                )
                .OfType<double>()
                .ToList();
            if (effects.Count > 0)
            {
                yield return new WorkingStep(
                    Message.Of("working.coverage.effects", ("year", next.Year), ("measures", effects.Count)),
                    null,
                    context.Amount(effects.Sum()),
                    Summing(measures)
                );
            }
        }
    }

    /// <summary>What adding up the effects of measures means.</summary>
    internal static Message Summing(IEnumerable<ReportedMeasure> measures) =>
        Message.Of(
            measures.Where(m => m.Effect is not null).All(m => m.IsComputed)
                ? "working.coverage.effects.computed"
                : "working.coverage.effects.note"
        );

    /// <param name="Finer">Emissions of rows that measures act on in part alone; how much is not known, so none is counted.</param>
    private sealed record Sector(string Code, double Whole, double Covered, double Finer, bool HasZeroYear);
}
