// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Execute;
using Lodestar.Formula.Lowering;

namespace Lodestar.Formula.Compile;

/// <summary>Where an element stands, as the loops count.</summary>
internal sealed class Access
{
    public required string Pointer { get; init; }

    public required Buffer Buffer { get; init; }

    /// <summary>Bytes from the pointer to the first element.</summary>
    public long Offset { get; private set; }

    /// <summary>Bytes for each year that has passed.</summary>
    public long PerYear { get; private set; }

    public Dictionary<Loop, long> Strides { get; } = [];

    public List<(Loop Loop, long Table)> Maps { get; } = [];

    /// <summary>Of a buffer at the labels that the loops count.</summary>
    public static Access Of(Buffer buffer)
    {
        var access = new Access
        {
            Pointer = Current(buffer.Region),
            Buffer = buffer,
            Offset = buffer.Offset,
        };
        for (var i = 0; i < buffer.Axes.Length; i++)
        {
            access.Strides[buffer.Axes[i]] = buffer.Strides[i];
        }

        return access;
    }

    /// <summary>Of what a load reads.</summary>
    /// <param name="yearStride">Bytes of one year of the region of the buffer; 0 for regions without years.</param>
    public static Access Of(Buffer buffer, LoadNode load, long yearStride, NumberStore numbers)
    {
        var isKept = buffer.Region is Region.History or Region.SharedYears;
        var kind = load.Source is VariableSource ? load.Year.Kind : YearKind.Current;
        var start = buffer.Region == Region.History ? nameof(Frame.HistoryStart) : nameof(Frame.SharedStart);
        var access = new Access
        {
            Buffer = buffer,
            Offset = buffer.Offset,
            Pointer =
                isKept && kind is YearKind.Fixed or YearKind.Counted ? start
                : buffer.Region == Region.State && kind == YearKind.Previous ? nameof(Frame.StateBefore)
                : Current(buffer.Region),
        };
        if (isKept)
        {
            access.ReachYear(load.Year, yearStride, kind);
        }

        for (var i = 0; i < buffer.Axes.Length; i++)
        {
            access.ReachLabel(load.Reach[i], buffer.Strides[i], numbers);
        }

        return access;
    }

    private static string Current(Region region) =>
        region switch
        {
            Region.SharedYears => nameof(Frame.SharedYear),
            _ => region.ToString(),
        };

    private void ReachYear(YearReach year, long stride, YearKind kind)
    {
        switch (kind)
        {
            case YearKind.Previous:
                Offset -= stride;
                break;
            case YearKind.Fixed:
                Offset += stride * year.Year;
                break;
            case YearKind.Counted:
                Offset += stride * year.Loop!.From;
                Strides[year.Loop] = stride;
                break;
        }
    }

    private void ReachLabel(Reach reach, long stride, NumberStore numbers)
    {
        if (reach.Loop is not { } loop)
        {
            Offset += stride * reach.Label;
        }
        else if (reach.Map is { } map)
        {
            Maps.Add((loop, numbers.Map(map, stride)));
        }
        else if (reach.IsAge)
        {
            PerYear += stride;
            Strides[loop] = Strides.GetValueOrDefault(loop) - stride;
        }
        else
        {
            Strides[loop] = Strides.GetValueOrDefault(loop) + stride;
        }
    }
}
