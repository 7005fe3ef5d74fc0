// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Declarations;
using Lodestar.Units;

namespace Lodestar.Formula.Explain;

/// <summary>Where a value comes from.</summary>
public enum FactKind
{
    /// <summary>A formula of other variables.</summary>
    Computed,

    /// <summary>A number or a table that the model states.</summary>
    Given,

    /// <summary>A number with a distribution.</summary>
    Uncertain,

    /// <summary>A number that may be set within a range.</summary>
    Lever,

    /// <summary>What stands at the start of a year, from what came and went.</summary>
    Stock,

    /// <summary>The switch of a measure.</summary>
    Switch,
}

/// <summary>Why one value of a run is what it is: data only, sentences live with the caller.</summary>
/// <param name="Name">The variable, or the switch of a measure.</param>
/// <param name="Year">The calendar year.</param>
/// <param name="Labels">The label on each of its axes; null where the axis is reduced over.</param>
/// <param name="Value">The value; null where it is not one value but a reduction reads several.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Kind">Where it comes from.</param>
public sealed record Fact(
    string Name,
    int Year,
    ImmutableArray<(Axis Axis, string? Label)> Labels,
    double? Value,
    Unit Unit,
    FactKind Kind
)
{
    /// <summary>The variable; null for a switch.</summary>
    public BoundVariable? Variable { get; init; }

    /// <summary>What the model's file states of it; null for a switch.</summary>
    public VariableText? Stated { get; init; }

    /// <summary>Its formula as it stands in the file; null where it has none.</summary>
    public string? Formula { get; init; }

    /// <summary>The formula with the values of its inputs in it; null where that would say nothing more.</summary>
    public string? Numbers { get; init; }

    /// <summary>The last year, where all years from <see cref="Year"/> to it are read.</summary>
    public int? ToYear { get; init; }

    /// <summary>The measures that change it here, by id; those that are off too.</summary>
    public ImmutableArray<string> Measures { get; init; } = [];

    /// <summary>What it would be without the measures that change it directly; null where there are none.</summary>
    public double? Without { get; init; }

    /// <summary>What it is computed from; empty below the depth that was asked for.</summary>
    public ImmutableArray<Fact> Inputs { get; init; } = [];

    /// <summary>True where there are inputs that the depth left out.</summary>
    public bool IsCut { get; init; }
}
