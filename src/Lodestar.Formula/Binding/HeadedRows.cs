// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Declarations;
using Lodestar.Formula.Problems;
using Lodestar.Formula.Text;

namespace Lodestar.Formula.Binding;

/// <summary>
/// Rows under a heading. Columns are axes, <c>year</c> and <c>value</c>; in a wide table years, or labels of one axis,
/// stand in the heading and every one of them is a column of values.
/// </summary>
internal sealed class HeadedRows(TableBinder table, ModelScope scope, string name, ImmutableArray<Axis> axes)
{
    private static readonly string[] Notes = ["note", "source", "comment"];

    private readonly record struct Column(int Axis, int Label, int? Year, bool IsYear, bool IsValue);

    public void Read(ImmutableArray<Piece> heading, TableText text)
    {
        if (Columns(heading) is not { } columns)
        {
            return;
        }

        var hasYear = columns.Any(c => c.IsYear);
        var values = columns.Select((c, i) => (Column: c, At: i)).Where(c => c.Column.IsValue).ToList();
        if (values.Count == 0)
        {
            table.Fault(Fault.ColumnMissing, text.Where, ("axis", "value"), ("name", name));
            return;
        }

        foreach (var row in text.Rows)
        {
            Row(row, columns, values.ConvertAll(v => v.At), hasYear);
        }
    }

    private List<Column>? Columns(ImmutableArray<Piece> heading)
    {
        var columns = new List<Column>();
        if (!FindWide(heading, out var wide))
        {
            return null;
        }

        foreach (var piece in heading)
        {
            var text = piece.Text.Trim();
            var axis = axes.ToList().FindIndex(a => a.Name == text);
            if (axis >= 0)
            {
                table.Speaks(axes[axis]);
                columns.Add(new Column(axis, -1, null, false, false));
            }
            else if (text == "year")
            {
                columns.Add(new Column(-1, -1, null, true, false));
            }
            else if (text == "value")
            {
                columns.Add(new Column(-1, -1, null, false, true));
            }
            else if (wide is not null && wide.Labels.IndexOf(text) is >= 0 and var label)
            {
                table.Speaks(wide);
                columns.Add(new Column(axes.IndexOf(wide), label, null, false, true));
            }
            else if (TableBinder.YearOf(text) is { } year)
            {
                columns.Add(new Column(-1, -1, year, false, true));
            }
            else if (Notes.Contains(text))
            {
                columns.Add(new Column(-1, -1, null, false, false));
            }
            else
            {
                scope.Bag.Add(
                    new Problem(Fault.UnknownHeading, Span.Of(piece))
                    {
                        Values = [("text", text), ("name", name)],
                        Suggestions = Nearest.To(
                            text,
                            axes.Select(a => a.Name)
                                .Concat(axes.SelectMany(a => a.Labels))
                                .Append("year")
                                .Append("value")
                        ),
                    }
                );
                table.Fault(Fault.UnknownHeading, piece, ("text", text), ("name", name));
                return null;
            }
        }

        return columns;
    }

    /// <summary>The axis whose labels are headings, if there is one; false, and said, where they may be of two.</summary>
    private bool FindWide(ImmutableArray<Piece> heading, out Axis? wide)
    {
        var names = heading.Select(h => h.Text.Trim()).ToHashSet(StringComparer.Ordinal);
        var free = axes.Where(a => !names.Contains(a.Name)).ToList();
        var labels = heading
            .Where(h => h.Text.Trim() is not ("year" or "value") && free.Exists(a => a.Labels.Contains(h.Text.Trim())))
            .ToList();
        var fitting = free.FindAll(a => labels.TrueForAll(l => a.Labels.Contains(l.Text.Trim())));
        wide = labels.Count > 0 && fitting.Count > 0 ? fitting[0] : null;
        if (labels.Count == 0 || fitting.Count == 1)
        {
            return true;
        }

        var first = wide ?? free.First(a => a.Labels.Contains(labels[0].Text.Trim()));
        var at = wide is null ? labels.First(l => !first.Labels.Contains(l.Text.Trim())) : labels[0];
        var lacking = wide ?? free.First(a => a.Labels.Contains(at.Text.Trim()));
        table.Fault(Fault.ColumnMissing, at, ("axis", lacking.Name), ("name", name));
        return false;
    }

    private void Row(ImmutableArray<Piece> row, List<Column> columns, List<int> values, bool hasYear)
    {
        if (row.Length != columns.Count)
        {
            table.Fault(
                Fault.PartsOfRow,
                row.IsEmpty ? Piece.Of("") : row[0],
                ("given", row.Length),
                ("wanted", columns.Count)
            );
            return;
        }

        var labels = Enumerable.Repeat(-1, axes.Length).ToArray();
        int? year = null;
        for (var i = 0; i < columns.Count; i++)
        {
            var text = row[i].Text.Trim();
            if (columns[i].IsYear)
            {
                year = TableBinder.YearOf(text);
                if (year is null)
                {
                    table.Fault(Fault.NotANumber, row[i], ("text", row[i].Text));
                    return;
                }
            }
            else if (columns[i] is { Axis: >= 0 and var axis, IsValue: false })
            {
                labels[axis] = axes[axis].Labels.IndexOf(text);
                if (labels[axis] < 0)
                {
                    table.UnknownLabel(row[i], [axes[axis]]);
                    return;
                }
            }
        }

        foreach (var at in values)
        {
            // A blank is no number and no zero: the cell is not given.
            if (string.IsNullOrWhiteSpace(row[at].Text))
            {
                continue;
            }

            var own = (int[])labels.Clone();
            if (columns[at].Label >= 0)
            {
                own[columns[at].Axis] = columns[at].Label;
            }

            table.Put(own, hasYear ? year : columns[at].Year, row[at]);
        }
    }
}
