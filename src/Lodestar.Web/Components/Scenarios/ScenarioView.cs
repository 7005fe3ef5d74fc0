// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.PlanFolder.Model;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Attribution;
using Lodestar.Planning.LockIn;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Scenarios;
using Lodestar.Units;
using Lodestar.Web.Charts;

namespace Lodestar.Web.Components.Scenarios;

/// <summary>Whether a plan's scenarios can be shown, and why not.</summary>
public enum ScenarioState
{
    Shown = 0,

    /// <summary>The plan has no model.</summary>
    NoModel,

    /// <summary>It has one with faults.</summary>
    Faulty,

    /// <summary>No answer of the model is emissions a year in the unit of the inventory.</summary>
    NoEmissions,

    /// <summary>Too large to be run while somebody waits.</summary>
    TooLarge,

    /// <summary>The model has no measures, so that its scenarios are one.</summary>
    NoMeasures,
}

/// <summary>A plan's scenarios in the unit that they are shown in.</summary>
/// <param name="Promise">Null where nothing is promised, or the model counts something else.</param>
/// <param name="Unit">Of everything shown.</param>
/// <param name="Scale">From the unit of the model.</param>
public sealed record ScenarioView(
    Plan Plan,
    PlanAssessment Assessment,
    PlanOutlook Outlook,
    ModelPromise? Promise,
    Unit Unit,
    double Scale
)
{
    // The largest number of a table has four digits that count.
    private const double Thousand = 1000;

    /// <summary>The year that sums begin with: that of the assessment, within the model's years.</summary>
    public int From => Math.Clamp(Assessment.Date.Year, Outlook.Model.FirstYear, Outlook.Model.LastYear);

    public int FirstYear => Outlook.Model.FirstYear;

    public int LastYear => Outlook.Model.LastYear;

    /// <summary>What lies ahead, within the model's years.</summary>
    public IEnumerable<PromisedStop> Stops =>
        Promise?.Stops.Where(s => s.Year >= Assessment.Date.Year && s.Year <= LastYear) ?? [];

    public PromisedStop? Next => Stops.FirstOrDefault();

    public PromisedStop? Zero => Stops.LastOrDefault(s => s.IsNetZero);

    /// <summary>The year that is shown unless another is asked for: the next that something is promised for, else the last.</summary>
    public int UsualYear => Next?.Year ?? LastYear;

    /// <summary>Whether figures may be said without their range (DESIGN §5).</summary>
    public bool IsFirm => Outlook.Trust is { IsFirm: true };

    /// <summary>The scenarios' lines start where the inventory ends.</summary>
    public int StartYear =>
        Math.Clamp(Assessment.Totals?.LastYear ?? FirstYear, FirstYear, Math.Max(FirstYear, LastYear - 1));

    /// <summary>An amount of the model as it is shown.</summary>
    public double In(double amount) => amount * Scale;

    /// <summary>How many decimals a table has whose largest amount is this, in the unit shown.</summary>
    public static int Decimals(double largest)
    {
        var size = Math.Abs(largest);
        return size >= Thousand ? 0
            : size >= Thousand / 10 ? 1
            : size >= Thousand / 100 ? 2
            : 3;
    }

    /// <summary>What can be shown of a plan.</summary>
    public static (ScenarioView? View, ScenarioState State) Of(PlanReading reading, PlanAssessment assessment)
    {
        if (!ModelReader.IsIn(reading.Files))
        {
            return (null, ScenarioState.NoModel);
        }

        if (reading.Outlook is not { } outlook)
        {
            return (null, StateOf(reading));
        }

        var most = outlook.Runs.SelectMany(r => r.Path).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        var unit = ChartUnit.For(outlook.Model.Unit, most);
        var view = new ScenarioView(
            reading.Plan,
            assessment,
            outlook,
            ModelPromise.Of(outlook, reading.Plan, assessment),
            unit,
            outlook.Model.Unit.FactorTo(unit)
        );
        return (view, outlook.Model.Measures.IsEmpty ? ScenarioState.NoMeasures : ScenarioState.Shown);
    }

    /// <summary>A scenario by its id; null where there is none.</summary>
    public ScenarioRun? Find(string? id) => string.IsNullOrEmpty(id) ? null : Outlook.Find(id);

    /// <summary>A year of the model as an address names it; null where it names none.</summary>
    public int? YearOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year >= FirstYear
        && year <= LastYear
            ? year
            : null;

    /// <summary>The effects in a year, and from today to that year together.</summary>
    public IReadOnlyList<EffectTable> Tables(AttributionReport report, int year)
    {
        (int From, int To)[] spans = year > From ? [(year, year), (From, year)] : [(year, year)];
        return
        [
            .. spans
                .Select(s =>
                    EffectTable.Of(
                        report,
                        Outlook.Without,
                        Outlook.Model.Factor,
                        Scale,
                        s,
                        Decimals(In(Outlook.Without.Sum(s.From, s.To))),
                        s.From == s.To ? Promise?.At(s.From) : Promise?.Sum(s.From, s.To)
                    )
                )
                .OfType<EffectTable>(),
        ];
    }

    /// <summary>Two scenarios as an address names them; else what is decided beside what is planned, or no measures beside either.</summary>
    public (ScenarioRun A, ScenarioRun B) Pair(string? a, string? b)
    {
        var first = Find(a);
        ScenarioRun[] usual = [Outlook.Planned, Outlook.Expected, Outlook.Without];
        var second = Find(b) ?? usual.FirstOrDefault(r => r != first) ?? Outlook.Planned;
        return (first ?? (Outlook.Expected == second ? Outlook.Without : Outlook.Expected), second);
    }

    /// <summary>Two scenarios in a year, and from today to that year together.</summary>
    public IReadOnlyList<ScenarioComparison> Compare(ScenarioRun a, ScenarioRun b, int year)
    {
        (int From, int To)[] spans = year > From ? [(year, year), (From, year)] : [(year, year)];
        return
        [
            .. spans
                .Select(s =>
                    ScenarioComparison.Of(
                        a,
                        b,
                        s,
                        Scale,
                        Decimals(In(Math.Max(a.Sum(s.From, s.To), b.Sum(s.From, s.To))))
                    )
                )
                .OfType<ScenarioComparison>(),
        ];
    }

    /// <summary>What the second costs more than the first, in a year and from today to that year together; null where the model states no cost.</summary>
    public CostAnswer? Cost(ScenarioRun a, ScenarioRun b, int year) =>
        CostAnswer.Of(Outlook.Model, a, b, year > From ? [(year, year), (From, year)] : [(year, year)]);

    /// <summary>What each scenario costs more than the one without measures, until the year of net zero; empty where the model states no cost.</summary>
    public IReadOnlyList<(ScenarioRun Run, CostAnswer Cost)> Costs() =>
        [
            .. Outlook
                .Runs.Where(r => r != Outlook.Without)
                .Select(r =>
                    (
                        r,
                        Cost: CostAnswer.Of(
                            Outlook.Model,
                            Outlook.Without,
                            r,
                            [CostAnswer.Spans([], From, LastYear, Zero?.Year)[^1]]
                        )
                    )
                )
                .Where(c => c.Cost is not null)
                .Select(c => (c.r, c.Cost!)),
        ];

    /// <summary>The years between which a change is shown as an address names them; those that are not named, or not in order, are the usual ones.</summary>
    public (int From, int To) Span(string? from, string? to)
    {
        var first = YearOf(from);
        var last = YearOf(to) ?? (UsualYear > (first ?? StartYear) ? UsualYear : LastYear);
        var start = first ?? Math.Max(FirstYear, Math.Min(StartYear, last - 1));
        return start < last ? (start, last) : (StartYear, LastYear);
    }

    /// <summary>Whether an address names two years of the model that are in order, or leaves them out.</summary>
    public bool IsSpan(string? from, string? to) =>
        (string.IsNullOrEmpty(from) || YearOf(from) is not null)
        && (string.IsNullOrEmpty(to) || YearOf(to) is not null)
        && (YearOf(from) ?? FirstYear) < (YearOf(to) ?? LastYear);

    /// <summary>Why a scenario changes from one year to another; null where a number is none.</summary>
    public ScenarioChange? Change(ScenarioRun run, (int From, int To) years) =>
        ScenarioChange.Of(
            Outlook.Model,
            run,
            years,
            Scale,
            Decimals(In(Math.Max(Math.Abs(run.At(years.From) ?? 0), Math.Abs(run.At(years.To) ?? 0))))
        );

    /// <summary>What is locked in; null where the model keeps no vintages.</summary>
    public LockInCurve? LockIn() => LockInCurve.Of(Outlook, Assessment.Date.Year, Assessment.Target?.NetZeroYear);

    public Message Name(ScenarioRun run) => ScenarioWords.Name(Outlook.Set, run.Case);

    public string MeasureTitle(string id) => Outlook.Model.Measure(id)?.Title ?? id;

    private static ScenarioState StateOf(PlanReading reading)
    {
        if (reading.Model is not { Model: not null, Text: not null })
        {
            return ScenarioState.Faulty;
        }

        using var runner = reading.Runner();
        return runner is null ? ScenarioState.NoEmissions : ScenarioState.TooLarge;
    }
}
