// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Climate.Answers;

/// <summary>Percentiles by linear interpolation between order statistics ("type 7", as NumPy's default).</summary>
public static class Percentiles
{
    /// <param name="sorted">Ascending, at least one.</param>
    /// <param name="share">From 0 to 1.</param>
    public static double OfSorted(ReadOnlySpan<double> sorted, double share)
    {
        var at = share * (sorted.Length - 1);
        var below = (int)Math.Floor(at);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((at - below) * (sorted[above] - sorted[below]));
    }

    /// <summary>The value that half of them stay under.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return OfSorted(sorted, 0.5);
    }
}

/// <summary>A range over the ensemble: the percentiles that climate reports print.</summary>
public sealed record Band(double P05, double P17, double P33, double P50, double P67, double P83, double P95)
{
    public static Band Of(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return new(
            Percentiles.OfSorted(sorted, 0.05),
            Percentiles.OfSorted(sorted, 0.17),
            Percentiles.OfSorted(sorted, 0.33),
            Percentiles.OfSorted(sorted, 0.50),
            Percentiles.OfSorted(sorted, 0.67),
            Percentiles.OfSorted(sorted, 0.83),
            Percentiles.OfSorted(sorted, 0.95)
        );
    }
}
