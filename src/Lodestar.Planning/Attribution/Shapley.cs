// SPDX-License-Identifier: Apache-2.0
using System.Numerics;

namespace Lodestar.Planning.Attribution;

/// <summary>
/// Who brings about how much of what a whole group does (Shapley 1953, A value for n-person games). A game is given by
/// what each coalition is worth: values[mask], where bit i of the mask says that player i is in it.
/// </summary>
public static class Shapley
{
    /// <summary>The most players whose coalitions are all looked at: 65,536 of them.</summary>
    public const int MostExact = 16;

    /// <summary>
    /// The value of each player: φᵢ = Σ over S without i of |S|! (n − |S| − 1)! / n! · (v(S ∪ i) − v(S)). They add up to
    /// v(all) − v(none), apart from the rounding of the additions; a player that changes nothing has exactly 0. What is
    /// negative stays so.
    /// </summary>
    /// <param name="values">2ⁿ values by mask, of 0 to 16 players; in any unit.</param>
    /// <returns>A value a player, in that unit.</returns>
    /// <exception cref="ArgumentException">The number of values is no power of two, or one of too many players.</exception>
    public static double[] Exact(ReadOnlySpan<double> values)
    {
        var players = Players(values.Length);
        var weights = Weights(players);
        var result = new double[players];
        for (var player = 0; player < players; player++)
        {
            var bit = 1 << player;
            var sum = 0.0;
            for (var block = 0; block < values.Length; block += 2 * bit)
            {
                // Parts of like size are added to each other: the error grows with the number of players, not of coalitions.
                var part = 0.0;
                for (var mask = block; mask < block + bit; mask++)
                {
                    part += weights[BitOperations.PopCount((uint)mask)] * (values[mask | bit] - values[mask]);
                }

                sum += part;
            }

            result[player] = sum;
        }

        return result;
    }

    /// <summary>What each player adds when it comes first: v({i}) − v(none).</summary>
    /// <param name="values">2ⁿ values by mask.</param>
    /// <returns>A number a player.</returns>
    public static double[] FirstIn(ReadOnlySpan<double> values)
    {
        var result = new double[Players(values.Length)];
        for (var player = 0; player < result.Length; player++)
        {
            result[player] = values[1 << player] - values[0];
        }

        return result;
    }

    /// <summary>What each player adds when it comes last: v(all) − v(all but i).</summary>
    /// <param name="values">2ⁿ values by mask.</param>
    /// <returns>A number a player.</returns>
    public static double[] LastIn(ReadOnlySpan<double> values)
    {
        var result = new double[Players(values.Length)];
        var all = values.Length - 1;
        for (var player = 0; player < result.Length; player++)
        {
            result[player] = values[all] - values[all & ~(1 << player)];
        }

        return result;
    }

    /// <summary>
    /// What two players do together beyond what each does for the rest: v(all) − v(all but i) − v(all but j) + v(all but
    /// both). Below zero they overlap, above zero each helps the other.
    /// </summary>
    /// <param name="values">2ⁿ values by mask.</param>
    /// <returns>By player and player; symmetric, 0 on the diagonal.</returns>
    public static double[,] Interactions(ReadOnlySpan<double> values)
    {
        var players = Players(values.Length);
        var all = values.Length - 1;
        var table = new double[players, players];
        for (var i = 0; i < players; i++)
        {
            for (var j = i + 1; j < players; j++)
            {
                var neither = values[all & ~(1 << i) & ~(1 << j)];
                table[i, j] = Interaction(values[all], values[all & ~(1 << i)], values[all & ~(1 << j)], neither);
                table[j, i] = table[i, j];
            }
        }

        return table;
    }

    /// <summary>One cell of the table of interactions. Grouped by who is left, so that what does not interact gives 0 wherever the differences are exact.</summary>
    internal static double Interaction(double all, double withoutI, double withoutJ, double neither) =>
        all - withoutI - (withoutJ - neither);

    /// <summary>|S|! (n − |S| − 1)! / n! by |S|, each from the one before: no factorial overflows.</summary>
    private static double[] Weights(int players)
    {
        var weights = new double[Math.Max(1, players)];
        weights[0] = 1.0 / Math.Max(1, players);
        for (var size = 1; size < players; size++)
        {
            weights[size] = weights[size - 1] * size / (players - size);
        }

        return weights;
    }

    private static int Players(int coalitions) =>
        BitOperations.IsPow2(coalitions) && coalitions <= 1 << MostExact
            ? BitOperations.Log2((uint)coalitions)
            : throw new ArgumentException($"{coalitions} is no number of coalitions of up to {MostExact} players.");
}
