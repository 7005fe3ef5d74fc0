// SPDX-License-Identifier: Apache-2.0
using Lodestar.Domain.Tests.Formula;
using Lodestar.Formula.Answers;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Execute;
using Lodestar.Planning.Attribution;

namespace Lodestar.Domain.Tests.Attribution;

public sealed class AttributionSpreadTests
{
    private const string Town = """
        heat : GWh/yr = normal(100, 10)
        factor : kt CO2e/GWh = 0.2
        total : kt CO2e/yr = heat * factor + cars | outcome
        cars : kt CO2e/yr = drive * 1
        drive : kt CO2e/yr = 10
        measure insulate = scale heat by 0.5
        measure clean = scale factor by 0.4
        measure cycle = scale drive by 0.7
        """;

    [Fact]
    public void Of_EveryDraw_IsAttributedByItself()
    {
        var model = ShortModel.Bind(Town);
        var wish = Wish(model);
        var spread = Spread(model, wish, 100, 10_000)!;

        // As with 100 GWh, in proportion to the heat of the draw: 7 of 20 and 9 of 20 kt.
        var draws = new Draws(model, 100, wish.Seed, Design.Random, Settings.None);
        var heat = model.Parameters.Single(p => p.Distribution is not null);
        for (var draw = 0; draw < 100; draw++)
        {
            var drawn = draws.Value(heat, draw, 0);
            Assert.Equal(0.07 * drawn, spread.Sample(0, 0, 2025, 2025)[draw], 1e-10);
            Assert.Equal(0.09 * drawn, spread.Sample(1, 0, 2025, 2025)[draw], 1e-10);
            Assert.Equal(3, spread.Sample(2, 0, 2025, 2025)[draw], 1e-10);
        }

        var ranges = spread.Of(0, 2025, 2026);
        Assert.Equal(
            Percentiles.Of(spread.Sample(0, 0, 2025, 2026), [0.05, 0.5, 0.95]),
            new[] { ranges[0].P05, ranges[0].Median, ranges[0].P95 }
        );
        Assert.Equal((100, 600, true), (spread.Draws, spread.Runs, spread.IsExact));
    }

    [Fact]
    public void Of_FewerRunsThanWanted_TakesFewerDraws()
    {
        var model = ShortModel.Bind(Town);

        // Two parts of four and two coalitions: six runs a draw.
        Assert.Equal(30, Spread(model, Wish(model), 100, 185)!.Draws);
        Assert.Null(Spread(model, Wish(model), 100, 119));
        Assert.Null(Spread(model, Wish(model) with { MostBytes = 1000 }, 100, 10_000));
    }

    [Fact]
    public void Of_SampledParts_AreNearTheExactOnesInEveryDraw()
    {
        var lines =
            Town + string.Concat(Enumerable.Range(0, 3).Select(i => $"\nmeasure m{i} = scale heat by 0.{9 - i}"));
        var model = ShortModel.Bind(lines);
        var exact = Spread(model, Wish(model), 20, 100_000)!;
        var sampled = Spread(model, Wish(model) with { MostExact = 3, Pairs = 200 }, 20, 100_000)!;

        Assert.False(sampled.IsExact);
        Assert.All(
            exact.Of(0, 2025, 2025).Zip(sampled.Of(0, 2025, 2025)),
            p => Assert.Equal(p.First.Median, p.Second.Median, 0.05 * Math.Abs(p.First.Median) + 0.01)
        );
    }

    private static AttributionWish Wish(BoundModel model) =>
        new(Player.OfMeasures(model, Settings.None), [model.Find("total")!]);

    private static AttributionSpread? Spread(BoundModel model, AttributionWish wish, int draws, int runs)
    {
        using var engine = new Engine(model, new EngineOptions { Mode = EngineMode.Interpreted });
        return AttributionSpread.Of(engine, wish, draws, runs);
    }
}
