// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;

namespace Lodestar.Planning.LockIn;

/// <summary>When a thing can be installed for the last time so that hardly any of that year's still stand in the zero year.</summary>
/// <param name="Cell">Which of the stock's cells, from 0.</param>
/// <param name="Labels">The labels of the cell, by axis of the stock; none for a stock without axes.</param>
/// <param name="Year">The year; null where even what was installed in the first year of the model still stands.</param>
/// <param name="StandingOfNextYear">The share of what is installed a year later that stands in the zero year; 0 where that is the zero year itself or later.</param>
/// <param name="Survivors">What stands in the zero year of all that was there or is installed in the scenario, in the stock's unit.</param>
/// <param name="MedianLife">The least age in whole years at which no more than half of a vintage stands; null where that is beyond the model's years.</param>
/// <param name="LongestLife">The least age at which less than the stated share stands; null where that is beyond the model's years.</param>
public sealed record LastInstallation(
    int Cell,
    ImmutableArray<string> Labels,
    int? Year,
    double StandingOfNextYear,
    double Survivors,
    int? MedianLife,
    int? LongestLife
);

/// <summary>What the vintages of one stock emit: by line, by the year they came in, by the year of the emission.</summary>
public sealed class StockLockIn
{
    private readonly CohortModel cohorts;
    private readonly int years;

    /// <summary>By line, then vintage and after them cell of the stock, then year: all cells of the line together.</summary>
    private readonly double[][][] emissions;

    /// <summary>By vintage: by year, then cell of the stock.</summary>
    private readonly double[][] standing;

    /// <summary>By age, then cell of the survival curve.</summary>
    private readonly double[] shares;

    internal StockLockIn(CohortModel cohorts, double[][][] emissions, double[][] standing, double[] shares)
    {
        (this.cohorts, this.emissions, this.standing, this.shares) = (cohorts, emissions, standing, shares);
        years = cohorts.Model.YearCount;
    }

    /// <summary>The stock.</summary>
    public BoundVariable Stock => cohorts.Stock.Stock;

    /// <summary>The lines of emissions that it carries, as far as it does.</summary>
    public ImmutableArray<BoundVariable> Lines => [.. cohorts.Lines.Select(l => l.Variable)];

    /// <summary>The first year: what stood then counts as installed in it.</summary>
    public int FirstYear => cohorts.Model.FirstYear;

    /// <summary>The last year of the model; what stands then emits on, uncounted.</summary>
    public int LastYear => FirstYear + years - 1;

    /// <summary>Emissions that are committed: of years after one, by what was installed from a year to another.</summary>
    /// <param name="line">The line's place among <see cref="Lines"/>.</param>
    /// <param name="after">Emissions of the years after this one, to the last of the model.</param>
    /// <param name="from">The first year of installation; <see cref="FirstYear"/> for what stood then too.</param>
    /// <param name="until">The last year of installation.</param>
    /// <returns>In the line's unit, yearly flows added up.</returns>
    public double Committed(int line, int after, int from, int until)
    {
        var sum = 0.0;
        for (var year = Math.Max(after + 1, FirstYear); year <= LastYear; year++)
        {
            sum += In(line, year, from, until);
        }

        return sum;
    }

    /// <summary>The emissions of one year by what was installed from a year to another: year by year the curve of lock-in.</summary>
    /// <param name="line">The line's place among <see cref="Lines"/>.</param>
    /// <param name="year">The year of the emissions.</param>
    /// <param name="from">The first year of installation.</param>
    /// <param name="until">The last year of installation.</param>
    /// <returns>In the line's unit.</returns>
    public double In(int line, int year, int from, int until)
    {
        var sum = 0.0;
        for (var vintage = Math.Max(from, FirstYear); vintage <= Math.Min(until, LastYear); vintage++)
        {
            sum += emissions[line][vintage - FirstYear][year - FirstYear];
        }

        return sum;
    }

    /// <summary>The emissions of one year by all that stands of one label.</summary>
    /// <param name="line">The line's place among <see cref="Lines"/>.</param>
    /// <param name="year">The year of the emissions.</param>
    /// <param name="cell">A cell of the stock. All cells together are what all vintages emit.</param>
    /// <returns>In the line's unit.</returns>
    public double OfCell(int line, int year, int cell) => emissions[line][years + cell][year - FirstYear];

    /// <summary>What stands in a year of what was installed from a year to another.</summary>
    /// <param name="cell">A cell of the stock.</param>
    /// <param name="year">The year.</param>
    /// <param name="from">The first year of installation.</param>
    /// <param name="until">The last year of installation.</param>
    /// <returns>In the stock's unit.</returns>
    public double Standing(int cell, int year, int from, int until)
    {
        var sum = 0.0;
        for (var vintage = Math.Max(from, FirstYear); vintage <= Math.Min(until, LastYear); vintage++)
        {
            sum += standing[vintage - FirstYear][((year - FirstYear) * Stock.Cells) + cell];
        }

        return sum;
    }

    /// <summary>The last year in which each label of the stock can be installed for a zero year.</summary>
    /// <param name="zeroYear">A year of the model in which nothing is to be left.</param>
    /// <param name="share">How much may still stand of what was installed: below this share it counts as gone.</param>
    /// <returns>By cell of the stock; none where the zero year is none of the model's.</returns>
    public ImmutableArray<LastInstallation> LastInstallations(int zeroYear, double share = 0.01) =>
        zeroYear < FirstYear || zeroYear > LastYear
            ? []
            : [.. Enumerable.Range(0, Stock.Cells).Select(cell => LastOf(cell, zeroYear, share))];

    private LastInstallation LastOf(int cell, int zeroYear, double share)
    {
        int? longest = Age(cell, x => x < share);
        int? year = longest is { } age && zeroYear - age >= FirstYear ? zeroYear - age : null;
        return new LastInstallation(
            cell,
            Cell.Labels(Stock.Axes, cell),
            year,
            year is { } last && last < zeroYear ? ShareAt(cell, zeroYear - last - 1) : 0,
            Standing(cell, zeroYear, FirstYear, zeroYear),
            Age(cell, x => x <= 0.5),
            longest
        );
    }

    private int? Age(int cell, Func<double, bool> isReached)
    {
        for (var age = 0; age < years; age++)
        {
            if (isReached(ShareAt(cell, age)))
            {
                return age;
            }
        }

        return null;
    }

    /// <summary>The curve may have fewer axes than the stock.</summary>
    private double ShareAt(int cell, int age)
    {
        var axes = cohorts.Share.Axes;
        var labels = new int[cohorts.Model.Axes.Length];
        Cell.Place(Stock.Axes, cell, labels);
        return shares[
            (age * cohorts.Share.Cells) + axes.Aggregate(0, (at, axis) => (at * axis.Count) + labels[axis.Index])
        ];
    }
}
