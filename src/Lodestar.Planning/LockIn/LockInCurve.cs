// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Planning.Scenarios;

namespace Lodestar.Planning.LockIn;

/// <summary>What stocks of one sector emit, by year from the first of the model on, in its unit.</summary>
/// <param name="Sector">"I" of "I.1".</param>
/// <param name="Standing">By what stands today.</param>
/// <param name="Planned">By what is installed after today.</param>
public sealed record LockInSector(string Sector, ImmutableArray<double> Standing, ImmutableArray<double> Planned);

/// <summary>What stocks emit that were installed from a year to another, by year from the first of the model on.</summary>
/// <param name="From">The first year of installation; the first of the model for what stood then too.</param>
/// <param name="Until">The last.</param>
/// <param name="IsPlanned">Whether it is installed after today.</param>
public sealed record LockInVintages(int From, int Until, bool IsPlanned, ImmutableArray<double> Amounts);

/// <summary>
/// What is locked in, year by year: emissions of the scenario that happens without a further decision, by what stands
/// today and by what it installs afterwards. What no stock of vintages carries is not in it.
/// </summary>
/// <param name="FirstYear">The year of the first amounts.</param>
/// <param name="Today">Until this year what is installed counts as standing.</param>
/// <param name="ZeroYear">The year in which nothing is to be left; null where none lies within the model's years.</param>
/// <param name="Lines">The lines that stocks carry, each by one stock.</param>
/// <param name="Sectors">In the order of the lines.</param>
/// <param name="Vintages">By decade of installation, the oldest first; together they are what the sectors are.</param>
/// <param name="Last">By stock and label that stand in the zero year, what emits most first; empty without a zero year.</param>
public sealed record LockInCurve(
    int FirstYear,
    int Today,
    int? ZeroYear,
    ImmutableArray<CarriedLine> Lines,
    ImmutableArray<LockInSector> Sectors,
    ImmutableArray<LockInVintages> Vintages,
    ImmutableArray<LastOfStock> Last
)
{
    private const int Decade = 10;

    /// <summary>The year of the last amounts; what stands then emits on, uncounted.</summary>
    public int LastYear => FirstYear + Vintages[0].Amounts.Length - 1;

    /// <summary>Takes the lock-in of a plan's expected scenario apart.</summary>
    /// <param name="outlook">Where the plan's scenarios lead.</param>
    /// <param name="today">The year of the assessment.</param>
    /// <param name="zeroYear">The year of net zero; null where none is promised.</param>
    /// <returns>Null where the model keeps no vintages, or takes too much to be followed.</returns>
    public static LockInCurve? Of(PlanOutlook outlook, int today, int? zeroYear)
    {
        var (first, last) = (outlook.Model.FirstYear, outlook.Model.LastYear);
        if (outlook.LockIn is not { Stocks.IsEmpty: false } report)
        {
            return null;
        }

        int? zero = zeroYear is { } year && year >= first && year <= last ? year : null;
        var lines = CarriedLine.Of(report, outlook.Model, zero ?? last);
        if (lines.IsEmpty)
        {
            return null;
        }

        var now = Math.Clamp(today, first, last);
        return new LockInCurve(
            first,
            now,
            zero,
            lines,
            [
                .. lines
                    .GroupBy(l => l.Line.Sector, StringComparer.Ordinal)
                    .Select(g => new LockInSector(
                        g.Key,
                        Amounts(g, first, last, first, now),
                        Amounts(g, first, last, now + 1, last)
                    )),
            ],
            [
                .. Spans(first, now, last)
                    .Select(s => new LockInVintages(
                        s.From,
                        s.Until,
                        s.From > now,
                        Amounts(lines, first, last, s.From, s.Until)
                    )),
            ],
            zero is { } at ? LastOfStock.Of(report, outlook.Model.Model, lines, at) : []
        );
    }

    /// <summary>What is emitted in a year by what stands today.</summary>
    public double Standing(int year) => Sectors.Sum(s => s.Standing[year - FirstYear]);

    /// <summary>What is emitted in a year by what is installed between today and then.</summary>
    public double Planned(int year) => Sectors.Sum(s => s.Planned[year - FirstYear]);

    /// <summary>Emissions of all years after one, to the last of the model, by what stands in that year, were nothing installed afterwards.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="after">A year of the model.</param>
    public double Committed(string sector, int after) =>
        Lines
            .Where(l => l.Line.Sector == sector)
            .Sum(l => l.Stock.Committed(l.Place, after, FirstYear, after) * l.Line.Factor);

    /// <summary>Decades of installation, cut where today is.</summary>
    private static IEnumerable<(int From, int Until)> Spans(int first, int today, int last)
    {
        var from = first;
        while (from <= last)
        {
            // A last year alone belongs to the decade before it.
            var end = (from / Decade * Decade) + Decade - 1;
            end = end >= last - 1 ? last : end;
            var until = from <= today ? Math.Min(end, today) : end;
            yield return (from, until);
            from = until + 1;
        }
    }

    private static ImmutableArray<double> Amounts(
        IEnumerable<CarriedLine> lines,
        int first,
        int last,
        int from,
        int until
    ) => [.. Enumerable.Range(first, last - first + 1).Select(year => lines.Sum(l => l.In(year, from, until)))];
}
