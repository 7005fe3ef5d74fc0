// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Tables;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Projections;
using Lodestar.Planning.Series;

namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>Reads the tables of projections/: the columns of an inventory, and the scenario.</summary>
internal sealed class ProjectionReader(PlanUnits units, IReadOnlySet<string> sources, FaultLog log)
{
    public const string Scenario = "scenario";

    private static readonly string[] Scenarios = [.. Enum.GetNames<ProjectionScenario>().Skip(1)];

    public EquatableList<ProjectionRow> Rows(TextFile text, string? scheme) =>
        SeriesTable.Read(text, units.ReadYearly, sources, log) is { } table
            ? table.Rows.Select(row => Row(table, row, scheme)).ToEquatableList()
            : EquatableList<ProjectionRow>.Empty;

    private static ProjectionRow Row(SeriesTable table, SeriesRow row, string? scheme)
    {
        if (!PlanUnits.IsEmission(row.Unit))
        {
            var unit = table.Text(row.Record, SeriesColumns.Unit) ?? "";
            table.Fault(Faults.NoEmission, row.Record, SeriesColumns.Unit, null, ("unit", unit));
        }

        var category = InventoryReader.CategoryOf(table, row.Record, scheme);
        return new ProjectionRow(
            row.Id,
            ScenarioOf(table, row.Record),
            category,
            new YearSeries(row.Unit, row.Cells.Values),
            table.PlaceOf(row)
        )
        {
            Label = table.Text(row.Record, "label"),
            Gas = InventoryReader.GasOf(table, row.Record),
        };
    }

    private static ProjectionScenario ScenarioOf(SeriesTable table, CsvRecord record)
    {
        var text = table.Text(record, Scenario);
        if (text is null)
        {
            // Models name scenarios of their own: which of the four one is may not be known.
            return ProjectionScenario.NotStated;
        }

        if (Enum.TryParse<ProjectionScenario>(text, ignoreCase: true, out var scenario))
        {
            return scenario;
        }

        var near = DidYouMean.Find(text.ToUpperInvariant(), Scenarios);
        table.Fault(Faults.ScenarioNotStated, record, Scenario, near, ("choices", string.Join(", ", Scenarios)));
        return ProjectionScenario.NotStated;
    }
}
