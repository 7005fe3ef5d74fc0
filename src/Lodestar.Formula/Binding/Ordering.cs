// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Problems;

namespace Lodestar.Formula.Binding;

/// <summary>Finds the order of evaluation, or the circle that has none.</summary>
internal static class Ordering
{
    private enum Reach
    {
        SameYear,
        Past,
        AllYears,
    }

    private readonly record struct Edge(BoundVariable To, Reach Reach);

    public static ImmutableArray<ImmutableArray<BoundVariable>>? Of(
        IReadOnlyList<BoundVariable> variables,
        ProblemBag bag
    )
    {
        var edges = new List<Edge>[variables.Count];
        foreach (var variable in variables)
        {
            var list = edges[variable.Index] = [];
            Collect(variable.Body, list);
            if (variable.First is { } first)
            {
                Collect(first, list);
            }
        }

        if (Strata(variables, edges, bag) is not { } strata)
        {
            return null;
        }

        var result = ImmutableArray.CreateBuilder<ImmutableArray<BoundVariable>>();
        foreach (var group in variables.GroupBy(v => strata[v.Index]).OrderBy(g => g.Key))
        {
            if (Within([.. group], edges, strata, bag) is not { } order)
            {
                return null;
            }

            result.Add(order);
        }

        return result.ToImmutable();
    }

    /// <summary>The variables a formula reads, in any year.</summary>
    public static IEnumerable<BoundVariable> ReadBy(BoundVariable variable)
    {
        var edges = new List<Edge>();
        Collect(variable.Body, edges);
        if (variable.First is { } first)
        {
            Collect(first, edges);
        }

        return edges.Select(e => e.To).Distinct();
    }

    /// <summary>Variables, and all that they read directly or through others.</summary>
    public static HashSet<BoundVariable> NeededBy(IEnumerable<BoundVariable> wanted)
    {
        var needed = new HashSet<BoundVariable>();
        var waiting = new Stack<BoundVariable>(wanted);
        while (waiting.TryPop(out var variable))
        {
            if (needed.Add(variable))
            {
                foreach (var read in ReadBy(variable))
                {
                    waiting.Push(read);
                }
            }
        }

        return needed;
    }

    private static void Collect(BoundExpression node, List<Edge> edges)
    {
        switch (node)
        {
            case VariableValue value:
                edges.Add(new Edge(value.Variable, Reach.SameYear));
                break;
            case PreviousValue previous:
                edges.Add(new Edge(previous.Variable, Reach.Past));
                if (previous.Before is { } before)
                {
                    Collect(before, edges);
                }

                break;
            case YearValue at:
                edges.Add(new Edge(at.Variable, Reach.AllYears));
                break;
            case OverYears over:
                edges.Add(new Edge(over.Variable, Reach.AllYears));
                break;
            case Survivors survivors:
                edges.Add(new Edge(survivors.Inflow, Reach.Past));
                Collect(survivors.Curve, edges);
                break;
            default:
                foreach (var part in PartsOf(node))
                {
                    Collect(part, edges);
                }

                break;
        }
    }

    /// <summary>The parts of a node that are expressions of the same place and year.</summary>
    public static IEnumerable<BoundExpression> PartsOf(BoundExpression node) =>
        node switch
        {
            UnaryExpression unary => [unary.Operand],
            BinaryExpression binary => [binary.Left, binary.Right],
            Choice choice => [choice.Condition, choice.Then, choice.Else],
            ReductionExpression reduction => [reduction.Body],
            Pick pick => [pick.Body],
            Remap remap => [remap.Body],
            Survivors survivors => [survivors.Curve],
            PreviousValue { Before: { } before } => [before],
            _ => [],
        };

