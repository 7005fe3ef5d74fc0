// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Domain.Tests.Formula;
using Lodestar.Domain.Tests.Formula.Compile;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Execute;
using Lodestar.Formula.Interpret;
using Lodestar.Planning.Attribution;

namespace Lodestar.Domain.Tests.Attribution;

public sealed class IndependenceTests
{
    [Theory]
    [InlineData("a + b - c", "0|1|2")]
    [InlineData("a * b + c", "0,1|2")]
    [InlineData("a * 3 + b / 2", "0|1")]
    [InlineData("1 / a + b", "0|1")]
    [InlineData("a / b", "0,1")]
    [InlineData("exp(a) + b", "0|1")]
    [InlineData("exp(a + b) + c", "0,1|2")]
    [InlineData("max(a, b) + max(c, 0)", "0,1|2")]
    [InlineData("if year < 2022 then a else b", "0|1")]
    [InlineData("if a < 1 then b else 0", "0,1")]
    [InlineData("previous(a, 0) + cumulate(b * 1 1/yr)", "0|1")]
    [InlineData("max(a over year) + b", "0|1")]
    [InlineData("(a + b) * (c + 1)", "0,1,2")]
    [InlineData("a * 0", "0")]
    [InlineData("5", "")]
    public void Parts_OfAFormula_AreThoseThatDoNotMeet(string formula, string expected)
    {
        var model = ShortModel.Bind(
            $"""
            a : 1 = 1 | range: 0..2
            b : 1 = 1 | range: 0..2
            c : 1 = 1 | range: 0..2
            unused : 1 = a + b + c | outcome
            x : 1 = {formula} | outcome
            """
        );

        Assert.Equal(expected, Text(Independence.Parts(model, Levers(model), [model.Find("x")!])));
    }

    [Fact]
    public void Parts_OfAStockThatFeedsItself_SettleAtWhatMeetsInAnyYear()
    {
        // b moves the inflow, which decays with a: from the second year on they meet.
        var model = ShortModel.Bind(
            """
            a : 1/yr = 0.1 | range: 0..1
            b : t/yr = 1 | range: 0..2
            c : t/yr = 1 | range: 0..2
            stored : t = stock initial: 5 t; inflow: b; decay: a
            x : t/yr = stored * 1 1/yr + c | outcome
            """
        );

        Assert.Equal("0,1|2", Text(Independence.Parts(model, Levers(model), [model.Find("x")!])));
    }

    [Fact]
    public void Parts_OfRandomModels_AddUpForEveryCoalition()
    {
        var split = 0;
        foreach (var seed in Enumerable.Range(1, 3000))
        {
            var model = RandomModel.Make(seed);
            var players = Levers(model);
            BoundVariable[] outputs = [model.Variables[^1]];
            var parts = Independence.Parts(model, players, outputs);
            if (
                players.Length < 2
                || players.Length > 8
                || parts.Length < 2 && parts.Sum(p => p.Length) == players.Length
            )
            {
                continue;
            }

            var random = new Random(seed);
            var lane = Array.ConvertAll(RandomModel.Lane(model, seed, 0), x => Math.Clamp(x, -2, 2));
            split += AssertAddsUp(model, players, parts, outputs[0], lane, random.Next(1, 1 << players.Length)) ? 1 : 0;
        }

        // Were nothing ever split, nothing would have been shown.
        Assert.InRange(split, 100, 3000);
    }

    [Fact]
    public void Of_RandomModelsInParts_EqualsOneGameOfAllPlayers()
    {
        var compared = 0;
        foreach (var seed in Enumerable.Range(1, 6000))
        {
            var model = RandomModel.Make(seed);
            var players = Levers(model);
            BoundVariable output = model.Variables[^1];
            if (players.Length is < 2 or > 6 || Independence.Parts(model, players, [output]).Length < 2)
            {
                continue;
            }

            var report = AttributingTests.Report(model, new AttributionWish(players, [output]));
            if (!report.IsFinite)
            {
                continue;
            }

            compared++;
            var last = model.FirstYear + model.YearCount - 1;
            var game = new double[1 << players.Length];
            for (var mask = 0; mask < game.Length; mask++)
            {
                var values = InterpretedRun
                    .Of(model, Lane(model, players, Settings.None.Lane(model), mask))
                    .Values(output);
                game[mask] = -values.ToArray().Sum();
            }

            var expected = Shapley.Exact(game);
            var actual = report.Of(0, model.FirstYear, last);
            var size = game.Max(Math.Abs) + 1;
            Assert.All(expected.Zip(actual), p => Assert.Equal(p.First, p.Second.Shapley, 1e-9 * size));
        }

        Assert.InRange(compared, 50, 6000);
    }

    /// <summary>Whether the effect of a coalition is the sum of the effects of what it has of each part; false where a number is none.</summary>
    private static bool AssertAddsUp(
        BoundModel model,
        ImmutableArray<Player> players,
        ImmutableArray<ImmutableArray<int>> parts,
        BoundVariable output,
        double[] lane,
        int mask
    )
    {
        var none = InterpretedRun.Of(model, Lane(model, players, lane, 0)).Values(output).ToArray();
        var whole = InterpretedRun.Of(model, Lane(model, players, lane, mask)).Values(output).ToArray();
        var sum = (double[])none.Clone();
        var size = none.Concat(whole).Max(Math.Abs);
        foreach (var part in parts)
        {
            var own = part.Aggregate(0, (m, p) => m | (mask & (1 << p)));
            var values = InterpretedRun.Of(model, Lane(model, players, lane, own)).Values(output).ToArray();
            size = Math.Max(size, values.Max(Math.Abs));
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += values[i] - none[i];
            }
        }

        if (!double.IsFinite(size) || sum.Any(double.IsNaN) || size > 1e100)
        {
            return false;
        }

        Assert.All(sum.Zip(whole), p => Assert.Equal(p.Second, p.First, 1e-9 * (size + 1)));
        return true;
    }

    private static double[] Lane(BoundModel model, ImmutableArray<Player> players, double[] lane, int mask)
    {
        var result = (double[])lane.Clone();
        var offsets = Lanes.Offsets(model);
        for (var player = 0; player < players.Length; player++)
        {
            var lever = players[player].Levers[0];
            result
                .AsSpan(offsets[lever.Parameter.Index], lever.Parameter.Cells)
                .Fill((mask >> player & 1) != 0 ? lever.On : lever.Off);
        }

        return result;
    }

    private static ImmutableArray<Player> Levers(BoundModel model) =>
        [.. model.Parameters.Select((p, i) => new Player(p.Name, [new Lever(p, 1.5, 0.25 + (0.125 * i))]))];

    private static string Text(ImmutableArray<ImmutableArray<int>> parts) =>
        string.Join('|', parts.Select(p => string.Join(',', p)));
}
