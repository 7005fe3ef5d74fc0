// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Measures;
using Lodestar.Planning.Model;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Projections;
using Lodestar.Planning.Scenarios;
using Lodestar.Planning.Series;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Planning.Assessment;

/// <summary>
/// What a plan's model says in the unit of its inventory, and whether it counts the same emissions: only then may it be
/// held against a target.
/// </summary>
/// <param name="Outlook">The scenarios, run.</param>
/// <param name="Unit">The unit of the inventory's totals.</param>
/// <param name="Factor">From the model's unit.</param>
/// <param name="Year">The last inventoried year that the model has.</param>
/// <param name="Ratio">The model over the inventory in that year.</param>
/// <param name="Fits">Whether they differ by no more than the rules allow.</param>
internal sealed record ModelledPlan(PlanOutlook Outlook, Unit Unit, double Factor, int Year, double Ratio, bool Fits)
{
    private const string File = "scenarios.yaml";

    public static ModelledPlan? Of(AssessmentContext context, PlanOutlook? outlook)
    {
        if (
            outlook is null
            || (context.Levels?.Covered ?? context.Totals) is not { } totals
            || CommonUnit.Factor(outlook.Model.Unit, totals.Unit, context.Plan.GwpSet) is not { } factor
        )
        {
            return null;
        }

        foreach (var year in totals.Comparable.Select(y => y.Year).OrderDescending())
        {
            if (outlook.Expected.At(year) is { } modelled && totals.ComparableAmount(year) is { } counted and not 0)
            {
                var ratio = modelled * factor / counted;
                var fits = Math.Abs(ratio - 1) <= context.Rules["model.difference"];
                return new ModelledPlan(outlook, totals.Unit, factor, year, ratio, fits);
            }
        }

        return null;
    }

    /// <summary>A scenario of the model as if it had been published; null where there is none, or the model counts something else.</summary>
    public ProjectionTotals? Projection(ProjectionScenario scenario)
    {
        ScenarioKind? kind = scenario switch
        {
            ProjectionScenario.WOM => ScenarioKind.WOM,
            ProjectionScenario.WEM => ScenarioKind.WEM,
            ProjectionScenario.WAM => ScenarioKind.WAM,
            _ => null,
        };
        if (!Fits || kind is null || Outlook.Find(kind.Value) is not { } run)
        {
            return null;
        }

        ProjectedLine Line(string code, IEnumerable<double> amounts) =>
            new(code, amounts.Select((a, i) => new YearAmount(run.FirstYear + i, a * Factor)).ToEquatableList());
        return new ProjectionTotals(
            scenario,
            new ProjectionRecord(run.Case.Id, File) { Title = run.Case.Scenario.Title },
            Unit,
            Line("total", run.Path)
        )
        {
            IsComputed = true,
            Sectors = run.Sectors().Select(s => Line(s.Sector, s.Amounts)).ToEquatableList(),
            Gases = run.Gases().Where(g => g.Gas.Length > 0).Select(g => Line(g.Gas, g.Amounts)).ToEquatableList(),
        };
    }

    /// <summary>
    /// The plan's measures with those of its model: the effect of each is its Shapley value, so that the effects add up to
    /// what all of them do together. A lever that no scenario of the plan has on, and no file reports, is none of its measures.
    /// </summary>
    public EquatableList<ReportedMeasure> Measures(Plan plan)
    {
        var wedges = Outlook.Wedges;
        var effects = wedges?.Effects.Select((e, i) => (e.Player.Id, Index: i)).ToDictionary(e => e.Id, e => e.Index);
        var modelled = Outlook
            .Model.Measures.Where(m => m.Reported is not null || IsOn(Outlook.Planned, m) || IsOn(Outlook.Expected, m))
            .Select(m =>
                effects?.TryGetValue(m.Id, out var index) == true ? Computed(m, index) : m.Reported ?? Stated(m)
            );
        return plan
            .Measures.Where(r => Outlook.Model.Measures.All(m => m.Reported != r))
            .Concat(modelled)
            .ToEquatableList();
    }

    private static bool IsOn(ScenarioRun run, ModelMeasure measure) => run.Case.Active.Any(a => a.Measure == measure);

    private ReportedMeasure Computed(ModelMeasure measure, int index)
    {
        var wedges = Outlook.Wedges!;
        var cells = Enumerable
            .Range(wedges.FirstYear, wedges.LastYear - wedges.FirstYear + 1)
            .Select(y => (Year: y, Cut: wedges.Of(0, y, y)[index].Shapley * Outlook.Model.Factor * Factor))
            .Where(c => double.IsFinite(c.Cut))
            .Select(c => new YearCell(c.Year, Cell.Of(c.Cut)))
            .ToList();
        return cells.Count == 0
            ? measure.Reported ?? Stated(measure)
            : Filled(measure) with
            {
                Effect = new YearSeries(Unit, cells),
                IsComputed = true,
                Against = "WOM",
            };
    }

    /// <summary>What is reported of a measure; what that leaves open is as the model has it.</summary>
    private ReportedMeasure Filled(ModelMeasure measure)
    {
        var stated = Stated(measure);
        return measure.Reported is not { } reported
            ? stated
            : reported with
            {
                Status = reported.Status == MeasureStatus.NotStated ? stated.Status : reported.Status,
                Sectors = reported.Sectors.Count > 0 ? reported.Sectors : stated.Sectors,
                Controller = reported.Controller ?? stated.Controller,
            };
    }

    private ReportedMeasure Stated(ModelMeasure measure) =>
        new(measure.Id, measure.Title, ModelDiagnostics.PlaceOf(Lodestar.Formula.Text.Span.Of(measure.Text.Id)))
        {
            Status =
                Outlook.Find(ScenarioKind.WEM) is { } run && IsOn(run, measure)
                    ? MeasureStatus.Adopted
                    : MeasureStatus.Planned,
            Sectors = measure.Categories,
            Controller = measure.Controller,
            Source = measure.Source,
            StartYear = measure.From,
        };
}
