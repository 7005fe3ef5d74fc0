// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Lodestar.Formula.Binding;

namespace Lodestar.Formula.Lowering;

/// <summary>
/// Turns the bound trees of a model into a graph. Each variable is lowered twice, for the first year and for the later
/// ones; what does not differ is the same node.
/// </summary>
internal sealed class Lowerer
{
    private const int FirstBinary = (int)Operation.Add;

    private readonly Graph graph = new();
    private readonly ImmutableArray<Loop> labels;
    private readonly Loop ages;
    private readonly Loop cohorts;
    private readonly Dictionary<(int, int), Loop> years = [];
    private readonly List<LoweredVariable?> lowered;
    private readonly List<bool> readAhead;
    private readonly Queue<BoundVariable> carried = new();
    private readonly NumbersSource yearNumbers;
    private readonly NumbersSource ageNumbers;
    private readonly Dictionary<DataTable, NumbersSource> tables = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, NumbersSource> flags = new(StringComparer.Ordinal);
    private Dictionary<Seen, Node> seen = [];
    private bool isFirst;

    private Lowerer(BoundModel model)
    {
        labels = [.. model.Axes.Select(a => new Loop(a.Index, LoopKind.Labels, a.Count))];
        ages = new Loop(labels.Length, LoopKind.Ages, model.YearCount);
        cohorts = new Loop(labels.Length + 1, LoopKind.Cohorts, model.YearCount);
        lowered = [.. new LoweredVariable?[model.Variables.Length]];
        readAhead = [.. new bool[model.Variables.Length]];
        yearNumbers = new(
            [.. Enumerable.Range(model.FirstYear, model.YearCount).Select(y => (double)y)],
            IsYearly: true,
            []
        );
        ageNumbers = new([.. Enumerable.Range(0, model.YearCount).Select(a => (double)a)], IsYearly: false, [ages]);
    }

    public static LoweredModel Lower(BoundModel model)
    {
        var lowerer = new Lowerer(model);
        for (var stratum = 0; stratum < model.Strata.Length; stratum++)
        {
            lowerer.graph.Stratum = stratum;
            foreach (var variable in model.Strata[stratum])
            {
                lowerer.Add(variable, stratum);
            }

            while (lowerer.carried.TryDequeue(out var variable))
            {
                lowerer.Add(variable, stratum);
            }
        }

        return new LoweredModel
        {
            Model = model,
            Graph = lowerer.graph,
            Labels = lowerer.labels,
            Variables = [.. lowerer.lowered.Select(v => v!)],
        };
    }

    private void Add(BoundVariable variable, int stratum)
    {
        isFirst = true;
        seen = [];
        var first = Lower(variable.First ?? variable.Body);
        isFirst = false;
        seen = [];
        var later = Lower(variable.Body);
        lowered[variable.Index] = new LoweredVariable
        {
            Variable = variable,
            Stratum = stratum,
            First = first,
            Later = later,
            IsYearly = first != later || first.IsYearly || readAhead[variable.Index],
        };
    }

    private Node Lower(BoundExpression expression)
    {
        var key = new Seen(expression);
        if (!seen.TryGetValue(key, out var node))
        {
            seen[key] = node = !isFirst && Carrying.IsWorth(expression) ? Carry(expression) : LowerAnew(expression);
        }

        return node;
    }

    private Node LowerAnew(BoundExpression expression) =>
        expression switch
        {
            Constant c => graph.Constant(c.Value),
            YearNumber => graph.Load(yearNumbers),
            AgeNumber => graph.Load(ageNumbers),
            ParameterValue p => graph.Load(new ParameterSource(p.Parameter, Of(p.Parameter.Axes))),
            TableValue t => graph.Load(Numbers(t.Table)),
            LabelFlag f => graph.Load(Numbers(f)),
            VariableValue v => SameYear(v.Variable),
            PreviousValue p => Previous(p),
            YearValue y => Earlier(y.Variable, new YearReach(YearKind.Fixed, y.Year)),
            OverYears o => Lower(o),
            Survivors s => Lower(s),
            UnaryExpression u => graph.Operate((Operation)u.Operation, Lower(u.Operand)),
            BinaryExpression b => graph.Operate(
                (Operation)(FirstBinary + (int)b.Operation),
                Lower(b.Left),
                Lower(b.Right)
            ),
            Choice c => graph.Operate(Operation.Choose, Lower(c.Condition), Lower(c.Then), Lower(c.Else)),
            ReductionExpression r => graph.Reduce(r.Reduction, Lower(r.Body), Sorted(r.Over)),
            Pick p => graph.Reindex(Lower(p.Body), labels[p.Axis.Index], new Reach(null, p.Label)),
            Remap r => graph.Reindex(
                Lower(r.Body),
                labels[r.From.Index],
                new Reach(labels[r.To.Index], 0, graph.Map(r.Map))
            ),
            _ => throw new InvalidOperationException($"{expression.GetType()} cannot be lowered."),
        };

