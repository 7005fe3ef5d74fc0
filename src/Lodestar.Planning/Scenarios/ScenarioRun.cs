// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Climate.Answers;
using Lodestar.Formula.Answers;
using Lodestar.Planning.Model;

namespace Lodestar.Planning.Scenarios;

/// <summary>One line of a scenario's emissions, year by year, in the unit of the model.</summary>
public sealed record LinePath(EmissionLine Line, ImmutableArray<double> Amounts);

/// <summary>What one thing costs, year by year, in millions of its currency.</summary>
public sealed record CostPath(CostItem Item, ImmutableArray<double> Amounts);

/// <summary>
/// Where a scenario leads. Amounts are a year's emissions in <see cref="PlanModel.Unit"/>, the first of
/// <see cref="PlanModel.FirstYear"/>.
/// </summary>
/// <param name="Case">The scenario.</param>
/// <param name="FirstYear">The year of the first amount.</param>
/// <param name="Path">With everything uncertain at its median and every measure delivered as stated.</param>
/// <param name="Lines">The same by line; what the lines lack of the whole is <see cref="Rest"/>.</param>
public sealed record ScenarioRun(
    ScenarioCase Case,
    int FirstYear,
    ImmutableArray<double> Path,
    ImmutableArray<LinePath> Lines
)
{
    /// <summary>The range of each year over the draws; empty where nothing was drawn.</summary>
    public ImmutableArray<Band> Bands { get; init; } = [];

    /// <summary>By year, the draws; empty where nothing was drawn.</summary>
    internal ImmutableArray<double[]> Samples { get; init; } = [];

    /// <summary>What it costs, with everything at its median.</summary>
    public ImmutableArray<CostPath> Costs { get; init; } = [];

    public int LastYear => FirstYear + Path.Length - 1;

    public bool IsDrawn => Samples.Length > 0;

    /// <summary>What no line counts: the path less the lines.</summary>
    public ImmutableArray<double> Rest =>
        [.. Path.Select((total, year) => Tidy(total - Lines.Sum(l => l.Amounts[year]), total))];

    /// <summary>The amount of a year; null outside the model's years.</summary>
    public double? At(int year) => year >= FirstYear && year <= LastYear ? Path[year - FirstYear] : null;

    /// <summary>What is emitted and what is removed in a year, both as positive amounts, by line; the path where it has no lines.</summary>
    public double Gross(int year) =>
        Lines.IsEmpty ? Math.Abs(At(year) ?? 0) : Lines.Sum(l => Math.Abs(l.Amounts[year - FirstYear]));

    /// <summary>The amounts of the years from one to another, added up; both count.</summary>
    public double Sum(int from, int to) =>
        Path.Skip(from - FirstYear).Take(Math.Max(0, to - Math.Max(from, FirstYear) + 1)).Sum();

    /// <summary>By sector, in the order of the lines.</summary>
    public IEnumerable<(string Sector, ImmutableArray<double> Amounts)> Sectors() => Grouped(l => l.Sector);

    /// <summary>By gas; "" for CO2e.</summary>
    public IEnumerable<(string Gas, ImmutableArray<double> Amounts)> Gases() => Grouped(l => l.Gas ?? "");

    /// <summary>The odds that a year's emissions are at most a limit; null where nothing was drawn or the year is outside.</summary>
    public Odds? AtMost(int year, double limit) =>
        IsDrawn && At(year) is not null ? Odds.Of(Samples[year - FirstYear], Relation.AtMost, limit) : null;

    /// <summary>The value that a share of the draws stays under, year by year; empty where nothing was drawn.</summary>
    /// <param name="share">From 0 to 1; 0.25 for the lower quartile.</param>
    public ImmutableArray<double> Quantile(double share) =>
        [
            .. Samples.Select(draws =>
            {
                var sorted = draws.ToArray();
                Array.Sort(sorted);
                return Lodestar.Climate.Answers.Percentiles.OfSorted(sorted, share);
            }),
        ];

    /// <summary>The draws of the amounts added up over years; null where nothing was drawn.</summary>
    internal double[]? Sums(int from, int to)
    {
        if (!IsDrawn || from < FirstYear || to > LastYear || to < from)
        {
            return null;
        }

        var sums = new double[Samples[0].Length];
        for (var year = from; year <= to; year++)
        {
            var sample = Samples[year - FirstYear];
            for (var draw = 0; draw < sums.Length; draw++)
            {
                sums[draw] += sample[draw];
            }
        }

        return sums;
    }

    private IEnumerable<(string, ImmutableArray<double>)> Grouped(Func<EmissionLine, string> key) =>
        Lines
            .GroupBy(l => key(l.Line), StringComparer.Ordinal)
            .Select(g =>
                (g.Key, Enumerable.Range(0, Path.Length).Select(y => g.Sum(l => l.Amounts[y])).ToImmutableArray())
            );

    /// <summary>A difference that is rounding alone is none.</summary>
    private static double Tidy(double difference, double total) =>
        Math.Abs(difference) <= 1e-9 * Math.Max(1, Math.Abs(total)) ? 0 : difference;
}
