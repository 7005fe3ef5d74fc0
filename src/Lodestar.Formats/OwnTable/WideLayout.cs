// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.OwnTable;

/// <summary>A table with years across: one row a series.</summary>
internal sealed class WideLayout
{
    private const int LongestHeading = 60;

    private readonly TableGrid _grid;
    private readonly int _heading;
    private readonly DiagnosticBag _faults;
    private readonly LossCounter? _loss;
    private readonly SortedDictionary<int, int> _years = [];
    private readonly Dictionary<int, ColumnRole> _roles = [];

    private WideLayout(TableGrid grid, int heading, DiagnosticBag faults, LossCounter? loss)
    {
        _grid = grid;
        _heading = heading;
        _faults = faults;
        _loss = loss;
    }

    /// <param name="grid">The table.</param>
    /// <param name="heading">The row that holds the years.</param>
    /// <param name="faults">Takes what is wrong.</param>
    /// <param name="understood">Takes what was guessed.</param>
    /// <param name="loss">Counts rows; null when the grid was turned, and its rows are no rows of the file.</param>
    public static TableRows Read(
        TableGrid grid,
        int heading,
        DiagnosticBag faults,
        List<Message> understood,
        LossCounter? loss
    )
    {
        var layout = new WideLayout(grid, heading, faults, loss);
        layout.FindYears(understood);
        layout.FindRoles();
        return layout.ReadRows();
    }

    private void FindYears(List<Message> understood)
    {
        var financial = new List<string>();
        var provisional = new List<string>();
        var row = _grid.Rows[_heading];
        for (var c = 0; c < row.Cells.Length; c++)
        {
            if (!YearText.TryRead(row[c], out var year, out var form))
            {
                continue;
            }

            if (!_years.TryAdd(year, c))
            {
                _faults.Add(ImportFaults.YearTwice(_grid.PlaceOf(_heading, c), year));
                continue;
            }

            (
                form switch
                {
                    YearForm.Financial => financial,
                    YearForm.Provisional => provisional,
                    _ => null,
                }
            )?.Add(row[c].Text);
        }

        if (financial.Count > 0)
        {
            _faults.Add(ImportFaults.FinancialYears(_grid.PlaceOf(_heading, -1), financial));
        }

        if (provisional.Count > 0)
        {
            _faults.Add(ImportFaults.ProvisionalYears(_grid.PlaceOf(_heading, -1), provisional));
        }

        understood.Add(
            Message.Of(
                "import.table.years",
                ("count", _years.Count),
                ("from", _years.Keys.First()),
                ("to", _years.Keys.Last())
            )
        );
    }

    private void FindRoles()
    {
        var taken = _years.Values.ToHashSet();
        for (var c = 0; c < _grid.Width; c++)
        {
            if (taken.Contains(c) || YearText.TryRead(_grid.Rows[_heading][c], out _, out _))
            {
                continue;
            }

            var heading = HeadingOf(c);
            var below = Below(c);
            var role = ColumnRoles.Of(heading, below);
            if (
                below.Count > 0
                && below.Count(TableLayout.LooksNumeric) * 2 > below.Count
                && role is not (ColumnRole.Reference or ColumnRole.Scope)
            )
            {
                _faults.Add(ImportFaults.ColumnLeftOut(_grid.PlaceOf(_heading, c), heading));
                continue;
            }

            var isName = role is ColumnRole.Unknown or ColumnRole.Value or ColumnRole.Year;
            isName |= role == ColumnRole.Place && !ColumnRoles.IsConstant(below);
            _roles[c] = isName ? ColumnRole.Label : role;
        }
    }

    private List<GridCell> Below(int column) =>
        [.. _grid.Rows.Skip(_heading + 1).Select(r => r[column]).Where(v => !v.IsBlank)];

    // Headings may be merged over several rows: the words stand in the row of years or above it.
    private string HeadingOf(int column)
    {
        for (var r = _heading; r >= Math.Max(0, _heading - 2); r--)
        {
            var cell = _grid.Rows[r][column];
            if (!cell.IsBlank && _grid.Rows[r].Cells.Count(c => !c.IsBlank) > 1)
            {
                return cell.Text;
            }
        }

        return _grid.Rows[_heading][column].Text;
    }

