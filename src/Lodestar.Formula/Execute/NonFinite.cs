// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Interpret;

namespace Lodestar.Formula.Execute;

/// <summary>Where a value that is infinite or not a number began.</summary>
/// <param name="Variable">The first variable that is not finite although all it reads is.</param>
/// <param name="Year">The calendar year.</param>
/// <param name="Labels">The labels of the cell, by axis of the variable.</param>
/// <param name="Operation">The part of its formula whose operands are finite and whose value is not.</param>
/// <param name="Value">That value.</param>
public sealed record NonFiniteOrigin(
    BoundVariable Variable,
    int Year,
    ImmutableArray<string> Labels,
    BoundExpression Operation,
    double Value
);

/// <summary>Traces division by zero, overflow and their like to the formula they began in.</summary>
public static class NonFinite
{
    /// <summary>Finds the first origin of a run: of the earliest year, then the earliest variable in the order of evaluation.</summary>
    /// <param name="run">A run of all variables.</param>
    /// <param name="cancellation">Looked at once a variable and year.</param>
    /// <returns>The origin; null when all values are finite.</returns>
    public static NonFiniteOrigin? Find(ModelRun run, CancellationToken cancellation = default)
    {
        var model = run.Model;
        foreach (var variable in model.Strata.SelectMany(s => s))
        {
            cancellation.ThrowIfCancellationRequested();
            if (Array.Exists(run.Values(variable), x => !double.IsFinite(x)))
            {
                return Find(model, run.Parameters, cancellation);
            }
        }

        return null;
    }

    /// <summary>Finds the first origin in one lane.</summary>
    /// <param name="model">A model.</param>
    /// <param name="parameters">The numbers of the lane.</param>
    /// <param name="cancellation">Looked at once a variable and year.</param>
    /// <returns>The origin; null when all values are finite.</returns>
    public static NonFiniteOrigin? Find(
        BoundModel model,
        ReadOnlySpan<double> parameters,
        CancellationToken cancellation = default
    )
    {
        return Find(model, InterpretedRun.Of(model, parameters, cancellation), cancellation);
    }

    /// <summary>Finds the first origin in a run.</summary>
    /// <param name="model">A model.</param>
    /// <param name="run">A run of it.</param>
    /// <param name="cancellation">Looked at once a variable and year.</param>
    /// <returns>The origin; null when all values are finite.</returns>
    public static NonFiniteOrigin? Find(BoundModel model, InterpretedRun run, CancellationToken cancellation = default)
    {
        for (var year = 0; year < model.YearCount; year++)
        {
            foreach (var variable in model.Strata.SelectMany(s => s))
            {
                cancellation.ThrowIfCancellationRequested();
                if (Find(model, run, variable, year) is { } origin)
                {
                    return origin;
                }
            }
        }

        return null;
    }

    private static NonFiniteOrigin? Find(BoundModel model, InterpretedRun run, BoundVariable variable, int year)
    {
        var values = run.Values(variable).Slice(year * variable.Cells, variable.Cells);
        var labels = new int[model.Axes.Length];
        for (var cell = 0; cell < values.Length; cell++)
        {
            if (double.IsFinite(values[cell]))
            {
                continue;
            }

            Cell.Place(variable.Axes, cell, labels);
            var body = year == 0 && variable.First is { } first ? first : variable.Body;
            if (Trace(run, body, year, labels) is { } operation)
            {
                return new NonFiniteOrigin(
                    variable,
                    model.FirstYear + year,
                    Cell.Labels(variable.Axes, cell),
                    operation.Expression,
                    operation.Value
                );
            }
        }

        return null;
    }

    /// <summary>The innermost part that is not finite though its operands are; null when it came in with another variable.</summary>
    private static (BoundExpression Expression, double Value)? Trace(
        InterpretedRun run,
        BoundExpression expression,
        int year,
        int[] labels
    )
    {
        var value = run.Evaluate(expression, year, labels);
        if (double.IsFinite(value))
        {
            return null;
        }

        var isInherited = false;
        foreach (var (operand, at) in Operands(run, expression, year, labels))
        {
            if (!double.IsFinite(run.Evaluate(operand, year, at)))
            {
                if (Trace(run, operand, year, at) is { } origin)
                {
                    return origin;
                }

                isInherited = true;
            }
        }

        return isInherited || Inherits(run, expression, year) ? null : (expression, value);
    }

    private static bool Inherits(InterpretedRun run, BoundExpression expression, int year) =>
        expression switch
        {
            VariableValue or YearValue => true,
            PreviousValue => year > 0,
            OverYears over => IsBad(run, over.Variable, over.From, over.To),
            Survivors survivors => IsBad(run, survivors.Inflow, 0, year - 1),
            _ => false,
        };

    private static bool IsBad(InterpretedRun run, BoundVariable variable, int from, int to)
    {
        var values = run.Values(variable);
        for (var i = from * variable.Cells; i < (to + 1) * variable.Cells; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<(BoundExpression Operand, int[] Labels)> Operands(
        InterpretedRun run,
        BoundExpression expression,
        int year,
        int[] labels
    ) =>
        expression switch
        {
            PreviousValue { Before: { } before } when year == 0 => [(before, labels)],
            UnaryExpression unary => [(unary.Operand, labels)],
            BinaryExpression binary => [(binary.Left, labels), (binary.Right, labels)],
            Choice choice =>
            [
                (choice.Condition, labels),
                (run.Evaluate(choice.Condition, year, labels) != 0 ? choice.Then : choice.Else, labels),
            ],
            ReductionExpression reduction => Enumerable
                .Range(0, Cell.Count(reduction.Over))
                .Select(cell =>
                {
                    var at = (int[])labels.Clone();
                    Cell.Place(reduction.Over, cell, at);
                    return (reduction.Body, at);
                }),
            Pick pick => [(pick.Body, With(labels, pick.Axis, pick.Label))],
            Remap remap => [(remap.Body, With(labels, remap.From, remap.Map[labels[remap.To.Index]]))],
            _ => [],
        };

    private static int[] With(int[] labels, Axis axis, int label)
    {
        var with = (int[])labels.Clone();
        with[axis.Index] = label;
        return with;
    }
}
