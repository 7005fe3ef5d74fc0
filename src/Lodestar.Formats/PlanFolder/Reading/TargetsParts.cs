// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>Reads the mappings inside a version of a target.</summary>
internal static class TargetsParts
{
    /// <summary>The longest budgets known run for about thirty years; a slipped digit makes one of hundreds.</summary>
    private const int LongestBudget = 60;

    public static TargetScope Scope(MapReader scope) =>
        new()
        {
            Sectors = PlanLists.Sectors(scope, "sectors"),
            Gases = PlanLists.Gases(scope, "gases"),
            Scopes = PlanLists.Scopes(scope, "scopes"),
            InternationalTransport = scope.Answer("international_transport"),
            InternationalAviation = scope.Answer("international_aviation"),
            InternationalShipping = scope.Answer("international_shipping"),
            TerritorialEmissions = scope.Answer("territorial"),
            ConsumptionEmissions = scope.Answer("consumption"),
            Credits = scope.Answer("credits"),
            SeparateRemovals = scope.Answer("separate_removals"),
        };

    /// <summary>Null when the amount or a year is at fault, or the period is no period.</summary>
    public static CumulativeBudget? Budget(MapReader budget, PlanUnits units, int? baseYear)
    {
        var amount = Positive(budget, "amount", units);
        var account = budget.Choice("account") is { } word ? (BudgetAccount)(word + 1) : BudgetAccount.NotStated;
        var carryOver = budget.Emission("carry_over", units);
        if (budget.Year("from") is not { } from || budget.Year("to") is not { } to)
        {
            return null;
        }

        if (to < from)
        {
            budget.Fault(Faults.BudgetReversed, "to", ("from", from), ("to", to));
            return null;
        }

        if (to < baseYear)
        {
            budget.Fault(Faults.BeforeBaseYear, "to", ("base", baseYear.Value));
            return null;
        }

        if (to - from >= LongestBudget)
        {
            budget.Fault(Faults.BudgetTooLong, "to", ("years", to - from + 1));
        }

        return amount is { } stated
            ? new CumulativeBudget(stated, from, to) { Account = account, CarryOver = carryOver }
            : null;
    }

    public static CreditTerms Credits(MapReader credits)
    {
        var maximum = credits.Share("maximum");
        if (maximum > 1)
        {
            credits.Fault(Faults.ShareAboveOne, "maximum");
            maximum = null;
        }

        return new CreditTerms
        {
            MaximumShare = maximum,
            Conditions = Words(credits, "conditions") ?? EquatableList<string>.Empty,
        };
    }

    public static TargetStatements Statements(MapReader said) =>
        new()
        {
            Plan = said.Answer("plan"),
            PlanContents = Words(said, "plan_contents"),
            Reporting = said.Choice("reporting") is { } reporting ? (Reporting)(reporting + 1) : Reporting.NotStated,
            Equity = said.Answer("equity"),
            Accountability = said.Answer("accountability"),
            HistoricalEmissions = said.Answer("historical_emissions"),
            Removals = said.Choice("removals") is { } kind ? (RemovalKind)(kind + 1) : RemovalKind.NotStated,
        };

    /// <summary>An amount above zero: what is removed or may be emitted is stated without a sign.</summary>
    public static Quantity? Positive(MapReader map, string key, PlanUnits units)
    {
        var amount = map.Emission(key, units);
        if (amount is not { Value: < 0 })
        {
            return amount;
        }

        map.Fault(Faults.NotPositive, key);
        return null;
    }

    private static EquatableList<string>? Words(MapReader map, string key) =>
        map.Words(key, ValueForm.Words)?.Select(w => w.Value).ToEquatableList();
}
