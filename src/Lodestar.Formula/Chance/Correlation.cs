// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formula.Chance;

/// <summary>The Gaussian copula: normal scores are made to correlate, and each number is the quantile of its score's share.</summary>
public static class Correlation
{
    /// <summary>How far rounding may take a pivot below 0, and a number from what it should be.</summary>
    private const double Slack = 2e-9;

    /// <summary>The Cholesky factor L with L Lᵀ the matrix; semidefinite matrices have one too.</summary>
    /// <param name="matrix">Correlations of the normal scores.</param>
    /// <returns>Lower triangular; null when the matrix is not square, symmetric, with ones on the diagonal and semidefinite: no numbers can correlate so.</returns>
    public static double[,]? Factor(double[,] matrix)
    {
        var size = matrix.GetLength(0);
        if (size != matrix.GetLength(1))
        {
            return null;
        }

        var factor = new double[size, size];
        for (var j = 0; j < size; j++)
        {
            var pivot = Rest(matrix, factor, j, j);
            if (!(Math.Abs(matrix[j, j] - 1) <= Slack) || !(pivot >= -Slack))
            {
                return null;
            }

            var root = pivot > Slack ? Math.Sqrt(pivot) : 0;
            factor[j, j] = root;
            for (var i = j + 1; i < size; i++)
            {
                var rest = Rest(matrix, factor, i, j);
                if (
                    !(Math.Abs(matrix[i, j] - matrix[j, i]) <= Slack)
                    || (root == 0 && !(Math.Abs(rest) <= Math.Sqrt(Slack)))
                )
                {
                    return null;
                }

                factor[i, j] = root == 0 ? 0 : rest / root;
            }
        }

        return factor;
    }

    private static double Rest(double[,] matrix, double[,] factor, int i, int j)
    {
        var rest = matrix[i, j];
        for (var k = 0; k < j; k++)
        {
            rest -= factor[i, k] * factor[j, k];
        }

        return rest;
    }
}
