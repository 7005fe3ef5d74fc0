// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.OwnTable;

/// <summary>A table with one value a row: sector, year, value.</summary>
internal static class LongLayout
{
    public static TableRows Read(
        TableGrid grid,
        ColumnRole[] roles,
        int yearColumn,
        int first,
        int last,
        DiagnosticBag faults,
        LossCounter loss
    )
    {
        var rows = Enumerable.Range(first, grid.Rows.Count - first).ToList();
        var values = ValueColumns(grid, roles, rows);
        List<GridCell> Below(int column) => [.. rows.Select(r => grid.Rows[r][column]).Where(c => !c.IsBlank)];
        var kinds = RolesOfNames(grid, roles, values, Below);
        var labels = ColumnRoles.Labels(kinds, Below);
        var series = new Dictionary<(string, string, string, string, string, int?), Series>();
        foreach (var r in rows)
        {
            var row = grid.Rows[r];
            var place = grid.PlaceOf(r, -1);
            if (!YearText.TryRead(row[yearColumn], out var year, out _))
            {
                var isNote = r > last && values.All(v => !CellReader.MayBeValue(row[v.Column]));
                loss.LeaveOut(isNote ? Reasons.Footnote : Reasons.NoYear, place);
                if (!isNote)
                {
                    faults.Add(ImportFaults.RowWithoutYear(grid.PlaceOf(r, yearColumn), row[yearColumn].Text));
                }

                continue;
            }

            foreach (var value in values)
            {
                var head = HeadOf(row, roles, labels, value, place);
                if (!series.TryGetValue(head.Key, out var found))
                {
                    found = new Series(head);
                    series.Add(head.Key, found);
                }

                // A row with several values is still one row of the file: its first value stands for it.
                var cell = new TableCell(year, row[value.Column], grid.PlaceOf(r, value.Column));
                found.Add(cell, place, faults, value == values[0] ? loss : null);
            }
        }

        var heading = first > 0 ? grid.Rows[first - 1] : null;
        return new TableRows([.. series.Values.Where(s => s.HasCells).Select(s => s.ToRow())])
        {
            Titles =
            [
                .. grid
                    .Rows.Take(Math.Max(0, first - 1))
                    .SelectMany(t => t.Cells)
                    .Where(c => !c.IsBlank)
                    .Select(c => c.Text),
            ],
            Headings = heading is null ? [] : [.. values.Select(v => heading[v.Column].Text)],
            Places =
            [
                .. Enumerable
                    .Range(0, grid.Width)
                    .Where(c => roles[c] == ColumnRole.Place)
                    .SelectMany(c => Below(c).Select(b => b.Text))
                    .Distinct(),
            ],
            Place =
                kinds.Where(k => k.Value == ColumnRole.Place).Select(k => Below(k.Key)[0].Text).FirstOrDefault() ?? "",
        };
    }

    private static TableRow HeadOf(GridRow row, ColumnRole[] roles, int[] labels, ValueColumn value, Place place)
    {
        var names = labels.Select(c => row[c].Text).Where(t => t.Length > 0).ToList();
        if (value.Name.Length > 0)
        {
            names.Add(value.Name);
        }

        var gas = Text(row, roles, ColumnRole.Gas);
        var unit = Text(row, roles, ColumnRole.Unit);
        unit = unit.Length > 0 || gas.Length == 0 ? unit : value.Unit;
        unit = gas.Length == 0 || UnitText.Whole(unit) is not null ? unit : $"{unit} {gas}".Trim();
        return new TableRow(names.Count > 0 ? names[^1] : "", place, [])
        {
            Section = names.Count > 1 ? string.Join(", ", names[..^1]) : "",
            Reference = Text(row, roles, ColumnRole.Reference),
            Unit = UnitText.Whole(value.Unit) is null ? unit : value.Unit,
            Fuel = Text(row, roles, ColumnRole.Fuel),
            Note = Text(row, roles, ColumnRole.Note),
            Scope = ColumnRoles.ScopeOf(Text(row, roles, ColumnRole.Scope)),
        };
    }

    /// <summary>A column of values; one of several says by its heading what gas or sector it holds.</summary>
    private sealed record ValueColumn(int Column, string Unit, string Name);

