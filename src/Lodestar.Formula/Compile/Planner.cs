// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Lowering;

namespace Lodestar.Formula.Compile;

/// <summary>Cuts the graph into steps, puts steps of equal loops into one nest, and gives every value its place.</summary>
internal sealed class Planner
{
    // Larger trees are cut, so that no method grows without bound.
    private const int MostInOneStep = 40;

    private readonly LoweredModel model;
    private readonly Dependence dependence;
    private readonly Layout layout;
    private readonly bool keepsYears;
    private readonly Needs needs;
    private readonly Dictionary<Part, List<Group>> groups = [];
    private int groupCount;

    private Planner(LoweredModel model, Dependence dependence, Layout layout, bool keepsYears)
    {
        this.model = model;
        this.dependence = dependence;
        this.layout = layout;
        this.keepsYears = keepsYears;
        needs = new Needs(model, dependence, layout);
    }

    /// <summary>Plans lanes of draws.</summary>
    public static Plan Draws(LoweredModel model, Dependence dependence, IEnumerable<BoundVariable> outputs)
    {
        var planner = new Planner(model, dependence, Layout.Draws, keepsYears: false);
        foreach (var output in outputs)
        {
            planner.needs.Want(output);
        }

        var shared = new Planner(model, dependence, Layout.Labels, keepsYears: true);
        foreach (var variable in planner.needs.SharedVariables)
        {
            shared.needs.Want(variable);
        }

        foreach (var (node, reader) in planner.needs.SharedNodes)
        {
            shared.needs.Want(node, reader);
        }

        return planner.Make(shared.Make(null));
    }

    /// <summary>Plans one lane.</summary>
    /// <param name="keepsYears">Whether all values of all years are kept, so that parts can be computed again.</param>
    public static Plan Single(
        LoweredModel model,
        Dependence dependence,
        IEnumerable<BoundVariable> outputs,
        bool keepsYears
    )
    {
        var planner = new Planner(model, dependence, Layout.Labels, keepsYears);
        foreach (var output in outputs)
        {
            planner.needs.Want(output);
        }

        return planner.Make(null);
    }

    private Plan Make(Plan? shared)
    {
        foreach (var (part, _) in needs.Parts)
        {
            groups[part] = [];
        }

        foreach (var (variable, _) in needs.Variables)
        {
            var lowered = model.Variables[variable.Index];
            foreach (var phase in lowered.IsYearly ? (ReadOnlySpan<Phase>)[Phase.First, Phase.Later] : [Phase.Once])
            {
                groups.TryAdd(new Part(lowered.Stratum, phase), []);
            }
        }

        foreach (var part in groups.Keys.OrderBy(p => p.Stratum).ThenBy(p => p.Phase))
        {
            Cut(part);
        }

        return new Placement(model, layout, keepsYears, needs, groups).Make(shared);
    }

    private void Cut(Part part)
    {
        var uses = needs.Parts.GetValueOrDefault(part) ?? [];
        foreach (var use in uses.Values)
        {
            use.Size = 1 + Operands(use.Node).Sum(o => Inline(o, part)?.Size ?? 0);
            use.IsRoot |= use.Size > MostInOneStep;
        }

        var steps = new Dictionary<Node, Step>();
        foreach (var use in uses.Values.Where(u => u.IsRoot))
        {
            var reads = new Dictionary<Node, bool>();
            var domain = (use.Node as ReductionNode)?.Domain ?? use.Node.Axes;
            Collect(use.Node, part, domain, reads);
            steps[use.Node] = new Step
            {
                Value = use.Node,
                Domain = domain,
                IsHome = true,
                IsGather = needs.IsGather(use.Node),
                Size = use.Size,
                Reads = reads,
            };
        }

        var ordered = steps.Values.OrderBy(s => s.Value.Id).ToList();
        foreach (var (variable, node) in StoredIn(part))
        {
            var axes = model.Of(variable.Axes);
            if (steps.TryGetValue(node, out var step) && node.Axes.AsSpan().SequenceEqual(axes.AsSpan()))
            {
                step.Stores.Add(variable);
                continue;
            }

            var reads = new Dictionary<Node, bool>();
            if (node is LoadNode && !needs.IsGather(node))
            {
                Collect(node, part, axes, reads);
            }
            else
            {
                Note(node, part, IsSame(node, axes), reads);
            }

            var copy = new Step
            {
                Value = node,
                Domain = axes,
                IsHome = false,
                IsGather = false,
                Size = 1,
                Reads = reads,
            };
            copy.Stores.Add(variable);
            ordered.Add(copy);
        }

        Assemble(part, ordered);
    }

