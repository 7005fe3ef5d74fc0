// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Series;
using Lodestar.Units;

namespace Lodestar.Formats.Imports;

/// <summary>One inventory row that an importer found, with its unit still as text.</summary>
internal sealed record DraftRow(string Id, string? Label, string Unit, EquatableList<YearCell> Cells)
{
    public string? Category { get; init; }
    public string? Fuel { get; init; }
    public bool IsTotal { get; init; }
    public string? Note { get; init; }
}

/// <summary>What an importer knows about the inventory as a whole.</summary>
internal sealed record DraftInventory(string Id, string Title, EquatableList<DraftRow> Rows)
{
    public string? Publisher { get; init; }
    public string? Protocol { get; init; }
    public string? BoundaryNote { get; init; }
    public Boundary Boundary { get; init; }
    public EquatableList<string> Gases { get; init; } = EquatableList<string>.Empty;
}

/// <summary>A plan in the making: one place with one inventory from one source.</summary>
internal sealed record PlanDraft(string Id, string Name, DraftInventory Inventory, Source Source)
{
    public JurisdictionKind Kind { get; init; }
    public string? Country { get; init; }
    public string? Currency { get; init; }
    public double? AreaKm2 { get; init; }
    public IReadOnlyDictionary<string, string> Codes { get; init; } = new Dictionary<string, string>();
    public EquatableList<YearCell> Population { get; init; } = EquatableList<YearCell>.Empty;

    public ImportedPlan ToPlan()
    {
        var file = $"inventory/{Inventory.Id}.csv";
        var inventory = new InventoryRecord(Inventory.Id, file)
        {
            Title = Inventory.Title,
            Publisher = Inventory.Publisher,
            Protocol = Inventory.Protocol,
            BoundaryNote = Inventory.BoundaryNote,
            Boundary = Inventory.Boundary,
            Gases = Inventory.Gases,
            Source = Source.Id,
            Rows = Inventory.Rows.Select(r => ToRow(r, new Place(file))).ToEquatableList(),
        };
        var plan = new Plan
        {
            Id = Id,
            Name = Name,
            Kind = Kind,
            Country = Country,
            Currency = Currency,
            Codes = Codes,
            Area = AreaKm2 is { } area ? new Quantity(area, Unit.Parse("km2")) : null,
            Population = Population.Count > 0 ? new YearSeries(Unit.Parse("person"), Population) : null,
            Inventories = EquatableList.Of(inventory),
            Sources = EquatableList.Of(Source),
        };
        return ImportedPlan.Of(plan);
    }

    private static InventoryRow ToRow(DraftRow row, Place place) =>
        new(row.Id, row.Category, new YearSeries(Unit.Parse(row.Unit), row.Cells), place)
        {
            Role = row.IsTotal ? RowRole.StatedTotal : RowRole.Part,
            Label = row.Label,
            Fuel = row.Fuel,
            Note = string.IsNullOrEmpty(row.Note) ? null : row.Note,
        };
}
