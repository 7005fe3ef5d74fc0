// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Globalization;
using Lodestar.Formula.Declarations;
using Lodestar.Formula.Problems;
using Lodestar.Formula.Text;
using Lodestar.Units;

namespace Lodestar.Formula.Binding;

/// <summary>Makes a complete table of the cells a model states: every label, every year, or a fault that says which lack.</summary>
/// <param name="axes">The axes of the variable in the order of the model.</param>
/// <param name="asWritten">The same in the order of its brackets, in which levels of nested maps are given to them.</param>
internal sealed class TableBinder(
    ModelScope scope,
    string name,
    ImmutableArray<Axis> axes,
    ImmutableArray<Axis> asWritten,
    Unit unit
)
{
    private const double SharesTolerance = 1e-6;
    private readonly ProblemBag _bag = scope.Bag;
    private readonly Dictionary<int[], SortedDictionary<int, double>> _cells = new(LabelsComparer.Instance);
    private readonly HashSet<Axis> _given = [];
    private bool _isFaulty;
    private bool? _isYearly;

    public DataTable? Bind(TableText table, SeriesRules rules)
    {
        if (table.Heading is { } heading)
        {
            new HeadedRows(this, scope, name, axes).Read(heading, table);
        }
        else
        {
            var order = ByLevel(table.Rows);
            foreach (var row in table.Rows)
            {
                Path(row, order);
            }
        }

        if (_isFaulty || _bag.Problems.Any(p => p.Span.Piece == table.Where))
        {
            return null;
        }

        ImmutableArray<Axis> own = [.. axes.Where(_given.Contains)];
        return Complete(own, table, rules);
    }

    /// <summary>Notes that a table speaks of an axis.</summary>
    public void Speaks(Axis axis) => _given.Add(axis);

    public void Fault(Fault fault, Piece at, params ReadOnlySpan<(string, object)> values)
    {
        _isFaulty = true;
        _bag.Add(fault, Span.Of(at), values);
    }

    public void UnknownLabel(Piece at, IEnumerable<Axis> among)
    {
        _isFaulty = true;
        var list = among.ToList();
        _bag.Add(
            new Problem(Problems.Fault.UnknownLabel, Span.Of(at))
            {
                Values = [("label", at.Text), ("axis", string.Join(", ", list.Select(a => a.Name)))],
                Suggestions = Nearest.To(at.Text, list.SelectMany(a => a.Labels)),
            }
        );
    }

    public void Put(int[] labels, int? year, Piece cell)
    {
        if (Number(cell) is not { } value)
        {
            return;
        }

        if (_isYearly is { } yearly && yearly != year is not null)
        {
            Fault(Problems.Fault.PartsOfRow, cell, ("given", year is null ? 0 : 1), ("wanted", yearly ? 1 : 0));
            return;
        }

        _isYearly = year is not null;
        if (!_cells.TryGetValue(labels, out var years))
        {
            _cells[labels] = years = [];
        }

        if (!years.TryAdd(year ?? 0, value))
        {
            Fault(Problems.Fault.CellTwice, cell, ("cell", Describe(labels, year)));
        }
    }

    public static int? YearOf(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? year
            : null;

    /// <summary>
    /// The axes in the order in which the maps are nested: a level is that of the first axis which has all of its labels.
    /// Where axes share labels, this keeps a cell from being taken for its mirror image.
    /// </summary>
    private List<Axis> ByLevel(ImmutableArray<ImmutableArray<Piece>> rows)
    {
        var (order, rest) = (new List<Axis>(), asWritten.ToList());
        for (var level = 0; rest.Count > 0 && rows.Any(r => r.Length > level + 1); level++)
        {
            var labels = rows.Where(r => r.Length > level + 1).Select(r => r[level].Text).ToHashSet();
            if (rest.Find(a => labels.IsSubsetOf(a.Labels)) is { } axis)
            {
                order.Add(axis);
                rest.Remove(axis);
            }
        }

        return [.. order, .. rest];
    }

    /// <summary>A row of a nested map: labels and years in any order, and the value.</summary>
    private void Path(ImmutableArray<Piece> row, List<Axis> order)
    {
        var labels = Enumerable.Repeat(-1, axes.Length).ToArray();
        int? year = null;
        foreach (var part in row[..^1])
        {
            var axis = order
                .Select(a => axes.IndexOf(a))
                .Where(i => labels[i] < 0 && axes[i].Labels.Contains(part.Text))
                .Select(i => (int?)i)
                .FirstOrDefault();
            if (axis is { } i)
            {
                labels[i] = axes[i].Labels.IndexOf(part.Text);
                _given.Add(axes[i]);
            }
            else if (year is null && YearOf(part.Text) is { } number)
            {
                year = number;
            }
            else
            {
                UnknownLabel(part, axes.Where((_, at) => labels[at] < 0));
                return;
            }
        }

        Put(labels, year, row[^1]);
    }

    private double? Number(Piece cell)
    {
        var reading = Quantity.Read(cell.Text.Trim());
        if (reading.Quantity is { } quantity && double.IsFinite(quantity.Value))
        {
            if (quantity.Unit == Unit.One)
            {
                return quantity.Value;
            }

            if (quantity.TryTo(unit, out var converted))
            {
                return converted.Value;
            }

            Fault(
                Problems.Fault.UnitOfVariable,
                cell,
                ("given", quantity.Unit.Symbol),
                ("wanted", unit.Symbol),
                ("extra", "")
            );
            return null;
        }

        Fault(Problems.Fault.NotANumber, cell, ("text", cell.Text));
        return null;
    }

    private DataTable? Complete(ImmutableArray<Axis> own, TableText table, SeriesRules rules)
    {
        var cells = Cell.Count(own);
        var isYearly = _isYearly ?? false;
        var years = isYearly ? scope.YearCount : 1;
        var values = new double[years * cells];
        var missing = new List<string>();
        var labels = new int[axes.Length];
        for (var cell = 0; cell < cells; cell++)
        {
            Array.Fill(labels, -1);
            var rest = cell;
            for (var i = own.Length - 1; i >= 0; i--)
            {
                labels[axes.IndexOf(own[i])] = rest % own[i].Count;
                rest /= own[i].Count;
            }

            if (!_cells.TryGetValue(labels, out var points))
            {
                if (!rules.IsAbsentZero)
                {
                    missing.Add(Describe(labels, null));
                }

                continue;
            }

            if (!isYearly)
            {
                values[cell] = points[0];
            }
            else if (!rules.Fill(points, scope, Describe(labels, null), table.Where, values.AsSpan(cell), cells))
            {
                return null;
            }
        }

        if (missing.Count > 0)
        {
            Fault(
                Problems.Fault.CellsMissing,
                table.Where,
                ("count", missing.Count),
                ("of", cells),
                ("cells", string.Join("; ", missing.Take(3)))
            );
            return null;
        }

        return new DataTable(unit, own, isYearly, values);
    }

    /// <summary>Says where shares don't close.</summary>
    public bool Closes(DataTable table, Axis axis, Piece where)
    {
        var inner = 1;
        foreach (var other in table.Axes.Reverse())
        {
            if (other == axis)
            {
                break;
            }

            inner *= other.Count;
        }

        var block = inner * axis.Count;
        for (var start = 0; start < table.Values.Length; start += block)
        {
            for (var at = 0; at < inner; at++)
            {
                var sum = 0.0;
                for (var label = 0; label < axis.Count; label++)
                {
                    sum += table.Values[start + at + (label * inner)] * unit.Scale;
                }

                if (!(Math.Abs(sum - 1) <= SharesTolerance))
                {
                    var year = table.IsYearly ? scope.FirstYear + (start / Cell.Count(table.Axes)) : 0;
                    Fault(
                        Problems.Fault.SharesOpen,
                        where,
                        ("name", name),
                        ("sum", sum),
                        ("axis", axis.Name),
                        ("where", table.IsYearly ? year.ToString(CultureInfo.InvariantCulture) : name)
                    );
                    return false;
                }
            }
        }

        return true;
    }

    private string Describe(int[] labels, int? year)
    {
        var parts = labels.Select((label, i) => label < 0 ? null : axes[i].Labels[label]).Where(p => p is not null);
        var text = string.Join(", ", year is { } y ? parts.Append(y.ToString(CultureInfo.InvariantCulture)) : parts);
        return text.Length == 0 ? name : text;
    }

    private sealed class LabelsComparer : IEqualityComparer<int[]>
    {
        public static LabelsComparer Instance { get; } = new();

        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] labels)
        {
            var hash = new HashCode();
            foreach (var label in labels)
            {
                hash.Add(label);
            }

            return hash.ToHashCode();
        }
    }
}
