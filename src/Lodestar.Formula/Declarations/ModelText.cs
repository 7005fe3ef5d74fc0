// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Text;

namespace Lodestar.Formula.Declarations;

/// <summary>
/// A model as its files state it, before any meaning is given to it: names, formulas and cells with their places. The
/// reader of the files fills it, the binder gives it meaning; a part that could not be read is left out of it.
/// </summary>
/// <param name="Name">The model's name.</param>
public sealed record ModelText(Piece Name)
{
    /// <summary>The years of the model; null when the file states none.</summary>
    public TimeText? Time { get; init; }

    /// <summary>The axes in the order they are declared.</summary>
    public ImmutableArray<AxisText> Axes { get; init; } = [];

    /// <summary>The variables in the order they are declared.</summary>
    public ImmutableArray<VariableText> Variables { get; init; } = [];

    /// <summary>The measures.</summary>
    public ImmutableArray<MeasureText> Measures { get; init; } = [];

    /// <summary>Which uncertain variables move together.</summary>
    public ImmutableArray<CorrelationText> Correlations { get; init; } = [];

    /// <summary>The modules the model is composed of.</summary>
    public ImmutableArray<UseText> Uses { get; init; } = [];

    /// <summary>Inequalities that must hold, each with its formula.</summary>
    public ImmutableArray<Piece> Checks { get; init; } = [];

    /// <summary>What the model is fitted to, and measured against.</summary>
    public ImmutableArray<FitText> Fits { get; init; } = [];
}

/// <summary><c>time: {from: 2005, to: 2050}</c>.</summary>
public sealed record TimeText(Piece From, Piece To);

/// <summary>An axis with its labels, and named sets of them.</summary>
public sealed record AxisText(Piece Name, ImmutableArray<Piece> Labels)
{
    /// <summary><c>sets: {fossil: [gas, oil]}</c>.</summary>
    public ImmutableArray<(Piece Name, ImmutableArray<Piece> Labels)> Sets { get; init; } = [];

    /// <summary>
    /// <c>to: {sector: {gas: buildings, …}}</c>: for an axis of that name, the label each label of this one belongs to.
    /// </summary>
    public ImmutableArray<(Piece Axis, ImmutableArray<(Piece Label, Piece Of)> Pairs)> Mappings { get; init; } = [];

    /// <summary>True when the reader could not read its labels, and has said so: that it has none is no further fault.</summary>
    public bool IsBroken { get; init; }
}

/// <summary>A variable: <c>heat_use[fuel]: {unit: GWh/yr, value: floor_area * heat_need}</c>.</summary>
public sealed record VariableText(Piece Name)
{
    /// <summary>The axes between the brackets of its name.</summary>
    public ImmutableArray<Piece> Axes { get; init; } = [];

    /// <summary>Everything uncertain or computed about it is in this unit; null when it is left out.</summary>
    public Piece? Unit { get; init; }

    /// <summary>A number, a distribution or a formula.</summary>
    public Piece? Value { get; init; }

    /// <summary>The value of the first year, as a formula; the others follow <see cref="Value"/>.</summary>
    public Piece? Initial { get; init; }

    /// <summary>A table of a file, or values by label or year that stand in the model itself.</summary>
    public TableText? Data { get; init; }

    /// <summary><c>linear</c>, <c>step</c> or <c>growth</c>, or an error, when left out: what stands between the years of a table.</summary>
    public Piece? Between { get; init; }

    /// <summary><c>hold</c> or an error, when left out: what stands before the first year of a table.</summary>
    public Piece? Before { get; init; }

    /// <summary><c>hold</c>, <c>trend</c>, <c>grow(0.6 %/yr)</c>, or an error, when left out: what follows its last year.</summary>
    public Piece? After { get; init; }

    /// <summary><c>0</c>, or an error, when left out: what a cell is that the table does not give.</summary>
    public Piece? Absent { get; init; }

