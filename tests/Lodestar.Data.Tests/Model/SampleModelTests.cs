// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.PlanFolder.Model;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Execute;
using Lodestar.Formula.Interpret;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Model;

/// <summary>Every model of the repository: without a fault, and the same to the bit however it is run.</summary>
public sealed class SampleModelTests
{
    private const int Draws = 21;

    public static TheoryData<string> Folders =>
        [
            "tests/oracles/models/city",
            .. Directory
                .EnumerateDirectories(Repository.Path("samples"))
                .Where(d => Directory.Exists(Path.Combine(d, "model")))
                .Select(d => "samples/" + Path.GetFileName(d))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Model_ComputesTheSame_CompiledAndInterpreted_OnOneThreadAndTwo(string folder)
    {
        var model = Model(folder);
        var draws = new Draws(model, Draws, 20261122, Design.Random, Settings.None);
        var expected = Interpreted(model, draws);

        using var engine = new Engine(model, new EngineOptions { Mode = EngineMode.Compiled });
        foreach (var threads in new[] { 1, 2 })
        {
            var sink = new Kept(model, Draws);
            Assert.True(engine.Run(draws, model.Outcomes, sink, threads).IsDone);
            for (var draw = 0; draw < Draws; draw++)
            {
                AssertSame(expected[draw], sink.Values[draw]);
            }
        }

        for (var draw = 0; draw < 3; draw++)
        {
            using var run = engine.Run(OneLane(model, draws, draw)).Run;
            AssertSame(expected[draw], [.. model.Outcomes.SelectMany(o => run!.Values(o))]);
        }
    }

    private static void AssertSame(double[] expected, double[] actual) =>
        Assert.Equal(expected.Select(BitConverter.DoubleToInt64Bits), actual.Select(BitConverter.DoubleToInt64Bits));

    private static double[][] Interpreted(BoundModel model, Draws draws) =>
        [
            .. Enumerable
                .Range(0, Draws)
                .Select(draw =>
                {
                    var run = InterpretedRun.Of(model, OneLane(model, draws, draw));
                    return model.Outcomes.SelectMany(o => run.Values(o).ToArray()).ToArray();
                }),
        ];

    private static double[] OneLane(BoundModel model, Draws draws, int draw)
    {
        var block = new double[Lanes.ParameterCells(model) * Lanes.Width];
        draws.Fill(draw / Lanes.Width * Lanes.Width, block);
        return
        [
            .. Enumerable
                .Range(0, block.Length / Lanes.Width)
                .Select(i => block[(i * Lanes.Width) + (draw % Lanes.Width)]),
        ];
    }

    private static BoundModel Model(string folder)
    {
        var path = Repository.Path(folder);
        var files = PlanDirectory.Read(path).Files;
        var reading = File.Exists(Path.Combine(path, "city.yaml"))
            ? ModelReader.ReadFile(files, "city.yaml")
            : ModelReader.Read(files);
        Assert.Equal([], reading.Diagnostics.Select(d => $"{d.Place} {d.Id}"));
        var result = Binder.Bind(reading.Model!);
        Assert.Equal([], result.Problems.Select(p => $"{p.Fault} '{p.Span.Text}'"));
        Assert.NotEmpty(result.Model!.Outcomes);
        return result.Model;
    }

    /// <summary>Keeps every lane: the outputs one after another, each by year and cell.</summary>
    private sealed class Kept(BoundModel model, int lanes) : ILaneSink
    {
        private readonly int _numbers = model.Outcomes.Sum(o => o.Cells) * model.YearCount;

        public double[][] Values { get; } = new double[lanes][];

        public void Take(int first, int count, ReadOnlySpan<double> values)
        {
            for (var lane = 0; lane < count; lane++)
            {
                var own = new double[_numbers];
                for (var i = 0; i < own.Length; i++)
                {
                    own[i] = values[(i * Lanes.Width) + lane];
                }

                Values[first + lane] = own;
            }
        }
    }
}
