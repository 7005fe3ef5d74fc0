// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Formats.PlanFolder.Tables;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.PlanFolder.Editing;

/// <summary>One edit of one table.</summary>
internal sealed class CsvEditing
{
    private readonly CsvTable _table;
    private readonly FaultLog _log;

    private CsvEditing(CsvTable table, FaultLog log) => (_table, _log) = (table, log);

    public static PlanEdit Make(PlanFiles files, string path, Func<CsvEditing, Splice[]?> edit)
    {
        var log = new FaultLog();
        if (!files.TryGet(path, out var bytes))
        {
            log.Add(Faults.EditNoFile, Place.Folder, path);
            return new PlanEdit(files, log.ToList());
        }

        var reading = new FaultLog();
        var text = TextFile.Read(path, bytes, reading);
        if (!text.IsExact || CsvTable.Read(text, reading) is not { } table || reading.ToList().Count > 0)
        {
            log.Add(Faults.EditFaulty, new Place(path));
            return new PlanEdit(files, log.ToList());
        }

        var editing = new CsvEditing(table, log);
        if (edit(editing) is not { } splices)
        {
            return new PlanEdit(files, log.ToList());
        }

        var edited = text.Encode(Splice.Apply(text.Text, splices));
        var check = new FaultLog();
        if (CsvTable.Read(TextFile.Read(path, edited, check), check) is null || check.ToList().Count > 0)
        {
            log.Add(Faults.EditUnsafe, new Place(path));
            return new PlanEdit(files, log.ToList());
        }

        return new PlanEdit(files.With(path, edited), EquatableList<Diagnostic>.Empty);
    }

    public Splice[]? SetCell(string rowId, string column, string value)
    {
        var rows = RowsOf(rowId);
        if (rows.Count == 0)
        {
            return Fail(Faults.EditNotThere, rowId);
        }

        if (Column(column) is { } named)
        {
            return [.. rows.Select(r => Set(r, named, value))];
        }

        // A long table has no column of that name, but perhaps a row of that year.
        if (
            Column(SeriesColumns.Year) is { } years
            && Column(SeriesColumns.Value) is { } values
            && rows.FirstOrDefault(r => Text(r, years) == column) is { } row
        )
        {
            return [Set(row, values, value)];
        }

        return Fail(Faults.EditNotThere, column);
    }

    public Splice[]? AddRow(IReadOnlyDictionary<string, string> cells)
    {
        if (cells.Keys.FirstOrDefault(c => Column(c) is null) is { } unknown)
        {
            return Fail(Faults.EditNotThere, unknown);
        }

        var id = cells.GetValueOrDefault(SeriesColumns.Id) ?? "";
        var isLong = Column(SeriesColumns.Year) is not null;
        var year = cells.GetValueOrDefault(SeriesColumns.Year);
        if (RowsOf(id).Any(r => !isLong || Text(r, Column(SeriesColumns.Year)!.Value) == year))
        {
            return Fail(Faults.EditTaken, id);
        }

        var names = _table.Records[0].Fields.Select(f => f.Text.Trim());
        var record = string.Join(',', names.Select(n => CsvTable.Written(cells.GetValueOrDefault(n) ?? "")));
        var last = _table.Records.Last(r => !r.IsBlank);
        var open = last.End == last.Fields[^1].End;
        var line = _table.Text.NewLine;
        return [Splice.Insert(last.End, open ? line + record : record + line)];
    }

    public Splice[]? RemoveRow(string rowId)
    {
        var rows = RowsOf(rowId);
        return rows.Count == 0
            ? Fail(Faults.EditNotThere, rowId)
            : [.. rows.Select(r => new Splice(r.Start, r.End, ""))];
    }

    private static Splice Set(CsvRecord row, int column, string value)
    {
        if (column < row.Fields.Count)
        {
            var field = row.Fields[column];
            return new Splice(field.Start, field.End, CsvTable.Written(value, field.IsQuoted));
        }

        var commas = new string(',', column - row.Fields.Count + 1);
        return Splice.Insert(row.Fields[^1].End, commas + CsvTable.Written(value));
    }

    private List<CsvRecord> RowsOf(string id) =>
        Column(SeriesColumns.Id) is { } ids
            ? [.. _table.Records.Skip(1).Where(r => !r.IsBlank && Text(r, ids) == id)]
            : [];

    private int? Column(string name)
    {
        var header = _table.Records[0].Fields;
        for (var i = 0; i < header.Count; i++)
        {
            if (string.Equals(header[i].Text.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return null;
    }

    private static string Text(CsvRecord row, int column) =>
        column < row.Fields.Count ? row.Fields[column].Text.Trim() : "";

    private Splice[]? Fail(FaultKind kind, string text)
    {
        _log.Add(kind, new Place(_table.Text.Path), text);
        return null;
    }
}
