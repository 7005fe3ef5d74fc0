// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Targets;
using Lodestar.Planning.Targets.Quality;

namespace Lodestar.Web.Features.Targets;

/// <summary>What would be emitted otherwise, by year, in the unit.</summary>
public sealed record BaselineContract(string Unit, IReadOnlyList<YearAmountContract> Years);

/// <summary>An amount for a whole period, both years counted.</summary>
public sealed record BudgetContract(
    AmountContract Amount,
    int FromYear,
    int ToYear,
    BudgetAccount Account,
    AmountContract? CarryOver
)
{
    public static BudgetContract From(CumulativeBudget budget) =>
        new(
            AmountContract.From(budget.Amount),
            budget.FromYear,
            budget.ToYear,
            budget.Account,
            budget.CarryOver is { } carry ? AmountContract.From(carry) : null
        );
}

/// <summary>What else is stated about a target's quality.</summary>
public sealed record TargetStatementsContract(
    Stated Plan,
    IReadOnlyList<string>? PlanContents,
    Reporting Reporting,
    Stated Equity,
    Stated Accountability,
    Stated HistoricalEmissions,
    RemovalKind Removals
)
{
    public static TargetStatementsContract From(TargetStatements said) =>
        new(
            said.Plan,
            said.PlanContents,
            said.Reporting,
            said.Equity,
            said.Accountability,
            said.HistoricalEmissions,
            said.Removals
        );
}

/// <summary>A target in the inventory's unit.</summary>
/// <param name="Open">Stops that have no amount in that unit, each with its reason.</param>
public sealed record LevelsContract(
    string Unit,
    int? BaseYear,
    double? Base,
    IReadOnlyList<StopContract> Milestones,
    IReadOnlyList<ConditionalStopContract> Conditional,
    IReadOnlyList<OpenStopContract> Open,
    BudgetStandingContract? Budget,
    BalanceContract? Balance,
    IReadOnlyList<DiagnosticContract> Doubts
)
{
    public static LevelsContract From(TargetLevels levels, MessageCatalog texts) =>
        new(
            levels.Covered.Unit.Symbol,
            levels.BaseYear,
            levels.BaseAmount,
            [.. levels.Milestones.Select(m => StopContract.From(m, levels.Covered.Unit))],
            [
                .. levels
                    .Milestones.Where(m => m.Conditional is not null)
                    .Select(m => new ConditionalStopContract(m.Id, m.Year, m.Conditional!.Value, m.Condition)),
            ],
            [
                .. levels.Open.Select(o => new OpenStopContract(
                    o.Id,
                    o.Year,
                    o.IsConditional,
                    MessageContract.From(o.Because, texts)
                )),
            ],
            levels.Budget is { } budget ? BudgetStandingContract.From(budget) : null,
            levels.Balance is { } balance ? BalanceContract.From(balance) : null,
            [.. levels.Doubts.Select(d => DiagnosticContract.From(d, texts))]
        );
}

/// <summary>The deeper level of a milestone; no verdict rests on it.</summary>
public sealed record ConditionalStopContract(string Id, int Year, double Value, string? Condition);

/// <summary>A stop without an amount, and why.</summary>
public sealed record OpenStopContract(string Id, int Year, bool Conditional, MessageContract Because);

/// <summary>A budget against what was emitted in its period so far, in the target's unit.</summary>
/// <param name="Average">The average yearly level that spends it exactly; no milestone.</param>
/// <param name="Gaps">Years that the sum lacks: what is left is then too high.</param>
/// <param name="LineEnd">Where the straight line from the last inventory ends that spends what is left exactly.</param>
public sealed record BudgetStandingContract(
    double Allowance,
    double Average,
    double Emitted,
    IReadOnlyList<int> Counted,
    IReadOnlyList<int> Gaps,
    double Left,
    int YearsLeft,
    double? LeftPerYear,
    YearAmountContract? LineEnd
)
{
    public static BudgetStandingContract From(BudgetStanding budget) =>
        new(
            budget.Allowance,
            budget.Average,
            budget.Emitted,
            budget.Counted,
            budget.Gaps,
            budget.Left,
            budget.YearsLeft,
            budget.LeftPerYear,
            budget.LineEnd is { } end ? YearAmountContract.From(end) : null
        );
}

/// <summary>The net-zero year's parts, kept apart.</summary>
/// <param name="Left">Gross less removals; null while either is not stated.</param>
/// <param name="MostCredits">The largest amount that credits may cover; null when not known.</param>
public sealed record BalanceContract(
    int Year,
    double? Gross,
    double? Removals,
    double? Left,
    Stated Credits,
    double? MostCredits
)
{
    public static BalanceContract From(NetZeroBalance balance) =>
        new(balance.Year, balance.Gross, balance.Removals, balance.Left, balance.Credits, balance.MostCredits);
}

/// <summary>One goal as several sources tell it.</summary>
/// <param name="Accounts">Ids of the targets, the goal itself first.</param>
public sealed record TargetConflictContract(
    string Goal,
    IReadOnlyList<string> Accounts,
    IReadOnlyList<ConflictFieldContract> Fields
)
{
    public static TargetConflictContract From(TargetConflict conflict, MessageCatalog texts) =>
        new(
            conflict.TargetId,
            [.. conflict.Accounts.Select(a => a.Target.Id)],
            [
                .. conflict.Fields.Select(f => new ConflictFieldContract(
                    f.Name,
                    MessageContract.From(f.Label, texts),
                    [.. f.Values.Select(v => v is null ? null : texts.Text(v))],
                    f.Differs
                )),
            ]
        );
}

/// <summary>One field; a value is null where its source does not state it.</summary>
public sealed record ConflictFieldContract(
    string Name,
    MessageContract Label,
    IReadOnlyList<string?> Values,
    bool Differs
);

/// <summary>What one rule set asks of a target, and what it finds. There is no score.</summary>
public sealed record QualityContract(string RuleSet, MessageContract Name, IReadOnlyList<QualityRuleContract> Rules)
{
    public static QualityContract From(Plan plan, TargetVersion version, QualityRuleSet set, MessageCatalog texts) =>
        new(
            set.Version,
            MessageContract.From(set.Name, texts),
            [
                .. TargetQuality
                    .Evaluate(plan, version, set)
                    .Select(r => new QualityRuleContract(
                        r.Rule.Id,
                        r.Rule.Group,
                        MessageContract.From(r.Rule.Asks, texts),
                        r.Verdict,
                        MessageContract.From(r.Value, texts),
                        MessageContract.From(r.Rule.EvidenceNeeded, texts),
                        r.Rule.IsVerified,
                        r.Rule.Source
                    )),
            ]
        );
}

/// <summary>One rule's answer.</summary>
/// <param name="WordingVerified">False when its wording is from memory and has not been held against its source.</param>
public sealed record QualityRuleContract(
    string Id,
    string Group,
    MessageContract Asks,
    Verdict Verdict,
    MessageContract Value,
    MessageContract EvidenceNeeded,
    bool WordingVerified,
    string Source
);
