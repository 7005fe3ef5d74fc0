// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;

namespace Lodestar.Climate.Relations;

/// <summary>
/// The three-layer energy balance of Cummins et al. 2020 (J. Clim. 33, 7909), stepped exactly. The state is the
/// filtered forcing in W m⁻² and the three layers' temperatures in K above the start.
/// </summary>
public sealed class EnergyBalance
{
    /// <summary>States: filtered forcing, surface, middle and deep layer.</summary>
    public const int States = 4;

    /// <summary>Surface of the Earth in m² times seconds in a year: W m⁻² to J a year.</summary>
    public const double JoulesPerYear = 4 * Math.PI * 6_371_000.0 * 6_371_000.0 * 86_400 * 365.24219;

    /// <summary>Years to a doubling of CO2 at 1 % a year.</summary>
    private static readonly double s_doubling = Math.Log(2) / Math.Log(1.01);

    private readonly EnergyBalanceParameters _parameters;
    private readonly double _step;

    /// <param name="step">
    /// Length of a step in years. Heat capacities are divided by it; γ is not, as in the reference implementation, so that
    /// the filter relaxes by γ a step.
    /// </param>
    public EnergyBalance(EnergyBalanceParameters parameters, double step = 1)
    {
        (_parameters, _step) = (parameters, step);
        Matrix = MatrixOf(parameters, step);
        Transition = SquareMatrix.Exponential(Matrix);
        Response = ResponseOf(Matrix, Transition, parameters.Gamma);
    }

    /// <summary>A of dx/dt = A x + b F, per step.</summary>
    public double[,] Matrix { get; }

    /// <summary>e^A: what a step makes of the state.</summary>
    public double[,] Transition { get; }

    /// <summary>A⁻¹ (e^A − I) b: what a step makes of forcing held over it.</summary>
    public double[] Response { get; }

    /// <summary>
    /// Covariance of what noise adds in a step: the integral of e^(As) Q e^(Aᵀs) over it (Van Loan 1978), worked out for
    /// a short step and doubled, since the direct formula loses digits as e^γ grows.
    /// </summary>
    public double[,] NoiseCovariance()
    {
        var continuous = new double[States, States];
        continuous[0, 0] = _parameters.SigmaEta * _parameters.SigmaEta;
        continuous[1, 1] = Math.Pow(_parameters.SigmaXi / (_parameters.C1 / _step), 2);
        var norm = SquareMatrix.Norm(Matrix);
        var doublings = norm > 0.25 ? (int)Math.Ceiling(Math.Log2(norm / 0.25)) : 0;
        var part = Math.ScaleB(1, -doublings);
        var block = new double[2 * States, 2 * States];
        for (var i = 0; i < States; i++)
        {
            for (var j = 0; j < States; j++)
            {
                block[i, j] = -part * Matrix[i, j];
                block[i, j + States] = part * continuous[i, j];
                block[i + States, j + States] = part * Matrix[j, i];
            }
        }

        var exponential = SquareMatrix.Exponential(block);
        var (transition, upper) = (new double[States, States], new double[States, States]);
        for (var i = 0; i < States; i++)
        {
            for (var j = 0; j < States; j++)
            {
                transition[i, j] = exponential[j + States, i + States];
                upper[i, j] = exponential[i, j + States];
            }
        }

        var covariance = SquareMatrix.Multiply(transition, upper);
        for (var i = 0; i < doublings; i++)
        {
            var carried = SquareMatrix.Multiply(
                SquareMatrix.Multiply(transition, covariance),
                SquareMatrix.Transpose(transition)
            );
            covariance = SquareMatrix.Add(covariance, carried);
            transition = SquareMatrix.Multiply(transition, transition);
        }

        return covariance;
    }

