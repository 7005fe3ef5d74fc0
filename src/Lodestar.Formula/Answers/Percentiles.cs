// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formula.Answers;

/// <summary>
/// Percentiles of a sample: on a straight line between neighbours, at (n − 1) · share counted from the least (type 7 of
/// Hyndman and Fan 1996, The American Statistician 50, 361–365).
/// </summary>
public static class Percentiles
{
    /// <summary>One percentile of a sorted sample.</summary>
    /// <param name="sorted">Rising; at least one number.</param>
    /// <param name="share">From 0 to 1.</param>
    /// <returns>The number below which the share lies.</returns>
    public static double OfSorted(ReadOnlySpan<double> sorted, double share)
    {
        var at = (sorted.Length - 1) * share;
        var below = (int)at;
        return below + 1 >= sorted.Length
            ? sorted[^1]
            : sorted[below] + ((at - below) * (sorted[below + 1] - sorted[below]));
    }

    /// <summary>Several percentiles of a sample.</summary>
    /// <param name="sample">In any order; not changed. Where it holds NaN every percentile is NaN: a failed draw must show.</param>
    /// <param name="shares">From 0 to 1 each.</param>
    /// <returns>One number a share; NaN for an empty sample.</returns>
    public static double[] Of(ReadOnlySpan<double> sample, ReadOnlySpan<double> shares)
    {
        var result = new double[shares.Length];
        var sorted = sample.ToArray();
        Array.Sort(sorted);

        // NaN sorts first.
        if (sorted.Length == 0 || double.IsNaN(sorted[0]))
        {
            Array.Fill(result, double.NaN);
            return result;
        }

        for (var i = 0; i < shares.Length; i++)
        {
            result[i] = OfSorted(sorted, shares[i]);
        }

        return result;
    }
}
