// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Answers;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Execute;

namespace Lodestar.Planning.Attribution;

/// <summary>The range of a player's Shapley value over draws.</summary>
/// <param name="Id">The player's id.</param>
/// <param name="P05">One in twenty draws is below.</param>
/// <param name="Median">Half the draws are below.</param>
/// <param name="P95">One in twenty draws is above.</param>
public sealed record EffectRange(string Id, double P05, double Median, double P95);

/// <summary>
/// Effects with what is uncertain drawn: every draw is attributed by itself, with the same numbers in all its coalitions.
/// So a range is that of the effect, not of the output, and in each draw the effects add up.
/// </summary>
public sealed class AttributionSpread
{
    /// <summary>Fewer draws than this have no ends that mean anything.</summary>
    public const int FewestDraws = 20;

    private readonly SampleLayout layout;
    private readonly int firstYear;
    private readonly ImmutableArray<Player> players;

    /// <summary>By player, then draw, then number of the layout.</summary>
    private readonly double[][][] values;

    private AttributionSpread(SampleLayout layout, int firstYear, ImmutableArray<Player> players, int draws)
    {
        (this.layout, this.firstYear, this.players) = (layout, firstYear, players);
        values = [.. players.Select(_ => Enumerable.Range(0, draws).Select(_ => new double[layout.Numbers]).ToArray())];
    }

    /// <summary>How many draws there are.</summary>
    public int Draws => values.Length == 0 ? 0 : values[0].Length;

    /// <summary>How many runs of the model it took.</summary>
    public required int Runs { get; init; }

    /// <summary>Whether each draw is attributed exactly; where it is not, the ranges are wider by the error of sampling.</summary>
    public required bool IsExact { get; init; }

    /// <summary>Attributes draw by draw.</summary>
    /// <param name="engine">The model.</param>
    /// <param name="wish">What, and to whom.</param>
    /// <param name="draws">How many draws are wanted; fewer are taken where the runs would not do.</param>
    /// <param name="mostRuns">The most runs of the model.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Null where the runs do not do for <see cref="FewestDraws"/>, or where it takes more memory than allowed: put players together, or ask for fewer outputs.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static AttributionSpread? Of(
        Engine engine,
        AttributionWish wish,
        int draws,
        int mostRuns,
        CancellationToken cancellation = default
    )
    {
        var plans = Attributing.Plans(engine.Model, wish with { WithInteractions = false });
        var coalitions = Math.Max(1, plans.Sum(p => (long)p.Count));
        var taken = (int)Math.Min(draws, mostRuns / coalitions);
        var layout = new SampleLayout(engine.Model, wish.Outputs);
        if (
            taken < FewestDraws
            || (double)taken * layout.Numbers * wish.Players.Length * sizeof(double) > wish.MostBytes
        )
        {
            return null;
        }

        var spread = new AttributionSpread(layout, engine.Model.FirstYear, wish.Players, taken)
        {
            Runs = plans.Sum(p => p.Count * taken),
            IsExact = plans.All(p => p.IsExact),
        };
        var drawn = new Draws(engine.Model, taken, wish.Seed, Design.Random, Attributing.Off(wish));
        foreach (var plan in plans)
        {
            ImmutableArray<Player> players = [.. plan.Players.Select(p => wish.Players[p])];
            var lanes = new Coalitions(engine.Model, Attributing.Off(wish), players, plan.Count, plan.IsIn, drawn);
            if (!Attributing.Compute(engine, wish, lanes, layout, Take, cancellation))
            {
                return null;
            }

            void Take(int number, double[] all)
            {
                var byPair = new double[plan.Pairs * plan.Players.Length];
                for (var draw = 0; draw < taken; draw++)
                {
                    var shapley = plan.Shapley(all.AsSpan(draw * plan.Count, plan.Count), byPair);
                    for (var i = 0; i < shapley.Length; i++)
                    {
                        spread.values[plan.Players[i]][draw][number] = 0 - shapley[i];
                    }
                }
            }
        }

        return spread;
    }

    /// <summary>The range of each player's effect, over years.</summary>
    /// <param name="output">The output's place in the wish.</param>
    /// <param name="from">The first year.</param>
    /// <param name="to">The last year; added up from the first.</param>
    /// <returns>In the order of the players; NaN where a draw is no number.</returns>
    public ImmutableArray<EffectRange> Of(int output, int from, int to) =>
        [
            .. players.Select(
                (player, place) =>
                {
                    var ends = Percentiles.Of(Sample(place, output, from, to), [0.05, 0.5, 0.95]);
                    return new EffectRange(player.Id, ends[0], ends[1], ends[2]);
                }
            ),
        ];

    /// <summary>A player's effect in each draw, over years.</summary>
    /// <param name="player">Its place in the wish.</param>
    /// <param name="output">The output's place in the wish.</param>
    /// <param name="from">The first year.</param>
    /// <param name="to">The last year; added up from the first.</param>
    /// <returns>By draw, in the output's unit.</returns>
    public double[] Sample(int player, int output, int from, int to)
    {
        var first = layout.At(output, from - firstYear, 0);
        var last = layout.At(output, to - firstYear, layout.Outputs[output].Cells - 1);
        return Array.ConvertAll(values[player], draw => draw.AsSpan(first..(last + 1)).ToArray().Sum());
    }
}
