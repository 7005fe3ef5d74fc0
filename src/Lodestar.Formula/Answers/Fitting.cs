// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Execute;
using Lodestar.Formula.Interpret;

namespace Lodestar.Formula.Answers;

/// <summary>What a number was fitted to.</summary>
/// <param name="Parameter">The parameter; its range holds the value.</param>
/// <param name="Value">The value, in its unit.</param>
/// <param name="IsAtEnd">True where it stands at an end of its range: the observations would have it beyond.</param>
/// <param name="IsFelt">False where no fitted value depends on it: it was left as it stood.</param>
public sealed record FittedValue(Parameter Parameter, double Value, bool IsAtEnd, bool IsFelt);

/// <summary>A model brought near its observations.</summary>
/// <param name="Values">The fitted numbers, in the order of the model.</param>
/// <param name="Reports">Each fit with those numbers.</param>
/// <param name="Misfit">The weighted sum of squared relative errors in the fitted years.</param>
/// <param name="Steps">How many steps were tried.</param>
/// <param name="HasConverged">False where the steps ran out, or the model gave no finite values to start from.</param>
public sealed record FittingResult(
    ImmutableArray<FittedValue> Values,
    ImmutableArray<FitReport> Reports,
    double Misfit,
    int Steps,
    bool HasConverged
);

/// <summary>
/// Fits a model to observations by least squares of relative errors: Levenberg's and Marquardt's damped steps (Marquardt
/// 1963, SIAM Journal 11, 431–441) within the ranges of the numbers that may be fitted. Each range is taken as 0 to 1; a
/// number at an end of its range that would leave it is held there. Derivatives are central differences. What is
/// uncertain stands at its median. Held-out years are never read. The same model gives the same values, anywhere.
/// </summary>
public sealed class Fitting
{
    private const int MostSteps = 200;
    private const double Difference = 1e-5;
    private const double LongestStep = 0.25;
    private const double Settled = 1e-9;
    private const double GreatestDamping = 1e12;

    private readonly BoundModel _model;
    private readonly BoundModel _needed;
    private readonly ImmutableArray<Parameter> _fitted;
    private readonly ImmutableArray<int> _offsets;
    private readonly double[] _numbers;
    private readonly CancellationToken _cancellation;

    private Fitting(BoundModel model, Settings start, CancellationToken cancellation)
    {
        (_model, _cancellation) = (model, cancellation);
        _needed = model.Only(model.Fits.SelectMany(f => new[] { f.Of, f.To }));
        _fitted = [.. model.Parameters.Where(p => p.IsFitted)];
        _offsets = Lanes.Offsets(model);
        _numbers = Settings.None.Lane(model);
        foreach (var parameter in model.Parameters)
        {
            for (var cell = 0; cell < parameter.Cells; cell++)
            {
                ref var number = ref _numbers[_offsets[parameter.Index] + cell];
                number = start.Of(parameter, cell) ?? number;
            }
        }
    }

    /// <summary>Fits a model.</summary>
    /// <param name="model">A checked model.</param>
    /// <param name="start">What the numbers start from in place of what the model states, and what others are held at.</param>
    /// <param name="cancellation">Looked at while the model runs.</param>
    /// <returns>The values, and how near they bring the model.</returns>
    public static FittingResult Of(BoundModel model, Settings start, CancellationToken cancellation = default) =>
        new Fitting(model, start, cancellation).Fit();

    private FittingResult Fit()
    {
        var place = _fitted.Select(p => Math.Clamp(PlaceOf(p), 0, 1)).ToArray();
        var errors = Errors(place);
        var misfit = Squares(errors);
        var (steps, damping, isDone) = (0, 1e-3, place.Length == 0 || errors.Length == 0);
        var felt = new bool[place.Length];
        while (!isDone && double.IsFinite(misfit) && steps < MostSteps)
        {
            var slopes = Slopes(place, felt);
            var isBetter = false;
            while (!isBetter && !isDone && steps < MostSteps)
            {
                steps++;
                var (tried, length) = Step(place, errors, slopes, damping);
                var (triedErrors, triedMisfit) = (errors, misfit);
                if (length > 0)
                {
                    triedErrors = Errors(tried);
                    triedMisfit = Squares(triedErrors);
                }

                if (triedMisfit < misfit)
                {
                    isDone = misfit - triedMisfit <= Settled * Settled * misfit || length < Settled;
                    (place, errors, misfit, isBetter) = (tried, triedErrors, triedMisfit, true);
                    damping = Math.Max(damping / 10, 1e-12);
                }
                else
                {
                    damping *= 10;
                    isDone = length < Settled || damping > GreatestDamping;
                }
            }
        }

        var run = Run(place);
        return new(
            [.. _fitted.Select((p, i) => new FittedValue(p, ValueOf(p, place[i]), place[i] is 0 or 1, felt[i]))],
            FitReport.Of(_model.Fits, _model.FirstYear, run),
            misfit,
            steps,
            isDone && double.IsFinite(misfit)
        );
    }

    private double PlaceOf(Parameter parameter) =>
        (_numbers[_offsets[parameter.Index]] - parameter.Low!.Value) / (parameter.High!.Value - parameter.Low.Value);

