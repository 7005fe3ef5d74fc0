// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Model;
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Formats.PlanFolder.Tables;
using Lodestar.Planning.Adoption;
using Lodestar.Planning.Plans;
using Lodestar.Units;

namespace Lodestar.Formats.PlanFolder.Adoption;

/// <summary>Rows of observations.csv that name a measure: columns measure, year, value, unit and source.</summary>
/// <param name="Rows">Those that could be read.</param>
/// <param name="Unread">How many name a measure and could not be.</param>
public sealed record MeasureObservations(IReadOnlyList<MeasureObservation> Rows, int Unread)
{
    private static readonly string[] Needed = ["year", "value", "unit"];

    private static MeasureObservations None { get; } = new([], 0);

    /// <param name="files">A plan; without the file or its column of measures nothing is observed.</param>
    public static MeasureObservations Read(PlanFiles files) => Read(files, null, new FaultLog());

    /// <param name="plan">What is read of the plan so far, whose measures rows must name; null for any.</param>
    /// <param name="log">Takes the faults, each with its place.</param>
    internal static MeasureObservations Read(PlanFiles files, Plan? plan, FaultLog log)
    {
        if (
            !files.TryGet(PlanNames.Observations, out var bytes)
            || CsvTable.Read(TextFile.Read(PlanNames.Observations, bytes, log), log)
                is not { Records: [var head, ..] } table
        )
        {
            return None;
        }

        var columns = head.Fields.Select(f => f.Text.Trim()).ToList();
        var named = table
            .Records.Skip(1)
            .Where(r => columns.Contains("measure") && Text(r, columns.IndexOf("measure")).Length > 0)
            .ToList();
        if (named.Count == 0)
        {
            return None;
        }

        if (Needed.Where(c => !columns.Contains(c)).ToList() is { Count: > 0 } missing)
        {
            foreach (var column in missing)
            {
                log.Add(
                    Faults.ObservedColumn,
                    table.PlaceOf(head, 0),
                    column,
                    DidYouMean.Find(column, columns.Where(c => c.Length > 0))
                );
            }

            return new MeasureObservations([], named.Count);
        }

        var known = plan is null ? null : Known(files, plan, named.Select(r => Text(r, columns.IndexOf("measure"))));
        var rows = named.Select(r => Row(table, r, columns, known, log)).ToList();
        return new MeasureObservations([.. rows.OfType<MeasureObservation>()], rows.Count(r => r is null));
    }

    /// <summary>A row; null where it cannot be read, with every reason.</summary>
    private static MeasureObservation? Row(
        CsvTable table,
        CsvRecord record,
        List<string> columns,
        IReadOnlyList<string>? known,
        FaultLog log
    )
    {
        string Cell(string column) => Text(record, columns.IndexOf(column));

        var isSound = true;
        void Refuse(FaultKind kind, string column, IReadOnlyList<string>? near = null)
        {
            isSound = false;
            log.Add(
                kind,
                table.PlaceOf(record, columns.IndexOf(column)),
                Cell(column),
                near,
                ("first", PlanNumbers.FirstYear),
                ("last", PlanNumbers.LastYear)
            );
        }

        var measure = Cell("measure");
        if (known?.Contains(measure) == false)
        {
            Refuse(Faults.ObservedMeasure, "measure", DidYouMean.Find(measure, known));
        }

        if (!PlanNumbers.TryReadYear(Cell("year"), out var year))
        {
            Refuse(Faults.ObservedYear, "year");
        }

        if (!PlanNumbers.TryRead(Cell("value"), out var value))
        {
            Refuse(Faults.ObservedValue, "value");
        }

        var unit = Cell("unit");
        if (Unit.Read(unit) is { Unit: null } wrong)
        {
            Refuse(Faults.ObservedUnit, "unit", wrong.Fault is { } at ? PlanUnits.Suggestions(unit, at) : null);
        }

        return isSound
            ? new MeasureObservation(measure, year, value, unit)
            {
                Source = columns.Contains("source") && Cell("source") is { Length: > 0 } source ? source : null,
            }
            : null;
    }

    /// <summary>Measures beside the model; those that the model alone has too, where a row names another.</summary>
    private static List<string> Known(PlanFiles files, Plan plan, IEnumerable<string> named)
    {
        var beside = plan.Measures.Select(m => m.Id).ToList();
        if (!ModelReader.IsIn(files) || named.All(beside.Contains))
        {
            return beside;
        }

        var model = ModelReader.Read(files).Model?.Measures.Select(m => m.Id.Text) ?? [];
        return [.. beside.Concat(model.SelectMany(id => new[] { id, id.Replace('_', '-') })).Distinct()];
    }

    private static string Text(CsvRecord record, int column) =>
        column >= 0 && column < record.Fields.Count ? record.Fields[column].Text.Trim() : "";
}
