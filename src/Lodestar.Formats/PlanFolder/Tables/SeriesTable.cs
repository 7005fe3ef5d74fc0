// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Series;
using Lodestar.Units;

namespace Lodestar.Formats.PlanFolder.Tables;

/// <summary>One series of a table: the record that begins it, its unit and its cells.</summary>
internal sealed class SeriesRow(string id, CsvRecord record, Unit unit)
{
    public string Id { get; } = id;

    public CsvRecord Record { get; } = record;

    public Unit Unit { get; } = unit;

    public SortedDictionary<int, YearCell> Cells { get; } = [];
}

/// <summary>
/// Reads the series of a wide or long table. A cell that can't be read is missing, never zero, and leaves its
/// neighbours alone.
/// </summary>
internal sealed class SeriesTable
{
    private static readonly string[] Qualities = ["high", "medium", "low"];
    private static readonly string[] ValueKinds = ["observed", "reported", "estimated", "default", "modelled"];

    private readonly CsvTable _table;
    private readonly SeriesColumns _columns;
    private readonly Func<string, UnitReading> _readUnit;
    private readonly IReadOnlySet<string> _sources;
    private readonly FaultLog _log;
    private readonly Dictionary<string, SeriesRow> _byId = new(StringComparer.Ordinal);
    private readonly List<SeriesRow> _rows = [];

    private SeriesTable(
        CsvTable table,
        SeriesColumns columns,
        Func<string, UnitReading> readUnit,
        IReadOnlySet<string> sources,
        FaultLog log
    ) => (_table, _columns, _readUnit, _sources, _log) = (table, columns, readUnit, sources, log);

    /// <summary>Null when the file is no table of series; the reasons are reported.</summary>
    public static SeriesTable? Read(
        TextFile text,
        Func<string, UnitReading> readUnit,
        IReadOnlySet<string> sources,
        FaultLog log
    )
    {
        if (CsvTable.Read(text, log) is not { } table || SeriesColumns.Read(table, log) is not { } columns)
        {
            return null;
        }

        var series = new SeriesTable(table, columns, readUnit, sources, log);
        foreach (var record in table.Records.Skip(1).Where(r => !r.IsBlank))
        {
            series.Take(record);
        }

        if (series.Rows.Count == 0)
        {
            log.Add(Faults.EmptyTable, new Place(text.Path));
        }

        return series;
    }

    public IReadOnlyList<SeriesRow> Rows => _rows;

    /// <summary>The text of a named column; null when the table lacks it or nothing stands there.</summary>
    public string? Text(CsvRecord record, string column) =>
        _columns[column] is { } i && i < record.Fields.Count && record.Fields[i].Text.Trim() is { Length: > 0 } text
            ? text
            : null;

    public Place PlaceOf(SeriesRow row) => _table.PlaceOf(row.Record);

    public void Fault(
        FaultKind kind,
        CsvRecord record,
        string column,
        IReadOnlyList<string>? didYouMean = null,
        params ReadOnlySpan<(string, object)> values
    ) => _log.Add(kind, _table.PlaceOf(record, _columns[column] ?? 0), Text(record, column), didYouMean, values);

    private void Take(CsvRecord record)
    {
        if (record.Fields.Count > _columns.Count || record.Fields.Count < _columns.Count)
        {
            _log.Add(
                Faults.Ragged,
                _table.PlaceOf(record, Math.Min(record.Fields.Count, _columns.Count)),
                values: [("found", record.Fields.Count), ("wanted", _columns.Count)]
            );
        }

        var id = Text(record, SeriesColumns.Id);
        if (id is null)
        {
            Fault(Faults.RowWithoutId, record, SeriesColumns.Id);
            id = $"row-{record.Number}";
        }
        else if (!PlanIds.IsValid(id))
        {
            Fault(Faults.BadId, record, SeriesColumns.Id, [PlanIds.Slug(id)]);
        }

        if (UnitOf(record) is not { } unit)
        {
            return;
        }

        var provenance = ProvenanceOf(record);
        if (_columns.IsLong)
        {
            TakeLong(id, record, unit, provenance);
        }
        else
        {
            TakeWide(id, record, unit, provenance);
        }
    }

    private void TakeWide(string id, CsvRecord record, Unit unit, Provenance provenance)
    {
        var row = new SeriesRow(id, record, unit);
        foreach (var (year, column) in _columns.Years)
        {
            row.Cells.Add(year, new YearCell(year, CellAt(record, column), provenance));
        }

        if (_byId.TryAdd(id, row))
        {
            _rows.Add(row);
        }
        else
        {
            Fault(Faults.RowTwice, record, SeriesColumns.Id, null, ("first", FirstLine(id)));
        }
    }