    private static List<ValueColumn> ValueColumns(TableGrid grid, ColumnRole[] roles, List<int> rows)
    {
        bool IsNumeric(int c) => rows.Count(r => TableLayout.LooksNumeric(grid.Rows[r][c])) * 2 > rows.Count;
        var open = Enumerable
            .Range(0, grid.Width)
            .Where(c => roles[c] is not (ColumnRole.Year or ColumnRole.Scope or ColumnRole.Reference))
            .ToList();
        var columns = open.Where(c => roles[c] == ColumnRole.Value).ToList();
        columns = columns.Count > 0 ? columns : [.. open.Where(IsNumeric)];
        if (columns.Count < 2)
        {
            var only = columns.Count == 1 ? columns[0] : open.MaxBy(c => rows.Count(r => !grid.Rows[r][c].IsBlank));
            return [new ValueColumn(only, rows[0] > 0 ? grid.Rows[rows[0] - 1][only].Text : "", "")];
        }

        return
        [
            .. columns
                .Select(c =>
                {
                    var heading = rows[0] > 0 ? grid.Rows[rows[0] - 1][c].Text : "";
                    var name = UnitText.WithoutUnit(heading);
                    var isName = name.Any(char.IsLetter) && HeadingWords.RoleOf(name) == ColumnRole.Unknown;
                    return new ValueColumn(c, UnitText.Whole(heading) is null ? "" : heading, isName ? name : "");
                })
                .OrderBy(v => UnitText.Find(v.Unit).Gas == "CO2e" ? 0 : 1),
        ];
    }

    private static Dictionary<int, ColumnRole> RolesOfNames(
        TableGrid grid,
        ColumnRole[] roles,
        List<ValueColumn> values,
        Func<int, IReadOnlyList<GridCell>> below
    )
    {
        var kinds = new Dictionary<int, ColumnRole>();
        foreach (var c in Enumerable.Range(0, grid.Width).Where(c => values.All(v => v.Column != c)))
        {
            var words = below(c).Any(b => b.Text.Any(char.IsLetter));
            var isName = roles[c] is ColumnRole.Label or ColumnRole.Unknown;
            isName |= roles[c] == ColumnRole.Place && !ColumnRoles.IsConstant(below(c));
            if (words)
            {
                kinds[c] = isName ? ColumnRole.Label : roles[c];
            }
        }

        return kinds;
    }

    private static string Text(GridRow row, ColumnRole[] roles, ColumnRole role)
    {
        var at = Array.IndexOf(roles, role);
        return at < 0 ? "" : row[at].Text;
    }

    /// <summary>The rows of one series as they come in; a year stated twice differently is given up.</summary>
    private sealed class Series(TableRow head)
    {
        private readonly SortedDictionary<int, (TableCell Cell, Place Line)> _cells = [];
        private readonly HashSet<int> _disputed = [];
        private bool _counts;

        public bool HasCells => _cells.Count > 0;

        public void Add(TableCell cell, Place line, DiagnosticBag faults, LossCounter? loss)
        {
            _counts |= loss is not null;
            var what = $"{head.Label} {cell.Year}";
            if (_disputed.Contains(cell.Year))
            {
                loss?.LeaveOut(Reasons.Disputed, line);
            }
            else if (_cells.TryAdd(cell.Year, (cell, line)))
            {
                // Counted when the whole series is used or left out.
            }
            else if (_cells[cell.Year].Cell.Cell == cell.Cell)
            {
                loss?.LeaveOut(Reasons.Repeated, line);
                faults.Add(ImportFaults.RepeatedRow(line, _cells[cell.Year].Line.Line, what));
            }
            else
            {
                var before = _cells[cell.Year].Line;
                _cells.Remove(cell.Year);
                _disputed.Add(cell.Year);
                loss?.LeaveOut(Reasons.Disputed, 2, [before, line]);
                faults.Add(ImportFaults.DisputedRow(line, before.Line, what));
            }
        }

        public TableRow ToRow() =>
            head with
            {
                Cells = [.. _cells.Values.Select(c => c.Cell)],
                Lines = _counts ? [.. _cells.Values.Select(c => c.Line)] : [],
            };
    }
}
