// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Globalization;
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.PlanFolder.Model;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Execute;
using Lodestar.Planning.Attribution;

namespace Lodestar.Benchmarks;

/// <summary>
/// Sharing out what the levers of the city model of tests/oracles/models/city do together. The peer is the plain way, in
/// the same run: one run of the model a coalition, one after another, moving the levers.
/// </summary>
internal static class RunAttribution
{
    private static readonly string[] Levers =
    [
        "l_retro",
        "l_hp",
        "l_grid",
        "l_dh",
        "l_mode",
        "l_ev",
        "l_waste",
        "l_lfg",
        "l_eff",
        "l_pv",
        "l_ind",
        "l_aff",
    ];

    /// <summary>Uncertain numbers that stand in for further levers.</summary>
    private static readonly string[] More = ["u_ret", "u_seq", "u_life", "u_km"];

    public static void Run()
    {
        Measure.Title("Attribution: the benchmark's city, 111 years");
        var files = PlanDirectory.Read(Path.Combine(Samples.Root(), "tests", "oracles", "models", "city")).Files;
        var model =
            Binder.Bind(ModelReader.ReadFile(files, "city.yaml").Model!).Model
            ?? throw new InvalidOperationException("The model of the benchmark has faults.");
        using var engine = new Engine(model, new EngineOptions { Mode = EngineMode.Compiled, MostWork = 1e15 });
        var twelve = Players(model, Levers);
        var sixteen = twelve.AddRange(
            Players(model, More).Select(p => new Player(p.Id, [p.Levers[0] with { Off = p.Levers[0].On * 0.9 }]))
        );
        var net = ImmutableArray.Create(model.Find("net")!);
        var gross = ImmutableArray.Create(model.Find("gross")!);
        engine.PrepareLanes(net);
        engine.PrepareLanes(gross);
        engine.Prepare(net);

        var plain = Measure.Median(3, () => Plain(engine, twelve, net[0]));
        Measure.Line("12 levers, net, 4,096 coalitions one by one", Measure.Milliseconds(plain));
        foreach (var threads in new[] { 1, 2 })
        {
            var what = $", {threads} thread{(threads == 1 ? "" : "s")}";
            Line(
                "12 levers, net: exact, one part" + what,
                new AttributionWish(twelve, net) { Threads = threads },
                plain
            );
            Line(
                "12 levers, gross: exact, three parts" + what,
                new AttributionWish(twelve, gross) { Threads = threads },
                plain
            );
            Line(
                "12 levers, net: 100 pairs of orders" + what,
                new AttributionWish(twelve, net) { MostExact = 4, Threads = threads },
                plain
            );
            // 65,536 one by one would take sixteen times as long.
            Line(
                "16 levers, net: exact, one part" + what,
                new AttributionWish(sixteen, net) { Threads = threads },
                plain * 16
            );
        }

        var exact = Attributing.Of(engine, new AttributionWish(twelve, net) { Threads = 2 })!.Of(0, 1990, 2100);
        var sampled = Attributing
            .Of(engine, new AttributionWish(twelve, net) { MostExact = 4, Threads = 2 })!
            .Of(0, 1990, 2100);
        Measure.Line(
            "100 pairs of orders: greatest difference from exact",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{exact.Zip(sampled, (e, s) => Math.Abs(e.Shapley - s.Shapley)).Max():N2} kt"
            ),
            string.Create(CultureInfo.InvariantCulture, $"of {exact.Sum(e => e.Shapley):N0} kt")
        );
        Measure.Line(
            "the same: greatest standard error",
            string.Create(CultureInfo.InvariantCulture, $"{sampled.Max(s => s.StandardError ?? 0):N2} kt")
        );
        var wish = new AttributionWish(twelve, gross) { Threads = 2 };
        var spread = Measure.Median(3, () => AttributionSpread.Of(engine, wish, 200, 100_000));
        Measure.Line("12 levers, gross: 200 draws, each exact, 2 threads", Measure.Milliseconds(spread));

        void Line(string what, AttributionWish asked, TimeSpan against)
        {
            var runs = Attributing.Of(engine, asked)!.Runs;
            var time = Measure.Median(5, () => Attributing.Of(engine, asked));
            Measure.Line(
                string.Create(CultureInfo.InvariantCulture, $"{what} ({runs:N0} runs)"),
                Measure.Milliseconds(time),
                Measure.Times(against / time, "as fast as one by one")
            );
        }
    }

    private static ImmutableArray<Player> Players(BoundModel model, string[] names) =>
        [
            .. names
                .Select(n => model.Parameters.Single(p => p.Name == n))
                .Select(p => new Player(p.Name, [new Lever(p, p.Central)])),
        ];

    /// <summary>Every coalition by a run of its own, whose years are kept, and Shapley's formula over them.</summary>
    private static double[][] Plain(Engine engine, ImmutableArray<Player> players, BoundVariable output)
    {
        var lane = Settings.None.Lane(engine.Model);
        var offsets = Lanes.Offsets(engine.Model);
        var games = new double[engine.Model.YearCount][];
        for (var year = 0; year < games.Length; year++)
        {
            games[year] = new double[1 << players.Length];
        }

        using var run = engine.Run(lane, [output]).Run!;
        for (var mask = 0; mask < 1 << players.Length; mask++)
        {
            for (var player = 0; player < players.Length; player++)
            {
                var lever = players[player].Levers[0];
                lane[offsets[lever.Parameter.Index]] = (mask >> player & 1) != 0 ? lever.On : lever.Off;
            }

            run.Move(lane);
            var values = run.Values(output);
            for (var year = 0; year < games.Length; year++)
            {
                games[year][mask] = values[year];
            }
        }

        return [.. games.Select(g => Shapley.Exact(g))];
    }
}
