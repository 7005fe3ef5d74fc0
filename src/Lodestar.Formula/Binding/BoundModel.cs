// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Text;
using Lodestar.Units;

namespace Lodestar.Formula.Binding;

/// <summary>A checked model, ready to run.</summary>
public sealed class BoundModel
{
    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>The first year.</summary>
    public required int FirstYear { get; init; }

    /// <summary>How many years; at least one.</summary>
    public required int YearCount { get; init; }

    /// <summary>The axes by their <see cref="Axis.Index"/>.</summary>
    public required ImmutableArray<Axis> Axes { get; init; }

    /// <summary>The variables by their <see cref="BoundVariable.Index"/>.</summary>
    public required ImmutableArray<BoundVariable> Variables { get; init; }

    /// <summary>Levers and uncertain numbers by their <see cref="Parameter.Index"/>.</summary>
    public required ImmutableArray<Parameter> Parameters { get; init; }

    /// <summary>Which parameters move together.</summary>
    public ImmutableArray<CorrelatedGroup> Correlations { get; init; } = [];

    /// <summary>What must hold in every year and cell.</summary>
    public ImmutableArray<BoundCheck> Checks { get; init; } = [];

    /// <summary>What is compared with observations, and fitted to them.</summary>
    public ImmutableArray<BoundFit> Fits { get; init; } = [];

    /// <summary>
    /// The order of evaluation. All years of a stratum are done before the next one begins; in each year its variables
    /// follow one another. <see cref="YearValue"/> and <see cref="OverYears"/> read earlier strata alone;
    /// <see cref="VariableValue"/> reads an earlier stratum or an earlier variable of the same one;
    /// <see cref="PreviousValue"/> and <see cref="Survivors"/> read the same stratum or an earlier one.
    /// </summary>
    public required ImmutableArray<ImmutableArray<BoundVariable>> Strata { get; init; }

    /// <summary>The answers: variables declared as outcomes, or where none is, those that nothing else reads.</summary>
    public ImmutableArray<BoundVariable> Outcomes { get; init; } = [];

    /// <summary>The same model, computing no more than some variables need.</summary>
    /// <param name="wanted">Variables of the model.</param>
    /// <returns>A model with the same variables, of which <see cref="Strata"/> holds those that are needed.</returns>
    public BoundModel Only(IEnumerable<BoundVariable> wanted)
    {
        var needed = Ordering.NeededBy(wanted);
        return new BoundModel
        {
            Name = Name,
            FirstYear = FirstYear,
            YearCount = YearCount,
            Axes = Axes,
            Variables = Variables,
            Parameters = Parameters,
            Correlations = Correlations,
            Strata = [.. Strata.Select(s => s.Where(needed.Contains).ToImmutableArray()).Where(s => s.Length > 0)],
            Outcomes = [.. Outcomes.Where(needed.Contains)],
            Fits = [.. Fits.Where(f => needed.Contains(f.Of) && needed.Contains(f.To))],
            LaneAxis = LaneAxis,
        };
    }

    /// <summary>Finds a variable.</summary>
    /// <param name="name">Its full name.</param>
    /// <returns>Null when there is none.</returns>
    public BoundVariable? Find(string name) => Variables.FirstOrDefault(v => !v.IsHidden && v.Name == name);

    /// <summary>
    /// The axis whose labels may stand side by side in a vector when there is one draw: the longest, and of equals the
    /// first; null when none has eight labels. It decides the order of sums (<see cref="ReductionExpression"/>) however
    /// the model is run.
    /// </summary>
    public Axis? LaneAxis { get; init; }
}

/// <summary>A variable of a checked model. Its values stand by year, then by cell: the axes in their order, the last one fastest.</summary>
public sealed class BoundVariable
{
    /// <summary>Its place in <see cref="BoundModel.Variables"/>.</summary>
    public required int Index { get; init; }

    /// <summary>Its full name: <c>homes.heat_use</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The unit of its values.</summary>
    public required Unit Unit { get; init; }

