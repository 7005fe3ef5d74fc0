// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Interpret;

namespace Lodestar.Planning.Attribution;

/// <summary>What kind of thing changed.</summary>
public enum FactorKind
{
    /// <summary>How much is done: a total, such as people, floor area or kilometres.</summary>
    Activity,

    /// <summary>Of what kinds it is: shares of one whole.</summary>
    Mix,

    /// <summary>How much there is for each: everything else.</summary>
    Intensity,

    /// <summary>The line itself, whose formula is no product.</summary>
    Itself,
}

/// <summary>A factor of a line.</summary>
/// <param name="Name">The variable it is, or the formula where it is none.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Variable">The variable; null for a formula.</param>
public sealed record ChangeFactor(string Name, FactorKind Kind, BoundVariable? Variable);

/// <summary>
/// A line of emissions as a sum of products, read out of its formula. Where a formula is one product, or a sum of one
/// over axes, its factors are the line's; a total among them that is itself one product is followed into its own factors,
/// up to six and three levels deep. A line that is no product is one factor: itself.
/// </summary>
public sealed class FactorLine
{
    /// <summary>The most factors of a line.</summary>
    public const int MostFactors = 6;

    private const int MostLevels = 3;
    private readonly ImmutableArray<Axis> axes;
    private readonly ImmutableArray<Node> nodes;
    private readonly ImmutableArray<BoundExpression> weights;

    private FactorLine(BoundVariable line, Flattening flat, ImmutableArray<Node> nodes)
    {
        (Line, this.nodes, weights) = (line, nodes, [.. flat.Weights]);
        axes = [.. line.Axes.Concat(flat.Summed).OrderBy(a => a.Index)];
        Factors = [.. nodes.Select(n => n.Factor)];
    }

    /// <summary>The line.</summary>
    public BoundVariable Line { get; }

    /// <summary>Its factors; at least one.</summary>
    public ImmutableArray<ChangeFactor> Factors { get; }

    /// <summary>The lines of a model: its variables with a category of the inventory.</summary>
    /// <param name="model">A checked model.</param>
    /// <returns>In the order of the model.</returns>
    public static ImmutableArray<FactorLine> Of(BoundModel model) =>
        [.. model.Variables.Where(v => v.Category is not null && v.Body is not null).Select(Of)];

    /// <summary>Reads a line's factors.</summary>
    /// <param name="line">A variable.</param>
    /// <returns>The line.</returns>
    public static FactorLine Of(BoundVariable line)
    {
        var flat = new Flattening(line);
        if (line.First is null)
        {
            flat.Add(line.Body, false, line.Axes, true);
        }

        var nodes = flat.Nodes;
        for (var level = 0; level < MostLevels; level++)
        {
            var next = new List<Node>();
            foreach (var (node, waiting) in nodes.Select((n, i) => (n, nodes.Count - i)))
            {
                next.AddRange(Followed(node, next.Count + waiting, flat));
            }

            nodes = next;
        }

        if (nodes.Count >= 2 && nodes.Count <= MostFactors)
        {
            return new FactorLine(line, flat, [.. nodes]);
        }

        var itself = new Node(new VariableValue(line), false, new(line.Name, FactorKind.Itself, line));
        return new FactorLine(line, new Flattening(line), [itself]);
    }

    /// <summary>The terms of the line in a year: the products add up to the line, all cells together.</summary>
    /// <param name="run">A run of the line's model.</param>
    /// <param name="year">The year, counted from 0.</param>
    /// <returns>By term, then factor; one number more a term holds what never changes.</returns>
    internal double[][] Terms(InterpretedRun run, int year)
    {
        var labels = new int[run.Model.Axes.Length];
        var terms = new double[Cell.Count(axes)][];
        for (var cell = 0; cell < terms.Length; cell++)
        {
            Cell.Place(axes, cell, labels);
            var term = terms[cell] = new double[nodes.Length + 1];
            for (var i = 0; i < nodes.Length; i++)
            {
                var value = run.Evaluate(nodes[i].Expression, year, labels);
                term[i] = nodes[i].Divides ? 1 / value : value;
            }

            term[^1] = 1;
            foreach (var weight in weights)
            {
                term[^1] *= run.Evaluate(weight, year, labels);
            }
        }

        return terms;
    }

