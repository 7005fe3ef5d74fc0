// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;

namespace Lodestar.Formula.Execute;

/// <summary>
/// What a model is run with, lane by lane: a lane is a draw, a scenario, a coalition of measures or a step of a design.
/// Lanes are computed eight at a time. Implementations depend on their arguments alone and may be asked from several
/// threads at once.
/// </summary>
public interface ILaneValues
{
    /// <summary>How many lanes there are.</summary>
    int Count { get; }

    /// <summary>Gives the values of every parameter in eight lanes.</summary>
    /// <param name="first">The first lane, a multiple of <see cref="Lanes.Width"/>. Lanes from <see cref="Count"/> on may hold anything finite, such as the values of the last lane.</param>
    /// <param name="into">(<see cref="Lanes.Offsets"/>[parameter] + cell) · 8 + lane: <see cref="Lanes.ParameterCells"/> · 8 numbers.</param>
    void Fill(int first, Span<double> into);
}

/// <summary>Takes what a run gives. Called from several threads at once, blocks in any order, each block once.</summary>
public interface ILaneSink
{
    /// <summary>Takes eight lanes.</summary>
    /// <param name="first">The first lane, a multiple of <see cref="Lanes.Width"/>.</param>
    /// <param name="count">How many of the eight count.</param>
    /// <param name="values">The outputs asked for, one after another; in each by year, cell and lane. Holds only during the call.</param>
    void Take(int first, int count, ReadOnlySpan<double> values);
}

/// <summary>How lanes and parameters are laid out.</summary>
public static class Lanes
{
    /// <summary>How many lanes are computed at once.</summary>
    public const int Width = 8;

    /// <summary>How many numbers the parameters of a model are in one lane.</summary>
    /// <param name="model">A model.</param>
    /// <returns>The sum of their cells.</returns>
    public static int ParameterCells(BoundModel model) => model.Parameters.Sum(p => p.Cells);

    /// <summary>Where each parameter starts among the numbers of a lane.</summary>
    /// <param name="model">A model.</param>
    /// <returns>By <see cref="Parameter.Index"/>.</returns>
    public static ImmutableArray<int> Offsets(BoundModel model)
    {
        var offsets = ImmutableArray.CreateBuilder<int>(model.Parameters.Length);
        var at = 0;
        foreach (var parameter in model.Parameters)
        {
            offsets.Add(at);
            at += parameter.Cells;
        }

        return offsets.MoveToImmutable();
    }
}
