// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Budgets;
using Lodestar.Planning.Messages;

namespace Lodestar.Web.Features.Budgets;

/// <summary>A place held against a carbon budget: a range of fair shares over published methods, all in t CO2.</summary>
/// <param name="Verdict">The path within every share, above every one, or in between.</param>
/// <param name="Limit">°C of warming.</param>
/// <param name="Likelihood">Chance of staying below the limit, as a fraction.</param>
/// <param name="LastYear">Year of the inventory that <paramref name="LastTonnes"/> is of.</param>
/// <param name="LastTonnes">CO2 of the last inventory; null where gases are not told apart.</param>
/// <param name="PathTonnes">CO2 on the plan's path from the date on; null without a path.</param>
/// <param name="PathEnd">Last year of the path that counts.</param>
/// <param name="Missing">What is not known, and what to do about it.</param>
public sealed record BudgetContract(
    string PlanId,
    DateOnly Date,
    double Limit,
    double Likelihood,
    Verdict Verdict,
    MessageContract Sentence,
    WorldBudgetContract World,
    string? Country,
    int? LastYear,
    double? LastTonnes,
    double? PathTonnes,
    int? PathEnd,
    IReadOnlyList<MethodShareContract> Methods,
    IReadOnlyList<DiagnosticContract> Missing
)
{
    /// <summary>The stored revision; null for a folder that is not stored.</summary>
    public string? Revision { get; init; }

    public static BudgetContract From(PlanAssessment assessment, BudgetCase budget, MessageCatalog texts)
    {
        var place = assessment.Budget!;
        var sentence = BudgetAnswer.Sentence(assessment.Place, place, budget, assessment.Path is not null);
        return new(
            assessment.PlanId,
            budget.World.Date,
            budget.World.Budget.Limit,
            budget.World.Budget.Likelihood,
            BudgetAnswer.Verdict(place, budget),
            MessageContract.From(sentence, texts),
            WorldBudgetContract.From(budget),
            place.Country,
            place.LastYear,
            place.Last?.Tonnes,
            place.Path?.CumulativeFrom(budget.World.Date).Tonnes,
            place.Path?.EndYear,
            [.. budget.Methods.Select(m => MethodShareContract.From(m, texts))],
            [.. place.Missing.Select(m => DiagnosticContract.From(m, texts))]
        );
    }
}

/// <summary>The world's budget and what became of it, in t CO2.</summary>
/// <param name="StartsOn">The day from which it was published.</param>
/// <param name="Left">What is left on the date; below zero when it is used up.</param>
/// <param name="Aside">Set aside in proportion to emissions that no country answers for.</param>
/// <param name="ForCountries">What countries share.</param>
public sealed record WorldBudgetContract(
    string Publisher,
    string Edition,
    string Licence,
    string Source,
    DateOnly StartsOn,
    double Published,
    IReadOnlyList<DeductionContract> Deductions,
    double Left,
    IReadOnlyList<AsideContract> Aside,
    double ForCountries
)
{
    public static WorldBudgetContract From(BudgetCase budget)
    {
        var (rolled, published) = (budget.World, budget.World.Budget);
        return new(
            published.Publisher,
            published.Edition,
            published.Licence,
            published.Source,
            published.From,
            published.Amount.Tonnes,
            [.. rolled.Deductions.Select(DeductionContract.From)],
            rolled.Balance.Tonnes,
            [.. budget.Split.Aside.Select(AsideContract.From)],
            budget.Split.ForParties.Tonnes
        );
    }
}

/// <summary>What the world emitted in a year, or in the days of it that are past, in t CO2.</summary>
/// <param name="Estimate">True for a projection, and for years held at the last known one.</param>
public sealed record DeductionContract(int Year, int Days, double Tonnes, bool Estimate, string Source)
{
    internal static DeductionContract From(Deduction taken) =>
        new(
            taken.Year.Year,
            taken.Days,
            taken.Amount.Tonnes,
            taken.Year.IsEstimate,
            $"{taken.Year.Publisher}, {taken.Year.Edition}"
        );
}

/// <summary>A part set aside: "land-use", "bunkers", "elsewhere".</summary>
/// <param name="Share">Share of the world's emissions.</param>
public sealed record AsideContract(string Id, double Share, double Tonnes, string Years, string Source)
{
    internal static AsideContract From(AsidePart part) =>
        new(part.Item.Id, part.Share, part.Part.Tonnes, part.Item.Years, $"{part.Item.Publisher}, {part.Item.Edition}");
}

/// <summary>One method's answer. Years are calendar years; null means never on that course, or not known.</summary>
/// <param name="Basis">How the country's share comes down to the place.</param>
/// <param name="Part">The place's part of its country.</param>
/// <param name="CountryTonnes">The country's share; null where the method lacks something.</param>
/// <param name="Tonnes">The place's share; negative where more has been emitted than its share.</param>
/// <param name="HeldYear">When it runs out with emissions held.</param>
/// <param name="PaceYear">When it runs out at the best pace so far.</param>
/// <param name="PathYear">When it runs out on the plan's path.</param>
/// <param name="LinearZeroYear">Where a straight line to zero that just spends it ends.</param>
/// <param name="ConstantRate">The constant yearly cut that just spends it, as a fraction.</param>
public sealed record MethodShareContract(
    string Id,
    MessageContract Name,
    ShareBasis Basis,
    double? Part,
    double? CountryTonnes,
    double? Tonnes,
    int? HeldYear,
    int? PaceYear,
    int? PathYear,
    int? LinearZeroYear,
    double? ConstantRate
)
{
    internal static MethodShareContract From(MethodShare method, MessageCatalog texts) =>
        new(
            ShareMethods.Word(method.Method),
            MessageContract.From(ShareMethods.Name(method.Method), texts),
            method.Basis,
            method.Part,
            method.CountryShare?.Tonnes,
            method.Share?.Tonnes,
            method.Held.Year,
            method.AtPace?.Year,
            method.OnPath?.Year,
            method.LinearZero.Year,
            method.ConstantRate
        );
}
