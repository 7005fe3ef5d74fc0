// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Execute;

namespace Lodestar.Formula.Interpret;

/// <summary>
/// One lane of a model computed by walking the bound tree cell by cell: slow and clear, the oracle of every faster way.
/// It also answers what any part of a formula was, in any year and cell.
/// </summary>
public sealed class InterpretedRun
{
    private readonly BoundModel _model;
    private readonly double[] _parameters;
    private readonly ImmutableArray<int> _offsets;
    private readonly double[][] _values;

    private InterpretedRun(BoundModel model, ReadOnlySpan<double> parameters)
    {
        _model = model;
        _parameters = parameters.ToArray();
        _offsets = Lanes.Offsets(model);
        _values = [.. model.Variables.Select(v => new double[model.YearCount * v.Cells])];
    }

    /// <summary>The model.</summary>
    public BoundModel Model => _model;

    /// <summary>Runs a model.</summary>
    /// <param name="model">A checked model.</param>
    /// <param name="parameters">The numbers of one lane: <see cref="Lanes.ParameterCells"/> of them, in the order of <see cref="Lanes.Offsets"/>.</param>
    /// <param name="cancellation">Looked at once a variable and year.</param>
    /// <returns>The run.</returns>
    /// <exception cref="ArgumentException">There are too few or too many parameters.</exception>
    public static InterpretedRun Of(
        BoundModel model,
        ReadOnlySpan<double> parameters,
        CancellationToken cancellation = default
    )
    {
        if (parameters.Length != Lanes.ParameterCells(model))
        {
            throw new ArgumentException($"{parameters.Length} numbers for {Lanes.ParameterCells(model)} parameters.");
        }

        var run = new InterpretedRun(model, parameters);
        var labels = new int[model.Axes.Length];
        foreach (var stratum in model.Strata)
        {
            for (var year = 0; year < model.YearCount; year++)
            {
                foreach (var variable in stratum)
                {
                    cancellation.ThrowIfCancellationRequested();
                    run.Fill(variable, year, labels);
                }
            }
        }

        return run;
    }

    /// <summary>The values of a variable.</summary>
    /// <param name="variable">A variable of the model.</param>
    /// <returns>By year, then by cell.</returns>
    public ReadOnlySpan<double> Values(BoundVariable variable) => _values[variable.Index];

    /// <summary>The value of a formula.</summary>
    /// <param name="expression">A formula of the model.</param>
    /// <param name="year">The year, counted from 0.</param>
    /// <param name="labels">The label of each axis of the model, by <see cref="Axis.Index"/>; those the formula does not have are ignored.</param>
    /// <returns>The value.</returns>
    public double Evaluate(BoundExpression expression, int year, ReadOnlySpan<int> labels) =>
        Evaluate(expression, new Point(year, 0, labels.ToArray()));

    /// <summary>The value of a formula that reads nothing but the year, the age and parameters, which are central.</summary>
    internal static double EvaluateAlone(BoundExpression expression, int firstYear, int year, int age = 0) =>
        expression switch
        {
            Constant constant => constant.Value,
            ParameterValue { Parameter: var parameter } => parameter.Central,
            YearNumber => firstYear + year,
            AgeNumber => age,
            UnaryExpression unary => Operations.Of(unary.Operation, EvaluateAlone(unary.Operand, firstYear, year, age)),
            BinaryExpression binary => Operations.Of(
                binary.Operation,
                EvaluateAlone(binary.Left, firstYear, year, age),
                EvaluateAlone(binary.Right, firstYear, year, age)
            ),
            Choice choice => EvaluateAlone(choice.Condition, firstYear, year, age) != 0
                ? EvaluateAlone(choice.Then, firstYear, year, age)
                : EvaluateAlone(choice.Else, firstYear, year, age),
            _ => throw new InvalidOperationException(expression.GetType().Name),
        };

    private void Fill(BoundVariable variable, int year, int[] labels)
    {
        var body = year == 0 && variable.First is { } first ? first : variable.Body;
        var values = _values[variable.Index];
        var at = new Point(year, 0, labels);
        ForEachCell(variable.Axes, labels, cell => values[(year * variable.Cells) + cell] = Evaluate(body, at));
    }

