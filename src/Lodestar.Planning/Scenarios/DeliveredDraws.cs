// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Execute;
using Lodestar.Planning.Actions;

namespace Lodestar.Planning.Scenarios;

/// <summary>
/// Draws of a scenario in which its measures may fail, come late or in part, each with its own stream of random numbers
/// by its id: two scenarios that share a measure share its fate.
/// </summary>
public sealed class DeliveredDraws : ILaneValues
{
    private readonly Draws _draws;
    private readonly ImmutableArray<Fate> _fates;

    /// <summary>Draws of a scenario.</summary>
    /// <param name="model">The model.</param>
    /// <param name="draws">Everything else that is drawn or set.</param>
    /// <param name="case">The scenario.</param>
    /// <param name="odds">How each measure may be delivered.</param>
    /// <param name="seed">The seed of the run.</param>
    public DeliveredDraws(
        BoundModel model,
        Draws draws,
        ScenarioCase @case,
        Func<ActiveMeasure, DeliveryOdds> odds,
        ulong seed
    )
    {
        var offsets = Lanes.Offsets(model);
        _draws = draws;
        _fates =
        [
            .. @case.Active.Select(a => new Fate(
                a,
                odds(a),
                RandomNumbers.Of(seed, "delivery of " + a.Measure.Id),
                offsets[a.Measure.Switch.Index],
                a.Measure.Delay is { } delay ? offsets[delay.Index] : null
            )),
        ];
    }

    /// <inheritdoc/>
    public int Count => _draws.Count;

    /// <inheritdoc/>
    public void Fill(int first, Span<double> into)
    {
        _draws.Fill(first, into);
        foreach (var fate in _fates)
        {
            for (var lane = 0; lane < Lanes.Width; lane++)
            {
                var (strength, delay) = fate.In(Math.Min(first + lane, Count - 1));
                into[(fate.Switch * Lanes.Width) + lane] = strength;
                if (fate.Delay is { } at)
                {
                    into[(at * Lanes.Width) + lane] = delay;
                }
            }
        }
    }

    private sealed record Fate(ActiveMeasure Active, DeliveryOdds Odds, RandomNumbers Stream, int Switch, int? Delay)
    {
        public (double Strength, double Delay) In(int draw)
        {
            var (strength, late) = Odds.Draw(Stream.Share(draw, 0), Stream.Share(draw, 1), Stream.Share(draw, 2));
            return (Active.Strength * strength, Active.Delay + late);
        }
    }
}
