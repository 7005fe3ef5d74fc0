// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;

namespace Lodestar.Formula.Lowering;

/// <summary>The operations of <see cref="UnaryOperation"/>, then those of <see cref="BinaryOperation"/>, then the choice.</summary>
internal enum Operation
{
    Negate,
    Not,
    Abs,
    Exp,
    Log,
    Sqrt,
    Floor,
    NormalShare,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Min,
    Max,
    Less,
    LessOrEqual,
    Equal,
    NotEqual,
    And,
    Or,
    Choose,
}

/// <summary>A value of a lowered model. Equal values are one node.</summary>
internal abstract class Node
{
    /// <summary>Its place; operands come before what they are operands of.</summary>
    public required int Id { get; init; }

    /// <summary>What its value may differ over.</summary>
    public required ImmutableArray<Loop> Axes { get; init; }

    /// <summary>Whether its value may differ from year to year.</summary>
    public required bool IsYearly { get; init; }

    /// <summary>The stratum it is computed in.</summary>
    public required int Stratum { get; init; }
}

/// <summary>A number.</summary>
internal sealed class ConstantNode : Node
{
    public required double Value { get; init; }
}

/// <summary>An element of something that has values already.</summary>
internal sealed class LoadNode : Node
{
    public required Source Source { get; init; }

    /// <summary>By axis of the source.</summary>
    public required ImmutableArray<Reach> Reach { get; init; }

    public required YearReach Year { get; init; }
}

/// <summary>An operation element by element.</summary>
internal sealed class OperationNode : Node
{
    public required Operation Operation { get; init; }

    public required ImmutableArray<Node> Operands { get; init; }
}

/// <summary>Values put together over loops.</summary>
internal sealed class ReductionNode : Node
{
    public required Reduction Reduction { get; init; }

    public required Node Body { get; init; }

    public required ImmutableArray<Loop> Over { get; init; }

    /// <summary>All that is counted through: its own axes and those put together.</summary>
    public ImmutableArray<Loop> Domain => Loop.Union(Axes, Loop.Union(Body.Axes, Over));
}

/// <summary>What elements are read of.</summary>
/// <param name="Axes">Its axes, the last one fastest.</param>
internal abstract record Source(ImmutableArray<Loop> Axes);

/// <summary>A parameter.</summary>
internal sealed record ParameterSource(Parameter Parameter, ImmutableArray<Loop> Axes) : Source(Axes);

/// <summary>Numbers of the model, by year if they are yearly, then by cell.</summary>
internal sealed record NumbersSource(double[] Values, bool IsYearly, ImmutableArray<Loop> Axes) : Source(Axes);

/// <summary>A computed value in the same year.</summary>
internal sealed record NodeSource(Node Node) : Source(Node.Axes);

/// <summary>A variable that is kept: of another year, or of an earlier stratum.</summary>
internal sealed record VariableSource(BoundVariable Variable, ImmutableArray<Loop> Axes) : Source(Axes);
