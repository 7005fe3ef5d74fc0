// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;

namespace Lodestar.Formula.Answers;

/// <summary>Where the numbers of a lane stand: output after output, in each by year, then by cell.</summary>
public sealed class SampleLayout
{
    private readonly ImmutableArray<int> _starts;

    /// <summary>The layout of some outputs of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="outputs">Variables of the model, in the order in which the run is asked for them.</param>
    public SampleLayout(BoundModel model, ImmutableArray<BoundVariable> outputs)
    {
        (Outputs, YearCount) = (outputs, model.YearCount);
        var starts = ImmutableArray.CreateBuilder<int>(outputs.Length);
        foreach (var output in outputs)
        {
            starts.Add(Numbers);
            Numbers = checked(Numbers + (YearCount * output.Cells));
        }

        _starts = starts.MoveToImmutable();
    }

    /// <summary>The outputs.</summary>
    public ImmutableArray<BoundVariable> Outputs { get; }

    /// <summary>How many years each has.</summary>
    public int YearCount { get; }

    /// <summary>How many numbers a lane gives.</summary>
    public int Numbers { get; }

    /// <summary>The place of a number.</summary>
    /// <param name="output">Its output, from 0.</param>
    /// <param name="year">Its year, counted from 0.</param>
    /// <param name="cell">Its cell, from 0.</param>
    /// <returns>From 0 to <see cref="Numbers"/> − 1.</returns>
    public int At(int output, int year, int cell)
    {
        var cells = Outputs[output].Cells;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)year, (uint)YearCount, nameof(year));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)cell, (uint)cells, nameof(cell));
        return _starts[output] + (year * cells) + cell;
    }
}
