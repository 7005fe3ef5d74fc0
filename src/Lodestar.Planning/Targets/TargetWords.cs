// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Targets;

/// <summary>What a target states, as words that translate.</summary>
public static class TargetWords
{
    public static Message Answer(Stated stated) => Assessment.ScopeFinding.Answer(stated);

    public static Message Form(LegalForm form) => Message.Of(Assessment.FormFinding.FormId(form));

    public static Message Kind(TargetKind kind) =>
        Message.Of(
            kind switch
            {
                TargetKind.BaseYear => "target.kind.base-year",
                TargetKind.FixedLevel => "target.kind.fixed-level",
                TargetKind.Intensity => "target.kind.intensity",
                TargetKind.BelowBaseline => "target.kind.below-baseline",
                _ => "target.kind.budget",
            }
        );

    public static Message Account(BudgetAccount account) =>
        Message.Of(
            account switch
            {
                BudgetAccount.Gross => "target.account.gross",
                BudgetAccount.Net => "target.account.net",
                BudgetAccount.EtsAdjusted => "target.account.ets-adjusted",
                _ => "not-stated",
            }
        );

    public static Message Reporting(Reporting reporting) =>
        Message.Of(
            reporting switch
            {
                Targets.Reporting.Annual => "target.reporting.annual",
                Targets.Reporting.LessThanAnnual => "target.reporting.less-than-annual",
                Targets.Reporting.None => "target.reporting.none",
                _ => "not-stated",
            }
        );

    public static Message Removals(RemovalKind kind) =>
        Message.Of(
            kind switch
            {
                RemovalKind.None => "target.removal.none",
                RemovalKind.Unspecified => "target.removal.unspecified",
                RemovalKind.Nature => "target.removal.nature",
                RemovalKind.Storage => "target.removal.storage",
                RemovalKind.NatureAndStorage => "target.removal.nature-and-storage",
                _ => "not-stated",
            }
        );

    /// <summary>A level in words: "30 % below 2006", "400 kt CO2", "4 t CO2e/person".</summary>
    /// <param name="level">The level.</param>
    /// <param name="version">The version that states it: its kind says what a cut is held against.</param>
    /// <param name="baseYear">The base year, the plan's where the version names none.</param>
    public static Message Level(Level level, TargetVersion version, int? baseYear) =>
        level switch
        {
            Targets.Level.Fixed stated => Message.Of("target.level.fixed", ("amount", stated.Amount)),
            Targets.Level.PerUnit per => Message.Of("target.level.per-unit", ("amount", per.Amount)),
            Targets.Level.Cut cut => Cut(cut, version, baseYear),
            _ => throw new InvalidOperationException($"{level.GetType().Name} is no level."),
        };

    private static Message Cut(Level.Cut cut, TargetVersion version, int? baseYear)
    {
        object year = baseYear is { } y ? y : Message.Of("target.level.base-year");
        var share = new Share(cut.Share);
        return version.Kind switch
        {
            TargetKind.BelowBaseline => Message.Of("target.level.below-baseline", ("share", share)),
            TargetKind.Intensity => Message.Of(
                version.IntensityBasis switch
                {
                    IntensityBasis.Gdp => "target.level.below-gdp",
                    IntensityBasis.Person => "target.level.below-person",
                    _ => "target.level.below-intensity",
                },
                ("share", share),
                ("base", year)
            ),
            _ => Message.Of("target.level.below-base", ("share", share), ("base", year)),
        };
    }
}
