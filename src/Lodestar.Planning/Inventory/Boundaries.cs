// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Planning.Inventory;

/// <summary>Which totals an inventory has.</summary>
public static class Boundaries
{
    /// <summary>
    /// The three of the GPC for rows of the GPC or without category; the national total, and the one with land use where
    /// such rows stand, for rows of a national scheme. The inventory's own boundary is always among them.
    /// </summary>
    public static IReadOnlyList<Boundary> Of(InventoryRecord inventory)
    {
        if (inventory.Boundary == Boundary.NotStated)
        {
            return [Boundary.NotStated];
        }

        var national = inventory
            .Rows.Where(r =>
                r.Role != RowRole.Activity && r.Category is not null and not "total" && !Categories.IsGpc(r.Category)
            )
            .ToList();
        List<Boundary> choices =
            national.Count == 0 ? [Boundary.Basic, Boundary.BasicPlus, Boundary.Territorial] : [Boundary.National];
        if (national.Exists(r => Categories.PartOf(r.Category!) == CategoryPart.Land))
        {
            choices.Add(Boundary.NationalWithLand);
        }

        return choices.Contains(inventory.Boundary) ? choices : [inventory.Boundary, .. choices];
    }
}
