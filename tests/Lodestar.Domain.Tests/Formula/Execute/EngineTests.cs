// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using Lodestar.Domain.Tests.Formula.Compile;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Execute;
using Lodestar.Formula.Interpret;

namespace Lodestar.Domain.Tests.Formula.Execute;

// Counts blocks of native memory, so nothing else may hold any at the same time.
[Collection("native memory")]
public sealed class EngineTests
{
    private static readonly EngineOptions Compiled = new() { Mode = EngineMode.Compiled };
    private static readonly EngineOptions Interpreted = new() { Mode = EngineMode.Interpreted };

    /// <summary>Seeds of models with parameters and at least two variables.</summary>
    public static IEnumerable<int> Seeds =>
        Enumerable
            .Range(20_000, 400)
            .Where(s => RandomModel.Make(s) is { Parameters.Length: > 1, Variables.Length: > 2 })
            .Take(60);

    [Fact]
    public void Run_InEveryMode_GivesTheValuesOfTheInterpreter()
    {
        foreach (var seed in Seeds)
        {
            var model = RandomModel.Make(seed);
            var parameters = RandomModel.Lane(model, seed, 0);
            var expected = InterpretedRun.Of(model, parameters);
            foreach (var options in (EngineOptions[])[Compiled, Interpreted, new()])
            {
                using var engine = new Engine(model, options);
                using var run = engine.Run(parameters).Run!;
                Assert.All(model.Variables, v => AssertSame(expected.Values(v), run.Values(v)));
                using var few = engine.Run(parameters, [model.Variables[^1]]).Run!;
                AssertSame(expected.Values(model.Variables[^1]), few.Values(model.Variables[^1]));
            }
        }
    }

    [Fact]
    public void Move_AnyParameter_EqualsAFreshRun()
    {
        foreach (var seed in Seeds)
        {
            var model = RandomModel.Make(seed);
            using var engine = new Engine(model, Compiled);
            var parameters = RandomModel.Lane(model, seed, 0);
            using var run = engine.Run(parameters).Run!;
            Assert.True(run.IsCompiled);
            for (var moved = 0; moved < parameters.Length; moved += 3)
            {
                parameters[moved] = parameters[moved] == 0 ? 1 : -parameters[moved];
                run.Move(parameters);
                var fresh = InterpretedRun.Of(model, parameters);
                Assert.All(model.Variables, v => AssertSame(fresh.Values(v), run.Values(v)));
            }
        }
    }

    [Fact]
    public void RunLanes_OnAnyNumberOfThreadsInAnyMode_GivesTheSameBits()
    {
        foreach (var seed in Seeds.Take(20))
        {
            var model = RandomModel.Make(seed);
            BoundVariable[] outputs = [model.Variables[^1], model.Variables[0]];
            var lanes = new Listed(model, seed, 43);
            var results = new List<double[]>();
            foreach (var (options, threads) in new[] { (Interpreted, 1), (Compiled, 1), (Compiled, 2), (new(), 3) })
            {
                using var engine = new Engine(model, options);
                var sink = new Kept(43);
                Assert.True(engine.Run(lanes, outputs, sink, threads).IsDone);
                results.Add(sink.All);
            }

            Assert.All(results.Skip(1), r => AssertSame(results[0], r));
            var run = InterpretedRun.Of(model, RandomModel.Lane(model, seed, 42));
            AssertSame(
                [.. run.Values(outputs[0]), .. run.Values(outputs[1])],
                results[0].AsSpan()[^(results[0].Length / 43)..]
            );
        }
    }

