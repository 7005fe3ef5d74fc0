// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Lodestar.Formula.Chance;

/// <summary>One of some values, each with its weight.</summary>
public sealed record Discrete : Distribution
{
    private readonly ImmutableArray<double> _upTo;

    private Discrete(ImmutableArray<double> values, ImmutableArray<double> shares)
    {
        (Values, Shares) = (values, shares);
        var sum = 0.0;
        _upTo = [.. shares.Select(s => sum += s)];
    }

    /// <summary>The values, each once, rising.</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>How likely each is; they add up to 1.</summary>
    public ImmutableArray<double> Shares { get; }

    /// <inheritdoc/>
    public override double Low => Values[0];

    /// <inheritdoc/>
    public override double High => Values[^1];

    /// <inheritdoc/>
    public override double Mean => Values.Zip(Shares, (v, s) => v * s).Sum();

    /// <inheritdoc/>
    public override double StandardDeviation
    {
        get
        {
            var mean = Mean;
            return Math.Sqrt(Values.Zip(Shares, (v, s) => (v - mean) * (v - mean) * s).Sum());
        }
    }

    /// <summary>A discrete distribution.</summary>
    /// <param name="values">In any order; a value given twice has both weights, one of weight 0 is left out.</param>
    /// <param name="weights">One a value, none negative, in any measure: they are divided by their sum.</param>
    /// <param name="fault">Why there is none.</param>
    /// <returns>The distribution; null with a fault.</returns>
    public static Discrete? Create(
        ReadOnlySpan<double> values,
        ReadOnlySpan<double> weights,
        out DistributionFault fault
    )
    {
        if (values.IsEmpty || values.Length != weights.Length)
        {
            fault = DistributionFault.ValuesMissing;
            return null;
        }

        var byValue = new SortedDictionary<double, double>();
        var total = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]) || !double.IsFinite(weights[i]) || weights[i] < 0)
            {
                fault = weights[i] < 0 ? DistributionFault.BadWeights : DistributionFault.NotFinite;
                return null;
            }

            if (weights[i] > 0)
            {
                byValue[values[i]] = byValue.GetValueOrDefault(values[i]) + weights[i];
                total += weights[i];
            }
        }

        if (!(total > 0) || double.IsInfinity(total))
        {
            fault = DistributionFault.BadWeights;
            return null;
        }

        fault = DistributionFault.None;
        return new([.. byValue.Keys], [.. byValue.Values.Select(w => w / total)]);
    }

    /// <inheritdoc/>
    public override double Quantile(double share)
    {
        var at = _upTo.BinarySearch(share);
        return Values[Math.Min(at < 0 ? ~at : at, Values.Length - 1)];
    }

    /// <summary>Compares values and shares.</summary>
    /// <param name="other">Another.</param>
    /// <returns>True when they are the same distribution.</returns>
    public bool Equals(Discrete? other) =>
        other is not null && Values.SequenceEqual(other.Values) && Shares.SequenceEqual(other.Shares);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Values.Length, Values[0], Values[^1]);
}

/// <summary>The distribution of a sample: its quantiles lie on straight lines between neighbours (type 7 of Hyndman and Fan 1996).</summary>
public sealed record Empirical : Distribution
{
    private Empirical(ImmutableArray<double> sample) => Sample = sample;

    /// <summary>The sample, rising.</summary>
    public ImmutableArray<double> Sample { get; }

    /// <inheritdoc/>
    public override double Low => Sample[0];

    /// <inheritdoc/>
    public override double High => Sample[^1];

    /// <inheritdoc/>
    /// <remarks>Of the lines between the points, not of the points: each line counts as much as any other.</remarks>
    public override double Mean => Low + OverLines((a, b) => (a + b) / 2);

    /// <inheritdoc/>
    /// <remarks>Of the lines, as the mean: the mean square over a line from a to b is (a² + ab + b²) / 3.</remarks>
    public override double StandardDeviation
    {
        get
        {
            var mean = Mean - Low;
            return Math.Sqrt(
                OverLines(
                    (a, b) => (((a - mean) * (a - mean)) + ((a - mean) * (b - mean)) + ((b - mean) * (b - mean))) / 3
                )
            );
        }
    }

    /// <summary>The distribution of a sample.</summary>
    /// <param name="sample">At least two different numbers, in any order.</param>
    /// <param name="fault">Why there is none.</param>
    /// <returns>The distribution; null with a fault.</returns>
    public static Empirical? Create(ReadOnlySpan<double> sample, out DistributionFault fault)
    {
        var sorted = sample.ToArray();
        Array.Sort(sorted);
        fault =
            sorted.Any(x => !double.IsFinite(x)) ? DistributionFault.NotFinite
            : sorted.Length < 2 ? DistributionFault.ValuesMissing
            : sorted[0] == sorted[^1] ? DistributionFault.NoSpread
            : DistributionFault.None;
        return fault == DistributionFault.None ? new([.. sorted]) : null;
    }

    /// <inheritdoc/>
    public override double Quantile(double share) => Answers.Percentiles.OfSorted(Sample.AsSpan(), share);

    /// <summary>Compares the samples.</summary>
    /// <param name="other">Another.</param>
    /// <returns>True when they are the same distribution.</returns>
    public bool Equals(Empirical? other) => other is not null && Sample.SequenceEqual(other.Sample);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Sample.Length, Low, High);

    /// <summary>The mean over the lines of what belongs to their ends, which count from the least value.</summary>
    private double OverLines(Func<double, double, double> value)
    {
        var sum = 0.0;
        for (var i = 1; i < Sample.Length; i++)
        {
            sum += value(Sample[i - 1] - Low, Sample[i] - Low);
        }

        return sum / (Sample.Length - 1);
    }
}
