// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Units;

namespace Lodestar.Planning.Targets;

/// <summary>A year and an amount in the unit its owner names.</summary>
public readonly record struct YearAmount(int Year, double Amount);

/// <summary>
/// The long-term strategy's path, year by year in <paramref name="Unit"/>. Derived means: no yearly path is published,
/// so it is the straight line of DESIGN §5.
/// </summary>
public sealed record LongTermPath(Unit Unit, bool Derived, EquatableList<YearAmount> Points)
{
    /// <summary>Where a derived path starts: the inventory at the target's adoption.</summary>
    public int? StartYear => Points.Count > 0 ? Points[0].Year : null;

    /// <summary>True when the residual was not stated and zero was taken.</summary>
    public bool ResidualAssumedZero { get; init; }

    /// <summary>The path's amount in a year, straight between published years; null outside them.</summary>
    public double? At(int year)
    {
        for (var i = 0; i < Points.Count; i++)
        {
            if (Points[i].Year == year)
            {
                return Points[i].Amount;
            }

            if (Points[i].Year > year)
            {
                if (i == 0)
                {
                    return null;
                }

                var (before, after) = (Points[i - 1], Points[i]);
                var share = (double)(year - before.Year) / (after.Year - before.Year);
                return before.Amount + share * (after.Amount - before.Amount);
            }
        }

        return null;
    }
}

/// <summary>A milestone in tonnes, held against what happened (if its year is past) and against the long-term path.</summary>
/// <param name="Amount">In the unit of the assessment's totals.</param>
/// <param name="Inventoried">The inventory's amount in that year; null while not known.</param>
/// <param name="OnPath">The long-term path's amount in that year; null outside it.</param>
public sealed record ResolvedMilestone(
    string Id,
    int Year,
    double Amount,
    double? Inventoried,
    double? OnPath,
    bool IsNetZero
)
{
    /// <summary>
    /// The deeper level that holds if its condition is met, in the same unit; null without a conditional part or when it
    /// is not in mass. No verdict rests on it: what is promised without a condition counts.
    /// </summary>
    public double? Conditional { get; init; }

    /// <summary>What the conditional part hangs on, as stated.</summary>
    public string? Condition { get; init; }

    /// <summary>How the amount follows from what is stated, where that takes more than the base year; else null.</summary>
    public Message? How { get; init; }

    /// <summary>The same of the conditional part.</summary>
    public Message? ConditionalHow { get; init; }

    /// <summary>True when the year's inventory is on or under the milestone; null while not known.</summary>
    public bool? Reached => Inventoried is { } value ? value <= Amount * (1 + 1e-9) : null;
}

/// <summary>
/// Required and achieved pace, as DESIGN §5 defines them. Rates are yearly shares (0.05 = 5 % a year), tonnes are in
/// <paramref name="Unit"/> per year; positive means falling.
/// </summary>
public sealed record PaceResult(Unit Unit, YearAmount Last)
{
    /// <summary>From the last inventory to the next milestone; null when none lies ahead.</summary>
    public RequiredPace? ToNextMilestone { get; init; }

    /// <summary>From the last inventory to the net-zero year; null when none is stated or it is past.</summary>
    public RequiredPace? ToNetZero { get; init; }

    /// <summary>From the next milestone on to the net-zero year; null without both.</summary>
    public RequiredPace? AfterMilestone { get; init; }

    /// <summary>Steepest log-linear slope over any window of five or more years; null when no window fits.</summary>
    public AchievedPace? Best { get; init; }

    /// <summary>The same over windows that do not end in 2020 or 2021; null when no such window fits.</summary>
    public AchievedPace? BestUnflagged { get; init; }

    /// <summary>Required yearly rate after the next milestone over that before it; null when either rate has no value.</summary>
    public double? BackLoadingByRate { get; init; }

    /// <summary>The same ratio by straight-line tonnes.</summary>
    public double? BackLoadingByTonnes { get; init; }
}

/// <summary>
/// What must happen between two years. <paramref name="Rate"/> is the constant yearly rate; null when the end is zero
/// or below, which no constant rate reaches.
/// </summary>
public sealed record RequiredPace(YearAmount From, YearAmount To, double? Rate, double TonnesPerYear);

/// <summary>
/// What was achieved between two years: <paramref name="Rate"/> from the least-squares line through the logarithms,
/// <paramref name="TonnesPerYear"/> from the least-squares line through the amounts of the same window.
/// </summary>
public sealed record AchievedPace(int FromYear, int ToYear, double Rate, double TonnesPerYear, bool Flagged);
