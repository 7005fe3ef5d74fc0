// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Interpret;

namespace Lodestar.Formula.Answers;

/// <summary>One value beside what was observed, both in the unit of the computed variable.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="Cell">The cell, from 0.</param>
/// <param name="Modelled">What the model says.</param>
/// <param name="Observed">What was observed.</param>
/// <param name="IsHeldOut">True where the fit never saw it.</param>
public readonly record struct FitYear(int Year, int Cell, double Modelled, double Observed, bool IsHeldOut)
{
    /// <summary>Above 0 where the model says more.</summary>
    public double Error => Modelled - Observed;
}

/// <summary>How far a model is from what was observed, in the unit of the computed variable.</summary>
/// <param name="Count">How many values are compared.</param>
/// <param name="Rmse">The root of the mean squared error.</param>
/// <param name="Bias">The mean error; above 0 where the model says too much.</param>
/// <param name="MeanObserved">The mean of what was observed.</param>
public sealed record FitError(int Count, double Rmse, double Bias, double MeanObserved)
{
    /// <summary><see cref="Rmse"/> over <see cref="MeanObserved"/>; not finite where that is 0.</summary>
    public double RelativeRmse => Rmse / Math.Abs(MeanObserved);

    /// <summary><see cref="Bias"/> over <see cref="MeanObserved"/>; not finite where that is 0.</summary>
    public double RelativeBias => Bias / Math.Abs(MeanObserved);

    /// <summary>The error of some values.</summary>
    /// <param name="years">The values.</param>
    /// <returns>Null for none.</returns>
    public static FitError? Of(IEnumerable<FitYear> years)
    {
        var (count, squares, sum, observed) = (0, 0.0, 0.0, 0.0);
        foreach (var year in years)
        {
            count++;
            squares += year.Error * year.Error;
            sum += year.Error;
            observed += year.Observed;
        }

        return count == 0 ? null : new(count, Math.Sqrt(squares / count), sum / count, observed / count);
    }
}

/// <summary>A computed variable beside what was observed.</summary>
/// <param name="Fit">What is compared.</param>
/// <param name="Years">By year, then by cell: those that are fitted, then those held out.</param>
public sealed record FitReport(BoundFit Fit, ImmutableArray<FitYear> Years)
{
    /// <summary>The error in the years that are fitted.</summary>
    public FitError Fitted => FitError.Of(Years.Where(y => !y.IsHeldOut))!;

    /// <summary>The error in the years that the fit never saw; null when there are none.</summary>
    public FitError? HeldOut => FitError.Of(Years.Where(y => y.IsHeldOut));

    /// <summary>Compares a model, as it stands, with what was observed: nothing is fitted.</summary>
    /// <param name="model">A checked model.</param>
    /// <param name="cancellation">Looked at while the model runs.</param>
    /// <returns>A report for each of its fits.</returns>
    public static ImmutableArray<FitReport> Of(BoundModel model, CancellationToken cancellation = default)
    {
        var needed = model.Only(model.Fits.SelectMany(f => new[] { f.Of, f.To }));
        return Of(model.Fits, model.FirstYear, InterpretedRun.Of(needed, Settings.None.Lane(model), cancellation));
    }

    internal static ImmutableArray<FitReport> Of(ImmutableArray<BoundFit> fits, int firstYear, InterpretedRun run) =>
        [.. fits.Select(f => new FitReport(f, Compare(f, firstYear, run)))];

    private static ImmutableArray<FitYear> Compare(BoundFit fit, int firstYear, InterpretedRun run)
    {
        var of = run.Values(fit.Of);
        var to = run.Values(fit.To);
        var cells = fit.Of.Cells;
        var years = ImmutableArray.CreateBuilder<FitYear>();
        for (var year = fit.From; year <= fit.Test; year++)
        {
            for (var cell = 0; cell < cells; cell++)
            {
                var at = (year * cells) + cell;
                years.Add(new(firstYear + year, cell, of[at], to[at] * fit.Factor, year > fit.Until));
            }
        }

        return years.ToImmutable();
    }
}
