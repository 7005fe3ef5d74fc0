// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formula.Answers;

/// <summary>Mean and spread of a sample.</summary>
/// <param name="Count">How many draws.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">Their standard deviation with n − 1 below; NaN for fewer than two.</param>
public readonly record struct Moments(int Count, double Mean, double Deviation)
{
    /// <summary>The standard error of the mean of draws on their own; of a Latin hypercube it is an upper bound in all but odd cases.</summary>
    public double StandardError => Deviation / Math.Sqrt(Count);

    /// <summary>The moments of a sample, in two passes in the order of the draws.</summary>
    /// <param name="sample">Draws. Where one is NaN the moments are.</param>
    /// <returns>The moments.</returns>
    public static Moments Of(ReadOnlySpan<double> sample)
    {
        var sum = 0.0;
        foreach (var x in sample)
        {
            sum += x;
        }

        var mean = sum / sample.Length;
        var squares = 0.0;
        foreach (var x in sample)
        {
            squares += (x - mean) * (x - mean);
        }

        return new(sample.Length, mean, Math.Sqrt(squares / (sample.Length - 1)));
    }
}
