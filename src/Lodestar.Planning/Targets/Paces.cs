// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Inventory;

namespace Lodestar.Planning.Targets;

/// <summary>
/// Required and achieved pace (DESIGN §5). Required: the constant yearly rate and the straight-line tonnes between two
/// years. Achieved: the steepest log-linear slope over any window of five or more years since 1990.
/// </summary>
public static class Paces
{
    /// <summary>
    /// Null when no year of the inventory holds a number. The next milestone is the first one after the last inventory
    /// whose year is not past on <paramref name="date"/>.
    /// </summary>
    public static PaceResult? Of(
        InventoryTotals covered,
        IReadOnlyList<ResolvedMilestone> milestones,
        DateOnly date,
        RuleSet rules
    )
    {
        var history = covered.Comparable.Select(y => new YearAmount(y.Year, y.Total.Amount!.Value)).ToList();
        if (history.Count == 0)
        {
            return null;
        }

        var last = history[^1];
        var ahead = milestones.Where(m => m.Year > last.Year && m.Year >= date.Year).ToList();
        var zero = ahead.Find(m => m.IsNetZero);
        var next = ahead.Find(m => !m.IsNetZero && (zero is null || m.Year < zero.Year));
        var toNext = next is null ? null : Required(last, new YearAmount(next.Year, next.Amount));
        var toZero = zero is null ? null : Required(last, new YearAmount(zero.Year, zero.Amount));
        var after = next is null || zero is null ? null : Required(toNext!.To, toZero!.To);
        var windows = Windows(history, rules).ToList();
        return new PaceResult(covered.Unit, last)
        {
            ToNextMilestone = toNext,
            ToNetZero = toZero,
            AfterMilestone = after,
            Best = Steepest(windows),
            BestUnflagged = Steepest(windows.Where(w => !w.Flagged)),
            BackLoadingByRate = Ratio(after?.Rate, toNext?.Rate),
            BackLoadingByTonnes = Ratio(after?.TonnesPerYear, toNext?.TonnesPerYear),
        };
    }

    /// <summary>
    /// Rate = 1 − (E₁/E₀)^(1/(t₁−t₀)); tonnes = (E₀−E₁)/(t₁−t₀). The rate is null when either amount is zero or below.
    /// Throws <see cref="ArgumentException"/> unless the years ascend.
    /// </summary>
    public static RequiredPace Required(YearAmount from, YearAmount to)
    {
        var years = to.Year - from.Year;
        if (years <= 0)
        {
            throw new ArgumentException($"{to.Year} does not come after {from.Year}.", nameof(to));
        }

        double? rate = from.Amount > 0 && to.Amount > 0 ? 1 - Math.Pow(to.Amount / from.Amount, 1.0 / years) : null;
        return new RequiredPace(from, to, rate, (from.Amount - to.Amount) / years);
    }

    /// <summary>
    /// The pace over one window by least squares: rate = 1 − e^b with b the slope of ln E on the year, tonnes the
    /// negative slope of E. Null when a value is zero or below, or there are fewer than three values.
    /// </summary>
    public static AchievedPace? Achieved(IReadOnlyList<YearAmount> window, bool flagged)
    {
        if (window.Count < 3 || window.Any(p => p.Amount <= 0))
        {
            return null;
        }

        var meanYear = window.Average(p => (double)p.Year);
        var spread = window.Sum(p => (p.Year - meanYear) * (p.Year - meanYear));
        var logSlope = window.Sum(p => (p.Year - meanYear) * Math.Log(p.Amount)) / spread;
        var slope = window.Sum(p => (p.Year - meanYear) * p.Amount) / spread;
        return new AchievedPace(window[0].Year, window[^1].Year, 1 - Math.Exp(logSlope), -slope, flagged);
    }

    private static IEnumerable<AchievedPace> Windows(List<YearAmount> history, RuleSet rules)
    {
        var shortest = (int)rules["pace.window"];
        var earliest = history.FindIndex(h => h.Year >= rules["pace.first"]);
        for (var first = earliest; first >= 0 && first < history.Count; first++)
        {
            for (var last = first + 2; last < history.Count; last++)
            {
                var end = history[last].Year;
                if (end - history[first].Year < shortest)
                {
                    continue;
                }

                var flagged = end >= rules["pace.flagged.first"] && end <= rules["pace.flagged.last"];
                if (Achieved(history.GetRange(first, last - first + 1), flagged) is { } pace)
                {
                    yield return pace;
                }
            }
        }
    }

    private static AchievedPace? Steepest(IEnumerable<AchievedPace> windows) => windows.MaxBy(w => w.Rate);

    private static double? Ratio(double? after, double? before) => before > 0 ? after / before : null;
}
