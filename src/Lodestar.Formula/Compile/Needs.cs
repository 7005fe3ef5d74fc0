// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Lowering;

namespace Lodestar.Formula.Compile;

/// <summary>How a computed value is read in its part.</summary>
internal sealed class Use
{
    public required Node Node { get; init; }

    /// <summary>The one value it is an operand of.</summary>
    public Node? Reader { get; set; }

    /// <summary>It is computed for itself: something other than one operand at the same labels reads it.</summary>
    public bool IsRoot { get; set; }

    /// <summary>It is read outside its part, or at other labels.</summary>
    public bool IsKept { get; set; }

    /// <summary>How many operations it is with all that it alone needs.</summary>
    public int Size { get; set; }
}

/// <summary>How a variable is read where it must be put down.</summary>
internal sealed class Keeping
{
    public bool IsReadBefore { get; set; }

    public bool IsReadLater { get; set; }
}

/// <summary>Finds what must be computed for the variables asked for, and when.</summary>
internal sealed class Needs
{
    private readonly LoweredModel model;
    private readonly Dependence dependence;
    private readonly Layout layout;
    private readonly Queue<(Node, Part)> open = new();

    public Needs(LoweredModel model, Dependence dependence, Layout layout)
    {
        this.model = model;
        this.dependence = dependence;
        this.layout = layout;
    }

    /// <summary>By part, then by place of the node.</summary>
    public Dictionary<Part, SortedDictionary<int, Use>> Parts { get; } = [];

    /// <summary>Variables that are put down.</summary>
    public Dictionary<BoundVariable, Keeping> Variables { get; } = [];

    /// <summary>Values that are the same in every lane, and where they are read.</summary>
    public HashSet<(Node, Part)> SharedNodes { get; } = [];

    /// <summary>Variables that are the same in every lane.</summary>
    public HashSet<BoundVariable> SharedVariables { get; } = [];

    public HashSet<NumbersSource> Numbers { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether it takes an instruction to get the value, in this layout.</summary>
    public bool IsComputed(Node node) => node is OperationNode or ReductionNode || IsGather(node);

    /// <summary>Whether labels that stand side by side are read from places that do not.</summary>
    public bool IsGather(Node node) =>
        layout == Layout.Labels
        && node is LoadNode load
        && model.LaneLoop is { } lane
        && load.Reach.Any(r => r.Map is not null && r.Loop == lane);

    /// <summary>Whether draws share the value.</summary>
    public bool IsShared(Node node) => layout == Layout.Draws && dependence.IsFree(node);

    public void Want(BoundVariable variable)
    {
        if (layout == Layout.Draws && dependence.IsFree(variable))
        {
            SharedVariables.Add(variable);
        }
        else
        {
            Keep(variable);
        }

        Finish();
    }

    public void Want(Node node, Part reader)
    {
        Read(node, reader, null, []);
        Finish();
    }

    public static Part PartOf(Node node, Part reader) => node.IsYearly ? reader : new Part(node.Stratum, Phase.Once);

    private Keeping Keep(BoundVariable variable)
    {
        if (!Variables.TryGetValue(variable, out var keeping))
        {
            Variables[variable] = keeping = new Keeping();
            var lowered = model.Variables[variable.Index];
            if (lowered.IsYearly)
            {
                Read(lowered.First, new Part(lowered.Stratum, Phase.First), null, []);
                Read(lowered.Later, new Part(lowered.Stratum, Phase.Later), null, []);
            }
            else
            {
                Read(lowered.Later, new Part(lowered.Stratum, Phase.Once), null, []);
            }
        }

        return keeping;
    }

    private void Finish()
    {
        while (open.TryDequeue(out var next))
        {
            var (node, part) = next;
            switch (node)
            {
                case OperationNode operation:
                    foreach (var operand in operation.Operands)
                    {
                        Read(operand, part, operation, operation.Axes);
                    }

                    break;
                case ReductionNode reduction:
                    Read(reduction.Body, part, reduction, reduction.Domain);
                    break;
                case LoadNode load:
                    ReadSource(load, part);
                    break;
            }
        }
    }

    private void Read(Node node, Part reader, Node? by, ImmutableArray<Loop> at)
    {
        if (IsShared(node) && IsComputed(node))
        {
            SharedNodes.Add((node, reader));
            return;
        }

        if (!IsComputed(node))
        {
            if (node is LoadNode load)
            {
                ReadSource(load, reader);
            }

            return;
        }

        var part = PartOf(node, reader);
        if (!Parts.TryGetValue(part, out var uses))
        {
            Parts[part] = uses = [];
        }

        if (!uses.TryGetValue(node.Id, out var use))
        {
            uses[node.Id] = use = new Use { Node = node, IsRoot = node is not OperationNode };
            open.Enqueue((node, part));
        }

        use.IsKept |= part != reader || by is null;
        use.IsRoot |=
            use.IsKept || !node.Axes.AsSpan().SequenceEqual(at.AsSpan()) || (use.Reader is { } other && other != by);
        use.Reader = by;
    }

    private void ReadSource(LoadNode load, Part reader)
    {
        switch (load.Source)
        {
            case NumbersSource numbers:
                Numbers.Add(numbers);
                break;
            case NodeSource { Node: var of }:
                Read(of, reader, null, []);
                break;
            case VariableSource { Variable: var variable } when IsShared(load):
                SharedVariables.Add(variable);
                break;
            case VariableSource { Variable: var variable }:
                var keeping = Keep(variable);
                keeping.IsReadBefore |= load.Year.Kind == YearKind.Previous;
                keeping.IsReadLater |=
                    load.Year.Kind != YearKind.Previous || model.Variables[variable.Index].Stratum != reader.Stratum;
                break;
        }
    }
}
