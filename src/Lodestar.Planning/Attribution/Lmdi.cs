// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Planning.Attribution;

/// <summary>
/// What each factor of a sum of products contributes to its change: V = Σ over terms of the product of their factors.
/// Additive logarithmic mean Divisia index I (Ang 2005, Energy Policy 33, 867–871): a factor contributes
/// Σ L(V¹, V⁰) · ln(x¹ ÷ x⁰), L(a, b) = (a − b) ÷ (ln a − ln b). The contributions add up to the change without a
/// residual, there and back they are opposite, and terms may be added up in any groups.
/// </summary>
/// <remarks>
/// A term that is 0 in one year takes the limits of the formula (Wood and Lenzen 2006, Energy Policy 34, 1326–1331): what
/// made it 0 takes its whole change, in equal parts where there are several; a term that is 0 in both contributes
/// nothing. Where a factor changes its sign there is no logarithm: that term is shared out by Shapley values over its
/// factors. A factor that is negative in both years has a positive ratio, and needs none of this.
/// </remarks>
public static class Lmdi
{
    // Below it the series to the sixth power is exact to the last bit but one.
    private const double Near = 0.01;

    /// <summary>The change of one term.</summary>
    /// <param name="before">Its factors.</param>
    /// <param name="after">The same, in another year or scenario.</param>
    /// <returns>The contribution of each factor.</returns>
    /// <exception cref="ArgumentException">There are not as many factors after as before.</exception>
    public static double[] Additive(ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        if (before.Length != after.Length)
        {
            throw new ArgumentException($"{before.Length} factors before, {after.Length} after.", nameof(after));
        }

        var result = new double[before.Length];
        var (isZeroBefore, isZeroAfter) = (before.Contains(0), after.Contains(0));
        for (var i = 0; i < before.Length; i++)
        {
            if (before[i] * after[i] < 0)
            {
                return OverFactors(before, after);
            }
        }

        if (isZeroBefore && isZeroAfter)
        {
            return result;
        }

        var (was, iss) = (Product(before), Product(after));
        if (isZeroBefore || isZeroAfter)
        {
            var zeros = (isZeroBefore ? before : after).Count(0);
            for (var i = 0; i < before.Length; i++)
            {
                result[i] = before[i] == 0 || after[i] == 0 ? (iss - was) / zeros : 0;
            }

            return result;
        }

        var mean = LogarithmicMean(iss, was);
        for (var i = 0; i < before.Length; i++)
        {
            result[i] = mean * LogRatio(after[i], before[i]);
        }

        return result;
    }

    /// <summary>The change of a sum of terms.</summary>
    /// <param name="before">By term, then factor.</param>
    /// <param name="after">The same, in another year or scenario.</param>
    /// <returns>The contribution of each factor; none for no terms.</returns>
    public static double[] Additive(IReadOnlyList<double[]> before, IReadOnlyList<double[]> after)
    {
        var result = new double[before.Count == 0 ? 0 : before[0].Length];
        for (var term = 0; term < before.Count; term++)
        {
            var parts = Additive(before[term], after[term]);
            for (var i = 0; i < result.Length; i++)
            {
                result[i] += parts[i];
            }
        }

        return result;
    }

    /// <summary>The change from the first year to the last, year by year: where the way is known, it says more than its two ends.</summary>
    /// <param name="years">By year, then term, then factor; at least one year.</param>
    /// <returns>The contributions of each factor over all steps.</returns>
    public static double[] Chained(IReadOnlyList<IReadOnlyList<double[]>> years)
    {
        var result = Additive(years[0], years[0]);
        for (var year = 1; year < years.Count; year++)
        {
            var step = Additive(years[year - 1], years[year]);
            for (var i = 0; i < result.Length; i++)
            {
                result[i] += step[i];
            }
        }

        return result;
    }

    /// <summary>L(a, b) = (a − b) ÷ ln(a ÷ b), and a where they are equal.</summary>
    /// <param name="a">A number.</param>
    /// <param name="b">One of the same sign; neither is 0.</param>
    /// <returns>Between them.</returns>
    public static double LogarithmicMean(double a, double b) => a == b ? a : (a - b) / LogRatio(a, b);

    /// <summary>ln(a ÷ b), exact to the last digits where they are nearly equal: 2 artanh((a − b) ÷ (a + b)).</summary>
    internal static double LogRatio(double a, double b)
    {
        var u = (a - b) / (a + b);
        if (!(Math.Abs(u) < Near))
        {
            return Math.Log(a / b);
        }

        var square = u * u;
        return 2 * u * (1 + (square * ((1.0 / 3) + (square * ((1.0 / 5) + (square * (1.0 / 7)))))));
    }

    /// <summary>The factors as players: those that are in have their value after, the others that before.</summary>
    private static double[] OverFactors(ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        var values = new double[1 << before.Length];
        for (var mask = 0; mask < values.Length; mask++)
        {
            values[mask] = 1;
            for (var i = 0; i < before.Length; i++)
            {
                values[mask] *= (mask >> i & 1) != 0 ? after[i] : before[i];
            }
        }

        return Shapley.Exact(values);
    }

    private static double Product(ReadOnlySpan<double> factors)
    {
        var product = 1.0;
        foreach (var factor in factors)
        {
            product *= factor;
        }

        return product;
    }
}
