// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Units;

namespace Lodestar.Planning.Series;

/// <summary>One year of a series: its cell and where that cell comes from.</summary>
public readonly record struct YearCell(int Year, Cell Cell, Provenance Provenance = default);

/// <summary>
/// Yearly cells in one unit. Years without a cell are <see cref="Cell.Missing"/>; years are unique and ascending.
/// A unit "per year" and a plain mass mean the same here: what the year's cell counts.
/// </summary>
public sealed class YearSeries
{
    private readonly ImmutableArray<YearCell> _cells;

    /// <summary>Throws <see cref="ArgumentException"/> when a year stands twice: readers report that before they come here.</summary>
    public YearSeries(Unit unit, IEnumerable<YearCell> cells)
    {
        Unit = unit;
        _cells = [.. cells.OrderBy(c => c.Year)];
        for (var i = 1; i < _cells.Length; i++)
        {
            if (_cells[i].Year == _cells[i - 1].Year)
            {
                throw new ArgumentException($"The year {_cells[i].Year} stands twice.", nameof(cells));
            }
        }
    }

    public Unit Unit { get; }

    /// <summary>The cells as given, by year; years in between may be absent.</summary>
    public ImmutableArray<YearCell> Cells => _cells;

    public Cell this[int year] => Find(year) is { } i ? _cells[i].Cell : Cell.Missing;

    public Provenance ProvenanceOf(int year) => Find(year) is { } i ? _cells[i].Provenance : default;

    /// <summary>The years that hold a number, ascending.</summary>
    public IEnumerable<int> NumberYears => _cells.Where(c => c.Cell.IsNumber).Select(c => c.Year);

    /// <summary>The last year that holds a number; null when none does.</summary>
    public int? LastNumberYear => _cells.Where(c => c.Cell.IsNumber).Select(c => (int?)c.Year).LastOrDefault();

    /// <summary>The same series in another unit. Throws <see cref="UnitMismatchException"/> when the dimensions differ.</summary>
    public YearSeries To(Unit unit)
    {
        if (unit.Equals(Unit))
        {
            return this;
        }

        var factor = Unit.FactorTo(unit);
        return new YearSeries(unit, _cells.Select(c => c with { Cell = c.Cell.Scale(factor) }));
    }

    private int? Find(int year)
    {
        int low = 0,
            high = _cells.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = _cells[middle].Year;
            if (found == year)
            {
                return middle;
            }

            if (found < year)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return null;
    }
}