    private static double ValueOf(Parameter parameter, double place) =>
        place switch
        {
            <= 0 => parameter.Low!.Value,
            >= 1 => parameter.High!.Value,
            _ => parameter.Low!.Value + (place * (parameter.High!.Value - parameter.Low.Value)),
        };

    private InterpretedRun Run(double[] place)
    {
        for (var i = 0; i < place.Length; i++)
        {
            _numbers[_offsets[_fitted[i].Index]] = ValueOf(_fitted[i], place[i]);
        }

        return InterpretedRun.Of(_needed, _numbers, _cancellation);
    }

    /// <summary>Weighted relative errors of the fitted years.</summary>
    private double[] Errors(double[] place)
    {
        var run = Run(place);
        var errors = new List<double>();
        foreach (var fit in _model.Fits.Where(f => f.Weight > 0))
        {
            var of = run.Values(fit.Of);
            var to = run.Values(fit.To);
            var cells = fit.Of.Cells;
            var (first, end, weight) = (fit.From * cells, (fit.Until + 1) * cells, Math.Sqrt(fit.Weight));
            // An observation of 0 has no relative error: there the mean of the others is the measure.
            var (sum, count) = (0.0, 0);
            for (var at = first; at < end; at++)
            {
                sum += Math.Abs(to[at]);
                count += to[at] == 0 ? 0 : 1;
            }

            var mean = count == 0 ? 1 : sum * fit.Factor / count;
            for (var at = first; at < end; at++)
            {
                var observed = to[at] * fit.Factor;
                errors.Add(weight * (of[at] - observed) / (observed == 0 ? mean : Math.Abs(observed)));
            }
        }

        return [.. errors];
    }

    private static double Squares(double[] errors)
    {
        var sum = 0.0;
        foreach (var error in errors)
        {
            sum += error * error;
        }

        return sum;
    }

    /// <summary>By number, then by error; one-sided at the ends of a range.</summary>
    private double[][] Slopes(double[] place, bool[] felt)
    {
        var slopes = new double[place.Length][];
        for (var i = 0; i < place.Length; i++)
        {
            var (below, above) = ((double[])place.Clone(), (double[])place.Clone());
            below[i] = Math.Max(0, place[i] - Difference);
            above[i] = Math.Min(1, place[i] + Difference);
            var (low, high, width) = (Errors(below), Errors(above), above[i] - below[i]);
            slopes[i] = [.. low.Zip(high, (l, h) => (h - l) / width)];
            felt[i] |= slopes[i].Any(s => s != 0);
        }

        return slopes;
    }

    /// <summary>A damped step from a place, no longer than a quarter of any range, and how long it is.</summary>
    private static (double[] Place, double Length) Step(
        double[] place,
        double[] errors,
        double[][] slopes,
        double damping
    )
    {
        var gradient = slopes.Select(s => Product(s, errors)).ToArray();
        var free = Enumerable
            .Range(0, place.Length)
            .Where(i => gradient[i] != 0 && !(place[i] <= 0 && gradient[i] > 0) && !(place[i] >= 1 && gradient[i] < 0))
            .ToArray();
        var matrix = new double[free.Length, free.Length + 1];
        for (var i = 0; i < free.Length; i++)
        {
            for (var j = 0; j < free.Length; j++)
            {
                matrix[i, j] = Product(slopes[free[i]], slopes[free[j]]);
            }

            matrix[i, i] *= 1 + damping;
            matrix[i, free.Length] = -gradient[free[i]];
        }

        var step = Solve(matrix);
        var longest = step.Length == 0 ? 0 : step.Max(Math.Abs);
        var scale = longest > LongestStep ? LongestStep / longest : 1;
        var (to, length) = ((double[])place.Clone(), 0.0);
        for (var i = 0; i < free.Length; i++)
        {
            ref var at = ref to[free[i]];
            at = Math.Clamp(at + (scale * step[i]), 0, 1);
            length = Math.Max(length, Math.Abs(at - place[free[i]]));
        }

        return double.IsFinite(length) ? (to, length) : (place, 0);
    }

    private static double Product(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>Gaussian elimination with the largest pivot; a number that nothing determines stays where it is.</summary>
    private static double[] Solve(double[,] a)
    {
        var n = a.GetLength(0);
        var result = new double[n];
        for (var k = 0; k < n; k++)
        {
            var pivot = Enumerable.Range(k, n - k).MaxBy(r => Math.Abs(a[r, k]));
            for (var c = 0; c <= n; c++)
            {
                (a[k, c], a[pivot, c]) = (a[pivot, c], a[k, c]);
            }

            for (var r = k + 1; r < n && a[k, k] != 0; r++)
            {
                var factor = a[r, k] / a[k, k];
                for (var c = k; c <= n; c++)
                {
                    a[r, c] -= factor * a[k, c];
                }
            }
        }

        for (var k = n - 1; k >= 0; k--)
        {
            var rest = a[k, n];
            for (var c = k + 1; c < n; c++)
            {
                rest -= a[k, c] * result[c];
            }

            result[k] = a[k, k] == 0 ? 0 : rest / a[k, k];
        }

        return result;
    }
}
