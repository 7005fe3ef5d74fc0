// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Units;

namespace Lodestar.Planning.Inventory;

/// <summary>
/// A sum over rows of one year. <paramref name="Amount"/> is null when no row holds a number; otherwise it is the sum
/// of the numbers there are, and <paramref name="Gaps"/> counts the rows it lacks (missing, NE, C).
/// </summary>
public readonly record struct Total(double? Amount, int Numbers, int Gaps)
{
    public bool IsComplete => Amount is not null && Gaps == 0;
}

/// <summary>Totals of one sector or sub-sector (or a sector of the publisher's own), by year.</summary>
/// <param name="Code">"I", "II.1"; "" for rows without a category.</param>
public sealed record CategoryTotals(string Code, EquatableList<YearTotal> Years)
{
    public Total this[int year] => Years.FirstOrDefault(y => y.Year == year).Total;
}

/// <summary>A year's total, and which rows it lacks.</summary>
/// <param name="Lacks">Ids of the rows that are gaps in that year, in the order of the file, separated by spaces.</param>
public readonly record struct YearTotal(int Year, Total Total, string Lacks = "");

/// <summary>
/// An inventory added up on one boundary, in one unit: CO2 where every row is CO2, else CO2e of the plan's GWP set.
/// </summary>
public sealed record InventoryTotals(string InventoryId, Boundary Boundary, Unit Unit)
{
    /// <summary>The whole, for every year that any row states.</summary>
    public EquatableList<YearTotal> Years { get; init; } = EquatableList<YearTotal>.Empty;

    /// <summary>By GPC sector, I to VI order, rows without one last.</summary>
    public EquatableList<CategoryTotals> Sectors { get; init; } = EquatableList<CategoryTotals>.Empty;

    /// <summary>By sub-sector, in GPC order.</summary>
    public EquatableList<CategoryTotals> SubSectors { get; init; } = EquatableList<CategoryTotals>.Empty;

    /// <summary>By gas ("CO2", "CH4", …), largest in the last year first; "" for rows that name none.</summary>
    public EquatableList<CategoryTotals> Gases { get; init; } = EquatableList<CategoryTotals>.Empty;

    /// <summary>By fuel as the publisher names it; empty when no row names one.</summary>
    public EquatableList<CategoryTotals> Fuels { get; init; } = EquatableList<CategoryTotals>.Empty;

    /// <summary>t per person by year, where population is stated.</summary>
    public EquatableList<YearTotal> PerPerson { get; init; } = EquatableList<YearTotal>.Empty;

    /// <summary>Why rows were left out, if any were (a gas without GWP, a unit that is no emission).</summary>
    public EquatableList<Diagnostic> LeftOut { get; init; } = EquatableList<Diagnostic>.Empty;

    /// <summary>What this total includes and leaves out, in one sentence.</summary>
    public required Message BoundaryNote { get; init; }

    public Total this[int year] => Years.FirstOrDefault(y => y.Year == year).Total;

    /// <summary>
    /// Years that may be held against each other: those with the fewest gaps, and the same ones as the latest of them. A
    /// year that lacks a category others have would look like a cut, so it is shown and never used for a verdict.
    /// </summary>
    public IEnumerable<YearTotal> Comparable
    {
        get
        {
            var known = Years.Where(y => y.Total.Amount is not null);
            var fewest = known.Select(y => y.Total.Gaps).DefaultIfEmpty().Min();
            var best = known.Where(y => y.Total.Gaps == fewest).ToList();
            return best.Where(y => y.Lacks == best[^1].Lacks);
        }
    }

    /// <summary>The years that hold a number, ascending.</summary>
    public IEnumerable<int> NumberYears() => Years.Where(y => y.Total.Amount is not null).Select(y => y.Year);

    /// <summary>The last comparable year; null when no year holds a number.</summary>
    public int? LastYear => Comparable.Select(y => (int?)y.Year).LastOrDefault();

    /// <summary>The amount of a comparable year; null for any other.</summary>
    public double? ComparableAmount(int year) =>
        Comparable.Where(y => y.Year == year).Select(y => y.Total.Amount).FirstOrDefault();
}
