// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Targets;

namespace Lodestar.Web.Features.Targets;

/// <summary>Every target of a plan with every version ever stated. The first one leads.</summary>
public sealed record TargetListContract(IReadOnlyList<TargetContract> Targets);

/// <summary>A goal with its history.</summary>
/// <param name="InForce">Id of the version in force on the day asked about; null when none was stated by then.</param>
public sealed record TargetContract(
    string Id,
    string? Title,
    string? InForce,
    IReadOnlyList<TargetVersionContract> Versions
)
{
    public static TargetContract From(Target target, DateOnly date) =>
        new(target.Id, target.Title, target.InForce(date)?.Id, [.. target.Versions.Select(TargetVersionContract.From)]);
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
                )),
            ],
            version.NetZeroYear,
            version.Residual is { } residual ? LevelContract.From(residual) : null,
            version.Path?.Unit.Symbol,
            PathOf(version),
            version.ReviewYears,
            version.IndependentOversight,
            version.Reason,
            version.Source,
            PlaceContract.From(version.Place)
        );

    private static YearAmountContract[]? PathOf(TargetVersion version)
    {
        if (version.Path is not { } path)
        {
            return null;
        }

        var points = new List<YearAmountContract>();
        foreach (var cell in path.Cells)
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
    public static TargetScopeContract From(TargetScope scope) =>
        new(
            scope.Sectors,
            scope.Gases,
            scope.Scopes,
            scope.InternationalTransport,
            scope.Credits,
            scope.SeparateRemovals
        );
}

/// <summary>A stated stop on the way.</summary>
public sealed record MilestoneContract(string Id, int Year, LevelContract Level, string? Source);

/// <summary>A level of yearly emissions: either an amount, or a cut against the base year (0.3 is 30 % below).</summary>
public sealed record LevelContract(AmountContract? Amount, double? Cut)
{
    public static LevelContract From(Level level) =>
        level switch
        {
            Level.Fixed @fixed => new(AmountContract.From(@fixed.Amount), null),
            Level.Cut cut => new(null, cut.Share),
            _ => throw new InvalidOperationException($"{level.GetType().Name} is no level."),
        };
}
