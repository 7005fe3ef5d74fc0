// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Lodestar.Planning.Series;

/// <summary>A sum as it is shown: the parts that are shown add up to the total that is shown, to the last digit.</summary>
/// <param name="Total">The total, rounded.</param>
/// <param name="Parts">The parts, each rounded up or down.</param>
public sealed record RoundedSum(decimal Total, ImmutableArray<decimal> Parts);

/// <summary>A change as it is shown: before − Σ parts = after, to the last digit.</summary>
/// <param name="Before">What it was, rounded.</param>
/// <param name="Parts">What each part took away, rounded up or down.</param>
/// <param name="After">What is left, rounded.</param>
public sealed record RoundedChange(decimal Before, ImmutableArray<decimal> Parts, decimal After);

/// <summary>
/// Rounds numbers that are shown together. Totals are rounded to the nearest; parts too, except that where their sum
/// misses the total by some last digits, the parts nearest to the other side take one each (the method of the largest
/// remainder). A part that is 0 stays 0 as long as any other part can give way.
/// </summary>
public static class Rounding
{
    /// <summary>The most decimals that are shown.</summary>
    public const int MostDecimals = 9;

    // The range of decimal less the decimals, with room for sums.
    private const double Greatest = 1e15;

    /// <summary>How many decimals show a number of this size with so many figures; none where whole numbers do.</summary>
    public static int Figures(double size, int figures = 3) =>
        size == 0 || !double.IsFinite(size)
            ? 0
            : Math.Clamp(figures - 1 - (int)Math.Floor(Math.Log10(Math.Abs(size))), 0, MostDecimals);

    /// <summary>One number as it is shown: to the nearest, halves away from zero.</summary>
    /// <param name="value">A number.</param>
    /// <param name="decimals">How many decimals, from 0 to 9.</param>
    /// <returns>Null where it is no number, or too great to be shown so.</returns>
    public static decimal? Of(double value, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)decimals, (uint)MostDecimals, nameof(decimals));
        return double.IsFinite(value) && Math.Abs(value) <= Greatest ? Exactly(value, decimals) : null;
    }

    /// <summary>Parts and their total. The total is that of the parts before they are rounded.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="decimals">How many decimals, from 0 to 9.</param>
    /// <returns>Null where one is no number, or too great.</returns>
    public static RoundedSum? Sum(ReadOnlySpan<double> parts, int decimals)
    {
        var sum = 0.0;
        foreach (var part in parts)
        {
            sum += part;
        }

        return Of(sum, decimals) is { } total && Parts(parts, total, decimals) is { } shown
            ? new RoundedSum(total, shown)
            : null;
    }

    /// <summary>What was, what each part took away, what is left.</summary>
    /// <param name="before">What it was.</param>
    /// <param name="parts">What each part takes away; together before − after.</param>
    /// <param name="after">What is left.</param>
    /// <param name="decimals">How many decimals, from 0 to 9.</param>
    /// <returns>Null where one is no number, or too great.</returns>
    public static RoundedChange? Change(double before, ReadOnlySpan<double> parts, double after, int decimals) =>
        Of(before, decimals) is { } first
        && Of(after, decimals) is { } last
        && Parts(parts, first - last, decimals) is { } shown
            ? new RoundedChange(first, shown, last)
            : null;

    /// <summary>Rounds parts so that they add up to a total that is rounded already.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="total">What they must add up to, of no more decimals than asked for; near their sum.</param>
    /// <param name="decimals">How many decimals, from 0 to 9.</param>
    /// <returns>Null where one is no number, or too great, or where there is no part and something to share.</returns>
    public static ImmutableArray<decimal>? Parts(ReadOnlySpan<double> parts, decimal total, int decimals)
    {
        var shown = new decimal[parts.Length];
        var over = new decimal[parts.Length];
        var (sum, unit) = (0m, Unit(decimals));
        for (var i = 0; i < parts.Length; i++)
        {
            if (Of(parts[i], decimals) is not { } rounded)
            {
                return null;
            }

            shown[i] = rounded;
            over[i] = rounded - Exact(parts[i]);
            sum += rounded;
        }

        // Ties by place: the same parts give the same table.
        var missing = (total - sum) / unit;
        var values = parts.ToArray();
        var order = Enumerable
            .Range(0, parts.Length)
            .OrderBy(i => values[i] == 0)
            .ThenBy(i => missing > 0 ? over[i] : -over[i])
            .ThenBy(i => i)
            .ToArray();
        if (order.Length == 0)
        {
            return missing == 0 ? [] : null;
        }

        // Should more be missing than rounding explains, all that are not 0 share it evenly.
        var turns = Array.FindIndex(order, i => values[i] == 0) is > 0 and var nonzero ? nonzero : order.Length;
        var each = decimal.Floor(Math.Abs(missing) / turns);
        var rest = Math.Abs(missing) - (each * turns);
        for (var turn = 0; turn < turns; turn++)
        {
            shown[order[turn]] += Math.Sign(missing) * (each + (turn < rest ? 1 : 0)) * unit;
        }

        return [.. shown];
    }

    private static decimal Unit(int decimals) => new(1, 0, 0, false, (byte)decimals);

    private static decimal Exactly(double value, int decimals) =>
        decimal.Round(Exact(value), decimals, MidpointRounding.AwayFromZero);

    /// <summary>A double digit by digit: its whole part exactly, its fraction to more digits than are shown.</summary>
    private static decimal Exact(double value)
    {
        var whole = Math.Truncate(value);
        return (decimal)(long)whole + (decimal)(value - whole);
    }
}