    /// <summary><c>total</c> or <c>intensity</c>; inferred from the unit when left out.</summary>
    public Piece? Kind { get; init; }

    /// <summary>The axis over which the values are shares of one whole.</summary>
    public Piece? SumsToOne { get; init; }

    /// <summary>The ends of the range of a lever.</summary>
    public (Piece Low, Piece High)? Range { get; init; }

    /// <summary>Where it says that its value was fitted and may be fitted again; null when it was not.</summary>
    public Piece? Fitted { get; init; }

    /// <summary>Axes over which an uncertain value is drawn anew; one draw serves all cells otherwise.</summary>
    public ImmutableArray<Piece> Vary { get; init; } = [];

    /// <summary>A stock, when it is one.</summary>
    public StockText? Stock { get; init; }

    /// <summary>The id of a source of the plan.</summary>
    public Piece? Source { get; init; }

    /// <summary>observed, reported, estimated, default or modelled.</summary>
    public Piece? Grade { get; init; }

    /// <summary>The category of the inventory it is counted in.</summary>
    public Piece? Category { get; init; }

    /// <summary>True when it is an answer of the model: nothing need use it.</summary>
    public bool IsOutcome { get; init; }

    /// <summary>What it is, for people.</summary>
    public Piece? Title { get; init; }

    /// <summary>
    /// True when the reader could not read what gives it its value, and has said so: it stands for its name alone, and
    /// that it has no value is no further fault.
    /// </summary>
    public bool IsBroken { get; init; }
}

/// <summary>
/// What changes a stock. <c>stock: {initial: 5000 ha, inflow: planting, outflow: felling}</c> holds what stood on 1
/// January; <c>stock: {initial: …, inflow: sales, life: weibull(15 yr, 3.2)}</c> holds vintages; <c>decay: 0.1 1/yr</c>
/// loses a share every year.
/// </summary>
public sealed record StockText(Piece Where)
{
    /// <summary>What stood in the first year.</summary>
    public Piece? Initial { get; init; }

    /// <summary>What comes in, a year.</summary>
    public Piece? Inflow { get; init; }

    /// <summary>What goes, a year.</summary>
    public Piece? Outflow { get; init; }

    /// <summary>The rate of first-order decay.</summary>
    public Piece? Decay { get; init; }

    /// <summary>
    /// How long a vintage stands: <c>fixed(15 yr)</c>, <c>weibull(15 yr, 3.2)</c>, <c>exponential(15 yr)</c> or
    /// <c>normal(15 yr, 4 yr)</c>.
    /// </summary>
    public Piece? Life { get; init; }

    /// <summary>Shares of a vintage that still stand by age; instead of <see cref="Life"/>.</summary>
    public TableText? Survival { get; init; }

    /// <summary>
    /// <c>steady</c>: the ages of a stock that was renewed evenly; or a table of shares by age. Of the first year's stock.
    /// </summary>
    public Piece? Ages { get; init; }

    /// <summary>Shares of the first year's stock by age.</summary>
    public TableText? AgeShares { get; init; }
}

/// <summary>
/// Cells with their places. A table of a file has a <see cref="Heading"/>: names of axes, <c>year</c>, <c>value</c>,
/// or years and labels of one axis for a wide table. Without one, each row is the path of labels and years that leads
/// to a value in a nested map, and the value.
/// </summary>
/// <param name="Where">The place that names the table.</param>
public sealed record TableText(Piece Where)
{
    /// <summary>Null for values that stand in the model itself.</summary>
    public ImmutableArray<Piece>? Heading { get; init; }

    /// <summary>Rows of cells.</summary>
    public ImmutableArray<ImmutableArray<Piece>> Rows { get; init; } = [];
}

/// <summary>A measure: its effects, and when they come.</summary>
public sealed record MeasureText(Piece Id)
{
    /// <summary>What it is, for people.</summary>
    public Piece? Title { get; init; }

