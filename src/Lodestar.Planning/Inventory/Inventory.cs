// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Series;

namespace Lodestar.Planning.Inventory;

/// <summary>
/// The three totals of the GPC for cities, and the two of national inventories. They overlap and are never added
/// together.
/// </summary>
public enum Boundary
{
    Basic,
    BasicPlus,
    Territorial,

    /// <summary>All sectors of a national scheme without land use and memo items.</summary>
    National,

    /// <summary>The same with land use, land-use change and forestry.</summary>
    NationalWithLand,

    /// <summary>Nobody states what is inside; every row counts.</summary>
    NotStated,
}

/// <summary>
/// An inventory as one publisher states it: what plan.yaml says about it, and its rows. Several may stand side by side;
/// the first one of a plan is the one its targets are read against unless a target names another.
/// </summary>
public sealed record InventoryRecord(string Id, string File)
{
    public string? Title { get; init; }
    public string? Publisher { get; init; }

    /// <summary>The accounting rules, as the publisher names them: "GPC v1.1", "IPCC 2006".</summary>
    public string? Protocol { get; init; }

    /// <summary>What is inside and what is left out, in the publisher's sense, for people to read.</summary>
    public string? BoundaryNote { get; init; }

    /// <summary>The total a page leads with.</summary>
    public Boundary Boundary { get; init; } = Boundary.Basic;

    /// <summary>The scheme that bare categories of the file are of ("crt"); null for the GPC.</summary>
    public string? Scheme { get; init; }

    /// <summary>Gases the inventory counts ("CO2", "CH4", …), as stated; empty when not stated.</summary>
    public EquatableList<string> Gases { get; init; } = EquatableList<string>.Empty;

    /// <summary>When the publisher issued this edition.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Id of a source of the plan.</summary>
    public string? Source { get; init; }

    public EquatableList<InventoryRow> Rows { get; init; } = EquatableList<InventoryRow>.Empty;
}

/// <summary>
/// Whether a row is counted, is a total that its publisher printed and that the parts are checked against, or states what
/// was done (energy, kilometres, waste) and not what it emitted.
/// </summary>
public enum RowRole
{
    Part,
    StatedTotal,
    Activity,
}

/// <summary>One row of an inventory file: a category, a fuel if stated, and its yearly cells.</summary>
/// <param name="Id">Stable within the file.</param>
/// <param name="Category">
/// A GPC reference ("I.1.1"), a sub-sector ("I.1") or a sector ("I"), or a category of another scheme ("crt:3.A", see
/// <see cref="Categories"/>); "total" for a stated grand total; null when the row is not mapped. A row coarser than a reference has no scope: it enters BASIC (sectors I–III) or BASIC+ (IV, V)
/// and leaves the territorial total open.
/// </param>
public sealed record InventoryRow(string Id, string? Category, YearSeries Series, Place Place)
{
    public RowRole Role { get; init; } = RowRole.Part;

    /// <summary>The publisher's own name of the row: "Domestic Gas".</summary>
    public string? Label { get; init; }

    public string? Fuel { get; init; }

    /// <summary>
    /// The gas of an amount that is stated in CO2e ("CH4", "F-gases"); null where the unit itself is the mass of a gas,
    /// or where the amount is a mixture. Read it through <see cref="GasOf"/>.
    /// </summary>
    public string? Gas { get; init; }

    /// <summary>The gas that the row counts, from its unit or as stated; null for a mixture and for what is not stated.</summary>
    public string? GasOf => Series.Unit.Dimension.TryGetGasMass(out var gas) ? gas.Id : Gas;

    public string? Note { get; init; }
}