    private void TakeLong(string id, CsvRecord record, Unit unit, Provenance provenance)
    {
        if (!_byId.TryGetValue(id, out var row))
        {
            row = new SeriesRow(id, record, unit);
            _byId.Add(id, row);
            _rows.Add(row);
        }
        else
        {
            CheckAgreement(row, record);
        }

        var yearText = Text(record, SeriesColumns.Year);
        if (yearText is null || !PlanNumbers.TryReadYear(yearText, out var year))
        {
            Fault(Faults.BadYear, record, SeriesColumns.Year, null, MapReader.YearBounds);
            return;
        }

        if (!unit.TryFactorTo(row.Unit, out var factor))
        {
            Fault(
                Faults.RowsDisagree,
                record,
                SeriesColumns.Unit,
                null,
                ("column", SeriesColumns.Unit),
                ("first", FirstLine(id))
            );
            return;
        }

        var cell = CellAt(record, _columns[SeriesColumns.Value]!.Value);
        if (!row.Cells.TryAdd(year, new YearCell(year, unit.Equals(row.Unit) ? cell : cell.Scale(factor), provenance)))
        {
            Fault(Faults.RowTwice, record, SeriesColumns.Year, null, ("first", FirstLine(id)));
        }
    }

    private void CheckAgreement(SeriesRow row, CsvRecord record)
    {
        foreach (var column in new[] { "category", "label", "fuel", "role", "note" })
        {
            if (Text(record, column) is { } text && text != Text(row.Record, column))
            {
                Fault(Faults.RowsDisagree, record, column, null, ("column", column), ("first", FirstLine(row.Id)));
            }
        }
    }

    private int FirstLine(string id) => _table.PlaceOf(_byId[id].Record).Line;

    private Unit? UnitOf(CsvRecord record)
    {
        if (Text(record, SeriesColumns.Unit) is not { } text)
        {
            Fault(Faults.RowWithoutUnit, record, SeriesColumns.Unit);
            return null;
        }

        var reading = _readUnit(text);
        if (reading.Unit is null)
        {
            var fault = reading.Fault;
            Fault(
                Faults.UnknownUnit,
                record,
                SeriesColumns.Unit,
                fault is null ? null : PlanUnits.Suggestions(text, fault),
                ("unit", text),
                ("part", fault?.Text is { Length: > 0 } part ? part : text)
            );
        }

        return reading.Unit;
    }

    private Provenance ProvenanceOf(CsvRecord record)
    {
        var source = Text(record, "source");
        if (source is not null && !_sources.Contains(source))
        {
            Fault(Faults.UnknownSource, record, "source", DidYouMean.Find(source, _sources));
        }

        double? uncertainty = null;
        if (Text(record, "uncertainty") is { } text)
        {
            if (PlanNumbers.TryReadShare(text, out var share) && share >= 0)
            {
                uncertainty = share;
            }
            else
            {
                Fault(Faults.BadShare, record, "uncertainty");
            }
        }

        return new Provenance(
            source,
            (Quality)Choice(record, "quality", Qualities),
            uncertainty,
            (ValueKind)Choice(record, "kind", ValueKinds)
        );
    }

    /// <summary>1 for the first choice; 0 for nothing, and for what is none of them, which is reported.</summary>
    private int Choice(CsvRecord record, string column, string[] choices)
    {
        if (Text(record, column) is not { } text)
        {
            return 0;
        }

        var index = Array.IndexOf(choices, text);
        if (index < 0)
        {
            var near = DidYouMean.Find(text, choices);
            Fault(Faults.UnknownChoice, record, column, near, ("choices", string.Join(", ", choices)));
        }

        return index + 1;
    }

    private Cell CellAt(CsvRecord record, int column)
    {
        if (column >= record.Fields.Count)
        {
            return Cell.Missing;
        }

        var text = record.Fields[column].Text.Trim();
        if (Cell.TryRead(text, out var cell))
        {
            if (cell.Where is { } where && !PlanCategories.IsGpc(where))
            {
                Report(Faults.UnknownCategory, PlanCategories.Suggest(where));
            }

            return cell;
        }

        if (PlanNumbers.LooksGrouped(text))
        {
            Report(Faults.GroupedNumber, PlanNumbers.Ungrouped(text));
        }
        else
        {
            Report(Faults.BadCell, KeyGuess(text));
        }

        return Cell.Missing;

        void Report(FaultKind kind, IReadOnlyList<string> guesses) =>
            _log.Add(kind, _table.PlaceOf(record, column), text, guesses);
    }

    private static IReadOnlyList<string> KeyGuess(string text)
    {
        var upper = text.ToUpperInvariant();
        return upper switch
        {
            "NO" or "NE" or "C" or "IE" => [upper],
            "N/A" or "NA" or "-" or "–" or "—" or ".." or "…" or "X" => ["NE", "NO"],
            _ => [],
        };
    }

    /// <summary>The words of a quality and of a kind of value, as the table writes them.</summary>
    public static string Word(Quality quality) => quality == 0 ? "" : Qualities[(int)quality - 1];

    public static string Word(ValueKind kind) => kind == 0 ? "" : ValueKinds[(int)kind - 1];
}