    private static int[]? Strata(IReadOnlyList<BoundVariable> variables, List<Edge>[] edges, ProblemBag bag)
    {
        var strata = new int[variables.Count];
        for (var changed = true; changed; )
        {
            changed = false;
            foreach (var variable in variables)
            {
                var least = strata[variable.Index];
                foreach (var edge in edges[variable.Index])
                {
                    least = Math.Max(least, strata[edge.To.Index] + (edge.Reach == Reach.AllYears ? 1 : 0));
                }

                if (least > variables.Count)
                {
                    var circle = Circle(variables, variable, edges, _ => true);
                    var reads = circle
                        .Select((v, i) => (v, Next: circle[(i + 1) % circle.Count]))
                        .FirstOrDefault(p => edges[p.v.Index].Any(e => e.To == p.Next && e.Reach == Reach.AllYears));
                    bag.Add(
                        Fault.CircularOverYears,
                        SpanOf(circle[0]),
                        ("names", Names(circle)),
                        ("reads", reads.Next?.Name ?? variable.Name)
                    );
                    return null;
                }

                changed |= least != strata[variable.Index];
                strata[variable.Index] = least;
            }
        }

        return strata;
    }

    private static ImmutableArray<BoundVariable>? Within(
        BoundVariable[] group,
        List<Edge>[] edges,
        int[] strata,
        ProblemBag bag
    )
    {
        var waiting = new Dictionary<BoundVariable, int>();
        var readers = new Dictionary<BoundVariable, List<BoundVariable>>();
        foreach (var variable in group)
        {
            var needs = edges[variable.Index]
                .Where(e => e.Reach == Reach.SameYear && strata[e.To.Index] == strata[variable.Index])
                .Select(e => e.To)
                .Distinct()
                .ToList();
            waiting[variable] = needs.Count;
            foreach (var need in needs)
            {
                if (!readers.TryGetValue(need, out var list))
                {
                    readers[need] = list = [];
                }

                list.Add(variable);
            }
        }

        var order = ImmutableArray.CreateBuilder<BoundVariable>(group.Length);
        var ready = new PriorityQueue<BoundVariable, int>();
        foreach (var variable in group.Where(v => waiting[v] == 0))
        {
            ready.Enqueue(variable, variable.Index);
        }

        while (ready.TryDequeue(out var variable, out _))
        {
            order.Add(variable);
            foreach (var reader in readers.GetValueOrDefault(variable) ?? [])
            {
                if (--waiting[reader] == 0)
                {
                    ready.Enqueue(reader, reader.Index);
                }
            }
        }

        if (order.Count == group.Length)
        {
            return order.MoveToImmutable();
        }

        var stuck = group.Where(v => waiting[v] > 0).ToHashSet();
        var circle = Circle(group, stuck.First(), edges, e => e.Reach == Reach.SameYear && stuck.Contains(e.To));
        bag.Add(Fault.Circular, SpanOf(circle[0]), ("names", Names(circle)));
        return null;
    }

    /// <summary>Walks from one variable to what it needs until it comes back to one it has seen.</summary>
    private static List<BoundVariable> Circle(
        IReadOnlyList<BoundVariable> all,
        BoundVariable start,
        List<Edge>[] edges,
        Func<Edge, bool> follows
    )
    {
        var (path, seen) = (new List<BoundVariable>(), new HashSet<BoundVariable>());
        var isOpen = new bool[edges.Length];
        var stack = new Stack<(BoundVariable Variable, IEnumerator<Edge> Edges)>();
        void Enter(BoundVariable variable)
        {
            seen.Add(variable);
            isOpen[variable.Index] = true;
            path.Add(variable);
            stack.Push((variable, edges[variable.Index].Where(follows).GetEnumerator()));
        }

        Enter(start);
        while (stack.Count > 0)
        {
            var (variable, next) = stack.Peek();
            if (!next.MoveNext())
            {
                stack.Pop();
                path.RemoveAt(path.Count - 1);
                isOpen[variable.Index] = false;
            }
            else if (isOpen[next.Current.To.Index])
            {
                return path[path.IndexOf(next.Current.To)..];
            }
            else if (!seen.Contains(next.Current.To))
            {
                Enter(next.Current.To);
            }
        }

        return [start];
    }

    private static string Names(List<BoundVariable> circle)
    {
        var named = circle.Where(v => !v.IsHidden).Select(v => v.Name).ToList();
        named = named.Count > 0 ? named : [circle[0].Name];
        return string.Join(" → ", named.Append(named[0]));
    }

    private static Text.Span SpanOf(BoundVariable variable) =>
        variable.Span ?? Text.Span.Of(Text.Piece.Of(variable.Name));
}
