// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Planning.Budgets;

/// <summary>What one year took from a world budget.</summary>
/// <param name="Days">Days of the year that count: those before the assessment date.</param>
/// <param name="DaysOfYear">365 or 366.</param>
public sealed record Deduction(WorldYear Year, int Days, int DaysOfYear)
{
    public CarbonDioxide Amount => Year.Amount * ((double)Days / DaysOfYear);
}

/// <summary>
/// A world budget rolled forward to a date (DESIGN §5): less what the world has emitted since, by year, a year that has
/// begun by its days.
/// </summary>
public sealed record RolledBudget(WorldBudget Budget, DateOnly Date, EquatableList<Deduction> Deductions)
{
    public CarbonDioxide Deducted => CarbonDioxide.Sum(Deductions.Select(d => d.Amount));

    /// <summary>What is left on <see cref="Date"/>; below zero when more has been emitted than there was.</summary>
    public CarbonDioxide Balance => Budget.Amount - Deducted;

    /// <summary>What can still be shared: never below zero.</summary>
    public CarbonDioxide Left => IsExhausted ? CarbonDioxide.Zero : Balance;

    public bool IsExhausted => Balance <= CarbonDioxide.Zero;

    /// <summary>Rolled to a date; a date before the budget's own first day leaves it as published, on that day.</summary>
    public static RolledBudget At(WorldBudget budget, DateOnly date)
    {
        var deductions = new List<Deduction>();
        for (var year = budget.From.Year; year <= date.Year && date > budget.From; year++)
        {
            var from = year == budget.From.Year ? budget.From : new DateOnly(year, 1, 1);
            var to = year == date.Year ? date : new DateOnly(year, 1, 1).AddYears(1);
            var length = DateTime.IsLeapYear(year) ? 366 : 365;
            if (to > from)
            {
                deductions.Add(new Deduction(WorldEmissions.Of(year), to.DayNumber - from.DayNumber, length));
            }
        }

        return new RolledBudget(budget, date > budget.From ? date : budget.From, deductions.ToEquatableList());
    }
}
