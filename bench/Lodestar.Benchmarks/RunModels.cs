// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.PlanFolder.Model;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Execute;
using Lodestar.Formula.Interpret;

namespace Lodestar.Benchmarks;

/// <summary>
/// The city model of tests/oracles/models/city, of ten districts and of more. Peers on one thread, timed in the same run
/// (<see cref="CityPeers"/>): the same model vectorised by hand in NumPy, and compiled by SDEverywhere to JavaScript.
/// </summary>
internal static class RunModels
{
    private static readonly string[] Answers = ["gross", "net", "cumulative", "npv", "cost"];

    /// <summary>SDEverywhere compiled to C with -O3 -march=native, as the README of the peers' folder quotes it; no compiler is asked for here.</summary>
    private static readonly Dictionary<int, double> QuotedC = new() { [10] = 0.047, [100] = 0.32 };

    public static void Run()
    {
        Measure.Title("Checking a model of 1,000 variables");
        Check();
        foreach (var districts in new[] { 10, 100, 1000 })
        {
            Measure.Title($"The benchmark's city, {districts} districts, 111 years");
            City(districts);
        }
    }

    private static void Check()
    {
        var text = new StringBuilder("time: {from: 2020, to: 2050}\naxes: {fuel: [gas, oil, heat]}\nvariables:\n");
        for (var i = 0; i < 250; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $$"""
                  people{{i}}: {unit: person, value: {{1000 + i}}}
                  share{{i}}[fuel]: {unit: 1, value: {gas: 0.5, oil: 0.3, heat: 0.2}, sums_to_one: fuel}
                  use{{i}}[fuel]: {unit: GWh/yr, value: people{{i}} * 41 m2/person * 120 kWh/(m2 yr) * share{{i}}}
                  sum{{i}}: {unit: GWh/yr, value: sum(use{{i}} over fuel) + {{(i == 0 ? "0" : $"sum{i - 1}")}}}

                """
            );
        }

