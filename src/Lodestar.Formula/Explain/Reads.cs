// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Binding;

namespace Lodestar.Formula.Explain;

/// <summary>
/// One thing that a formula reads at one place: a variable in a year and cell, several of its cells or years, or a
/// parameter.
/// </summary>
/// <param name="Variable">The variable; null for a parameter.</param>
/// <param name="Parameter">The parameter; null for a variable.</param>
/// <param name="Year">The year, counted from 0.</param>
/// <param name="ToYear">The last of several years; the same as <paramref name="Year"/> for one.</param>
/// <param name="Cell">The label of each axis of the model; -1 where an axis is reduced over.</param>
internal sealed record Read(BoundVariable? Variable, Parameter? Parameter, int Year, int ToYear, int[] Cell)
{
    public bool Equals(Read? other) =>
        other is not null
        && (Variable, Parameter, Year, ToYear) == (other.Variable, other.Parameter, other.Year, other.ToYear)
        && Cell.AsSpan().SequenceEqual(other.Cell);

    public override int GetHashCode() => HashCode.Combine(Variable?.Index, Parameter?.Index, Year, ToYear);
}

/// <summary>Walks a bound formula and collects what it reads; variables that the binder made itself are looked through.</summary>
internal sealed class ReadCollector
{
    private const int MostReads = 400;
    private const int MostNodes = 200_000;

    private readonly HashSet<Read> _seen = [];
    private readonly HashSet<(BoundVariable, int)> _through = [];
    private int _nodes;

    public List<Read> Reads { get; } = [];

    public void Walk(BoundExpression node, int year, int[] cell)
    {
        if (_nodes++ > MostNodes || Reads.Count > MostReads)
        {
            return;
        }

        switch (node)
        {
            case VariableValue value:
                Variable(value.Variable, year, year, cell);
                break;
            case PreviousValue previous when year > 0:
                Variable(previous.Variable, year - 1, year - 1, cell);
                break;
            case PreviousValue { Before: { } before }:
                Walk(before, year, cell);
                break;
            case YearValue value:
                Variable(value.Variable, value.Year, value.Year, cell);
                break;
            case OverYears over:
                Variable(over.Variable, over.From, over.To, cell);
                break;
            case Survivors survivors:
                if (year > 0)
                {
                    Variable(survivors.Inflow, 0, year - 1, cell);
                }

                Walk(survivors.Curve, year, cell);
                break;
            case ParameterValue { Parameter: var parameter }:
                Add(new Read(null, parameter, year, year, Own(parameter.Axes, cell)));
                break;
            case UnaryExpression unary:
                Walk(unary.Operand, year, cell);
                break;
            case BinaryExpression binary:
                Walk(binary.Left, year, cell);
                Walk(binary.Right, year, cell);
                break;
            case Choice choice:
                Walk(choice.Condition, year, cell);
                Walk(choice.Then, year, cell);
                Walk(choice.Else, year, cell);
                break;
            case ReductionExpression reduction:
                Walk(reduction.Body, year, With(cell, reduction.Over.Select(a => (a.Index, -1))));
                break;
            case Pick pick:
                Walk(pick.Body, year, With(cell, [(pick.Axis.Index, pick.Label)]));
                break;
            case Remap remap:
                var label = cell[remap.To.Index];
                Walk(remap.Body, year, With(cell, [(remap.From.Index, label < 0 ? -1 : remap.Map[label])]));
                break;
        }
    }

    private void Variable(BoundVariable variable, int from, int to, int[] cell)
    {
        if (!variable.IsHidden)
        {
            Add(new Read(variable, null, from, to, Own(variable.Axes, cell)));
            return;
        }

        // A recurrence within what the binder made leads back to itself: one year of it tells enough.
        foreach (var year in from == to ? [from] : new[] { from, to })
        {
            if (_through.Add((variable, year)))
            {
                Walk(year == 0 && variable.First is { } first ? first : variable.Body, year, cell);
            }
        }
    }

    private void Add(Read read)
    {
        if (_seen.Add(read))
        {
            Reads.Add(read);
        }
    }

    private static int[] Own(IEnumerable<Axis> axes, int[] cell)
    {
        var own = new int[cell.Length];
        foreach (var axis in axes)
        {
            own[axis.Index] = cell[axis.Index];
        }

        return own;
    }

    private static int[] With(int[] cell, IEnumerable<(int Axis, int Label)> changes)
    {
        var changed = (int[])cell.Clone();
        foreach (var (axis, label) in changes)
        {
            changed[axis] = label;
        }

        return changed;
    }
}
