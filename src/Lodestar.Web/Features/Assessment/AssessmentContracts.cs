// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Serialization;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Web.Features.Assessment;

/// <summary>What the lodestar test says of one plan on one date.</summary>
/// <param name="RuleSet">Version of the rules; with plan, revision and date it decides everything here.</param>
/// <param name="Headline">Short sentences, in order.</param>
/// <param name="Holds">Does what is done add up to what was promised?</param>
public sealed record AssessmentContract(
    string PlanId,
    string PlanName,
    DateOnly Date,
    string RuleSet,
    IReadOnlyList<MessageContract> Headline,
    Verdict Holds,
    AsOfContract AsOf,
    TotalsContract? Totals,
    PathContract? Path,
    IReadOnlyList<StopContract> Milestones,
    PaceContract? Pace,
    IReadOnlyList<FindingContract> Findings,
    IReadOnlyList<DiagnosticContract> Doubts
)
{
    /// <summary>The stored revision assessed; null for a folder that is not stored.</summary>
    public string? Revision { get; init; }

    /// <summary>Id of the target version in force; null when no target is stated.</summary>
    public string? Target { get; init; }

    /// <summary>What is published of the years ahead: WOM, WEM, WAM and LTS, as far as there is any.</summary>
    public IReadOnlyList<ProjectionContract> Projections { get; init; } = [];

    public static AssessmentContract From(PlanAssessment assessment, MessageCatalog texts) =>
        new(
            assessment.PlanId,
            assessment.PlanName,
            assessment.Date,
            assessment.RuleSet,
            [.. assessment.Headline.Select(m => MessageContract.From(m, texts))],
            assessment.Holds,
            AsOfContract.From(assessment.AsOf),
            assessment.Totals is { } totals ? TotalsContract.From(totals, texts) : null,
            assessment.Path is { } path ? PathContract.From(path) : null,
            [.. assessment.Milestones.Select(m => StopContract.From(m, assessment.Totals?.Unit))],
            assessment.Pace is { } pace ? PaceContract.From(pace) : null,
            [.. assessment.Findings.Select(f => FindingContract.From(f, texts))],
            [.. assessment.Doubts.Select(d => DiagnosticContract.From(d, texts))]
        )
        {
            Target = assessment.Target?.Id,
            Projections = [.. assessment.Projections.Select(ProjectionContract.From)],
        };
}

/// <summary>How old what was assessed is, and whether that is older than its cycle.</summary>
/// <param name="TargetStated">"2021-06-15", or "2021" where only the year is known.</param>
public sealed record AsOfContract(int? InventoryYear, string? TargetStated, bool InventoryStale, bool TargetStale)
{
    public static AsOfContract From(AsOf asOf) =>
        new(asOf.InventoryYear, asOf.TargetStated, asOf.InventoryStale, asOf.TargetStale);
}

/// <summary>Yearly totals of the leading inventory.</summary>
public sealed record TotalsContract(
    string Inventory,
    Boundary Boundary,
    string Unit,
    MessageContract BoundaryNote,
    IReadOnlyList<TotalContract> Years
)
{
    public static TotalsContract From(InventoryTotals totals, MessageCatalog texts) =>
        new(
            totals.InventoryId,
            totals.Boundary,
            totals.Unit.Symbol,
            MessageContract.From(totals.BoundaryNote, texts),
            [.. totals.Years.Select(TotalContract.From)]
        );
}

/// <summary>A sum over rows of one year: either a value, or a key that says why there is none.</summary>
/// <param name="Value">The sum of the numbers there are.</param>
/// <param name="Key">"missing": rows lack a number. "none": no row lacks one, and none has one to add (all NO or IE).</param>
/// <param name="Rows">How many rows hold a number.</param>
/// <param name="Gaps">How many rows lack one (missing, NE, C): above zero the sum may be too low.</param>
public sealed record TotalContract(
    int Year,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Value,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Key,
    int Rows,
    int Gaps
)
{
    public static TotalContract From(YearTotal year)
    {
        var total = year.Total;
        var key =
            total.Amount is not null ? null
            : total.Gaps > 0 ? "missing"
            : "none";
        return new(year.Year, total.Amount, key, total.Numbers, total.Gaps);
    }
}

/// <summary>A year and its amount, in the unit its owner names.</summary>
public sealed record YearAmountContract(int Year, double Value)
{
    public static YearAmountContract From(YearAmount amount) => new(amount.Year, amount.Amount);
}

/// <summary>The long-term path, year by year.</summary>
/// <param name="Derived">True when no yearly path is published, so that a straight line stands in.</param>
/// <param name="ResidualAssumedZero">True when no residual was stated and zero was taken.</param>
public sealed record PathContract(
    string Unit,
    bool Derived,
    bool ResidualAssumedZero,
    IReadOnlyList<YearAmountContract> Years
)
{
    public static PathContract From(LongTermPath path) =>
        new(path.Unit.Symbol, path.Derived, path.ResidualAssumedZero, [.. path.Points.Select(YearAmountContract.From)]);
}