    /// <summary>
    /// Timescales in years, ascending, and the warming in K that each adds in the end per W m⁻².
    /// </summary>
    public (double[] Timescales, double[] Responses) Modes()
    {
        var p = _parameters;
        var (c1, c2, c3) = (p.C1 / _step, p.C2 / _step, p.C3 / _step);
        // Similar to a symmetric matrix by the square roots of the capacities, so that rotations find its eigenvalues.
        var symmetric = new double[3, 3];
        (symmetric[0, 0], symmetric[1, 1], symmetric[2, 2]) = (Matrix[1, 1], Matrix[2, 2], Matrix[3, 3]);
        symmetric[0, 1] = symmetric[1, 0] = p.Kappa2 / Math.Sqrt(c1 * c2);
        symmetric[1, 2] = symmetric[2, 1] = p.Kappa3 * Math.Sqrt(p.DeepOceanEfficacy / (c2 * c3));
        var (values, vectors) = Jacobi(symmetric);
        var modes = Enumerable
            .Range(0, 3)
            .Select(i =>
                (Time: -_step / values[i], Response: -_step / values[i] * vectors[0, i] * vectors[0, i] / p.C1)
            )
            .OrderBy(m => m.Time)
            .ToArray();
        return ([.. modes.Select(m => m.Time)], [.. modes.Select(m => m.Response)]);
    }

    /// <summary>Equilibrium climate sensitivity, K: warming in the end for twice the CO2 of 1750.</summary>
    public double EquilibriumSensitivity() => 0.5 * _parameters.Forcing4xCO2 * Modes().Responses.Sum();

    /// <summary>Transient climate response, K: warming when CO2 has doubled at 1 % a year.</summary>
    public double TransientResponse()
    {
        var (timescales, responses) = Modes();
        var sum = 0.0;
        for (var i = 0; i < timescales.Length; i++)
        {
            var share = timescales[i] / s_doubling;
            sum += responses[i] * (1 - (share * (1 - Math.Exp(-1 / share))));
        }

        return 0.5 * _parameters.Forcing4xCO2 * sum;
    }

    private static double[,] MatrixOf(EnergyBalanceParameters p, double step)
    {
        var (c1, c2, c3) = (p.C1 / step, p.C2 / step, p.C3 / step);
        var deep = p.DeepOceanEfficacy * p.Kappa3;
        return new[,]
        {
            { -p.Gamma, 0, 0, 0 },
            { 1 / c1, -(p.Kappa1 + p.Kappa2) / c1, p.Kappa2 / c1, 0 },
            { 0, p.Kappa2 / c2, -(p.Kappa2 + deep) / c2, deep / c2 },
            { 0, 0, p.Kappa3 / c3, -p.Kappa3 / c3 },
        };
    }

    private static double[] ResponseOf(double[,] matrix, double[,] transition, double gamma)
    {
        var right = new double[States, 1];
        for (var i = 0; i < States; i++)
        {
            right[i, 0] = gamma * (transition[i, 0] - (i == 0 ? 1 : 0));
        }

        var solved = SquareMatrix.Solve(matrix, right);
        return [solved[0, 0], solved[1, 0], solved[2, 0], solved[3, 0]];
    }

    /// <summary>Eigenvalues and vectors (columns) of a symmetric matrix by rotations.</summary>
    private static (double[] Values, double[,] Vectors) Jacobi(double[,] a)
    {
        var n = a.GetLength(0);
        var vectors = SquareMatrix.Identity(n);
        for (var sweep = 0; sweep < 30; sweep++)
        {
            for (var p = 0; p < n - 1; p++)
            {
                for (var q = p + 1; q < n; q++)
                {
                    Rotate(a, vectors, p, q);
                }
            }
        }

        return ([.. Enumerable.Range(0, n).Select(i => a[i, i])], vectors);
    }

    private static void Rotate(double[,] a, double[,] vectors, int p, int q)
    {
        if (a[p, q] == 0)
        {
            return;
        }

        var theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        var t = Math.CopySign(1, theta) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        if (double.IsInfinity(theta))
        {
            a[p, q] = a[q, p] = 0;
            return;
        }

        var c = 1 / Math.Sqrt((t * t) + 1);
        var s = t * c;
        var n = a.GetLength(0);
        for (var k = 0; k < n; k++)
        {
            (a[k, p], a[k, q]) = ((c * a[k, p]) - (s * a[k, q]), (s * a[k, p]) + (c * a[k, q]));
        }

        for (var k = 0; k < n; k++)
        {
            (a[p, k], a[q, k]) = ((c * a[p, k]) - (s * a[q, k]), (s * a[p, k]) + (c * a[q, k]));
            (vectors[k, p], vectors[k, q]) = (
                (c * vectors[k, p]) - (s * vectors[k, q]),
                (s * vectors[k, p]) + (c * vectors[k, q])
            );
        }

        a[p, q] = a[q, p] = 0;
    }
}
