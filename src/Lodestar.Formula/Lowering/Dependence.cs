// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Binding;

namespace Lodestar.Formula.Lowering;

/// <summary>Which parameters each value depends on, through other years too.</summary>
internal sealed class Dependence
{
    private readonly LoweredModel model;
    private readonly int words;
    private readonly ulong[] bits;

    public Dependence(LoweredModel model)
    {
        this.model = model;
        words = Math.Max(1, (model.Model.Parameters.Length + 63) / 64);
        bits = new ulong[model.Graph.Nodes.Count * words];
        foreach (var node in model.Graph.Nodes)
        {
            if (node is LoadNode { Source: ParameterSource { Parameter.Index: var index } })
            {
                Bits(node)[index / 64] |= 1UL << (index % 64);
            }
        }

        while (Pass()) { }
    }

    /// <summary>Whether a value may differ from lane to lane.</summary>
    public bool IsFree(Node node) => Of(node).ContainsAnyExcept(0UL) == false;

    /// <summary>Whether a variable may differ from lane to lane.</summary>
    public bool IsFree(BoundVariable variable)
    {
        var lowered = model.Variables[variable.Index];
        return IsFree(lowered.First) && IsFree(lowered.Later);
    }

    /// <summary>The parameters, a bit each.</summary>
    public ReadOnlySpan<ulong> Of(Node node) => Bits(node);

    private Span<ulong> Bits(Node node) => bits.AsSpan(node.Id * words, words);

    private bool Pass()
    {
        var changed = false;
        foreach (var node in model.Graph.Nodes)
        {
            switch (node)
            {
                case OperationNode operation:
                    foreach (var operand in operation.Operands)
                    {
                        changed |= Join(node, operand);
                    }

                    break;
                case ReductionNode reduction:
                    changed |= Join(node, reduction.Body);
                    break;
                case LoadNode { Source: NodeSource { Node: var of } }:
                    changed |= Join(node, of);
                    break;
                case LoadNode { Source: VariableSource { Variable.Index: var index } }:
                    changed |= Join(node, model.Variables[index].First);
                    changed |= Join(node, model.Variables[index].Later);
                    break;
            }
        }

        return changed;
    }

    private bool Join(Node into, Node from)
    {
        var changed = false;
        var to = Bits(into);
        var of = Bits(from);
        for (var i = 0; i < words; i++)
        {
            var joined = to[i] | of[i];
            changed |= joined != to[i];
            to[i] = joined;
        }

        return changed;
    }
}
