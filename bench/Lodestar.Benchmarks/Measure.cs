// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Globalization;

namespace Lodestar.Benchmarks;

/// <summary>Repeats, takes the median, and prints one line a figure.</summary>
internal static class Measure
{
    public static TimeSpan Median(int times, Action action)
    {
        action();
        var taken = new TimeSpan[times];
        for (var i = 0; i < times; i++)
        {
            var watch = Stopwatch.StartNew();
            action();
            taken[i] = watch.Elapsed;
        }

        Array.Sort(taken);
        return taken[times / 2];
    }

    public static void Title(string title) => Console.WriteLine($"\n{title}");

    public static void Line(string what, string value, string? ratio = null) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what, -58} {value, 16}  {ratio}"));

    public static string Milliseconds(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:N1} ms");

    public static string Times(double ratio, string peer) =>
        string.Create(CultureInfo.InvariantCulture, $"{ratio:N2} × {peer}");
}
