// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formats.Imports;
using Lodestar.Formats.OwnTable;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Projections;
using NumberText = Lodestar.Formats.OwnTable.NumberText;

namespace Lodestar.Formats.CountryTables;

/// <summary>Reads the rows of one table below its heading.</summary>
internal sealed class CountryGridReader
{
    private static readonly string[] Standing = ["NE", "FX", "C", "IE"];

    private readonly TableGrid _grid;
    private readonly CountryHeading _heading;
    private readonly CountryUnits _units;
    private readonly CountryCells _cells;
    private readonly NumberFormat _format;
    private readonly ProjectionScenario? _scenarioOfTable;
    private bool _inMemo;
    private string _country = "";

    public CountryGridReader(TableGrid grid, CountryHeading heading, ImportOptions options, DiagnosticBag faults)
    {
        (_grid, _heading) = (grid, heading);
        var columns = heading.IsLong ? heading.Values.Select(v => v.At) : heading.Years.Values;
        var texts = grid
            .Rows.Skip(heading.Row + 1)
            .SelectMany(r => columns.Select(c => r[c]))
            .Where(c => c.Number is null && c.Text.Length > 0)
            .Select(c => c.Text);
        _format = NumberText.Weigh(texts, grid.CommaLikely);
        _cells = new CountryCells(_format, faults);
        var titles = heading.Said.Concat(heading.PassedOver).ToList();
        _units = new CountryUnits(options.Unit, titles);
        _scenarioOfTable = titles.Select(CountryHeading.ScenarioOf).FirstOrDefault(s => s is not null);
    }

    public HashSet<string> SchemesStated { get; } = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Keys => _cells.Keys;

    /// <summary>Which single key stands for several.</summary>
    public static string MeaningOf(string keys) =>
        Standing.FirstOrDefault(k => keys.Split(',').Contains(k)) switch
        {
            null => "NO",
            "FX" => "NE",
            var key => key,
        };

    /// <summary>The series of a row (one a scenario), or why it is left out.</summary>
    public (List<CountryRow> Series, Message? LeftOut) Row(int row)
    {
        var cells = _grid.Rows[row];
        string Text(CountryColumn column) => cells[_heading.At(column)].Text.Trim();
        if (Text(CountryColumn.Scheme) is { Length: > 0 } stated)
        {
            SchemesStated.Add(stated);
        }

        var (code, name) = CountryCodes.Read(Text(CountryColumn.Code), Text(CountryColumn.Name));
        if (code is null && name.Length == 0)
        {
            return ([], Reasons.NoLabel);
        }

        var subject = code is null ? CountryCodes.SubjectOf(name) : RowSubject.Category;
        _inMemo |= subject == RowSubject.MemoHeading;
        var values = Values(row);
        if (values.Count == 0)
        {
            return ([], Reasons.NoFigures);
        }

        if (
            subject is RowSubject.Other or RowSubject.MemoHeading
            || (_inMemo && code is null && subject is not (RowSubject.Bunkers or RowSubject.Biomass))
        )
        {
            return ([], _inMemo ? CountryReasons.Memo : CountryReasons.NoCode);
        }

        if (_heading.IsLong && Year(row) is null)
        {
            return ([], Reasons.NoYear);
        }

        if (_units.Of(Text(CountryColumn.Unit), Text(CountryColumn.Gas)) is not { } unit)
        {
            return ([], Reasons.NoUnit);
        }

        // A name is written once above its rows where cells are merged.
        _country = Text(CountryColumn.Country) is { Length: > 0 } country ? country : _country;
        var place = _grid.PlaceOf(row, -1);
        var series = new List<CountryRow>();
        foreach (var of in values.GroupBy(v => v.Scenario))
        {
            var found = new CountryRow(_country, code, name, subject, unit, of.Key, place)
            {
                HalfUnit = of.Max(v => v.HalfUnit),
            };
            foreach (var value in of)
            {
                found.Cells.TryAdd(value.Year, value.Cell);
            }

            series.Add(found);
        }

        return (series, null);
    }

    private List<(int Year, Planning.Series.Cell Cell, double HalfUnit, ProjectionScenario? Scenario)> Values(int row)
    {
        var cells = _grid.Rows[row];
        var ofRow = CountryHeading.ScenarioOf(cells[_heading.At(CountryColumn.Scenario)].Text) ?? _scenarioOfTable;
        var columns = _heading.IsLong
            ? _heading.Values.Select(v =>
                (Year: Year(row) ?? 0, v.At, Scenario: v.Scenario == ProjectionScenario.NotStated ? ofRow : v.Scenario)
            )
            : _heading.Years.Select(y => (Year: y.Key, At: y.Value, Scenario: ofRow));
        return
        [
            .. columns
                .Where(c => !cells[c.At].IsBlank)
                .Select(c =>
                    (c.Year, _cells.Read(cells[c.At], _grid.PlaceOf(row, c.At)), HalfUnit(cells[c.At]), c.Scenario)
                ),
        ];
    }

    private int? Year(int row) =>
        YearText.TryRead(_grid.Rows[row][_heading.At(CountryColumn.Year)], out var year, out _) ? year : null;

    private double HalfUnit(GridCell cell)
    {
        var text = cell.Text;
        if (cell.Number is { } number)
        {
            text = number.ToString("R", CultureInfo.InvariantCulture);
        }

        var decimals = cell.Number is null ? NumberText.Decimals(text, _format) : DecimalsOf(text);
        return 0.5 * Math.Pow(10, -Math.Clamp(decimals, 0, 12));
    }

    private static int DecimalsOf(string text) =>
        text.Contains('E', StringComparison.Ordinal) ? 12
        : text.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0 ? text.Length - dot - 1
        : 0;
}
