// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Text;
using Lodestar.Units;

namespace Lodestar.Formula.Binding;

/// <summary>A bound expression while its formula is bound: what it is, and what the rules of adding up must know.</summary>
/// <param name="Node">The expression.</param>
/// <param name="Extent">Whether it adds up.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record Value(BoundExpression Node, Extent Extent, Span Span)
{
    /// <summary>The axes over which it is the shares of one whole.</summary>
    public ImmutableArray<Axis> Closes { get; init; } = [];

    /// <summary>A literal 0 without a unit fits every unit.</summary>
    public bool IsZero => Node is Constant { Value: 0 } && Node.Unit == Unit.One;

    public Unit Unit => Node.Unit;

    public ImmutableArray<Axis> Axes => Node.Axes;

    public bool Has(Axis axis) => Node.Axes.Contains(axis);

    public static ImmutableArray<Axis> Join(ImmutableArray<Axis> a, ImmutableArray<Axis> b) =>
        b.All(a.Contains) ? a
        : a.All(b.Contains) ? b
        : [.. a.Union(b).OrderBy(axis => axis.Index)];
}
