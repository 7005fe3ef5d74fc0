// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Actions;
using Lodestar.Planning.Attribution;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Scenarios;
using Lodestar.Web.Components.Scenarios;

namespace Lodestar.Web.Features.Scenarios;

/// <summary>Where a plan's scenarios lead. Amounts are a year's emissions in <paramref name="Unit"/>; nothing is rounded.</summary>
/// <param name="Id">Of the plan.</param>
/// <param name="Revision">The stored revision; null where a folder was read.</param>
/// <param name="State">Whether there is something to tell, and why not.</param>
/// <param name="Sentences">What it comes to, to be read aloud.</param>
/// <param name="Unit">Of all amounts; null where nothing is told.</param>
/// <param name="Draws">How many draws ranges and odds are of.</param>
/// <param name="IsRangeAlone">True where more than half of the spread comes from what nobody has checked: odds are then said in words alone.</param>
/// <param name="IsComparable">True where the model counts what the inventory and the target count.</param>
/// <param name="Scenarios">In the order of scenarios.yaml; the usual ones where it says nothing.</param>
/// <param name="Stops">What is promised for the years ahead, and the odds of each scenario.</param>
/// <param name="ByMeasure">What each measure of the planned scenario takes away.</param>
/// <param name="ByController">The same by who decides.</param>
/// <param name="Measures">Those of the model.</param>
/// <param name="Faults">Of scenarios.yaml.</param>
/// <param name="LockIn">What stands, or is installed until then, still emits; null where the model keeps no vintages.</param>
public sealed record ScenariosContract(
    string Id,
    string? Revision,
    ScenarioState State,
    IReadOnlyList<MessageContract> Sentences,
    string? Unit,
    int Draws,
    bool IsRangeAlone,
    bool IsComparable,
    IReadOnlyList<ScenarioContract> Scenarios,
    IReadOnlyList<ScenarioStopContract> Stops,
    WedgesContract? ByMeasure,
    WedgesContract? ByController,
    IReadOnlyList<ScenarioMeasureContract> Measures,
    IReadOnlyList<DiagnosticContract> Faults,
    LockInContract? LockIn
)
{
    /// <summary>The contract of a view.</summary>
    /// <param name="view">Null where nothing can be told.</param>
    public static ScenariosContract From(
        string id,
        string? revision,
        ScenarioView? view,
        ScenarioState state,
        AttributionReport? byController,
        MessageCatalog texts
    ) =>
        view is null || state != ScenarioState.Shown
            ? new(
                id,
                revision,
                state,
                [],
                null,
                ScenarioRunner.DrawCount,
                true,
                false,
                [],
                [],
                null,
                null,
                [],
                [],
                null
            )
            : new(
                id,
                revision,
                state,
                [
                    .. ScenarioSentences
                        .Lead(view, texts)
                        .Concat(ScenarioSentences.More(view, texts))
                        .Select(m => MessageContract.From(m, texts)),
                ],
                view.Outlook.Model.Unit.Symbol,
                ScenarioRunner.DrawCount,
                !view.IsFirm,
                view.Assessment.IsModelled,
                [.. view.Outlook.Runs.Select(r => ScenarioContract.From(r, texts.Render(view.Name(r))))],
                [.. view.Stops.Select(s => ScenarioStopContract.From(s, view.Outlook))],
                view.Outlook.Wedges is { IsFinite: true } wedges ? WedgesContract.From(wedges, view.Outlook) : null,
                byController is { IsFinite: true } ? WedgesContract.From(byController, view.Outlook) : null,
                [.. view.Outlook.Model.Measures.Select(m => ScenarioMeasureContract.Of(m, view.Outlook, texts))],
                [.. view.Outlook.Set.Diagnostics.Select(d => DiagnosticContract.From(d, texts))],
                view.LockIn() is { } curve ? LockInContract.From(curve) : null
            );
}

