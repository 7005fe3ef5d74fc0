// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Units;

namespace Lodestar.Planning.Targets;

/// <summary>
/// A cumulative budget held against what was emitted so far in its period. Amounts are in <paramref name="Unit"/>, levels
/// in that unit a year.
/// </summary>
/// <param name="Allowance">The budget with what was carried over into it.</param>
/// <param name="Emitted">The sum of the comparable inventory years inside the period.</param>
/// <param name="Counted">Those years, ascending.</param>
/// <param name="Gaps">Years of the period up to the last inventory that the sum lacks; what is left is then too high.</param>
public sealed record BudgetStanding(
    CumulativeBudget Budget,
    Unit Unit,
    double Allowance,
    double Emitted,
    EquatableList<int> Counted,
    EquatableList<int> Gaps
)
{
    /// <summary>The average yearly level that spends the budget exactly. It is no milestone: any single year may differ.</summary>
    public double Average => Allowance / Budget.Years;

    /// <summary>What is left after the years counted; below zero when the budget is overdrawn.</summary>
    public double Left => Allowance - Emitted;

    /// <summary>Years of the period after the last inventory.</summary>
    public int YearsLeft { get; init; }

    /// <summary>What may be emitted on average in each year left; null when none is left.</summary>
    public double? LeftPerYear => YearsLeft > 0 ? Left / YearsLeft : null;

    /// <summary>
    /// The level at the period's end of the straight line from the last inventory on that spends what is left exactly:
    /// with E₀ in year t₀ and slope s, Σ (E₀ + s·(t − t₀)) over the years left = what is left. Below zero when even a
    /// straight fall to zero in the last year would overdraw. Null without an inventory year or without years left.
    /// </summary>
    public YearAmount? LineEnd { get; init; }

    /// <summary>The last inventory year that the line starts from.</summary>
    public YearAmount? Last { get; init; }

    /// <summary>Null when the version states no budget, or one that cannot be brought to the totals' unit.</summary>
    /// <param name="version">The version that states the budget.</param>
    /// <param name="covered">The inventory's totals over what the target covers.</param>
    /// <param name="inUnit">Brings an amount to the totals' unit; null when it cannot be.</param>
    public static BudgetStanding? Of(TargetVersion version, InventoryTotals covered, Func<Quantity, double?> inUnit)
    {
        if (version.Budget is not { } budget || inUnit(budget.Amount) is not { } amount)
        {
            return null;
        }

        var carried = budget.CarryOver is { } carry ? inUnit(carry) : 0;
        if (carried is not { } over)
        {
            return null;
        }

        var known = covered.Comparable.Select(y => new YearAmount(y.Year, y.Total.Amount!.Value)).ToList();
        var inside = known.FindAll(y => y.Year >= budget.FromYear && y.Year <= budget.ToYear);
        var lastYear = known.Count > 0 ? known[^1].Year : budget.FromYear - 1;
        var first = Math.Max(budget.FromYear, lastYear + 1);
        var past = Math.Min(lastYear, budget.ToYear) - budget.FromYear + 1;
        var standing = new BudgetStanding(
            budget,
            covered.Unit,
            amount + over,
            inside.Sum(y => y.Amount),
            inside.Select(y => y.Year).ToEquatableList(),
            Enumerable
                .Range(budget.FromYear, Math.Max(past, 0))
                .Where(y => !inside.Exists(i => i.Year == y))
                .ToEquatableList()
        )
        {
            YearsLeft = Math.Max(budget.ToYear - first + 1, 0),
        };
        return known.Count == 0 || standing.YearsLeft == 0
            ? standing
            : standing with
            {
                Last = known[^1],
                LineEnd = Line(known[^1], first, budget.ToYear, standing.Left),
            };
    }

    private static YearAmount Line(YearAmount last, int first, int end, double left)
    {
        var years = Enumerable.Range(first, end - first + 1).Select(y => (double)(y - last.Year)).ToList();
        var slope = (left - years.Count * last.Amount) / years.Sum();
        return new YearAmount(end, last.Amount + slope * (end - last.Year));
    }
}
