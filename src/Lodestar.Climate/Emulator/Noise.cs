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
