// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Kernels;

namespace Lodestar.Formula.Chance;

/// <summary>The regularised incomplete beta function I_x(a, b), the share of a beta distribution below x, and its inverse.</summary>
internal static class IncompleteBeta
{
    private const double HalfLogOfTwoPi = 0.91893853320467274178;
    private const double Tiny = 1e-300;

    /// <summary>B₂ₙ / (2n (2n − 1)) of Stirling's series, DLMF 5.11.1.</summary>
    private static readonly double[] Stirling =
    [
        1.0 / 12,
        -1.0 / 360,
        1.0 / 1260,
        -1.0 / 1680,
        1.0 / 1188,
        -691.0 / 360360,
        1.0 / 156,
        -3617.0 / 122400,
    ];

    /// <summary>ln Γ(x) for x above 0.</summary>
    public static double LogGamma(double x)
    {
        // Γ(x) = Γ(x + n) / (x (x + 1) …) carries small arguments to where the series holds to all digits.
        var product = 1.0;
        while (x < 12)
        {
            product *= x++;
        }

        return ((x - 0.5) * Elementary.Log(x)) - x + HalfLogOfTwoPi + Remainder(x) - Elementary.Log(product);
    }

    /// <summary>ln B(a, b) without the cancellation of three large logarithms.</summary>
    public static double LogBeta(double a, double b)
    {
        var (small, large) = a < b ? (a, b) : (b, a);
        if (large < 12)
        {
            return LogGamma(a) + LogGamma(b) - LogGamma(a + b);
        }

        // ln Γ(l) − ln Γ(l + s) from Stirling's series, its leading terms joined.
        var sum = small + large;
        var ratio = -((sum - 0.5) * LogOfOnePlus(small / large)) - (small * Elementary.Log(large)) + small;
        return LogGamma(small) + ratio + Remainder(large) - Remainder(sum);
    }

    /// <summary>Both shares, so that neither loses its digits: below x and above it.</summary>
    /// <param name="x">Above 0 and below 1.</param>
    /// <param name="a">Above 0.</param>
    /// <param name="b">Above 0.</param>
    /// <param name="logBeta"><see cref="LogBeta"/> of both.</param>
    /// <param name="density">The density at x.</param>
    /// <returns>I_x(a, b) and 1 − I_x(a, b).</returns>
    public static (double Below, double Above) Shares(double x, double a, double b, double logBeta, out double density)
    {
        var front = Elementary.Exp((a * Elementary.Log(x)) + (b * LogOfOnePlus(-x)) - logBeta);
        density = front / (x * (1 - x));
        if (x < (a + 1) / (a + b + 2))
        {
            var below = front * Fraction(x, a, b) / a;
            return (below, 1 - below);
        }

        var above = front * Fraction(1 - x, b, a) / b;
        return (1 - above, above);
    }

    /// <summary>
    /// The x below which a share lies: Newton's steps on the logarithm of the smaller share, held between bounds that
    /// close in, so that it converges for every shape.
    /// </summary>
    /// <param name="share">Above 0 and below 1.</param>
    /// <param name="a">Above 0.</param>
    /// <param name="b">Above 0.</param>
    /// <param name="logBeta"><see cref="LogBeta"/> of both.</param>
    /// <returns>From 0 to 1.</returns>
    public static double Inverse(double share, double a, double b, double logBeta)
    {
        double low = 0,
            high = 1;
        var x = a / (a + b);
        for (var step = 0; step < 2000; step++)
        {
            var (below, above) = Shares(x, a, b, logBeta, out var density);
            (low, high) = below < share ? (x, high) : (low, x);

            // Near 0 the share is about a power of x: its logarithm is a line over ln x. Elsewhere a step in x does.
            var next =
                share <= 0.5
                    ? x * Elementary.Exp(-Elementary.Log(below / share) * below / (x * density))
                    : x + (Elementary.Log(above / (1 - share)) * above / density);
            if (!(next > low && next < high))
            {
                next = low > 0 || high < 1e-3 ? Between(low, high) : (low + high) / 2;
            }

            if (Math.Abs(next - x) <= 2e-16 * x || next <= low || next >= high)
            {
                return next;
            }

            x = next;
        }

        return x;
    }

    /// <summary>Halfway in the exponent: bounds of very different size close in as quickly.</summary>
    private static double Between(double low, double high) =>
        high > 2 * Math.Max(low, Tiny) ? Math.Sqrt(Math.Max(low, Tiny)) * Math.Sqrt(high) : (low + high) / 2;

    /// <summary>ln(1 + x), after Kahan: what rounding takes from 1 + x is put back by the ratio.</summary>
    private static double LogOfOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Elementary.Log(sum) * (x / (sum - 1));
    }

    private static double Remainder(double x)
    {
        var perSquare = 1 / (x * x);
        var sum = 0.0;
        for (var n = Stirling.Length - 1; n >= 0; n--)
        {
            sum = (sum * perSquare) + Stirling[n];
        }

        return sum / x;
    }

    /// <summary>The continued fraction of DLMF 8.17.22, evaluated forwards (Thompson and Barnett 1986).</summary>
    private static double Fraction(double x, double a, double b)
    {
        var (c, d) = (1.0, 1 / Away(1 - ((a + b) * x / (a + 1))));
        var result = d;
        for (var m = 1; m < 20_000; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / Away(1 + (even * d));
            c = Away(1 + (even / c));
            result *= c * d;

            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / Away(1 + (odd * d));
            c = Away(1 + (odd / c));
            result *= c * d;
            if (Math.Abs((c * d) - 1) < 2e-16)
            {
                break;
            }
        }

        return result;
    }

    private static double Away(double x) => Math.Abs(x) < Tiny ? Tiny : x;
}
