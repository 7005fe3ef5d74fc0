// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Planning.Budgets;

/// <summary>
/// Points in time as decimal years: 2025.0 is the start of 1 January 2025, 2025.5 the middle of that year. A yearly rate
/// "in 2025" is the rate from that point on.
/// </summary>
public static class Years
{
    public static double Of(DateOnly date) =>
        date.Year + (date.DayOfYear - 1) / (DateTime.IsLeapYear(date.Year) ? 366.0 : 365.0);
}
