// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Tables;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Series;
using Lodestar.Units;

namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>Reads the tables of a plan: inventories and population.</summary>
internal sealed class InventoryReader(PlanUnits units, IReadOnlySet<string> sources, FaultLog log)
{
    public EquatableList<InventoryRow> Rows(TextFile text)
    {
        if (SeriesTable.Read(text, units.ReadYearly, sources, log) is not { } table)
        {
            return EquatableList<InventoryRow>.Empty;
        }

        return table.Rows.Select(row => Row(table, row)).ToEquatableList();
    }

    /// <summary>The one series of a population table; null when there is none.</summary>
    public YearSeries? Population(TextFile text)
    {
        if (SeriesTable.Read(text, units.Read, sources, log) is not { Rows: [var row, ..] } table)
        {
            return null;
        }

        if (table.Rows.Count > 1)
        {
            table.Fault(
                Faults.SeveralPopulations,
                table.Rows[1].Record,
                SeriesColumns.Id,
                null,
                ("rows", table.Rows.Count)
            );
        }

        if (!row.Unit.CompatibleWith(Unit.Parse("person")))
        {
            var unit = table.Text(row.Record, SeriesColumns.Unit) ?? "";
            table.Fault(Faults.WrongUnit, row.Record, SeriesColumns.Unit, null, ("unit", unit), ("wanted", "person"));
            return null;
        }

        return new YearSeries(row.Unit, row.Cells.Values);
    }

    private static InventoryRow Row(SeriesTable table, SeriesRow row)
    {
        var category = table.Text(row.Record, "category");
        if (category is not null && !PlanCategories.IsKnown(category))
        {
            table.Fault(Faults.UnknownCategory, row.Record, "category", PlanCategories.Suggest(category));
            category = null;
        }

        if (!PlanUnits.IsEmission(row.Unit))
        {
            var unit = table.Text(row.Record, SeriesColumns.Unit) ?? "";
            table.Fault(Faults.NoEmission, row.Record, SeriesColumns.Unit, null, ("unit", unit));
        }

        return new InventoryRow(row.Id, category, new YearSeries(row.Unit, row.Cells.Values), table.PlaceOf(row))
        {
            Role = RoleOf(table, row, category),
            Label = table.Text(row.Record, "label"),
            Fuel = table.Text(row.Record, "fuel"),
            Note = table.Text(row.Record, "note"),
        };
    }

    private static RowRole RoleOf(SeriesTable table, SeriesRow row, string? category)
    {
        switch (table.Text(row.Record, "role"))
        {
            case PlanCategories.Total:
                return RowRole.StatedTotal;
            case { } other:
                var near = DidYouMean.Find(other, [PlanCategories.Total]);
                table.Fault(Faults.UnknownChoice, row.Record, "role", near, ("choices", PlanCategories.Total));
                break;
        }

        if (category == PlanCategories.Total)
        {
            // Counted as a part, a grand total would double the inventory.
            table.Fault(Faults.TotalNotMarked, row.Record, "category");
            return RowRole.StatedTotal;
        }

        return RowRole.Part;
    }
}
