// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formula.Chance;

/// <summary>Every number of an interval is as likely as any other.</summary>
public sealed record Uniform : Distribution
{
    private Uniform(double low, double high) => (Low, High) = (low, high);

    /// <inheritdoc/>
    public override double Low { get; }

    /// <inheritdoc/>
    public override double High { get; }

    /// <inheritdoc/>
    public override double Mean => Low + ((High - Low) / 2);

    /// <inheritdoc/>
    public override double StandardDeviation => (High - Low) / Math.Sqrt(12);

    /// <summary>A uniform distribution.</summary>
    /// <param name="low">The least value.</param>
    /// <param name="high">The greatest, above the least.</param>
    /// <param name="fault">Why there is none.</param>
    /// <returns>The distribution; null with a fault.</returns>
    public static Uniform? Create(double low, double high, out DistributionFault fault)
    {
        fault = Bounds.Check(low, high);
        return fault == DistributionFault.None ? new(low, high) : null;
    }

    /// <inheritdoc/>
    public override double Quantile(double share) => Low + ((High - Low) * share);
}

/// <summary>The density rises in a line to the mode and falls in a line from there.</summary>
public sealed record Triangular : Distribution
{
    private Triangular(double low, double mode, double high) => (Low, Mode, High) = (low, mode, high);

    /// <inheritdoc/>
    public override double Low { get; }

    /// <summary>The most likely value.</summary>
    public double Mode { get; }

    /// <inheritdoc/>
    public override double High { get; }

    /// <inheritdoc/>
    public override double Mean => Low + ((High - Low + (Mode - Low)) / 3);

    /// <inheritdoc/>
    public override double StandardDeviation
    {
        get
        {
            var (width, left, right) = (High - Low, Mode - Low, High - Mode);
            return Math.Sqrt(((width * width) - (left * right)) / 18);
        }
    }

    /// <summary>A triangular distribution.</summary>
    /// <param name="low">The least value.</param>
    /// <param name="mode">The most likely value; may be either end.</param>
    /// <param name="high">The greatest value, above the least.</param>
    /// <param name="fault">Why there is none.</param>
    /// <returns>The distribution; null with a fault.</returns>
    public static Triangular? Create(double low, double mode, double high, out DistributionFault fault)
    {
        fault = Bounds.Check(low, high);
        if (fault == DistributionFault.None && !(low <= mode && mode <= high))
        {
            fault = double.IsNaN(mode) ? DistributionFault.NotFinite : DistributionFault.BoundsOutOfOrder;
        }

        return fault == DistributionFault.None ? new(low, mode, high) : null;
    }

    /// <inheritdoc/>
    public override double Quantile(double share)
    {
        var (width, left, right) = (High - Low, Mode - Low, High - Mode);
        return share * width <= left
            ? Low + Math.Sqrt(share * width * left)
            : High - Math.Sqrt((1 - share) * width * right);
    }
}

/// <summary>Bounds as people give them.</summary>
internal static class Bounds
{
    public static DistributionFault Check(double low, double high) =>
        !double.IsFinite(low) || !double.IsFinite(high) || !double.IsFinite(high - low) ? DistributionFault.NotFinite
        : low >= high ? DistributionFault.BoundsOutOfOrder
        : DistributionFault.None;
}
