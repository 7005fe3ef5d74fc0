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
/// cells. Territorial: all scope 1, with I.4.4 and waste x.3. Other scope 3 (VI) enters none. National: every part of a
/// national scheme but memo items, without or with land use; rows of the GPC enter it as they enter the territorial one.
/// </summary>
internal static class BoundaryRules
{
    public static Entry Enters(InventoryRow row, Boundary boundary)
    {
        if (boundary == Boundary.NotStated)
        {
            return Entry.In;
        }

        if (row.Category is null or "total")
        {
            return boundary == Boundary.Territorial ? Entry.Open : Entry.In;
        }

        if (!Categories.IsGpc(row.Category))
        {
            return OfNation(row.Category, boundary);
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
            Boundary.National => "boundary.national",
            Boundary.NationalWithLand => "boundary.national-land",
            Boundary.NotStated => "boundary.not-stated",
            _ => "boundary.territorial",
        };
        return inventory.BoundaryNote is { } note
            ? Message.Of("boundary.with-note", ("boundary", Message.Of(id)), ("note", note))
            : Message.Of(id);
    }

    /// <summary>A national scheme has two totals alone: with land use, and (whatever else is asked) without.</summary>
    private static Entry OfNation(string category, Boundary boundary) =>
        Categories.PartOf(category) switch
        {
            CategoryPart.Memo => Entry.Out,
            CategoryPart.Land => boundary == Boundary.NationalWithLand ? Entry.In : Entry.Out,
            _ => Entry.In,
        };

    private static Entry Coarse(string? sector, Boundary boundary) =>
        sector switch
        {
            "VI" => Entry.Out,
            "IV" or "V" => boundary == Boundary.Basic ? Entry.Out : Entry.In,
            _ => boundary == Boundary.Territorial ? Entry.Open : Entry.In,
        };
}
