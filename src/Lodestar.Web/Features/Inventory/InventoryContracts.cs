// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Serialization;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Series;
using Lodestar.Units;

namespace Lodestar.Web.Features.Inventory;

/// <summary>An inventory: its rows as they stand, and added up on one boundary.</summary>
/// <param name="Unit">Unit of all totals here.</param>
/// <param name="BoundaryNote">What the total includes and leaves out.</param>
/// <param name="LeftOut">Why rows were left out of the totals, if any were.</param>
public sealed record InventoryContract(
    InventorySummaryContract Inventory,
    Boundary Boundary,
    string Unit,
    MessageContract BoundaryNote,
    IReadOnlyList<TotalContract> Years,
    IReadOnlyList<CategoryTotalsContract> Sectors,
    IReadOnlyList<CategoryTotalsContract> SubSectors,
    IReadOnlyList<CategoryTotalsContract> Gases,
    IReadOnlyList<CategoryTotalsContract> Fuels,
    IReadOnlyList<TotalContract> TonnesPerPerson,
    IReadOnlyList<RowContract> Rows,
    IReadOnlyList<DiagnosticContract> LeftOut
)
{
    public static InventoryContract From(Plan plan, InventoryRecord inventory, Boundary boundary, MessageCatalog texts)
    {
        var totals = InventoryTotaller.Total(plan, inventory, boundary);
        int[] years = [.. inventory.Rows.SelectMany(r => r.Series.Cells).Select(c => c.Year).Distinct().Order()];
        return new(
            InventorySummaryContract.From(inventory),
            boundary,
            totals.Unit.Symbol,
            MessageContract.From(totals.BoundaryNote, texts),
            [.. totals.Years.Select(TotalContract.From)],
            [.. totals.Sectors.Select(CategoryTotalsContract.From)],
            [.. totals.SubSectors.Select(CategoryTotalsContract.From)],
            [.. totals.Gases.Select(CategoryTotalsContract.From)],
            [.. totals.Fuels.Select(CategoryTotalsContract.From)],
            [.. totals.PerPerson.Select(TotalContract.From)],
            [.. inventory.Rows.Select(r => RowContract.From(r, years, inventory.Rows, plan.GwpSet))],
            [.. totals.LeftOut.Select(d => DiagnosticContract.From(d, texts))]
        );
    }
}

/// <summary>Totals of a sector ("I"), a sub-sector ("I.1") or a fuel, by year. "" gathers rows that name none.</summary>
public sealed record CategoryTotalsContract(string Code, IReadOnlyList<TotalContract> Years)
{
    public static CategoryTotalsContract From(CategoryTotals totals) =>
        new(totals.Code, [.. totals.Years.Select(TotalContract.From)]);
}

/// <summary>One row of the inventory file.</summary>
/// <param name="Category">A GPC reference, sub-sector or sector; "total" for a printed total; null where not mapped.</param>
/// <param name="Cells">One a year of the inventory, those that are missing too.</param>
/// <param name="ImpliedFactors">For a row of role activity: what its emissions are for a unit of it.</param>
public sealed record RowContract(
    string Id,
    string? Category,
    string? Label,
    string? Fuel,
    string? Gas,
    RowRole Role,
    string Unit,
    string? Note,
    PlaceContract Place,
    IReadOnlyList<CellContract> Cells,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImpliedFactorsContract? ImpliedFactors
)
{
    public static RowContract From(
        InventoryRow row,
        IReadOnlyList<int> years,
        EquatableList<InventoryRow> all,
        GwpSet set
    ) =>
        new(
            row.Id,
            row.Category,
            row.Label,
            row.Fuel,
            row.GasOf,
            row.Role,
            row.Series.Unit.Symbol,
            row.Note,
            PlaceContract.From(row.Place),
            [.. years.Select(y => CellContract.From(y, row.Series[y], row.Series.ProvenanceOf(y)))],
            row.Role == RowRole.Activity ? ImpliedFactorsContract.Of(all, row, set) : null
        );
}

/// <summary>Emissions over activity, in the years in which both are known and above zero.</summary>
/// <param name="Unit">Kilograms by a unit of activity: "kg CO2/kWh".</param>
public sealed record ImpliedFactorsContract(string Unit, IReadOnlyList<ImpliedFactor> Years)
{
    public static ImpliedFactorsContract? Of(EquatableList<InventoryRow> rows, InventoryRow activity, GwpSet set) =>
        ActivityRows.ImpliedFactors(rows, activity, set) is { } implied
            ? new(implied.Unit.Symbol, [.. implied.Years])
            : null;
}

/// <summary>A year's cell: a value, or a key that says why there is none. Never a zero for want of a number.</summary>
/// <param name="Key">"NO" not occurring, "NE" not estimated, "IE" included elsewhere, "C" confidential, "missing".</param>
/// <param name="Where">For IE: the category that holds it, where stated.</param>
/// <param name="Uncertainty">Half-width of the 95 % interval as a fraction of the value.</param>
public sealed record CellContract(
    int Year,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Value,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Key,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Where,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Source,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Quality? Quality,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ValueKind? Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Uncertainty
)
{
    public static CellContract From(int year, Cell cell, Provenance provenance) =>
        new(
            year,
            cell.TryGetNumber(out var number) ? number : null,
            KeyOf(cell.Kind),
            cell.Where,
            provenance.Source,
            provenance.Quality == Planning.Series.Quality.NotStated ? null : provenance.Quality,
            provenance.Kind == ValueKind.NotStated ? null : provenance.Kind,
            provenance.Uncertainty
        );

    private static string? KeyOf(CellKind kind) =>
        kind switch
        {
            CellKind.Number => null,
            CellKind.NotOccurring => "NO",
            CellKind.NotEstimated => "NE",
            CellKind.IncludedElsewhere => "IE",
            CellKind.Confidential => "C",
            _ => "missing",
        };
}
