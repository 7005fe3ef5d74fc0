// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Planning.Budgets;

/// <summary>When a budget is used up. <c>default</c> is: never, on that course.</summary>
/// <param name="At">Decimal year (see <see cref="Years"/>); null for never.</param>
public readonly record struct RunsOutAt(double? At)
{
    /// <summary>The calendar year in which it happens.</summary>
    public int? Year => At is { } at ? (int)Math.Floor(at) : null;
}

/// <summary>
/// When a budget runs out on a course, and the courses that would just spend it. All from a point in time
/// <c>from</c> (decimal year) and a yearly rate at that point.
/// </summary>
public static class RunsOut
{
    // Farther off than this, a year of running out says no more than "never".
    private const double FarthestYears = 500;

    /// <summary>The rate held: from + B ÷ E. A budget of zero or less is used up at once.</summary>
    public static RunsOutAt Held(double from, CarbonDioxide budget, CarbonDioxide perYear) =>
        budget <= CarbonDioxide.Zero ? new RunsOutAt(from)
        : perYear <= CarbonDioxide.Zero ? default
        : Near(from, budget / perYear);

    /// <summary>
    /// Emissions falling by a constant share a year, E(t) = E·(1−ρ)^t: the sum up to t is E·(1−(1−ρ)^t) ÷ −ln(1−ρ), so it
    /// never exceeds E ÷ −ln(1−ρ).
    /// </summary>
    /// <param name="rate">ρ, below one; negative for emissions that rise.</param>
    public static RunsOutAt AtRate(double from, CarbonDioxide budget, CarbonDioxide perYear, double rate)
    {
        if (Math.Abs(rate) < 1e-12 || budget <= CarbonDioxide.Zero || perYear <= CarbonDioxide.Zero)
        {
            return Held(from, budget, perYear);
        }

        var decay = -Math.Log(1 - rate);
        var left = 1 - budget / perYear * decay;
        return left <= 0 ? default : Near(from, -Math.Log(left) / decay);
    }

    /// <summary>
    /// On a path of calendar years, each year's amount emitted evenly over it. Null amounts end the path.
    /// </summary>
    /// <param name="amountOf">CO2 of a calendar year; null from the year on in which the path has ended.</param>
    public static RunsOutAt OnPath(DateOnly date, CarbonDioxide budget, Func<int, CarbonDioxide?> amountOf)
    {
        var from = Years.Of(date);
        if (budget <= CarbonDioxide.Zero)
        {
            return new RunsOutAt(from);
        }

        var left = budget;
        for (var year = date.Year; amountOf(year) is { } amount; year++)
        {
            var start = Math.Max(from, year);
            var emitted = amount * (year + 1 - start);
            if (emitted >= left)
            {
                return new RunsOutAt(start + left / amount);
            }

            left -= emitted;
        }

        return default;
    }

    /// <summary>The year in which a straight line to zero just spends the budget: from + 2·B ÷ E.</summary>
    public static RunsOutAt LinearToZero(double from, CarbonDioxide budget, CarbonDioxide perYear) =>
        Held(from, budget * 2, perYear);

    /// <summary>
    /// The constant yearly cut that just spends the budget, over all time: ρ = 1 − e^(−E ÷ B), from the integral of
    /// E·(1−ρ)^t. Null for a budget of zero or less: no rate is fast enough.
    /// </summary>
    public static double? ConstantRate(CarbonDioxide budget, CarbonDioxide perYear) =>
        budget <= CarbonDioxide.Zero ? null : 1 - Math.Exp(-(perYear / budget));

    private static RunsOutAt Near(double from, double years) =>
        years > FarthestYears ? default : new RunsOutAt(from + years);
}