    /// <summary>At least one.</summary>
    public ImmutableArray<EffectText> Effects { get; init; } = [];

    /// <summary>The ramp of every effect that has none of its own.</summary>
    public RampText? Ramp { get; init; }

    /// <summary>Variables of the measure itself, such as its costs; named <c>measures.&lt;id&gt;.&lt;name&gt;</c>.</summary>
    public ImmutableArray<VariableText> Variables { get; init; } = [];

    /// <summary>Who can decide it.</summary>
    public Piece? Controller { get; init; }

    /// <summary>The id of a source of the plan.</summary>
    public Piece? Source { get; init; }

    /// <summary>False when the measure is off unless it is switched on.</summary>
    public bool IsOn { get; init; } = true;
}

/// <summary>One operation of a measure on one variable.</summary>
/// <param name="Operation"><c>add</c>, <c>scale</c>, <c>replace</c>, <c>shift</c>, <c>floor</c> or <c>cap</c>.</param>
/// <param name="Of">The variable.</param>
public sealed record EffectText(Piece Operation, Piece Of)
{
    /// <summary>A number, a distribution or a formula; for a shift the share that moves, for scale the factor.</summary>
    public Piece? Amount { get; init; }

    /// <summary>A condition on labels.</summary>
    public Piece? Where { get; init; }

    /// <summary>The labels a shift takes from.</summary>
    public ImmutableArray<Piece> From { get; init; } = [];

    /// <summary>The label a shift gives to.</summary>
    public Piece? To { get; init; }

    /// <summary>Instead of the measure's own.</summary>
    public RampText? Ramp { get; init; }
}

/// <summary><c>ramp: {from: 2026, to: 2038, shape: s-curve, until: 2045}</c>.</summary>
public sealed record RampText(Piece Where)
{
    /// <summary>The last year without effect.</summary>
    public Piece? From { get; init; }

    /// <summary>The first year of the whole effect.</summary>
    public Piece? To { get; init; }

    /// <summary>The last year of the effect; null for ever.</summary>
    public Piece? Until { get; init; }

    /// <summary><c>linear</c> (the default), <c>s-curve</c> or <c>step</c>.</summary>
    public Piece? Shape { get; init; }
}

/// <summary><c>correlations: [{between: [a, b], is: 0.6}]</c>: a rank-preserving (Gaussian) tie of uncertain variables.</summary>
public sealed record CorrelationText(ImmutableArray<Piece> Between, Piece Is);

/// <summary>
/// <c>fits: [{of: emissions.homes, to: observed.homes, from: 2005, until: 2017, test: 2020}]</c>: a variable that is
/// brought near what was observed in the years up to <c>until</c>, and judged by those from there to <c>test</c>.
/// </summary>
/// <param name="Of">The variable that is computed.</param>
/// <param name="To">The variable that holds what was observed.</param>
public sealed record FitText(Piece Of, Piece To)
{
    /// <summary>The first year that is fitted; null for the first of the model.</summary>
    public Piece? From { get; init; }

    /// <summary>The last year that is fitted; null for the last of the model.</summary>
    public Piece? Until { get; init; }

    /// <summary>The last year that is held out; null when none is.</summary>
    public Piece? Test { get; init; }

    /// <summary>How much it counts beside other fits, 1 when left out; 0 compares alone.</summary>
    public Piece? Weight { get; init; }
}

/// <summary>A module under a name of its own: <c>uses: {homes: {model: buildings@1, with: {people: population}}}</c>.</summary>
/// <param name="As">The name its variables stand under.</param>
/// <param name="Model">What was asked for.</param>
/// <param name="Text">The module; null when there is none of that name, which the reader has said.</param>
public sealed record UseText(Piece As, Piece Model, ModelText? Text)
{
    /// <summary>Formulas for variables of the module.</summary>
    public ImmutableArray<(Piece Name, Piece Value)> With { get; init; } = [];
}