/// <summary>A scenario by year.</summary>
/// <param name="Name">As it is shown in the language asked for.</param>
/// <param name="Measures">Those that are on.</param>
public sealed record ScenarioContract(
    string Id,
    string Name,
    ScenarioKind Kind,
    IReadOnlyList<ActiveMeasureContract> Measures,
    IReadOnlyList<ScenarioYearContract> Years,
    IReadOnlyList<ScenarioLineContract> Lines,
    IReadOnlyList<ScenarioCostContract> Costs
)
{
    internal static ScenarioContract From(ScenarioRun run, string name) =>
        new(
            run.Case.Id,
            name,
            run.Case.Kind,
            [.. run.Case.Active.Select(a => new ActiveMeasureContract(a.Measure.Id, a.Strength, a.Delay))],
            [.. ScenarioYearContract.From(run)],
            [
                .. run.Lines.Select(l => new ScenarioLineContract(
                    l.Line.Variable.Name,
                    l.Line.Category,
                    l.Line.Gas,
                    [.. l.Amounts.Select(Json.Finite)]
                )),
            ],
            [
                .. run.Costs.Select(c => new ScenarioCostContract(
                    c.Item.Name,
                    c.Item.Title,
                    c.Item.PartOf,
                    c.Item.Unit.Symbol,
                    [.. c.Amounts.Select(Json.Finite)]
                )),
            ]
        );
}

/// <summary>A measure that is on.</summary>
/// <param name="Strength">How much of it comes: above 0, at most 1.</param>
/// <param name="Delay">Years later than the model states.</param>
public sealed record ActiveMeasureContract(string Measure, double Strength, double Delay);

/// <summary>A year's emissions with all measures delivered as stated, and the range of the draws; null where nothing was drawn or the model gives no number.</summary>
public sealed record ScenarioYearContract(
    int Year,
    double? Amount,
    double? P05,
    double? P25,
    double? P50,
    double? P75,
    double? P95
)
{
    internal static IEnumerable<ScenarioYearContract> From(ScenarioRun run)
    {
        var (low, high) = (run.Quantile(0.25), run.Quantile(0.75));
        return run.Path.Select(
            (amount, i) =>
                run.Bands.IsEmpty
                    ? new ScenarioYearContract(run.FirstYear + i, Json.Finite(amount), null, null, null, null, null)
                    : new ScenarioYearContract(
                        run.FirstYear + i,
                        Json.Finite(amount),
                        Json.Finite(run.Bands[i].P05),
                        Json.Finite(low[i]),
                        Json.Finite(run.Bands[i].P50),
                        Json.Finite(high[i]),
                        Json.Finite(run.Bands[i].P95)
                    )
        );
    }
}

/// <summary>A line of the emissions, from the first year of the scenario on.</summary>
/// <param name="Gas">Null for CO2e.</param>
public sealed record ScenarioLineContract(
    string Variable,
    string Category,
    string? Gas,
    IReadOnlyList<double?> Amounts
);

/// <summary>What one thing costs, from the first year of the scenario on.</summary>
/// <param name="PartOf">The total that it is part of; null for a total.</param>
/// <param name="Unit">Amounts are in millions of it, a year: "EUR_2020".</param>
public sealed record ScenarioCostContract(
    string Id,
    string Title,
    string? PartOf,
    string Unit,
    IReadOnlyList<double?> Amounts
);

/// <summary>What is promised for a year.</summary>
/// <param name="Limit">At most so much.</param>
public sealed record ScenarioStopContract(
    int Year,
    bool IsNetZero,
    double Limit,
    IReadOnlyList<ScenarioOddsContract> Scenarios
)
{
    internal static ScenarioStopContract From(PromisedStop stop, PlanOutlook outlook) =>
        new(
            stop.Year,
            stop.IsNetZero,
            stop.Limit,
            [
                .. outlook.Runs.Select(r => new ScenarioOddsContract(
                    r.Case.Id,
                    Json.Finite(r.At(stop.Year)!.Value - stop.Limit),
                    r.AtMost(stop.Year, stop.Limit)?.Hits,
                    r.AtMost(stop.Year, stop.Limit)?.Count
                )),
            ]
        );
}

/// <summary>A scenario held against what is promised.</summary>
/// <param name="Gap">Expected less the limit.</param>
/// <param name="Hits">In how many draws the limit is kept.</param>
/// <param name="Draws">Of how many.</param>
public sealed record ScenarioOddsContract(string Scenario, double? Gap, int? Hits, int? Draws);

