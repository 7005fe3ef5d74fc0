// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formula.Problems;

/// <summary>What can be wrong with a model. The values each sentence needs stand in braces.</summary>
public enum Fault
{
    // Notation of formulas.

    /// <summary>Nothing stands where a formula should.</summary>
    FormulaEmpty,

    /// <summary>A formula longer than {most} characters.</summary>
    FormulaTooLong,

    /// <summary>A formula of more than {most} names, numbers and signs.</summary>
    FormulaTooManyParts,

    /// <summary>A formula nested deeper than {most} levels.</summary>
    FormulaTooDeep,

    /// <summary>{text} can't be part of a formula.</summary>
    UnreadableCharacter,

    /// <summary>{text} does not belong here; empty at the end of the formula.</summary>
    Unexpected,

    /// <summary>{expected} should stand here instead of {found}, which is empty at the end.</summary>
    Missing,

    /// <summary>One equals sign where two compare.</summary>
    SingleEquals,

    // Names.

    /// <summary>No variable is named {name}.</summary>
    UnknownName,

    /// <summary>No function is named {name}.</summary>
    UnknownFunction,

    /// <summary>No axis is named {name}.</summary>
    UnknownAxis,

    /// <summary>{label} is no label of {axis}.</summary>
    UnknownLabel,

    /// <summary>{name} is declared twice.</summary>
    DeclaredTwice,

    /// <summary>{name} can't be a name: letters, digits and underscores, a letter first, and none of the language's own words.</summary>
    BadName,

    /// <summary>{name} is an axis, where a value is wanted.</summary>
    AxisAsValue,

    /// <summary>A label in quotes where a value is wanted.</summary>
    LabelAsValue,

    // Functions.

    /// <summary>{function} takes {wanted}, not {given} values.</summary>
    ArgumentCount,

    /// <summary>{function} has no argument named {name}.</summary>
    UnknownArgument,

    /// <summary>{function} wants a plain number here, known before the model runs.</summary>
    NumberWanted,

    /// <summary>{function} wants axes after "over".</summary>
    OverWanted,

    /// <summary>{function} takes no "{word}".</summary>
    ClauseUnwanted,

    /// <summary>A distribution stands inside a formula.</summary>
    DistributionInside,

    /// <summary>{function} can't have these numbers: {why} is one of order, positive, weights, samples.</summary>
    BadDistribution,

    /// <summary>{set} is no set of global warming potentials.</summary>
    UnknownGwpSet,

    /// <summary>{unit} carries no gas that has a potential.</summary>
    NoGas,

    // Units.

    /// <summary>The unit {text} can't be read.</summary>
    BadUnit,

    /// <summary>{operator} needs equal units: {left} and {right}.</summary>
    UnitsDiffer,

    /// <summary>The formula gives {given}, the variable is in {wanted}.</summary>
    UnitOfVariable,

    /// <summary>As <see cref="UnitOfVariable"/>, and they differ by {extra} alone: per person and in all, per year and in all.</summary>
    UnitPer,

    /// <summary>{function} needs a pure number, not {unit}.</summary>
    PureNumberWanted,

    /// <summary>The power of something in {unit} must be a whole number that stands there.</summary>
    PowerOfUnit,

    /// <summary>The unit of this product or power is beyond what can be calculated with.</summary>
    UnitTooLarge,

    /// <summary>{name} has no unit.</summary>
    UnitMissing,

    // Axes and extents.

    /// <summary>The formula varies over {axis}, which {name} does not have.</summary>
    SurplusAxis,

    /// <summary>{name} has no axis {axis}.</summary>
    AxisNotThere,

    /// <summary>The axis {axis} is reduced or chosen here, but the expression does not vary over it.</summary>
    NothingToReduce,

    /// <summary>An intensity is added up over {axis}.</summary>
    IntensitySummed,

    /// <summary>A total without {axis} stands once for each of its {count} labels.</summary>
    TotalReplicated,

    /// <summary>{from} says nothing about which label of {to} each of its own belongs to.</summary>
    NoMapping,

    /// <summary>The axis {axis} has no labels.</summary>
    AxisEmpty,

    /// <summary>The axes of {name} span more than {most} cells.</summary>
    TooManyCells,

    /// <summary>The model would compute more than {most} values.</summary>
    TooMuchWork,

    // Time.