    /// <summary>Its axes, in the order of the model.</summary>
    public required ImmutableArray<Axis> Axes { get; init; }

    /// <summary>Whether it adds up.</summary>
    public required Extent Extent { get; init; }

    /// <summary>Its value in every year; its axes are among <see cref="Axes"/>, and its unit is <see cref="Unit"/>.</summary>
    public BoundExpression Body { get; internal set; } = null!;

    /// <summary>Its value in the first year instead of <see cref="Body"/>; null when the body holds there too.</summary>
    public BoundExpression? First { get; internal set; }

    /// <summary>True for what the binder made itself, such as the sum under a mean.</summary>
    public bool IsHidden { get; init; }

    /// <summary>True for answers of the model.</summary>
    public bool IsOutcome { get; init; }

    /// <summary>Where it is declared; null for what the binder made.</summary>
    public Span? Span { get; init; }

    /// <summary>What it is, for people.</summary>
    public string? Title { get; init; }

    /// <summary>The id of its source.</summary>
    public string? Source { get; init; }

    /// <summary>observed, reported, estimated, default or modelled, as the model says.</summary>
    public string? Grade { get; init; }

    /// <summary>The category of the inventory it is counted in.</summary>
    public string? Category { get; init; }

    /// <summary>The axis over which the values are shares of one whole.</summary>
    public Axis? SumsToOne { get; init; }

    /// <summary>How many values it has in a year.</summary>
    public int Cells => Cell.Count(Axes);

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>What a parameter is for.</summary>
public enum ParameterRole
{
    /// <summary>A lever, or an uncertain number.</summary>
    Input = 0,

    /// <summary>The strength of a measure, from 0 to 1: <c>measures.heat_pumps</c>.</summary>
    Switch,

    /// <summary>
    /// How many years later than stated the ramps of a measure run: <c>measures.heat_pumps.delay</c>, 0 unless it is set.
    /// Below 0 it is earlier.
    /// </summary>
    Delay,

    /// <summary>
    /// For how many years, at least 0, the ramps of a measure stand still after <see cref="Present"/>:
    /// <c>measures.heat_pumps.late</c>.
    /// </summary>
    Lateness,

    /// <summary>
    /// The share of what a measure is still to do after <see cref="Present"/> that comes, 1 unless it is set:
    /// <c>measures.heat_pumps.delivered</c>. Without a ramp nothing says what has come, and it is the share of the whole.
    /// </summary>
    Delivered,

    /// <summary>The last year of which it is known how far measures have come; before the model's first year unless it is set.</summary>
    Present,
}

/// <summary>A number that may differ from lane to lane: a lever, an uncertain number, the switch of a measure.</summary>
public sealed class Parameter
{
    /// <summary>Its place in <see cref="BoundModel.Parameters"/>.</summary>
    public required int Index { get; init; }

    /// <summary>Its name: that of its variable, or <c>measures.heat_pumps</c> for the switch of a measure.</summary>
    public required string Name { get; init; }

    /// <summary>The unit of its values.</summary>
    public required Unit Unit { get; init; }

    /// <summary>The axes over which it is drawn anew.</summary>
    public required ImmutableArray<Axis> Axes { get; init; }

    /// <summary>Its distribution in <see cref="Unit"/>; null when it is certain.</summary>
    public Distribution? Distribution { get; init; }

    /// <summary>Its value where nothing is drawn or set: the median of the distribution.</summary>
    public required double Central { get; init; }

    /// <summary>The least value a lever may take; null when it has no range.</summary>
    public double? Low { get; init; }

    /// <summary>The greatest value a lever may take.</summary>
    public double? High { get; init; }

    /// <summary>The grade of its variable: observed, reported, estimated, default or modelled; null when the model states none.</summary>
    public string? Grade { get; init; }

    /// <summary>True where its value was fitted to observations and may be fitted again, within its range.</summary>
    public bool IsFitted { get; init; }

    /// <summary>What it is for.</summary>
    public ParameterRole Role { get; init; }

    /// <summary>True for the switch of a measure.</summary>
    public bool IsSwitch => Role == ParameterRole.Switch;