    private TableRows ReadRows()
    {
        var labels = ColumnRoles.Labels(_roles, Below);
        var rows = new List<TableRow>();
        var unitRow = new Dictionary<int, string>();
        var lastWithNumbers = LastRowWithValues();
        var above = new string[labels.Length];
        var section = "";
        for (var r = _heading + 1; r < _grid.Rows.Count; r++)
        {
            var row = _grid.Rows[r];
            var place = _grid.PlaceOf(r, -1);
            var values = _years.Values.Select(c => row[c]).Where(c => !c.IsBlank).ToList();
            if (IsHeadingAgain(row))
            {
                _loss?.LeaveOut(Reasons.HeadingAgain, place);
            }
            else if (values.Count > 0 && values.All(v => UnitText.IsOnlyUnit(v.Text)))
            {
                foreach (var (_, column) in _years)
                {
                    unitRow[column] = row[column].Text;
                }

                _loss?.Use();
            }
            else if (values.Count == 0 || r > lastWithNumbers)
            {
                section = ReadHeadingRow(row, r > lastWithNumbers, above, section, place);
            }
            else
            {
                rows.Add(RowOf(r, labels, above, section, unitRow));
            }
        }

        var titles = _grid.Rows.Take(_heading).SelectMany(r => r.Cells).Where(c => !c.IsBlank).Select(c => c.Text);
        return new TableRows(rows)
        {
            Titles = [.. titles],
            Headings = [.. labels.Select(HeadingOf).Where(h => h.Length > 0)],
            Places =
            [
                .. _roles
                    .Keys.Where(c => HeadingWords.RoleOf(HeadingOf(c)) == ColumnRole.Place)
                    .SelectMany(c => Below(c).Select(b => b.Text))
                    .Distinct(),
            ],
            Place = Columns(ColumnRole.Place).Select(c => Below(c)[0].Text).FirstOrDefault() ?? "",
        };
    }

    private string ReadHeadingRow(GridRow row, bool afterAll, string[] above, string section, Place place)
    {
        var texts = row.Cells.Where(c => !c.IsBlank).Select(c => c.Text).ToList();
        var text = texts.FirstOrDefault() ?? "";
        if (texts.Count > 1 && SectorNames.IsReference(text))
        {
            text = $"{text} {texts.Find(t => t.Any(char.IsLetter) && !SectorNames.IsReference(t))}".Trim();
        }

        if (afterAll || text.Length > LongestHeading)
        {
            _loss?.LeaveOut(Reasons.Footnote, place);
            return section;
        }

        _loss?.Use();
        Array.Clear(above);
        return text;
    }

    private TableRow RowOf(int r, int[] labels, string[] above, string section, Dictionary<int, string> unitRow)
    {
        var row = _grid.Rows[r];
        var parts = new List<string>();
        for (var i = 0; i < labels.Length; i++)
        {
            var text = row[labels[i]].Text;
            // A merged cell stands in its first row only; the last column of names is never merged.
            var filled = text.Length == 0 && i < labels.Length - 1 ? above[i] ?? "" : text;
            if (text.Length > 0)
            {
                above[i] = text;
                Array.Clear(above, i + 1, above.Length - i - 1);
            }

            if (filled.Length > 0)
            {
                parts.Add(filled);
            }
        }

        var group = parts.Count > 1 ? string.Join(", ", parts[..^1]) : section;
        var unit = Text(row, ColumnRole.Unit);
        var place = _grid.PlaceOf(r, -1);
        return new TableRow(
            parts.Count > 0 ? parts[^1] : "",
            place,
            [.. _years.Select(y => new TableCell(y.Key, row[y.Value], _grid.PlaceOf(r, y.Value)))]
        )
        {
            Section = group,
            Reference = Text(row, ColumnRole.Reference),
            Unit = Join(unit.Length > 0 ? unit : unitRow.Values.FirstOrDefault() ?? "", Text(row, ColumnRole.Gas)),
            Fuel = Text(row, ColumnRole.Fuel),
            Note = labels.Any(l => _roles[l] == ColumnRole.Note) ? "" : Text(row, ColumnRole.Note),
            Scope = ColumnRoles.ScopeOf(Text(row, ColumnRole.Scope)),
            Lines = _loss is null ? [] : [place],
        };
    }

    private static string Join(string unit, string gas) =>
        gas.Length == 0 || UnitText.Whole(unit) is not null ? unit : $"{unit} {gas}".Trim();

    private int LastRowWithValues()
    {
        for (var r = _grid.Rows.Count - 1; r > _heading; r--)
        {
            if (_years.Values.Any(c => CellReader.MayBeValue(_grid.Rows[r][c])))
            {
                return r;
            }
        }

        return _heading;
    }

    private bool IsHeadingAgain(GridRow row) =>
        _years.Count > 1 && _years.All(y => YearText.TryRead(row[y.Value], out var year, out _) && year == y.Key);

    private int[] Columns(ColumnRole role) => [.. _roles.Where(r => r.Value == role).Select(r => r.Key).Order()];

    private string Text(GridRow row, ColumnRole role) =>
        Columns(role).Select(c => row[c].Text).FirstOrDefault(t => t.Length > 0) ?? "";
}
