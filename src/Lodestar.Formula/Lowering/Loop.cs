// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Lodestar.Formula.Lowering;

/// <summary>What a loop counts.</summary>
internal enum LoopKind
{
    /// <summary>The labels of an axis of the model.</summary>
    Labels,

    /// <summary>Ages in whole years, from 0.</summary>
    Ages,

    /// <summary>Years of the model, from <see cref="Loop.From"/>.</summary>
    Years,

    /// <summary>The years before the current one, from the first year of the model: as many as have passed.</summary>
    Cohorts,
}

/// <summary>Something that is counted through: an axis of the model, or ages and years where a formula looks along time.</summary>
/// <param name="id">Its place in the order of nesting; that of the axis for labels.</param>
/// <param name="count">How many times at most.</param>
internal sealed class Loop(int id, LoopKind kind, int count, int from = 0)
{
    public int Id { get; } = id;

    public LoopKind Kind { get; } = kind;

    public int Count { get; } = count;

    public int From { get; } = from;

    /// <summary>All loops of two lists, in the order of nesting.</summary>
    public static ImmutableArray<Loop> Union(ImmutableArray<Loop> a, ImmutableArray<Loop> b)
    {
        if (b.IsEmpty || a.AsSpan().SequenceEqual(b.AsSpan()))
        {
            return a;
        }

        return a.IsEmpty ? b : [.. a.Concat(b).Distinct().OrderBy(l => l.Id)];
    }

    /// <summary>How many cells loops span.</summary>
    public static long Cells(ImmutableArray<Loop> loops)
    {
        var cells = 1L;
        foreach (var loop in loops)
        {
            cells *= loop.Count;
        }

        return cells;
    }
}

/// <summary>Labels read in place of others. Equal lists are one object.</summary>
internal sealed class LabelMap(int id, ImmutableArray<int> labels)
{
    public int Id { get; } = id;

    public ImmutableArray<int> Labels { get; } = labels;
}

/// <summary>How the label on one axis of what is read arises.</summary>
/// <param name="Loop">The loop whose count it is; null for one fixed label.</param>
/// <param name="Label">The fixed label.</param>
/// <param name="Map">The labels read in place of the count; null for the count itself.</param>
/// <param name="IsAge">The loop counts cohorts, and the label is the age they have reached.</param>
internal readonly record struct Reach(Loop? Loop, int Label = 0, LabelMap? Map = null, bool IsAge = false);

/// <summary>Which year of what is read.</summary>
internal enum YearKind
{
    /// <summary>The year that is computed, or none.</summary>
    Current,

    /// <summary>The year before.</summary>
    Previous,

    /// <summary>One year of the model.</summary>
    Fixed,

    /// <summary>The year a loop counts.</summary>
    Counted,
}

/// <summary>Which year of what is read.</summary>
internal readonly record struct YearReach(YearKind Kind, int Year = 0, Loop? Loop = null);