    /// <summary>
    /// What reads several values of the year before, and nothing of the current one, is computed in the year before: then
    /// one value is kept from year to year instead of several. Stocks are of this kind.
    /// </summary>
    private Node Carry(BoundExpression expression)
    {
        var variable = new BoundVariable
        {
            Index = lowered.Count,
            Name = "carried",
            Unit = expression.Unit,
            Axes = expression.Axes,
            Extent = expression.Extent,
            IsHidden = true,
            Body = Carrying.YearBefore(expression),
        };
        lowered.Add(null);
        readAhead.Add(false);
        carried.Enqueue(variable);
        return Earlier(variable, new YearReach(YearKind.Previous));
    }

    private Node SameYear(BoundVariable variable)
    {
        var of = lowered[variable.Index]!;
        if (!of.IsYearly)
        {
            return of.Later;
        }

        if (of.Stratum < graph.Stratum)
        {
            return graph.Load(Kept(variable));
        }

        return isFirst ? of.First : of.Later;
    }

    private Node Previous(PreviousValue previous)
    {
        if (isFirst)
        {
            return previous.Before is { } before ? Lower(before) : graph.Constant(double.NaN);
        }

        return Earlier(previous.Variable, new YearReach(YearKind.Previous));
    }

    private Node Earlier(BoundVariable variable, YearReach year)
    {
        if (lowered[variable.Index] is { IsYearly: false } steady)
        {
            return steady.Later;
        }

        readAhead[variable.Index] |= lowered[variable.Index] is null;
        return graph.Load(Kept(variable), year);
    }

    private Node Lower(OverYears over)
    {
        var span = (over.From, over.To - over.From + 1);
        if (!years.TryGetValue(span, out var loop))
        {
            years[span] = loop = new Loop(labels.Length + 2 + years.Count, LoopKind.Years, span.Item2, over.From);
        }

        return graph.Reduce(over.Reduction, Earlier(over.Variable, new YearReach(YearKind.Counted, 0, loop)), [loop]);
    }

    private Node Lower(Survivors survivors)
    {
        if (isFirst)
        {
            return graph.Constant(0);
        }

        var inflow = Earlier(survivors.Inflow, new YearReach(YearKind.Counted, 0, cohorts));
        var curve = graph.Reindex(Lower(survivors.Curve), ages, new Reach(cohorts, IsAge: true));
        return graph.Reduce(Reduction.Sum, graph.Operate(Operation.Multiply, inflow, curve), [cohorts]);
    }

    private VariableSource Kept(BoundVariable variable) => new(variable, Of(variable.Axes));

    private NumbersSource Numbers(DataTable table)
    {
        if (!tables.TryGetValue(table, out var numbers))
        {
            tables[table] = numbers = new NumbersSource(table.Values, table.IsYearly, Of(table.Axes));
        }

        return numbers;
    }

    private NumbersSource Numbers(LabelFlag flag)
    {
        var key = $"{flag.Axis.Index}:{string.Concat(flag.Flags.Select(f => f ? '1' : '0'))}";
        if (!flags.TryGetValue(key, out var numbers))
        {
            flags[key] = numbers = new NumbersSource(
                [.. flag.Flags.Select(f => f ? 1.0 : 0.0)],
                IsYearly: false,
                [labels[flag.Axis.Index]]
            );
        }

        return numbers;
    }

    private ImmutableArray<Loop> Of(ImmutableArray<Axis> axes) => [.. axes.Select(a => labels[a.Index])];

    private ImmutableArray<Loop> Sorted(ImmutableArray<Axis> axes) =>
        [.. axes.Select(a => labels[a.Index]).Distinct().OrderBy(l => l.Id)];

    // Records compare by value, which for trees takes as long as they are deep; the same object is enough here.
    private readonly record struct Seen(BoundExpression Expression)
    {
        public bool Equals(Seen other) => ReferenceEquals(Expression, other.Expression);

        public override int GetHashCode() => RuntimeHelpers.GetHashCode(Expression);
    }
}
