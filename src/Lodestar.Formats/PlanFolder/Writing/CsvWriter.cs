// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Formats.PlanFolder.Tables;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Projections;
using Lodestar.Planning.Series;
using Scenarios = System.Collections.Generic.IReadOnlyDictionary<
    string,
    Lodestar.Planning.Projections.ProjectionScenario
>;

namespace Lodestar.Formats.PlanFolder.Writing;

/// <summary>Writes the tables of a plan.</summary>
internal static class CsvWriter
{
    public static string Inventory(IReadOnlyList<InventoryRow> rows) => IsWide(rows) ? Wide(rows) : Long(rows);

    /// <summary>A projection's rows, which carry their scenario.</summary>
    public static string Projection(IReadOnlyList<ProjectionRow> rows)
    {
        var scenarios = rows.ToDictionary(r => r.Id, r => r.Scenario, StringComparer.Ordinal);
        var table = rows.Select(r => new InventoryRow(r.Id, r.Category, r.Series, r.Place)
            {
                Label = r.Label,
                Gas = r.Gas,
            })
            .ToList();
        return IsWide(table) ? Wide(table, scenarios) : Long(table, scenarios);
    }

    /// <summary>A table of one series, such as people or money.</summary>
    public static string Single(string id, YearSeries series)
    {
        var years = series.Cells.Select(c => c.Year).ToList();
        var provenance = OneProvenance(series);
        if (provenance is null)
        {
            return Long([new InventoryRow(id, null, series, Planning.Diagnostics.Place.Folder)]);
        }

        var text = new StringBuilder();
        Record(text, ["id", "unit", "source", "quality", "uncertainty", "kind", .. years.Select(Year)]);
        Record(text, [id, series.Unit.Symbol, .. Words(provenance.Value), .. years.Select(y => series[y].ToString())]);
        return text.ToString();
    }

    private static bool IsWide(IEnumerable<InventoryRow> rows) => rows.All(r => OneProvenance(r.Series) is not null);

    /// <summary>The provenance that all cells with content share; null when they differ.</summary>
    private static Provenance? OneProvenance(YearSeries series)
    {
        var all = series
            .Cells.Where(c => c.Cell.Kind != CellKind.Missing)
            .Select(c => c.Provenance)
            .Distinct()
            .Take(2)
            .ToList();
        return all.Count switch
        {
            0 => default(Provenance),
            1 => all[0],
            _ => null,
        };
    }

    private static string Wide(IReadOnlyList<InventoryRow> rows, Scenarios? scenarios = null)
    {
        var years = rows.SelectMany(r => r.Series.Cells).Select(c => c.Year).Distinct().Order().ToList();
        var text = new StringBuilder();
        var columns = ColumnsOf(rows, scenarios);
        Record(text, [.. columns, .. years.Select(Year)]);
        foreach (var row in rows)
        {
            var named = Named(row, OneProvenance(row.Series)!.Value, scenarios);
            Record(text, [.. columns.Select(n => named[n]), .. years.Select(y => row.Series[y].ToString())]);
        }

        return text.ToString();
    }

    private static string Long(IReadOnlyList<InventoryRow> rows, Scenarios? scenarios = null)
    {
        string[] columns = [.. ColumnsOf(rows, scenarios), SeriesColumns.Year, SeriesColumns.Value];
        var text = new StringBuilder();
        Record(text, columns);
        foreach (var row in rows)
        {
            foreach (var cell in row.Series.Cells)
            {
                var named = Named(row, cell.Provenance, scenarios);
                named[SeriesColumns.Year] = Year(cell.Year);
                named[SeriesColumns.Value] = cell.Cell.ToString();
                Record(text, columns.Select(c => named[c]));
            }
        }

        return text.ToString();
    }

    private static Dictionary<string, string> Named(InventoryRow row, Provenance provenance, Scenarios? scenarios)
    {
        var words = Words(provenance);
        return new(StringComparer.Ordinal)
        {
            ["id"] = row.Id,
            ["category"] = row.Category ?? "",
            ["label"] = row.Label ?? "",
            ["fuel"] = row.Fuel ?? "",
            ["gas"] = row.Gas ?? "",
            [ProjectionReader.Scenario] =
                scenarios is not null && scenarios[row.Id] is var s and not 0 ? s.ToString() : "",
            ["role"] = row.Role switch
            {
                RowRole.StatedTotal => PlanCategories.Total,
                RowRole.Activity => InventoryReader.ActivityRole,
                _ => "",
            },
            ["unit"] = row.Series.Unit.Symbol,
            ["source"] = words[0],
            ["quality"] = words[1],
            ["uncertainty"] = words[2],
            ["kind"] = words[3],
            ["note"] = row.Note ?? "",
        };
    }

    /// <summary>The columns of every table; gas and scenario only where they say something.</summary>
    private static List<string> ColumnsOf(IReadOnlyList<InventoryRow> rows, Scenarios? scenarios) =>
        [
            .. SeriesColumns.Names.Where(n =>
                (n != ProjectionReader.Scenario || scenarios is not null)
                && (n != "gas" || rows.Any(r => r.Gas is not null))
            ),
        ];

    private static string[] Words(Provenance provenance) =>
        [
            provenance.Source ?? "",
            SeriesTable.Word(provenance.Quality),
            provenance.Uncertainty is { } share ? PlanNumbers.ShareText(share) : "",
            SeriesTable.Word(provenance.Kind),
        ];

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static void Record(StringBuilder text, IEnumerable<string> fields) =>
        text.AppendJoin(',', fields.Select(f => CsvTable.Written(f))).Append('\n');
}