        var files = PlanFiles.Empty.With("m.yaml", Bytes(text.ToString()));
        var reading = ModelReader.ReadFile(files, "m.yaml");
        Measure.Line("checking alone, first time", Measure.Milliseconds(Best(1, _ => Sound(reading), 0)));
        Measure.Line("checking alone (best)", Measure.Milliseconds(Best(20, _ => Sound(reading))));
        Measure.Line(
            "reading the file and checking (best)",
            Measure.Milliseconds(Best(20, _ => Sound(ModelReader.ReadFile(files, "m.yaml"))))
        );
    }

    private static void Sound(ModelReading reading) =>
        _ = Binder.Bind(reading.Model!).Model ?? throw new InvalidOperationException("The model has faults.");

    private static void City(int districts)
    {
        var watch = Stopwatch.StartNew();
        var reading = ModelReader.ReadFile(Files(districts), "city.yaml");
        var bound = Binder.Bind(reading.Model!);
        Measure.Line("reading and checking, first time", Measure.Milliseconds(watch.Elapsed));
        var model = bound.Model ?? throw new InvalidOperationException("The model of the benchmark has faults.");
        BoundVariable[] outputs = [.. Answers.Select(a => model.Find(a)!)];
        var options = new EngineOptions
        {
            Mode = EngineMode.Compiled,
            MostBytes = 4L << 30,
            MostWork = 1e15,
        };
        using var engine = new Engine(model, options);
        watch.Restart();
        engine.Prepare(outputs);
        Measure.Line("compiling for one run, five answers kept", Measure.Milliseconds(watch.Elapsed));
        watch.Restart();
        engine.Prepare();
        Measure.Line("compiling for one run, all values kept", Measure.Milliseconds(watch.Elapsed));
        watch.Restart();
        engine.PrepareLanes(outputs);
        Measure.Line("compiling for draws", Measure.Milliseconds(watch.Elapsed));
        var peers = districts <= 100 ? CityPeers.Measure(districts) : null;
        double? c = QuotedC.TryGetValue(districts, out var quoted) ? quoted : null;

        var parameters = Settings.None.Lane(model);

        if (districts <= 100)
        {
            var interpreted = Measure.Median(3, () => InterpretedRun.Of(model, parameters));
            Measure.Line("one run, interpreter", Measure.Milliseconds(interpreted));
        }

        using (var run = engine.Run(parameters, outputs).Run!)
        {
            var one = Best(400, i => run.Move(Other(parameters, i)));
            Line("one run, five answers kept", one, peers?.NumPySingle, peers?.JavaScript, c);
        }

        using (var run = engine.Run(parameters).Run!)
        {
            var all = Best(400, i => run.Move(Other(parameters, i)));
            Line("one run, all values kept", all, peers?.NumPySingle, peers?.JavaScript, c);
            var lever = model.Parameters.Single(p => p.Name == "l_grid").Index;
            var moved = (double[])parameters.Clone();
            var move = Best(
                400,
                i =>
                {
                    moved[lever] = 0.5 + (i % 7 * 0.05);
                    run.Move(moved);
                }
            );
            Line("moving one lever, all values kept", move, peers?.NumPySingle, peers?.JavaScript, c);
        }

        foreach (var draws in districts <= 100 ? new[] { 1000, 10_000 } : [1000])
        {
            var chance = new Draws(model, draws, 1, Design.Random, Settings.None);
            var stored = new Stored(chance, Lanes.ParameterCells(model));
            var sink = new Nowhere();
            foreach (var threads in new[] { 1, 2 })
            {
                var what = $"{draws:N0} draws, {threads} thread{(threads == 1 ? "" : "s")}";
                var times = districts <= 10 ? 9 : 3;
                var numPy = peers?.NumPyDraws * draws / 10_000;
                Line($"{what}, drawn before", Best(times, _ => engine.Run(stored, outputs, sink, threads)), numPy);
                Line($"{what}, drawing too", Best(times, _ => engine.Run(chance, outputs, sink, threads)), numPy);
                Measure.Line(
                    $"{what}, drawing too: processor time (least)",
                    Measure.Milliseconds(Processor(times, () => engine.Run(chance, outputs, sink, threads)))
                );
            }
        }

        var cost = engine.Cost(10_000, outputs, 1);
        Measure.Line(
            "memory of a thread of draws, of one run with all values",
            string.Create(CultureInfo.InvariantCulture, $"{cost.Bytes / 1e6:N1} + {engine.Cost().Bytes / 1e6:N1} MB")
        );
    }

    private static double[] Other(double[] parameters, int i)
    {
        var other = (double[])parameters.Clone();
        for (var p = 0; p < other.Length; p++)
        {
            other[p] *= 1 + (0.001 * (i % 10));
        }

        return other;
    }

    private static TimeSpan Best(int times, Action<int> action, int before = 3)
    {
        for (var i = 0; i < before; i++)
        {
            action(i);
        }

        var best = TimeSpan.MaxValue;
        for (var i = 0; i < times; i++)
        {
            var watch = Stopwatch.StartNew();
            action(i);
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        return best;
    }

    /// <summary>On a machine that others use too, the time a run was computed tells more than the time it took.</summary>
    private static TimeSpan Processor(int times, Action action)
    {
        using var process = Process.GetCurrentProcess();
        var least = TimeSpan.MaxValue;
        for (var i = 0; i < times; i++)
        {
            process.Refresh();
            var before = process.TotalProcessorTime;
            action();
            process.Refresh();
            var taken = process.TotalProcessorTime - before;
            least = taken < least ? taken : least;
        }

        return least;
    }

    private static void Line(string what, TimeSpan time, double? numPy, double? javaScript = null, double? c = null)
    {
        var against = new StringBuilder();
        foreach (var (name, milliseconds) in new[] { ("NumPy", numPy), ("JavaScript", javaScript), ("C (quoted)", c) })
        {
            if (milliseconds is { } peer)
            {
                against.Append(
                    CultureInfo.InvariantCulture,
                    $"{(against.Length > 0 ? ", " : "")}{peer / time.TotalMilliseconds:N1} × as fast as {name}"
                );
            }
        }

        Measure.Line(
            $"{what} (best)",
            string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:N3} ms"),
            against.ToString()
        );
    }

    /// <summary>The files of the city; of more districts than ten its tables by district are made as the peers' are.</summary>
    private static PlanFiles Files(int districts)
    {
        var files = PlanDirectory.Read(Path.Combine(Samples.Root(), "tests", "oracles", "models", "city")).Files;
        if (districts == 10)
        {
            return files;
        }

        var text = Encoding.UTF8.GetString(files.First(f => f.Key == "city.yaml").Value.Span);
        var line = text.Split('\n').Single(l => l.TrimStart().StartsWith("district:", StringComparison.Ordinal));
        var names = string.Join(", ", Enumerable.Range(1, districts).Select(d => $"D{d}"));
        return files
            .With("city.yaml", Bytes(text.Replace(line, $"  district: [{names}]", StringComparison.Ordinal)))
            .With("data/population_weight.csv", Table("value", d => [Varied(d, 0, 0.5, 1.5)]))
            .With("data/priority.csv", Table("value", d => [Varied(d, 4, 0.7, 1.3)]))
            .With(
                "data/floor.csv",
                Table(
                    "A1,A2,A3,A4,A5,A6,A7,A8",
                    d => [.. Enumerable.Range(0, 8).Select(a => Varied(d, a, 1e5, 9e5) * (a == 7 ? 0.05 : 1))]
                )
            )
            .With(
                "data/heat_appeal.csv",
                Table("H1,H2,H3,H4,H5,H6", d => [.. Enumerable.Range(20, 6).Select(h => Varied(d, h, 0.5, 1.5))])
            )
            .With(
                "data/heat_share.csv",
                Table(
                    "H1,H2,H3,H4,H5,H6",
                    d =>
                    {
                        var shares = Enumerable.Range(30, 6).Select(h => Varied(d, h, 0.2, 1)).ToArray();
                        return [.. shares.Select(s => s / shares.Sum())];
                    }
                )
            );

        ReadOnlyMemory<byte> Table(string head, Func<int, double[]> row) =>
            Bytes(
                string.Join(
                    '\n',
                    Enumerable
                        .Range(0, districts)
                        .Select(d =>
                            $"D{d + 1},{string.Join(',', row(d).Select(x => x.ToString("R", CultureInfo.InvariantCulture)))}"
                        )
                        .Prepend($"district,{head}")
                ) + "\n"
            );
    }

    private static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Numbers without a pattern, the same as the peers' generator makes.</summary>
    private static double Varied(int i, int j, double from, double to)
    {
        var x = Math.Sin((12.9898 * (i + 1)) + (78.233 * (j + 1))) * 43758.5453;
        return Math.Round(from + ((to - from) * (x - Math.Floor(x))), 6);
    }

    /// <summary>Lanes whose numbers are ready.</summary>
    private sealed class Stored : ILaneValues
    {
        private readonly double[][] blocks;

        public Stored(ILaneValues lanes, int cells)
        {
            Count = lanes.Count;
            blocks = new double[(Count + Lanes.Width - 1) / Lanes.Width][];
            for (var i = 0; i < blocks.Length; i++)
            {
                blocks[i] = new double[cells * Lanes.Width];
                lanes.Fill(i * Lanes.Width, blocks[i]);
            }
        }

        public int Count { get; }

        public void Fill(int first, Span<double> into) => blocks[first / Lanes.Width].CopyTo(into);
    }

    private sealed class Nowhere : ILaneSink
    {
        public void Take(int first, int count, ReadOnlySpan<double> values) { }
    }
}