    [Fact]
    public void Dispose_AfterRunsOfEveryKind_FreesAllMemory()
    {
        var model = RandomModel.Make(Seeds.First());
        var before = NativeBlock.Live;
        var engine = new Engine(model, Compiled);
        var run = engine.Run(RandomModel.Lane(model, 1, 0)).Run!;
        engine.Run(new Listed(model, 1, 100), [model.Variables[0]], new Kept(100), threads: 2);
        Assert.True(NativeBlock.Live > before);
        engine.Dispose();
        Assert.Equal(model.YearCount * model.Variables[0].Cells, run.Values(model.Variables[0]).Length);
        run.Dispose();
        Assert.Equal(before, NativeBlock.Live);
    }

    [Fact]
    public void Run_AboveTheLimits_SaysWhatItWouldTakeAndDoesNothing()
    {
        var model = RandomModel.Make(Seeds.First());
        var parameters = RandomModel.Lane(model, 1, 0);
        using var small = new Engine(model, new EngineOptions { MostBytes = 10 });
        var answer = small.Run(parameters);
        Assert.Null(answer.Run);
        Assert.True(answer.Cost.Bytes > 10);
        using var idle = new Engine(model, new EngineOptions { MostWork = 5 });
        var sink = new Kept(16);
        var many = idle.Run(new Listed(model, 1, 16), [model.Variables[0]], sink);
        Assert.False(many.IsDone);
        Assert.Empty(sink.Blocks);
        using var able = new Engine(model);
        Assert.True(able.Cost(1600, [model.Variables[0]], 1).Work > able.Cost(16, [model.Variables[0]], 1).Work);
    }

    [Fact]
    public void RunLanes_Cancelled_StopsWithinABlock()
    {
        var model = RandomModel.Make(Seeds.First());
        using var engine = new Engine(model, Compiled);
        using var source = new CancellationTokenSource();
        var sink = new Kept(800) { After = () => source.Cancel() };
        Assert.Throws<OperationCanceledException>(() =>
            engine.Run(new Listed(model, 1, 800), [model.Variables[0]], sink, 2, cancellation: source.Token)
        );
        Assert.InRange(sink.Blocks.Count, 1, 2);
    }

    [Fact]
    public void RunLanes_WithProgress_EndsAtTheWhole()
    {
        var model = RandomModel.Make(Seeds.First());
        using var engine = new Engine(model, Compiled);
        var told = new Told();
        engine.Run(new Listed(model, 1, 20), [model.Variables[0]], new Kept(20), 1, told);
        Assert.Equal([1 / 3.0, 2 / 3.0, 1], told.Shares);
    }

    private static void AssertSame(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            if (double.IsNaN(expected[i]) && double.IsNaN(actual[i]))
            {
                continue;
            }

            Assert.Equal(BitConverter.DoubleToInt64Bits(expected[i]), BitConverter.DoubleToInt64Bits(actual[i]));
        }
    }

    private sealed class Listed(BoundModel model, int seed, int count) : ILaneValues
    {
        public int Count => count;

        public void Fill(int first, Span<double> into)
        {
            for (var lane = 0; lane < Lanes.Width; lane++)
            {
                var values = RandomModel.Lane(model, seed, Math.Min(first + lane, count - 1));
                for (var i = 0; i < values.Length; i++)
                {
                    into[(i * Lanes.Width) + lane] = values[i];
                }
            }
        }
    }

    private sealed class Kept(int lanes) : ILaneSink
    {
        public ConcurrentDictionary<int, double[]> Blocks { get; } = [];

        public Action After { get; init; } = () => { };

        /// <summary>Lane by lane.</summary>
        public double[] All =>
            [.. Enumerable.Range(0, lanes).SelectMany(l => Blocks[l / 8 * 8].Where((_, i) => i % 8 == l % 8))];

        public void Take(int first, int count, ReadOnlySpan<double> values)
        {
            Assert.Equal(Math.Min(8, lanes - first), count);
            Assert.True(Blocks.TryAdd(first, values.ToArray()));
            After();
        }
    }

    private sealed class Told : IProgress<double>
    {
        public List<double> Shares { get; } = [];

        public void Report(double value) => Shares.Add(value);
    }
}
