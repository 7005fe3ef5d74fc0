// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.OwnTable;

/// <summary>A cell as it stands; workbooks also know which cells are numbers.</summary>
internal readonly record struct GridCell(string Text, double? Number = null)
{
    public static GridCell Blank { get; } = new("");

    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}

/// <summary>One row with the line it stands on.</summary>
internal sealed record GridRow(int Line, GridCell[] Cells)
{
    public GridCell this[int column] => column >= 0 && column < Cells.Length ? Cells[column] : GridCell.Blank;

    public bool IsBlank => Cells.All(c => c.IsBlank);
}

/// <summary>A table of cells, blank rows left out, that remembers where each cell stood.</summary>
internal sealed class TableGrid(string file, IReadOnlyList<GridRow> rows)
{
    private readonly Func<int, int, Place>? _placeOf;

    private TableGrid(string file, IReadOnlyList<GridRow> rows, Func<int, int, Place> placeOf)
        : this(file, rows) => _placeOf = placeOf;

    /// <summary>The worksheet the table stands on; null for text.</summary>
    public string? Sheet { get; init; }

    /// <summary>True when the separator leaves the comma free to be a decimal mark.</summary>
    public bool CommaLikely { get; init; }

    public string File => file;

    public IReadOnlyList<GridRow> Rows => rows;

    public int Width { get; } = rows.Count == 0 ? 0 : rows.Max(r => r.Cells.Length);

    public Place PlaceOf(int row, int column)
    {
        if (_placeOf is not null)
        {
            return _placeOf(row, column);
        }

        var line = rows[row].Line;
        var cell = column < 0 ? null : CellName.Of(column, line);
        return new Place(file, line, 0, Sheet is null || cell is null ? cell : $"{Sheet}!{cell}");
    }

    /// <summary>Rows <paramref name="from"/> to <paramref name="to"/> (exclusive) with rows and columns exchanged.</summary>
    public TableGrid Transpose(int from, int to)
    {
        var turned = new List<GridRow>(Width);
        for (var column = 0; column < Width; column++)
        {
            var cells = new GridCell[to - from];
            for (var row = from; row < to; row++)
            {
                cells[row - from] = rows[row][column];
            }

            turned.Add(new GridRow(column + 1, cells));
        }

        return new TableGrid(file, turned, (row, column) => PlaceOf(from + Math.Max(column, 0), row))
        {
            Sheet = Sheet,
            CommaLikely = CommaLikely,
        };
    }
}
