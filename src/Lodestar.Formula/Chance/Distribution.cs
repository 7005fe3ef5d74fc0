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

    /// <summary>No value lies below; −∞ when there is no bound.</summary>
    public virtual double Low => double.NegativeInfinity;

    /// <summary>No value lies above; ∞ when there is no bound.</summary>
    public virtual double High => double.PositiveInfinity;

    /// <summary>The median.</summary>
    public double Median => Quantile(0.5);
}

/// <summary>Why numbers make no distribution.</summary>
public enum DistributionFault
{
    /// <summary>They make one.</summary>
    None,

    /// <summary>A number is missing: NaN or infinite.</summary>
    NotFinite,

    /// <summary>A standard deviation or a shape must be above 0, a geometric standard deviation above 1.</summary>
    NoSpread,

    /// <summary>Bounds must rise: low below high, the mode between them.</summary>
    BoundsOutOfOrder,

    /// <summary>A lognormal distribution has values above 0 alone.</summary>
    NotAboveZero,

    /// <summary>A shape above <see cref="Beta.GreatestShape"/>.</summary>
    ShapeTooLarge,

    /// <summary>There are no values, or not as many weights.</summary>
    ValuesMissing,

    /// <summary>Weights must not be negative, and one must be above 0.</summary>
    BadWeights,
}
