// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Chance;

namespace Lodestar.Formula.Answers;

/// <summary>What is asked of a number.</summary>
public enum Relation
{
    /// <summary>x &lt; limit.</summary>
    Below,

    /// <summary>x ≤ limit.</summary>
    AtMost,

    /// <summary>x ≥ limit.</summary>
    AtLeast,

    /// <summary>x &gt; limit.</summary>
    Above,
}

/// <summary>The probability of something, from the draws in which it came true.</summary>
/// <param name="Hits">In how many draws it did.</param>
/// <param name="Count">Of how many draws it is known.</param>
/// <param name="Unknown">In how many draws there was no number to tell by; in neither of the others.</param>
public readonly record struct Odds(int Hits, int Count, int Unknown)
{
    /// <summary>The share of draws; NaN when there are none.</summary>
    public double Share => (double)Hits / Count;

    /// <summary>The standard error √(p (1 − p) / n). It is 0 at the ends, where <see cref="Interval"/> says more.</summary>
    public double StandardError => Math.Sqrt(Share * (1 - Share) / Count);

    /// <summary>In how many draws an inequality holds.</summary>
    /// <param name="sample">Draws; NaN counts as <see cref="Unknown"/>.</param>
    /// <param name="relation">What is asked.</param>
    /// <param name="limit">The limit.</param>
    /// <returns>The odds.</returns>
    public static Odds Of(ReadOnlySpan<double> sample, Relation relation, double limit)
    {
        int hits = 0,
            unknown = 0;
        foreach (var x in sample)
        {
            if (double.IsNaN(x))
            {
                unknown++;
            }
            else if (Holds(x, relation, limit))
            {
                hits++;
            }
        }

        return new(hits, sample.Length - unknown, unknown);
    }

    /// <summary>In how many draws a year-by-year or otherwise joint condition holds.</summary>
    /// <param name="truths">A value a draw: not 0 where it holds, NaN where it is unknown.</param>
    /// <returns>The odds.</returns>
    public static Odds OfTruth(ReadOnlySpan<double> truths)
    {
        var odds = Of(truths, Relation.Below, 0);
        var above = Of(truths, Relation.Above, 0);
        return odds with { Hits = odds.Hits + above.Hits };
    }

    /// <summary>The interval of Wilson 1927 (JASA 22, 209–212), which holds near 0 and 1 too.</summary>
    /// <param name="confidence">Above 0 and below 1: how often such intervals hold the truth.</param>
    /// <returns>From 0 to 1; all of it when there are no draws.</returns>
    public (double Low, double High) Interval(double confidence = 0.95)
    {
        if (Count == 0)
        {
            return (0, 1);
        }

        var z = StandardNormal.Quantile((1 + confidence) / 2);
        var perCount = z * z / Count;
        var middle = (Share + (perCount / 2)) / (1 + perCount);
        var half = z * Math.Sqrt((Share * (1 - Share) / Count) + (perCount / (4 * Count))) / (1 + perCount);
        return (Hits == 0 ? 0 : middle - half, Hits == Count ? 1 : middle + half);
    }

    private static bool Holds(double x, Relation relation, double limit) =>
        relation switch
        {
            Relation.Below => x < limit,
            Relation.AtMost => x <= limit,
            Relation.AtLeast => x >= limit,
            _ => x > limit,
        };
}
