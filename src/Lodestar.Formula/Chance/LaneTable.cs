// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Execute;

namespace Lodestar.Formula.Chance;

/// <summary>Runs that differ by what is set, not by chance: scenarios, coalitions of measures, steps of a design. What is not set is central.</summary>
public sealed class LaneTable : ILaneValues
{
    private readonly ImmutableArray<Parameter> _parameters;
    private readonly ImmutableArray<Settings> _lanes;

    /// <summary>A run a lane.</summary>
    /// <param name="model">The model.</param>
    /// <param name="lanes">What is set in each lane; at least one.</param>
    public LaneTable(BoundModel model, ImmutableArray<Settings> lanes)
    {
        ArgumentOutOfRangeException.ThrowIfZero(lanes.Length);
        (_parameters, _lanes) = (model.Parameters, lanes);
    }

    /// <inheritdoc/>
    public int Count => _lanes.Length;

    /// <inheritdoc/>
    public void Fill(int first, Span<double> into)
    {
        var at = 0;
        foreach (var parameter in _parameters)
        {
            for (var cell = 0; cell < parameter.Cells; cell++)
            {
                for (var lane = 0; lane < Lanes.Width; lane++)
                {
                    var settings = _lanes[Math.Min(first + lane, Count - 1)];
                    into[at++] = settings.Of(parameter, cell) ?? parameter.Central;
                }
            }
        }
    }
}
