// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Control;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Measures;
using Lodestar.Planning.Plans;
using Lodestar.Units;

namespace Lodestar.Planning.Assessment;

/// <summary>A measure with who controls it, what it cuts, and whether somebody was asked.</summary>
/// <param name="Weight">Emissions cut in the year, in the unit of the whole; 1 where measures are counted.</param>
/// <param name="Asks">The standing asks that it waits for.</param>
public sealed record PlannedCut(MeasureControl Control, double Weight, EquatableList<Ask> Asks)
{
    public ReportedMeasure Measure => Control.Measure;
}

/// <summary>What is planned, by who controls it: in tonnes of one year, or in numbers where no measure reports any.</summary>
/// <param name="Year">The year whose cuts are added; null where measures are counted.</param>
/// <param name="Unit">The unit of the weights; null where measures are counted.</param>
/// <param name="Counted">What is added.</param>
/// <param name="Without">Measures that report no cut for the year, or one that cannot be added, or a rise: listed, never counted as zero.</param>
public sealed record PlannedCuts(
    int? Year,
    Unit? Unit,
    EquatableList<PlannedCut> Counted,
    EquatableList<PlannedCut> Without
)
{
    public double Sum => Counted.Sum(c => c.Weight);

    public double Of(ControlVerdict verdict) => Counted.Where(c => c.Control.Verdict == verdict).Sum(c => c.Weight);

    /// <summary>What others control, alone or in part.</summary>
    public IEnumerable<PlannedCut> ByOthers => Counted.Where(c => c.Control.NeedsOthers);

    /// <param name="plan">The plan.</param>
    /// <param name="milestone">The next milestone's year; null where there is none.</param>
    /// <param name="powers">The library's powers, for the hold that each gives.</param>
    public static PlannedCuts Of(Plan plan, int? milestone, IReadOnlyCollection<Power>? powers = null)
    {
        var unit = CommonUnit.Of([], plan.GwpSet);
        var all = plan
            .Measures.Where(m => m.Status != MeasureStatus.Ended)
            .Select(m => (Measure: m, Factor: Factor(m, unit, plan)))
            .ToList();
        var year = YearOf([.. all.Where(m => m.Factor is not null).Select(m => m.Measure)], milestone);
        var cuts = all.Select(m => new PlannedCut(
                MeasureControl.Of(plan, m.Measure, powers),
                year is { } y && m.Factor is { } factor && m.Measure.Effect![y].TryGetNumber(out var number)
                    ? number * factor
                    : double.NaN,
                plan.Asks.Where(a => a.Stands && a.Measures.Contains(m.Measure.Id)).ToEquatableList()
            ))
            .OrderBy(c => c.Measure.Id, StringComparer.Ordinal)
            .ToList();
        var (readable, perReadable) = Readable(cuts.Where(c => c.Weight > 0).Sum(c => c.Weight), unit);
        cuts = [.. cuts.Select(c => c with { Weight = c.Weight * perReadable })];
        // A measure that raises emissions is no part of the cuts that others could hold up.
        return cuts.Exists(c => c.Weight > 0)
            ? new PlannedCuts(
                year,
                readable,
                cuts.Where(c => c.Weight >= 0).ToEquatableList(),
                cuts.Where(c => !(c.Weight >= 0)).ToEquatableList()
            )
            : new PlannedCuts(
                null,
                null,
                cuts.Select(c => c with { Weight = 1 }).ToEquatableList(),
                EquatableList<PlannedCut>.Empty
            );
    }

    /// <summary>The milestone's year where a measure reports a cut for it, else the last year that any does.</summary>
    private static int? YearOf(List<ReportedMeasure> measures, int? milestone) =>
        milestone is { } year && measures.Exists(m => m.Effect![year].IsNumber)
            ? year
            : measures.Max(m => m.Effect!.LastNumberYear);

    /// <summary>Kilotonnes or megatonnes where tonnes would be long.</summary>
    private static (Unit Unit, double Factor) Readable(double tonnes, Unit unit)
    {
        const double Many = 10_000;
        var prefix =
            tonnes >= Many * 1000 ? "M"
            : tonnes >= Many ? "k"
            : "";
        var readable = Unit.Parse(prefix + unit.Symbol);
        return (readable, unit.FactorTo(readable));
    }

    private static double? Factor(ReportedMeasure measure, Unit unit, Plan plan) =>
        measure.Effect is { } effect ? CommonUnit.Factor(effect.Unit, unit, plan.GwpSet) : null;
}
