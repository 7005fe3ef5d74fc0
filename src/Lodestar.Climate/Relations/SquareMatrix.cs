// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Climate.Relations;

/// <summary>Arithmetic of the small square matrices of the energy balance. Rows first; sizes up to eight.</summary>
internal static class SquareMatrix
{
    private const int PadeOrder = 8;

    public static double[,] Identity(int n)
    {
        var result = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            result[i, i] = 1;
        }

        return result;
    }

    public static double[,] Multiply(double[,] a, double[,] b)
    {
        var n = a.GetLength(0);
        var result = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < n; k++)
            {
                var factor = a[i, k];
                for (var j = 0; j < n; j++)
                {
                    result[i, j] += factor * b[k, j];
                }
            }
        }

        return result;
    }

    public static double[,] Transpose(double[,] a)
    {
        var n = a.GetLength(0);
        var result = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                result[j, i] = a[i, j];
            }
        }

        return result;
    }

    /// <summary>a + s b.</summary>
    public static double[,] Add(double[,] a, double[,] b, double s = 1)
    {
        var n = a.GetLength(0);
        var result = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                result[i, j] = a[i, j] + (s * b[i, j]);
            }
        }

        return result;
    }

    /// <summary>Solves a x = b for the columns of b by elimination with pivots.</summary>
    public static double[,] Solve(double[,] a, double[,] b)
    {
        var n = a.GetLength(0);
        var width = b.GetLength(1);
        var (left, right) = ((double[,])a.Clone(), (double[,])b.Clone());
        for (var column = 0; column < n; column++)
        {
            var pivot = column;
            for (var row = column + 1; row < n; row++)
            {
                pivot = Math.Abs(left[row, column]) > Math.Abs(left[pivot, column]) ? row : pivot;
            }

            Swap(left, column, pivot, n);
            Swap(right, column, pivot, width);
            for (var row = column + 1; row < n; row++)
            {
                var factor = left[row, column] / left[column, column];
                for (var j = column; j < n; j++)
                {
                    left[row, j] -= factor * left[column, j];
                }

                for (var j = 0; j < width; j++)
                {
                    right[row, j] -= factor * right[column, j];
                }
            }
        }

        for (var row = n - 1; row >= 0; row--)
        {
            for (var j = 0; j < width; j++)
            {
                for (var k = row + 1; k < n; k++)
                {
                    right[row, j] -= left[row, k] * right[k, j];
                }

                right[row, j] /= left[row, row];
            }
        }

        return right;
    }

    /// <summary>e^a by scaling below a norm of ¼, the diagonal Padé approximant of order eight, and squaring.</summary>
    public static double[,] Exponential(double[,] a)
    {
        var n = a.GetLength(0);
        var norm = Norm(a);
        var squarings = norm > 0.25 ? (int)Math.Ceiling(Math.Log2(norm / 0.25)) : 0;
        var scaled = Add(new double[n, n], a, Math.ScaleB(1, -squarings));
        var (numerator, denominator) = (Identity(n), Identity(n));
        var (power, coefficient) = (Identity(n), 1.0);
        for (var k = 1; k <= PadeOrder; k++)
        {
            coefficient *= (double)(PadeOrder - k + 1) / (k * ((2 * PadeOrder) - k + 1));
            power = Multiply(power, scaled);
            numerator = Add(numerator, power, coefficient);
            denominator = Add(denominator, power, k % 2 == 0 ? coefficient : -coefficient);
        }

        var result = Solve(denominator, numerator);
        for (var i = 0; i < squarings; i++)
        {
            result = Multiply(result, result);
        }

        return result;
    }

    /// <summary>The lower triangle L with L Lᵀ = a; directions without variance (down to rounding) get none.</summary>
    public static double[,] Cholesky(double[,] a)
    {
        var n = a.GetLength(0);
        var result = new double[n, n];
        for (var j = 0; j < n; j++)
        {
            var rest = a[j, j];
            for (var k = 0; k < j; k++)
            {
                rest -= result[j, k] * result[j, k];
            }

            if (rest <= 0)
            {
                continue;
            }

            result[j, j] = Math.Sqrt(rest);
            for (var i = j + 1; i < n; i++)
            {
                var sum = a[i, j];
                for (var k = 0; k < j; k++)
                {
                    sum -= result[i, k] * result[j, k];
                }

                result[i, j] = sum / result[j, j];
            }
        }

        return result;
    }

    /// <summary>The largest sum of absolute values in a column.</summary>
    public static double Norm(double[,] a)
    {
        var largest = 0.0;
        for (var j = 0; j < a.GetLength(1); j++)
        {
            var sum = 0.0;
            for (var i = 0; i < a.GetLength(0); i++)
            {
                sum += Math.Abs(a[i, j]);
            }

            largest = Math.Max(largest, sum);
        }

        return largest;
    }

    private static void Swap(double[,] a, int first, int second, int width)
    {
        for (var j = 0; first != second && j < width; j++)
        {
            (a[first, j], a[second, j]) = (a[second, j], a[first, j]);
        }
    }
}