    /// <summary>The years of the model can't be read: {text}.</summary>
    BadYears,

    /// <summary>The model has no years.</summary>
    YearsMissing,

    /// <summary>{year} lies outside {from} to {to}.</summary>
    YearOutside,

    /// <summary>{names} need one another in the same year.</summary>
    Circular,

    /// <summary>{names} need one another, and one of them reads {reads} of all years.</summary>
    CircularOverYears,

    /// <summary>What was {name} before the first year?</summary>
    NoValueBefore,

    // Tables.

    /// <summary>{text} is no number.</summary>
    NotANumber,

    /// <summary>The heading {text} is neither an axis of {name}, a label, a year nor "value".</summary>
    UnknownHeading,

    /// <summary>The table has no column for the axis {axis}.</summary>
    ColumnMissing,

    /// <summary>The row or map has {given} parts where {wanted} are wanted.</summary>
    PartsOfRow,

    /// <summary>{cell} is given twice.</summary>
    CellTwice,

    /// <summary>{count} of {of} cells are missing, such as {cells}.</summary>
    CellsMissing,

    /// <summary>The years of {cells} start in {first}, the model in {from}.</summary>
    YearsBefore,

    /// <summary>The years of {cells} end in {last}, the model in {to}.</summary>
    YearsAfter,

    /// <summary>{cells} have no value in {year}, between {from} and {to}: say how with "between".</summary>
    YearGap,

    /// <summary>{text} is none of {words}.</summary>
    UnknownWord,

    /// <summary>The shares of {name} add up to {sum} over {axis}, in {where}.</summary>
    SharesOpen,

    /// <summary>A growth between {from} and {to} needs numbers above zero.</summary>
    GrowthFromZero,

    // Variables.

    /// <summary>{name} has neither a value nor data.</summary>
    NoValue,

    /// <summary>{name} has {first} and {second}: one of them.</summary>
    TwoValues,

    /// <summary>The range of {name} is not two numbers in order.</summary>
    BadRange,

    /// <summary>{name} lies outside its range.</summary>
    OutsideRange,

    /// <summary>A stock needs {part}.</summary>
    StockPart,

    /// <summary>Only something uncertain can vary: {name} is not.</summary>
    NothingVaries,

    /// <summary>{name} is used by nothing. A warning.</summary>
    UnusedVariable,

    /// <summary>{name} falls below zero in {year}. A warning, after a run.</summary>
    NegativeStock,

    /// <summary>This depends on {what}, which is not known before the model runs.</summary>
    NotKnownBefore,

    // Measures.

    /// <summary>{name} is an answer of the model: a measure changes what causes it. A warning.</summary>
    ChangesEmissions,

    /// <summary>Two measures replace {name} at once: {first} and {second}.</summary>
    ReplacedTwice,

    /// <summary>A shift needs {part}.</summary>
    ShiftPart,

    /// <summary>{name} is a stock, or follows from one: a measure changes what flows into it or out of it.</summary>
    ChangesStock,

    /// <summary>The measure {name} changes nothing that an answer depends on. A warning.</summary>
    MeasureWithoutEffect,

    /// <summary>The ramp ends in {to}, before it starts in {from}.</summary>
    RampBackwards,

    // Correlations, checks, modules.

    /// <summary>{name} is not uncertain, or already tied to others.</summary>
    NotUncertain,

    /// <summary>No set of numbers can be tied as these are.</summary>
    ImpossibleCorrelation,

    /// <summary>The check compares nothing: it is a number, not a yes or no. A warning.</summary>
    ChecksNothing,

    /// <summary>The module {module} has no variable {name}.</summary>
    UnknownInModule,

    /// <summary>Modules that use one another, or too many within one another.</summary>
    ModulesTooDeep,

    /// <summary>The model has more than {most} {what}.</summary>
    TooMany,

    // Fits.

    /// <summary>{name} is to be fitted, but nothing says between which values.</summary>
    FittedWithoutRange,

    /// <summary>{of} in {left} can't be compared with {to} in {right}.</summary>
    FitUnits,

    /// <summary>{of} and {to} have different axes.</summary>
    FitAxes,

    /// <summary>The years of a fit are not in order: {from}, {until}, {test}.</summary>
    FitYears,

    /// <summary>The weight {text} is no number from 0 on.</summary>
    FitWeight,
}