    /// <summary>Variables put down in a part, with their values.</summary>
    private IEnumerable<(BoundVariable, Node)> StoredIn(Part part)
    {
        foreach (var variable in needs.Variables.Keys.OrderBy(v => v.Index))
        {
            var lowered = model.Variables[variable.Index];
            var node = part.Phase == Phase.First ? lowered.First : lowered.Later;
            var own = lowered.IsYearly
                ? part.Phase != Phase.Once && lowered.Stratum == part.Stratum
                : part.Phase == Phase.Once && StratumOfOnce(variable, node) == part.Stratum;
            if (own)
            {
                yield return (variable, node);
            }
        }
    }

    // A value that holds in every year is put down where it is computed, if it is, so that no copy is needed.
    private int StratumOfOnce(BoundVariable variable, Node node) =>
        needs.IsComputed(node) && node.Axes.AsSpan().SequenceEqual(model.Of(variable.Axes).AsSpan())
            ? node.Stratum
            : model.Variables[variable.Index].Stratum;

    private static IEnumerable<Node> Operands(Node node) =>
        node switch
        {
            OperationNode operation => operation.Operands.Distinct(),
            ReductionNode reduction => [reduction.Body],
            _ => [],
        };

    private Use? Inline(Node node, Part part) =>
        Needs.PartOf(node, part) == part
        && needs.Parts[part].TryGetValue(node.Id, out var use)
        && use is { IsRoot: false }
            ? use
            : null;

    private void Collect(Node node, Part part, ImmutableArray<Loop> domain, Dictionary<Node, bool> reads)
    {
        if (node is LoadNode { Source: NodeSource { Node: var source } })
        {
            Note(source, part, false, reads);
        }

        foreach (var operand in Operands(node))
        {
            if (Inline(operand, part) is not null || (operand is LoadNode && !needs.IsGather(operand)))
            {
                Collect(operand, part, domain, reads);
            }
            else
            {
                Note(operand, part, IsSame(operand, domain), reads);
            }
        }
    }

    private static bool IsSame(Node node, ImmutableArray<Loop> domain) =>
        node is not ReductionNode && node.Axes.AsSpan().SequenceEqual(domain.AsSpan());

    private void Note(Node node, Part part, bool isSame, Dictionary<Node, bool> reads)
    {
        if (Needs.PartOf(node, part) == part && needs.Parts.GetValueOrDefault(part)?.ContainsKey(node.Id) == true)
        {
            reads[node] = reads.GetValueOrDefault(node, true) && isSame;
        }
    }

    private void Assemble(Part part, List<Step> steps)
    {
        var all = groups[part];
        var where = new Dictionary<Node, int>();
        foreach (var step in steps)
        {
            var least = 0;
            foreach (var (read, isSame) in step.Reads)
            {
                least = Math.Max(least, where[read] + (isSame ? 0 : 1));
            }

            while (least < all.Count && !all[least].Takes(step))
            {
                least++;
            }

            if (least == all.Count)
            {
                all.Add(
                    new Group
                    {
                        Index = groupCount++,
                        Domain = step.Domain,
                        IsGather = step.IsGather,
                    }
                );
            }

            all[least].Add(step);
            if (step.IsHome)
            {
                where[step.Value] = least;
            }
        }

        foreach (var group in all)
        {
            var parameters = new ulong[Math.Max(1, (model.Model.Parameters.Length + 63) / 64)];
            foreach (var step in group.Steps)
            {
                var of = dependence.Of(step.Value);
                for (var i = 0; i < of.Length; i++)
                {
                    parameters[i] |= of[i];
                }
            }

            group.Parameters = parameters;
        }
    }
}
