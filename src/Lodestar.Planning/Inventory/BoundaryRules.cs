// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Inventory;

/// <summary>Whether a row enters a total: yes, no, or open because its scope is not stated.</summary>
internal enum Entry
{
    In,
    Out,
    Open,
}

/// <summary>
/// Which rows enter which total. BASIC: every B cell (in waste, x.2 is scope 3 and still B). BASIC+: BASIC and the B+
/// cells. Territorial: all scope 1, with I.4.4 and waste x.3. Other scope 3 (VI) enters none.
/// </summary>
internal static class BoundaryRules
{
    public static Entry Enters(InventoryRow row, Boundary boundary)
    {
        if (row.Category is null or "total")
        {
            return boundary == Boundary.Territorial ? Entry.Open : Entry.In;
        }

        if (GpcTable.Find(row.Category) is not { } reference)
        {
            return Coarse(GpcTable.SectorOf(row.Category), boundary);
        }

        var enters = boundary switch
        {
            Boundary.Basic => reference.Level == GpcLevel.Basic,
            Boundary.BasicPlus => reference.Level is GpcLevel.Basic or GpcLevel.BasicPlus,
            _ => reference.Scope == 1,
        };
        return enters ? Entry.In : Entry.Out;
    }

    public static Message Describe(InventoryRecord inventory, Boundary boundary)
    {
        var id = boundary switch
        {
            Boundary.Basic => "boundary.basic",
            Boundary.BasicPlus => "boundary.basic-plus",
            _ => "boundary.territorial",
        };
        return inventory.BoundaryNote is { } note
            ? Message.Of("boundary.with-note", ("boundary", Message.Of(id)), ("note", note))
            : Message.Of(id);
    }

    private static Entry Coarse(string? sector, Boundary boundary) =>
        sector switch
        {
            "VI" => Entry.Out,
            "IV" or "V" => boundary == Boundary.Basic ? Entry.Out : Entry.In,
            _ => boundary == Boundary.Territorial ? Entry.Open : Entry.In,
        };
}
