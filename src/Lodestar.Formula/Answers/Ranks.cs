// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formula.Answers;

/// <summary>Rank correlation.</summary>
internal static class Ranks
{
    /// <summary>The rank of each number from 1; equal numbers share the mean of their ranks.</summary>
    public static double[] Of(ReadOnlySpan<double> sample)
    {
        var sorted = sample.ToArray();
        var order = new int[sample.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(sorted, order);
        var ranks = new double[sample.Length];
        for (var start = 0; start < sorted.Length; )
        {
            var end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start])
            {
                end++;
            }

            for (var i = start; i < end; i++)
            {
                ranks[order[i]] = (start + 1 + end) / 2.0;
            }

            start = end;
        }

        return ranks;
    }

    /// <summary>Pearson's correlation of two sets of ranks, which is Spearman's of what they rank; 0 where either does not vary.</summary>
    public static double Correlation(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var mean = (a.Length + 1) / 2.0;
        double ab = 0,
            aa = 0,
            bb = 0;
        for (var i = 0; i < a.Length; i++)
        {
            ab += (a[i] - mean) * (b[i] - mean);
            aa += (a[i] - mean) * (a[i] - mean);
            bb += (b[i] - mean) * (b[i] - mean);
        }

        return aa > 0 && bb > 0 ? Math.Clamp(ab / Math.Sqrt(aa) / Math.Sqrt(bb), -1, 1) : 0;
    }
}
