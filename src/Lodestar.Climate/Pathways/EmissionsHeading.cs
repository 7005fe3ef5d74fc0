// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Problems;

namespace Lodestar.Climate.Pathways;

/// <summary>Which column of an emissions file holds what. A column that is not there is -1.</summary>
internal sealed record EmissionsHeading(
    int Model,
    int Scenario,
    int Region,
    int Variable,
    int Unit,
    int Year,
    int Value
)
{
    public const int FirstYear = 1750;
    public const int LastYear = 2500;

    /// <summary>Columns headed by a year and the calendar year; empty for a file with a row a year.</summary>
    public IReadOnlyList<(int Column, int Year)> Years { get; private init; } = [];

    /// <summary>True when years are written as mid-years (2030.5): then every year is expected.</summary>
    public bool IsMidYear { get; private init; }

    public bool IsLong => Years.Count == 0;

    /// <summary>How many cells the heading has.</summary>
    public int Columns { get; private init; }

    /// <summary>Null with an error when a needed column is missing or a year is none.</summary>
    public static EmissionsHeading? Read(CsvRow row, ProblemList problems)
    {
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var years = new List<(int Column, int Year)>();
        var (seen, faults, midYear) = (new HashSet<int>(), problems.Count, false);
        for (var column = 0; column < row.Count; column++)
        {
            if (!row.TryNumber(column, out var number))
            {
                names.TryAdd(row.Text(column), column);
            }
            else if (CalendarYear(number) is not { } year)
            {
                problems.Add(row.At(column, Fault.YearsOutside, ("first", FirstYear), ("last", LastYear)));
            }
            else if (!seen.Add(year))
            {
                problems.Add(row.At(column, Fault.YearTwice, ("year", year)));
            }
            else
            {
                years.Add((column, year));
                midYear |= !double.IsInteger(number);
            }
        }

        var heading = new EmissionsHeading(
            Of("model"),
            Of("scenario"),
            Of("region"),
            Of("variable"),
            Of("unit"),
            Of("year"),
            Of("value")
        )
        {
            Columns = row.Count,
            Years = [.. years.OrderBy(y => y.Year)],
            IsMidYear = midYear,
        };
        Need("variable", heading.Variable);
        Need("unit", heading.Unit);
        if (heading.IsLong)
        {
            Need("year", heading.Year);
            Need("value", heading.Value);
        }

        return problems.Count == faults ? heading : null;

        int Of(string name) => names.GetValueOrDefault(name, -1);

        void Need(string name, int column)
        {
            if (column < 0)
            {
                problems.Add(row.Whole(Fault.ColumnMissing, ("column", name)));
            }
        }
    }

    /// <summary>The calendar year of 2030 or of the mid-year 2030.5; null for anything else.</summary>
    public static int? CalendarYear(double number)
    {
        var year = Math.Floor(number);
        return year is >= FirstYear and <= LastYear && number - year is 0 or 0.5 ? (int)year : null;
    }

    /// <summary>The calendar year in a cell of a file with a row a year.</summary>
    public static int? CalendarYear(CsvRow row, int column) =>
        row.TryNumber(column, out var number) ? CalendarYear(number) : null;

    /// <summary>"GCAM 5.3" and "ssp245"; blank where the file has no such column.</summary>
    public (string Model, string Scenario) Run(CsvRow row) => (row.Text(Model), row.Text(Scenario));
}
