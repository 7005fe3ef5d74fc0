// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Execute;

namespace Lodestar.Formula.Answers;

/// <summary>How exactly draws are kept.</summary>
public enum SamplePrecision
{
    /// <summary>Eight bytes a number.</summary>
    Double,

    /// <summary>Four bytes a number: seven digits, enough for bands and odds of what is itself uncertain.</summary>
    Single,
}

/// <summary>
/// Keeps every draw of every number. Each draw has its place, so that threads and the order of blocks change nothing. A
/// run that would not fit is refused before it begins: ask for fewer outputs, years or draws, or for single precision.
/// </summary>
public sealed class SampleSink : ILaneSink
{
    /// <summary>The greatest size unless another is said: 256 MB.</summary>
    public const long DefaultCap = 256L << 20;

    private readonly double[][]? _doubles;
    private readonly float[][]? _singles;
    private int _taken;

    private SampleSink(int draws, int numbers, SamplePrecision precision)
    {
        (Draws, Numbers) = (draws, numbers);
        if (precision == SamplePrecision.Double)
        {
            _doubles = Rows<double>(numbers, draws);
        }
        else
        {
            _singles = Rows<float>(numbers, draws);
        }
    }

    /// <summary>How many draws there are.</summary>
    public int Draws { get; }

    /// <summary>How many numbers each draw has.</summary>
    public int Numbers { get; }

    /// <summary>Whether every draw has been taken.</summary>
    public bool IsComplete => Volatile.Read(ref _taken) == Draws;

    /// <summary>How many bytes a run needs.</summary>
    /// <param name="draws">How many draws.</param>
    /// <param name="numbers">How many numbers a draw.</param>
    /// <param name="precision">How exactly they are kept.</param>
    /// <returns>Bytes.</returns>
    public static long Size(int draws, int numbers, SamplePrecision precision) =>
        (long)
            Int128.Min(
                (Int128)draws * numbers * (precision == SamplePrecision.Double ? sizeof(double) : sizeof(float)),
                long.MaxValue
            );

    /// <summary>A sink for a run.</summary>
    /// <param name="draws">How many draws; at least one.</param>
    /// <param name="numbers">How many numbers a draw: <see cref="SampleLayout.Numbers"/>.</param>
    /// <param name="precision">How exactly they are kept.</param>
    /// <param name="cap">The most bytes it may need.</param>
    /// <returns>The sink; null when <see cref="Size"/> is above the cap.</returns>
    public static SampleSink? Create(int draws, int numbers, SamplePrecision precision, long cap = DefaultCap) =>
        Size(draws, numbers, precision) <= cap ? new(draws, numbers, precision) : null;

    /// <inheritdoc/>
    public void Take(int first, int count, ReadOnlySpan<double> values)
    {
        for (var number = 0; number < Numbers; number++)
        {
            var lanes = values.Slice(number * Lanes.Width, count);
            if (_doubles is not null)
            {
                lanes.CopyTo(_doubles[number].AsSpan(first));
                continue;
            }

            var row = _singles![number].AsSpan(first, count);
            for (var lane = 0; lane < count; lane++)
            {
                row[lane] = (float)lanes[lane];
            }
        }

        Interlocked.Add(ref _taken, count);
    }

    /// <summary>All draws of one number, in the order of the draws.</summary>
    /// <param name="number">Its place: <see cref="SampleLayout.At"/>.</param>
    /// <returns>A copy.</returns>
    public double[] Of(int number) =>
        _doubles is not null ? [.. _doubles[number]] : Array.ConvertAll(_singles![number], x => (double)x);

    /// <summary>Percentiles of every number of a range, such as the years of one output.</summary>
    /// <param name="places">Where the numbers stand.</param>
    /// <param name="shares">Which percentiles, from 0 to 1 each.</param>
    /// <returns>By number, then by share; see <see cref="Percentiles"/>.</returns>
    public double[][] Bands(IEnumerable<int> places, ReadOnlySpan<double> shares)
    {
        var bands = new List<double[]>();
        foreach (var place in places)
        {
            bands.Add(Percentiles.Of(Of(place), shares));
        }

        return [.. bands];
    }

    private static T[][] Rows<T>(int numbers, int draws)
    {
        var rows = new T[numbers][];
        for (var n = 0; n < numbers; n++)
        {
            rows[n] = new T[draws];
        }

        return rows;
    }
}
