// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Lodestar.Formula.Binding;

/// <summary>A named axis with ordered labels. Two axes of one model are the same when they are the same object.</summary>
/// <param name="Index">Its place among the axes of the model.</param>
/// <param name="Name">Its name.</param>
/// <param name="Labels">Its labels; at least one.</param>
public sealed record Axis(int Index, string Name, ImmutableArray<string> Labels)
{
    /// <summary>How many labels it has.</summary>
    public int Count => Labels.Length;

    /// <summary>Compares by place.</summary>
    /// <param name="other">An axis of the same model.</param>
    /// <returns>True when it is the same axis.</returns>
    public bool Equals(Axis? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Index;

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>Whether a quantity adds up.</summary>
public enum Extent
{
    /// <summary>A number that is neither: a literal, a year, a flag.</summary>
    Neutral,

    /// <summary>Adds up over axes, and may not stand once for each label of an axis it does not have.</summary>
    Total,

    /// <summary>Is per something: holds for every label, and may not be added up.</summary>
    Intensity,
}
