// SPDX-License-Identifier: Apache-2.0
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Lodestar.Planning.Attribution;

namespace Lodestar.Domain.Tests.Attribution;

/// <summary>The axioms of Shapley 1953 as properties, and the definition word by word as the oracle.</summary>
public sealed class ShapleyTests
{
    private static readonly Arbitrary<double[]> Games = Arb.From(
        from players in Gen.Choose(1, 7)
        from seed in Gen.Choose(1, 1_000_000)
        select Game(players, seed)
    );

    [Fact]
    public void Exact_AnyGame_IsTheMeanOverAllOrders() =>
        Prop.ForAll(Games, game => AreClose(OverOrders(game), Shapley.Exact(game))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(9)]
    [InlineData(12)]
    public void Exact_ManyPlayers_IsTheSumOverAllCoalitions(int players)
    {
        var game = Game(players, players);
        var factorials = new BigInteger[players + 1];
        factorials[0] = 1;
        for (var i = 1; i <= players; i++)
        {
            factorials[i] = factorials[i - 1] * i;
        }

        var expected = new double[players];
        for (var player = 0; player < players; player++)
        {
            for (var mask = 0; mask < game.Length; mask++)
            {
                if ((mask >> player & 1) == 0)
                {
                    var size = BitOperations.PopCount((uint)mask);
                    var weight =
                        (double)(factorials[size] * factorials[players - size - 1]) / (double)factorials[players];
                    expected[player] += weight * (game[mask | (1 << player)] - game[mask]);
                }
            }
        }

        Assert.True(AreClose(expected, Shapley.Exact(game)));
    }

    [Fact]
    public void Exact_AnyGame_AddsUpToWhatAllDoTogether() =>
        Prop.ForAll(Games, game => Math.Abs(Shapley.Exact(game).Sum() - (game[^1] - game[0])) <= 1e-12 * Size(game))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Exact_PlayersChangePlaces_ValuesChangePlaces() =>
        Prop.ForAll(
                Games,
                game =>
                {
                    var players = BitOperations.Log2((uint)game.Length);
                    var turned = new double[game.Length];
                    for (var mask = 0; mask < game.Length; mask++)
                    {
                        turned[((mask << 1) & (game.Length - 1)) | (mask >> (players - 1))] = game[mask];
                    }

                    var before = Shapley.Exact(game);
                    var after = Shapley.Exact(turned);
                    return Enumerable
                        .Range(0, players)
                        .All(p => Math.Abs(before[p] - after[(p + 1) % players]) <= 1e-12 * Size(game));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Exact_PlayerThatChangesNothing_HasExactlyZero() =>
        Prop.ForAll(
                Games,
                game =>
                {
                    // One player more, which every coalition is worth the same without.
                    double[] wider = [.. game, .. game];
                    var values = Shapley.Exact(wider);
                    return values[^1] == 0 && AreClose(Shapley.Exact(game), values[..^1]);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Exact_SumOfTwoGames_HasTheSumOfTheirValues() =>
        Prop.ForAll(
                Games,
                game =>
                {
                    var other = Game(BitOperations.Log2((uint)game.Length), 5);
                    var sum = Shapley.Exact([.. game.Zip(other, (a, b) => a + b)]);
                    var parts = Shapley.Exact(game).Zip(Shapley.Exact(other), (a, b) => a + b).ToArray();
                    return AreClose(parts, sum);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Exact_TwoThatOverlapFully_ShareEqually()
    {
        // Either alone takes away 10, both together no more.
        double[] game = [0, 10, 10, 10];

        Assert.Equal([5, 5], Shapley.Exact(game));
        Assert.Equal([10, 10], Shapley.FirstIn(game));
        Assert.Equal([0, 0], Shapley.LastIn(game));
        Assert.Equal(-10, Shapley.Interactions(game)[0, 1]);
    }

    [Fact]
    public void Exact_GloveGame_GivesTheTextbookValues()
    {
        // Players 0 and 1 have a left glove, player 2 a right one; a pair is worth 1. Player 2 completes a pair in the
        // four of six orders in which it comes second or third: 4/6; the others share the rest: 1/6 each.
        double[] game = [0, 0, 0, 0, 0, 1, 1, 1];

        var values = Shapley.Exact(game);

        Assert.Equal(1.0 / 6, values[0], 1e-15);
        Assert.Equal(1.0 / 6, values[1], 1e-15);
        Assert.Equal(4.0 / 6, values[2], 1e-15);
    }

    [Fact]
    public void Exact_HarmfulPlayer_KeepsItsSign()
    {
        // Alone player 1 costs 4; with player 0, which gains 10, it gains 2: ½ · (−4) + ½ · 2 = −1.
        Assert.Equal([13, -1], Shapley.Exact([0, 10, -4, 12]));
    }

    [Fact]
    public void Exact_NoPlayers_HasNoValues() => Assert.Empty(Shapley.Exact([3]));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(1 << 17)]
    public void Exact_NoNumberOfCoalitions_IsRefused(int length) =>
        Assert.Throws<ArgumentException>(() => Shapley.Exact(new double[length]));

    internal static double[] Game(int players, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 1 << players).Select(_ => (random.NextDouble() * 200) - 100)];
    }

    /// <summary>The definition: what each adds to those before it, on average over all orders.</summary>
    private static double[] OverOrders(double[] game)
    {
        var players = BitOperations.Log2((uint)game.Length);
        var sums = new double[players];
        var orders = 0;
        foreach (var order in Orders([.. Enumerable.Range(0, players)]))
        {
            orders++;
            var mask = 0;
            foreach (var player in order)
            {
                sums[player] += game[mask | (1 << player)] - game[mask];
                mask |= 1 << player;
            }
        }

        return Array.ConvertAll(sums, s => s / orders);
    }

    private static IEnumerable<int[]> Orders(int[] of) =>
        of.Length == 0
            ?
            [
                [],
            ]
            : of.SelectMany(first => Orders([.. of.Where(x => x != first)]).Select(rest => (int[])[first, .. rest]));

    private static double Size(double[] game) => game.Max(Math.Abs) + 1;

    private static bool AreClose(double[] expected, double[] actual) =>
        expected.Length == actual.Length && expected.Zip(actual).All(p => Math.Abs(p.First - p.Second) <= 1e-10);
}
