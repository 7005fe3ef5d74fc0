// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Budgets;

/// <summary>The words of carbon budgets.</summary>
public static class BudgetWords
{
    /// <summary>A year, or that it never happens.</summary>
    public static object Year(RunsOutAt at) => at.Year is { } year ? year : Message.Of("budget.never");

    /// <summary>What a part of the world's budget is set aside for.</summary>
    public static Message Aside(AsideItem item) =>
        Message.Of(
            item.Id switch
            {
                "land-use" => "budget.aside.land-use",
                "bunkers" => "budget.aside.bunkers",
                _ => "budget.aside.elsewhere",
            }
        );
}
