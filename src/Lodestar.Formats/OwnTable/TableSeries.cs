// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Series;

namespace Lodestar.Formats.OwnTable;

/// <summary>A row of the table with its numbers read, on its way to become an inventory row.</summary>
internal sealed record TableSeries(Place Place, string Label, string Unit, EquatableList<YearCell> Cells)
{
    public string? Category { get; set; }

    /// <summary>A bare "Total" below a section's heading: of the section or of the whole, its figures must tell.</summary>
    public bool IsBareTotal { get; init; }
    public string? Fuel { get; init; }
    public string Note { get; init; } = "";

    /// <summary>True when the category was told from a name, not from a code.</summary>
    public bool Guessed { get; init; }

    /// <summary>Decimals as printed.</summary>
    public int Decimals { get; init; }

    /// <summary>A printed total, checked and never added.</summary>
    public bool IsTotal { get; set; }

    public Cell this[int year] => Cells.FirstOrDefault(c => c.Year == year).Cell;

    /// <summary>True for a row inside the category, or for any when it is the whole.</summary>
    public bool IsWithin(string category) =>
        category == "total"
        || Category == category
        || (Category?.StartsWith(category + ".", StringComparison.Ordinal) ?? false);

    public DraftRow ToRow(string id) =>
        new(id, Label, Unit, Cells)
        {
            Category = Category,
            Fuel = Fuel,
            IsTotal = IsTotal,
            Note =
                Guessed && Category != "total"
                    ? string.Join(' ', new[] { Note, "Category told from the name." }.Where(n => n.Length > 0))
                    : Note,
        };
}
