// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using Lodestar.Formula.Lowering;

namespace Lodestar.Formula.Compile;

/// <summary>The numbers of a model as code reads them, with the tables of places that code needs.</summary>
internal sealed class NumberStore(Loop? innermost, int years)
{
    private readonly Dictionary<NumbersSource, Buffer> places = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(LabelMap, long), long> maps = [];
    private readonly Dictionary<int, long> masks = [];
    private readonly Dictionary<long, long> constants = [];
    private readonly List<(NumbersSource Source, Buffer Place)> sources = [];
    private readonly List<(long Offset, byte[] Bytes)> tables = [];
    private readonly Allotment steady = new();
    private readonly Allotment yearly = new();
    private long lastConstants;

    /// <summary>Bytes of all that holds in every year.</summary>
    public long Bytes => steady.End;

    /// <summary>Bytes of one year of the rest.</summary>
    public long YearStride => yearly.End;

    public Buffer Place(NumbersSource source)
    {
        if (!places.TryGetValue(source, out var place))
        {
            var laid = Buffer.Lay(source.Axes, isLanes: false, innermost);
            place = source.IsYearly
                ? laid with
                {
                    Region = Region.YearlyNumbers,
                    Offset = yearly.Take(laid.Bytes),
                }
                : laid with
                {
                    Region = Region.Numbers,
                    Offset = steady.Take(laid.Bytes),
                };
            places[source] = place;
            sources.Add((source, place));
        }

        return place;
    }

    /// <summary>A number of a formula.</summary>
    /// <returns>Where it stands in <see cref="Region.Numbers"/>.</returns>
    public long Constant(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        if (!constants.TryGetValue(bits, out var offset))
        {
            var next = constants.Count % 8;
            lastConstants = next == 0 ? steady.Take(64) : lastConstants;
            constants[bits] = offset = lastConstants + (next * sizeof(double));
        }

        return offset;
    }

    /// <summary>Bytes from the first label to each of a map, as 64-bit numbers.</summary>
    /// <returns>Where they stand in <see cref="Region.Numbers"/>.</returns>
    public long Map(LabelMap map, long stride)
    {
        if (!maps.TryGetValue((map, stride), out var offset))
        {
            maps[(map, stride)] = offset = Add([.. map.Labels.Select(l => l * stride)]);
        }

        return offset;
    }

    /// <summary>All bits set for labels, none for what fills them up to a multiple of eight.</summary>
    /// <returns>Where they stand in <see cref="Region.Numbers"/>.</returns>
    public long Mask(int labels)
    {
        if (!masks.TryGetValue(labels, out var offset))
        {
            masks[labels] = offset = Add([
                .. Enumerable.Range(0, Buffer.Chunks(labels) * 8).Select(i => i < labels ? -1L : 0),
            ]);
        }

        return offset;
    }

    public unsafe void Fill(byte* steadyStart, byte* yearlyStart)
    {
        foreach (var (offset, bytes) in tables)
        {
            bytes.CopyTo(new Span<byte>(steadyStart + offset, bytes.Length));
        }

        foreach (var (bits, offset) in constants)
        {
            *(long*)(steadyStart + offset) = bits;
        }

        foreach (var (source, place) in sources)
        {
            var start = source.IsYearly ? yearlyStart : steadyStart;
            var cells = (int)Loop.Cells(source.Axes);
            for (var year = 0; year < (source.IsYearly ? years : 1); year++)
            {
                var at = start + (year * YearStride) + place.Offset;
                Cells.Scatter(source.Values.AsSpan(year * cells, cells), place, at);
            }
        }
    }

    private long Add(long[] values)
    {
        var bytes = MemoryMarshal.AsBytes<long>(values).ToArray();
        var offset = steady.Take(Buffer.Align(bytes.Length));
        tables.Add((offset, bytes));
        return offset;
    }
}

/// <summary>Cells in the order of their axes, and where they stand.</summary>
internal static unsafe class Cells
{
    /// <summary>Puts down cell by cell.</summary>
    public static void Scatter(ReadOnlySpan<double> values, Buffer place, byte* start)
    {
        Span<int> labels = stackalloc int[place.Axes.Length];
        labels.Clear();
        var offset = 0L;
        foreach (var value in values)
        {
            *(double*)(start + offset) = value;
            offset = Next(place, labels, offset);
        }
    }

    /// <summary>Reads cell by cell.</summary>
    public static void Gather(byte* start, Buffer place, Span<double> values)
    {
        Span<int> labels = stackalloc int[place.Axes.Length];
        labels.Clear();
        var offset = 0L;
        foreach (ref var value in values)
        {
            value = *(double*)(start + offset);
            offset = Next(place, labels, offset);
        }
    }

    private static long Next(Buffer place, Span<int> labels, long offset)
    {
        for (var i = labels.Length - 1; i >= 0; i--)
        {
            offset += place.Strides[i];
            if (++labels[i] < place.Axes[i].Count)
            {
                break;
            }

            offset -= place.Strides[i] * labels[i];
            labels[i] = 0;
        }

        return offset;
    }
}
