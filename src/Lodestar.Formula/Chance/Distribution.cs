// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formula.Chance;

/// <summary>The distribution of one uncertain number.</summary>
public abstract record Distribution
{
    /// <summary>The value below which a share of the draws lies.</summary>
    /// <param name="share">Above 0 and below 1.</param>
    /// <returns>The quantile.</returns>
    public abstract double Quantile(double share);

    /// <summary>The mean.</summary>
    public abstract double Mean { get; }

    /// <summary>The standard deviation.</summary>
    public abstract double StandardDeviation { get; }

    /// <summary>The median.</summary>
    public double Median => Quantile(0.5);
}
