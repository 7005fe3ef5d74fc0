// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Climate.Pathways;

/// <summary>Straight lines between the years a table gives.</summary>
internal static class Straight
{
    /// <summary>The value of a year between two others. At the ends it is theirs to the last bit.</summary>
    public static double Between(int year, int first, double firstValue, int last, double lastValue) =>
        year == first ? firstValue
        : year == last ? lastValue
        : firstValue + ((lastValue - firstValue) * (year - first) / (last - first));

    /// <summary>A value for every year from the first given to the last.</summary>
    /// <param name="years">Ascending, one at least.</param>
    /// <param name="values">As many as the years.</param>
    public static double[] EveryYear(IReadOnlyList<int> years, ReadOnlySpan<double> values)
    {
        var filled = new double[years[^1] - years[0] + 1];
        filled[0] = values[0];
        for (var i = 1; i < years.Count; i++)
        {
            for (var year = years[i - 1] + 1; year <= years[i]; year++)
            {
                filled[year - years[0]] = Between(year, years[i - 1], values[i - 1], years[i], values[i]);
            }
        }

        return filled;
    }

    /// <summary>The years to keep so that straight lines between them give every year again.</summary>
    /// <param name="series">A value a year, all of one length; a year is kept for all of them or for none.</param>
    /// <param name="tolerance">
    /// Largest error as a share of the largest value of a series; with 0 every year comes back to the last bit.
    /// </param>
    public static List<int> Corners(int firstYear, IReadOnlyList<double[]> series, double tolerance = 0)
    {
        var count = series[0].Length;
        var most = series.Select(s => tolerance * s.Max(Math.Abs)).ToArray();
        var corners = new List<int> { 0 };
        while (corners[^1] < count - 1)
        {
            var from = corners[^1];
            var to = from + 1;
            while (to + 1 < count && series.Index().All(s => IsStraight(s.Item, from, to + 1, most[s.Index])))
            {
                to++;
            }

            corners.Add(to);
        }

        return corners.ConvertAll(c => c + firstYear);
    }

    private static bool IsStraight(double[] values, int from, int to, double most)
    {
        for (var i = from + 1; i < to; i++)
        {
            var straight = Between(i, from, values[from], to, values[to]);
            if (
                most > 0
                    ? Math.Abs(straight - values[i]) > most
                    : BitConverter.DoubleToInt64Bits(straight) != BitConverter.DoubleToInt64Bits(values[i])
            )
            {
                return false;
            }
        }

        return true;
    }
}
