// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Budgets;
using Lodestar.Planning.Messages;
using Lodestar.Units;

namespace Lodestar.Web.Components.Budgets;

/// <summary>What the picture of a budget shows, in one unit: a dot a method, and what the path will emit.</summary>
internal sealed record BudgetDots(Unit Unit, IReadOnlyList<BudgetDot> Dots, double? Path)
{
    /// <summary>Null when fewer than two methods have an answer: a range needs two ends.</summary>
    public static BudgetDots? Of(PlaceBudget place, BudgetCase budget)
    {
        if (!budget.HasRange)
        {
            return null;
        }

        var path = place.Path?.CumulativeFrom(budget.World.Date);
        var largest = budget
            .Answered.Select(m => m.Share!.Value)
            .Concat(path is { } p ? [p] : [])
            .MaxBy(a => Math.Abs(a.Tonnes));
        var unit = largest.ToQuantity().Unit;
        return new BudgetDots(
            unit,
            [.. budget.Answered.Select(m => new BudgetDot(m.Method, m.Share!.Value.In(unit).Value))],
            path?.In(unit).Value
        );
    }

    public string Describe(MessageCatalog texts)
    {
        var shares = Dots.Select(d =>
            Message.Of("web.budget.describe.dot", ("method", ShareMethods.Name(d.Method)), ("amount", Amount(d.Share)))
        );
        var sentences = Path is { } path
            ? shares.Append(Message.Of("web.budget.describe.path", ("amount", Amount(path))))
            : shares;
        return string.Join(' ', sentences.Select(texts.Render));
    }

    private Quantity Amount(double value) => new(value, Unit);
}

/// <summary>One method's share.</summary>
internal readonly record struct BudgetDot(ShareMethod Method, double Share);
