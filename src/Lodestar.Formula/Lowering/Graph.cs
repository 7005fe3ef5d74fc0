// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Lodestar.Formula.Binding;

namespace Lodestar.Formula.Lowering;

/// <summary>Makes nodes, so that equal values are one node, and works out what constants alone decide.</summary>
internal sealed class Graph
{
    private readonly Dictionary<Key, Node> known = [];
    private readonly Dictionary<string, LabelMap> maps = new(StringComparer.Ordinal);
    private readonly List<Node> nodes = [];

    /// <summary>All nodes, operands first.</summary>
    public IReadOnlyList<Node> Nodes => nodes;

    /// <summary>The stratum that is being lowered. Values that differ by year are computed anew in each.</summary>
    public int Stratum { get; set; }

    public Node Constant(double value) =>
        Intern(
            new Key('c', 0, 0, 0, 0, BitConverter.DoubleToInt64Bits(value), null, ""),
            false,
            (id, stratum) =>
                new ConstantNode
                {
                    Id = id,
                    Axes = [],
                    IsYearly = false,
                    Stratum = stratum,
                    Value = value,
                }
        );

    public LabelMap Map(ImmutableArray<int> labels)
    {
        var text = string.Join(',', labels);
        if (!maps.TryGetValue(text, out var map))
        {
            maps[text] = map = new LabelMap(maps.Count, labels);
        }

        return map;
    }

    /// <summary>Reads a source at each of its own labels.</summary>
    public Node Load(Source source, YearReach year = default) =>
        Load(source, [.. source.Axes.Select(a => new Reach(a))], year);

    public Node Load(Source source, ImmutableArray<Reach> reach, YearReach year)
    {
        object identity = source switch
        {
            ParameterSource p => p.Parameter,
            NumbersSource n => n.Values,
            VariableSource v => v.Variable,
            NodeSource n => n.Node,
            _ => throw new InvalidOperationException(),
        };
        var yearly = source switch
        {
            NumbersSource n => n.IsYearly,
            NodeSource n => n.Node.IsYearly,
            VariableSource => year.Kind is YearKind.Current or YearKind.Previous,
            _ => false,
        };
        var loops = reach.Select(r => r.Loop).Append(year.Loop).OfType<Loop>();
        yearly |= loops.Any(l => l.Kind == LoopKind.Cohorts);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{year.Year}:{year.Loop?.Id}");
        foreach (var one in reach)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $";{one.Loop?.Id}:{one.Label}:{one.Map?.Id}{(one.IsAge ? "a" : "")}"
            );
        }

        return Intern(
            new Key('l', (int)year.Kind, 0, 0, 0, 0, identity, text.ToString()),
            yearly,
            (id, stratum) =>
                new LoadNode
                {
                    Id = id,
                    Axes = [.. loops.Distinct().OrderBy(l => l.Id)],
                    IsYearly = yearly,
                    Stratum = stratum,
                    Source = source,
                    Reach = reach,
                    Year = year,
                }
        );
    }

    public Node Operate(Operation operation, params ReadOnlySpan<Node> operands)
    {
        ImmutableArray<Node> all = [.. operands];
        if (all.All(o => o is ConstantNode))
        {
            return Constant(Operations.Value(operation, [.. all.Select(o => ((ConstantNode)o).Value)]));
        }

        ImmutableArray<Loop> axes = [];
        foreach (var operand in all)
        {
            axes = Loop.Union(axes, operand.Axes);
        }

        var yearly = all.Any(o => o.IsYearly);
        return Intern(
            new Key(
                'o',
                (int)operation,
                all[0].Id,
                all.Length > 1 ? all[1].Id : -1,
                all.Length > 2 ? all[2].Id : -1,
                0,
                null,
                ""
            ),
            yearly,
            (id, stratum) =>
                new OperationNode
                {
                    Id = id,
                    Axes = axes,
                    IsYearly = yearly,
                    Stratum = stratum,
                    Operation = operation,
                    Operands = all,
                }
        );
    }

    public Node Reduce(Reduction reduction, Node body, ImmutableArray<Loop> over)
    {
        if (over.IsEmpty)
        {
            return reduction == Reduction.Sum ? Operate(Operation.Add, Constant(0), body) : body;
        }

        var yearly = body.IsYearly || over.Any(l => l.Kind == LoopKind.Cohorts);
        return Intern(
            new Key('r', (int)reduction, body.Id, 0, 0, 0, null, string.Join(',', over.Select(o => o.Id))),
            yearly,
            (id, stratum) =>
                new ReductionNode
                {
                    Id = id,
                    Axes = [.. body.Axes.Except(over)],
                    IsYearly = yearly,
                    Stratum = stratum,
                    Reduction = reduction,
                    Body = body,
                    Over = over,
                }
        );
    }

    /// <summary>A value with one of its loops replaced.</summary>
    public Node Reindex(Node node, Loop loop, Reach by)
    {
        if (!node.Axes.Contains(loop))
        {
            return node;
        }

        return node is LoadNode load && load.Year.Loop != loop
            ? Load(load.Source, [.. load.Reach.Select(r => Replace(r, loop, by))], load.Year)
            : Load(new NodeSource(node), [.. node.Axes.Select(a => a == loop ? by : new Reach(a))], default);
    }

    private Reach Replace(Reach reach, Loop loop, Reach by)
    {
        if (reach.Loop != loop)
        {
            return reach;
        }

        if (by.Loop is null)
        {
            return new Reach(null, reach.Map?.Labels[by.Label] ?? by.Label);
        }

        if (reach.Map is null)
        {
            return by;
        }

        return by with
        {
            Map = Map([.. by.Map!.Labels.Select(l => reach.Map.Labels[l])]),
        };
    }

    private Node Intern(Key key, bool isYearly, Func<int, int, Node> make)
    {
        var own = key with { Stratum = isYearly ? Stratum : -1 };
        if (!known.TryGetValue(own, out var node))
        {
            known[own] = node = make(nodes.Count, Stratum);
            nodes.Add(node);
        }

        return node;
    }

    private readonly record struct Key(
        char Kind,
        int Code,
        int A,
        int B,
        int C,
        long Bits,
        object? Identity,
        string Text,
        int Stratum = -1
    )
    {
        public bool Equals(Key other) =>
            (Kind, Code, A, B, C, Bits, Stratum)
                == (other.Kind, other.Code, other.A, other.B, other.C, other.Bits, other.Stratum)
            && ReferenceEquals(Identity, other.Identity)
            && Text == other.Text;

        public override int GetHashCode() =>
            HashCode.Combine(
                HashCode.Combine(Kind, Code, A, B, C, Bits, Stratum),
                Identity is null ? 0 : RuntimeHelpers.GetHashCode(Identity),
                Text
            );
    }
}
