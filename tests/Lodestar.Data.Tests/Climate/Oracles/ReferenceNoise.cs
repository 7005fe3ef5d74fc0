// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Emulator;
using Lodestar.Climate.Relations;

namespace Lodestar.Data.Tests.Climate.Oracles;

/// <summary>
/// The draws that the reference implementation makes from each member's seed. Members were chosen with these draws, so
/// the ensemble meets its constraints with them and a little less closely with others.
/// </summary>
internal static class ReferenceNoise
{
    /// <summary>Sign of the i-th component of the i-th singular vector, as the reference's linear algebra chooses it.</summary>
    private static readonly int[] Signs = [-1, -1, -1, 1];

    /// <param name="years">How many 1 Januaries, from that of the history's first year.</param>
    public static INoise Of(Calibration calibration, IReadOnlyList<uint> seeds, int years)
    {
        var byMember = new IReadOnlyList<double[]>[seeds.Count];
        Parallel.For(
            0,
            seeds.Count,
            m => byMember[m] = Draws(new EnergyBalance(calibration.EnergyBalance[m]).NoiseCovariance(), seeds[m], years)
        );
        return new GivenNoise(calibration.History.FirstYear, byMember);
    }

    public static IReadOnlyList<double[]> Draws(double[,] covariance, uint seed, int years)
    {
        var (values, vectors) = Singular(covariance);
        var random = new LegacyGauss(seed);
        var draws = new double[years][];
        for (var n = 0; n < years; n++)
        {
            double[] z = [random.Next(), random.Next(), random.Next(), random.Next()];
            draws[n] = new double[4];
            for (var j = 0; j < 4; j++)
            {
                for (var i = 0; i < 4; i++)
                {
                    draws[n][j] += z[i] * Math.Sqrt(values[i]) * vectors[i][j];
                }
            }
        }

        return draws;
    }

    /// <summary>Of a symmetric matrix, by one-sided rotations: values descending, vectors as rows.</summary>
    private static (double[] Values, double[][] Vectors) Singular(double[,] a)
    {
        var columns = Enumerable
            .Range(0, 4)
            .Select(j => Enumerable.Range(0, 4).Select(i => (a[i, j] + a[j, i]) / 2).ToArray())
            .ToArray();
        for (var sweep = 0; sweep < 60; sweep++)
        {
            for (var p = 0; p < 3; p++)
            {
                for (var q = p + 1; q < 4; q++)
                {
                    Rotate(columns[p], columns[q]);
                }
            }
        }

        var found = columns
            .Select(c => (Length: Math.Sqrt(Dot(c, c)), Column: c))
            .OrderByDescending(c => c.Length)
            .ToArray();
        var vectors = found
            .Select(
                (c, i) =>
                {
                    var factor = Signs[i] * Math.Sign(c.Column[i]) / c.Length;
                    return c.Column.Select(v => v * factor).ToArray();
                }
            )
            .ToArray();
        return ([.. found.Select(c => c.Length)], vectors);
    }

    private static void Rotate(double[] p, double[] q)
    {
        var (alpha, beta, gamma) = (Dot(p, p), Dot(q, q), Dot(p, q));
        if (gamma == 0)
        {
            return;
        }

        var zeta = (beta - alpha) / (2 * gamma);
        var t = Math.CopySign(1, zeta) / (Math.Abs(zeta) + Math.Sqrt(1 + (zeta * zeta)));
        var c = 1 / Math.Sqrt(1 + (t * t));
        var s = c * t;
        for (var k = 0; k < p.Length; k++)
        {
            (p[k], q[k]) = ((c * p[k]) - (s * q[k]), (s * p[k]) + (c * q[k]));
        }
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}

/// <summary>MT19937 (Matsumoto and Nishimura 1998) and normal numbers by the polar method, the second one kept.</summary>
internal sealed class LegacyGauss
{
    private const int Size = 624;
    private const int Middle = 397;

    private readonly uint[] _state = new uint[Size];
    private int _at = Size;
    private double? _kept;

    public LegacyGauss(uint seed)
    {
        _state[0] = seed;
        for (var i = 1u; i < Size; i++)
        {
            _state[i] = (1812433253 * (_state[i - 1] ^ (_state[i - 1] >> 30))) + i;
        }
    }

    public double Next()
    {
        if (_kept is { } kept)
        {
            _kept = null;
            return kept;
        }

        double x,
            y,
            square;
        do
        {
            x = (2 * Uniform()) - 1;
            y = (2 * Uniform()) - 1;
            square = (x * x) + (y * y);
        } while (square is >= 1 or 0);

        var factor = Math.Sqrt(-2 * Math.Log(square) / square);
        _kept = factor * x;
        return factor * y;
    }

    private double Uniform()
    {
        var (high, low) = (Word() >> 5, Word() >> 6);
        return ((high * 67108864.0) + low) / 9007199254740992.0;
    }

    private uint Word()
    {
        if (_at == Size)
        {
            for (var i = 0; i < Size; i++)
            {
                var joined = (_state[i] & 0x80000000) | (_state[(i + 1) % Size] & 0x7fffffff);
                _state[i] = _state[(i + Middle) % Size] ^ (joined >> 1) ^ ((joined & 1) == 0 ? 0 : 0x9908b0df);
            }

            _at = 0;
        }

        var y = _state[_at++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >> 18);
    }
}
