// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Units;

namespace Lodestar.Planning.Inventory;

/// <summary>Every doubt about an inventory's numbers, one method each.</summary>
internal static class InventoryDiagnostics
{
    public static Diagnostic NoCommonUnit(InventoryRow row, Unit unit) =>
        Warning("LS3001", row.Place, row.Id, ("row", Name(row)), ("unit", row.Series.Unit), ("common", unit));

    public static Diagnostic ScopeNotStated(InventoryRow row, Boundary boundary) =>
        Warning("LS3002", row.Place, row.Id, ("row", Name(row)), ("boundary", BoundaryId(boundary)));

    public static Diagnostic TotalDiffers(InventoryRow row, int year, Quantity stated, Quantity parts) =>
        Warning("LS3003", row.Place, row.Id, ("row", Name(row)), ("year", year), ("stated", stated), ("parts", parts));

    public static Diagnostic PerPersonExtreme(
        InventoryRecord inventory,
        int year,
        Quantity perPerson,
        double low,
        double high
    ) =>
        Warning(
            "LS3004",
            new Place(inventory.File),
            null,
            ("year", year),
            ("amount", perPerson),
            ("low", low),
            ("high", high)
        );

    public static Diagnostic Jump(InventoryRow row, int year, Quantity before, Quantity after) =>
        Warning("LS3005", row.Place, row.Id, ("row", Name(row)), ("year", year), ("before", before), ("after", after));

    public static Diagnostic UnitSlip(InventoryRow row, int year, Quantity value, Quantity neighbours) =>
        Warning(
            "LS3006",
            row.Place,
            row.Id,
            ("row", Name(row)),
            ("year", year),
            ("value", value),
            ("neighbours", neighbours)
        );

    public static Diagnostic UnitSlipOfWhole(InventoryRecord inventory, int year, Quantity perPerson) =>
        Warning("LS3007", new Place(inventory.File), null, ("year", year), ("amount", perPerson));

    public static Diagnostic Negative(InventoryRow row, int year, Quantity value) =>
        Warning("LS3008", row.Place, row.Id, ("row", Name(row)), ("year", year), ("value", value));

    public static Diagnostic CountedTwice(InventoryRow coarse, InventoryRow fine) =>
        Warning("LS3009", coarse.Place, coarse.Id, ("coarse", Name(coarse)), ("fine", Name(fine)));

    public static Diagnostic PopulationJump(int year, double before, double after) =>
        Warning("LS3010", new Place("data/population.csv"), null, ("year", year), ("before", before), ("after", after));

    public static Diagnostic YearsNotComparable(
        InventoryRecord inventory,
        IEnumerable<int> years,
        IEnumerable<string> rows
    ) =>
        Warning(
            "LS3011",
            new Place(inventory.File),
            null,
            ("years", years.ToEquatableList()),
            ("rows", rows.ToEquatableList())
        );

    public static Diagnostic FactorJump(InventoryRow activity, int year, Quantity before, Quantity after) =>
        Warning(
            "LS3012",
            activity.Place,
            activity.Id,
            ("row", Name(activity)),
            ("year", year),
            ("before", before),
            ("after", after)
        );

    private static Diagnostic Warning(
        string id,
        Place place,
        string? text,
        params ReadOnlySpan<(string, object)> values
    ) =>
        new(id, Severity.Warning, place, Message.Of($"{id}.reason", values), Message.Of($"{id}.fix", values))
        {
            Text = text,
        };

    private static string Name(InventoryRow row) => row.Label ?? row.Id;

    private static Message BoundaryId(Boundary boundary) =>
        Message.Of(
            boundary switch
            {
                Boundary.Basic => "boundary.name.basic",
                Boundary.BasicPlus => "boundary.name.basic-plus",
                Boundary.National => "boundary.name.national",
                Boundary.NationalWithLand => "boundary.name.national-land",
                Boundary.NotStated => "boundary.name.not-stated",
                _ => "boundary.name.territorial",
            }
        );
}
