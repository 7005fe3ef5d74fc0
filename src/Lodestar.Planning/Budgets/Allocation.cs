// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Budgets;

/// <summary>How a budget can be shared; each a function of <see cref="FairShares"/>.</summary>
public enum ShareMethod
{
    EqualPerCapita,
    Grandfathering,
    PerCapitaConvergence,
    AbilityToPay,
    DevelopmentRights,
    EqualCumulativePerCapita,
}

/// <summary>The choices that the methods leave open, from the rule set.</summary>
/// <param name="Start">Decimal year in which sharing starts.</param>
/// <param name="ConvergenceYear">From its start on, every person is allotted the same.</param>
/// <param name="HistoryFrom">First year that counts as history.</param>
/// <param name="Discount">Yearly discount of past emissions, 0 for none.</param>
/// <param name="RightsUntil">Development rights count in full up to the start of this year …</param>
/// <param name="AbilityFrom">… and have given way to ability to pay by the start of this one.</param>
/// <param name="DevelopmentThreshold">Product per person under which nobody pays, in international dollars.</param>
public sealed record ShareTerms(
    double Start,
    double ConvergenceYear,
    int HistoryFrom,
    double Discount,
    double RightsUntil,
    double AbilityFrom,
    double DevelopmentThreshold
)
{
    public static ShareTerms From(Assessment.RuleSet rules, DateOnly date) =>
        new(
            Years.Of(date),
            rules["budget.convergence"],
            (int)rules["budget.history"],
            rules["budget.discount"],
            rules["budget.rights.until"],
            rules["budget.ability.from"],
            rules["budget.threshold"]
        );
}

/// <summary>
/// A budget shared out by one method. Shares may be negative and are never clipped; with what is set aside they add up
/// to the budget.
/// </summary>
/// <param name="SetAside">For parties that lack what the method needs, in proportion to their emissions.</param>
/// <param name="PathYears">Years from the start until the world's path reaches zero.</param>
public sealed record Allocation(
    ShareMethod Method,
    CarbonDioxide Budget,
    CarbonDioxide SetAside,
    double PathYears,
    FrozenDictionary<string, CarbonDioxide> Shares
)
{
    /// <summary>Null for a party without a share: it is none, or lacks what the method needs.</summary>
    public CarbonDioxide? this[string code] => Shares.TryGetValue(code, out var share) ? share : null;
}

/// <summary>The names of methods.</summary>
public static class ShareMethods
{
    public static IReadOnlyList<ShareMethod> All { get; } = Enum.GetValues<ShareMethod>();

    /// <summary>As the API, files and addresses write it.</summary>
    public static string Word(ShareMethod method) =>
        method switch
        {
            ShareMethod.EqualPerCapita => "equal-per-capita",
            ShareMethod.Grandfathering => "grandfathering",
            ShareMethod.PerCapitaConvergence => "per-capita-convergence",
            ShareMethod.AbilityToPay => "ability-to-pay",
            ShareMethod.DevelopmentRights => "development-rights",
            _ => "equal-cumulative-per-capita",
        };

    /// <summary>The method's name for people.</summary>
    public static Message Name(ShareMethod method) =>
        Message.Of(
            method switch
            {
                ShareMethod.EqualPerCapita => "budget.method.equal-per-capita",
                ShareMethod.Grandfathering => "budget.method.grandfathering",
                ShareMethod.PerCapitaConvergence => "budget.method.per-capita-convergence",
                ShareMethod.AbilityToPay => "budget.method.ability-to-pay",
                ShareMethod.DevelopmentRights => "budget.method.development-rights",
                _ => "budget.method.equal-cumulative-per-capita",
            }
        );

    /// <summary>What the method does, in one sentence.</summary>
    public static Message About(ShareMethod method) =>
        Message.Of(
            method switch
            {
                ShareMethod.EqualPerCapita => "budget.about.equal-per-capita",
                ShareMethod.Grandfathering => "budget.about.grandfathering",
                ShareMethod.PerCapitaConvergence => "budget.about.per-capita-convergence",
                ShareMethod.AbilityToPay => "budget.about.ability-to-pay",
                ShareMethod.DevelopmentRights => "budget.about.development-rights",
                _ => "budget.about.equal-cumulative-per-capita",
            }
        );
}
