// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.OwnTable;

/// <summary>Finds out how a table is laid out: years across, years down, or one value a row.</summary>
internal static class TableLayout
{
    private const int RowsSearched = 60;
    private const int ColumnsSearched = 20;

    /// <summary>Null when no years can be found.</summary>
    public static TableRows? Read(TableGrid grid, DiagnosticBag faults, List<Message> understood, LossCounter loss)
    {
        if (HeadingRow(grid) is { } heading)
        {
            understood.Add(Message.Of("import.table.wide", ("line", grid.Rows[heading].Line)));
            return WideLayout.Read(grid, heading, faults, understood, loss);
        }

        if (YearColumn(grid) is not var (column, first, last))
        {
            return null;
        }

        var roles = Enumerable
            .Range(0, grid.Width)
            .Select(c =>
                ColumnRoles.Of(
                    Heading(grid, first, c).Text,
                    [.. grid.Rows.Skip(first).Take(last - first + 1).Select(r => r[c]).Where(v => !v.IsBlank)]
                )
            )
            .ToArray();
        roles[column] = ColumnRole.Year;
        if (IsLong(grid, roles, column, first, last))
        {
            understood.Add(Message.Of("import.table.long"));
            return LongLayout.Read(grid, roles, column, first, last, faults, loss);
        }

        understood.Add(Message.Of("import.table.transposed"));
        return Transposed(grid, column, first, last, faults, understood, loss);
    }

    private static GridCell Heading(TableGrid grid, int first, int column) =>
        first > 0 ? grid.Rows[first - 1][column] : GridCell.Blank;

    // The first row where years make up most of what follows the names, each once, in order.
    private static int? HeadingRow(TableGrid grid)
    {
        int? single = null;
        for (var r = 0; r < Math.Min(grid.Rows.Count - 1, RowsSearched); r++)
        {
            var years = new List<int>();
            var others = 0;
            var firstYear = -1;
            for (var c = 0; c < grid.Rows[r].Cells.Length; c++)
            {
                if (YearText.TryRead(grid.Rows[r][c], out var year, out _))
                {
                    years.Add(year);
                    firstYear = firstYear < 0 ? c : firstYear;
                }
                else if (firstYear >= 0 && !grid.Rows[r][c].IsBlank)
                {
                    others++;
                }
            }

            if (years.Count >= 2 && years.Count > others && IsRun(years))
            {
                return r;
            }

            if (years.Count == 1 && single is null && firstYear > 0 && IsSingleYear(grid, r, firstYear))
            {
                single = r;
            }
        }

        return single;
    }

    private static bool IsRun(List<int> years)
    {
        var distinct = years.Distinct().ToList();
        return distinct.Count >= 2
            && (distinct.SequenceEqual(distinct.Order()) || distinct.SequenceEqual(distinct.OrderDescending()));
    }

    // "Sector; 2019": one year heads a column of numbers that are no years.
    private static bool IsSingleYear(TableGrid grid, int row, int column)
    {
        var below = grid.Rows.Skip(row + 1).Select(r => r[column]).Where(c => !c.IsBlank).ToList();
        return grid.Rows[row].Cells.Take(column).All(c => !LooksNumeric(c))
            && below.Any(LooksNumeric)
            && below.Count(c => YearText.TryRead(c, out _, out _)) * 2 < below.Count + 1;
    }

    private static (int Column, int First, int Last)? YearColumn(TableGrid grid)
    {
        (int Column, int First, int Last, int Count)? best = null;
        for (var c = 0; c < Math.Min(grid.Width, ColumnsSearched); c++)
        {
            var rows = Enumerable
                .Range(0, grid.Rows.Count)
                .Where(r => YearText.TryRead(grid.Rows[r][c], out _, out _))
                .ToList();
            if (rows.Count == 0)
            {
                continue;
            }

            var within = rows[^1] - rows[0] + 1;
            var named = HeadingWords.RoleOf(Heading(grid, rows[0], c).Text) == ColumnRole.Year;
            if (
                (rows.Count >= 2 || named)
                && rows.Count * 2 > within
                && (named || best is null || rows.Count > best.Value.Count)
            )
            {
                best = (c, rows[0], rows[^1], named ? int.MaxValue : rows.Count);
            }
        }

        return best is var (column, first, last, _) ? (column, first, last) : null;
    }

    private static bool IsLong(TableGrid grid, ColumnRole[] roles, int column, int first, int last)
    {
        if (roles.Contains(ColumnRole.Value))
        {
            return true;
        }

        var rows = Enumerable.Range(first, last - first + 1).Select(r => grid.Rows[r]).ToList();
        var repeats = rows.GroupBy(r => r[column].Text).Any(g => g.Count() > 1);
        var numeric = Enumerable
            .Range(0, grid.Width)
            .Count(c => c != column && rows.Count(r => LooksNumeric(r[c])) * 2 > rows.Count);
        var names = Enumerable
            .Range(0, grid.Width)
            .Any(c =>
                c != column
                && roles[c] is ColumnRole.Label or ColumnRole.Unknown or ColumnRole.Reference
                && rows.Count(r => r[c].Text.Any(char.IsLetter)) * 2 > rows.Count
            );
        return repeats && (numeric == 1 || (numeric > 1 && names));
    }

    private static TableRows Transposed(
        TableGrid grid,
        int column,
        int first,
        int last,
        DiagnosticBag faults,
        List<Message> understood,
        LossCounter loss
    )
    {
        // Up to two heading rows: names, and perhaps their units.
        var from = Math.Max(0, first - 1);
        while (from > 0 && first - from < 3 && grid.Rows[from - 1].Cells.Count(c => !c.IsBlank) > 2)
        {
            from--;
        }

        for (var r = first; r < grid.Rows.Count; r++)
        {
            var isYear = r <= last && YearText.TryRead(grid.Rows[r][column], out _, out _);
            if (isYear)
            {
                loss.Use();
            }
            else
            {
                loss.LeaveOut(r > last ? Reasons.Footnote : Reasons.NoYear, grid.PlaceOf(r, -1));
            }
        }

        var turned = grid.Transpose(from, last + 1);
        var rows = WideLayout.Read(turned, column, faults, understood, loss: null);
        var titles = grid.Rows.Take(from).SelectMany(r => r.Cells).Where(c => !c.IsBlank).Select(c => c.Text);
        return rows with { Titles = [.. titles] };
    }

    internal static bool LooksNumeric(GridCell cell) =>
        cell.Number is not null
        || (
            cell.Text.Length > 0
            && cell.Text.Length <= 40
            && cell.Text.Any(char.IsAsciiDigit)
            && !cell.Text.Any(char.IsLetter)
        );
}