/// <summary>A milestone or, last, the net-zero year.</summary>
/// <param name="Inventoried">What the inventory has for that year; null while not known.</param>
/// <param name="OnPath">What the long-term path has for that year; null outside it.</param>
/// <param name="Reached">Null while not known.</param>
public sealed record StopContract(
    string Id,
    int Year,
    double Value,
    string? Unit,
    double? Inventoried,
    double? OnPath,
    bool NetZero,
    bool? Reached
)
{
    public static StopContract From(ResolvedMilestone stop, Unit? unit) =>
        new(stop.Id, stop.Year, stop.Amount, unit?.Symbol, stop.Inventoried, stop.OnPath, stop.IsNetZero, stop.Reached);
}

/// <summary>Required and achieved pace. Rates are yearly fractions, amounts a year in the unit; positive means falling.</summary>
public sealed record PaceContract(
    string Unit,
    YearAmountContract Last,
    RequiredPaceContract? ToNextMilestone,
    RequiredPaceContract? ToNetZero,
    RequiredPaceContract? AfterMilestone,
    AchievedPaceContract? Best,
    AchievedPaceContract? BestUnflagged,
    double? BackLoadingByRate,
    double? BackLoadingByAmount
)
{
    public static PaceContract From(PaceResult pace) =>
        new(
            pace.Unit.Symbol,
            YearAmountContract.From(pace.Last),
            RequiredPaceContract.Of(pace.ToNextMilestone),
            RequiredPaceContract.Of(pace.ToNetZero),
            RequiredPaceContract.Of(pace.AfterMilestone),
            AchievedPaceContract.From(pace.Best),
            AchievedPaceContract.From(pace.BestUnflagged),
            pace.BackLoadingByRate,
            pace.BackLoadingByTonnes
        );
}

/// <summary>What must happen between two years.</summary>
/// <param name="Rate">Null when the end is zero or below, which no constant rate reaches.</param>
public sealed record RequiredPaceContract(
    YearAmountContract From,
    YearAmountContract To,
    double? Rate,
    double AmountPerYear
)
{
    public static RequiredPaceContract? Of(RequiredPace? pace) =>
        pace is null
            ? null
            : new(YearAmountContract.From(pace.From), YearAmountContract.From(pace.To), pace.Rate, pace.TonnesPerYear);
}

/// <summary>What was achieved between two years.</summary>
/// <param name="Flagged">True when the window ends in 2020 or 2021.</param>
public sealed record AchievedPaceContract(int FromYear, int ToYear, double Rate, double AmountPerYear, bool Flagged)
{
    public static AchievedPaceContract? From(AchievedPace? pace) =>
        pace is null ? null : new(pace.FromYear, pace.ToYear, pace.Rate, pace.TonnesPerYear, pace.Flagged);
}

/// <summary>One finding: a verdict, the number behind it, what it was held against, and its working.</summary>
/// <param name="Needs">Files of the plan folder that would switch it on; empty when it is on.</param>
public sealed record FindingContract(
    string Id,
    Verdict Verdict,
    MessageContract Sentence,
    MessageContract Rule,
    AmountContract? Number,
    AmountContract? Threshold,
    IReadOnlyList<int> Years,
    IReadOnlyList<string> Sectors,
    IReadOnlyList<FindingInputContract> Inputs,
    IReadOnlyList<WorkingStepContract> Working,
    IReadOnlyList<string> Needs
)
{
    public static FindingContract From(Finding finding, MessageCatalog texts) =>
        new(
            finding.Id,
            finding.Verdict,
            MessageContract.From(finding.Sentence, texts),
            MessageContract.From(finding.Rule, texts),
            finding.Number is { } number ? AmountContract.From(number) : null,
            finding.Threshold is { } threshold ? AmountContract.From(threshold) : null,
            finding.Years,
            finding.Sectors,
            [.. finding.Inputs.Select(i => FindingInputContract.From(i, texts))],
            [.. finding.Working.Select(w => WorkingStepContract.From(w, texts))],
            finding.Needs
        );
}

/// <summary>One input of a finding and where it stands.</summary>
/// <param name="Value">As in a message's values.</param>
/// <param name="Source">Id of a source of the plan.</param>
public sealed record FindingInputContract(MessageContract Label, object? Value, PlaceContract Place, string? Source)
{
    public static FindingInputContract From(FindingInput input, MessageCatalog texts) =>
        new(
            MessageContract.From(input.Label, texts),
            MessageContract.Value(input.Value, texts),
            PlaceContract.From(input.Place),
            input.Source
        );
}

/// <summary>One line of working.</summary>
/// <param name="Formula">The formula with its numbers put in.</param>
/// <param name="Result">As in a message's values.</param>
public sealed record WorkingStepContract(
    MessageContract Label,
    MessageContract? Formula,
    object? Result,
    MessageContract? Note
)
{
    public static WorkingStepContract From(WorkingStep step, MessageCatalog texts) =>
        new(
            MessageContract.From(step.Label, texts),
            step.Formula is { } formula ? MessageContract.From(formula, texts) : null,
            MessageContract.Value(step.Result, texts),
            step.Note is { } note ? MessageContract.From(note, texts) : null
        );
}
