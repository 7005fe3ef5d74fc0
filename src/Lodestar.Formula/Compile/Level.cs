// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Lowering;

namespace Lodestar.Formula.Compile;

/// <summary>How a level of a nest counts.</summary>
internal enum LevelKind
{
    /// <summary>Every label.</summary>
    Every,

    /// <summary>Eight labels at once.</summary>
    Chunks,

    /// <summary>The eight remainders of labels.</summary>
    Remainders,

    /// <summary>Every label of the remainder that is counted outside.</summary>
    OfRemainder,

    /// <summary>As many as years have passed.</summary>
    Cohorts,
}

/// <summary>One level of a nest of loops, or several that run through memory as one.</summary>
internal sealed class Level(LevelKind kind, bool isReduced, long count, params Loop[] loops)
{
    public LevelKind Kind { get; } = kind;

    public bool IsReduced { get; } = isReduced;

    /// <summary>What it counts; the last the fastest.</summary>
    public Loop[] Loops { get; } = loops;

    public long Count { get; } = count;

    /// <summary>How many times it is still to run.</summary>
    public Local Left { get; set; }

    public Mark Start { get; set; }

    public Mark End { get; set; }

    /// <summary>Bytes from one round to the next.</summary>
    public long Stride(Access access)
    {
        var stride = access.Strides.GetValueOrDefault(Loops[^1]);
        return Kind is LevelKind.Chunks or LevelKind.OfRemainder ? stride * 8 : stride;
    }

    /// <summary>The levels of a nest, those that run through memory as one made one.</summary>
    public static List<Level> Merge(IEnumerable<Level> levels, IReadOnlyCollection<Access> accesses)
    {
        List<Level> merged = [];
        foreach (var inner in levels)
        {
            if (merged is [.., var outer] && IsOne(outer, inner, accesses))
            {
                merged[^1] = new Level(
                    inner.Kind,
                    inner.IsReduced,
                    outer.Count * inner.Count,
                    [.. outer.Loops, .. inner.Loops]
                );
            }
            else
            {
                merged.Add(inner);
            }
        }

        return merged;
    }

    private static bool IsOne(Level outer, Level inner, IReadOnlyCollection<Access> accesses) =>
        outer.Kind == LevelKind.Every
        && inner.Kind is LevelKind.Every or LevelKind.Chunks
        && outer.IsReduced == inner.IsReduced
        && accesses.All(a =>
            outer.Stride(a) == inner.Stride(a) * inner.Count
            && !a.Maps.Exists(m => outer.Loops.Contains(m.Loop) || inner.Loops.Contains(m.Loop))
        );
}
