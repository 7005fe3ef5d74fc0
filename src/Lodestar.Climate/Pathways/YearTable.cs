// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Lodestar.Climate.Problems;

namespace Lodestar.Climate.Pathways;

/// <summary>A table with a row a year and a column a species, years ascending, gaps allowed.</summary>
internal sealed record YearTable(
    CsvRow Heading,
    IReadOnlyList<int> Years,
    IReadOnlyList<(string Name, double[] Values)> Columns
)
{
    /// <returns>Null when something in it cannot be used.</returns>
    public static YearTable? Read(CsvRows rows, ICollection<Problem> problems)
    {
        var heading = rows[0];
        var count = problems.Count;
        if (heading.Count < 2 || heading[0] is not "year")
        {
            problems.Add(heading.Whole(Fault.ColumnMissing, ("column", "year")));
            return null;
        }

        if (rows.Count < 2)
        {
            problems.Add(new Problem(Fault.FileEmpty, rows.File));
            return null;
        }

        var years = new int[rows.Count - 1];
        var columns = new (string Name, double[] Values)[heading.Count - 1];
        for (var c = 0; c < columns.Length; c++)
        {
            columns[c] = (heading.Text(c + 1), new double[years.Length]);
            if (Array.FindIndex(columns, 0, c, o => o.Name == columns[c].Name) >= 0)
            {
                problems.Add(heading.At(c + 1, Fault.SpeciesTwice, ("species", columns[c].Name)));
            }
        }

        for (var i = 0; i < years.Length; i++)
        {
            ReadRow(rows[i + 1], i, years, columns, problems);
        }

        return problems.Count == count ? new YearTable(heading, years, columns) : null;
    }

    /// <summary>Writes the given years of annual series.</summary>
    public static string Write(
        IEnumerable<int> years,
        int firstYear,
        IReadOnlyList<(string Name, IReadOnlyList<double> Values)> columns
    )
    {
        var text = new StringBuilder("year");
        foreach (var (name, _) in columns)
        {
            text.Append(',').Append(CsvText.Cell(name));
        }

        text.Append('\n');
        foreach (var year in years)
        {
            text.Append(year.ToString(CultureInfo.InvariantCulture));
            foreach (var (_, values) in columns)
            {
                text.Append(',').Append(CsvText.Cell(values[year - firstYear]));
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A value for every year, on straight lines between the rows.</summary>
    public Dictionary<string, double[]> EveryYear() =>
        Columns.ToDictionary(c => c.Name, c => Straight.EveryYear(Years, c.Values), StringComparer.Ordinal);

    private static void ReadRow(
        CsvRow row,
        int i,
        int[] years,
        (string Name, double[] Values)[] columns,
        ICollection<Problem> problems
    )
    {
        if (row.Count != columns.Length + 1)
        {
            problems.Add(row.Whole(Fault.RowRagged, ("expected", columns.Length + 1), ("found", row.Count)));
            return;
        }

        if (!int.TryParse(row[0], NumberStyles.None, CultureInfo.InvariantCulture, out years[i]) || years[i] > 9999)
        {
            problems.Add(row.At(0, Fault.NotANumber));
            return;
        }

        if (i > 0 && years[i] <= years[i - 1])
        {
            problems.Add(row.At(0, years[i] == years[i - 1] ? Fault.YearTwice : Fault.YearMissing, ("year", years[i])));
        }

        for (var c = 0; c < columns.Length; c++)
        {
            var fault =
                !row.TryNumber(c + 1, out columns[c].Values[i]) ? Fault.NotANumber
                : double.IsFinite(columns[c].Values[i]) ? (Fault?)null
                : Fault.NotFinite;
            if (fault is { } wrong)
            {
                problems.Add(row.At(c + 1, wrong, ("species", columns[c].Name), ("year", years[i])));
            }
        }
    }
}
