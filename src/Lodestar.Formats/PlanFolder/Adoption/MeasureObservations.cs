// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Formats.PlanFolder.Tables;
using Lodestar.Planning.Adoption;

namespace Lodestar.Formats.PlanFolder.Adoption;

/// <summary>Rows of observations.csv that name a measure: columns measure, year, value, unit and source.</summary>
/// <param name="Rows">Those that could be read.</param>
/// <param name="Unread">How many name a measure and could not be.</param>
public sealed record MeasureObservations(IReadOnlyList<MeasureObservation> Rows, int Unread)
{
    private const string File = "observations.csv";

    /// <param name="files">A plan; without the file or its column of measures nothing is observed.</param>
    public static MeasureObservations Read(PlanFiles files)
    {
        var log = new FaultLog();
        if (
            !files.TryGet(File, out var bytes)
            || CsvTable.Read(TextFile.Read(File, bytes, log), log) is not { Records: [var head, ..] records }
        )
        {
            return new MeasureObservations([], 0);
        }

        var columns = head.Fields.Select(f => f.Text.Trim()).ToList();
        string? Cell(CsvRecord record, string column) =>
            columns.IndexOf(column) is >= 0 and var at
            && at < record.Fields.Count
            && record.Fields[at].Text.Trim() is { Length: > 0 } text
                ? text
                : null;

        var rows = new List<MeasureObservation>();
        var unread = 0;
        foreach (var record in records.Skip(1))
        {
            if (Cell(record, "measure") is not { } measure)
            {
                continue;
            }

            if (
                PlanNumbers.TryReadYear(Cell(record, "year") ?? "", out var year)
                && double.TryParse(
                    Cell(record, "value"),
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture,
                    out var value
                )
                && double.IsFinite(value)
                && Cell(record, "unit") is { } unit
            )
            {
                rows.Add(new MeasureObservation(measure, year, value, unit) { Source = Cell(record, "source") });
            }
            else
            {
                unread++;
            }
        }

        return new MeasureObservations(rows, unread);
    }
}