    private double Evaluate(BoundExpression expression, Point at) =>
        expression switch
        {
            Constant constant => constant.Value,
            YearNumber => _model.FirstYear + at.Year,
            AgeNumber => at.Age,
            ParameterValue { Parameter: var p } => _parameters[_offsets[p.Index] + CellOf(p.Axes, at.Labels)],
            TableValue { Table: var t } => t.Values[
                (t.IsYearly ? at.Year * Cell.Count(t.Axes) : 0) + CellOf(t.Axes, at.Labels)
            ],
            VariableValue { Variable: var v } => Read(v, at.Year, at),
            PreviousValue { Variable: var v } when at.Year > 0 => Read(v, at.Year - 1, at),
            PreviousValue { Before: { } before } => Evaluate(before, at),
            YearValue { Variable: var v, Year: var year } => Read(v, year, at),
            OverYears over => AcrossYears(over, at),
            Survivors survivors => Standing(survivors, at),
            UnaryExpression unary => Operations.Of(unary.Operation, Evaluate(unary.Operand, at)),
            BinaryExpression binary => Operations.Of(
                binary.Operation,
                Evaluate(binary.Left, at),
                Evaluate(binary.Right, at)
            ),
            Choice choice => Evaluate(choice.Condition, at) != 0
                ? Evaluate(choice.Then, at)
                : Evaluate(choice.Else, at),
            ReductionExpression reduction => Reduce(reduction, at),
            Pick pick => Evaluate(pick.Body, at.With(pick.Axis, pick.Label)),
            Remap remap => Evaluate(remap.Body, at.With(remap.From, remap.Map[at.Labels[remap.To.Index]])),
            LabelFlag flag => flag.Flags[at.Labels[flag.Axis.Index]] ? 1 : 0,
            _ => throw new InvalidOperationException(expression.GetType().Name),
        };

    private double Read(BoundVariable variable, int year, Point at) =>
        _values[variable.Index][(year * variable.Cells) + CellOf(variable.Axes, at.Labels)];

    private double AcrossYears(OverYears over, Point at)
    {
        var result = over.Reduction == Reduction.Sum ? 0 : Read(over.Variable, over.From, at);
        for (var year = over.Reduction == Reduction.Sum ? over.From : over.From + 1; year <= over.To; year++)
        {
            result = Operations.Join(over.Reduction, result, Read(over.Variable, year, at));
        }

        return result;
    }

    private double Standing(Survivors survivors, Point at)
    {
        var sum = 0.0;
        for (var year = 0; year < at.Year; year++)
        {
            sum += Read(survivors.Inflow, year, at) * Evaluate(survivors.Curve, at with { Age = at.Year - year });
        }

        return sum;
    }

    private double Reduce(ReductionExpression reduction, Point at)
    {
        var labels = (int[])at.Labels.Clone();
        var inner = at with { Labels = labels };
        var lane = _model.LaneAxis is { } axis && reduction.Over.Contains(axis) ? axis : null;
        var parts = new double[lane is null ? 1 : Lanes.Width];
        var begun = new bool[parts.Length];
        ForEachCell(
            reduction.Over,
            labels,
            _ =>
            {
                var part = lane is null ? 0 : labels[lane.Index] % Lanes.Width;
                var value = Evaluate(reduction.Body, inner);
                parts[part] =
                    begun[part] || reduction.Reduction == Reduction.Sum
                        ? Operations.Join(reduction.Reduction, parts[part], value)
                        : value;
                begun[part] = true;
            }
        );
        return lane is null ? parts[0] : Operations.JoinEight(reduction.Reduction, parts);
    }

    private static void ForEachCell(ImmutableArray<Axis> axes, int[] labels, Action<int> act)
    {
        var cells = Cell.Count(axes);
        for (var cell = 0; cell < cells; cell++)
        {
            Cell.Place(axes, cell, labels);
            act(cell);
        }
    }

    private static int CellOf(ImmutableArray<Axis> axes, int[] labels)
    {
        var cell = 0;
        foreach (var axis in axes)
        {
            cell = (cell * axis.Count) + labels[axis.Index];
        }

        return cell;
    }

    private readonly record struct Point(int Year, int Age, int[] Labels)
    {
        public Point With(Axis axis, int label)
        {
            var labels = (int[])Labels.Clone();
            labels[axis.Index] = label;
            return this with { Labels = labels };
        }
    }
}
