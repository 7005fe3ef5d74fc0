// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Lowering;

namespace Lodestar.Formula.Compile;

/// <summary>What stands side by side in a vector.</summary>
internal enum Layout
{
    /// <summary>Eight lanes: each value that differs by lane is a vector.</summary>
    Draws,

    /// <summary>One lane: the labels of the lane axis stand innermost, filled up to a multiple of eight.</summary>
    Labels,
}

/// <summary>The parts of memory that code reads and writes; each has its pointer in the frame.</summary>
internal enum Region
{
    /// <summary>The parameters.</summary>
    Parameters,

    /// <summary>Numbers of the model that hold in every year.</summary>
    Numbers,

    /// <summary>Numbers of the model by year.</summary>
    YearlyNumbers,

    /// <summary>What is the same in every lane and year.</summary>
    Shared,

    /// <summary>What is the same in every lane, all years.</summary>
    SharedYears,

    /// <summary>What is the same in every year.</summary>
    Once,

    /// <summary>This year and the one before.</summary>
    State,

    /// <summary>This year alone.</summary>
    Temporary,

    /// <summary>All years.</summary>
    History,
}

/// <summary>Where values stand.</summary>
/// <param name="Region">The part of memory.</param>
/// <param name="Offset">Bytes from its start, or from that of the year.</param>
/// <param name="Axes">What the values differ over.</param>
/// <param name="Strides">Bytes from one label to the next, by axis.</param>
/// <param name="IsLanes">Whether each value is eight lanes.</param>
/// <param name="Bytes">How long it is: a multiple of 64.</param>
internal sealed record Buffer(
    Region Region,
    long Offset,
    ImmutableArray<Loop> Axes,
    ImmutableArray<long> Strides,
    bool IsLanes,
    long Bytes
)
{
    private const int Line = 64;

    /// <summary>Values in the order of the axes, the innermost last.</summary>
    /// <param name="innermost">The axis that stands innermost, filled up to a multiple of eight; null for none.</param>
    public static Buffer Lay(ImmutableArray<Loop> axes, bool isLanes, Loop? innermost)
    {
        var strides = new long[axes.Length];
        long step = isLanes ? Line : sizeof(double);
        var lane = innermost is null || isLanes ? -1 : axes.IndexOf(innermost);
        if (lane >= 0)
        {
            strides[lane] = step;
            step *= Chunks(axes[lane].Count) * 8;
        }

        for (var i = axes.Length - 1; i >= 0; i--)
        {
            if (i != lane)
            {
                strides[i] = step;
                step *= axes[i].Count;
            }
        }

        return new Buffer(Region.Temporary, 0, axes, [.. strides], isLanes, Align(step));
    }

    public static long Align(long bytes) => (bytes + Line - 1) / Line * Line;

    /// <summary>How many vectors labels fill.</summary>
    public static int Chunks(int labels) => (labels + 7) / 8;
}

/// <summary>Hands out places in a region, again once they are free.</summary>
internal sealed class Allotment(long start = 0)
{
    private readonly List<(long Offset, long Bytes)> free = [];

    /// <summary>The most bytes that were in use.</summary>
    public long End { get; private set; } = start;

    public long Take(long bytes)
    {
        for (var i = 0; i < free.Count; i++)
        {
            var (offset, length) = free[i];
            if (length >= bytes)
            {
                free.RemoveAt(i);
                if (length > bytes)
                {
                    free.Insert(i, (offset + bytes, length - bytes));
                }

                return offset;
            }
        }

        var at = End;
        End += bytes;
        return at;
    }

    public void Give(long offset, long bytes)
    {
        var at = free.FindIndex(f => f.Offset > offset);
        at = at < 0 ? free.Count : at;
        free.Insert(at, (offset, bytes));
        for (var i = Math.Min(at, free.Count - 2); i >= Math.Max(0, at - 1); i--)
        {
            if (free[i].Offset + free[i].Bytes == free[i + 1].Offset)
            {
                free[i] = (free[i].Offset, free[i].Bytes + free[i + 1].Bytes);
                free.RemoveAt(i + 1);
            }
        }
    }
}
