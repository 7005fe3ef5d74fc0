// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.OwnTable;

/// <summary>One year's cell of a row, with where it stood.</summary>
internal readonly record struct TableCell(int Year, GridCell Cell, Place Place);

/// <summary>One series of the table, whichever way the table was laid out.</summary>
internal sealed record TableRow(string Label, Place Place, IReadOnlyList<TableCell> Cells)
{
    /// <summary>The heading it stands under; blank when there is none.</summary>
    public string Section { get; init; } = "";

    public string Reference { get; init; } = "";

    /// <summary>What its unit column or unit row says.</summary>
    public string Unit { get; init; } = "";
    public string Fuel { get; init; } = "";
    public string Note { get; init; } = "";

    /// <summary>The GPC scope that a column of its own states.</summary>
    public int? Scope { get; init; }

    /// <summary>The rows of the file it came from; several in a long table, none where years run down.</summary>
    public IReadOnlyList<Place> Lines { get; init; } = [];

    /// <summary>Rows that are the same in all but their numbers.</summary>
    public (string, string, string, string, string, int?) Key => (Section, Label, Reference, Unit, Fuel, Scope);
}

/// <summary>The rows found in a table, and what was said once for all of them.</summary>
internal sealed record TableRows(IReadOnlyList<TableRow> Rows)
{
    /// <summary>Title rows above the heading.</summary>
    public IReadOnlyList<string> Titles { get; init; } = [];

    /// <summary>The place, where a column names it and names one alone.</summary>
    public string Place { get; init; } = "";

    /// <summary>All places that a column names.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Headings of the columns that hold names, where a unit may stand too.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];
}
