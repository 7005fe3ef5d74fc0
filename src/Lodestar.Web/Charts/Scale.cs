// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Web.Charts;

/// <summary>Maps a range of values to a range of the picture, straight.</summary>
internal readonly record struct Scale(double From, double To, double Start, double End)
{
    public double this[double value] =>
        To == From ? (Start + End) / 2 : Start + (value - From) / (To - From) * (End - Start);
}

/// <summary>Few round numbers along an axis.</summary>
internal static class Ticks
{
    private static readonly double[] Steps = [1, 2, 2.5, 5, 10];

    /// <summary>
    /// Multiples of a round step that enclose the range, zero among them when it lies inside: at most
    /// <paramref name="most"/> intervals, at least one.
    /// </summary>
    public static double[] Enclosing(double low, double high, int most)
    {
        if (!(high > low))
        {
            high = low + 1;
        }

        var rough = (high - low) / most;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        foreach (var step in Steps.Append(20).Append(25))
        {
            var size = step * power;
            var (first, last) = (Math.Floor(low / size + 1e-9), Math.Ceiling(high / size - 1e-9));
            if (last - first <= most)
            {
                return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * size)];
            }
        }

        return [low, high];
    }

    /// <summary>Round years inside the range, at most <paramref name="most"/> of them where that can be.</summary>
    public static int[] Years(int first, int last, int most)
    {
        foreach (var step in (ReadOnlySpan<int>)[1, 2, 5, 10, 20, 25, 50])
        {
            var start = (int)Math.Ceiling((double)first / step) * step;
            var count = start > last ? 0 : (last - start) / step + 1;
            if (count <= most && count > 0)
            {
                return [.. Enumerable.Range(0, count).Select(i => start + i * step)];
            }
        }

        return first == last ? [first] : [first, last];
    }
}