    private static List<Node> Followed(Node node, int count, Flattening flat)
    {
        if (node is not { Divides: false, Expression: VariableValue { Variable: { First: null } variable } })
        {
            return [node];
        }

        // A line that is another variable under its own name is followed whatever that is.
        if (variable.Extent != Extent.Total && count > 1)
        {
            return [node];
        }

        var own = new Flattening(variable, isFollowed: true);
        own.Add(variable.Body, false, variable.Axes, false);
        if (own.Nodes.Count < 2 || count - 1 + own.Nodes.Count > MostFactors)
        {
            return [node];
        }

        flat.Weights.AddRange(own.Weights);
        return own.Nodes;
    }

    private sealed record Node(BoundExpression Expression, bool Divides, ChangeFactor Factor);

    /// <summary>Takes a product apart.</summary>
    private sealed class Flattening(BoundVariable owner, bool isFollowed = false)
    {
        public List<Node> Nodes { get; } = [];

        /// <summary>What is the same in all years and scenarios.</summary>
        public List<BoundExpression> Weights { get; } = [];

        public List<Axis> Summed { get; } = [];

        /// <summary>Adds the factors of an expression.</summary>
        /// <param name="node">The expression.</param>
        /// <param name="divides">Whether it is divided by.</param>
        /// <param name="outside">Axes of what it is multiplied with: a sum over one of them can't be taken apart.</param>
        /// <param name="canSum">Whether sums may be taken apart at all.</param>
        public void Add(BoundExpression node, bool divides, ImmutableArray<Axis> outside, bool canSum)
        {
            switch (node)
            {
                case Constant when !divides:
                case LabelFlag when !divides:
                    Weights.Add(node);
                    break;
                case UnaryExpression { Operation: UnaryOperation.Negate } negated when !divides:
                    Weights.Add(new Constant(-1, Units.Unit.One));
                    Add(negated.Operand, divides, outside, canSum);
                    break;
                case BinaryExpression { Operation: BinaryOperation.Multiply } product:
                    Add(product.Left, divides, [.. outside, .. product.Right.Axes], canSum);
                    Add(product.Right, divides, [.. outside, .. product.Left.Axes], canSum);
                    break;
                case BinaryExpression { Operation: BinaryOperation.Divide } quotient:
                    Add(quotient.Left, divides, [.. outside, .. quotient.Right.Axes], canSum);
                    Add(quotient.Right, !divides, [.. outside, .. quotient.Left.Axes], canSum);
                    break;
                case ReductionExpression { Reduction: Reduction.Sum } sum
                    when canSum && !divides && !sum.Over.Any(a => outside.Contains(a) || Summed.Contains(a)):
                    Summed.AddRange(sum.Over);
                    Add(sum.Body, divides, outside, canSum);
                    break;
                case Choice { Condition: LabelFlag flag, Else: Constant { Value: 0 } } limited when !divides:
                    Weights.Add(flag);
                    Add(limited.Then, divides, outside, canSum);
                    break;
                default:
                    Nodes.Add(new Node(node, divides, Factor(node, divides)));
                    break;
            }
        }

        private ChangeFactor Factor(BoundExpression node, bool divides)
        {
            var variable = Read(node);
            var kind =
                variable?.SumsToOne is not null ? FactorKind.Mix
                : (variable?.Extent == Extent.Total || IsMeasured(node, variable)) && !divides ? FactorKind.Activity
                : FactorKind.Intensity;
            return new ChangeFactor(variable?.Name ?? node.Span?.Text ?? owner.Name, kind, variable);
        }

        /// <summary>What measures do to a total, which no file has a formula for, changes how much is done.</summary>
        private bool IsMeasured(BoundExpression node, BoundVariable? variable) =>
            isFollowed && variable is null && node.Span is null;

        /// <summary>The variable that an expression is, at a label or by a mapping too.</summary>
        private static BoundVariable? Read(BoundExpression node) =>
            node switch
            {
                VariableValue value => value.Variable,
                PreviousValue previous => previous.Variable,
                YearValue value => value.Variable,
                Pick pick => Read(pick.Body),
                Remap remap => Read(remap.Body),
                _ => null,
            };
    }
}
