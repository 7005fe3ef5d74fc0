// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Climate.Problems;

namespace Lodestar.Climate.Calibrations;

/// <summary>One row of a wide table over years.</summary>
/// <param name="Values">One a year of the table; NaN where the cell is blank.</param>
internal sealed record FairLine(CsvRow Row, string Scenario, string Variable, double[] Values);

/// <summary>
/// FaIR's wide tables: scenario, variable and perhaps region and unit in any order and case, then years. Emissions stand
/// at mid-years (1750.5), forcing at 1 January (1750).
/// </summary>
internal sealed class FairSeries
{
    private FairSeries(Headings heading, List<FairLine> lines)
    {
        (First, FirstCell, Years, Lines) = (heading.Row, heading.Cells[0], heading.Years, lines);
        (UnitCell, VariableCell) = (heading.Unit, heading.Variable);
    }

    /// <summary>The heading.</summary>
    public CsvRow First { get; }

    /// <summary>The cell of the first year; the others follow it.</summary>
    public int FirstCell { get; }

    /// <summary>-1 when the table gives no units.</summary>
    public int UnitCell { get; }

    public int VariableCell { get; }

    /// <summary>Calendar years, ascending, gaps allowed.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<FairLine> Lines { get; }

    /// <param name="midYear">True for emissions, whose years end in ".5".</param>
    public static FairSeries? Read(CsvRows rows, bool midYear, ICollection<Problem> problems)
    {
        if (Headings.Of(rows[0], midYear, problems) is not { } heading)
        {
            return null;
        }

        var lines = new List<FairLine>();
        var regions = 0;
        for (var i = 1; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.Count != rows[0].Count)
            {
                problems.Add(row.Whole(Fault.RowRagged, ("expected", rows[0].Count), ("found", row.Count)));
                continue;
            }

            if (heading.Region >= 0 && !row[heading.Region].Equals("World", StringComparison.OrdinalIgnoreCase))
            {
                regions++;
                continue;
            }

            lines.Add(
                new FairLine(
                    row,
                    row.Text(heading.Scenario),
                    row.Text(heading.Variable),
                    Values(row, heading, problems)
                )
            );
        }

        if (lines.Count == 0)
        {
            problems.Add(
                regions > 0
                    ? rows[1]
                        .At(
                            heading.Region,
                            Fault.RegionUnclear,
                            ("asked", "World"),
                            ("choices", rows[1].Text(heading.Region))
                        )
                    : new Problem(Fault.FileEmpty, rows.File)
            );
            return null;
        }

        return new FairSeries(heading, lines);
    }

    private static double[] Values(CsvRow row, Headings heading, ICollection<Problem> problems)
    {
        var values = new double[heading.Years.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var cell = heading.Cells[i];
            if (row.IsBlank(cell))
            {
                values[i] = double.NaN;
            }
            else if (!row.TryNumber(cell, out values[i]))
            {
                problems.Add(row.At(cell, Fault.NotANumber, ("year", heading.Years[i])));
            }
            else if (!double.IsFinite(values[i]))
            {
                problems.Add(row.At(cell, Fault.NotFinite, ("year", heading.Years[i])));
            }
        }

        return values;
    }

    private sealed record Headings(
        CsvRow Row,
        int Scenario,
        int Variable,
        int Region,
        int Unit,
        IReadOnlyList<int> Cells,
        IReadOnlyList<int> Years
    )
    {
        public static Headings? Of(CsvRow row, bool midYear, ICollection<Problem> problems)
        {
            var words = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            var (cells, years) = (new List<int>(), new List<int>());
            var sound = true;
            for (var cell = 0; cell < row.Count; cell++)
            {
                if (Year(row[cell]) is not { } year)
                {
                    if (!words.TryAdd(row.Text(cell), cell))
                    {
                        problems.Add(row.At(cell, Fault.ColumnTwice, ("column", row.Text(cell))));
                        sound = false;
                    }

                    continue;
                }

                if (year.Middle != midYear || (years.Count > 0 && year.Year <= years[^1]))
                {
                    var fault =
                        years.Contains(year.Year) && year.Middle == midYear ? Fault.YearTwice : Fault.YearMissing;
                    problems.Add(row.At(cell, fault, ("year", year.Year)));
                    sound = false;
                }

                cells.Add(cell);
                years.Add(year.Year);
            }

            foreach (var needed in (string[])["scenario", "variable"])
            {
                if (!words.ContainsKey(needed))
                {
                    problems.Add(row.Whole(Fault.ColumnMissing, ("column", needed)));
                    sound = false;
                }
            }

            if (years.Count == 0)
            {
                problems.Add(row.Whole(Fault.ColumnMissing, ("column", midYear ? "1750.5" : "1750")));
                sound = false;
            }

            int Place(string word) => words.GetValueOrDefault(word, -1);
            return sound
                ? new Headings(row, Place("scenario"), Place("variable"), Place("region"), Place("unit"), cells, years)
                : null;
        }
    }

    /// <summary>A heading's calendar year, and whether it names the middle of the year; null for a word.</summary>
    public static (int Year, bool Middle)? Year(ReadOnlySpan<char> heading) =>
        double.TryParse(heading, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        && value is >= 1000 and < 10_000
        && value * 2 == Math.Floor(value * 2)
            ? ((int)value, value != Math.Floor(value))
            : null;
}
