// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Kernels;

namespace Lodestar.Formula.Chance;

/// <summary>The normal distribution.</summary>
public sealed record Normal : Distribution
{
    private Normal(double mean, double deviation) => (Mean, StandardDeviation) = (mean, deviation);

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double StandardDeviation { get; }

    /// <summary>A normal distribution.</summary>
    /// <param name="mean">Its mean.</param>
    /// <param name="deviation">Its standard deviation, above 0.</param>
    /// <param name="fault">Why there is none.</param>
    /// <returns>The distribution; null with a fault.</returns>
    public static Normal? Create(double mean, double deviation, out DistributionFault fault)
    {
        fault =
            !double.IsFinite(mean) || !double.IsFinite(deviation) ? DistributionFault.NotFinite
            : deviation <= 0 ? DistributionFault.NoSpread
            : DistributionFault.None;
        return fault == DistributionFault.None ? new(mean, deviation) : null;
    }

    /// <inheritdoc/>
    public override double Quantile(double share) => Mean + (StandardDeviation * StandardNormal.Quantile(share));
}

/// <summary>The distribution of a number whose logarithm is normal.</summary>
public sealed record Lognormal : Distribution
{
    private readonly double _median;
    private readonly double _logDeviation;

    private Lognormal(double median, double logDeviation) => (_median, _logDeviation) = (median, logDeviation);

    /// <summary>The factor that one standard deviation of the logarithm is.</summary>
    public double GeometricDeviation => Elementary.Exp(_logDeviation);

    /// <inheritdoc/>
    public override double Mean => _median * Elementary.Exp(_logDeviation * _logDeviation / 2);

    /// <inheritdoc/>
    /// <remarks>√(e^(s²) − 1) written so that nothing cancels where s is small.</remarks>
    public override double StandardDeviation
    {
        get
        {
            var half = _logDeviation * _logDeviation / 2;
            return Mean * Math.Sqrt(2 * Elementary.Exp(half) * Math.Sinh(half));
        }
    }

    /// <inheritdoc/>
    public override double Low => 0;

    /// <summary>By its median and the factor of one standard deviation.</summary>
    /// <param name="median">Above 0.</param>
    /// <param name="geometricDeviation">Above 1.</param>
    /// <param name="fault">Why there is none.</param>
    /// <returns>The distribution; null with a fault.</returns>
    public static Lognormal? Create(double median, double geometricDeviation, out DistributionFault fault)
    {
        fault =
            !double.IsFinite(median) || !double.IsFinite(geometricDeviation) ? DistributionFault.NotFinite
            : median <= 0 ? DistributionFault.NotAboveZero
            : geometricDeviation <= 1 ? DistributionFault.NoSpread
            : DistributionFault.None;
        return fault == DistributionFault.None ? new(median, Elementary.Log(geometricDeviation)) : null;
    }

    /// <summary>By its 90 % interval: a twentieth of the draws lie below it, a twentieth above.</summary>
    /// <param name="low">Its lower end, above 0.</param>
    /// <param name="high">Its upper end, above the lower.</param>
    /// <param name="fault">Why there is none.</param>
    /// <returns>The distribution; null with a fault.</returns>
    public static Lognormal? FromInterval(double low, double high, out DistributionFault fault)
    {
        fault =
            !double.IsFinite(low) || !double.IsFinite(high) ? DistributionFault.NotFinite
            : low <= 0 ? DistributionFault.NotAboveZero
            : low >= high ? DistributionFault.BoundsOutOfOrder
            : DistributionFault.None;
        return fault == DistributionFault.None
            ? new(Math.Sqrt(low) * Math.Sqrt(high), Elementary.Log(high / low) / (2 * StandardNormal.NinetyFivePercent))
            : null;
    }

    /// <inheritdoc/>
    public override double Quantile(double share) =>
        _median * Elementary.Exp(_logDeviation * StandardNormal.Quantile(share));
}

/// <summary>What "a to b" means.</summary>
public static class Interval
{
    /// <summary>The distribution of a 90 % interval: lognormal where both ends are above 0, normal elsewhere.</summary>
    /// <param name="low">Its lower end.</param>
    /// <param name="high">Its upper end, above the lower.</param>
    /// <param name="fault">Why there is none.</param>
    /// <returns>The distribution; null with a fault.</returns>
    public static Distribution? Create(double low, double high, out DistributionFault fault)
    {
        if (low > 0)
        {
            return Lognormal.FromInterval(low, high, out fault);
        }

        if (low >= high)
        {
            fault = DistributionFault.BoundsOutOfOrder;
            return null;
        }

        return Normal.Create((low / 2) + (high / 2), (high - low) / (2 * StandardNormal.NinetyFivePercent), out fault);
    }
}
