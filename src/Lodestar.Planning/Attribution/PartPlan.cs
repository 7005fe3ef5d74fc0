// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Chance;

namespace Lodestar.Planning.Attribution;

/// <summary>
/// Which coalitions of one part are computed, and how its players' values follow from them: all coalitions, or those
/// that orders of the players run through. Orders come in pairs, one the reverse of the other: who comes early in one
/// comes late in the other, so that much of their error cancels (antithetic sampling). Players are counted within the part.
/// </summary>
internal sealed class PartPlan
{
    private readonly ImmutableArray<ImmutableArray<int>> orders = [];
    private readonly int[][] places = [];

    /// <summary>Every coalition.</summary>
    public PartPlan(ImmutableArray<int> players)
    {
        (Players, IsExact, Count) = (players, true, 1 << players.Length);
    }

    /// <summary>Pairs of orders.</summary>
    /// <param name="players">At least four.</param>
    /// <param name="pairs">How many pairs; at least two.</param>
    /// <param name="seed">The same orders for the same seed.</param>
    /// <param name="withInteractions">Whether all but each two players are computed too.</param>
    public PartPlan(ImmutableArray<int> players, int pairs, ulong seed, bool withInteractions)
    {
        (Players, HasInteractions) = (players, withInteractions);
        orders = [.. Enumerable.Range(0, pairs).Select(p => Shuffles.Of(seed, "attribution", p, players.Length))];
        places = [.. orders.Select(Inverse)];
        Count = Start + (2 * pairs * Between);
    }

    /// <summary>The players of the part, by their places among all.</summary>
    public ImmutableArray<int> Players { get; }

    public bool IsExact { get; }

    /// <summary>Of a sampled part: whether all but each two players are computed.</summary>
    public bool HasInteractions { get; }

    /// <summary>How many coalitions are computed.</summary>
    public int Count { get; }

    /// <summary>How many pairs of orders; 0 where all coalitions are computed.</summary>
    public int Pairs => orders.Length;

    private int Size => Players.Length;

    /// <summary>Of an order, the coalitions that are not among the named ones: with 2 to n − 2 players.</summary>
    private int Between => Size - 3;

    private int Start => 2 + (2 * Size) + (HasInteractions ? Size * (Size - 1) / 2 : 0);

    public int All => IsExact ? Count - 1 : 1;

    public int Only(int player) => IsExact ? 1 << player : 2 + player;

    public int Without(int player) => IsExact ? All & ~(1 << player) : 2 + Size + player;

    /// <summary>All but two, the lesser first.</summary>
    public int Without(int i, int j) =>
        IsExact ? All & ~(1 << i) & ~(1 << j) : 2 + (2 * Size) + (i * Size) - (i * (i + 1) / 2) + (j - i - 1);

    public bool IsIn(int coalition, int player)
    {
        if (IsExact)
        {
            return (coalition >> player & 1) != 0;
        }

        if (coalition >= Start)
        {
            var (order, length) = Math.DivRem(coalition - Start, Between);
            var place = places[order / 2][player];
            return (order % 2 == 0 ? place : Size - 1 - place) < length + 2;
        }

        if (coalition < 2)
        {
            return coalition == 1;
        }

        if (coalition < 2 + Size)
        {
            return coalition == 2 + player;
        }

        if (coalition < 2 + (2 * Size))
        {
            return coalition != 2 + Size + player;
        }

        var (i, j) = Pair(coalition - 2 - (2 * Size));
        return player != i && player != j;
    }

    /// <summary>Shapley values from what each coalition is worth.</summary>
    /// <param name="values">By coalition.</param>
    /// <param name="byPair">Where there are pairs of orders: takes the values of each pair, by pair, then player.</param>
    /// <returns>By player.</returns>
    public double[] Shapley(ReadOnlySpan<double> values, Span<double> byPair)
    {
        if (IsExact)
        {
            return Attribution.Shapley.Exact(values);
        }

        var mean = new double[Size];
        for (var pair = 0; pair < Pairs; pair++)
        {
            var row = byPair.Slice(pair * Size, Size);
            row.Clear();
            for (var direction = 0; direction < 2; direction++)
            {
                var before = values[0];
                for (var length = 1; length <= Size; length++)
                {
                    var order = orders[pair];
                    var player = direction == 0 ? order[length - 1] : order[Size - length];
                    var with = values[Prefix(pair, direction, length, player)];
                    row[player] += (with - before) / 2;
                    before = with;
                }
            }

            for (var player = 0; player < Size; player++)
            {
                mean[player] += row[player] / Pairs;
            }
        }

        return mean;
    }

    /// <summary>The first players of an order; the last of them is given.</summary>
    private int Prefix(int pair, int direction, int length, int last)
    {
        if (length == Size)
        {
            return All;
        }

        if (length == Size - 1)
        {
            return Without(direction == 0 ? orders[pair][Size - 1] : orders[pair][0]);
        }

        return length == 1 ? Only(last) : Start + (((2 * pair) + direction) * Between) + length - 2;
    }

    private (int I, int J) Pair(int number)
    {
        for (var i = 0; ; i++)
        {
            var row = Size - 1 - i;
            if (number < row)
            {
                return (i, i + 1 + number);
            }

            number -= row;
        }
    }

    private static int[] Inverse(ImmutableArray<int> order)
    {
        var places = new int[order.Length];
        for (var place = 0; place < places.Length; place++)
        {
            places[order[place]] = place;
        }

        return places;
    }
}
