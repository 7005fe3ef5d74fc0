// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;

namespace Lodestar.Formula.Lowering;

/// <summary>A model as a graph in which equal values are computed once.</summary>
internal sealed class LoweredModel
{
    public required BoundModel Model { get; init; }

    public required Graph Graph { get; init; }

    /// <summary>The loops of the model's axes, by their place.</summary>
    public required ImmutableArray<Loop> Labels { get; init; }

    /// <summary>By place of the variable; after those of the model, those that lowering made. Null for what is not computed.</summary>
    public required ImmutableArray<LoweredVariable> Variables { get; init; }

    /// <summary>The loop over the labels that may stand side by side; null when there is none.</summary>
    public Loop? LaneLoop => Model.LaneAxis is { } axis ? Labels[axis.Index] : null;

    public ImmutableArray<Loop> Of(ImmutableArray<Axis> axes) => [.. axes.Select(a => Labels[a.Index])];
}

/// <summary>A variable's values in the graph.</summary>
internal sealed class LoweredVariable
{
    public required BoundVariable Variable { get; init; }

    public required int Stratum { get; init; }

    /// <summary>In the first year.</summary>
    public required Node First { get; init; }

    /// <summary>In every later year.</summary>
    public required Node Later { get; init; }

    /// <summary>False when one value holds in every year.</summary>
    public required bool IsYearly { get; init; }
}
