// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Budgets;

namespace Lodestar.Web.Components.Budgets;

/// <summary>Which world budget an address asks for: <c>?limit=1.7&amp;likelihood=67</c>, likelihood in per cent.</summary>
public static class BudgetQuery
{
    /// <summary>What is left out is the rule set's; null for a pair that no budget is published for.</summary>
    public static WorldBudget? Find(string? limit, string? likelihood)
    {
        var rules = RuleSet.Current;
        var degrees = Read(limit, rules["budget.limit"], 1);
        var chance = Read(likelihood, rules["budget.likelihood"], 100);
        return degrees is { } d && chance is { } c ? WorldBudgets.Find(d, c) : null;
    }

    /// <summary>The query that asks for it.</summary>
    public static string Of(double limit, double likelihood) =>
        string.Create(CultureInfo.InvariantCulture, $"limit={limit:0.0}&likelihood={likelihood * 100:0}");

    private static double? Read(string? text, double fallback, double per) =>
        string.IsNullOrEmpty(text) ? fallback
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number / per
        : null;
}
