// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Series;
using Lodestar.Planning.Targets;
using Lodestar.Planning.Targets.Quality;

namespace Lodestar.Web.Features.Targets;

/// <summary>Every target of a plan with every version ever stated. The first one leads.</summary>
/// <param name="Conflicts">Goals that several sources tell, field by field, side by side.</param>
public sealed record TargetListContract(
    IReadOnlyList<TargetContract> Targets,
    IReadOnlyList<TargetConflictContract> Conflicts
);

/// <summary>A goal with its history.</summary>
/// <param name="AccountOf">Id of the target that this is another source's account of; null for a goal of its own.</param>
/// <param name="InForce">Id of the version in force on the day asked about; null when none was stated by then.</param>
public sealed record TargetContract(
    string Id,
    string? Title,
    string? AccountOf,
    string? InForce,
    IReadOnlyList<TargetVersionContract> Versions
)
{
    public static TargetContract From(Plan plan, Target target, DateOnly date, MessageCatalog texts) =>
        new(
            target.Id,
            target.Title,
            target.AccountOf,
            target.InForce(date)?.Id,
            [
                .. target.Versions.Select(v =>
                    TargetVersionContract.From(v) with
                    {
                        InTonnes = TargetLevels.Of(plan, v) is { } levels ? LevelsContract.From(levels, texts) : null,
                        Quality = [.. QualityRuleSet.All.Select(s => QualityContract.From(plan, v, s, texts))],
                    }
                ),
            ]
        );
}

/// <summary>One dated statement of a target, as stated; null is "not stated", never a no.</summary>
/// <param name="Stated">"2021-06-15", or "2021" where only the year is known.</param>
public sealed record TargetVersionContract(
    string Id,
    TargetKind Kind,
    string? Title,
    string? Stated,
    LegalForm Form,
    int? BaseYear,
    AmountContract? BaseLevel,
    string? Inventory,
    TargetScopeContract Scope,
    IReadOnlyList<MilestoneContract> Milestones,
    int? NetZeroYear,
    LevelContract? Residual,
    string? PathUnit,
    IReadOnlyList<YearAmountContract>? Path,
    double? ReviewYears,
    Stated IndependentOversight,
    string? Reason,
    string? Source,
    PlaceContract Place
)
{
    /// <summary>What an intensity divides emissions by.</summary>
    public IntensityBasis? Per { get; init; }

    public AmountContract? BaseIntensity { get; init; }

    /// <summary>What would be emitted otherwise, as stated.</summary>
    public BaselineContract? Baseline { get; init; }

    public BudgetContract? Budget { get; init; }

    /// <summary>Removals planned for the net-zero year.</summary>
    public AmountContract? Removals { get; init; }

    /// <summary>The largest share of the cut that credits may make up.</summary>
    public double? MaximumCredits { get; init; }

    public IReadOnlyList<string> CreditConditions { get; init; } = [];

    public required TargetStatementsContract Statements { get; init; }

    /// <summary>The same in the inventory's unit, with reasons where that cannot be; null without an inventory.</summary>
    public LevelsContract? InTonnes { get; init; }

    /// <summary>What others ask of targets, rule set by rule set.</summary>
    public IReadOnlyList<QualityContract> Quality { get; init; } = [];

    public static TargetVersionContract From(TargetVersion version) =>
        new(
            version.Id,
            version.Kind,
            version.Title,
            version.StatedText,
            version.Form,
            version.BaseYear,
            version.BaseLevel is { } level ? AmountContract.From(level) : null,
            version.Inventory,
            TargetScopeContract.From(version.Scope),
            [
                .. version.Milestones.Select(m => new MilestoneContract(
                    m.Id,
                    m.Year,
                    LevelContract.From(m.Level),
                    m.Source
                )
                {
                    Conditional = m.Conditional is { } deeper ? LevelContract.From(deeper) : null,
                    Condition = m.Condition,
                }),
            ],
            version.NetZeroYear,
            version.Residual is { } residual ? LevelContract.From(residual) : null,
            version.Path?.Unit.Symbol,
            version.Path is { } path ? Points(path) : null,
            version.ReviewYears,
            version.IndependentOversight,
            version.Reason,
            version.Source,
            PlaceContract.From(version.Place)
        )
        {
            Per = version.IntensityBasis,
            BaseIntensity = version.BaseIntensity is { } intensity ? AmountContract.From(intensity) : null,
            Baseline = version.Baseline is { } baseline
                ? new BaselineContract(baseline.Unit.Symbol, Points(baseline))
                : null,
            Budget = version.Budget is { } budget ? BudgetContract.From(budget) : null,
            Removals = version.Removals is { } removals ? AmountContract.From(removals) : null,
            MaximumCredits = version.Credits.MaximumShare,
            CreditConditions = version.Credits.Conditions,
            Statements = TargetStatementsContract.From(version.Statements),
        };

    private static YearAmountContract[] Points(YearSeries series)
    {
        var points = new List<YearAmountContract>();
        foreach (var cell in series.Cells)
        {
            if (cell.Cell.TryGetNumber(out var amount))
            {
                points.Add(new YearAmountContract(cell.Year, amount));
            }
        }

        return [.. points];
    }
}

/// <summary>What a target covers; null is "not stated".</summary>
public sealed record TargetScopeContract(
    IReadOnlyList<string>? Sectors,
    IReadOnlyList<string>? Gases,
    IReadOnlyList<int>? Scopes,
    Stated InternationalTransport,
    Stated Credits,
    Stated SeparateRemovals
)
{
    public Stated InternationalAviation { get; init; }

    public Stated InternationalShipping { get; init; }

    public Stated Territorial { get; init; }

    public Stated Consumption { get; init; }

    public static TargetScopeContract From(TargetScope scope) =>
        new(
            scope.Sectors,
            scope.Gases,
            scope.Scopes,
            scope.InternationalTransport,
            scope.Credits,
            scope.SeparateRemovals
        )
        {
            InternationalAviation = scope.InternationalAviation,
            InternationalShipping = scope.InternationalShipping,
            Territorial = scope.TerritorialEmissions,
            Consumption = scope.ConsumptionEmissions,
        };
}

/// <summary>A stated stop on the way.</summary>
public sealed record MilestoneContract(string Id, int Year, LevelContract Level, string? Source)
{
    /// <summary>The deeper level that holds on a condition.</summary>
    public LevelContract? Conditional { get; init; }

    public string? Condition { get; init; }
}

/// <summary>
/// A level of yearly emissions: an amount, a cut against the target's reference (0.3 is 30 % below), or emissions per
/// person or real GDP.
/// </summary>
public sealed record LevelContract(AmountContract? Amount, double? Cut, AmountContract? Intensity = null)
{
    public static LevelContract From(Level level) =>
        level switch
        {
            Level.Fixed @fixed => new(AmountContract.From(@fixed.Amount), null),
            Level.Cut cut => new(null, cut.Share),
            Level.PerUnit per => new(null, null, AmountContract.From(per.Amount)),
            _ => throw new InvalidOperationException($"{level.GetType().Name} is no level."),
        };
}
