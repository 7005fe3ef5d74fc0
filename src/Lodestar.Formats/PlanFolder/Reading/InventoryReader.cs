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
    /// <summary>How a file writes that a row states an activity.</summary>
    internal const string ActivityRole = "activity";

    private static readonly string[] Roles = [PlanCategories.Total, ActivityRole];

    /// <param name="text">The table.</param>
    /// <param name="scheme">The scheme of bare categories; null for the GPC.</param>
    public EquatableList<InventoryRow> Rows(TextFile text, string? scheme = null)
    {
        if (SeriesTable.Read(text, units.ReadYearly, sources, log) is not { } table)
        {
            return EquatableList<InventoryRow>.Empty;
        }

        var rows = table.Rows.Select(row => Row(table, row, scheme)).ToEquatableList();
        foreach (var (i, row) in rows.Index())
        {
            if (row.Role == RowRole.Activity)
            {
                CheckActivity(table, table.Rows[i].Record, rows, row);
            }
        }

        return rows;
    }

    /// <summary>The one series of a population table; null when there is none.</summary>
    public YearSeries? Population(TextFile text) =>
        Single(text, unit => unit.CompatibleWith(Unit.Parse("person")), "person");

    /// <summary>The one series of a table of gross domestic product, in money of one year; null when there is none.</summary>
    public YearSeries? Gdp(TextFile text) =>
        Single(text, unit => unit.Dimension.IsMoney(out var priceYear) && priceYear is not null, "MEUR_2020");

    private YearSeries? Single(TextFile text, Func<Unit, bool> fits, string wanted)
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

        if (!fits(row.Unit))
        {
            var unit = table.Text(row.Record, SeriesColumns.Unit) ?? "";
            var isNominal = row.Unit.Dimension.IsMoney(out _);
            table.Fault(
                isNominal ? Faults.NominalGdp : Faults.WrongUnit,
                row.Record,
                SeriesColumns.Unit,
                null,
                ("unit", unit),
                ("wanted", wanted)
            );
            return null;
        }

        return new YearSeries(row.Unit, row.Cells.Values);
    }

    private static void CheckActivity(
        SeriesTable table,
        CsvRecord record,
        EquatableList<InventoryRow> rows,
        InventoryRow row
    )
    {
        var emissions = ActivityRows.EmissionsOf(rows, row).ToList();
        if (emissions.Count == 0)
        {
            table.Fault(Faults.ActivityAlone, record, "category", null, [("row", row.Label ?? row.Id)]);
            return;
        }

        var other = rows.TakeWhile(r => r != row)
            .FirstOrDefault(r =>
                r.Role == RowRole.Activity && ActivityRows.EmissionsOf(rows, r).Any(emissions.Contains)
            );
        if (other is not null)
        {
            table.Fault(
                Faults.ActivityTwice,
                record,
                "category",
                null,
                [("row", row.Label ?? row.Id), ("other", other.Label ?? other.Id)]
            );
        }
    }

    private static InventoryRow Row(SeriesTable table, SeriesRow row, string? scheme)
    {
        var category = CategoryOf(table, row.Record, scheme);

        var role = RoleOf(table, row, category);
        if (role == RowRole.Activity ? PlanUnits.IsEmission(row.Unit) : !PlanUnits.IsEmission(row.Unit))
        {
            var unit = table.Text(row.Record, SeriesColumns.Unit) ?? "";
            var kind = role == RowRole.Activity ? Faults.ActivityOfGas : Faults.NoEmission;
            table.Fault(kind, row.Record, SeriesColumns.Unit, null, [("unit", unit)]);
        }

        return new InventoryRow(row.Id, category, new YearSeries(row.Unit, row.Cells.Values), table.PlaceOf(row))
        {
            Role = role,
            Label = table.Text(row.Record, "label"),
            Fuel = table.Text(row.Record, "fuel"),
            Gas = GasOf(table, row.Record),
            Note = table.Text(row.Record, "note"),
        };
    }

    internal static string? CategoryOf(SeriesTable table, CsvRecord record, string? scheme)
    {
        if (table.Text(record, "category") is not { } written)
        {
            return null;
        }

        var category = PlanCategories.InScheme(written, scheme);
        if (PlanCategories.IsKnown(category))
        {
            return category;
        }

        var isNational = CategoryScheme.All.Any(s => s.Id != "gas" && s.Has(written));
        if (scheme is null && isNational)
        {
            // The same digits are agriculture in one scheme and all land in the other: nobody may guess.
            table.Fault(Faults.SchemeNotStated, record, "category", [$"ipcc2006:{written}", $"crt:{written}"]);
        }
        else
        {
            table.Fault(Faults.UnknownCategory, record, "category", PlanCategories.Suggest(written));
        }

        return null;
    }

    internal static string? GasOf(SeriesTable table, CsvRecord record)
    {
        if (table.Text(record, "gas") is not { } gas)
        {
            return null;
        }

        if (!PlanLists.IsGas(gas))
        {
            table.Fault(Faults.UnknownGas, record, "gas", DidYouMean.Find(gas, PlanLists.CommonGases));
            return null;
        }

        return gas == "CO2e" ? null : gas;
    }

    private static RowRole RoleOf(SeriesTable table, SeriesRow row, string? category)
    {
        switch (table.Text(row.Record, "role"))
        {
            case PlanCategories.Total:
                return RowRole.StatedTotal;
            case ActivityRole:
                return RowRole.Activity;
            case { } other:
                var near = DidYouMean.Find(other, Roles);
                table.Fault(Faults.UnknownChoice, row.Record, "role", near, ("choices", string.Join(", ", Roles)));
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
