// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;

namespace Lodestar.Planning.Budgets;

/// <summary>
/// What a place brings to a carbon budget on a date: its country, its people, its CO2, its path. What it lacks is named,
/// and <see cref="BudgetCase"/> works out what the rest allows.
/// </summary>
public sealed record PlaceBudget(DateOnly Date, ShareTerms Terms)
{
    /// <summary>Alpha-2 code of the party it is or lies in; null when not stated or no party.</summary>
    public string? Country { get; init; }

    /// <summary>True when the place is that party itself.</summary>
    public bool IsCountry { get; init; }

    /// <summary>People of the place and the year they are of; null for a country, and where not stated.</summary>
    public (int Year, double People)? People { get; init; }

    /// <summary>CO2 of the last comparable year on the inventory's boundary; null without gases.</summary>
    public CarbonDioxide? Last { get; init; }

    public int? LastYear { get; init; }

    /// <summary>How CO2 was told from the rest.</summary>
    public GasShares? Gases { get; init; }

    /// <summary>Best sustained yearly cut so far, as a share; null when no window fits.</summary>
    public double? AchievedRate { get; init; }

    /// <summary>The plan's own path as CO2 by calendar year; null without a path or without gases.</summary>
    public PlacePath? Path { get; init; }

    /// <summary>Why something could not be worked out.</summary>
    public EquatableList<Diagnostic> Missing { get; init; } = EquatableList<Diagnostic>.Empty;
}

/// <summary>A path in CO2: what the plan's target covers, and the rest held at its last year.</summary>
/// <param name="EndYear">The last calendar year that counts.</param>
/// <param name="Uncovered">CO2 a year that the target does not cover.</param>
/// <param name="Derived">True when no yearly path is published.</param>
/// <param name="Years">CO2 of each calendar year from that of the assessment date to <paramref name="EndYear"/>.</param>
public sealed record PlacePath(
    int EndYear,
    CarbonDioxide Uncovered,
    bool Derived,
    EquatableList<(int Year, CarbonDioxide Amount)> Years
)
{
    /// <summary>Null outside the path.</summary>
    public CarbonDioxide? In(int year)
    {
        foreach (var (at, amount) in Years)
        {
            if (at == year)
            {
                return amount;
            }
        }

        return null;
    }

    /// <summary>From a date to the end of the path; the year of the date by its days left.</summary>
    public CarbonDioxide CumulativeFrom(DateOnly date)
    {
        var from = Budgets.Years.Of(date);
        return CarbonDioxide.Sum(Years.Select(y => y.Amount * Math.Clamp(y.Year + 1 - from, 0, 1)));
    }
}