/// <summary>What each measure, or controller, takes away: in every year without − Σ effects = with.</summary>
/// <param name="IsExact">False where effects were sampled: then each has a standard error.</param>
/// <param name="Runs">How many runs of the model it took.</param>
public sealed record WedgesContract(
    bool IsExact,
    int Runs,
    int FirstYear,
    IReadOnlyList<double> Without,
    IReadOnlyList<WedgeContract> Wedges,
    IReadOnlyList<double> With
)
{
    internal static WedgesContract From(AttributionReport report, PlanOutlook outlook)
    {
        var factor = outlook.Model.Factor;
        int[] years = [.. Enumerable.Range(report.FirstYear, report.LastYear - report.FirstYear + 1)];
        var byYear = years.Select(y => report.Of(0, y, y)).ToList();
        return new(
            report.IsExact,
            report.Runs,
            report.FirstYear,
            [.. years.Select(y => report.Without(0, y, y) * factor)],
            [
                .. report.Effects.Select(
                    (e, i) =>
                        new WedgeContract(
                            e.Player.Id,
                            [.. byYear.Select(y => y[i].Shapley * factor)],
                            e.IsExact ? null : [.. byYear.Select(y => (y[i].StandardError ?? 0) * factor)]
                        )
                ),
            ],
            [.. years.Select(y => report.With(0, y, y) * factor)]
        );
    }
}

/// <summary>One wedge by year: above zero it lowers emissions.</summary>
/// <param name="Id">Of the measure; the controller as the plan names it, "" where it names none.</param>
/// <param name="StandardErrors">Null where effects are exact.</param>
public sealed record WedgeContract(string Id, IReadOnlyList<double> Effects, IReadOnlyList<double>? StandardErrors);

/// <summary>A measure of the model.</summary>
/// <param name="Delivery">How its action stands.</param>
public sealed record ScenarioMeasureContract(
    string Id,
    string Title,
    string? Controller,
    int? From,
    int? To,
    string Delivery,
    IReadOnlyList<string> Categories
)
{
    internal static ScenarioMeasureContract Of(
        Planning.Model.ModelMeasure measure,
        PlanOutlook outlook,
        MessageCatalog texts
    ) =>
        new(
            measure.Id,
            measure.Title,
            measure.Controller,
            measure.From,
            measure.To,
            texts.Render(Message.Of(ActionWords.TextId(outlook.StatusOf(measure)))),
            measure.Categories
        );
}

/// <summary>Two scenarios beside each other; lines add up to the totals at the decimals given.</summary>
/// <param name="State">Whether there is something to tell, and why not.</param>
/// <param name="Cost">What B costs more than A until the year asked for, unrounded; null where the model states no cost.</param>
public sealed record ScenarioComparisonContract(
    string Id,
    string? Revision,
    ScenarioState State,
    string? Unit,
    string? A,
    string? B,
    IReadOnlyList<ComparedYearsContract> Years,
    CostContract? Cost
)
{
    /// <summary>Six decimals: lines and totals add up at them.</summary>
    private const int Decimals = 6;

    /// <summary>The contract of two scenarios in a year, and from today to that year together.</summary>
    public static ScenarioComparisonContract From(
        string id,
        string? revision,
        ScenarioView? view,
        ScenarioState state,
        (string? A, string? B) asked,
        int? year
    )
    {
        if (view is null || state != ScenarioState.Shown)
        {
            return new(id, revision, state, null, null, null, [], null);
        }

        var (a, b) = view.Pair(asked.A, asked.B);
        var at = year ?? view.UsualYear;
        (int From, int To)[] spans = at > view.From ? [(at, at), (view.From, at)] : [(at, at)];
        return new(
            id,
            revision,
            state,
            view.Outlook.Model.Unit.Symbol,
            a.Case.Id,
            b.Case.Id,
            [
                .. spans
                    .Select(s => ScenarioComparison.Of(a, b, s, 1, Decimals))
                    .OfType<ScenarioComparison>()
                    .Select(ComparedYearsContract.Of),
            ],
            CostContract.Of(view.Cost(a, b, at), a, b)
        );
    }
}

/// <summary>Two scenarios over years, added up.</summary>
public sealed record ComparedYearsContract(
    int From,
    int To,
    ComparedRowContract Total,
    IReadOnlyList<ComparedRowContract> Sectors,
    IReadOnlyList<ComparedRowContract> Gases
)
{
    internal static ComparedYearsContract Of(ScenarioComparison compared) =>
        new(
            compared.From,
            compared.To,
            ComparedRowContract.From(compared.Total),
            [.. compared.Sectors.Select(ComparedRowContract.From)],
            [.. compared.Gases.Select(ComparedRowContract.From)]
        );
}

/// <summary>One line.</summary>
/// <param name="Key">A sector, or a gas ("" for CO2e); null for all, and for what no line of the model counts.</param>
/// <param name="Difference">B less A.</param>
public sealed record ComparedRowContract(string? Key, decimal A, decimal B, decimal Difference)
{
    internal static ComparedRowContract From(ComparedRow row) => new(row.Key, row.A, row.B, row.Difference);
}
