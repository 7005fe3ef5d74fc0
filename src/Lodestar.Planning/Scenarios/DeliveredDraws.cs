// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Execute;
using Lodestar.Planning.Actions;

namespace Lodestar.Planning.Scenarios;

/// <summary>
/// Draws of a scenario in which what its measures are still to do may fail, come late or in part. Measures that hang on
/// one action share its fate, and two scenarios that share a measure share that measure's.
/// </summary>
public sealed class DeliveredDraws : ILaneValues
{
    private readonly Draws _draws;
    private readonly ImmutableArray<Fate> _fates;
    private readonly ImmutableArray<(int Row, double Year)> _present;

    /// <summary>Draws of a scenario.</summary>
    /// <param name="model">The model.</param>
    /// <param name="draws">Everything else that is drawn or set.</param>
    /// <param name="case">The scenario.</param>
    /// <param name="chances">How each measure may be delivered, and until when it is known how far it has come.</param>
    /// <param name="seed">The seed of the run.</param>
    public DeliveredDraws(BoundModel model, Draws draws, ScenarioCase @case, Chances chances, ulong seed)
    {
        var offsets = Lanes.Offsets(model);
        _draws = draws;
        _fates = chances.Delivery is not { } delivery
            ? []
            :
            [
                .. @case
                    .Active.Select(a => (a.Measure, Delivery: delivery(a)))
                    .Select(a => new Fate(
                        a.Delivery.Odds,
                        RandomNumbers.Of(seed, a.Delivery.Stream),
                        offsets[a.Measure.Delivered.Index],
                        a.Measure.Lateness is { } late ? offsets[late.Index] : null
                    )),
            ];
        _present = chances.Present is not { } year
            ? []
            :
            [
                .. model
                    .Parameters.Where(p => p.Role == ParameterRole.Present)
                    .Select(p => (offsets[p.Index], (double)year)),
            ];
    }

    /// <inheritdoc/>
    public int Count => _draws.Count;

    /// <inheritdoc/>
    public void Fill(int first, Span<double> into)
    {
        _draws.Fill(first, into);
        foreach (var (row, year) in _present)
        {
            into.Slice(row * Lanes.Width, Lanes.Width).Fill(year);
        }

        foreach (var fate in _fates)
        {
            for (var lane = 0; lane < Lanes.Width; lane++)
            {
                var (share, late) = fate.In(Math.Min(first + lane, Count - 1));
                into[(fate.Delivered * Lanes.Width) + lane] = share;
                if (fate.Lateness is { } at)
                {
                    into[(at * Lanes.Width) + lane] = late;
                }
            }
        }
    }

    private sealed record Fate(DeliveryOdds Odds, RandomNumbers Stream, int Delivered, int? Lateness)
    {
        public (double Share, double Late) In(int draw) =>
            Odds.Draw(Stream.Share(draw, 0), Stream.Share(draw, 1), Stream.Share(draw, 2));
    }
}