    /// <summary>True for what the model's own variables state: a lever, or a number that is uncertain.</summary>
    public bool IsInput => Role == ParameterRole.Input;

    /// <summary>How many numbers it is.</summary>
    public int Cells => Cell.Count(Axes);

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>Something that must hold: its variable is not 0 where it does.</summary>
/// <param name="Variable">1 where it holds, 0 where it does not.</param>
/// <param name="Subject">What it is about: the formula of a check, or the variable whose shares must close or that must not fall below zero.</param>
/// <param name="Kind">What is checked.</param>
public sealed record BoundCheck(BoundVariable Variable, Span Subject, CheckKind Kind);

/// <summary>What a check is about.</summary>
public enum CheckKind
{
    /// <summary>A formula of the model's own.</summary>
    Stated,

    /// <summary>Shares add up to one.</summary>
    SharesClose,

    /// <summary>A stock is not below zero.</summary>
    StockStands,
}

/// <summary>A variable that is compared with observations. Both have the same axes.</summary>
/// <param name="Of">What is computed.</param>
/// <param name="To">What was observed.</param>
/// <param name="Factor">What brings <paramref name="To"/> to the unit of <paramref name="Of"/>.</param>
/// <param name="From">The first year that is fitted, counted from 0.</param>
/// <param name="Until">The last year that is fitted.</param>
/// <param name="Test">The last year that is held out; <paramref name="Until"/> when none is.</param>
/// <param name="Weight">How much it counts; 0 where it is compared alone.</param>
public sealed record BoundFit(
    BoundVariable Of,
    BoundVariable To,
    double Factor,
    int From,
    int Until,
    int Test,
    double Weight
);

/// <summary>Parameters that move together through a Gaussian copula.</summary>
/// <param name="Parameters">At least two, each with the same axes.</param>
/// <param name="Correlation">Of the normal scores; symmetric, ones on the diagonal, positive semidefinite.</param>
public sealed record CorrelatedGroup(ImmutableArray<Parameter> Parameters, double[,] Correlation);

/// <summary>Numbers that the model is given.</summary>
/// <param name="Unit">Their unit.</param>
/// <param name="Axes">Their axes in the order of the model.</param>
/// <param name="IsYearly">Whether they differ from year to year.</param>
/// <param name="Values">By year if they do, then by cell; complete.</param>
public sealed record DataTable(Unit Unit, ImmutableArray<Axis> Axes, bool IsYearly, double[] Values);

/// <summary>Places of cells.</summary>
public static class Cell
{
    /// <summary>How many cells axes span.</summary>
    /// <param name="axes">Axes.</param>
    /// <returns>The product of their lengths; 1 for none.</returns>
    public static int Count(ImmutableArray<Axis> axes)
    {
        var count = 1;
        foreach (var axis in axes)
        {
            count *= axis.Count;
        }

        return count;
    }

    /// <summary>Finds the labels of a cell.</summary>
    /// <param name="axes">The axes that span the cells, the last one fastest.</param>
    /// <param name="cell">One of them, from 0.</param>
    /// <param name="labels">By <see cref="Axis.Index"/>; those of other axes are left as they are.</param>
    public static void Place(ImmutableArray<Axis> axes, int cell, int[] labels)
    {
        for (var i = axes.Length - 1; i >= 0; i--)
        {
            labels[axes[i].Index] = cell % axes[i].Count;
            cell /= axes[i].Count;
        }
    }

    /// <summary>The names of the labels of a cell.</summary>
    /// <param name="axes">The axes that span the cells, the last one fastest.</param>
    /// <param name="cell">One of them, from 0.</param>
    /// <returns>A label for each axis.</returns>
    public static ImmutableArray<string> Labels(ImmutableArray<Axis> axes, int cell)
    {
        var labels = new string[axes.Length];
        for (var i = axes.Length - 1; i >= 0; i--)
        {
            labels[i] = axes[i].Labels[cell % axes[i].Count];
            cell /= axes[i].Count;
        }

        return [.. labels];
    }
}
