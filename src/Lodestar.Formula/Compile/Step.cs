// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Lowering;

namespace Lodestar.Formula.Compile;

/// <summary>When code runs.</summary>
internal enum Phase
{
    /// <summary>Before the years of its stratum.</summary>
    Once,

    /// <summary>In the first year.</summary>
    First,

    /// <summary>In every later year.</summary>
    Later,
}

/// <summary>A part of the code of a model.</summary>
internal readonly record struct Part(int Stratum, Phase Phase);

/// <summary>A value that is computed for itself, with all that it alone needs.</summary>
internal sealed class Step
{
    public required Node Value { get; init; }

    /// <summary>All that is counted through.</summary>
    public required ImmutableArray<Loop> Domain { get; init; }

    /// <summary>False where a value found elsewhere is put down once more, for a variable.</summary>
    public required bool IsHome { get; init; }

    /// <summary>Labels that stand side by side are picked one by one.</summary>
    public required bool IsGather { get; init; }

    /// <summary>How many operations it is.</summary>
    public required int Size { get; init; }

    /// <summary>Variables it is put down for.</summary>
    public List<BoundVariable> Stores { get; } = [];

    /// <summary>Steps of the same part that come before; true where the value is taken over at the same labels.</summary>
    public required Dictionary<Node, bool> Reads { get; init; }

    public ImmutableArray<Loop> Over => Value is ReductionNode reduction && IsHome ? reduction.Over : [];
}

/// <summary>Steps in one nest of loops.</summary>
internal sealed class Group
{
    /// <summary>So many operations are one nest, that the compiler's time stays in proportion.</summary>
    private const int MostOperations = 96;

    public required int Index { get; init; }

    public required ImmutableArray<Loop> Domain { get; init; }

    public required bool IsGather { get; init; }

    public ImmutableArray<Loop> Over { get; private set; } = [];

    public List<Step> Steps { get; } = [];

    public int Size { get; private set; }

    /// <summary>The parameters it depends on, a bit each.</summary>
    public ulong[] Parameters { get; set; } = [];

    public bool Takes(Step step) =>
        step.IsGather == IsGather
        && Size + step.Size <= MostOperations
        && Domain.AsSpan().SequenceEqual(step.Domain.AsSpan())
        && (step.Over.IsEmpty || Over.IsEmpty || Over.AsSpan().SequenceEqual(step.Over.AsSpan()));

    public bool DependsOn(ReadOnlySpan<ulong> parameters)
    {
        for (var i = 0; i < Parameters.Length; i++)
        {
            if ((Parameters[i] & parameters[i]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    public void Add(Step step)
    {
        Steps.Add(step);
        Size += step.Size;
        Over = Over.IsEmpty ? step.Over : Over;
    }
}
