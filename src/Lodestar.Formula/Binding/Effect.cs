// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Declarations;

namespace Lodestar.Formula.Binding;

/// <summary>One operation of a measure on one variable, bound.</summary>
internal sealed record Effect(string Measure, EffectText Text, BoundExpression Strength, BoundVariable? Amount)
{
    public BoundExpression? Where { get; init; }

    public Axis? Axis { get; init; }

    public ImmutableArray<bool> From { get; init; } = [];

    public int To { get; init; }
}
