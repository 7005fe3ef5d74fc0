// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formula.Chance;

/// <summary>The beta distribution, stretched over an interval.</summary>
public sealed record Beta : Distribution
{
    /// <summary>The greatest shape: beyond it a normal distribution says the same.</summary>
    public const double GreatestShape = 1e6;

    private readonly double _logBeta;

    private Beta(double a, double b, double low, double high)
    {
        (A, B, Low, High) = (a, b, low, high);
        _logBeta = IncompleteBeta.LogBeta(a, b);
    }

    /// <summary>The shape at the lower end.</summary>
    public double A { get; }

    /// <summary>The shape at the upper end.</summary>
    public double B { get; }

    /// <inheritdoc/>
    public override double Low { get; }

    /// <inheritdoc/>
    public override double High { get; }

    /// <inheritdoc/>
    public override double Mean => Low + ((High - Low) * (A / (A + B)));

    /// <inheritdoc/>
    public override double StandardDeviation => (High - Low) * Math.Sqrt(A * B / (A + B + 1)) / (A + B);

    /// <summary>A beta distribution.</summary>
    /// <param name="a">The shape at the lower end, above 0 and at most <see cref="GreatestShape"/>.</param>
    /// <param name="b">The shape at the upper end, likewise.</param>
    /// <param name="low">The least value.</param>
    /// <param name="high">The greatest, above the least.</param>
    /// <param name="fault">Why there is none.</param>
    /// <returns>The distribution; null with a fault.</returns>
    public static Beta? Create(double a, double b, double low, double high, out DistributionFault fault)
    {
        fault =
            !double.IsFinite(a) || !double.IsFinite(b) ? DistributionFault.NotFinite
            : a <= 0 || b <= 0 ? DistributionFault.NoSpread
            : a > GreatestShape || b > GreatestShape ? DistributionFault.ShapeTooLarge
            : Bounds.Check(low, high);
        return fault == DistributionFault.None ? new(a, b, low, high) : null;
    }

    /// <inheritdoc/>
    /// <remarks>To about 1 part in 10¹² of the distance from <see cref="Low"/>.</remarks>
    public override double Quantile(double share) =>
        Low + ((High - Low) * IncompleteBeta.Inverse(share, A, B, _logBeta));
}
