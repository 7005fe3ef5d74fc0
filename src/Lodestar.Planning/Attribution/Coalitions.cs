// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Execute;

namespace Lodestar.Planning.Attribution;

/// <summary>
/// A lane a coalition: the levers of its players are on, those of all others off, everything else is as in the scenario.
/// With draws, the coalitions of the first draw come first, then those of the second: all coalitions of a draw share its
/// numbers, so that what differs between them is the players alone.
/// </summary>
internal sealed class Coalitions : ILaneValues
{
    private readonly ImmutableArray<Player> players;
    private readonly ImmutableArray<int> offsets;
    private readonly int count;
    private readonly Func<int, int, bool> isIn;

    /// <summary>By draw: the numbers of the lane in which no player takes part.</summary>
    private readonly double[][] rows;

    /// <summary>Coalitions of a model's players.</summary>
    /// <param name="model">The model.</param>
    /// <param name="scenario">What is set besides the levers.</param>
    /// <param name="players">The players.</param>
    /// <param name="count">How many coalitions.</param>
    /// <param name="isIn">Whether a player (by its place) takes part in a coalition (by its number).</param>
    /// <param name="draws">The draws each coalition is computed for; null for the one run in which nothing is drawn.</param>
    public Coalitions(
        BoundModel model,
        Settings scenario,
        ImmutableArray<Player> players,
        int count,
        Func<int, int, bool> isIn,
        Draws? draws = null
    )
    {
        (this.players, this.count, this.isIn, offsets) = (players, count, isIn, Lanes.Offsets(model));
        rows = new double[draws?.Count ?? 1][];
        var central = scenario.Lane(model);
        for (var draw = 0; draw < rows.Length; draw++)
        {
            rows[draw] = draws is null ? central : Row(model, draws, draw);
            foreach (var lever in players.SelectMany(p => p.Levers))
            {
                rows[draw].AsSpan(offsets[lever.Parameter.Index], lever.Parameter.Cells).Fill(lever.Off);
            }
        }
    }

    /// <inheritdoc/>
    public int Count => checked(count * rows.Length);

    /// <inheritdoc/>
    public void Fill(int first, Span<double> into)
    {
        for (var lane = 0; lane < Lanes.Width; lane++)
        {
            var at = Math.Min(first + lane, Count - 1);
            var row = rows[at / count];
            for (var cell = 0; cell < row.Length; cell++)
            {
                into[(cell * Lanes.Width) + lane] = row[cell];
            }

            for (var player = 0; player < players.Length; player++)
            {
                if (!isIn(at % count, player))
                {
                    continue;
                }

                foreach (var lever in players[player].Levers)
                {
                    var start = offsets[lever.Parameter.Index];
                    for (var cell = start; cell < start + lever.Parameter.Cells; cell++)
                    {
                        into[(cell * Lanes.Width) + lane] = lever.On;
                    }
                }
            }
        }
    }

    private static double[] Row(BoundModel model, Draws draws, int draw) =>
        [.. model.Parameters.SelectMany(p => Enumerable.Range(0, p.Cells).Select(cell => draws.Value(p, draw, cell)))];
}
