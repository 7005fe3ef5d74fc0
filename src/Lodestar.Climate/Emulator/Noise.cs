// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Relations;

namespace Lodestar.Climate.Emulator;

/// <summary>Year-to-year variability: what is added to the four states of a member's energy balance in each step.</summary>
public interface INoise
{
    /// <summary>
    /// Adds for the step that ends on 1 January of a year: filtered forcing (W m⁻²) and three layers (K). Must depend on
    /// its arguments alone.
    /// </summary>
    /// <param name="member">Place in the ensemble.</param>
    /// <param name="into">Four numbers to fill.</param>
    void Fill(int member, int year, Span<double> into);
}

/// <summary>Increments that were drawn elsewhere.</summary>
/// <param name="firstYear">The 1 January of the first row.</param>
/// <param name="byMember">A table a member: a row of four for each 1 January.</param>
public sealed class GivenNoise(int firstYear, IReadOnlyList<IReadOnlyList<double[]>> byMember) : INoise
{
    public void Fill(int member, int year, Span<double> into) => byMember[member][year - firstYear].CopyTo(into);
}

/// <summary>
/// Variability with each member's own strength. Draws are counted, not remembered: member, year and seed give the same
/// numbers in any order and on any number of threads.
/// </summary>
public sealed class CountedNoise : INoise
{
    private readonly ulong _seed;
    private readonly int[] _members;
    private readonly double[][,] _factors;

    public CountedNoise(Calibration calibration, ulong seed)
    {
        _seed = seed;
        _members = [.. calibration.Members];
        _factors =
        [
            .. calibration.EnergyBalance.Select(p => SquareMatrix.Cholesky(new EnergyBalance(p).NoiseCovariance())),
        ];
    }

    public void Fill(int member, int year, Span<double> into)
    {
        Span<double> normal = stackalloc double[EnergyBalance.States];
        for (var pair = 0; pair < 2; pair++)
        {
            var (first, second) = Philox.Uniform(_seed, (uint)_members[member], (uint)year, (uint)pair);
            var radius = Math.Sqrt(-2 * Math.Log(first));
            var (sin, cos) = Math.SinCos(2 * Math.PI * second);
            (normal[2 * pair], normal[(2 * pair) + 1]) = (radius * cos, radius * sin);
        }

        var factor = _factors[member];
        for (var i = 0; i < EnergyBalance.States; i++)
        {
            var sum = 0.0;
            for (var j = 0; j <= i; j++)
            {
                sum += factor[i, j] * normal[j];
            }

            into[i] = sum;
        }
    }
}

/// <summary>
/// The counter-based generator Philox4x32-10 of Salmon et al. 2011 (SC '11, "Parallel random numbers: as easy as 1, 2,
/// 3").
/// </summary>
internal static class Philox
{
    private const uint FirstMultiplier = 0xD2511F53;
    private const uint SecondMultiplier = 0xCD9E8D57;
    private const uint FirstWeyl = 0x9E3779B9;
    private const uint SecondWeyl = 0xBB67AE85;
    private const int Rounds = 10;

    /// <summary>Four random words of a counter and a key.</summary>
    public static (uint, uint, uint, uint) Block(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var first = (ulong)FirstMultiplier * c0;
            var second = (ulong)SecondMultiplier * c2;
            (c0, c1, c2, c3) = (
                (uint)(second >> 32) ^ c1 ^ k0,
                (uint)second,
                (uint)(first >> 32) ^ c3 ^ k1,
                (uint)first
            );
            k0 += FirstWeyl;
            k1 += SecondWeyl;
        }

        return (c0, c1, c2, c3);
    }

    /// <summary>Two numbers above 0 and at most 1.</summary>
    public static (double, double) Uniform(ulong seed, uint a, uint b, uint c)
    {
        var (w0, w1, w2, w3) = Block(a, b, c, 0, (uint)seed, (uint)(seed >> 32));
        return (ToUnit(w0, w1), ToUnit(w2, w3));
    }

    private static double ToUnit(uint high, uint low) =>
        (((((ulong)high << 32) | low) >> 11) + 1) * (1.0 / (1UL << 53));
}
